import Civil
import FollowUp

@testable import Indicators

/// The day 2026-01-01; the examples' period is the year that it begins.
let day0 = CivilDate(daysSinceEpoch: 20_454)
let year2026 = day0...(day0 + 364)

extension RuleStamp {
  static func example(_ name: String) -> RuleStamp {
    RuleStamp(name: Wording(zh: name, en: name), version: "1", from: day0 + -1000, source: "made up")
  }
}

extension VentureRecord {
  /// A venture that has operated since a day, has so many employees and perhaps ended.
  static func example(
    _ id: String, founders: [String], since day: Int, employees: Int = 0, ended: Int? = nil,
    form: LegalForm = .individualBusiness, area: String = "610113", cost: Int? = nil,
    recordedLate: Bool = false
  ) -> VentureRecord {
    var states = Ledger<VentureState>([
      .init(id: "\(id)-S", .operating, from: day0 + day, recordedOn: day0 + day, recordedBy: "Li")
    ])
    if let ended {
      states.append(
        .init(
          id: "\(id)-E", .deregistered, from: day0 + ended, recordedOn: day0 + (recordedLate ? 900 : ended),
          recordedBy: "Li"))
    }
    var jobs = Ledger<Headcount>()
    if let count = try? Headcount(founders: founders.count, employees: employees) {
      jobs.append(.init(id: "\(id)-J", count, from: day0 + day, recordedOn: day0 + day, recordedBy: "Li"))
    }
    let venture = Venture(
      id: id, name: id, founders: founders.map { Venture.Founder(person: $0) }, legalForm: form, area: area,
      startUpCost: cost.map { Money(yuan: $0) })
    return VentureRecord(venture, states: states, jobs: jobs)
  }
}

extension IndicatorEvidence {
  static func example(
    area: String = "610113", knownOn: Int = 400, participations: [Participation] = [],
    ventures: [VentureRecord] = [], trainings: [Training] = [], outcomes: [TrainingOutcome] = [],
    surveys: [SurveyResult] = [], denominators: [Denominator] = [],
    startBase: IndicatorRule.StartBase = .certified, households: Households = Households()
  ) -> IndicatorEvidence {
    IndicatorEvidence(
      area: area, period: year2026, knownOn: day0 + knownOn,
      survivalRule: SurvivalRule(
        stamp: .example("survival"), beginning: .operation, endStates: [.deregistered, .revoked],
        suspensionDays: 90, confirmationDays: nil,
        horizons: [
          .init(months: 12, days: 365), .init(months: 24, days: 730), .init(months: 36, days: 1095),
        ],
        leastGroup: 5),
      successRule: SuccessRule(
        stamp: .example("success"), needsLicence: false, withinDays: 365, operatingDays: 90),
      indicatorRule: IndicatorRule(
        stamp: .example("indicators"), startBase: startBase, startLag: 180, initialDays: 180),
      participations: participations, ventures: ventures, trainings: trainings, outcomes: outcomes,
      surveys: surveys, denominators: denominators, households: households)
  }
}

extension Denominator {
  static func example(
    _ kind: Kind, _ amount: Int, area: String = "610113", unit: Indicators.Unit = .person, recorded: Int = 380
  ) -> Denominator {
    Denominator(
      kind, area: area, period: year2026, Quantity(amount, unit), source: "statistics bureau, made up",
      publishedOn: day0 + recorded)
  }
}

func taking(_ kind: Participation.Kind, _ people: ClosedRange<Int>, day: Int = 30, area: String = "610113001")
  -> [Participation]
{
  people.map { Participation(person: "P\($0)", kind, on: day0 + day, area: area) }
}
