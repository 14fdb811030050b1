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

  /// Of trainees who have both, by trainee.
  package let triples: [Triple]
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
    mentors: Scores, projects: Scores, fit: [[Int32]] = [], mentorPlaces: [Int], projectPlaces: [Int]
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

  private func fit(_ mentor: Int, _ project: Int) -> Int { fit.isEmpty ? 0 : Int(fit[mentor][project]) }
}

/// One side's scores with what the match on the other side adds.
private struct HalfScores<Scores: PairScores>: PairScores {
  let base: Scores
  /// By trainee: what is added by helper; nil: the trainee has nothing on the other side and is left out.
  let added: [[Int32]?]

  var seekerCount: Int { base.seekerCount }
  var helperCount: Int { base.helperCount }

  func fill(_ row: inout [Int32], seeker: Int) {
    base.fill(&row, seeker: seeker)
    for helper in row.indices {
      guard let added = added[seeker] else {
        row[helper] = Self.excluded
        continue
      }
      guard row[helper] != Scores.excluded, !added.isEmpty else { continue }
      row[helper] += added[helper]
    }
  }
}

extension TripleTask {
  /// Triples and a bound on the best.
  ///
  /// It ends after `rounds` turns, or earlier where nothing improves. `boundSteps` are those of the subgradient method
  /// that lowers the bound; one is enough where fit plays no part.
  package func solved(rounds: Int = 8, boundSteps: Int = 40) -> TripleMatching {
    let trainees = mentors.seekerCount
    let flow = TripleFlow(self)
    var (mentorOf, projectOf) = flow.choice
    var best = (points: points(mentorOf, projectOf), mentors: mentorOf, projects: projectOf)
    var steps = 1
    for _ in 0..<(fit.isEmpty ? 0 : max(0, rounds)) {
      projectOf = half(projects, projectPlaces, added: mentorOf.map { mentor in mentor.map { fit[$0] } })
      mentorOf = half(
        mentors, mentorPlaces,
        added: projectOf.map { project in project.map { project in fit.map { $0[project] } } })
      steps += 2
      let points = points(mentorOf, projectOf)
      guard points > best.points else { break }
      best = (points, mentorOf, projectOf)
    }
    let triples = (0..<trainees).compactMap { trainee -> TripleMatching.Triple? in
      guard let mentor = best.mentors[trainee], let project = best.projects[trainee] else { return nil }
      return TripleMatching.Triple(trainee: trainee, mentor: mentor, project: project)
    }
    return TripleMatching(
      triples: triples, points: best.points,
      bound: bound(from: flow.prices, steps: boundSteps, aim: best.points), steps: steps)
  }

  private func half(_ scores: Scores, _ places: [Int], added: [[Int32]?]) -> [Int?] {
    let task = AssignmentTask(
      HalfScores(base: scores, added: added),
      seekers: Array(repeating: Seats(), count: scores.seekerCount),
      helpers: places.map { Seats(minimum: 0, capacity: $0) }, aim: .bestTotal)
    var found: [Int?] = Array(repeating: nil, count: scores.seekerCount)
    for pair in BestAssignment(task).pairs { found[pair.seeker] = pair.helper }
    return found
  }

  private func points(_ mentorOf: [Int?], _ projectOf: [Int?]) -> Int {
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
  private func bound(from start: (mentors: [Double], projects: [Double]), steps: Int, aim: Int) -> Int {
    var prices = start
    var rows = (
      Array(repeating: Int32(0), count: mentorPlaces.count),
      Array(repeating: Int32(0), count: projectPlaces.count)
    )
    var lowest = Double.infinity
    var pace = 1.0
    for _ in 0..<max(1, steps) {
      var total = 0.0
      var over = (mentorPlaces.map { -Double($0) }, projectPlaces.map { -Double($0) })
      for (mentor, places) in mentorPlaces.enumerated() { total += prices.mentors[mentor] * Double(places) }
      for (project, places) in projectPlaces.enumerated() {
        total += prices.projects[project] * Double(places)
      }
      for trainee in 0..<mentors.seekerCount {
        mentors.fill(&rows.0, seeker: trainee)
        projects.fill(&rows.1, seeker: trainee)
        guard let (value, mentor, project) = dearest(rows.0, rows.1, prices), value > 0 else { continue }
        total += value
        over.0[mentor] += 1
        over.1[project] += 1
      }
      if total < lowest { lowest = total } else { pace /= 2 }
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
    // Sums of fractions may lie a little below the whole number that they stand for; those of whole prices are exact.
    let slack = lowest.rounded() == lowest ? 0 : 1e-9 * max(1, abs(lowest))
    return max(aim, Int((lowest + slack).rounded(.down)))
  }

  /// The mentor and the project that are worth most to a trainee above their prices; nil: none may be.
  private func dearest(
    _ ofMentors: [Int32], _ ofProjects: [Int32], _ prices: (mentors: [Double], projects: [Double])
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
