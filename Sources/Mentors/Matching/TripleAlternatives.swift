/// What comes next where mentor and project matter to each other, which nobody can tell exactly at large sizes.
///
/// Known ways give what is lost at most: another mentor and another project that have room, another mentor with all mentors assigned anew while the projects stand, another
/// project likewise, or somebody else in the trainee's place. The bound gives what is lost at least. Small tasks are
/// solved again without the triple, once without its pair with the mentor and once without that with the project: one
/// of them is missing in any choice without the triple.
extension TripleTask {
  /// The solution, or a better one that was met on the way, with what comes next for each of its triples.
  ///
  /// `few` triples of trainees, mentors and projects, times the triples chosen, are looked at one by one.
  func alternatives(
    to turns: TripleTurns<Scores>, boundSteps: Int, few: Int
  ) -> (solution: TripleSolution, alternatives: [TripleMatching.Alternative]) {
    let triples = turns.solution.triples
    let pairs = mentors.seekerCount * mentorPlaces.count * projectPlaces.count
    guard triples.count * pairs <= few else {
      return (turns.solution, knownAlternatives(to: turns))
    }
    var solution = turns.solution
    search: while true {
      var alternatives: [TripleMatching.Alternative] = []
      let alone = movesAlone(of: solution)
      if let (triple, better) = zip(solution.triples, alone).first(where: { $0.1.loss < 0 }) {
        (solution.mentors[triple.trainee], solution.projects[triple.trainee]) = (
          better.next?.mentor, better.next?.project
        )
        solution.points -= better.loss
        continue search
      }
      for (triple, alone) in zip(solution.triples, alone) {
        let (next, bound) = solvedAgain(without: triple, boundSteps: boundSteps)
        if next.points > solution.points {
          solution = next
          continue search
        }
        let loss = solution.points - next.points
        let isAlone = alone.loss <= loss
        alternatives.append(
          TripleMatching.Alternative(
            mentor: isAlone ? alone.next?.mentor : next.mentors[triple.trainee],
            project: isAlone ? alone.next?.project : next.projects[triple.trainee],
            least: max(0, solution.points - bound), most: min(alone.loss, loss)))
      }
      return (solution, alternatives)
    }
  }

  /// The better of the two tasks that each lack one of the triple's pairs with the trainee, and a bound on both.
  private func solvedAgain(
    without triple: TripleMatching.Triple, boundSteps: Int
  ) -> (TripleSolution, bound: Int) {
    let found = [
      TripleTask<ListedScores>(
        mentors: listed(mentors, without: Pair(triple.trainee, triple.mentor)),
        projects: listed(projects),
        fit: fit, mentorPlaces: mentorPlaces, projectPlaces: projectPlaces),
      TripleTask<ListedScores>(
        mentors: listed(mentors),
        projects: listed(projects, without: Pair(triple.trainee, triple.project)),
        fit: fit, mentorPlaces: mentorPlaces, projectPlaces: projectPlaces),
    ].map { $0.turned(rounds: 8, boundSteps: boundSteps) }
    let better = found[1].solution.points > found[0].solution.points ? found[1] : found[0]
    return (better.solution, max(found[0].bound.total, found[1].bound.total))
  }

  private func listed(_ scores: Scores, without pair: Pair? = nil) -> ListedScores {
    var row = Array(repeating: Int32(0), count: scores.helperCount)
    return ListedScores(
      helpers: scores.helperCount,
      (0..<scores.seekerCount).map { seeker in
        scores.fill(&row, seeker: seeker)
        var listed: [Int: Int32] = [:]
        for (helper, points) in row.enumerated()
        where points != Scores.excluded && Pair(seeker, helper) != pair { listed[helper] = points }
        return listed
      })
  }

  /// By the losses of the two halves, by who could take the places, and by the bound's prices.
  private func knownAlternatives(to turns: TripleTurns<Scores>) -> [TripleMatching.Alternative] {
    let solution = turns.solution
    let triples = solution.triples
    var best = substitutes(for: triples, in: solution)
    for alone in movesAlone(of: solution) {
      if let known = best[alone.triple.trainee], alone.loss < known.loss {
        best[alone.triple.trainee] = alone
      }
    }
    if let half = turns.mentorHalf {
      // The half stood beside other projects of the same worth, or of less.
      let gained = solution.points - half.best.worth.points
      let losses = AssignmentLosses(half.best)
      for mentor in Set(triples.map(\.mentor)).sorted() {
        for (trainee, next) in losses.alternatives(toMatchesOf: mentor) {
          guard let place = best[trainee], place.triple.mentor == mentor else { continue }
          let loss = next.loss.points + gained
          guard loss < place.loss else { continue }
          best[trainee]?.loss = loss
          best[trainee]?.next = next.helper.map { ($0, place.triple.project) }
        }
      }
    }
    let losses = AssignmentLosses(turns.projectHalf.best)
    for project in Set(triples.map(\.project)).sorted() {
      for (trainee, next) in losses.alternatives(toMatchesOf: project) {
        guard let place = best[trainee], next.loss.points < place.loss else { continue }
        best[trainee]?.loss = next.loss.points
        best[trainee]?.next = next.helper.map { (place.triple.mentor, $0) }
      }
    }
    let least = leastLosses(of: triples, points: solution.points, by: turns.bound)
    return zip(triples, least).map { triple, least in
      let place = best[triple.trainee]
      let most = max(0, place?.loss ?? 0)
      return TripleMatching.Alternative(
        mentor: place?.next?.mentor, project: place?.next?.project, least: min(least, most),
        most: most)
    }
  }

