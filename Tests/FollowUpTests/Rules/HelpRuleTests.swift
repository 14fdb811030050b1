import Civil
import Testing

@testable import FollowUp

@Suite struct HelpRuleTests {
  private static let rule = HelpRule(
    stamp: RuleStamp(
      name: Wording(zh: "例", en: "example"), version: "1", from: CivilDate(daysSinceEpoch: 0), source: "例"),
    workingDays: [.licences: 5, .fundRaising: 10, .businessDifficulty: 3], warnBefore: 2)

  /// The 20th of September and the 10th of October 2026 are worked, the 25th to 27th and 1st to 7th are off.
  private static func calendar() throws -> WorkingCalendar {
    var calendar = WorkingCalendar()
    for (first, days) in [("2026-09-25", 3), ("2026-10-01", 7)] {
      let date = try #require(CivilDate(first))
      for day in date..<(date + days) { calendar.add(.init(kind: .holiday, name: "放假"), on: day) }
    }
    for day in ["2026-09-20", "2026-10-10"] {
      calendar.add(.init(kind: .makeUpDay, name: "调休"), on: try #require(CivilDate(day)))
    }
    return calendar
  }

  private func request(
    _ kind: HelpRequest.Kind, _ opened: String, closed: String? = nil
  ) throws -> HelpRequest {
    HelpRequest(
      id: "h-\(opened)-\(kind.rawValue)", subject: "T1", kind: kind,
      openedOn: try #require(CivilDate(opened)),
      closedOn: try closed.map { try #require(CivilDate($0)) })
  }

  /// The days off and make-up days around each vector, as the notices of the State Council set them.
  private static func published() throws -> WorkingCalendar {
    var calendar = WorkingCalendar()
    let off = [
      ("2024-09-15", 3), ("2026-01-01", 3), ("2026-02-15", 9), ("2026-05-01", 5), ("2026-09-25", 3),
      ("2026-10-01", 7),
    ]
    for (first, days) in off {
      let date = try #require(CivilDate(first))
      for day in date..<(date + days) { calendar.add(.init(kind: .holiday, name: "放假"), on: day) }
    }
    let worked = [
      "2024-09-14", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]
    for day in worked {
      calendar.add(.init(kind: .makeUpDay, name: "调休"), on: try #require(CivilDate(day)))
    }
    return calendar
  }

  @Test(arguments: [
    ("2026-09-18", 5, "2026-09-24"), ("2026-09-28", 5, "2026-10-10"), ("2026-09-24", 10, "2026-10-15"),
    ("2026-02-09", 10, "2026-02-28"), ("2026-02-13", 1, "2026-02-14"), ("2026-04-30", 3, "2026-05-08"),
    ("2025-12-31", 1, "2026-01-04"), ("2024-09-12", 5, "2024-09-20"),
  ])
  func `a deadline counts working days and make-up days, not the day of opening`(
    opened: String, days: Int, deadline: String
  ) throws {
    let rule = HelpRule(stamp: Self.rule.stamp, workingDays: [.licences: days], warnBefore: 0)
    let (asked, calendar) = (try request(.licences, opened), try Self.published())
    let last = try #require(CivilDate(deadline))
    #expect(rule.deadline(of: asked, in: calendar) == last)
    #expect(rule.standing(of: asked, in: calendar, asOf: last) == .dueSoon(left: 0))
    #expect(rule.standing(of: asked, in: calendar, asOf: last + -1).isClosed == false)
    guard case .overdue = rule.standing(of: asked, in: calendar, asOf: last + 1) else {
      Issue.record("open on the day after its deadline, it should be overdue")
      return
    }
  }

  @Test(arguments: [
    ("2026-09-20", HelpRule.Standing.open), ("2026-09-22", .dueSoon(left: 2)),
    ("2026-09-24", .dueSoon(left: 0)),
    ("2026-09-25", .overdue(0)), ("2026-09-28", .overdue(1)),
  ])
  func `a request that is open is due soon, then overdue`(date: String, standing: HelpRule.Standing) throws {
    let found = Self.rule.standing(
      of: try request(.licences, "2026-09-18"), in: try Self.calendar(),
      asOf: try #require(CivilDate(date)))
    #expect(found == standing)
  }

  @Test func `what was closed later was open on the day asked for`() throws {
    let calendar = try Self.calendar()
    let late = try request(.licences, "2026-09-18", closed: "2026-09-29")
    let before = try #require(CivilDate("2026-09-22"))
    #expect(Self.rule.standing(of: late, in: calendar, asOf: before) == .dueSoon(left: 2))
    #expect(Self.rule.standing(of: late, in: calendar, asOf: before + 30) == .closedLate(2))
    let timely = try request(.licences, "2026-09-18", closed: "2026-09-24")
    #expect(Self.rule.standing(of: timely, in: calendar, asOf: before + 30) == .closedInTime)
    let free = try request(.planning, "2026-09-18")
    #expect(Self.rule.standing(of: free, in: calendar, asOf: before) == .openWithoutDeadline)
  }

  @Test func `the fulfilment counts each request once`() throws {
    let requests = [
      try request(.licences, "2026-09-18", closed: "2026-09-24"),
      try request(.licences, "2026-09-18", closed: "2026-09-29"), try request(.licences, "2026-09-21"),
      try request(.planning, "2026-09-21", closed: "2026-09-22"),
    ]
    let days = try #require(CivilDate("2026-09-01"))...(try #require(CivilDate("2026-09-30")))
    let rows = Self.rule.fulfilment(
      of: requests, openedIn: days, in: try Self.calendar(), asOf: days.upperBound)
    let licences = try #require(rows.first { $0.kind == .licences })
    #expect(
      licences.opened == 3 && licences.inTime == 1 && licences.late == 1 && licences.open == 1
        && licences.overdue == 1)
    #expect(
      licences.shareInTime == 0.5 && licences.medianWorkingDays == 6 && licences.longestWorkingDays == 7)
    #expect(rows.first { $0.kind == .planning }?.inTime == 1)
    #expect(rows.first { $0.kind == .fundRaising }?.opened == 0)
  }
}
