extension [Bound] {
  /// The bounds that are worked out, in the order in which they are reported.
  package static let standard: [Bound] = [
    // One constraint each.
    .span,
    .lecturers,
    .rooms,
    .load,
    .moved,
    .seats,
    .days,
    // Several together, which cost more than the sum of what each must.
    .staffing,
  ]
}

/// What every complete timetable of a problem must cost.
package struct LowerBounds: Sendable {
  /// In the order of the list.
  package let proofs: [BoundProof]
  /// The proofs that the total adds up: no two of them count the same constraint.
  package let summed: [BoundProof]

  /// Works out every bound of the list.
  ///
  /// `previous` are the published placements, by session; `effort` is how many covers may be looked for to tell cases
  /// of lecturers and load apart: about a hundred thousand a second.
  package init(
    _ problem: Problem, weights: Weights = .standard, previous: [Int: Placement] = [:],
    bounds: [Bound] = .standard, effort: Int = 200_000
  ) {
    let setting = BoundSetting(
      space: SearchSpace(problem, previous: previous), weights: weights, effort: effort)
    proofs = bounds.map { $0.proof(in: setting) }
    summed = Self.dearest(proofs[...], besides: [])
  }

  /// What a complete timetable costs at least.
  package var total: Double { summed.reduce(0) { $0 + $1.cost } }

  /// Units of one soft constraint that a complete timetable has at least.
  package func units(of constraint: String) -> Int {
    proofs.filter { $0.constraints == [constraint] }.compactMap(\.units).max() ?? 0
  }

  /// The choice of proofs with the greatest sum of which no two count the same constraint.
  private static func dearest(_ proofs: ArraySlice<BoundProof>, besides taken: Set<String>) -> [BoundProof] {
    guard let first = proofs.first else { return [] }
    let without = dearest(proofs.dropFirst(), besides: taken)
    guard first.cost > 0, taken.isDisjoint(with: first.constraints) else { return without }
    let with = [first] + dearest(proofs.dropFirst(), besides: taken.union(first.constraints))
    return with.reduce(0) { $0 + $1.cost } >= without.reduce(0) { $0 + $1.cost } ? with : without
  }
}
