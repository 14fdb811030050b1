package import Civil

/// The indicators that a place adds itself (其他指标): the open fifth group, each one count of another.
package struct OpenIndicatorRule: RegulationRule {
  package struct Definition: Hashable, Sendable {
    package let id: String
    package let name: Wording
    /// Ids of counts (`Measure`).
    package let numerator: String
    package let denominator: String

    package init(id: String, name: Wording, numerator: String, denominator: String) {
      self.id = id
      self.name = name
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  package let stamp: RuleStamp
  package let definitions: [Definition]

  /// - Throws: the units of the first definition whose counts are not counted alike.
  package init(stamp: RuleStamp, definitions: [Definition]) throws(UnitMismatch) {
    self.stamp = stamp
    self.definitions = definitions
    for definition in definitions { _ = try definition.indicator(source: stamp.source.chinese) }
  }

  /// The indicators; a definition by counts that are not known is left out.
  package var indicators: [Indicator] {
    definitions.compactMap { try? $0.indicator(source: stamp.source.chinese) }
  }
}

extension OpenIndicatorRule.Definition {
  fileprivate func indicator(source: String) throws(UnitMismatch) -> Indicator? {
    guard let top = [Measure].standard[numerator], let bottom = [Measure].standard[denominator] else {
      return nil
    }
    return try .open(id, name, top, of: bottom, source: source)
  }
}

extension Regulations {
  /// The standard indicators, and those that the area adds itself.
  package func indicators(in area: AreaCode, on date: CivilDate) -> [Indicator] {
    .standard + (rule(\.openIndicators, in: area, on: date)?.indicators ?? [])
  }
}
