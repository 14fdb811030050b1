package import Civil
import Cohorts
import Courses
import Indicators
package import Interchange
package import Mentors
import Planning
import ProjectLibrary
package import Reports
import Store

/// Trainees matched with mentors: what came of it, and how it is told.
package struct MentorMatching: Sendable {
  package let matching: Matching
  package let report: Report
  /// What is wrong with the file of wishes.
  package let problems: [ImportProblem]
}

/// Trainees matched with mentors and projects at once.
package struct TripleMatchingFound: Sendable {
  package let choice: TripleChoice
  package let report: Report
  package let problems: [ImportProblem]
}

extension Centre {
  /// Matches trainees with the mentors of the pool; nothing is stored.
  ///
  /// Named trainees are matched in any case; of a class, an area or all those who stand in the service chain. Who has a
  /// mentor keeps it. Throws where the file of wishes is a workbook that cannot be opened, or no rule is set.
  package func matchMentors(
    _ scope: MatchScope, mode: Matching.Mode, wishes file: WishSource? = nil, asOf day: CivilDate
  ) throws(CentreError) -> MentorMatching {
    let facts = try MentorFacts(self, scope, wishes: file, asOf: day)
    let seekers = facts.seekers
    let ids = Set(seekers.map(\.id))
    let fixed = facts.held.filter { ids.contains($0.subject) }.map { (seeker: $0.subject, helper: $0.member) }
    let matching = Matching(
      seekers.map { Matching.Member($0) }, with: facts.mentors(besides: ids), fixed: fixed, mode: mode,
      settings: facts.settings, criteria: .ofMentors)
    return MentorMatching(
      matching: matching,
      report: .matching(
        matching, asOf: day, names: FollowedNames(people: facts.names), helperNames: facts.mentorNames),
      problems: facts.problems)
  }

  /// Matches trainees who have no mentor yet with a mentor and a project at once; nothing is stored.
  package func matchTriples(
    _ scope: MatchScope, wishes file: WishSource? = nil, asOf day: CivilDate
  ) throws(CentreError) -> TripleMatchingFound {
    let (projects, left) = try self.openProjects(area: scope.area ?? "", asOf: day)
    let facts = try MentorFacts(
      self, scope, wishes: file, others: Set(projects.map(\.id)), asOf: day)
    let helped = Set(facts.held.map(\.subject))
    let seekers = facts.seekers.filter { !helped.contains($0.id) }
    let choice = TripleChoice(
      seekers, mentors: facts.mentors(besides: Set(seekers.map(\.id))),
      projects: projects.map { project in
        var profile = MatchProfile(project)
        profile.take(facts.wishes[project.id] ?? [])
        return Matching.Member(profile, Seats(minimum: 0, capacity: left[project.id] ?? 0))
      }, settings: facts.settings, fitWeight: facts.settings.weight(of: .industry))
    return TripleMatchingFound(
      choice: choice,
      report: .triples(
        choice, asOf: day, trainees: FollowedNames(people: facts.names), mentors: facts.mentorNames,
        projects: .projects(projects)), problems: facts.problems)
  }

  /// Records the matches as assignments from today on; returns their ids.
  package func record(_ found: MentorMatching, in language: Language) throws(CentreError) -> [String] {
    let today = try today()
    return try assign(
      found.matching.matches.filter { !$0.isFixed }.map { match in
        MentorAssignment(
          MentorRelation(member: match.helper, subject: match.seeker, from: today),
          origin: found.matching.mode.origin, reason: match.sentence[language])
      })
  }

  /// Records the mentors as assigned and the projects as chosen, in one step; how many triples.
  package func record(_ found: TripleMatchingFound, in language: Language) throws(CentreError) -> Int {
    let stamp = try recordStamp()
    return try inOneStep { centre throws(CentreError) in
      _ = try centre.assign(
        found.choice.matches.map { match in
          MentorAssignment(
            MentorRelation(member: match.mentor, subject: match.trainee, from: stamp.on),
            origin: .bestTotal, reason: match.mentorReason[language])
        })
      let choices = found.choice.matches.map { match in
        ProjectChoice(
          id: "", project: match.project, person: match.trainee, on: stamp.on, recordedOn: stamp.on,
          recordedBy: stamp.by)
      }
      try centre.stored { store throws(StoreError) in try store.record(choices, stamp: stamp) }
      return choices.count
    }
  }
}

/// What a matching with mentors rests on.
private struct MentorFacts {
  let rule: MatchRule
  /// Those of the rule, with the ways that the plan knows.
  let settings: MatchSettings
  let seekers: [MatchProfile]
  let names: [String: String]
  let mentorNames: FollowedNames
  /// By who wishes.
  let wishes: [String: [MatchWish]]
  let problems: [ImportProblem]
  /// Whom mentors who serve help on the day.
  let held: [MentorRelation]
  private let pool: [PoolRecord]
  private let hours: [String: WeekHours]
  private let balance: LoadBalance

