import Testing

@testable import Scheduling

@Suite struct MaxFlowTests {
  /// A network of a few nodes: node 0 is the source and the last the sink.
  private struct Network {
    let nodes: Int
    let edges: [(tail: Int, head: Int, capacity: Int)]

    init(seed: UInt64) {
      var random = RandomSource(seed: seed)
      let nodes = 2 + random.below(7)
      self.nodes = nodes
      edges = (0..<random.below(3 * nodes)).map { _ in
        (random.below(nodes), random.below(nodes), random.below(10))
      }
    }

    /// The least capacity of all the cuts there are.
    var leastCut: Int {
      (0..<1 << (nodes - 2)).map { choice in
        let isSource = (0..<nodes).map { $0 == 0 || $0 < nodes - 1 && choice & 1 << ($0 - 1) != 0 }
        return edges.filter { isSource[$0.tail] && !isSource[$0.head] }.reduce(0) { $0 + $1.capacity }
      }.min() ?? 0
    }

    var flow: MaxFlow {
      var flow = MaxFlow(nodes: nodes)
      for edge in edges { flow.addEdge(from: edge.tail, to: edge.head, capacity: edge.capacity) }
      return flow
    }
  }

  @Test(arguments: 0..<300) func `the greatest flow is the least of all cuts`(seed: Int) {
    let network = Network(seed: UInt64(seed))
    var flow = network.flow
    #expect(flow.solve(from: 0, to: network.nodes - 1) == network.leastCut)
    #expect(flow.solve(from: 0, to: network.nodes - 1) == 0)
  }

  @Test(arguments: 300..<400) func `what flows in flows out, within capacity, and the cut is full`(seed: Int)
  {
    let network = Network(seed: UInt64(seed))
    var flow = network.flow
    let value = flow.solve(from: 0, to: network.nodes - 1)
    var balance = Array(repeating: 0, count: network.nodes)
    let side = flow.cut(from: 0)
    var through = 0
    for (index, edge) in network.edges.enumerated() {
      let amount = flow.flow(on: index)
      #expect((0...edge.capacity).contains(amount))
      balance[edge.tail] -= amount
      balance[edge.head] += amount
      if side[edge.tail], !side[edge.head] { through += flow.capacity(of: index) }
    }
    #expect(balance.dropFirst().dropLast().allSatisfy { $0 == 0 })
    #expect(balance[network.nodes - 1] == value && through == value)
    #expect(side[0] && !side[network.nodes - 1])
  }

  @Test func `edges added later carry more, and nothing is taken back from the source's edges`() {
    var flow = MaxFlow(nodes: 4)
    let first = flow.addEdge(from: 0, to: 1, capacity: 3)
    flow.addEdge(from: 1, to: 3, capacity: 5)
    #expect(flow.solve(from: 0, to: 3) == 3)
    let second = flow.addEdge(from: 0, to: 2, capacity: MaxFlow.unlimited)
    flow.addEdge(from: 2, to: 1, capacity: MaxFlow.unlimited)
    #expect(flow.solve(from: 0, to: 3) == 2)
    #expect(flow.flow(on: first) == 3 && flow.flow(on: second) == 2)
    #expect((flow.tail(of: second), flow.head(of: second)) == (0, 2))
  }

  @Test func `a source that is the sink, or meets no edge, sends nothing`() {
    var flow = MaxFlow()
    let node = flow.addNode()
    #expect(flow.solve(from: node, to: node) == 0)
    #expect(flow.solve(from: node, to: flow.addNode()) == 0)
  }
}
