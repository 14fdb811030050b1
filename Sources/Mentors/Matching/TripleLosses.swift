/// What the choice of triples loses without one of them, exactly, where mentor and project need not fit each other.
///
/// A choice without a triple lacks its pair with the mentor or its pair with the project: the better of the two is the
/// next best. As in `AssignmentLosses` prices make all arcs of the residual network at least 0, and shortest paths tell
/// the loss. Trainees are passed through, so that only mentors, projects and the hub are nodes.
struct TripleLosses<Scores: PairScores> {
  /// By trainee who has a triple, in order.
  private(set) var alternatives: [TripleMatching.Alternative] = []

  private let task: TripleTask<Scores>
  private let prices: (entries: [Int], exits: [Int], mentors: [Int], projects: [Int])
  private let choice: (mentors: [Int?], projects: [Int?])
  /// Mentors, then projects, then the hub.
  private let count: Int
  /// From row to column, at what cost and by whom.
  private var moves: [Int]
  private var movers: [Int32]

  private static var none: Int { Int.max / 4 }

  init(_ flow: TripleFlow<Scores>) {
    task = flow.task
    prices = flow.nodePrices
    choice = flow.choice
    count = task.mentorPlaces.count + task.projectPlaces.count + 1
    moves = Array(repeating: Self.none, count: count * count)
    movers = Array(repeating: -1, count: count * count)
    addMoves()
    addPlaces()
    alternatives = found()
  }

  private var hub: Int { count - 1 }
  private func node(ofProject project: Int) -> Int { task.mentorPlaces.count + project }

  /// Costs by prices: at least 0 where a pair or a trainee may be added, at most 0 where it stands.
  private func cost(_ points: Int32, mentor: Int, trainee: Int) -> Int {
    prices.mentors[mentor] - prices.entries[trainee] - Int(points)
  }

  private func cost(_ points: Int32, trainee: Int, project: Int) -> Int {
    prices.exits[trainee] - prices.projects[project] - Int(points)
  }

  private func cost(through trainee: Int) -> Int { prices.entries[trainee] - prices.exits[trainee] }

  private mutating func lower(_ from: Int, _ to: Int, _ cost: Int, by trainee: Int) {
    let place = from * count + to
    let cost = max(0, cost)
    if cost < moves[place] { (moves[place], movers[place]) = (cost, Int32(trainee)) }
  }

  private mutating func addMoves() {
    var rows = (
      Array(repeating: Int32(0), count: task.mentorPlaces.count),
      Array(repeating: Int32(0), count: task.projectPlaces.count)
    )
    // No way from a mentor to any project that costs as much is worth adding.
    var dearest = Array(repeating: Self.none, count: task.mentorPlaces.count)
    for trainee in 0..<task.mentors.seekerCount {
      task.mentors.fill(&rows.0, seeker: trainee)
      task.projects.fill(&rows.1, seeker: trainee)
      if let mentor = choice.mentors[trainee], let project = choice.projects[trainee] {
        addMoves(of: trainee, mentor, project, rows.0, rows.1)
      } else {
        addEntries(of: trainee, rows.0, rows.1, &dearest)
      }
    }
  }

  /// Somebody with a triple takes another mentor or another project, or goes without.
  private mutating func addMoves(
    of trainee: Int, _ mentor: Int, _ project: Int, _ ofMentors: [Int32], _ ofProjects: [Int32]
  ) {
    let left = (
      mentor: -cost(ofMentors[mentor], mentor: mentor, trainee: trainee),
      project: -cost(ofProjects[project], trainee: trainee, project: project)
    )
    for (other, points) in ofMentors.enumerated() where points != Scores.excluded && other != mentor {
      lower(other, mentor, left.mentor + cost(points, mentor: other, trainee: trainee), by: trainee)
    }
    for (other, points) in ofProjects.enumerated()
    where points != Scores.excluded && other != project {
      lower(
        node(ofProject: project), node(ofProject: other),
        left.project + cost(points, trainee: trainee, project: other), by: trainee)
    }
    lower(
      node(ofProject: project), mentor, left.project - cost(through: trainee) + left.mentor,
      by: trainee)
  }

  /// Somebody without a triple gets one.
  private mutating func addEntries(
    of trainee: Int, _ ofMentors: [Int32], _ ofProjects: [Int32], _ dearest: inout [Int]
  ) {
    let through = cost(through: trainee)
    let ways = ofProjects.enumerated().filter { $0.element != Scores.excluded }.map {
      project, points in
      (node: node(ofProject: project), cost: cost(points, trainee: trainee, project: project))
    }
    guard let least = ways.map(\.cost).min() else { return }
    for (mentor, points) in ofMentors.enumerated() where points != Scores.excluded {
      let first = cost(points, mentor: mentor, trainee: trainee) + through
      guard first + least < dearest[mentor] else { continue }
      for way in ways { lower(mentor, way.node, first + way.cost, by: trainee) }
      let row = mentor * count + task.mentorPlaces.count
      dearest[mentor] = moves[row..<row + task.projectPlaces.count].max() ?? Self.none
    }
  }

