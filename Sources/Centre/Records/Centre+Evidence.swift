package import Civil
import FollowUp
package import Indicators
import Store

extension Centre {
  /// All that indicators are worked out from, for an area and a period, as known on a day.
  ///
  /// The rules are those in force in the area on the last day of the period. Throws where none is.
  package func evidence(
    area: String, period: ClosedRange<CivilDate>, knownOn day: CivilDate
  ) throws(CentreError) -> IndicatorEvidence {
    let survival = try rule(\.survival, .survival, in: area, on: period.upperBound)
    let success = try rule({ $0.success["standard"] }, .success, in: area, on: period.upperBound)
    let indicators = try rule(\.indicators, .indicators, in: area, on: period.upperBound)
    let ventures = try stored { store throws(StoreError) in try store.ventureRecords(knownOn: day) }
    let attended = try stored { store throws(StoreError) in try store.attended(area: area, knownOn: day) }
    let (participations, denominators, surveys) = try stored { store throws(StoreError) in
      (
        try store.participations(area: area, in: period, knownOn: day), try store.denominators(),
        try store.surveys().map(\.result)
      )
    }
    let founded = FoundedVentures(ventures)
    let date = min(period.upperBound, day)
    return IndicatorEvidence(
      area: area, period: period, knownOn: day, survivalRule: survival, successRule: success,
      indicatorRule: indicators, participations: participations, ventures: ventures,
      trainings: attended.lazy.filter { founded.has($0.trainee) }.map {
        Training(person: $0.trainee, days: $0.days)
      },
      outcomes: attended.map { founded.outcome(of: $0, by: success, asOf: date, knownOn: day) },
      surveys: surveys, denominators: denominators)
  }

  /// The rule of a kind in force in an area on a date.
  ///
  /// Throws where no regulation sets one.
  package func rule<Rule: RegulationRule>(
    _ rule: (Regulation.Rules) -> Rule?, _ kind: RuleKind, in area: String, on date: CivilDate
  ) throws(CentreError) -> Rule {
    let code = AreaCode(area) ?? .nation
    guard let found = environment.regulations.rule(rule, in: code, on: date) else {
      throw .noRule(kind, area: code, date: date)
    }
    return found
  }
}

/// Which ventures somebody founded.
struct FoundedVentures {
  private let ventures: [VentureRecord]
  private let places: [String: [Int]]

  init(_ ventures: [VentureRecord]) {
    self.ventures = ventures
    var places: [String: [Int]] = [:]
    for (place, record) in ventures.enumerated() {
      for founder in record.venture.founders { places[founder.person, default: []].append(place) }
    }
    self.places = places
  }

  func has(_ person: String) -> Bool { places[person] != nil }

  func ventures(of person: String) -> [VentureRecord] { (places[person] ?? []).map { ventures[$0] } }

  /// What became of somebody after a class: the first venture that is a success by the rule, or how long nothing is
  /// known to have been started.
  func outcome(
    of attended: Attended, by rule: SuccessRule, asOf date: CivilDate, knownOn day: CivilDate
  ) -> TrainingOutcome {
    let started = (places[attended.trainee] ?? []).compactMap { place -> CivilDate? in
      let verdict = rule.verdict(on: ventures[place], class: attended.days, asOf: date, knownOn: day)
      if case .success(let day) = verdict { return day }
      return nil
    }.min()
    let start: TrainingOutcome.Start =
      if let started { .started(started) } else if attended.followedTo.map({ $0 < date }) ?? false {
        .withdrawn
      } else { .notStarted(knownTo: attended.lastReached) }
    return TrainingOutcome(trainee: attended.trainee, classEnd: attended.days.upperBound, start: start)
  }
}
