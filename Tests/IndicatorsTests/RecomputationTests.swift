import Civil
import FollowUp
import Testing

@testable import Indicators

/// The indicators worked out once more from the plain facts, by other means: arrays of numbers and no ledgers.
@Suite struct RecomputationTests {
  /// A venture as plain numbers: days from the first day of the year.
  private struct Fact {
    let id: String
    let founder: Int
    let start: Int
    let end: Int?
    let employees: Int
    let isEnterprise: Bool
  }

  private struct Draw {
    var state: UInt64

    mutating func next(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
  }

  @Test(arguments: 0..<40)
  func `the indicators equal their recomputation from the facts`(seed: Int) throws {
    var draw = Draw(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let facts = (0..<draw.next(1...60)).map { number -> Fact in
      let start = draw.next(-500...420)
      let end = draw.next(0...2) == 0 ? start + draw.next(1...500) : nil
      return Fact(
        id: "V\(number)", founder: draw.next(0...39), start: start, end: end, employees: draw.next(0...9),
        isEnterprise: draw.next(0...3) == 0)
    }
    let taken = (0..<80).map { _ in
      (person: draw.next(0...59), isTraining: draw.next(0...1) == 0, day: draw.next(-40...400))
    }
    let evidence = IndicatorEvidence.example(
      participations: taken.map {
        Participation(
          person: "P\($0.person)", $0.isTraining ? .training : .service, on: day0 + $0.day, area: "610113001")
      },
      ventures: facts.map {
        .example(
          $0.id, founders: ["P\($0.founder)"], since: $0.start, employees: $0.employees,
          // What ended after the last known day is recorded after it.
          ended: $0.end, form: $0.isEnterprise ? .limitedCompany : .individualBusiness)
      },
      denominators: [.example(.urbanWorkers, 500), .example(.newEmployment, 300)])

    let new = facts.filter { (0...364).contains($0.start) }
    let founders = Set(new.map(\.founder))
    let jobs = new.reduce(0) { $0 + $1.employees }
    let active = founders.union(taken.filter { (0...364).contains($0.day) }.map(\.person))
    func share(_ indicator: Indicator, _ component: Int = 0) -> Double? {
      guard case .share(let share)? = indicator.result(evidence).components[component].figure?.value else {
        return nil
      }
      return share
    }
    #expect(share(.activityIndex) == Double(active.count) / 500)
    #expect(share(.employmentContribution) == Double(founders.count + jobs) / 300)
    let ratio = Indicator.leadRatio.result(evidence).components[0].figure?.value
    #expect(ratio == (founders.isEmpty ? nil : .oneTo(Double(jobs) / Double(founders.count))))
    let entities = Indicator.newEntities.result(evidence).components.compactMap(
      \.figure?.numerator.quantity.amount)
    #expect(entities.prefix(2) == [new.count(where: \.isEnterprise), new.count { !$0.isEnterprise }])

    // Alive on a day: begun by it, and not ended by it.
    func alive(_ day: Int) -> Int {
      facts.count { $0.start <= day && ($0.end.map { $0 > day } ?? true) }
    }
    let before = alive(-1)
    #expect(share(.enterpriseGrowth) == (before == 0 ? nil : Double(alive(364) - before) / Double(before)))
    let due = facts.filter { $0.start + 365 <= 364 }
    let lived = due.count { fact in fact.end.map { $0 > fact.start + 365 } ?? true }
    #expect(share(.oneYearSurvival) == (due.isEmpty ? nil : Double(lived) / Double(due.count)))

    // The survival after a year by the product over the days on which ventures ended.
    let begun = facts.filter { $0.start <= 364 }
    let lives = begun.map { fact -> (days: Int, ended: Bool) in
      if let end = fact.end, end <= 364 { return (end - fact.start, true) }
      return (364 - fact.start, false)
    }
    var survival = 1.0
    for days in Set(lives.filter { $0.ended && $0.days <= 365 }.map(\.days)).sorted() {
      let atRisk = lives.count { $0.days >= days }
      survival *= 1 - Double(lives.count { $0.ended && $0.days == days }) / Double(atRisk)
    }
    if let shown = share(.enterpriseGrowth, 1) { #expect(abs(shown - survival) < 1e-12) }
  }
}
