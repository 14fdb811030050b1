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
    let others: OtherRecords
    (ventures, (attended, others)) = try together(
      { () throws(CentreError) in
        try centre.stored { store throws(StoreError) in try store.ventureRecords(knownOn: day) }
      },
      { () throws(CentreError) in
        try centre.stored { store throws(StoreError) in
          (try store.attended(area: area, knownOn: day), try OtherRecords(store, knownOn: day))
        }
      })
    founded = FoundedVentures(ventures)
    changed = others.changed
    (denominators, surveys, mentored) = (others.denominators, others.surveys, others.mentored)
    (loans, subsidies) = (others.loans, others.subsidies)
  }

  /// Whether a person or a venture belongs to the area: trained there, or of a venture there, as the ventures were.
  ///
  /// Only borrowers and recipients are looked at.
  private func locals(_ ventures: [VentureRecord]) -> (String) -> Bool {
    let code = AreaCode.prefix(area)
    let asked = Set(loans.map(\.borrower) + loans.compactMap(\.venture) + subsidies.map(\.recipient.id))
    if code.isEmpty || asked.isEmpty { return { _ in code.isEmpty } }
    var ids: Set<String> = []
    for one in attended where one.isLocal && asked.contains(one.trainee) { ids.insert(one.trainee) }
    for record in ventures where record.venture.area.hasPrefix(code) {
      if asked.contains(record.venture.id) { ids.insert(record.venture.id) }
      for founder in record.venture.founders where asked.contains(founder.person) {
        ids.insert(founder.person)
      }
    }
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
    let (outcomes, trainings) = founded.outcomes(of: attended, by: success, asOf: date, knownOn: knownOn)
    return IndicatorEvidence(
      area: area, period: period, knownOn: knownOn, survivalRule: survival, successRule: success,
      indicatorRule: indicators, participations: participations, ventures: ventures, trainings: trainings,
      outcomes: outcomes, surveys: surveys, denominators: denominators,
      loans: loans.filter { isLocal($0.borrower) || $0.venture.map(isLocal) ?? false },
      subsidies: subsidies.filter { isLocal($0.recipient.id) },
      subsidyRule: subsidyRule, mentored: mentored, households: households)
  }
}

/// What figures are worked out from besides ventures and classes.
private struct OtherRecords: Sendable {
  let denominators: [Denominator]
  let surveys: [SurveyResult]
  let mentored: [String: CivilDate]
  let loans: [Loan]
  let subsidies: [Subsidy]
  let changed: [String: (first: Venture, facts: Ledger<VentureFact>)]

  init(_ store: CentreStore, knownOn day: CivilDate) throws(StoreError) {
    changed = try store.changedVentures(knownOn: day)
    denominators = try store.denominators()
    surveys = try store.surveys().map(\.result)
    mentored = try store.firstGuidance(knownOn: day)
    loans = try store.loans()
    subsidies = try store.subsidies(knownOn: day)
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

  func ventures(of person: String) -> [VentureRecord] {
    guard let first = firsts[person] else { return [] }
    return [ventures[first]] + (others[person] ?? []).map { ventures[$0] }
  }

  /// What became of each of the area after a class, and the classes of those who founded anything.
  func outcomes(
    of attended: [Attended], by rule: SuccessRule, asOf date: CivilDate, knownOn day: CivilDate
  ) -> (outcomes: [TrainingOutcome], trainings: [Training]) {
    var outcomes: [TrainingOutcome] = []
    var trainings: [Training] = []
    outcomes.reserveCapacity(attended.count)
    for one in attended {
      // Most founded nothing: each is looked up once.
      var started: CivilDate?
      if let first = firsts[one.trainee] {
        trainings.append(Training(person: one.trainee, days: one.days))
        for place in [first] + (others[one.trainee] ?? []) {
          let verdict = rule.verdict(on: ventures[place], class: one.days, asOf: date, knownOn: day)
          if case .success(let met) = verdict { started = min(started ?? met, met) }
        }
      }
      guard one.isLocal else { continue }
      outcomes.append(
        TrainingOutcome(
          trainee: one.trainee, classEnd: one.days.upperBound, start: one.start(started: started, by: date),
          isCertified: one.isCertified))
    }
    return (outcomes, trainings)
  }
}

extension Attended {
  /// What is known of the start on a date: when the first venture was a success by the rule, or how long nothing is
  /// known to have been started.
  fileprivate func start(started: CivilDate?, by date: CivilDate) -> TrainingOutcome.Start {
    if let started { return .started(started) }
    if let followedTo, followedTo < date { return .withdrawn }
    return .notStarted(knownTo: lastReached)
  }
}
