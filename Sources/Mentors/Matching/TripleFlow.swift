/// The best choice of triples where mentor and project need not fit each other: a flow from mentors through trainees,
/// each let through once, to projects.
///
/// Exact, with prices of the places that prove it; only promising pairs are arcs at first, as in `BestAssignment`.
struct TripleFlow<Scores: PairScores> {
  let task: TripleTask<Scores>
  private let width: Int
  private var simplex: NetworkSimplex
  private var arcs: (mentors: [(arc: Int, pair: Pair)], projects: [(arc: Int, pair: Pair)]) = (
    [], []
  )
  private var known: (mentors: Set<Pair>, projects: Set<Pair>) = ([], [])

  init(_ task: TripleTask<Scores>, width: Int = 16) {
    self.task = task
    self.width = max(1, width)
    let (trainees, mentors) = (task.mentors.seekerCount, task.mentorPlaces.count)
    let nodes = 2 * trainees + mentors + task.projectPlaces.count
    var largest = 1
    for scores in [task.mentors, task.projects] {
      var row = Array(repeating: Int32(0), count: scores.helperCount)
      for trainee in 0..<trainees {
        scores.fill(&row, seeker: trainee)
        for points in row where points != Scores.excluded {
          largest = max(largest, Int(points.magnitude))
        }
      }
    }
    simplex = NetworkSimplex(nodes: nodes, penalty: 2 * (nodes + 2) * largest)
    for (mentor, places) in task.mentorPlaces.enumerated() {
      simplex.addArc(
        from: simplex.hub, to: 2 * trainees + mentor, capacity: max(0, places), cost: 0)
    }
    for (project, places) in task.projectPlaces.enumerated() {
      simplex.addArc(
        from: 2 * trainees + mentors + project, to: simplex.hub, capacity: max(0, places), cost: 0)
    }
    for trainee in 0..<trainees {
      simplex.addArc(from: trainee, to: trainees + trainee, capacity: 1, cost: 0)
    }
    for isMentor in [true, false] { _ = addPairs(isMentor) { points, _, _ in Int(points) } }
    repeat { simplex.solve() } while addImproving()
  }

  private var trainees: Int { task.mentors.seekerCount }

  private func node(_ isMentor: Bool, _ helper: Int) -> Int {
    2 * trainees + (isMentor ? 0 : task.mentorPlaces.count) + helper
  }

  private mutating func addImproving() -> Bool {
    var hasMore = false
    let prices = (0..<simplex.hub).map { simplex.price(of: $0) }
    let trainees = trainees
    for isMentor in [true, false] {
      let first = node(isMentor, 0)
      let more = addPairs(isMentor) { points, trainee, helper in
        let gain =
          isMentor
          ? Int(points) - prices[first + helper] + prices[trainee]
          : Int(points) - prices[trainees + trainee] + prices[first + helper]
        return gain > 0 ? gain : nil
      }
      hasMore = hasMore || more
    }
    return hasMore
  }

  /// Adds for each trainee the pairs of highest gain that are no arcs yet; false: there is none.
  private mutating func addPairs(_ isMentor: Bool, _ gain: (Int32, Int, Int) -> Int?) -> Bool {
    let scores = isMentor ? task.mentors : task.projects
    var row = Array(repeating: Int32(0), count: scores.helperCount)
    var hasMore = false
    for trainee in 0..<trainees {
      scores.fill(&row, seeker: trainee)
      var found: [(gain: Int, helper: Int)] = []
      for (helper, points) in row.enumerated() where points != Scores.excluded {
        guard let gain = gain(points, trainee, helper) else { continue }
        if found.count == width, let last = found.last, gain <= last.gain { continue }
        let pair = Pair(trainee, helper)
        guard !(isMentor ? known.mentors : known.projects).contains(pair) else { continue }
        if found.count == width { found.removeLast() }
        found.insert((gain, helper), at: found.firstIndex { $0.gain < gain } ?? found.count)
      }
      for (_, helper) in found {
        let (pair, cost) = (Pair(trainee, helper), -Int(row[helper]))
        hasMore = true
        if isMentor {
          let arc = simplex.addArc(from: node(true, helper), to: trainee, capacity: 1, cost: cost)
          arcs.mentors.append((arc, pair))
          known.mentors.insert(pair)
        } else {
          let arc = simplex.addArc(
            from: trainees + trainee, to: node(false, helper), capacity: 1, cost: cost)
          arcs.projects.append((arc, pair))
          known.projects.insert(pair)
        }
      }
    }
    return hasMore
  }

  /// By trainee the mentor and the project; both are nil for those without a triple.
  var choice: (mentors: [Int?], projects: [Int?]) {
    var choice: ([Int?], [Int?]) = (
      Array(repeating: nil, count: trainees), Array(repeating: nil, count: trainees)
    )
    for (arc, pair) in arcs.mentors where simplex.flow(on: arc) > 0 {
      choice.0[pair.seeker] = pair.helper
    }
    for (arc, pair) in arcs.projects where simplex.flow(on: arc) > 0 {
      choice.1[pair.seeker] = pair.helper
    }
    return choice
  }

  /// The prices of all nodes but the hub, whose price is 0: where a trainee comes in from mentors and goes out to projects,
  /// mentors, projects.
  var nodePrices: (entries: [Int], exits: [Int], mentors: [Int], projects: [Int]) {
    (
      (0..<trainees).map { simplex.price(of: $0) },
      (0..<trainees).map { simplex.price(of: trainees + $0) },
      task.mentorPlaces.indices.map { simplex.price(of: node(true, $0)) },
      task.projectPlaces.indices.map { simplex.price(of: node(false, $0)) }
    )
  }

  /// What a place is worth with each mentor and with each project.
  var prices: (mentors: [Double], projects: [Double]) {
    (
      task.mentorPlaces.indices.map { Double(max(0, simplex.price(of: node(true, $0)))) },
      task.projectPlaces.indices.map { Double(max(0, -simplex.price(of: node(false, $0)))) }
    )
  }
}
