import Civil
import ProjectLibrary
import Reports
import Store

extension ReportKind {
  /// The reports on the project library.
  static let library: [ReportKind] = [projectLibrary, projectList, projectOutcomes]

  static let projectLibrary = ReportKind(
    "project-library", Wording(zh: "创业项目库建设情况", en: "State of the project library"),
    purpose: Wording(
      zh: "主管看：是否达到 50 个项目、20 个行业的要求，还缺哪些行业", en: "whether the library reaches its gates, and what is missing"
    ),
    takes: [.area]
  ) { centre, request in
    let status = try centre.libraryStatus(area: request.area ?? "", asOf: request.asOf)
    let projects = try centre.projects(asOf: request.asOf).map(\.project)
    return .projectLibrary(
      status, names: Dictionary(projects.map { ($0.id, $0.name) }) { first, _ in first })
  }

  static let projectList = ReportKind(
    "projects", Wording(zh: "创业项目一览", en: "Projects"),
    purpose: Wording(zh: "项目管理用：全部项目的状态、有效期和缺项", en: "all projects with their states and terms"),
    takes: [.area]
  ) { centre, request in
    .projects(
      try centre.projects(asOf: request.asOf),
      rule: try centre.libraryRule(area: request.area ?? "", on: request.asOf),
      outcomes: try centre.projectOutcomes(area: request.area ?? "", asOf: request.asOf).byDivision,
      on: request.asOf, knownOn: request.asOf)
  }

  static let projectOutcomes = ReportKind(
    "project-outcomes", Wording(zh: "创业项目成效", en: "Outcomes of projects"),
    purpose: Wording(
      zh: "主管看：选用项目的人多少已创业、存活、带动就业；人数太少的不计算比例",
      en: "who started with a chosen project, survived and employs whom; no share of too few"),
    takes: [.area]
  ) { centre, request in try centre.outcomeReport(area: request.area ?? "", asOf: request.asOf) }
}
