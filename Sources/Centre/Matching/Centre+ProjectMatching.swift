package import Civil
import Cohorts
import FollowUp
import Indicators
package import Interchange
import Logging
package import Mentors
import ProjectLibrary
package import Reports
import Store

/// Trainees matched with projects: what came of it, and how it is told.
package struct ProjectMatching: Sendable {
  package let matching: Matching
  package let report: Report
  /// What is wrong with the file of wishes.
  package let problems: [ImportProblem]
}

extension Centre {
  /// Matches trainees with reviewed and valid projects; nothing is stored.
  ///
  /// Named trainees are matched in any case; of a class, an area or all those who have no venture and chose no project
  /// yet. `places` is how many may choose one project within a year; nil: as the regulation says.
  package func matchProjects(
    _ scope: MatchScope, mode: Matching.Mode, wishes file: WishSource? = nil, places: Int? = nil,
    asOf day: CivilDate
  ) throws(CentreError) -> ProjectMatching {
    let rule = try self.rule(\.matching, .matching, in: scope.area ?? "", on: day)
    let (projects, left) = try openProjects(area: scope.area ?? "", places: places, asOf: day)
    var records = try trainees(in: scope)
    if scope.trainees.isEmpty {
      let settled = try Set(projectChoices(asOf: day).map(\.person)).union(founders(asOf: day))
      records = records.filter { !settled.contains($0.id) }
    }
    let wishes = try readWishes(
      file, seekers: Set(records.map(\.id)), helpers: Set(projects.map(\.id)))
    let seekers = try profiles(of: records, wishes: wishes.rows.map(\.row), asOf: day)
    let own = Dictionary(grouping: wishes.rows.map(\.row), by: \.chooser)
    let matching = Matching(
      seekers.profiles.map { Matching.Member($0) },
      with: projects.map { project in
        var profile = MatchProfile(project)
        profile.take(own[project.id] ?? [])
        return Matching.Member(profile, Seats(minimum: 0, capacity: left[project.id] ?? 0))
      }, mode: mode, settings: rule.settings, criteria: .ofProjects)
    return ProjectMatching(
      matching: matching,
      report: .matching(
        matching, asOf: day, helpers: Wording(zh: "项目", en: "Project"),
        names: FollowedNames(people: seekers.names), helperNames: .projects(projects)),
      problems: wishes.problems)
  }

  /// Records the matches as the trainees' choices; how many.
  package func record(_ matching: ProjectMatching) throws(CentreError) -> Int {
    let stamp = try recordStamp()
    let choices = matching.matching.matches.filter { !$0.isFixed }.map { match in
      ProjectChoice(
        id: "", project: match.helper, person: match.seeker, on: stamp.on, recordedOn: stamp.on,
        recordedBy: stamp.by)
    }
    try stored { store throws(StoreError) in try store.record(choices, stamp: stamp) }
    log.notice("projects chosen by matching", metadata: ["choices": "\(choices.count)"])
    return choices.count
  }

  /// Strikes out that a trainee chose a project.
  ///
  /// Throws where no such choice is on record.
  package func withdrawChoice(of code: String, by trainee: String, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    let done = try stored { store throws(StoreError) in
      try store.strikeOut(choiceOf: code, by: trainee, reason: reason, stamp: stamp)
    }
    guard done else {
      throw .refused(
        Wording(
          zh: "没有 \(trainee) 选用 \(code) 的登记；请核对编号", en: "no choice of \(code) by \(trainee) is on record"))
    }
  }

  /// The reviewed and valid projects, and how many more may choose each within the year up to the day.
  func openProjects(
    area: String, places: Int? = nil, asOf day: CivilDate
  ) throws(CentreError) -> (projects: [Project], left: [String: Int]) {
    let rule = try rule(\.matching, .matching, in: area, on: day)
    let most = places ?? rule.projectPlaces
    let valid = Set(try libraryStatus(area: area, asOf: day).counted)
    let projects = try projects(asOf: day).map(\.project).filter { valid.contains($0.id) }
    let recent = try projectChoices(asOf: day).filter { $0.on > day.adding(months: -12) }
    let taken = Dictionary(grouping: recent, by: \.project).mapValues { Set($0.map(\.person)).count }
    let left = projects.map { ($0.id, max(0, most - (taken[$0.id] ?? 0))) }
    return (projects, Dictionary(left, uniquingKeysWith: { first, _ in first }))
  }

  /// Those who founded a venture that is on record.
  private func founders(asOf day: CivilDate) throws(CentreError) -> Set<String> {
    let ventures = try stored { store throws(StoreError) in
      try store.ventureRecords(knownOn: day, withJobs: false)
    }
    return Set(ventures.flatMap { $0.venture.founders.map(\.person) })
  }
}

extension FollowedNames {
  /// Projects by code and name.
  static func projects(_ projects: [Project]) -> FollowedNames {
    FollowedNames(
      people: Dictionary(
        projects.map { ($0.id, "\($0.id) \($0.name)") }, uniquingKeysWith: { first, _ in first }))
  }
}

extension MatchProfile {
  /// What a project asks for and whom it is for.
  init(_ project: Project) {
    self.init(id: project.id, name: project.name)
    if let industry = project.industry { industries = [.industry(industry)] }
    skills = Set(project.skills)
    funds = project.investment?.lowerBound
    categories = Set(project.fit)
    areas = Set([project.area].compactMap(\.self))
  }
}
