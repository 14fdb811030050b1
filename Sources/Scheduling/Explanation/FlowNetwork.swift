import Civil

/// How much of a block a session counts for.
///
/// With a part of 1, its periods. With more: sessions shorter than the part count nothing and those that leave less
/// than the part of the longest block count for all of it, as two that are longer than half never share one. After
/// S. Martello, P. Toth, "Lower bounds and reduction procedures for the bin packing problem" (1990).
struct SessionMeasure {
  private let part: Int
  private let block: Int
  static let parts = 1...3

  /// Nil where, of a block with at most so many periods, a part of more than half of it measures nothing new.
  init?(part: Int, block: Int) {
    guard part == 1 || 2 * part <= block else { return nil }
    (self.part, self.block) = (part, block)
  }

  func value(_ length: Int) -> Int {
    if length < part { return 0 }
    return part > 1 && length > block - part ? max(block, length) : length
  }

  /// The most that sessions of these lengths can count for within so many periods.
  func most(of lengths: UInt64, within periods: Int) -> Int {
    var best = [Int](repeating: 0, count: max(0, periods) + 1)
    for sum in best.indices.dropFirst() {
      best[sum] = best[sum - 1]
      var left = lengths
      while left != 0 {
        let length = left.trailingZeroBitCount
        left &= left &- 1
        if length > 0, length <= sum { best[sum] = max(best[sum], best[sum - length] + value(length)) }
      }
    }
    return best[best.count - 1]
  }
}

/// Tasks, the blocks of days that resources offer them, and the resources' limits a day and a week, as a network.
struct FlowNetwork {
  /// A block of a day of a resource, its whole day or its week.
  private struct Place: Hashable {
    let resource: Int
    let day: Int
    /// Of the day's blocks; -1 is the whole day, -2 the week of that number.
    let block: Int
  }

  /// A place's node, and the lengths of the sessions offered it, as bits.
  private struct Offer {
    let node: Int
    var lengths: UInt64 = 0
  }

  private let measure: SessionMeasure
  private let nodes: [Int: Int]
  private(set) var flow: MaxFlow
  let wanted: Int
  private var offers: [Place: Offer] = [:]
  private var order: [Place] = []
  private static let (source, sink) = (0, 1)

  init(_ measure: SessionMeasure, tasks: [Int], demand: (Int) -> Int) {
    self.measure = measure
    var (flow, nodes, wanted) = (MaxFlow(nodes: 2), [Int: Int](), 0)
    for task in tasks {
      let (node, amount) = (flow.addNode(), demand(task))
      nodes[task] = node
      wanted += amount
      flow.addEdge(from: Self.source, to: node, capacity: amount)
    }
    (self.flow, self.nodes, self.wanted) = (flow, nodes, wanted)
  }

  /// Offers a block of a day of each of the resources to tasks of one length.
  mutating func offer(_ resources: [Int], _ day: Int, _ block: Int, length: Int, to tasks: [Int]) {
    guard !resources.isEmpty else { return }
    var from = tasks.compactMap { nodes[$0] }
    if tasks.count > 1, resources.count > 1 {
      let between = flow.addNode()
      for node in from { flow.addEdge(from: node, to: between, capacity: MaxFlow.unlimited) }
      from = [between]
    }
    for resource in resources {
      let place = node(of: Place(resource: resource, day: day, block: block), 1 << UInt64(min(63, length)))
      for node in from { flow.addEdge(from: node, to: place, capacity: MaxFlow.unlimited) }
    }
  }

  private mutating func node(of place: Place, _ lengths: UInt64) -> Int {
    if let known = offers[place] {
      offers[place]?.lengths |= lengths
      return known.node
    }
    let node = flow.addNode()
    offers[place] = Offer(node: node, lengths: lengths)
    order.append(place)
    return node
  }

  /// Lets each block, day and week take what the lengths offered it fill; a limit of nil is none.
  mutating func close(
    _ terrain: Terrain, dayLimit: (Int) -> Int?, weekLimit: (Int) -> Int?
  ) {
    var known: [[UInt64]: Int] = [:]
    var next = 0
    // A block's day and a day's week are added behind all that they take in.
    while next < order.count {
      let place = order[next]
      next += 1
      guard let offer = offers[place] else { continue }
      let (daily, weekly) = (dayLimit(place.resource), weekLimit(place.resource))
      let periods: Int
      var into: Place?
      switch place.block {
      case -2: periods = weekly ?? 0
      case -1: periods = daily ?? 0
      default: periods = terrain.problem.blocks[place.block].periods
      }
      if place.block >= 0, daily != nil {
        into = Place(resource: place.resource, day: place.day, block: -1)
      } else if place.block >= -1, weekly != nil {
        into = Place(resource: place.resource, day: terrain.week(place.day), block: -2)
      }
      let key = [offer.lengths, UInt64(max(0, periods))]
      let most = known[key] ?? measure.most(of: offer.lengths, within: periods)
      known[key] = most
      let node = into.map { self.node(of: $0, offer.lengths) } ?? Self.sink
      flow.addEdge(from: offer.node, to: node, capacity: most)
    }
  }

  /// How much can be held at most, and the tasks on the source's side of a least cut, those together that can reach
  /// the same places there.
  mutating func solve() -> (offered: Int, short: [[Int]]) {
    let offered = flow.solve(from: Self.source, to: Self.sink)
    guard offered < wanted else { return (offered, []) }
    let cut = flow.cut(from: Self.source)
    var leaders = Array(0..<flow.nodeCount)
    func leader(_ node: Int) -> Int {
      var node = node
      while leaders[node] != node {
        leaders[node] = leaders[leaders[node]]
        node = leaders[node]
      }
      return node
    }
    for edge in 0..<flow.edgeCount {
      let (tail, head) = (flow.tail(of: edge), flow.head(of: edge))
      if tail != Self.source, head != Self.sink, cut[tail], cut[head] {
        leaders[leader(tail)] = leader(head)
      }
    }
    let short = nodes.filter { cut[$0.value] }.sorted { $0.key < $1.key }
    let parts = Dictionary(grouping: short) { leader($0.value) }.values.map { $0.map(\.key) }
    return (offered, parts.sorted { ($0.first ?? 0) < ($1.first ?? 0) })
  }
}
