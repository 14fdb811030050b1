/// The greatest flow through a network of whole-number capacities, and the cut that proves it (Dinic's algorithm).
///
/// Nodes and edges are numbered from 0 in the order in which they were added; the same network gives the same flow.
/// Edges may be added and `solve` called again: it goes on from the flow there is, and what an edge out of the source
/// carries is never taken back. E. A. Dinic, "Algorithm for solution of a problem of maximum flow in networks with
/// power estimation", 1970.
package struct MaxFlow: Sendable {
  /// More than any sum of capacities that a network may hold.
  package static let unlimited = Int.max / 4

  /// Arc 2e is edge e, arc 2e + 1 its reverse.
  private var heads: [Int32] = []
  private var residuals: [Int] = []
  /// The arc added before it at the same tail; -1: none.
  private var earlier: [Int32] = []
  private var latest: [Int32] = []
  private var capacities: [Int] = []
  /// Nodes and arcs looked at so far by `solve`.
  package private(set) var work = 0

  /// - Parameter nodes: how many nodes it has to begin with.
  package init(nodes: Int = 0) {
    latest = Array(repeating: -1, count: nodes)
  }

  package var nodeCount: Int { latest.count }
  package var edgeCount: Int { capacities.count }

  package mutating func addNode() -> Int {
    latest.append(-1)
    return latest.count - 1
  }

  /// Adds an edge and returns its number; `capacity` is from 0 to `unlimited`.
  @discardableResult
  package mutating func addEdge(from tail: Int, to head: Int, capacity: Int) -> Int {
    precondition((0..<nodeCount).contains(tail) && (0..<nodeCount).contains(head), "no such node")
    precondition((0...Self.unlimited).contains(capacity), "no such capacity")
    add(from: tail, to: head, capacity)
    add(from: head, to: tail, 0)
    capacities.append(capacity)
    return capacities.count - 1
  }

  private mutating func add(from tail: Int, to head: Int, _ capacity: Int) {
    heads.append(Int32(head))
    residuals.append(capacity)
    earlier.append(latest[tail])
    latest[tail] = Int32(heads.count - 1)
  }

  /// Sends as much more as can flow from the source to the sink, and returns how much more it is.
  package mutating func solve(from source: Int, to sink: Int) -> Int {
    guard source != sink else { return 0 }
    var sent = 0
    while true {
      let levels = levels(from: source)
      work += nodeCount + heads.count
      if levels[sink] < 0 { return sent }
      var next = latest
      while let more = augment(source, sink, levels, &next) { sent += more }
    }
  }

  /// Sends what one shortest path can carry; nil: there is no such path left.
  private mutating func augment(
    _ source: Int, _ sink: Int, _ levels: [Int32], _ next: inout [Int32]
  ) -> Int? {
    var path: [Int] = []
    var node = source
    while node != sink {
      let arc = Int(next[node])
      if arc >= 0 {
        let head = Int(heads[arc])
        if residuals[arc] > 0, levels[head] == levels[node] + 1 {
          path.append(arc)
          node = head
        } else {
          next[node] = earlier[arc]
        }
      } else {
        guard let last = path.popLast() else { return nil }
        node = Int(heads[last ^ 1])
        next[node] = earlier[last]
      }
    }
    let amount = path.reduce(Int.max) { min($0, residuals[$1]) }
    for arc in path {
      residuals[arc] -= amount
      residuals[arc ^ 1] += amount
    }
    return amount
  }

  /// By node: steps from the source through arcs that can carry more; -1 where none lead.
  private func levels(from source: Int) -> [Int32] {
    var levels = Array(repeating: Int32(-1), count: nodeCount)
    var queue = [source]
    levels[source] = 0
    var read = 0
    while read < queue.count {
      let node = queue[read]
      read += 1
      var arc = Int(latest[node])
      while arc >= 0 {
        let head = Int(heads[arc])
        if residuals[arc] > 0, levels[head] < 0 {
          levels[head] = levels[node] + 1
          queue.append(head)
        }
        arc = Int(earlier[arc])
      }
    }
    return levels
  }

  package func capacity(of edge: Int) -> Int { capacities[edge] }
  package func flow(on edge: Int) -> Int { capacities[edge] - residuals[2 * edge] }
  package func tail(of edge: Int) -> Int { Int(heads[2 * edge + 1]) }
  package func head(of edge: Int) -> Int { Int(heads[2 * edge]) }

  /// By node: whether it lies on the source's side of the smallest minimum cut, once `solve` has been called.
  ///
  /// The capacities of the edges that leave that side add up to the flow: nothing greater can pass.
  package func cut(from source: Int) -> [Bool] { levels(from: source).map { $0 >= 0 } }
}
