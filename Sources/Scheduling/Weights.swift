/// What one unit of each soft constraint costs.
package struct Weights: Hashable, Sendable {
  private let overrides: [String: Double]

  /// The default weights, as they stand beside the constraints.
  package static let standard = Weights()

  /// What curriculum-based course timetabling charges, and nothing else (ITC-2007 track 3, formulation UD2).
  package static let courseTimetabling = Weights(only: [
    (.seats, 1), (.days, 5), (.compactness, 2), (.rooms, 1),
  ])

  private init() { overrides = [:] }

  private init(only weights: [(Constraint, Double)]) {
    var overrides = Dictionary([Constraint].standard.soft.map { ($0.id, 0.0) }) { first, _ in first }
    for (constraint, weight) in weights { overrides[constraint.id] = weight }
    self.overrides = overrides
  }

  /// The default weights with some replaced.
  ///
  /// - Parameter overrides: by the id of a soft constraint (`span`); not negative.
  /// - Throws: the first id that is no soft constraint or whose number cannot be a weight.
  package init(overrides: [String: Double]) throws(WeightsError) {
    let known = [Constraint].standard.soft.map(\.id)
    for (id, weight) in overrides.sorted(by: { $0.key < $1.key }) {
      guard known.contains(id) else { throw .unknownConstraint(id, known: known) }
      guard weight.isFinite, weight >= 0 else { throw .notAWeight(id) }
    }
    self.overrides = overrides
  }

  private init(known overrides: [String: Double]) { self.overrides = overrides }

  /// The same weights but for one.
  func replacing(_ constraint: Constraint, with weight: Double) -> Weights {
    Weights(known: overrides.merging([constraint.id: weight]) { _, new in new })
  }

  package subscript(constraint: Constraint) -> Double {
    guard case .soft(let weight) = constraint.level else { return 0 }
    return overrides[constraint.id] ?? weight
  }
}

extension Constraint {
  /// Whether the rule is reported: it costs something, or would without the weights.
  package func isPriced(by weights: Weights) -> Bool {
    level != .soft(weight: 0) || weights[self] > 0
  }
}

/// Why weights cannot be used.
package enum WeightsError: Error, Hashable, Sendable {
  case unknownConstraint(String, known: [String])
  case notAWeight(String)
}
