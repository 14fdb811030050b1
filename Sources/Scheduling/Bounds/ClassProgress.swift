/// The ways through the sessions of a class that its order allows, as states of what has been held.
///
/// State 0 is the beginning; a step leads from a state to a later one. Within one order, modules interleave and each
/// module's parts follow.
struct ClassProgress {
  struct Step {
    let session: Int
    let length: Int
    /// The state after it; nil when all has been held.
    let next: Int?
    /// Days before the session after it can be held at the earliest; only where that begins an order.
    let gap: Int
  }

  let sessions: [Int]
  private var table: [[Step]] = []

  /// An order with more states than this is taken in the sequence of its shortest sessions; see `simplified`.
  private static let mostStates = 400

  /// How many states there are in which something is left to be held.
  var count: Int { table.count }

  func steps(from state: Int) -> [Step] { table[state] }

  init(_ problem: Problem, _ series: Int) {
    sessions = problem.series[series].sessions
    let levels = Dictionary(grouping: sessions) { problem.sessions[$0].order }.sorted { $0.key < $1.key }
    for (index, level) in levels.enumerated() {
      let modules = Dictionary(grouping: level.value) { problem.sessions[$0].module }.sorted {
        $0.key < $1.key
      }
      .map { $0.value.sorted { problem.sessions[$0].part < problem.sessions[$1].part } }
      let next = index + 1 < levels.count ? levels[index + 1].value : []
      let gap = next.map { problem.sessions[$0].gapDays }.min() ?? 0
      add(modules, problem, gap: gap, isLast: next.isEmpty)
    }
  }

  /// Adds the states of one order: how many parts of each module have been held.
  private mutating func add(_ modules: [[Int]], _ problem: Problem, gap: Int, isLast: Bool) {
    var sizes: [Int] = []
    var states = 1
    for module in modules {
      sizes.append(states)
      states = min(Self.mostStates + 1, states) * (module.count + 1)
    }
    guard states <= Self.mostStates else { return addSimplified(modules, problem, gap: gap, isLast: isLast) }
    let base = table.count
    for state in 0..<states - 1 {
      table.append(
        modules.indices.compactMap { module in
          let held = state / sizes[module] % (modules[module].count + 1)
          guard held < modules[module].count else { return nil }
          let session = modules[module][held]
          let after = state + sizes[module]
          let isOver = after == states - 1
          return Step(
            session: session, length: problem.sessions[session].periods,
            next: isOver && isLast ? nil : base + after, gap: isOver && !isLast ? gap : 0)
        })
    }
  }

  /// Any session may stand for any other of the order, and all are as short as the shortest: this asks for less.
  private mutating func addSimplified(_ modules: [[Int]], _ problem: Problem, gap: Int, isLast: Bool) {
    let all = modules.flatMap(\.self)
    let length = all.map { problem.sessions[$0].periods }.min() ?? 0
    for held in all.indices {
      let isOver = held == all.count - 1
      table.append(
        all.map {
          Step(
            session: $0, length: length, next: isOver && isLast ? nil : table.count + 1,
            gap: isOver && !isLast ? gap : 0)
        })
    }
  }
}
