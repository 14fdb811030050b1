import Civil
import Testing

@testable import Indicators

@Suite struct AssessmentTests {
  private func item(
    _ measure: String, _ points: Double, _ method: PointsRule.Method, effort: Int = 1
  ) -> PointsRule.Item {
    PointsRule.Item(
      measure: measure, name: Wording(zh: measure, en: measure), points: points, method: method,
      effort: effort)
  }

  private func assessment(
    _ items: [PointsRule.Item], targets: [String: Int], done: [String: Int], pass: Double = 60
  ) -> Assessment {
    Assessment(
      PointsRule(stamp: .example("points"), items: items, pass: pass),
      targets: targets.sorted { $0.key < $1.key }.map { measure, amount in
        Target(
          id: measure, name: Wording(zh: measure, en: measure), area: "610113", owner: "bureau",
          measure: measure, Quantity(amount, .person), period: year2026)
      }
    ) { measure in
      done[measure].map { .success(Quantity($0, .person)) }
        ?? .failure(NotCounted(Wording(zh: "无", en: "not counted")))
    }
  }

  @Test func `points grow in proportion, at the target, or by steps`() {
    let proportional = item("a", 15, .proportional(from: 0.6))
    #expect([359, 360, 599, 600, 700].map { proportional.score($0, of: 600).value } == [0, 9, 14.9, 15, 15])
    let all = item("a", 10, .allOrNothing)
    #expect([499, 500].map { all.score($0, of: 500).value } == [0, 10])
    let steps = item("a", 10, .steps([.init(share: 0.6, points: 4), .init(share: 0.8, points: 7)]))
    #expect([299, 300, 399, 400, 500].map { steps.score($0, of: 500).value } == [0, 4, 4, 7, 7])
    #expect(all.score(0, of: 0).value == 10)
  }

  @Test func `an item without a target or a number gets no points and says why`() {
    let items = [item("a", 10, .allOrNothing), item("b", 10, .allOrNothing), item("c", 10, .allOrNothing)]
    let judged = assessment(items, targets: ["a": 5, "b": 5], done: ["a": 5])
    #expect(judged.points.value == 10 && judged.most.value == 30 && !judged.passes)
    let reasons = judged.lines.compactMap { line in
      if case .notJudged(let reason) = line.outcome { reason.english } else { nil }
    }
    #expect(reasons == ["not counted", "there is no target for it"])
  }

  @Test func `people are not held against person-times`() {
    let rule = PointsRule(stamp: .example("points"), items: [item("a", 10, .allOrNothing)], pass: 1)
    let target = Target(
      id: "a", name: Wording(zh: "a", en: "a"), area: "6101", owner: "bureau", measure: "a",
      Quantity(1400, .personTime), period: year2026)
    let judged = Assessment(rule, targets: [target]) { _ in .success(Quantity(1400, .person)) }
    #expect(judged.points.value == 0)
  }

  @Test func `the cheapest way takes the items that give the most for the least`() throws {
    let items = [
      item("trained", 20, .proportional(from: 0)), item("starts", 20, .proportional(from: 0)),
      item("loans", 10, .allOrNothing),
    ]
    let judged = assessment(
      items, targets: ["trained": 200, "starts": 50, "loans": 10],
      done: ["trained": 100, "starts": 25, "loans": 8])
    #expect(judged.points.value == 20)
    // Two loans give ten points; a start gives four times what a trainee gives.
    let ten = try #require(judged.closing(to: .init(30)))
    #expect(ten.steps.map(\.more.amount) == [2] && ten.effort == 2)
    let fourteen = try #require(judged.closing(to: .init(34)))
    #expect(fourteen.steps.map { $0.item.measure } == ["starts", "loans"])
    #expect(fourteen.steps.map(\.more.amount) == [10, 2])
    #expect(judged.closing(to: .init(50))?.gain.value == 30)
    #expect(judged.closing(to: .init(50.1)) == nil)
    #expect(judged.closing(to: .init(5))?.steps.isEmpty == true)
  }

  @Test(arguments: 0..<60)
  func `no combination of small amounts is cheaper than the way found`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    let items = (0..<3).map { place -> PointsRule.Item in
      let points = Double(next(1...10))
      let method: PointsRule.Method =
        switch next(0...2) {
        case 0: .proportional(from: Double(next(0...8)) / 10)
        case 1: .allOrNothing
        default: .steps([.init(share: 0.5, points: points / 2), .init(share: 1, points: points)])
        }
      return item("m\(place)", points, method, effort: next(1...4))
    }
    let amounts = items.map { _ in next(1...7) }
    let done = items.map { _ in next(0...4) }
    let names = items.map(\.measure)
    let judged = assessment(
      items, targets: Dictionary(uniqueKeysWithValues: zip(names, amounts)),
      done: Dictionary(uniqueKeysWithValues: zip(names, done)))
    for goal in stride(from: judged.points.value, through: judged.most.value, by: 0.7) {
      let goal = Assessment.Points(goal)
      var least: Int?
      for a in 0...7 {
        for b in 0...7 {
          for c in 0...7 {
            let more = [a, b, c]
            let points = items.indices.reduce(0) {
              $0 + items[$1].score(done[$1] + more[$1], of: amounts[$1]).tenths
            }
            guard points >= goal.tenths else { continue }
            let effort = items.indices.reduce(0) { $0 + more[$1] * items[$1].effort }
            least = min(least ?? effort, effort)
          }
        }
      }
      let found = judged.closing(to: goal)
      #expect(found?.effort == least)
      if let found { #expect(judged.points.tenths + found.gain.tenths >= goal.tenths) }
    }
  }
}