  private struct Known {
    let triple: TripleMatching.Triple
    var loss: Int
    var next: (mentor: Int, project: Int)?
  }

  /// By triple: the best that its trainee can have where all others stay, with mentors and projects that have room.
  private func movesAlone(of solution: TripleSolution) -> [Known] {
    var left = (mentorPlaces, projectPlaces)
    for mentor in solution.mentors.compactMap(\.self) { left.0[mentor] -= 1 }
    for project in solution.projects.compactMap(\.self) { left.1[project] -= 1 }
    let free = (left.0.map { _ in 0.0 }, left.1.map { _ in 0.0 })
    var rows = (
      Array(repeating: Int32(0), count: mentorPlaces.count),
      Array(repeating: Int32(0), count: projectPlaces.count)
    )
    return solution.triples.map { triple in
      mentors.fill(&rows.0, seeker: triple.trainee)
      projects.fill(&rows.1, seeker: triple.trainee)
      let worth =
        Int(rows.0[triple.mentor]) + Int(rows.1[triple.project]) + fit(triple.mentor, triple.project)
      for mentor in rows.0.indices where left.0[mentor] <= 0 && mentor != triple.mentor {
        rows.0[mentor] = Scores.excluded
      }
      for project in rows.1.indices where left.1[project] <= 0 && project != triple.project {
        rows.1[project] = Scores.excluded
      }
      guard let (value, mentor, project) = dearest(rows.0, rows.1, free, without: triple), value > 0 else {
        return Known(triple: triple, loss: worth)
      }
      return Known(triple: triple, loss: worth - Int(value), next: (mentor, project))
    }
  }

  /// By trainee: the loss where the trainee goes without, and somebody who has nothing takes mentor and project.
  private func substitutes(
    for triples: [TripleMatching.Triple], in solution: TripleSolution
  ) -> [Int: Known] {
    var rows = (
      Array(repeating: Int32(0), count: mentorPlaces.count),
      Array(repeating: Int32(0), count: projectPlaces.count)
    )
    func worth(_ triple: TripleMatching.Triple) -> Int? {
      let (mentor, project) = (rows.0[triple.mentor], rows.1[triple.project])
      guard mentor != Scores.excluded, project != Scores.excluded else { return nil }
      return Int(mentor) + Int(project) + fit(triple.mentor, triple.project)
    }
    var gains = Array(repeating: 0, count: triples.count)
    for trainee in 0..<mentors.seekerCount where solution.mentors[trainee] == nil {
      mentors.fill(&rows.0, seeker: trainee)
      projects.fill(&rows.1, seeker: trainee)
      for (place, triple) in triples.enumerated() {
        if let worth = worth(triple), worth > gains[place] { gains[place] = worth }
      }
    }
    var known: [Int: Known] = [:]
    for (triple, gain) in zip(triples, gains) {
      mentors.fill(&rows.0, seeker: triple.trainee)
      projects.fill(&rows.1, seeker: triple.trainee)
      known[triple.trainee] = Known(triple: triple, loss: (worth(triple) ?? 0) - gain)
    }
    return known
  }

  /// What is lost at least without each triple, by prices of the places.
  private func leastLosses(
    of triples: [TripleMatching.Triple], points: Int, by bound: TripleBound
  ) -> [Int] {
    var rows = (
      Array(repeating: Int32(0), count: mentorPlaces.count),
      Array(repeating: Int32(0), count: projectPlaces.count)
    )
    return triples.map { triple in
      mentors.fill(&rows.0, seeker: triple.trainee)
      projects.fill(&rows.1, seeker: triple.trainee)
      guard let (all, mentor, project) = dearest(rows.0, rows.1, bound.prices),
        mentor == triple.mentor, project == triple.project
      else { return 0 }
      let rest = dearest(rows.0, rows.1, bound.prices, without: triple)?.0 ?? 0
      return max(0, points - TripleBound.whole(bound.sum - max(0, all) + max(0, rest)))
    }
  }
}
