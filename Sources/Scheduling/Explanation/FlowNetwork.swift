import Civil

/// How much of a block a session counts for.
///
/// With a part of 0, one, however long it is. With a part of 1, its periods. With more: sessions shorter than the part count nothing and those that leave less
/// than the part of the longest block count for all of it, as two that are longer than half never share one. After
/// S. Martello, P. Toth, "Lower bounds and reduction procedures for the bin packing problem" (1990).
struct SessionMeasure {
  private let part: Int
  private let block: Int
  /// Periods first, as they are read most easily.
  static let parts = [1, 0, 2, 3]

  /// Nil where, of a block with at most so many periods, a part of more than half of it measures nothing new.
  init?(part: Int, block: Int) {
    guard part <= 1 || 2 * part <= block else { return nil }
    (self.part, self.block) = (part, block)
  }

  func value(_ length: Int) -> Int {
    if part == 0 { return 1 }
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
  /// Numbers for the places of each resource: the blocks of its days, its whole days and its weeks.
  private struct PlaceNumbers {
    let days: ClosedRange<Int>
    let weeks: ClosedRange<Int>
    let blocks: Int

    var perResource: Int { days.count * (blocks + 1) + weeks.count }

    func block(_ resource: Int, _ day: Int, _ block: Int) -> Int {
      resource * perResource + (day - days.lowerBound) * (blocks + 1) + block
    }
    func day(_ resource: Int, _ day: Int) -> Int { block(resource, day, blocks) }
    func week(_ resource: Int, _ week: Int) -> Int {
      resource * perResource + days.count * (blocks + 1) + week - weeks.lowerBound
    }
  }

  /// A block of a day of a resource, its whole day or its week, with the lengths of the sessions offered it, as bits.
  private struct Place {
    enum Span { case block(Int), day, week }
    let resource: Int
    let day: Int
    let span: Span
    let node: Int
    var lengths: UInt64 = 0
  }

  private let terrain: Terrain
  private let measure: SessionMeasure
  private let nodes: [Int: Int]
  private(set) var flow: MaxFlow
  let wanted: Int
  private let numbers: PlaceNumbers
  /// By the resources' own numbers: those counted from 0 here.
  private var resources: [Int: Int] = [:]
  /// By number of a place, where in `places` it stands; -1: nothing is offered it yet.
  private var known: [Int32] = []
  private var places: [Place] = []
  /// Nodes from which the same resources are offered in the same block of a day.
  private var shared: [[Int]: Int] = [:]
  /// What one series can hold of a block, and through which node; by series and that node.
  private struct Turn {
    let node: Int
    let into: Int
    let block: Int
    var lengths: UInt64
    /// How many people its sessions take at once.
    var team: Int
  }
  private var turns: [Turn] = []
  private var turnIndex: [[Int]: Int] = [:]
  private static let (source, sink) = (0, 1)

  /// Tasks and what they ask for; any place lies in the days.
  init(
    _ terrain: Terrain, _ measure: SessionMeasure, days: ClosedRange<Int>, tasks: [Int], demand: (Int) -> Int
  ) {
    self.terrain = terrain
    self.measure = measure
    numbers = PlaceNumbers(
      days: days, weeks: terrain.week(days.lowerBound)...terrain.week(days.upperBound),
      blocks: terrain.problem.blocks.count)
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
  ///
  /// Tasks of one series that `series` names share what a series can hold of the block, one session at a time.
  mutating func offer(
    _ resources: [Int], _ day: Int, _ block: Int, length: Int, to tasks: [Int],
    series: (_ task: Int) -> (member: Int, team: Int)?
  ) {
    guard !resources.isEmpty else { return }
    let bit: UInt64 = 1 << UInt64(min(63, length))
    let places = resources.map { place($0, day, .block(block), bit) }
    var into = places[0]
    if places.count > 1 {
      let key = resources + [day, block]
      if let node = shared[key] {
        into = node
      } else {
        into = flow.addNode()
        shared[key] = into
        for place in places { flow.addEdge(from: into, to: place, capacity: MaxFlow.unlimited) }
      }
    }
    for task in tasks {
      guard let node = nodes[task] else { continue }
      let head = series(task).map { turn(of: $0, block, into, bit) } ?? into
      flow.addEdge(from: node, to: head, capacity: MaxFlow.unlimited)
    }
  }

  /// The node of what a series can hold there of a block.
  private mutating func turn(
    of series: (member: Int, team: Int), _ block: Int, _ into: Int, _ lengths: UInt64
  ) -> Int {
    let key = [series.member, into]
    if let index = turnIndex[key] {
      turns[index].lengths |= lengths
      turns[index].team = max(turns[index].team, series.team)
      return turns[index].node
    }
    turnIndex[key] = turns.count
    let node = flow.addNode()
    turns.append(Turn(node: node, into: into, block: block, lengths: lengths, team: series.team))
    return node
  }

  /// The node of a place, which takes sessions of those lengths too.
  private mutating func place(_ resource: Int, _ day: Int, _ span: Place.Span, _ lengths: UInt64) -> Int {
    let index = resources[resource] ?? resources.count
    if index == resources.count {
      resources[resource] = index
      known += Array(repeating: -1, count: numbers.perResource)
    }
    let number =
      switch span {
      case .block(let block): numbers.block(index, day, block)
      case .day: numbers.day(index, day)
      case .week: numbers.week(index, terrain.week(day))
      }
    if known[number] >= 0 {
      places[Int(known[number])].lengths |= lengths
      return places[Int(known[number])].node
    }
    known[number] = Int32(places.count)
    let node = flow.addNode()
    places.append(Place(resource: resource, day: day, span: span, node: node, lengths: lengths))
    return node
  }

  /// Lets each block, day and week take what the lengths offered it fill; a limit of nil is none.
  ///
  /// A block takes as many times that as its `breadth`: so many sessions can be held in it at once.
  mutating func close(
    dayLimit: (Int) -> Int?, weekLimit: (Int) -> Int?,
    breadth: (_ day: Int, _ block: Int) -> Int = { _, _ in 1 }
  ) {
    var known: [[UInt64]: Int] = [:]
    func most(_ lengths: UInt64, _ periods: Int) -> Int {
      let key = [lengths, UInt64(max(0, periods))]
      let most = known[key] ?? measure.most(of: lengths, within: periods)
      known[key] = most
      return most
    }
    for turn in turns {
      let capacity = most(turn.lengths, terrain.problem.blocks[turn.block].periods) * turn.team
      flow.addEdge(from: turn.node, to: turn.into, capacity: capacity)
    }
    var next = 0
    // A block's day and a day's week are added behind all that they take in.
    while next < places.count {
      let own = places[next]
      next += 1
      let (daily, weekly) = (dayLimit(own.resource), weekLimit(own.resource))
      let periods: Int
      var wide = 1
      var into: Place.Span? = weekly == nil ? nil : .week
      switch own.span {
      case .week: (periods, into) = (weekly ?? 0, nil)
      case .day: periods = daily ?? 0
      case .block(let block):
        periods = terrain.problem.blocks[block].periods
        wide = breadth(own.day, block)
        if daily != nil { into = .day }
      }
      let node = into.map { place(own.resource, own.day, $0, own.lengths) } ?? Self.sink
      flow.addEdge(from: own.node, to: node, capacity: most(own.lengths, periods) * wide)
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
