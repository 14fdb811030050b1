#if canImport(Glibc)
  import Glibc
#endif

/// How the temperature of the search over cells falls, and what goes with it.
///
/// Temperatures are in units of the least price. The numbers were chosen by measuring (Benchmarks).
enum CellCooling {
  /// The first temperature, that of going on from the best timetable, and the last.
  static let hot = 30.0
  static let warm = 1.0
  static let cold = 0.12
  /// How often the first timetable tries to place what is left over: in any case, and at most.
  static func startRounds(sessions: Int) -> ClosedRange<Int> { 5_000...5_000 + 200 * sessions }
  /// What a conflict costs.
  static let hardPrice = 150.0
  /// The share of proposals that are chains, of those that change the room alone, and of those that change period and room.
  static let chains = 0.4
  static let roomOnly = 0.1
  static let bothAtOnce = 0.25

  /// The share of the limit that anneals from hot take where there are several; as many from the best follow.
  static let fresh = 0.6

  /// How many times to begin hot: one long anneal, or, where there is time, several of which the best goes on.
  static func anneals(steps: Double, sessions: Int) -> Int {
    switch steps / Double(sessions) {
    case ..<100_000: 1
    case ..<300_000: 2
    default: 4
    }
  }

  /// Which anneal is on and how hot it is; `done` is the share of the limit that is used up, 0 to 1.
  ///
  /// Each falls geometrically. Those numbered `anneals` and on go on from the best timetable.
  static func phase(at done: Double, anneals: Int) -> (number: Int, temperature: Double) {
    let fresh = anneals > 1 ? fresh : 1
    let isFresh = done < fresh || anneals == 1
    let share = isFresh ? done / fresh : (done - fresh) / (1 - fresh)
    let number = min(anneals - 1, max(0, Int(share * Double(anneals))))
    let fallen = min(1, max(0, share * Double(anneals) - Double(number)))
    let first = isFresh ? hot : warm
    return (isFresh ? number : number + anneals, first * power(cold / first, fallen))
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
