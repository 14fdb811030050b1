/// What one unit of each soft constraint costs.
package struct Weights: Hashable, Sendable {
  private var overrides: [String: Double]

  /// The default weights, as they stand beside the constraints.
  package static let standard = Weights()

  private init() { overrides = [:] }

  /// The default weights with some replaced.
  ///
  /// - Parameter overrides: by the id of a soft constraint (`span`); not negative.
  /// - Throws: what is not a soft constraint or not a usable number.
  package init(overrides: [String: Double]) throws(WeightsError) {
    let known = Self.ids
    for (id, weight) in overrides.sorted(by: { $0.key < $1.key }) {
      guard known.contains(id) else { throw .unknownConstraint(id, known: known) }
      guard weight.isFinite, weight >= 0 else { throw .notAWeight(id) }
    }
    self.overrides = overrides
  }

  package subscript(id: String) -> Double { overrides[id] ?? Self.defaults[id] ?? 0 }

  // Stub until the list of constraints stands.
  private static let defaults: [String: Double] = [
    "span": 1, "gap": 2, "lecturers": 5, "rooms": 5, "load": 1, "rest": 3, "sites": 4, "moved": 10,
  ]
  private static let ids = ["span", "gap", "lecturers", "rooms", "load", "rest", "sites", "moved"]
}

/// Why weights cannot be used.
package enum WeightsError: Error, Hashable, Sendable {
  case unknownConstraint(String, known: [String])
  case notAWeight(String)
}
