package import Civil

/// An indicator (指标): what it is called, what it counts and by which formula, and how it is worked out.
package struct Indicator: Sendable {
  package let id: String
  package let name: Wording
  /// Other names in use for the same indicator.
  package let otherNames: [String]
  /// The formula in words.
  package let formula: Wording
  /// The paper that defines it.
  package let source: String
  /// The rules that decide what it counts; every result names them.
  package let rules: [Rule]
  /// Its components, each a figure or a reason why there is none; they are never averaged.
  package let compute: @Sendable (IndicatorEvidence) -> [Component]

  /// A rule of the regulation.
  package enum Rule: Hashable, Sendable { case survival, success, indicators, subsidies }

  package init(
    _ id: String, _ name: Wording, otherNames: [String] = [], formula: Wording, source: String,
    rules: [Rule] = [],
    compute: @escaping @Sendable (IndicatorEvidence) -> [Component]
  ) {
    self.id = id
    self.name = name
    self.otherNames = otherNames
    self.formula = formula
    self.source = source
    self.rules = rules
    self.compute = compute
  }

  /// What the indicator gives, with all that is needed to check it.
  package func result(_ evidence: IndicatorEvidence) -> IndicatorResult {
    IndicatorResult(
      indicator: id, name: name, components: compute(evidence), area: evidence.area, period: evidence.period,
      knownOn: evidence.knownOn, rules: rules.compactMap(evidence.stamp),
      lateEntries: evidence.lateEntries)
  }
}

/// One number of an indicator, or why there is none.
package struct Component: Hashable, Sendable {
  package let name: Wording
  package let outcome: Outcome

  package enum Outcome: Hashable, Sendable {
    case figure(Figure)
    /// Not computable (不可计算), because ….
    case notComputable(Wording)
  }

  package init(_ name: Wording, _ outcome: Outcome) {
    self.name = name
    self.outcome = outcome
  }

  package var figure: Figure? { if case .figure(let figure) = outcome { figure } else { nil } }
}

/// A number with the people or ventures behind it.
package struct Figure: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    /// A share, 0.306 for 30.6 %; growth may be negative or above 1.
    case share(Double)
    /// 1 : x.
    case oneTo(Double)
    case money(Money)
    case count(Quantity)
  }

  /// A count that went into the number.
  package struct Part: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
      /// The ids of those counted, sorted: the number opens to this list.
      case records([String])
      /// From outside: who said it, and when it was published.
      case imported(source: String, on: CivilDate)
    }

    package let name: Wording
    package let quantity: Quantity
    package let origin: Origin

    package init(_ name: Wording, _ quantity: Quantity, _ origin: Origin) {
      self.name = name
      self.quantity = quantity
      self.origin = origin
    }

    /// A count of distinct records.
    package init(_ name: Wording, _ unit: Unit, _ ids: Set<String>) {
      self.init(name, Quantity(ids.count, unit), .records(ids.sorted()))
    }

    /// A count of distinct records, named in any order and perhaps several times.
    package init(_ name: Wording, _ unit: Unit, ids: [String]) {
      let distinct = ids.distinctSorted
      self.init(name, Quantity(distinct.count, unit), .records(distinct))
    }
  }

  package let value: Value
  package let numerator: Part
  package let denominator: Part?
  /// What the numerator is made of, and what else should be seen with it.
  package let details: [Part]
  package let interval: ClosedRange<Double>?
  package let notes: [Wording]

  package init(
    _ value: Value, numerator: Part, denominator: Part? = nil, details: [Part] = [],
    interval: ClosedRange<Double>? = nil, notes: [Wording] = []
  ) {
    self.value = value
    self.numerator = numerator
    self.denominator = denominator
    self.details = details
    self.interval = interval
    self.notes = notes
  }

  /// A share of two parts of one unit, or the reason why there is none.
  package static func share(
    _ numerator: Part, of denominator: Part, details: [Part] = [], notes: [Wording] = []
  ) -> Component.Outcome {
    do throws(UnitMismatch) {
      guard let share = try numerator.quantity.share(of: denominator.quantity) else {
        return .notComputable(
          Wording(
            zh: "分母“\(denominator.name.chinese)”为 0", en: "the denominator, \(denominator.name.english), is 0"
          ))
      }
      return .figure(
        Figure(
          .share(share), numerator: numerator, denominator: denominator, details: details, notes: notes))
    } catch {
      return .notComputable(error.sentence)
    }
  }
}

/// What an indicator gave for an area and a period, as known on a day, and by which rules.
package struct IndicatorResult: Hashable, Sendable {
  package let indicator: String
  package let name: Wording
  package let components: [Component]
  package let area: String
  package let period: ClosedRange<CivilDate>
  package let knownOn: CivilDate
  package let rules: [RuleStamp]
  /// The ids of entries that concern the period but were recorded after `knownOn`: not in the figures.
  package let lateEntries: [String]

  package init(
    indicator: String, name: Wording, components: [Component], area: String,
    period: ClosedRange<CivilDate>, knownOn: CivilDate, rules: [RuleStamp], lateEntries: [String]
  ) {
    self.indicator = indicator
    self.name = name
    self.components = components
    self.area = area
    self.period = period
    self.knownOn = knownOn
    self.rules = rules
    self.lateEntries = lateEntries
  }
}

extension [String] {
  /// Each once, in order; what is so already is left as it is: a number may open to a million.
  var distinctSorted: [String] {
    if zip(self, dropFirst()).allSatisfy({ $0 < $1 }) { return self }
    var last: String?
    return sorted().filter { id in
      defer { last = id }
      return id != last
    }
  }
}
