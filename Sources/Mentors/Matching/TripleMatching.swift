/// Trainee, mentor and project put together: who is helped with what by whom.
///
/// Where a triple is worth what trainee and mentor and what trainee and project are worth, the best choice is a flow
/// and found exactly (`TripleFlow`). Where it also matters how mentor and project fit, this is three-dimensional
/// matching, which is NP-hard (R. M. Karp, 1972): then mentors and projects are improved in turn, each exactly while the
/// others stand, and a bound by Lagrangian relaxation says how far the result can be from the best.
package struct TripleMatching: Hashable, Sendable {
  package struct Triple: Hashable, Sendable {
    package let trainee: Int
    package let mentor: Int
    package let project: Int
  }

  /// What comes best where a triple may not be, all others rearranged.
  package struct Alternative: Hashable, Sendable {
    /// What the trainee has then; both nil: the trainee goes without.
    package let mentor: Int?
    package let project: Int?
    /// No choice of triples without this one loses fewer points.
    package let least: Int
    /// This alternative loses so many.
    package let most: Int

    /// Whether it is the best there is.
    package var isExact: Bool { least == most }
  }

  /// Of trainees who have both, by trainee.
  package let triples: [Triple]
  /// What comes next, triple by triple.
  package let alternatives: [Alternative]
  /// What they are worth together.
  package let points: Int
  /// No choice of triples is worth more.
  package let bound: Int
  /// How often mentors or projects were assigned.
  package let steps: Int

  /// How far it may be from the best, as a share of the bound; 0: it is the best.
  package var gap: Double { bound > 0 ? Double(bound - points) / Double(bound) : 0 }
}

/// The three sides and what pairs of them are worth.
package struct TripleTask<Scores: PairScores>: Sendable {
  /// Trainees are the seekers of both.
  package let mentors: Scores
  package let projects: Scores
  /// By mentor and project, never below 0: what it is worth that the mentor knows the project's field; empty: nothing.
  package let fit: [[Int32]]
  /// Trainees that a mentor can take, and that can choose a project.
  package let mentorPlaces: [Int]
  package let projectPlaces: [Int]

  package init(
    mentors: Scores, projects: Scores, fit: [[Int32]] = [], mentorPlaces: [Int],
    projectPlaces: [Int]
  ) {
    precondition(mentors.seekerCount == projects.seekerCount, "unequal sizes")
    precondition(
      mentors.helperCount == mentorPlaces.count && projects.helperCount == projectPlaces.count,
      "unequal sizes")
    self.mentors = mentors
    self.projects = projects
    self.fit = fit
    self.mentorPlaces = mentorPlaces
    self.projectPlaces = projectPlaces
  }

  func fit(_ mentor: Int, _ project: Int) -> Int { fit.isEmpty ? 0 : Int(fit[mentor][project]) }
}

/// One side's scores with what the match on the other side adds.
struct HalfScores<Scores: PairScores>: PairScores {
  let base: Scores
  /// By trainee: what the match on the other side is worth, and what is added by helper; nil: the trainee has nothing
  /// on the other side and is left out.
  let added: [(worth: Int32, fit: [Int32])?]

  var seekerCount: Int { base.seekerCount }
  var helperCount: Int { base.helperCount }

  func fill(_ row: inout [Int32], seeker: Int) {
    base.fill(&row, seeker: seeker)
    for helper in row.indices {
      guard let added = added[seeker] else {
        row[helper] = Self.excluded
        continue
      }
      guard row[helper] != Scores.excluded else { continue }
      row[helper] += added.worth + (added.fit.isEmpty ? 0 : added.fit[helper])
    }
  }
}

/// Which mentor and which project each trainee has; both or neither.
struct TripleSolution {
  var mentors: [Int?]
  var projects: [Int?]
  var points: Int

  var triples: [TripleMatching.Triple] {
    mentors.indices.compactMap { trainee in
      guard let mentor = mentors[trainee], let project = projects[trainee] else { return nil }
      return TripleMatching.Triple(trainee: trainee, mentor: mentor, project: project)
    }
  }
}

/// A side assigned anew while the other stands: the assignment, and what it was made from.
struct TripleHalf<Scores: PairScores> {
  let best: BestAssignment<HalfScores<Scores>>
  /// By trainee.
  let choice: [Int?]
}

