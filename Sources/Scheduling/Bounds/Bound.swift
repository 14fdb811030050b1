package import Civil

/// A lower bound: what every complete timetable must pay for some soft constraints.
///
/// Complete means that every session is placed and no hard rule broken. A bound is proved by its argument; nothing
/// in it depends on a search.
package struct Bound: Sendable {
  /// `span`, `staffing`; where it counts one constraint alone, that constraint's id.
  package let id: String
  package let name: Wording
  /// Why no complete timetable can cost less, in one sentence.
  package let sentence: Wording
  /// Ids of the soft constraints whose units it counts.
  package let constraints: [String]
  private let body: @Sendable (BoundSetting) -> Witness

  init(
    _ id: String, counts constraints: [String]? = nil, name: Wording, _ sentence: Wording,
    body: @escaping @Sendable (BoundSetting) -> Witness
  ) {
    self.id = id
    self.name = name
    self.sentence = sentence
    self.constraints = constraints ?? [id]
    self.body = body
  }

  func proof(in setting: BoundSetting) -> BoundProof {
    let witness = body(setting)
    let units = witness.units
    let cost =
      switch witness {
      case .prices(let prices): prices.cost
      default: constraints.first.map { Double(units) * setting.weight(of: $0) } ?? 0
      }
    return BoundProof(
      id: id, name: name, constraints: constraints, units: constraints.count == 1 ? units : nil,
      cost: cost, witness: witness)
  }
}

/// A bound worked out for a problem.
package struct BoundProof: Sendable {
  package let id: String
  package let name: Wording
  /// Ids of the soft constraints whose units it counts.
  package let constraints: [String]
  /// Units of its constraint; nil where it counts several together.
  package let units: Int?
  /// What a complete timetable pays at least for its constraints.
  package let cost: Double
  package let witness: Witness
}

/// The numbers by which a bound can be added up again.
package enum Witness: Sendable {
  /// Units that single series must pay, whatever else is planned; those with none are left out.
  case series([(series: Int, units: Int)])
  /// Units that single sessions must pay.
  case sessions([Int])
  /// More periods than those who may hold them can hold at the mean.
  case shortage(LoadShortage)
  /// A price for each lecturer's period, with what a class must pay at least.
  case prices(StaffPrices)

  var units: Int {
    switch self {
    case .series(let shares): shares.reduce(0) { $0 + $1.units }
    case .sessions(let sessions): sessions.count
    case .shortage(let shortage): shortage.units
    case .prices: 0
    }
  }
}

/// What bounds are worked out from.
struct BoundSetting: Sendable {
  let space: SearchSpace
  let weights: Weights
  /// Covers that may be looked for to tell cases apart.
  let effort: Int

  var problem: Problem { space.problem }

  /// What one unit of the soft constraint costs; 0 for an id that is none.
  func weight(of id: String) -> Double {
    [Constraint].standard.first { $0.id == id }.map { weights[$0] } ?? 0
  }

  /// The classes, as indices of series.
  var classes: [Int] { problem.series.indices.filter { problem.series[$0].kind == .taught } }
}
