import Civil
import Planning
import Testing

@testable import Store

@Suite struct DraftTests {
  @Test func `a draft keeps its rows, what it lacks, its cost and its seed`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    let rows: [TimetableRow] = [.example(people: ["P2", "P1"]), .example(part: 2, day: 6), .meeting()]
    let unplaced = [
      UnplacedSession(
        .classSession(classID: "第1班", module: "市场", part: 3), reason: Wording(zh: "没有教室", en: "no room")),
      UnplacedSession(.meeting(trainee: "T1", part: 2), reason: Wording(zh: "没有导师", en: "no mentor")),
    ]
    let cost = [SoftCost("span", count: 4, weight: 1), SoftCost("gap", count: 0, weight: 2.5)]
    let keep = {
      try store.keep(
        rows: rows, unplaced: unplaced, cost: cost, seed: .max, steps: 77, stamp: .at(5))
    }
    #expect(try keep() == nil, "without facts there is nothing to plan")
    try store.replaceFacts(with: .example())
    #expect(try keep()?.id == 1)
    #expect(try keep()?.id == 2)
    let drafts = try store.drafts()
    #expect(drafts.map(\.id) == [2, 1])
    let draft = try #require(drafts.first)
    #expect(draft.seed == .max)
    #expect(draft.steps == 77)
    #expect(draft.sessions == 3)
    #expect(draft.unplaced == unplaced)
    #expect(draft.cost == cost)
    #expect(draft.total == 4)
    #expect(draft.made == Stamp.at(5).at)
    #expect(draft.madeBy == "tester")
    #expect(!draft.isPublished)
    #expect(try store.rows(ofDraft: 1) == rows)
    #expect(try store.rows(ofDraft: 3) == nil)
  }

  @Test func `drafts outlive the facts that they were made from`() throws {
    let publisher = try ExamplePublisher(TemporaryFolder())
    try publisher.publish([.example()])
    var empty = PlanningBundle.example()
    (empty.classes, empty.enrolments, empty.pins, empty.mentoring) = ([], [], [], [])
    try publisher.store.replaceFacts(with: empty)
    #expect(try publisher.store.rows(ofDraft: 1) == [.example()])
    #expect(try publisher.store.drafts().first?.isPublished == true)
  }
}
