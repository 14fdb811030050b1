package import Civil
import FollowUp
package import Indicators
package import Interchange
import Logging
package import ProjectLibrary
package import Reports
import Store

/// What became of those who chose the library's projects, and by which rules it is told.
package struct ProjectOutcomes: Sendable {
  package let evidence: OutcomeEvidence
  package let projects: [Project]
  package let rule: LibraryRule

  /// Of one project.
  package func outcome(of project: String) -> ProjectOutcome { evidence.outcome(of: [project]) }

  /// By the code of the division, of those divisions of which a project was chosen.
  package var byDivision: [String: ProjectOutcome] {
    let chosen = Set(evidence.choices.map(\.project))
    let groups = Dictionary(grouping: projects.filter { $0.industry != nil }) {
      $0.industry?.divisionCode ?? ""
    }
    return groups.mapValues { Set($0.map(\.id)) }.filter { !$0.value.isDisjoint(with: chosen) }
      .mapValues { evidence.outcome(of: $0) }
  }
}

extension Centre {
  /// Who chose which project, and whether ventures came of it that live, as known on a day.
  ///
  /// Throws where no regulation sets the rules by which it is counted.
  package func projectOutcomes(area: String = "", asOf day: CivilDate) throws(CentreError) -> ProjectOutcomes
  {
    let choices = try projectChoices(asOf: day)
    let people = Array(Set(choices.map(\.person))).sorted()
    let prefix = AreaCode.prefix(area)
    let (names, reached) = try stored { store throws(StoreError) in
      (try store.traineeNames(of: people), try store.lastReached(people, knownOn: day))
    }
    let own = choices.filter { AreaCode.prefix(names[$0.person]?.area ?? "").hasPrefix(prefix) }
    let codes = Set(own.compactMap(\.venture))
    let ventures =
      codes.isEmpty
      ? []
      : try stored { store throws(StoreError) in try store.ventureRecords(knownOn: day) }
        .filter { codes.contains($0.venture.id) }
    return ProjectOutcomes(
      evidence: OutcomeEvidence(
        choices: own, ventures: ventures, lastContact: reached,
        survivalRule: try rule(\.survival, .survival, in: area, on: day),
        lagDays: try rule(\.indicators, .indicators, in: area, on: day).startLag, date: day, knownOn: day),
      projects: try projects(asOf: day).map(\.project), rule: try libraryRule(area: area, on: day))
  }

  /// What became of the projects, by industry and one by one, with what reports say checked.
  ///
  /// `unrecorded` is what a file says beside the reports on record.
  package func outcomeReport(
    area: String = "", unrecorded: [ReportedPlacement] = [], asOf day: CivilDate
  ) throws(CentreError) -> Report {
    let reported = try reportedPlacements(area: area, knownOn: day) + unrecorded
    let outcomes = try projectOutcomes(area: area, asOf: day)
    let chosen = Set(outcomes.evidence.choices.map(\.project))
    let titles = Dictionary(
      outcomes.projects.compactMap { $0.industry.map { ($0.divisionCode, $0.divisionTitle) } },
      uniquingKeysWith: { first, _ in first })
    return .projectOutcomes(
      outcomes.projects.filter { chosen.contains($0.id) }.map { project in
        (
          Wording(zh: "\(project.id) \(project.name)", en: "\(project.id) \(project.name)"),
          outcomes.outcome(of: project.id)
        )
      },
      industries: outcomes.byDivision.sorted { $0.key < $1.key }.map { code, outcome in
        (titles[code] ?? Wording(zh: code, en: code), outcome)
      }, reported: reported, rule: outcomes.rule, lagDays: outcomes.evidence.lagDays, asOf: day)
  }

  /// What became of earlier choices of projects of the same industry, in words; nil: the industry is not told.
  package func pastSuccess(of code: String, asOf day: CivilDate) throws(CentreError) -> Wording? {
    guard let industry = try project(code, asOf: day).project.industry else { return nil }
    let outcomes = try projectOutcomes(asOf: day)
    let known = outcomes.byDivision[industry.divisionCode]
    let title = industry.divisionTitle
    let told = known.success(outcomes.rule)
    return Wording(zh: "\(title.chinese)：\(told.chinese)", en: "\(title.english): \(told.english)")
  }

  /// Reads what reports say that projects brought; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readReported(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<ReportedPlacement> {
    let today = try today()
    return try inWorkbook(file) { () throws(WorkbookError) in
      try ReportedFile.read(bytes, file: file, today: today)
    }
  }

  /// Records what reports say that projects brought; what a source says anew of a day corrects what it said before.
  package func record(_ reported: [ReportedPlacement]) throws(CentreError) -> RecordedCounts {
    let stamp = try recordStamp()
    let counts = try stored { store throws(StoreError) in
      try store.record(reported, correcting: "重新填报", stamp: stamp)
    }
    log.notice("reported sums recorded", metadata: ["new": "\(counts.new)", "changed": "\(counts.changed)"])
    return counts
  }

  /// What reports say that projects of an area brought, as known on a day.
  package func reportedPlacements(
    area: String = "", knownOn day: CivilDate
  ) throws(CentreError) -> [ReportedPlacement] {
    let prefix = AreaCode.prefix(area)
    return try stored { store throws(StoreError) in try store.reportedPlacements(knownOn: day) }
      .filter { AreaCode.prefix($0.area?.description ?? "").hasPrefix(prefix) }
  }
}
