#if canImport(Glibc)
  import Glibc
#endif

/// How the temperature of the search over cells falls, and what goes with it.
///
/// Temperatures are in units of the least price. The numbers were chosen by measuring (Benchmarks).
enum CellCooling {
  /// The first and the last temperature.
  static let hot = 30.0
  static let cold = 0.12
  /// How often the first timetable tries to place what is left over: in any case, and at most.
  static func startRounds(sessions: Int) -> ClosedRange<Int> { 5_000...5_000 + 200 * sessions }
  /// What it is worth to end a conflict that the first timetable has; none is ever made.
  static let hardPrice = 150.0
  /// What the new rooms of a chain may save: a chain whose periods cost that much too much is refused before.
  static let saving = 6.0
  /// The share of proposals that are chains, of those that change the room alone, and of those that change period
  /// and room; the rest change the period.
  static let chains = 0.4
  static let roomOnly = 0.1
  static let bothAtOnce = 0.25

  /// From hot to cold, geometrically; `done` is the share of the limit that is used up, 0 to 1.
  static func temperature(at done: Double) -> Double {
    hot * power(cold / hot, min(1, max(0, done)))
  }

  /// -ln u for 4,096 values of u: a proposal is accepted when it costs at most temperature times one of them.
  static func logarithms(_ arena: Arena) -> Table<Float> {
    Table(arena, (0..<4_096).map { -log((Float($0) + 0.5) / 4_096) })
  }
}

extension CellSpace {
  /// The least price of the rules that have one: what temperatures are counted in.
  var unit: Double {
    let used = [prices.seats, prices.days, prices.rooms, prices.compactness].filter { $0 > 0 }
    return (used.min() ?? 1) * scale
  }
}
