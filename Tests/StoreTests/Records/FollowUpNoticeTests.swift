import Civil
import FollowUp
import Testing

@testable import Store

@Suite struct FollowUpNoticeTests {
  private let days: ClosedRange<CivilDate> = .march(1)...(.march(30))

  private func notices(
    _ store: CentreStore, _ wanted: [(Int, String)], on day: Int, isDone: Bool = false
  ) throws -> [FollowUpNotice] {
    try store.notices(
      wanted.map {
        WantedNotice(officer: "甲", day: .march($0.0), title: $0.1, content: "T1", isDone: isDone)
      }, within: days, stamp: .march(day))
  }

  @Test func `an entry is cancelled when all is done, and none is made for what was done before`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    #expect(try notices(store, [(5, "回访已完成（1 人）")], on: 1, isDone: true).isEmpty)
    let open = try #require(try notices(store, [(5, "回访 1 人")], on: 2).first)
    let done = try #require(try notices(store, [(5, "回访已完成（1 人）")], on: 3, isDone: true).first)
    #expect(done.uid == open.uid && done.sequence == 1 && done.isCancelled)
    #expect(try notices(store, [(5, "回访已完成（1 人）")], on: 4, isDone: true) == [done])
  }

  @Test func `an entry keeps its id, and every change raises its sequence`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let first = try #require(try notices(store, [(5, "回访 2 人")], on: 1).first)
    #expect(first.sequence == 0 && !first.isCancelled)
    #expect(try notices(store, [(5, "回访 2 人")], on: 2) == [first])
    let changed = try #require(try notices(store, [(5, "回访 1 人")], on: 3).first)
    #expect(changed.uid == first.uid && changed.sequence == 1 && changed.revised > first.revised)
    let gone = try #require(try notices(store, [], on: 4).first)
    #expect(gone.uid == first.uid && gone.sequence == 2 && gone.isCancelled)
    #expect(try notices(store, [], on: 5) == [gone])
    let back = try #require(try notices(store, [(5, "回访 1 人")], on: 6).first)
    #expect(back.uid == first.uid && back.sequence == 3 && !back.isCancelled)
  }

  @Test func `who is lost, withdrew or whose time is over is not due, and what was done says so`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let rule = FollowUpRule(
      stamp: RuleStamp(
        name: Wording(zh: "示例", en: "example"), version: "1", from: .march(1), source: "made up"),
      traineeDays: [5, 10], ventureMonths: [], daysEarly: 1, graceWorkingDays: 0, triesToLose: 1)
    func planned(_ trainee: String, _ contacts: [Contact], followedTo: Int? = nil) -> PlannedCase {
      let followed = FollowUpCase(
        subject: trainee, classID: "C1", classEnd: .march(1), hasVenture: false, officer: "甲", area: "999901",
        followedTo: followedTo.map { .march($0) })
      return PlannedCase(
        followed: followed,
        tasks: rule.tasks(for: followed, contacts: contacts, calendar: WorkingCalendar(), asOf: .march(7)),
        lostSince: rule.lostSince(contacts, asOf: .march(7)))
    }
    func contact(_ trainee: String, _ result: Contact.Result) -> Contact {
      Contact(
        id: trainee, subject: trainee, on: .march(6), method: .telephone, result: result, officer: "甲")
    }
    try store.record(
      [
        planned("T1", [contact("T1", .reached)]), planned("T2", [contact("T2", .noAnswer)]),
        planned("T3", [], followedTo: 8),
      ], stamp: .march(7))
    let due = try store.dueContacts(within: days, today: .march(7))
    #expect(due.map(\.trainee) == ["T1", "T3", "T1"] && due.map(\.isDone) == [true, false, false])
    #expect(try store.dueContacts(within: days, today: .march(12)).map(\.trainee) == ["T1", "T1"])
  }

  @Test func `an opaque name stays the same and holds no digit`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let name = store.opaqueName(of: "19900001234")
    #expect(name == store.opaqueName(of: "19900001234") && name != store.opaqueName(of: "19900001235"))
    #expect(name.allSatisfy { !$0.isNumber })
  }
}
