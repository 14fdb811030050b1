import Civil
import Testing

@testable import FollowUp

@Suite struct SurvivalCurveTests {
  @Test(arguments: SurvivalReference.curves.indices)
  func `curve, variance and intervals are those of lifelines`(index: Int) throws {
    let reference = SurvivalReference.curves[index]
    let curve = SurvivalCurve(lifetimes(reference.data))
    #expect(curve.median == reference.median)
    for row in reference.rows {
      let step = try #require(curve.steps.first { $0.days == row.days })
      #expect(step.atRisk == row.atRisk)
      #expect(step.ended == row.ended)
      #expect(isClose(step.estimate.survival, row.survival))
      #expect(isClose(step.estimate.variance, row.variance))
      let interval = try #require(step.estimate.interval)
      #expect(isClose(interval.lowerBound, row.interval.lowerBound))
      #expect(isClose(interval.upperBound, row.interval.upperBound))
    }
  }

  @Test func `who is censored on a day is at risk on it`() throws {
    let curve = SurvivalCurve(lifetimes([(10, false), (10, true), (20, true)]))
    #expect(curve.steps.map(\.atRisk) == [3, 1])
    #expect(curve.steps.map(\.censored) == [1, 0])
    #expect(isClose(curve.value(at: 10)?.estimate.survival, 2.0 / 3))
  }

  @Test func `values stand at the day itself, with those still at risk`() throws {
    let curve = SurvivalCurve(lifetimes(SurvivalReference.a))
    let year = try #require(curve.value(at: 365))
    #expect(year.atRisk == 9)
    #expect(isClose(year.estimate.survival, 0.6926406926406926))
    #expect(curve.value(at: 364)?.atRisk == 9)
    #expect(curve.value(at: 1095)?.atRisk == 3)
    #expect(curve.value(at: 0)?.estimate.survival == 1)
    #expect(curve.value(at: 1200) != nil)
    #expect(curve.value(at: 1201) == nil)
  }

  @Test func `of nobody there is a curve without values`() {
    let curve = SurvivalCurve([])
    #expect(curve.steps.isEmpty && curve.value(at: 0) == nil && curve.median == nil)
    #expect(curve.atRisk(at: 0) == 0)
  }

  @Test func `one subject that lives stays at 100 % as long as it was watched, without an interval`() throws {
    let curve = SurvivalCurve(lifetimes([(30, false)]))
    let value = try #require(curve.value(at: 30))
    #expect(value.estimate.survival == 1 && value.estimate.variance == 0 && value.estimate.interval == nil)
    #expect(value.atRisk == 1)
    #expect(curve.value(at: 31) == nil)
    #expect(curve.median == nil)
  }

  @Test func `when all have ended the curve is at 0 for ever, without variance or interval`() throws {
    let curve = SurvivalCurve(lifetimes([(0, true)]))
    let later = try #require(curve.value(at: 1095))
    #expect(later.estimate.survival == 0 && later.atRisk == 0)
    #expect(later.estimate.variance == nil && later.estimate.interval == nil)
    #expect(curve.median == 0)
  }

  @Test func `an exact half is the median`() {
    // 7/10 · 5/7 = 1/2, which in binary is a little more.
    let data = (0..<10).map { ($0 < 3 ? 5 : 9, $0 < 5) }
    #expect(SurvivalCurve(lifetimes(data)).median == 9)
    let interval = SurvivalCurve(lifetimes(SurvivalReference.b)).medianInterval
    #expect(interval.from == 40 && interval.to == 731)
    let open = SurvivalCurve(lifetimes(SurvivalReference.a)).medianInterval
    #expect(open.from == 180 && open.to == nil)
  }

  @Test(arguments: 1...20)
  func `without censoring the curve is the share that still lives, and order does not matter`(seed: UInt64)
    throws
  {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...60, using: &generator)
    let data = (0..<count).map { _ in (Int.random(in: 0...40, using: &generator), true) }
    let curve = SurvivalCurve(lifetimes(data))
    for day in 0...45 {
      let living = data.count { $0.0 > day }
      let value = try #require(curve.value(at: day))
      let share = Double(living) / Double(count)
      #expect(isClose(value.estimate.survival, share))
      // Greenwood's variance of an uncensored share is p (1 - p) / n.
      if living > 0 {
        #expect(isClose(value.estimate.variance, share * (1 - share) / Double(count)))
      }
    }
    #expect(SurvivalCurve(lifetimes(data).shuffled(using: &generator)) == curve)
  }

  @Test func `a lifetime ends only if the end is seen, and never before its start`() throws {
    let start = try #require(CivilDate("2026-03-01"))
    let seen = Lifetime("V", from: start, to: start + 10, asOf: start + 10)
    #expect(seen == Lifetime("V", days: 10, ended: true))
    #expect(
      Lifetime("V", from: start, to: start + 10, asOf: start + 9) == Lifetime("V", days: 9, ended: false))
    let lost = Lifetime("V", from: start, to: nil, lastKnown: start + 4, asOf: start + 9)
    #expect(lost == Lifetime("V", days: 4, ended: false))
    #expect(Lifetime("V", from: start, to: start + -1, asOf: start + 9) == nil)
    #expect(Lifetime("V", from: start, to: nil, asOf: start + -1) == nil)
  }
}
