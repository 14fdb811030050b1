package import Civil

/// When who is contacted after a class, and when someone is given up as lost; set by a regulation.
package struct FollowUpRule: RegulationRule {
  package let stamp: RuleStamp
  /// Days after the class ended on which every trainee is due a contact.
  package let traineeDays: [Int]
  /// Months after it on which those with a venture are due one more.
  package let ventureMonths: [Int]
  /// A contact up to so many days before the due date already counts for it.
  package let daysEarly: Int
  /// Working days after the due date before the contact is overdue.
  package let graceWorkingDays: Int
  /// Tries that failed, on so many different days and none reached between them, make the person lost (失联).
  package let triesToLose: Int
  /// Results that count as a failed try.
  package let failures: Set<Contact.Result>

  package init(
    stamp: RuleStamp, traineeDays: [Int], ventureMonths: [Int], daysEarly: Int, graceWorkingDays: Int,
    triesToLose: Int, failures: Set<Contact.Result> = [.noAnswer, .wrongNumber, .away]
  ) {
    self.stamp = stamp
    self.traineeDays = traineeDays
    self.ventureMonths = ventureMonths
    self.daysEarly = daysEarly
    self.graceWorkingDays = graceWorkingDays
    self.triesToLose = triesToLose
    self.failures = failures
  }

  /// The day since which a subject is lost; nil: it is not.
  ///
  /// That is the day of the failed try that fills the number, or of a contact recorded as lost, with nobody reached or
  /// refusing since.
  package func lostSince(_ contacts: [Contact], asOf date: CivilDate) -> CivilDate? {
    var failedDays: Set<CivilDate> = []
    var since: CivilDate?
    let seen = contacts.filter { $0.on <= date }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    for contact in seen {
      if contact.result == .lost {
        since = since ?? contact.on
      } else if failures.contains(contact.result) {
        failedDays.insert(contact.on)
        if failedDays.count >= triesToLose { since = since ?? contact.on }
      } else {
        failedDays = []
        since = nil
      }
    }
    return since
  }
}
