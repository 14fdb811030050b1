import Civil
import Testing

@testable import FollowUp

@Suite struct StartUpRateTests {
  @Test(arguments: SurvivalReference.wilson.indices)
  func `Wilson's interval is that of statsmodels`(index: Int) throws {
    let (numerator, denominator, low, high) = SurvivalReference.wilson[index]
    let share = try #require(Share(numerator, of: denominator))
    let interval = try #require(share.interval())
    #expect(isClose(interval.lowerBound, low) && isClose(interval.upperBound, high))
  }

  @Test func `a share of nobody has no value, and more than all is refused`() throws {
    let nobody = try #require(Share(0, of: 0))
    #expect(nobody.value == nil && nobody.interval() == nil)
    #expect(Share(3, of: 2) == nil && Share(-1, of: 2) == nil)
  }

  @Test func `the silent are bounded from both sides, and who withdrew is in no denominator`() throws {
    let drawn = (0..<11).map { "T\($0)" }
    let response = Response(
      yes: Array(drawn[0..<4]), no: Array(drawn[4..<7]), silent: Array(drawn[7..<11]), withdrawn: ["T11"])
    #expect(response.ofDrawn == Share(4, of: 11))
    #expect(response.ofReached == Share(4, of: 7))
    #expect(response.responseRate == Share(7, of: 11))
    #expect(response.bounds == 4.0 / 11...8.0 / 11)
    #expect(Response(yes: [], no: [], silent: []).bounds == nil)
  }

  @Test func `the rate at a lag counts those whose lag has passed`() throws {
    let end = try #require(CivilDate("2026-01-31"))
    let rate = StartUpRate(
      lagDays: 180,
      [
        TrainingOutcome(trainee: "T1", classEnd: end, start: .started(end + 180)),
        TrainingOutcome(trainee: "T2", classEnd: end, start: .started(end + 181)),
        TrainingOutcome(trainee: "T3", classEnd: end, start: .notStarted(knownTo: end + 180)),
        TrainingOutcome(trainee: "T4", classEnd: end, start: .notStarted(knownTo: end + 179)),
        TrainingOutcome(trainee: "T5", classEnd: end, start: .withdrawn),
        TrainingOutcome(trainee: "T6", classEnd: end + 30, start: .started(end + 31)),
        TrainingOutcome(trainee: "T7", classEnd: end, start: .notStarted(knownTo: nil)),
      ], asOf: end + 190)
    #expect(rate.response.yes == ["T1"])
    #expect(rate.response.no == ["T2", "T3"])
    #expect(rate.response.silent == ["T4", "T7"])
    #expect(rate.response.withdrawn == ["T5"])
    #expect(rate.notYetDue == ["T6"])
  }

  @Test func `a trainee of two classes counts once, from the first`() throws {
    let end = try #require(CivilDate("2026-01-31"))
    let twice = [
      TrainingOutcome(trainee: "T1", classEnd: end + 100, start: .started(end + 120)),
      TrainingOutcome(trainee: "T1", classEnd: end, start: .started(end + 120)),
    ]
    let rate = StartUpRate(lagDays: 90, twice, asOf: end + 365)
    #expect(rate.response.no == ["T1"] && rate.response.yes.isEmpty)
    #expect(rate.attendedSeveral == ["T1"])
  }

  @Test func `alive a year is of those whose day 365 has passed`() throws {
    let start = try #require(CivilDate("2025-01-01"))
    func venture(_ id: String, _ offset: Int, end: Int? = nil, known: Int? = nil) throws -> (
      CivilDate, Lifetime
    ) {
      let lifetime = Lifetime(
        id, from: start + offset, to: end.map { start + $0 }, lastKnown: known.map { start + $0 },
        asOf: start + 400)
      return (start + offset, try #require(lifetime))
    }
    let response = try Response(
      aliveAfter: 365,
      of: [
        venture("lives", 0), venture("closed later", 0, end: 366), venture("closed", 0, end: 365),
        venture("lost", 0, known: 200), venture("young", 36), venture("young and closed", 100, end: 150),
        venture("just old enough", 35),
      ], asOf: start + 400)
    #expect(response.yes == ["lives", "closed later", "just old enough"])
    #expect(response.no == ["closed"] && response.silent == ["lost"])
    #expect(response.ofReached == Share(3, of: 4))
  }
}
