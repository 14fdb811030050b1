import Civil
import ProjectLibrary

extension LibraryRule {
  static func example(
    leastProjects: Int = 2, leastIndustries: Int = 2, counting: Counting = .divisions,
    countsIdeas: Bool = false, priorities: [(String, Int)] = []
  ) -> LibraryRule {
    LibraryRule(
      stamp: RuleStamp(
        name: Wording(zh: "示例", en: "example"), version: "1", from: .day(0), source: "made up"),
      leastProjects: leastProjects, leastIndustries: leastIndustries, counting: counting,
      countsIdeas: countsIdeas, leastReviewers: 2,
      priorities: priorities.compactMap { code, points in
        Industry(code).map { Priority($0, points: points) }
      }, likenessWarned: 0.3, leastGroup: 10, mostPlacedPerProject: 15,
      leastInvestedPerPlace: Money(yuan: 2000))
  }
}

extension CivilDate {
  /// Days after 2026-01-01.
  static func day(_ number: Int) -> CivilDate { CivilDate(daysSinceEpoch: 20_454 + number) }
}

extension Project {
  static func example(
    _ id: String, kind: Kind = .project, name: String = "社区家政服务站", summary: String = "为小区居民提供保洁、做饭服务",
    source: String = "示例公司", industry: String? = "O8010", risks: [ProjectRisk]? = nil,
    validUntil: CivilDate? = .day(365)
  ) -> Project {
    Project(
      id: id, kind: kind, name: name, summary: summary, source: source, owner: "示例局",
      industry: industry.flatMap { Industry($0) }, investment: Money(yuan: 30_000)...Money(yuan: 80_000),
      staff: 2...4, paybackMonths: 10,
      risks: risks ?? ProjectRisk.Kind.allCases.map { ProjectRisk($0, .low) },
      collectedOn: .day(0), validUntil: validUntil)
  }
}

extension ProjectOpinion {
  static func pass(_ reviewer: String, of unit: String = "示例学院") -> ProjectOpinion {
    ProjectOpinion(reviewer: reviewer, unit: unit, verdict: .pass)
  }
}

extension ProjectRecord {
  /// A project that took steps ten days apart, from day 10 on.
  static func example(_ project: Project, _ states: [ProjectState]) -> ProjectRecord {
    var record = ProjectRecord(project)
    for (number, state) in states.enumerated() {
      let opinions: [ProjectOpinion] = state == .listed ? [.pass("甲"), .pass("乙")] : []
      record.take(ProjectStep(state, opinions: opinions, reason: "说明"), on: 10 * (number + 1))
    }
    return record
  }

  mutating func take(_ step: ProjectStep, on day: Int) {
    steps.append(
      Ledger.Entry(
        id: "\(project.id)-\(day)", step, from: .day(day), recordedOn: .day(day), recordedBy: "评审办"))
  }
}
