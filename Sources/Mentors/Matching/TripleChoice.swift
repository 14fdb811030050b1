package import Civil

/// A trainee with a mentor and a project, and what speaks for it.
package struct TripleMatch: Hashable, Sendable {
  package let trainee: String
  package let mentor: String
  package let project: String
  /// Of the two pairs with the trainee, and what the mentor knows of the project's industry.
  package let points: Int
  package let mentorReason: Wording
  package let projectReason: Wording
  /// What mentor and project have in common; nil: nothing is known.
  package let fit: Wording?
  /// What comes best where this triple may not be, all others rearranged.
  package let next: Alternative

  package struct Alternative: Hashable, Sendable {
    /// Both nil: the trainee goes without.
    package let mentor: String?
    package let project: String?
    /// Points that are lost in total: at least, by a bound, and with this alternative.
    ///
    /// Where both are equal, it is the best there is.
    package let loss: ClosedRange<Int>
  }
}

/// Trainees, mentors and projects put together, with the reasons in words.
package struct TripleChoice: Sendable {
  package let matches: [TripleMatch]
  /// Those without a triple, and why.
  package let unmatched: [(trainee: String, why: Wording)]
  package let points: Int
  /// No choice of triples has more points.
  package let bound: Int
  package let fullPoints: Int
  /// By id, matches and places.
  package let mentors: [String: (matches: Int, capacity: Int)]
  package let projects: [String: (matches: Int, capacity: Int)]

  /// Puts them together, as many points as can be; order does not matter, equals are told apart by id.
  ///
  /// `fitWeight` is what each of the hundred points counts for how close mentor and project are by industry; 0: the best
  /// choice is found exactly.
  package init(
    _ trainees: [MatchProfile], mentors: [Matching.Member], projects: [Matching.Member],
    settings: MatchSettings = MatchSettings(), fitWeight: Int = 0
  ) {
    let trainees = trainees.sorted { $0.id < $1.id }
    let mentors = mentors.sorted { $0.profile.id < $1.profile.id }
    let projects = projects.sorted { $0.profile.id < $1.profile.id }
    let byMentor = ScoreTable(
      seekers: trainees, helpers: mentors.map(\.profile), criteria: .ofMentors, settings: settings)
    let byProject = ScoreTable(
      seekers: trainees, helpers: projects.map(\.profile), criteria: .ofProjects, settings: settings
    )
    var fit: [[Int32]] = []
    if fitWeight > 0 {
      fit = mentors.map { mentor in
        projects.map { project in
          let finding = MatchCriterion.industry.judge(mentor.profile, project.profile, settings)
          return Int32(finding.points * fitWeight)
        }
      }
    }
    let found = TripleTask(
      mentors: byMentor, projects: byProject, fit: fit, mentorPlaces: mentors.map(\.seats.capacity),
      projectPlaces: projects.map(\.seats.capacity)
    ).solved()
    points = found.points
    bound = found.bound
    fullPoints = byMentor.fullPoints + byProject.fullPoints + 100 * fitWeight
    var taken = (mentors: [Int: Int](), projects: [Int: Int]())
    for triple in found.triples {
      taken.mentors[triple.mentor, default: 0] += 1
      taken.projects[triple.project, default: 0] += 1
    }
    self.mentors = Self.loads(mentors, taken.mentors)
    self.projects = Self.loads(projects, taken.projects)
    matches = zip(found.triples, found.alternatives).map { triple, next in
      let mentor = byMentor.account(of: triple.trainee, triple.mentor)
      let project = byProject.account(of: triple.trainee, triple.project)
      let common = MatchCriterion.industry.judge(
        mentors[triple.mentor].profile, projects[triple.project].profile, settings)
      var shared: Wording?
      if case .points(let share, let sentence) = common, share > 0 { shared = sentence() }
      return TripleMatch(
        trainee: trainees[triple.trainee].id, mentor: mentors[triple.mentor].profile.id,
        project: projects[triple.project].profile.id,
        points: mentor.points + project.points + common.points * fitWeight,
        mentorReason: mentor.sentence, projectReason: project.sentence, fit: shared,
        next: TripleMatch.Alternative(
          mentor: next.mentor.map { mentors[$0].profile.id },
          project: next.project.map { projects[$0].profile.id }, loss: next.least...next.most))
    }
    let matched = Set(found.triples.map(\.trainee))
    unmatched = trainees.indices.filter { !matched.contains($0) }.map { trainee in
      (trainees[trainee].id, Self.why(byMentor.open(of: trainee), byProject.open(of: trainee)))
    }
  }

  private static func loads(
    _ members: [Matching.Member], _ taken: [Int: Int]
  ) -> [String: (matches: Int, capacity: Int)] {
    Dictionary(
      members.enumerated().map { ($1.profile.id, (taken[$0] ?? 0, $1.seats.capacity)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func why(_ mentors: Int, _ projects: Int) -> Wording {
    if mentors == 0 { return Wording(zh: "没有可用的导师", en: "no mentor may") }
    if projects == 0 { return Wording(zh: "没有可用的项目", en: "no project may") }
    return Wording(
      zh: "可用导师 \(mentors) 名、项目 \(projects) 个，名额已由总分更高的组合占用，或组合不增加总分",
      en:
        "\(mentors) mentors and \(projects) projects may: their places went to triples with more points in total, "
        + "or a triple would add none")
  }
}

extension ScoreTable {
  /// What a pair is worth and the sentence that says why.
  fileprivate func account(of seeker: Int, _ helper: Int) -> (points: Int, sentence: Wording) {
    let told = findings(seeker, helper).compactMap {
      criterion, finding -> (points: Int, sentence: Wording)? in
      guard case .points(let share, let sentence) = finding, share > 0 else { return nil }
      return (share * settings.weight(of: criterion), sentence())
    }
    let ordered = told.enumerated().sorted {
      ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
    }.map(\.element.sentence)
    return (
      told.reduce(0) { $0 + $1.points },
      ordered.isEmpty
        ? Wording(zh: "没有妨碍，也没有特别合适之处", en: "nothing against it, nothing in particular for it")
        : Wording(
          zh: ordered.map(\.chinese).joined(separator: "；"),
          en: ordered.map(\.english).joined(separator: "; "))
    )
  }

  private func row(of seeker: Int) -> [Int32] {
    var row = Array(repeating: Int32(0), count: helperCount)
    fill(&row, seeker: seeker)
    return row
  }

  /// How many helpers may help a seeker.
  fileprivate func open(of seeker: Int) -> Int { row(of: seeker).count { $0 != Self.excluded } }
}
