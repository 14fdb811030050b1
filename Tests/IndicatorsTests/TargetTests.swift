import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct TargetTests {
  private func target(
    _ id: String, _ amount: Int, _ unit: Indicators.Unit = .person, area: String = "6101",
    monthly: [CivilDate: Int] = [:],
    parts: [String] = []
  ) -> Target {
    Target(
      id: id, name: Wording(zh: id, en: id), area: area, owner: "bureau", Quantity(amount, unit),
      period: year2026,
      monthly: monthly, parts: parts)
  }

  @Test func `2,000 is 600 and 1,400`() {
    let whole = target("all", 2_000, parts: ["trained", "guided"])
    #expect(TargetTree([whole, target("trained", 600), target("guided", 1_400)]).flaws.isEmpty)
    #expect(
      TargetTree([whole, target("trained", 600), target("guided", 1_300)]).flaws
        == [.sum(target: "all", shortBy: Quantity(100, .person))])
  }

  @Test func `1,400 people are not 1,400 person-times`() {
    let tree = TargetTree([
      target("all", 2_000, parts: ["trained", "guided"]), target("trained", 600),
      target("guided", 1_400, .personTime),
    ])
    #expect(
      tree.flaws == [.unit(target: "all", part: "guided", UnitMismatch(left: .person, right: .personTime))])
  }

  @Test func `a cascade down the areas names what is unknown, elsewhere or in a circle`() {
    let tree = TargetTree([
      target("city", 100, parts: ["district", "other", "none"]),
      target("district", 60, area: "610113", parts: ["street"]),
      target("other", 40, area: "3301"), target("street", 60, area: "610113001"),
      target("street", 60, area: "610113001"),
    ])
    #expect(
      tree.flaws == [
        .area(target: "city", part: "other"), .unknownPart(target: "city", part: "none"),
        .repeatedID("street"),
      ])
    let circle = TargetTree([
      target("a", 1, parts: ["b"]), target("b", 1, parts: ["c"]), target("c", 1, parts: ["b"]),
    ])
    #expect(circle.flaws == [.circle(target: "b"), .circle(target: "c")])
  }

  @Test func `months must end at the target, and say what is planned by a date`() {
    let months = [day0 + 30: 10, day0 + 58: 40, day0 + 364: 90]
    #expect(TargetTree([target("a", 100, monthly: months)]).flaws == [.months(target: "a", last: 90)])
    let planned = target("a", 90, monthly: months)
    #expect([0, 30, 57, 58, 364, 400].map { planned.planned(by: day0 + $0) } == [0, 10, 10, 40, 90, 90])
    let even = target("b", 730)
    #expect([-1, 0, 9, 364].map { even.planned(by: day0 + $0) } == [0, 2, 20, 730])
  }

  @Test func `progress is told in the target's unit with a light of the rule`() throws {
    let rule = ProgressRule(stamp: .example("progress"), green: 1, amber: 0.8)
    func light(_ done: Int) throws -> Progress.Light {
      try Progress(target("b", 730), done: Quantity(done, .person), on: day0 + 99, rule: rule).light
    }
    #expect(try [200, 199, 160, 159].map(light) == [.green, .amber, .amber, .red])
    let progress = try Progress(target("b", 730), done: Quantity(800, .person), on: day0 + 364, rule: rule)
    #expect(progress.missing.amount == 0 && progress.share == 800.0 / 730)
    #expect(throws: UnitMismatch.self) {
      try Progress(target("b", 730), done: Quantity(1, .personTime), on: day0, rule: rule)
    }
  }

  @Test func `equal numbers share a place, and a place that one more would change is noted`() throws {
    let entries = [("A", 30, 100), ("B", 2, 10), ("C", 20, 100), ("D", 19, 100), ("E", 5, 100)]
    let ranking = Ranking(entries.compactMap { Ranking.Entry(id: $0.0, $0.1, of: $0.2) })
    #expect(ranking.places.map(\.entry.id) == ["A", "B", "C", "D", "E"])
    #expect(ranking.places.map(\.rank) == [1, 2, 2, 4, 5])
    #expect(ranking.places.filter(\.oneFromRising).map(\.entry.id) == ["B", "D"])
    #expect(ranking.sensitivity()?.chinese == "名次不稳：B、D 只差 1 个单位即可追平或超过前一名。")
    #expect(Ranking.Entry(id: "F", 1, of: 0) == nil)
    #expect(Ranking([]).sensitivity() == nil)
  }
}
