import Civil
import FollowUp
import Testing

@testable import Store

@Suite struct FollowUpRecordTests {
  private let rule = FollowUpRule(
    stamp: RuleStamp(
      name: Wording(zh: "示例", en: "example"), version: "1", from: .march(1), source: "made up"),
    traineeDays: [5, 10], ventureMonths: [], daysEarly: 1, graceWorkingDays: 0, triesToLose: 3)

  private func planned(_ trainee: String, officer: String, contacts: [Contact] = [], on day: Int)
    -> PlannedCase
  {
    let followed = FollowUpCase(
      subject: trainee, classID: "C1", classEnd: .march(1), hasVenture: false, officer: officer,
      area: "999901")
    return PlannedCase(
      followed: followed,
      tasks: rule.tasks(for: followed, contacts: contacts, calendar: WorkingCalendar(), asOf: .march(day)),
      lostSince: rule.lostSince(contacts, asOf: .march(day)),
      lastReached: contacts.filter { $0.result == .reached }.map(\.on).max())
  }

  private func contact(
    _ trainee: String, _ result: Contact.Result, on day: Int, need: HelpRequest.Kind? = nil
  )
    -> Contact
  {
    Contact(
      id: "", subject: trainee, on: .march(day), method: .telephone, result: result, officer: "甲",
      said: "正在选址", troubles: [.shortOfCash, .loss], need: need, next: .march(day + 3))
  }

  @Test func `an officer's open cases are those with a task that is due or a trainee who is lost`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let answered = [contact("T2", .reached, on: 6)]
    let failed = [2, 3, 4].map { contact("T3", .noAnswer, on: $0) }
    try store.record(
      [
        planned("T1", officer: "甲", on: 7), planned("T2", officer: "甲", contacts: answered, on: 7),
        planned("T3", officer: "乙", contacts: failed, on: 7),
      ], stamp: .march(7))
    #expect(try store.openCases(officer: "甲", on: .march(7)).map(\.subject) == ["T1"])
    #expect(try store.openCases(officer: "乙", on: .march(3)).map(\.subject) == ["T3"])
    #expect(try store.openCases(officer: nil, on: .march(7)).map(\.subject) == ["T1", "T3"])
    // The second task opens a day before it is due, on the 11th, for whom the first was answered too.
    #expect(try store.openCases(officer: "甲", on: .march(11)).map(\.subject) == ["T1", "T2"])
    #expect(try store.officers().map(\.name) == ["乙", "甲"])
  }

  @Test func `a case that is planned anew takes the place of the earlier one`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record([planned("T1", officer: "甲", on: 7)], stamp: .march(7))
    try store.record([planned("T1", officer: "乙", on: 7)], stamp: .march(8))
    #expect(try store.followUpCases().map(\.officer) == ["乙"])
    #expect(try store.openCases(officer: "甲", on: .march(7)).isEmpty)
  }

  @Test func `contacts are numbered for each subject, read back, and open a request for what was needed`()
    throws
  {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let entered = try store.record(
      [contact("T1", .noAnswer, on: 2), contact("T1", .reached, on: 3, need: .fundRaising)], stamp: .march(4))
    #expect(entered.map(\.id) == ["T1-1", "T1-2"])
    #expect(try store.contacts(with: ["T1"]) == entered)
    #expect(try store.contactCount() == 2)
    let requests = try store.helpRequests(of: ["T1"])
    #expect(requests.map(\.id) == ["help-T1-2"] && requests.map(\.kind) == [.fundRaising])
    #expect(try store.closeRequest("help-T1-2", outcome: "已办照", on: .march(9)))
    #expect(try !store.closeRequest("help-T1-2", outcome: "已办照", on: .march(9)))
    #expect(try store.helpRequests(openOnly: true).isEmpty)
  }

  @Test func `who attended is told with the last day of contact as it was known`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record([contact("T1", .reached, on: 21)], stamp: .march(21))
    try store.record([contact("T1", .reached, on: 24)], stamp: .march(25))
    try store.record(
      [planned("T1", officer: "甲", contacts: [contact("T1", .reached, on: 24)], on: 25)], stamp: .march(25))
    let now = try store.attended(knownOn: .march(25))
    #expect(now.map(\.trainee) == ["T1", "T2", "T3"])
    #expect(now.map(\.lastReached) == [.march(24), nil, nil])
    #expect(try store.attended(knownOn: .march(22)).map(\.lastReached) == [.march(21), nil, nil])
    #expect(try store.attended(area: "61", knownOn: .march(25)).isEmpty)
  }
}