  /// Free places are taken, and places given back.
  private mutating func addPlaces() {
    var taken = (
      Array(repeating: 0, count: task.mentorPlaces.count),
      Array(repeating: 0, count: task.projectPlaces.count)
    )
    for mentor in choice.mentors.compactMap(\.self) { taken.0[mentor] += 1 }
    for project in choice.projects.compactMap(\.self) { taken.1[project] += 1 }
    for (mentor, places) in task.mentorPlaces.enumerated() {
      if taken.0[mentor] < places { lower(hub, mentor, -prices.mentors[mentor], by: -1) }
      if taken.0[mentor] > 0 { lower(mentor, hub, prices.mentors[mentor], by: -1) }
    }
    for (project, places) in task.projectPlaces.enumerated() {
      if taken.1[project] < places {
        lower(node(ofProject: project), hub, prices.projects[project], by: -1)
      }
      if taken.1[project] > 0 {
        lower(hub, node(ofProject: project), -prices.projects[project], by: -1)
      }
    }
  }

  private struct Way {
    var loss: Int
    var mentor: Int?
    var project: Int?
  }

  private func found() -> [TripleMatching.Alternative] {
    let trainees = choice.mentors.indices.filter {
      choice.mentors[$0] != nil && choice.projects[$0] != nil
    }
    var best: [Int: Way] = [:]
    var row = Array(repeating: Int32(0), count: task.mentorPlaces.count)
    for (mentor, own) in Dictionary(grouping: trainees, by: { choice.mentors[$0] ?? 0 }) {
      let tree = shortestWays(of: mentor, isBackward: false)
      for trainee in own {
        guard let project = choice.projects[trainee] else { continue }
        task.mentors.fill(&row, seeker: trainee)
        let given = -cost(row[mentor], mentor: mentor, trainee: trainee)
        var least = without(trainee, mentor, project, by: tree.costs[node(ofProject: project)])
        for (other, points) in row.enumerated() where points != Scores.excluded && other != mentor {
          let loss = given + tree.costs[other] + cost(points, mentor: other, trainee: trainee)
          if loss < least.loss { least = Way(loss: loss, mentor: other, project: project) }
        }
        // On the way there the trainee may have passed the project on for another.
        if let other = least.mentor {
          for (from, to) in tree.way(to: other) where movers[from * count + to] == trainee {
            least.project = to - task.mentorPlaces.count
          }
        }
        best[trainee] = least
      }
    }
    row = Array(repeating: Int32(0), count: task.projectPlaces.count)
    for (project, own) in Dictionary(grouping: trainees, by: { choice.projects[$0] ?? 0 }) {
      let tree = shortestWays(of: node(ofProject: project), isBackward: true)
      for trainee in own {
        guard let mentor = choice.mentors[trainee], var least = best[trainee] else { continue }
        task.projects.fill(&row, seeker: trainee)
        let given = -cost(row[project], trainee: trainee, project: project)
        var changed: Int?
        for (other, points) in row.enumerated() where points != Scores.excluded && other != project {
          let loss =
            given + tree.costs[node(ofProject: other)]
            + cost(points, trainee: trainee, project: other)
          if loss < least.loss {
            least = Way(loss: loss, mentor: mentor, project: other)
            changed = other
          }
        }
        if let changed {
          for (to, from) in tree.way(to: node(ofProject: changed))
          where movers[from * count + to] == trainee {
            least.mentor = from
          }
        }
        best[trainee] = least
      }
    }
    return trainees.compactMap { best[$0] }.map { way in
      TripleMatching.Alternative(
        mentor: way.mentor, project: way.project, least: max(0, way.loss), most: max(0, way.loss))
    }
  }

  /// The trainee goes without; `way` leads from the mentor to the project.
  private func without(_ trainee: Int, _ mentor: Int, _ project: Int, by way: Int) -> Way {
    var rows = (
      Array(repeating: Int32(0), count: task.mentorPlaces.count),
      Array(repeating: Int32(0), count: task.projectPlaces.count)
    )
    task.mentors.fill(&rows.0, seeker: trainee)
    task.projects.fill(&rows.1, seeker: trainee)
    let given =
      cost(rows.0[mentor], mentor: mentor, trainee: trainee) + cost(through: trainee)
      + cost(rows.1[project], trainee: trainee, project: project)
    return Way(loss: way - given, mentor: nil, project: nil)
  }

  private struct Tree {
    let root: Int
    let costs: [Int]
    /// By node: the node before it.
    let previous: [Int32]

    /// The steps from a node back to the root, each with the node before it first.
    func way(to node: Int) -> [(Int, Int)] {
      var steps: [(Int, Int)] = []
      var node = node
      while node != root, previous[node] >= 0 {
        steps.append((Int(previous[node]), node))
        node = Int(previous[node])
      }
      return steps
    }
  }

  /// Dijkstra's algorithm without a queue: the network is dense.
  private func shortestWays(of root: Int, isBackward: Bool) -> Tree {
    var costs = Array(repeating: Self.none, count: count)
    var previous = Array(repeating: Int32(-1), count: count)
    var isDone = Array(repeating: false, count: count)
    costs[root] = 0
    while true {
      var node = -1
      for other in 0..<count where !isDone[other] && costs[other] < Self.none {
        if node < 0 || costs[other] < costs[node] { node = other }
      }
      guard node >= 0 else { return Tree(root: root, costs: costs, previous: previous) }
      isDone[node] = true
      for other in 0..<count where !isDone[other] {
        let cost = moves[isBackward ? other * count + node : node * count + other]
        guard cost < Self.none, costs[node] + cost < costs[other] else { continue }
        costs[other] = costs[node] + cost
        previous[other] = Int32(node)
      }
    }
  }
}
