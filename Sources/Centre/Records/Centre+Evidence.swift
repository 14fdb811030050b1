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
    try FigureSource(self, area: area, knownOn: day).evidence(of: period)
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

/// What the figures of an area are worked out from, read once for several periods.
struct FigureSource {
  private let centre: Centre
  private let area: String
  private let knownOn: CivilDate
  private let ventures: [VentureRecord]
  private let attended: [Attended]
  private let founded: FoundedVentures
  private let changed: [String: (first: Venture, facts: Ledger<VentureFact>)]
  private let denominators: [Denominator]
  private let surveys: [SurveyResult]
  private let loans: [Loan]
  private let subsidies: [Subsidy]
  private let mentored: [String: CivilDate]

  /// `area` with those below it; blank: everywhere.
  init(_ centre: Centre, area: String, knownOn day: CivilDate) throws(CentreError) {
    self.centre = centre
    self.area = area
    knownOn = day
    (ventures, attended) = try together(
      { () throws(CentreError) in
        try centre.stored { store throws(StoreError) in try store.ventureRecords(knownOn: day) }
      },
      { () throws(CentreError) in
        try centre.stored { store throws(StoreError) in try store.attended(area: area, knownOn: day) }
      })
    founded = FoundedVentures(ventures)
    (changed, denominators, surveys, mentored) = try centre.stored { store throws(StoreError) in
      (
        try store.changedVentures(knownOn: day), try store.denominators(),
        try store.surveys().map(\.result), try store.firstGuidance(knownOn: day)
      )
    }
    (loans, subsidies) = try centre.stored { store throws(StoreError) in
      (try store.loans(), try store.subsidies(knownOn: day))
    }
  }

  /// Whether a person or a venture belongs to the area: trained there, or of a venture there, as the ventures were.
  ///
  /// Only borrowers and recipients are looked at.
  private func locals(_ ventures: [VentureRecord]) -> (String) -> Bool {
    let code = AreaCode.prefix(area)
    let asked = Set(loans.map(\.borrower) + loans.compactMap(\.venture) + subsidies.map(\.recipient.id))
    if code.isEmpty || asked.isEmpty { return { _ in code.isEmpty } }
    var ids = Set(attended.lazy.filter(\.isLocal).map(\.trainee).filter(asked.contains))
    for record in ventures where record.venture.area.hasPrefix(code) {
      ids.insert(record.venture.id)
      for founder in record.venture.founders { ids.insert(founder.person) }
    }
    ids.formIntersection(asked)
    return { ids.contains($0) }
  }

  /// The ventures as they were on a date: what changed of one after it does not count in it.
  private func ventures(on date: CivilDate) -> ([VentureRecord], FoundedVentures) {
    let later = changed.filter { _, venture in
      venture.facts.standing(knownOn: knownOn).contains { $0.from > date }
    }
    guard !later.isEmpty else { return (ventures, founded) }
    let then = ventures.map { record -> VentureRecord in
      guard let (first, facts) = later[record.venture.id] else { return record }
      return VentureRecord(
        first.changed(by: facts, on: date, knownOn: knownOn), states: record.states, jobs: record.jobs)
    }
    return (then, FoundedVentures(then))
  }

  /// The evidence of a period by the rules in force on its last day.
  func evidence(of period: ClosedRange<CivilDate>) throws(CentreError) -> IndicatorEvidence {
    let last = period.upperBound
    let survival = try centre.rule(\.survival, .survival, in: area, on: last)
    let success = try centre.rule({ $0.success["standard"] }, .success, in: area, on: last)
    let indicators = try centre.rule(\.indicators, .indicators, in: area, on: last)
    let subsidyRule = centre.environment.regulations.rule(
      \.subsidies, in: AreaCode(area) ?? .nation, on: last)
    let (participations, households) = try centre.stored { store throws(StoreError) in
      (
        try store.participations(area: area, in: period, knownOn: knownOn),
        try store.households(during: period, knownOn: knownOn)
      )
    }
    let date = min(last, knownOn)
    let (ventures, founded) = ventures(on: date)
    let isLocal = locals(ventures)
    return IndicatorEvidence(
      area: area, period: period, knownOn: knownOn, survivalRule: survival, successRule: success,
      indicatorRule: indicators, participations: participations, ventures: ventures,
      trainings: attended.lazy.filter { founded.has($0.trainee) }.map {
        Training(person: $0.trainee, days: $0.days)
      },
      outcomes: attended.lazy.filter(\.isLocal).map {
        founded.outcome(of: $0, by: success, asOf: date, knownOn: knownOn)
      },
      surveys: surveys, denominators: denominators,
      loans: loans.filter { isLocal($0.borrower) || $0.venture.map(isLocal) ?? false },
      subsidies: subsidies.filter { isLocal($0.recipient.id) },
      subsidyRule: subsidyRule, mentored: mentored, households: households)
  }
}

/// Which ventures somebody founded.
struct FoundedVentures {
  private let ventures: [VentureRecord]
  /// The first venture of each; most have only one.
  private let firsts: [String: Int]
  private let others: [String: [Int]]

  init(_ ventures: [VentureRecord]) {
    self.ventures = ventures
    var firsts: [String: Int] = [:]
    var others: [String: [Int]] = [:]
    for (place, record) in ventures.enumerated() {
      for founder in record.venture.founders {
        if firsts[founder.person] == nil {
          firsts[founder.person] = place
        } else {
          others[founder.person, default: []].append(place)
        }
      }
    }
    self.firsts = firsts
    self.others = others
  }

  func has(_ person: String) -> Bool { firsts[person] != nil }

  func ventures(of person: String) -> [VentureRecord] {
    guard let first = firsts[person] else { return [] }
    return [ventures[first]] + (others[person] ?? []).map { ventures[$0] }
  }

  /// What became of somebody after a class: the first venture that is a success by the rule, or how long nothing is
  /// known to have been started.
  func outcome(
    of attended: Attended, by rule: SuccessRule, asOf date: CivilDate, knownOn day: CivilDate
  ) -> TrainingOutcome {
    let own = ventures(of: attended.trainee)
    let started =
      own.isEmpty
      ? nil
      : own.compactMap { record -> CivilDate? in
        let verdict = rule.verdict(on: record, class: attended.days, asOf: date, knownOn: day)
        if case .success(let day) = verdict { return day }
        return nil
      }.min()
    let start: TrainingOutcome.Start =
      if let started { .started(started) } else if attended.followedTo.map({ $0 < date }) ?? false {
        .withdrawn
      } else { .notStarted(knownTo: attended.lastReached) }
    return TrainingOutcome(
      trainee: attended.trainee, classEnd: attended.days.upperBound, start: start,
      isCertified: attended.isCertified)
  }
}
