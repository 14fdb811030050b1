import Centre
import Civil
import Interchange
import ProjectLibrary

extension DemoPart {
  /// The project library: sixty projects and four ideas, collected and reviewed in the course of the year.
  static let library = DemoPart(
    Wording(zh: "项目库：够不够数，缺哪些行业", en: "The project library: enough of it, and what is missing"),
    enter: { try enterLibrary($0) },
    show: { stage in
      let status = try stage.centre.libraryStatus(area: stage.area, asOf: stage.today)
      let gates = status.gates.map { gate in
        let result =
          gate.isReached
          ? Wording(zh: "达标", en: "reached")
          : Wording(zh: "尚缺 \(gate.missing)", en: "\(gate.missing) missing")
        return Wording(
          zh: "\(gate.name.chinese)：\(gate.counted.count)，应达 \(gate.need)，\(result.chinese)",
          en: "\(gate.name.english): \(gate.counted.count) of \(gate.need), \(result.english)")
      }
      let missing = status.missingPriorities.map(\.industry.title)
      let lacking =
        missing.isEmpty
        ? []
        : [
          Wording(
            zh: "地方优先产业中还没有项目的：" + missing.map(\.chinese).joined(separator: "、"),
            en: "local priorities without a project: " + missing.map(\.english).joined(separator: ", "))
        ]
      let rule = try stage.centre.libraryRule(area: stage.area, on: stage.today)
      let doubted = try stage.centre.reportedPlacements(area: stage.area, knownOn: stage.today).flatMap {
        one in
        one.doubts(rule).prefix(1).map { doubt in
          Wording(
            zh: "上报数存疑：\(one.source)，\(one.projects) 个项目安置 \(one.placed) 人；\(doubt.text.chinese)",
            en: "doubted: \(one.source), \(one.placed) people placed by \(one.projects) projects; "
              + doubt.text.english)
        }
      }
      let path = stage.folder + "/catalogue.html"
      let catalogue = try stage.centre.catalogue(
        title: Wording(zh: "示例区创业项目指导目录", en: "Example District: catalogue of projects"),
        contact: Wording(zh: "示例区创业培训中心（虚构）", en: "Example training centre (made up)"), asOf: stage.today)
      try Places.write(catalogue.write(in: Console.language), to: path)
      return gates + lacking + doubted + [
        Wording(
          zh: "\(path)：公开目录，\(catalogue.projects.count) 个推介项目，可搜索、可打印",
          en:
            "\(path): the public catalogue of \(catalogue.projects.count) projects; it can be searched and printed"
        )
      ]
    },
    reports: [("project-library", ["html"]), ("projects", ["xlsx"]), ("project-outcomes", ["html"])])

  /// Each project is entered in the month in which it was collected, each step in that in which it was taken.
  private static func enterLibrary(_ stage: DemoStage) throws -> Wording? {
    let projects = try stage.centre.readProjects(
      stage.fixture("projects/projects.csv"), file: "projects.csv"
    ).rows.map(\.row)
    try stage.monthly(projects, on: \.collectedOn) { _ = try $0.enter($1) }
    let steps = try stage.centre.readProjectSteps(
      stage.fixture("projects/reviews.csv"), file: "reviews.csv"
    ).rows.map(\.row)
    try stage.monthly(steps, on: \.on) { try $0.record($1) }
    let reported = try stage.centre.readReported(
      stage.fixture("projects/reported.csv"), file: "reported.csv"
    ).rows.map(\.row)
    _ = try stage.centre.record(reported)
    return Wording(
      zh: "项目库：\(projects.count) 个项目和金点子，\(steps.count) 步评审",
      en: "project library: \(projects.count) projects and ideas, \(steps.count) steps of review")
  }
}
