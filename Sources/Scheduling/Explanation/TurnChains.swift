/// The sessions of some series as chains that no order binds to each other, for ``ClassesInTurn``.
struct TurnChains {
  /// By chain: its tasks in their order.
  let chains: [[Int]]
  /// By chain: the index of its series among those asked for.
  let owners: [Int]
  /// By series: periods a day at most.
  let limits: [Int]
  /// By chain and task: the minute of its last start.
  let due: [[Int]]
  /// By chain: what one more of its tasks adds to the number that tells how many of each are held.
  let steps: [Int]
  /// How many such numbers there are, or about as many.
  let states: Int
  /// By chain and task: days that it must lie after the one before.
  let gaps: [[Int]]
  /// By chain and tasks held: periods that are still to be held.
  private let rests: [[Int]]

  /// Nil: the order of a series branches, or what starts later can end earlier.
  init?(_ excerpt: Excerpt, _ members: [Int]) {
    var (chains, owners): ([[Int]], [Int]) = ([], [])
    for (owner, member) in members.enumerated() {
      guard let own = excerpt.chains(of: excerpt.members[member]) else { return nil }
      chains += own
      owners += own.map { _ in owner }
    }
    guard excerpt.endsInOrder else { return nil }
    self.chains = chains
    self.owners = owners
    limits = members.map { excerpt.members[$0].dayLimit ?? .max / 2 }
    due = chains.map { chain in
      chain.map { excerpt.tasks[$0].starts.last.map(excerpt.beginning) ?? .min }
    }
    gaps = chains.map { chain in
      [0]
        + zip(chain, chain.dropFirst()).map { before, after in
          excerpt.precedences.first { $0.before == before && $0.after == after }?.gap ?? 0
        }
    }
    rests = chains.map { chain in
      var rest = [0]
      for task in chain.reversed() { rest.append(rest[rest.count - 1] + excerpt.tasks[task].length) }
      return rest.reversed()
    }
    var steps: [Int] = []
    var states = 1
    for chain in chains {
      steps.append(states)
      states = states > 1 << 50 ? states : states * (chain.count + 1)
    }
    self.steps = steps
    self.states = states
  }

  var count: Int { chains.reduce(0) { $0 + $1.count } }

  /// How many of each chain are held, and what that leaves.
  struct Position {
    let held: [Int]
    /// Periods that are still to be held.
    let left: Int
    /// By chain: the minute by which its next must have ended, so that no next of a chain is late.
    let due: [Int]
  }

  func position(_ number: Int) -> Position {
    let held = chains.indices.map { number / steps[$0] % (chains[$0].count + 1) }
    let dues = chains.indices.map { held[$0] < chains[$0].count ? due[$0][held[$0]] : .max }
    let first = dues.min() ?? .max
    let firstOf = dues.firstIndex(of: first)
    let second = dues.indices.filter { $0 != firstOf }.map { dues[$0] }.min() ?? .max
    return Position(
      held: held, left: chains.indices.reduce(0) { $0 + rests[$1][held[$1]] },
      due: chains.indices.map { turn in
        let own = held[turn] + 1 < chains[turn].count ? due[turn][held[turn] + 1] : .max
        return min(own, turn == firstOf ? second : first)
      })
  }

  /// Days from the next of a chain to the one after it; 0 where none follows.
  func gapAfterNext(_ turn: Int, _ held: Int) -> Int {
    held + 1 < gaps[turn].count ? gaps[turn][held + 1] : 0
  }

  /// Whether some task of the chain must keep days to the one before.
  func hasGaps(_ turn: Int) -> Bool { gaps[turn].contains { $0 > 0 } }
}

/// What was reached by holding sessions in turns: when the last one ended, and what limits those that follow.
struct TurnLabels {
  private let turns: TurnChains
  /// By chain: where the day of its last task is kept, if gaps follow; by series: where its day and load are.
  private let dayOf: [Int?]
  private let loadOf: [Int?]
  private let width: Int
  private var ends: [Int] = [.min]
  private var origins: [(from: Int, task: Int)] = [(-1, -1)]
  private var kept: [Int]
  private static let never = -2 * Terrain.margin

  init(_ turns: TurnChains) {
    self.turns = turns
    var width = 0
    func place(_ count: Int) -> Int {
      width += count
      return width - count
    }
    dayOf = turns.chains.indices.map { turns.hasGaps($0) ? place(1) : nil }
    loadOf = turns.limits.map { $0 < .max / 2 ? place(2) : nil }
    self.width = width
    kept = Array(repeating: Self.never, count: width)
    for place in loadOf { if let place { kept[place + 1] = 0 } }
  }

  var count: Int { ends.count }

  func end(_ label: Int) -> Int { ends[label] }

  func firstDay(after label: Int, _ turn: Int, gap: Int) -> Int {
    guard gap > 0, let place = dayOf[turn] else { return .min }
    return kept[label * width + place] + gap
  }

  /// Periods that the chain's series has on the day already.
  func load(_ label: Int, _ turn: Int, _ day: Int) -> Int {
    guard let place = loadOf[turns.owners[turn]], kept[label * width + place] == day else { return 0 }
    return kept[label * width + place + 1]
  }

  mutating func add(
    from label: Int, _ turn: Int, _ task: Int, _ day: Int, end: Int, length: Int, isFollowed: Bool
  ) -> Int {
    let load = load(label, turn, day) + length
    ends.append(end)
    origins.append((label, task))
    for place in label * width..<(label + 1) * width { kept.append(kept[place]) }
    let own = (count - 1) * width
    if let place = dayOf[turn] {
      kept[own + place] = isFollowed ? day : Self.never
    }
    for (series, place) in loadOf.enumerated() {
      guard let place else { continue }
      if series == turns.owners[turn] {
        (kept[own + place], kept[own + place + 1]) = (day, load)
      } else if kept[own + place] < day {
        // Periods of days that are over limit nothing any more.
        (kept[own + place], kept[own + place + 1]) = (Self.never, 0)
      }
    }
    return count - 1
  }

  mutating func removeLast() {
    ends.removeLast()
    origins.removeLast()
    kept.removeLast(width)
  }

  func isNoWorse(_ one: Int, than other: Int) -> Bool {
    guard ends[one] <= ends[other] else { return false }
    let (own, theirs) = (one * width, other * width)
    for place in dayOf {
      if let place, kept[own + place] > kept[theirs + place] { return false }
    }
    for place in loadOf {
      guard let place else { continue }
      let (day, theirDay) = (kept[own + place], kept[theirs + place])
      if day > theirDay || day == theirDay && kept[own + place + 1] > kept[theirs + place + 1] {
        return false
      }
    }
    return true
  }

  /// The tasks that led to the label.
  func order(to label: Int) -> [Int] {
    var order: [Int] = []
    var label = label
    while origins[label].task >= 0 {
      order.append(origins[label].task)
      label = origins[label].from
    }
    return order.reversed()
  }
}
