/// A network whose maximum flow is found by blocking flows (Dinic, 1970).
struct FlowNetwork {
  private struct Arc {
    let to: Int32
    var left: Int
  }

  private var arcs: ContiguousArray<Arc> = []
  /// Arcs and nodes looked at so far.
  private(set) var work = 0
  private var out: ContiguousArray<ContiguousArray<Int32>> = []

  mutating func node() -> Int {
    out.append([])
    return out.count - 1
  }

  mutating func arc(from: Int, to: Int, capacity: Int) {
    out[from].append(Int32(arcs.count))
    arcs.append(Arc(to: Int32(to), left: capacity))
    out[to].append(Int32(arcs.count))
    arcs.append(Arc(to: Int32(from), left: 0))
  }

  mutating func flow(from source: Int, to sink: Int) -> Int {
    var total = 0
    while true {
      let depth = depths(from: source)
      work += arcs.count + out.count
      guard depth[sink] >= 0 else { return total }
      var next = ContiguousArray(repeating: 0, count: out.count)
      while true {
        let sent = send(.max, from: source, to: sink, depth, &next)
        if sent == 0 { break }
        total += sent
      }
    }
  }

  /// The nodes that could still be sent to: after a greatest flow, the side of a least cut.
  func reached(from source: Int) -> ContiguousArray<Bool> {
    ContiguousArray(depths(from: source).map { $0 >= 0 })
  }

  private func depths(from source: Int) -> ContiguousArray<Int> {
    var depth = ContiguousArray(repeating: -1, count: out.count)
    depth[source] = 0
    var queue = [source]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for index in out[node] {
        let arc = arcs[Int(index)]
        guard arc.left > 0, depth[Int(arc.to)] < 0 else { continue }
        depth[Int(arc.to)] = depth[node] + 1
        queue.append(Int(arc.to))
      }
    }
    return depth
  }

  private mutating func send(
    _ amount: Int, from node: Int, to sink: Int, _ depth: ContiguousArray<Int>,
    _ next: inout ContiguousArray<Int>
  ) -> Int {
    if node == sink { return amount }
    while next[node] < out[node].count {
      let index = Int(out[node][next[node]])
      let arc = arcs[index]
      if arc.left > 0, depth[Int(arc.to)] == depth[node] + 1 {
        let sent = send(min(amount, arc.left), from: Int(arc.to), to: sink, depth, &next)
        if sent > 0 {
          if arcs[index].left != .max { arcs[index].left -= sent }
          if arcs[index ^ 1].left != .max { arcs[index ^ 1].left += sent }
          return sent
        }
      }
      next[node] += 1
    }
    return 0
  }
}