extension TripleTask {
  /// Triples, what comes next for each, and a bound on the best.
  ///
  /// It ends after `rounds` turns, or earlier where nothing improves. `boundSteps` are those of the subgradient method
  /// that lowers the bound; one is enough where fit plays no part. A task of `few` possible triples times chosen ones is
  /// solved again without each of them.
  package func solved(
    rounds: Int = 8, boundSteps: Int = 40, few: Int = 4_000_000
  ) -> TripleMatching {
    guard !fit.isEmpty else { return solvedExactly() }
    let found = turned(rounds: rounds, boundSteps: boundSteps)
    let (solution, alternatives) = alternatives(to: found, boundSteps: boundSteps, few: few)
    return TripleMatching(
      triples: solution.triples, alternatives: alternatives, points: solution.points,
      bound: max(found.bound.total, solution.points), steps: found.steps)
  }

  private func solvedExactly() -> TripleMatching {
    let flow = TripleFlow(self)
    let solution = TripleSolution(
      mentors: flow.choice.mentors, projects: flow.choice.projects,
      points: points(flow.choice.mentors, flow.choice.projects))
    return TripleMatching(
      triples: solution.triples, alternatives: TripleLosses(flow).alternatives,
      points: solution.points,
      bound: bound(from: flow.prices, steps: 1, aim: solution.points).total, steps: 1)
  }

  /// Mentors and projects improved in turn from the best flow, and a bound.
  func turned(rounds: Int, boundSteps: Int) -> TripleTurns<Scores> {
    let flow = TripleFlow(self)
    var (mentorOf, projectOf) = flow.choice
    var points = points(mentorOf, projectOf)
    var lastMentors: TripleHalf<Scores>?
    var steps = 1
    for _ in 0..<max(1, rounds) {
      projectOf = projectHalf(given: mentorOf).choice
      let half = mentorHalf(given: projectOf)
      mentorOf = half.choice
      lastMentors = half
      steps += 2
      let now = self.points(mentorOf, projectOf)
      guard now > points else { break }
      points = now
    }
    // What is told of projects rests on the mentors that came last.
    let last = projectHalf(given: mentorOf)
    let solution = TripleSolution(
      mentors: zip(mentorOf, last.choice).map { $1 == nil ? nil : $0 }, projects: last.choice,
      points: self.points(mentorOf, last.choice))
    return TripleTurns(
      solution: solution, mentorHalf: lastMentors, projectHalf: last,
      bound: bound(from: flow.prices, steps: boundSteps, aim: solution.points), steps: steps + 1)
  }

  private func mentorHalf(given projectOf: [Int?]) -> TripleHalf<Scores> {
    half(mentors, mentorPlaces, beside: projects, projectOf) { project in fit.map { $0[project] } }
  }

  private func projectHalf(given mentorOf: [Int?]) -> TripleHalf<Scores> {
    half(projects, projectPlaces, beside: mentors, mentorOf) { fit[$0] }
  }

  private func half(
    _ scores: Scores, _ places: [Int], beside others: Scores, _ otherOf: [Int?],
    _ fit: (Int) -> [Int32]
  ) -> TripleHalf<Scores> {
    var row = Array(repeating: Int32(0), count: others.helperCount)
    var rows: [Int: [Int32]] = [:]
    let added = otherOf.enumerated().map { trainee, other -> (worth: Int32, fit: [Int32])? in
      guard let other else { return nil }
      others.fill(&row, seeker: trainee)
      let fit = rows[other] ?? fit(other)
      rows[other] = fit
      return (row[other], fit)
    }
    let best = BestAssignment(
      AssignmentTask(
        HalfScores(base: scores, added: added),
        seekers: Array(repeating: Seats(), count: scores.seekerCount),
        helpers: places.map { Seats(minimum: 0, capacity: $0) }, aim: .bestTotal))
    var choice: [Int?] = Array(repeating: nil, count: scores.seekerCount)
    for pair in best.pairs { choice[pair.seeker] = pair.helper }
    return TripleHalf(best: best, choice: choice)
  }

  func points(_ mentorOf: [Int?], _ projectOf: [Int?]) -> Int {
    var points = 0
    var rows = (
      Array(repeating: Int32(0), count: mentorPlaces.count),
      Array(repeating: Int32(0), count: projectPlaces.count)
    )
    for (trainee, pair) in zip(mentorOf, projectOf).enumerated() {
      guard let mentor = pair.0, let project = pair.1 else { continue }
      mentors.fill(&rows.0, seeker: trainee)
      projects.fill(&rows.1, seeker: trainee)
      points += Int(rows.0[mentor]) + Int(rows.1[project]) + fit(mentor, project)
    }
    return points
  }

