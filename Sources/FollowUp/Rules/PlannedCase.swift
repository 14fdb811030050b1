package import Civil

/// A case of follow-up with the tasks that a rule made due, as they are kept for the officer's lists.
package struct PlannedCase: Hashable, Sendable {
  package let followed: FollowUpCase
  /// Those of the rule, by due date, with what the contacts have made of them.
  package let tasks: [FollowUpTask]
  package let lostSince: CivilDate?
  /// The last day on which the trainee was reached.
  package let lastReached: CivilDate?

  package init(
    followed: FollowUpCase, tasks: [FollowUpTask], lostSince: CivilDate? = nil, lastReached: CivilDate? = nil
  ) {
    self.followed = followed
    self.tasks = tasks
    self.lostSince = lostSince
    self.lastReached = lastReached
  }
}

extension PlannedCase {
  /// What a rule and the contacts so far make of a case on a date; `contacts` are those with its trainee.
  package init(
    _ followed: FollowUpCase, by rule: FollowUpRule, contacts: [Contact], calendar: WorkingCalendar,
    asOf date: CivilDate
  ) {
    self.init(
      followed: followed,
      tasks: rule.tasks(for: followed, contacts: contacts, calendar: calendar, asOf: date),
      lostSince: rule.lostSince(contacts, asOf: date),
      lastReached: contacts.filter { $0.result == .reached && $0.on <= date }.map(\.on).max())
  }
}
