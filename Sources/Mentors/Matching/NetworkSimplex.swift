/// The cheapest circulation through a hub in a network of whole-number capacities and costs, with prices that prove it.
///
/// Nodes are numbered from 0; the hub is `hub`. Arcs may be added after `solve`, which then goes on from where it was.
/// The primal network simplex method with strongly feasible spanning trees, which cannot cycle (W. H. Cunningham,
/// "A network simplex method", Mathematical Programming 11, 1976), and block search for the entering arc (Z. Király
/// and P. Kovács, "Efficient implementations of minimum-cost flow algorithms", 2012).
struct NetworkSimplex: Sendable {
  /// More than any flow that a network may hold.
  static let unlimited = Int.max / 4

  let hub: Int
  /// Arcs 0 ..< hub lead from each node to the hub at a cost that none is worth; they make the first tree.
  private var tails: [Int32]
  private var heads: [Int32]
  private var capacities: [Int]
  private var costs: [Int]
  private var flows: [Int]
  /// 1: without flow, -1: full, 0: in the tree.
  private var states: [Int8]
  private var tree: SpanningTree
  private var nextArc: Int
  /// Changes of the tree so far.
  private(set) var pivots = 0

  /// The penalty is more than any simple path through the network can save.
  init(nodes: Int, penalty: Int) {
    hub = nodes
    tails = (0..<nodes).map { Int32($0) }
    heads = Array(repeating: Int32(nodes), count: nodes)
    capacities = Array(repeating: Self.unlimited, count: nodes)
    costs = Array(repeating: penalty, count: nodes)
    flows = Array(repeating: 0, count: nodes)
    states = Array(repeating: 0, count: nodes)
    tree = SpanningTree(nodes: nodes, penalty: penalty)
    nextArc = nodes
  }

  var arcCount: Int { tails.count - hub }

  /// Adds an arc and returns its number, from 0.
  @discardableResult
  mutating func addArc(from tail: Int, to head: Int, capacity: Int, cost: Int) -> Int {
    precondition((0...hub).contains(tail) && (0...hub).contains(head), "no such node")
    precondition((0...Self.unlimited).contains(capacity), "no such capacity")
    tails.append(Int32(tail))
    heads.append(Int32(head))
    capacities.append(capacity)
    costs.append(cost)
    flows.append(0)
    states.append(1)
    return arcCount - 1
  }

  func flow(on arc: Int) -> Int { flows[hub + arc] }
  func capacity(of arc: Int) -> Int { capacities[hub + arc] }
  func cost(of arc: Int) -> Int { costs[hub + arc] }

  /// The price of a node; that of the hub is 0.
  ///
  /// Once solved, cost + price of the tail - price of the head is at least 0 on arcs with room left, and at most 0
  /// on arcs with flow: complementary slackness, which proves the flow cheapest.
  func price(of node: Int) -> Int { tree.prices[node] }

  /// Improves the flow until no cycle would make it cheaper.
  mutating func solve() {
    while let arc = entering() {
      pivot(arc)
      pivots += 1
    }
  }

  /// The arc of the next block that would save most; nil: none would.
  private mutating func entering() -> Int? {
    let count = tails.count
    guard count > hub else { return nil }
    let block = max(50, Int(Double(arcCount).squareRoot()))
    var (best, arc) = (0, -1)
    var left = block
    if nextArc >= count { nextArc = hub }
    var place = nextArc
    for _ in hub..<count {
      let saved =
        Int(states[place])
        * (costs[place] + tree.prices[Int(tails[place])] - tree.prices[Int(heads[place])])
      if saved < best { (best, arc) = (saved, place) }
      place = place + 1 == count ? hub : place + 1
      left -= 1
      if left == 0 {
        if arc >= 0 { break }
        left = block
      }
    }
    nextArc = place
    return arc >= 0 ? arc : nil
  }