  /// More than any choice of triples is worth: places get prices, and each trainee takes the triple that is worth most
  /// above them.
  ///
  /// For any prices the sum of those and of the prices of all places is a bound; a subgradient method with the steps of
  /// Held, Wolfe and Crowder (1974) looks for prices that make it low. The lowest is rounded down, as points are whole.
  func bound(
    from start: (mentors: [Double], projects: [Double]), steps: Int, aim: Int
  ) -> TripleBound {
    var prices = start
    var lowestPrices = start
    var rows = (
      Array(repeating: Int32(0), count: mentorPlaces.count),
      Array(repeating: Int32(0), count: projectPlaces.count)
    )
    var lowest = Double.infinity
    var pace = 1.0
    for _ in 0..<max(1, steps) {
      var total = 0.0
      var over = (mentorPlaces.map { -Double($0) }, projectPlaces.map { -Double($0) })
      for (mentor, places) in mentorPlaces.enumerated() {
        total += prices.mentors[mentor] * Double(places)
      }
      for (project, places) in projectPlaces.enumerated() {
        total += prices.projects[project] * Double(places)
      }
      for trainee in 0..<mentors.seekerCount {
        mentors.fill(&rows.0, seeker: trainee)
        projects.fill(&rows.1, seeker: trainee)
        guard let (value, mentor, project) = dearest(rows.0, rows.1, prices), value > 0 else {
          continue
        }
        total += value
        over.0[mentor] += 1
        over.1[project] += 1
      }
      if total < lowest { (lowest, lowestPrices) = (total, prices) } else { pace /= 2 }
      let norm = (over.0 + over.1).reduce(0) { $0 + $1 * $1 }
      guard norm > 0, total > Double(aim), pace > 1e-6 else { break }
      let step = pace * (total - Double(aim)) / norm
      for mentor in over.0.indices {
        prices.mentors[mentor] = max(0, prices.mentors[mentor] + step * over.0[mentor])
      }
      for project in over.1.indices {
        prices.projects[project] = max(0, prices.projects[project] + step * over.1[project])
      }
    }
    return TripleBound(prices: lowestPrices, sum: lowest, least: aim)
  }

  /// The mentor and the project that are worth most to a trainee above their prices; nil: none may be.
  ///
  /// One triple can be left out where mentor and project are judged together.
  func dearest(
    _ ofMentors: [Int32], _ ofProjects: [Int32], _ prices: (mentors: [Double], projects: [Double]),
    without forbidden: TripleMatching.Triple? = nil
  ) -> (Double, Int, Int)? {
    let worths = (
      Self.worths(ofMentors, prices.mentors), Self.worths(ofProjects, prices.projects)
    )
    guard let topProject = worths.1.max(by: { $0.worth < $1.worth }),
      let topMentor = worths.0.max(by: { $0.worth < $1.worth })
    else { return nil }
    guard !fit.isEmpty else {
      return (topMentor.worth + topProject.worth, topMentor.number, topProject.number)
    }
    var best: (Double, Int, Int)?
    let most = Double(fit.lazy.map { $0.max() ?? 0 }.max() ?? 0)
    for mentor in worths.0 where mentor.worth + topProject.worth + most > best?.0 ?? -.infinity {
      for project in worths.1 {
        if let forbidden, forbidden.mentor == mentor.number, forbidden.project == project.number {
          continue
        }
        let worth = mentor.worth + project.worth + Double(fit[mentor.number][project.number])
        if worth > best?.0 ?? -.infinity { best = (worth, mentor.number, project.number) }
      }
    }
    return best
  }

  private static func worths(_ row: [Int32], _ prices: [Double]) -> [(number: Int, worth: Double)] {
    row.indices.filter { row[$0] != Scores.excluded }.map { ($0, Double(row[$0]) - prices[$0]) }
  }
}

/// What came of improving mentors and projects in turn.
struct TripleTurns<Scores: PairScores> {
  let solution: TripleSolution
  /// The mentors assigned last, while the projects stood, and the projects, while those mentors stood.
  let mentorHalf: TripleHalf<Scores>?
  let projectHalf: TripleHalf<Scores>
  let bound: TripleBound
  let steps: Int
}

/// Prices of the places, and the sum that no choice of triples is worth more than.
struct TripleBound {
  let prices: (mentors: [Double], projects: [Double])
  let sum: Double
  /// What was found is worth so much.
  let least: Int

  /// The bound itself: points are whole.
  var total: Int { max(least, Self.whole(sum)) }

  /// A sum rounded down: sums of fractions may lie a little below the whole number that they stand for; those of whole
  /// prices are exact.
  static func whole(_ sum: Double) -> Int {
    let slack = sum.rounded() == sum ? 0 : 1e-9 * max(1, abs(sum))
    return Int((sum + slack).rounded(.down))
  }
}
