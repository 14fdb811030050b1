import Mentors
import Testing

@Suite struct TripleMatchingTests {
  private static func task(_ seed: Int, fits: Bool) -> TripleTask<ListedScores> {
    var tasks = RandomTasks(seed: seed)
    let (trainees, mentors, projects) = (
      tasks.number(1...3), tasks.number(1...3), tasks.number(1...3)
    )
    return TripleTask(
      mentors: tasks.scores(trainees, mentors, points: 0...9, excluded: 30),
      projects: tasks.scores(trainees, projects, points: 0...9, excluded: 30),
      fit: fits
        ? (0..<mentors).map { _ in (0..<projects).map { _ in Int32(tasks.number(0...6)) } } : [],
      mentorPlaces: (0..<mentors).map { _ in tasks.number(0...2) },
      projectPlaces: (0..<projects).map { _ in tasks.number(0...2) })
  }

  /// The most points of all choices, each looked at: without a triple, or where a trainee has what is asked.
  private static func enumerated(
    _ task: TripleTask<ListedScores>, without forbidden: TripleMatching.Triple? = nil,
    where asked: (trainee: Int, mentor: Int?, project: Int?)? = nil
  ) -> Int {
    var places = (task.mentorPlaces, task.projectPlaces)
    var rows = (
      Array(repeating: Int32(0), count: places.0.count),
      Array(repeating: Int32(0), count: places.1.count)
    )
    func best(from trainee: Int) -> Int {
      guard trainee < task.mentors.seekerCount else { return 0 }
      let isAsked = asked?.trainee == trainee
      var most = isAsked && asked?.mentor != nil ? -1_000 : best(from: trainee + 1)
      if isAsked, asked?.mentor == nil { return most }
      for mentor in places.0.indices {
        for project in places.1.indices where places.0[mentor] > 0 && places.1[project] > 0 {
          if let forbidden, forbidden.trainee == trainee, forbidden.mentor == mentor,
            forbidden.project == project
          {
            continue
          }
          guard !isAsked || asked?.mentor == mentor && asked?.project == project else { continue }
          task.mentors.fill(&rows.0, seeker: trainee)
          task.projects.fill(&rows.1, seeker: trainee)
          let (first, second) = (rows.0[mentor], rows.1[project])
          guard first != ListedScores.excluded, second != ListedScores.excluded else { continue }
          let fit = task.fit.isEmpty ? 0 : task.fit[mentor][project]
          places.0[mentor] -= 1
          places.1[project] -= 1
          most = max(most, Int(first + second + fit) + best(from: trainee + 1))
          places.0[mentor] += 1
          places.1[project] += 1
        }
      }
      return most
    }
    return best(from: 0)
  }

  @Test(arguments: 0..<200) func `without a fit of mentor and project the best is found and proved`(
    seed: Int
  ) {
    let task = Self.task(seed, fits: false)
    let found = task.solved()
    #expect(found.points == Self.enumerated(task))
    #expect(found.bound == found.points && found.gap == 0)
  }

  @Test(arguments: 0..<200) func `with it the best lies between what is found and the bound`(
    seed: Int
  ) {
    let task = Self.task(seed, fits: true)
    let found = task.solved()
    let best = Self.enumerated(task)
    #expect(found.points <= best && best <= found.bound)
    for (mentor, places) in task.mentorPlaces.enumerated() {
      #expect(found.triples.count { $0.mentor == mentor } <= places)
    }
    for (project, places) in task.projectPlaces.enumerated() {
      #expect(found.triples.count { $0.project == project } <= places)
    }
  }

  @Test(arguments: 0..<200) func `without a fit what comes next is the best without the triple`(
    seed: Int
  ) {
    let task = Self.task(seed, fits: false)
    let found = task.solved()
    #expect(found.alternatives.count == found.triples.count)
    for (triple, next) in zip(found.triples, found.alternatives) {
      #expect(next.isExact && found.points - next.most == Self.enumerated(task, without: triple))
      #expect([next.mentor, next.project] != [triple.mentor, triple.project])
      #expect(
        Self.enumerated(task, where: (triple.trainee, next.mentor, next.project)) == found.points
          - next.most)
    }
  }

  @Test(arguments: 0..<200, [0, 4_000_000])
  func `with it the loss lies between its bounds, and what comes next can be had at the higher`(
    seed: Int, few: Int
  ) {
    let task = Self.task(seed, fits: true)
    let found = task.solved(few: few)
    #expect(found.alternatives.count == found.triples.count)
    for (triple, next) in zip(found.triples, found.alternatives) {
      let best = Self.enumerated(task, without: triple)
      #expect(found.points - next.most <= best)
      // What is found may itself be beaten: then the loss is nothing.
      #expect(next.least <= max(0, found.points - best))
      #expect([next.mentor, next.project] != [triple.mentor, triple.project])
      #expect(
        Self.enumerated(task, where: (triple.trainee, next.mentor, next.project)) >= found.points
          - next.most)
    }
  }

  @Test func `most small tasks with a fit tell the loss exactly`() {
    let all = (0..<200).flatMap { Self.task($0, fits: true).solved().alternatives }
    #expect(
      all.count > 100 && all.count { $0.isExact } * 20 > all.count * 19,
      "\(all.count { $0.isExact }) of \(all.count)")
  }

  @Test func `one mentor's place goes where a project is left, not where it alone is worth most`() {
    let task = TripleTask(
      mentors: ListedScores(helpers: 1, [[0: 9], [0: 5]]),
      projects: ListedScores(helpers: 1, [[:], [0: 1]]),
      mentorPlaces: [1], projectPlaces: [1])
    #expect(task.solved().triples.map { [$0.trainee, $0.mentor, $0.project] } == [[1, 0, 0]])
  }
}
