import Civil
import FollowUp
import SeededNumbers
import Testing

@testable import Centre

/// What the lists said on a day is what they say of that day ever after.
@Suite struct PastFollowUpTests {
  private struct Shown: Equatable {
    let due: [FollowUpTask]
    let overdue: [FollowUpTask]
    let lost: [FollowUpTask]
    let agreed: [String]
    let last: [String: String]

    init(_ followed: FollowedCentre, on day: CivilDate) throws {
      let open = try followed.centre.openFollowUp(asOf: day, calendar: followed.calendar)
      let lists = FollowUpLists(open.tasks)
      (due, overdue, lost) = (lists.due, lists.overdue, lists.lost)
      agreed = open.agreed.map(\.id).sorted()
      // Only of those who are listed: which others are looked at differs.
      let listed = Set((lists.due + lists.overdue + lists.lost).map(\.subject))
      last = open.lastContacts.filter { listed.contains($0.key) }.mapValues(\.id)
    }
  }

  @Test(arguments: 1...6)
  func `the lists of a past day are those that were shown on it`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    var shown: [CivilDate: Shown] = [:]
    var ventures: [String] = []
    for _ in 0..<30 {
      let today = try centre.today()
      for trainee in ["T1", "T2", "T3"] where Int.random(in: 0..<3, using: &random) == 0 {
        // Some contacts are recorded days after they were made, in any order.
        let on = today + -Int.random(in: 0...12, using: &random)
        let result = Contact.Result.allCases.randomElement(using: &random) ?? .reached
        let next = Bool.random(using: &random) ? on + Int.random(in: 1...30, using: &random) : nil
        _ = try centre.record(
          Contact(
            id: "", subject: trainee, on: on, method: .telephone, result: result, officer: "", next: next),
          calendar: calendar)
      }
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where ventures.count < 3:
        let code = "V00000\(ventures.count + 1)"
        try centre.addVenture(
          Venture(
            id: code, name: "示例店", founders: [.init(person: "T\(ventures.count + 1)")],
            legalForm: .unregistered, area: "610113"),
          changes: [
            .init(id: "", .state(.operating), from: today + -5, recordedOn: today, recordedBy: "tester")
          ], calendar: calendar)
        ventures.append(code)
      case 1 where !ventures.isEmpty:
        let code = ventures.randomElement(using: &random) ?? ventures[0]
        try? centre.changeVenture(
          code,
          [
            .init(
              id: "", .state(.deregistered), from: today + -Int.random(in: 0...4, using: &random),
              recordedOn: today, recordedBy: "tester")
          ], calendar: calendar)
      case 2 where seed.isMultiple(of: 2):
        try centre.recordConsent(of: "T3", withdrawnOn: today, calendar: calendar)
      default: break
      }
      shown[today] = try Shown(followed, on: today)
      followed.example.machine.wait(days: Int.random(in: 1...25, using: &random))
    }
    #expect(shown.values.contains { !$0.due.isEmpty } && shown.values.contains { !$0.lost.isEmpty })
    for (day, told) in shown.sorted(by: { $0.key < $1.key }) {
      #expect(try Shown(followed, on: day) == told, "\(day)")
    }
  }

  @Test func `consent that is withdrawn ends the contacts at once, and given again they go on`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    func isFollowed() throws -> Bool {
      let open = try centre.openFollowUp(asOf: centre.today() + 300, calendar: calendar)
      return FollowUpLists(open.tasks).overdue.contains { $0.subject == "T1" }
    }
    let today = try centre.today()
    #expect(try isFollowed())
    try centre.recordConsent(of: "T1", withdrawnOn: today + -40, calendar: calendar)
    #expect(try !isFollowed())
    try centre.recordConsent(of: "T1", on: today, calendar: calendar)
    #expect(try isFollowed())
    #expect(throws: CentreError.self) {
      try centre.recordConsent(of: "T1", on: today + 1, calendar: calendar)
    }
  }
}
