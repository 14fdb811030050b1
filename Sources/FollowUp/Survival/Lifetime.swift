package import Civil

/// How long one subject was watched and whether it ended: an observation with right censoring.
package struct Lifetime: Hashable, Sendable {
  /// Whose it is: a venture's or a person's id, by which a figure opens to those behind it.
  package let subject: String
  /// Days from the start to the end, or to the last day on which the subject was known to live; at least 0.
  package let days: Int
  /// Whether it ended on that day; otherwise it is censored: alive then, unknown after.
  package let ended: Bool

  /// Nil where the days are negative: the start lies after the end, which is an error of the record, not a lifetime.
  package init?(_ subject: String, days: Int, ended: Bool) {
    guard days >= 0 else { return nil }
    self.subject = subject
    self.days = days
    self.ended = ended
  }

  /// The lifetime from a start to an end, as it is seen on a date.
  ///
  /// An end after `date` is not seen yet. `lastKnown` is the last day on which the subject was known to live; nil:
  /// it is watched up to `date`. Nil is returned for what starts after `date` or after its end.
  package init?(
    _ subject: String, from start: CivilDate, to end: CivilDate?, lastKnown: CivilDate? = nil,
    asOf date: CivilDate
  ) {
    if let end, end <= date {
      self.init(subject, days: end - start, ended: true)
    } else {
      self.init(subject, days: min(lastKnown ?? date, date) - start, ended: false)
    }
  }
}
