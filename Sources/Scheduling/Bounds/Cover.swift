/// The ways in which few holders (people, rooms) can cover what a class needs, each holder several needs at once.
///
/// A holder takes one seat of each need that it covers; a need with a team has a seat for each. That the holders of
/// one need differ is not asked where one kind of holder covers it twice, which can only make a cover cheaper.
struct Cover {
  struct Need {
    /// Kinds of holders that cover it.
    let holders: [Int]
    let seats: Int
    /// What each seat weighs in the price of its holder.
    let weight: Int
  }

  /// The cheapest cover.
  struct Choice {
    let cost: Double
    /// Weight taken by kind of holder.
    let taken: [(holder: Int, weight: Int)]
  }

  private struct Move {
    let from: Int
    let to: Int
    let mask: Int
  }

  private let needs: [Need]
  /// Kinds of holders with the needs that each covers, as bits.
  private let signatures: [(holder: Int, mask: Int)]
  /// What a set of needs weighs.
  private let weights: [Int]
  /// From the states that come first to those that come last.
  private let moves: [Move]
  private let states: Int
  private let most: Int

  private static let mostStates = 1024
  private static let mostNeeds = 8

  /// Nil where there are too many needs to look at all ways.
  init?(_ needs: [Need]) {
    let states = needs.reduce(1) { min(Self.mostStates + 1, $0 * ($1.seats + 1)) }
    guard needs.count <= Self.mostNeeds, states <= Self.mostStates else { return nil }
    self.needs = needs
    self.states = states
    most = needs.reduce(0) { $0 + $1.seats }
    let holders = Set(needs.flatMap(\.holders)).sorted()
    signatures = holders.map { holder in
      (holder, needs.indices.reduce(0) { needs[$1].holders.contains(holder) ? $0 | 1 << $1 : $0 })
    }
    weights = (0..<1 << needs.count).map { mask in
      needs.indices.reduce(0) { mask & (1 << $1) != 0 ? $0 + needs[$1].weight : $0 }
    }
    moves = Self.moves(needs, states, signatures.map(\.mask))
  }

  /// Takes the needs in turn: who is added takes a seat of the first need that still has one.
  private static func moves(_ needs: [Need], _ states: Int, _ masks: [Int]) -> [Move] {
    let strides = needs.indices.map { needs[..<$0].reduce(1) { $0 * ($1.seats + 1) } }
    return (0..<states).flatMap { state -> [Move] in
      let left = needs.indices.filter { state / strides[$0] % (needs[$0].seats + 1) < needs[$0].seats }
      guard let first = left.first else { return [] }
      let open = left.reduce(0) { $0 | 1 << $1 }
      return (0..<1 << needs.count).filter { mask in
        mask & ~open == 0 && mask & (1 << first) != 0 && masks.contains { mask & ~$0 == 0 }
      }.map { mask in
        Move(
          from: state, to: needs.indices.reduce(state) { mask & (1 << $1) != 0 ? $0 + strides[$1] : $0 },
          mask: mask)
      }
    }
  }

  /// The fewest holders; nil where the needs cannot be covered.
  var fewest: Int? {
    var counts = Array(repeating: Int.max, count: states)
    counts[0] = 0
    for move in moves where counts[move.from] < Int.max {
      counts[move.to] = min(counts[move.to], counts[move.from] + 1)
    }
    return counts[states - 1] == Int.max ? nil : counts[states - 1]
  }

  /// Whether a kind of holder may be among those of a cover.
  enum Standing: UInt8 {
    case open, banned
    /// It is among them whatever it takes, and counted once.
    case held
  }

  /// The cheapest cover by price of a unit of weight, with `extra` for each holder beyond the `free` ones; nil where
  /// the needs cannot be covered.
  ///
  /// `standings` are by kind of holder; empty: all are open.
  func cheapest(prices: [Double], extra: Double, free: Int, standings: [Standing] = []) -> Choice? {
    let (others, held) = cheapestHolders(prices, standings)
    let standing = signatures.count { !standings.isEmpty && standings[$0.holder] == .held }
    let row = most + 1
    var costs = Array(repeating: Double.infinity, count: states * row)
    var through = Array(repeating: -1, count: states * row)
    costs[0] = Double(max(0, standing - free)) * extra
    for (index, move) in moves.enumerated() {
      let (mine, other) = (held[move.mask], others[move.mask])
      for count in 0...most where costs[move.from * row + count] < .infinity {
        let cost = costs[move.from * row + count]
        let to = move.to * row + count
        if mine >= 0, cost + prices[mine] * Double(weights[move.mask]) < costs[to] {
          costs[to] = cost + prices[mine] * Double(weights[move.mask])
          through[to] = 2 * index
        }
        guard other >= 0, count < most else { continue }
        let more = cost + prices[other] * Double(weights[move.mask]) + (standing + count < free ? 0 : extra)
        if more < costs[to + 1] {
          costs[to + 1] = more
          through[to + 1] = 2 * index + 1
        }
      }
    }
    return choice(costs, through, others, held)
  }

  /// By set of needs, the cheapest holder of all of them that is not held, and the cheapest held; -1: none.
  private func cheapestHolders(_ prices: [Double], _ standings: [Standing]) -> (others: [Int], held: [Int]) {
    var others = Array(repeating: -1, count: weights.count)
    var held = others
    for mask in weights.indices.dropFirst() {
      for (holder, covers) in signatures where mask & ~covers == 0 {
        switch standings.isEmpty ? .open : standings[holder] {
        case .open: if others[mask] < 0 || prices[holder] < prices[others[mask]] { others[mask] = holder }
        case .held: if held[mask] < 0 || prices[holder] < prices[held[mask]] { held[mask] = holder }
        case .banned: break
        }
      }
    }
    return (others, held)
  }

  private func choice(_ costs: [Double], _ through: [Int], _ others: [Int], _ held: [Int]) -> Choice? {
    let row = most + 1
    let last = (states - 1) * row
    guard var count = (0...most).min(by: { costs[last + $0] < costs[last + $1] }),
      costs[last + count] < .infinity
    else { return nil }
    var (state, taken) = (states - 1, [(holder: Int, weight: Int)]())
    let cost = costs[last + count]
    while state > 0 {
      let way = through[state * row + count]
      let move = moves[way / 2]
      taken.append((way % 2 == 0 ? held[move.mask] : others[move.mask], weights[move.mask]))
      if way % 2 == 1 { count -= 1 }
      state = move.from
    }
    return Choice(cost: cost, taken: taken)
  }
}
