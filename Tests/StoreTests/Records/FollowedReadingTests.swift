import Civil
import FollowUp
import Testing

@testable import Store

@Suite struct FollowedReadingTests {
  private func contact(_ trainee: String, on day: Int, next: Int? = nil) -> Contact {
    Contact(
      id: "", subject: trainee, on: .march(day), method: .telephone, result: .reached, officer: "甲",
      next: next.map { .march($0) })
  }

  @Test func `an agreed contact is told from its day on, until one is made or agreed anew`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record(
      [contact("T1", on: 2, next: 6), contact("T2", on: 2, next: 6), contact("T3", on: 2, next: 9)],
      stamp: .march(3))
    func agreed(_ day: Int, officer: String? = "甲") throws -> [String] {
      try store.agreedContacts(officer: officer, upTo: .march(day)).map(\.subject)
    }
    #expect(try agreed(5) == [])
    #expect(try agreed(6) == ["T1", "T2"])
    #expect(try agreed(9) == ["T1", "T2", "T3"])
    try store.record([contact("T1", on: 7)], stamp: .march(7))
    try store.record([contact("T2", on: 5, next: 20)], stamp: .march(7))
    #expect(try agreed(9) == ["T3"])
    #expect(try agreed(20, officer: nil) == ["T3", "T2"])
    #expect(try agreed(20, officer: "乙") == [])
  }

  @Test func `names, telephones and areas are told of who is on record`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    _ = try store.record([.example("T4", phone: "19900001234")], stamp: .march(1))
    let names = try store.traineeNames(of: ["T4", "T1", "T9", "T4"])
    #expect(names["T4"]?.name == "示例T4" && names["T4"]?.phone == "19900001234")
    #expect(names["T1"]?.area == "999901001" && names["T9"] == nil)
  }

  @Test func `contacts of a period are those of its days`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record([2, 5, 9].map { contact("T1", on: $0) }, stamp: .march(10))
    #expect(try store.contacts(within: .march(3)...(.march(9))).map(\.on) == [.march(5), .march(9)])
  }

  @Test func `when a venture ended is kept with its case`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let followed = FollowUpCase(
      subject: "T1", classID: "C1", classEnd: .march(1), hasVenture: true, officer: "甲", area: "999901",
      ventureEndedOn: .march(9), followedTo: .march(20))
    try store.record([PlannedCase(followed: followed, tasks: [])], stamp: .march(10))
    #expect(try store.followUpCases() == [followed])
  }
}
