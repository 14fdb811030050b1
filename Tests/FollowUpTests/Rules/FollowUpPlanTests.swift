import Civil
import Testing

@testable import FollowUp

@Suite struct FollowUpPlanTests {
  static func rule(tries: Int = 3) -> FollowUpRule {
    FollowUpRule(
      stamp: .example(), traineeDays: [30, 90, 180, 365], ventureMonths: [24, 36], daysEarly: 10,
      graceWorkingDays: 5, triesToLose: tries)
  }

  /// The National Day holiday of 2026 and its make-up days.
  static func calendar() -> WorkingCalendar {
    var calendar = WorkingCalendar()
    for day in 1...7 {
      guard let date = CivilDate(year: 2026, month: 10, day: day) else { continue }
      calendar.add(.init(kind: .holiday, name: "国庆节"), on: date)
    }
    if let date = CivilDate(year: 2026, month: 10, day: 10) {
      calendar.add(.init(kind: .makeUpDay, name: "国庆节调休"), on: date)
    }
    return calendar
  }

  private func tasks(
    end: String, venture: Bool = false, _ contacts: [Contact] = [], followedTo: String? = nil,
    asOf date: String
  ) throws -> [FollowUpTask] {
    Self.rule().tasks(
      for: FollowUpCase(
        subject: "T1", classID: "C1", classEnd: try #require(CivilDate(end)), hasVenture: venture,
        officer: "Li",
        area: "610113001", followedTo: followedTo.flatMap { CivilDate($0) }),
      contacts: contacts, calendar: Self.calendar(), asOf: try #require(CivilDate(date)))
  }

  private func contact(_ date: String, _ result: Contact.Result = .reached) throws -> Contact {
    Contact(
      id: date, subject: "T1", on: try #require(CivilDate(date)), method: .telephone, result: result,
      officer: "Li")
  }

  @Test func `due dates follow the rule and move onto working days`() throws {
    let dues = try tasks(end: "2026-09-04", venture: true, asOf: "2026-09-05").map(\.due.description)
    // 30 days: Sunday 4 October, in the holiday; 90: Thursday; 180: Wednesday; 365: Saturday; 24 and 36 months.
    #expect(dues == ["2026-10-08", "2026-12-03", "2027-03-03", "2027-09-06", "2028-09-04", "2029-09-04"])
    #expect(try tasks(end: "2026-09-04", asOf: "2026-09-05").count == 4)
    // 10 October is a Saturday that is worked.
    #expect(try tasks(end: "2026-09-10", asOf: "2026-09-10").first?.due.description == "2026-10-10")
  }

  @Test func `a venture that has ended is not followed any longer`() throws {
    let end = try #require(CivilDate("2024-01-05"))
    func steps(endedOn day: Int?) -> [FollowUpTask.Step] {
      Self.rule().tasks(
        for: FollowUpCase(
          subject: "T1", classID: "C1", classEnd: end, hasVenture: true, officer: "Li", area: "61",
          ventureEndedOn: day.map { end + $0 }), contacts: [], calendar: Self.calendar(), asOf: end
      ).map(\.step).filter { if case .month = $0 { true } else { false } }
    }
    #expect(steps(endedOn: nil) == [.month(24), .month(36)])
    #expect(steps(endedOn: 800) == [.month(24)] && steps(endedOn: 400) == [])
  }

  @Test func `a task is upcoming, due, overdue by working days, then missed`() throws {
    func status(_ date: String) throws -> FollowUpTask.Status? {
      try tasks(end: "2026-09-04", asOf: date).first?.status
    }
    #expect(try status("2026-09-27") == .upcoming)
    #expect(try status("2026-09-28") == .due)
    // Due on Thursday 8 October; five working days of grace: 9, 10 (worked), 12, 13, 14.
    #expect(try status("2026-10-14") == .due)
    #expect(try status("2026-10-15") == .overdue(workingDays: 1))
    #expect(try status("2026-10-19") == .overdue(workingDays: 3))
    #expect(try status("2026-11-23") == .missed)
  }

  @Test func `a contact counts for the task that was open on its day`() throws {
    let contacts = try [contact("2026-09-20"), contact("2026-11-24", .noAnswer), contact("2026-11-25")]
    let statuses = try tasks(end: "2026-09-04", contacts, asOf: "2026-12-31").map(\.status)
    #expect(statuses == [.missed, .done(try contact("2026-11-25").on, .reached), .upcoming, .upcoming])
    let early = try tasks(end: "2026-09-04", [contact("2026-09-28")], asOf: "2026-10-01")
    #expect(early.first?.status == .done(try contact("2026-09-28").on, .reached))
    let future = try tasks(end: "2026-09-04", [contact("2026-10-02")], asOf: "2026-10-01")
    #expect(future.first?.status == .due)
  }

  @Test func `three failed tries on different days lose a person, until one reaches`() throws {
    let tries = try [
      contact("2026-10-08", .noAnswer), contact("2026-10-09", .wrongNumber), contact("2026-10-12", .away),
    ]
    let rule = Self.rule()
    #expect(rule.lostSince(tries, asOf: tries[2].on) == tries[2].on)
    #expect(rule.lostSince(tries, asOf: tries[1].on) == nil)
    #expect(rule.lostSince(tries.reversed() + [try contact("2026-10-20")], asOf: tries[2].on + 30) == nil)
    #expect(rule.lostSince([tries[0], try contact("2026-10-08", .away), tries[1]], asOf: tries[2].on) == nil)
    #expect(Self.rule(tries: 2).lostSince(tries, asOf: tries[2].on) == tries[1].on)
    #expect(rule.lostSince([try contact("2026-10-08", .lost)], asOf: tries[2].on) == tries[0].on)
    let refused = try [tries[0], tries[1], contact("2026-10-11", .refused), tries[2]]
    #expect(rule.lostSince(refused, asOf: tries[2].on) == nil)
  }

  @Test func `who withdrew is due no more, who is lost is in a list of their own`() throws {
    let withdrawn = try tasks(end: "2026-09-04", followedTo: "2026-10-31", asOf: "2026-10-15").map(\.status)
    #expect(withdrawn == [.overdue(workingDays: 1), .withdrawn, .withdrawn, .withdrawn])
    let tries = try ["2026-10-08", "2026-10-09", "2026-10-12"].map { try contact($0, .noAnswer) }
    let lost = FollowUpLists(try tasks(end: "2026-09-04", tries, asOf: "2026-10-20"))
    #expect(lost.overdue.isEmpty && lost.lost.count == 1)
    #expect(lost.lost.first?.status == .lost(since: tries[2].on))
  }

  @Test func `the lists of an officer and an area hold what is theirs, the longest overdue first`() throws {
    func task(_ subject: String, _ officer: String, _ area: String, _ end: String) throws -> [FollowUpTask] {
      Self.rule().tasks(
        for: FollowUpCase(
          subject: subject, classID: "C1", classEnd: try #require(CivilDate(end)), hasVenture: false,
          officer: officer, area: area), contacts: [], calendar: Self.calendar(),
        asOf: try #require(CivilDate("2026-10-19")))
    }
    let all = try [
      task("T2", "Li", "610113001", "2026-09-02"), task("T1", "Li", "610113001", "2026-08-20"),
      task("T3", "Li", "610113002", "2026-09-15"), task("T4", "Wang", "610113001", "2026-08-20"),
    ].flatMap(\.self)
    let lists = FollowUpLists(all, officer: "Li", area: "610113")
    #expect(lists.overdue.map(\.subject) == ["T1", "T2"])
    #expect(lists.due.map(\.subject) == ["T3"])
    #expect(FollowUpLists(all, area: "610113001").overdue.map(\.subject) == ["T1", "T4", "T2"])
    #expect(FollowUpLists(all, officer: "Li", area: "610113002").overdue.isEmpty)
  }
}