  /// Sends what can flow round the cycle that an arc closes with the tree, and takes the arc that stops it out.
  private mutating func pivot(_ entering: Int) {
    let fills = states[entering] > 0
    let first = Int(fills ? tails[entering] : heads[entering])
    let second = Int(fills ? heads[entering] : tails[entering])
    let join = tree.join(first, second)

    // Of the arcs that stop the flow the last on the way from the join round: the tree stays strongly feasible.
    var amount = capacities[entering]
    var (out, isFirst) = (-1, false)
    var node = first
    while node != join {
      let arc = Int(tree.arcs[node])
      let room = tree.leadsUp[node] ? flows[arc] : capacities[arc] - flows[arc]
      if room < amount { (amount, out, isFirst) = (room, node, true) }
      node = Int(tree.parents[node])
    }
    node = second
    while node != join {
      let arc = Int(tree.arcs[node])
      let room = tree.leadsUp[node] ? capacities[arc] - flows[arc] : flows[arc]
      if room <= amount { (amount, out, isFirst) = (room, node, false) }
      node = Int(tree.parents[node])
    }

    if amount > 0 {
      flows[entering] += fills ? amount : -amount
      node = first
      while node != join {
        flows[Int(tree.arcs[node])] += tree.leadsUp[node] ? -amount : amount
        node = Int(tree.parents[node])
      }
      node = second
      while node != join {
        flows[Int(tree.arcs[node])] += tree.leadsUp[node] ? amount : -amount
        node = Int(tree.parents[node])
      }
    }
    guard out >= 0 else {
      states[entering] = -states[entering]
      return
    }
    let leaving = Int(tree.arcs[out])
    states[entering] = 0
    states[leaving] = flows[leaving] == 0 ? 1 : -1
    let (below, above) = isFirst ? (first, second) : (second, first)
    let leadsUp = Int(tails[entering]) == below
    let price = tree.prices[above] + (leadsUp ? -costs[entering] : costs[entering])
    tree.rehang(below, of: out, under: above, by: entering, leadsUp: leadsUp, price: price)
  }
}

/// The spanning tree of the network simplex method, rooted at the hub, with the prices that it gives.
private struct SpanningTree: Sendable {
  private(set) var parents: [Int32]
  /// The arc between a node and its parent.
  private(set) var arcs: [Int32]
  /// Whether that arc leads from the node to its parent.
  private(set) var leadsUp: [Bool]
  private(set) var prices: [Int]
  private var depths: [Int32]
  private var firstChild: [Int32]
  private var next: [Int32]
  private var previous: [Int32]

  init(nodes: Int, penalty: Int) {
    parents = Array(repeating: Int32(nodes), count: nodes) + [-1]
    arcs = (0..<nodes).map { Int32($0) } + [-1]
    leadsUp = Array(repeating: true, count: nodes + 1)
    prices = Array(repeating: -penalty, count: nodes) + [0]
    depths = Array(repeating: 1, count: nodes) + [0]
    firstChild = Array(repeating: -1, count: nodes) + [nodes > 0 ? 0 : -1]
    next = (0..<nodes).map { $0 + 1 < nodes ? Int32($0 + 1) : -1 } + [-1]
    previous = (0..<nodes).map { Int32($0 - 1) } + [-1]
  }

  /// The first node that the ways from two nodes to the root share.
  func join(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while left != right {
      if depths[left] >= depths[right] { left = Int(parents[left]) } else { right = Int(parents[right]) }
    }
    return left
  }

  /// Cuts the branch that begins at `top` off and hangs it by its node `node` under another.
  mutating func rehang(
    _ node: Int, of top: Int, under parent: Int, by arc: Int, leadsUp isUp: Bool, price: Int
  ) {
    let change = price - prices[node]
    var (current, above, by, up) = (node, parent, Int32(arc), isUp)
    while true {
      let (oldParent, oldArc, oldUp) = (Int(parents[current]), arcs[current], leadsUp[current])
      detach(current)
      attach(current, under: above)
      (arcs[current], leadsUp[current]) = (by, up)
      if current == top { break }
      (above, by, up, current) = (current, oldArc, !oldUp, oldParent)
    }
    // All of the branch, parents before their children.
    current = node
    while true {
      prices[current] += change
      depths[current] = depths[Int(parents[current])] + 1
      if firstChild[current] >= 0 {
        current = Int(firstChild[current])
        continue
      }
      while current != node, next[current] < 0 { current = Int(parents[current]) }
      if current == node { return }
      current = Int(next[current])
    }
  }

  private mutating func detach(_ node: Int) {
    let (before, after) = (previous[node], next[node])
    if before >= 0 { next[Int(before)] = after } else { firstChild[Int(parents[node])] = after }
    if after >= 0 { previous[Int(after)] = before }
  }

  private mutating func attach(_ node: Int, under parent: Int) {
    let first = firstChild[parent]
    parents[node] = Int32(parent)
    (previous[node], next[node]) = (-1, first)
    if first >= 0 { previous[Int(first)] = Int32(node) }
    firstChild[parent] = Int32(node)
  }
}