  /// `others` are ids that wishes may name besides mentors.
  init(
    _ centre: Centre, _ scope: MatchScope, wishes file: WishSource?, others: Set<String> = [],
    asOf day: CivilDate
  ) throws(CentreError) {
    rule = try centre.rule(\.matching, .matching, in: scope.area ?? "", on: day)
    pool = try centre.poolMembers(asOf: day).filter {
      $0.member.isServing(on: day) && $0.member.capacity != nil
    }
    mentorNames = FollowedNames(
      people: Dictionary(pool.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }))
    let serving = Set(pool.map(\.id))
    let relations = try centre.mentorRelations(knownOn: day)
    held = relations.filter { $0.holds(on: day) && serving.contains($0.member) }
    balance = LoadBalance(pool.map(\.member), relations, within: (day + -365)...day)
    // Where the trainees stand in the chain says what they need.
    let places = (try? centre.chain(area: scope.area ?? "", asOf: day))?.places ?? []
    let links = Dictionary(
      places.map { ($0.trainee, $0.standing.link) }, uniquingKeysWith: { first, _ in first })
    var records = try centre.trainees(in: scope)
    if scope.trainees.isEmpty { records = records.filter { links[$0.id].flatMap(\.self) != nil } }
    let reading = try centre.readWishes(
      file, seekers: Set(records.map(\.id)), helpers: serving.union(others))
    problems = reading.problems
    wishes = Dictionary(grouping: reading.rows.map(\.row), by: \.chooser)
    let found = try centre.profiles(of: records, wishes: reading.rows.map(\.row), asOf: day)
    names = found.names
    let plan = try centre.stored { store throws(StoreError) in try store.facts() }
    let free = plan.map(FreeHours.init)
    var settings = rule.settings
    settings.travel = plan?.travelByArea ?? [:]
    self.settings = settings
    seekers = found.profiles.map { profile in
      var seeker = profile
      if let link = links[profile.id].flatMap(\.self) { seeker.links = [link] }
      seeker.free = free?.trainees[profile.id] ?? WeekHours()
      return seeker
    }
    hours = free?.people ?? [:]
  }

  /// The mentors with the places that those besides some trainees leave them; who bore less comes first.
  func mentors(besides seekers: Set<String>) -> [Matching.Member] {
    let taken = Dictionary(grouping: held.filter { !seekers.contains($0.subject) }, by: \.member)
      .mapValues(\.count)
    return pool.map { record in
      let member = record.member
      var profile = MatchProfile(id: member.id, name: record.name)
      profile.areas = member.areas
      profile.industries = member.industries
      profile.links = member.guidedLinks
      profile.languages = Set(member.languages.map(SpokenLanguage.named))
      profile.free = hours[member.id] ?? WeekHours()
      profile.take(wishes[member.id] ?? [])
      let (capacity, used) = (member.capacity ?? 0, taken[member.id] ?? 0)
      return Matching.Member(
        profile,
        Seats(
          minimum: 0, capacity: max(0, capacity - used),
          costs: balance.seatCosts(
            for: member.id, capacity: capacity, taken: used, weight: 100 * rule.loadWeight)))
    }
  }
}

/// When people are free in a usual week, as the plan knows it.
private struct FreeHours {
  let people: [String: WeekHours]
  /// Of those who attend a class: when it is open to them.
  let trainees: [String: WeekHours]

  init(_ plan: PlanningBundle) {
    people = Dictionary(
      plan.people.map { ($0.id, WeekHours($0.open, blocks: plan.blocks)) },
      uniquingKeysWith: { first, _ in first })
    let cohorts = Dictionary(plan.cohorts.map { ($0.id, $0.open) }, uniquingKeysWith: { first, _ in first })
    var patterns: [WeeklyPattern: WeekHours] = [:]
    var classes: [String: WeekHours] = [:]
    for one in plan.classes {
      guard let open = one.open ?? cohorts[one.cohort] else { continue }
      let hours = patterns[open] ?? WeekHours(open, blocks: plan.blocks)
      patterns[open] = hours
      classes[one.id] = hours
    }
    var trainees: [String: WeekHours] = [:]
    for enrolment in plan.enrolments {
      guard let hours = classes[enrolment.classID] else { continue }
      trainees[enrolment.trainee] = trainees[enrolment.trainee]?.intersection(hours) ?? hours
    }
    self.trainees = trainees
  }
}

extension PlanningBundle {
  /// Minutes between the areas of sites, the shortest where several sites lie in two areas.
  fileprivate var travelByArea: [MatchSettings.TravelPair: Int] {
    let areas = Dictionary(
      sites.compactMap { site in site.area.flatMap { AreaCode($0) }.map { (site.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    var minutes: [MatchSettings.TravelPair: Int] = [:]
    for way in travel {
      guard let from = areas[way.from], let to = areas[way.to], from != to else { continue }
      let pair = MatchSettings.TravelPair(min(from, to), max(from, to))
      minutes[pair] = min(minutes[pair] ?? way.minutes, way.minutes)
    }
    return minutes
  }
}
