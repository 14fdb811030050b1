/// Meetings of trainees with mentors, in SQL: those of the ledger of guidance, and those that only the published
/// timetable tells of.
///
/// Of a trainee and a day of which anything is on record, the record says whether they met; the timetable says it of
/// the others.
enum MentorMeetings {
  /// Of an entry `g`: that it stood on `:day`, not struck out by then.
  static let stands = """
    g.recordedOn <= :day
      AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = g.id AND recordedOn <= :day)
    """

  /// Of an entry `g` that stands: that they met.
  static let wasHeld = "g.outcome <> 'missed'"

  /// The day of a revision `r` of a session, as it is stored elsewhere.
  static let day = "unixepoch(r.date) / 86400"

  /// Of a session `s` and its revision `r`: that it is a meeting with mentors, the last word on it, and not cancelled.
  static let isInForce = """
    s.kind = 'mentoring' AND r.status <> 'cancelled'
      AND r.number = (SELECT max(number) FROM revision WHERE sessionID = s.id)
    """

  /// Of such a meeting: that nothing of that trainee and day is on record.
  static let isNotOnRecord = """
    NOT EXISTS (SELECT 1 FROM guidance g WHERE g.trainee = s.trainee AND g.day = \(day) AND \(stands))
    """
}
