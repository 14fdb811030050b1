package import Civil
import FollowUp

/// A count that a formula of one's own may use: a name, a unit, and what is counted.
package struct Measure: Sendable {
  package let id: String
  package let name: Wording
  package let unit: Unit
  /// The count with those behind it, or why there is none.
  package let count: @Sendable (IndicatorEvidence) -> Result<Figure.Part, MissingDenominator>

  package init(
    _ id: String, _ name: Wording, _ unit: Unit,
    count: @escaping @Sendable (IndicatorEvidence) -> Result<Figure.Part, MissingDenominator>
  ) {
    self.id = id
    self.name = name
    self.unit = unit
    self.count = count
  }
}

extension [Measure] {
  /// The counts that a formula of one's own may use.
  package static let standard: [Measure] = [
    // People and what was done for them.
    .trained, .served, .services, .guided, .guidance, .founders, .ledJobs, .successfulStarts, .insuredJobs,
    .hardToEmployJobs,
    // Ventures, each by its own unit.
    .ventures, .enterprises, .individualBusinesses,
    // Households.
    .helpedHouseholds, .startedHouseholds, .zeroEmploymentHouseholds, .disabledHouseholds,
    // Support.
    .loans, .loanBorrowers,
    // From outside.
    .imported(.urbanWorkers), .imported(.newEmployment), .imported(.newRegistrations),
  ]
}

extension [Measure] {
  package subscript(id: String) -> Measure? { first { $0.id == id } }
}

extension Measure {
  static func people(
    _ id: String, _ name: Wording, _ people: @escaping @Sendable (IndicatorEvidence) -> [String]
  ) -> Measure {
    Measure(id, name, .person) { .success(.init(name, .person, Set(people($0)))) }
  }

  package static let trained = people("trained", Wording(zh: "参加培训人数", en: "people trained")) { evidence in
    evidence.participations.filter { $0.kind == .training }.map(\.person)
  }

  package static let served = people("served", Wording(zh: "接受服务人数", en: "people served")) { evidence in
    evidence.participations.filter(\.kind.isService).map(\.person)
  }

  /// Services in person-times: who came twice counts twice.
  package static let services = Measure(
    "services", Wording(zh: "接受服务人次", en: "services"), .personTime
  ) { evidence in
    let people = evidence.participations.filter(\.kind.isService).map(\.person).sorted()
    return .success(
      .init(Wording(zh: "接受服务人次", en: "services"), Quantity(people.count, .personTime), .records(people)))
  }

  package static let guided = Measure("guided", Wording(zh: "创业指导人数", en: "people guided"), .person) {
    .success($0.guidedPeople)
  }

  /// Guidance in person-times: who was guided twice counts twice.
  package static let guidance = Measure(
    "guidance", Wording(zh: "创业指导人次", en: "guidance meetings"), .personTime
  ) { .success($0.guidanceMeetings) }

  package static let founders = Measure("founders", Wording(zh: "新增创业人数", en: "new founders"), .person) {
    .success($0.newFounders)
  }

  package static let ledJobs = Measure("led-jobs", Wording(zh: "带动就业人数", en: "led jobs"), .person) {
    .success($0.ledJobs)
  }

  package static let ventures = Measure("ventures", Wording(zh: "新增创业实体", en: "new ventures"), .venture) {
    .success(
      .init(Wording(zh: "新增创业实体", en: "new ventures"), .venture, Set($0.newVentures.map(\.venture.id))))
  }

  package static func imported(_ kind: Denominator.Kind) -> Measure {
    Measure(kind.rawValue, kind.name, kind.unit) { $0.denominator(kind) }
  }
}

extension Indicator {
  /// An indicator of the open fifth group: one measure of another.
  ///
  /// - Throws: the two units where the measures are not counted alike.
  package static func open(
    _ id: String, _ name: Wording, _ numerator: Measure, of denominator: Measure, source: String
  ) throws(UnitMismatch) -> Indicator {
    guard numerator.unit == denominator.unit else {
      throw UnitMismatch(left: numerator.unit, right: denominator.unit)
    }
    let formula = Wording(
      zh: "\(numerator.name.chinese) ÷ \(denominator.name.chinese)",
      en: "\(numerator.name.english) ÷ \(denominator.name.english)")
    return Indicator(id, name, formula: formula, source: source, rules: [.survival]) { evidence in
      switch (numerator.count(evidence), denominator.count(evidence)) {
      case (.success(let part), .success(let whole)): [Component(name, Figure.share(part, of: whole))]
      case (.failure(let missing), _), (_, .failure(let missing)):
        [Component(name, .notComputable(missing.sentence))]
      }
    }
  }
}
