import Civil
import Planning
import Reports

/// What a centre can bear, as tables and sentences.
enum CapacityPage {
  /// How many classes are listed, tightest first.
  private static let classesShown = 5

  static func lines(_ report: CapacityReport, in language: Language) -> [String] {
    let head = Wording(
      zh: "计划期 \(report.planFrom) 至 \(report.planTo)；单位：课时",
      en: "Plan from \(report.planFrom) to \(report.planTo), in periods")
    return [head[language], ""] + rows(report, language) + [""] + classes(report, language) + [""]
      + shortages(report, language)
      + DisplayWidth.lines(of: report.verdict[language], width: 100)
  }

  private static func rows(_ report: CapacityReport, _ language: Language) -> [String] {
    let heads = [
      Wording(zh: "项目", en: "what"), Wording(zh: "需要", en: "need"), Wording(zh: "可提供", en: "supply"),
      Wording(zh: "余量", en: "free"), Wording(zh: "占用", en: "used"),
      Wording(zh: "最紧的周（需要/可提供）", en: "tightest weeks (need/supply)"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .right, .right, .right, .right])
    for row in report.rows {
      table.add([
        row.subject.name[language], "\(row.need)", "\(row.supply)",
        row.spare < 0 ? Wording(zh: "缺 \(-row.spare)", en: "short \(-row.spare)")[language] : "\(row.spare)",
        share(row.need, of: row.supply), row.tightest.map(weeks) ?? "",
      ])
    }
    return table.lines()
  }

  private static func weeks(_ weeks: CapacityWeeks) -> String {
    let name =
      weeks.from == weeks.to
      ? "\(weeks.from)"
      : weeks.from.year == weeks.to.year
        ? "\(weeks.from)…W" + "\(weeks.to)".suffix(2) : "\(weeks.from)…\(weeks.to)"
    return "\(name)  \(weeks.need)/\(weeks.supply)  \(share(weeks.need, of: weeks.supply))"
  }

  private static func share(_ need: Int, of supply: Int) -> String {
    supply == 0 ? (need == 0 ? "0%" : "–") : "\((need * 100 + supply / 2) / supply)%"
  }

  private static func classes(_ report: CapacityReport, _ language: Language) -> [String] {
    let shown = report.classes.prefix(classesShown)
    guard !shown.isEmpty else { return [] }
    let title =
      shown.count < report.classes.count
      ? Wording(
        zh: "时间最紧的 \(shown.count) 个班级（共 \(report.classes.count) 个）",
        en: "the \(shown.count) tightest of \(report.classes.count) classes")
      : Wording(zh: "班级", en: "class")
    let heads = [
      title, Wording(zh: "需要", en: "need"), Wording(zh: "可上课", en: "open"), Wording(zh: "占用", en: "used"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .right, .right, .right])
    for one in shown {
      table.add([one.classID, "\(one.need)", "\(one.open)", share(one.need, of: one.open)])
    }
    return table.lines()
  }

  private static func shortages(_ report: CapacityReport, _ language: Language) -> [String] {
    report.shortages.enumerated().flatMap { index, shortage in
      DisplayWidth.lines(of: "\(index + 1). " + shortage.sentence[language], width: 100, indent: 3)
    }
  }
}
