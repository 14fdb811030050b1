package import Civil
package import ProjectLibrary

/// Reads and writes the project library as a table (创业项目征集表).
package enum ProjectFile {
  /// The projects of a file (CSV or XLSX) with all that is wrong.
  ///
  /// What cannot be reviewed yet (fields missing) and what may stand in the library already are warnings: the project
  /// is collected all the same.
  ///
  /// `library` holds the projects that are known, `rule` says from which likeness on near-duplicates are told; without
  /// it they are not.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, library: [Project] = [], rule: LibraryRule?, today: CivilDate
  ) throws(WorkbookError) -> FileReading<Project> {
    var table = try TableFile.rows(Tables.projects, of: bytes, file: file)
    table.reportRepeated("project") { $0.id }
    for (number, project) in Array(table.sound) {
      if project.collectedOn > today {
        table.report(
          .error, row: number, "collected_on", found: project.collectedOn.description,
          problem: Wording(zh: "日期在将来", en: "a date in the future"),
          expected: Wording(zh: "应不晚于今天 \(today)", en: "expected no day after today, \(today)"))
      }
      if let term = project.validUntil, term < project.collectedOn {
        table.report(
          .error, row: number, "valid_until", found: term.description,
          problem: Wording(zh: "早于征集日期", en: "before it was collected"),
          expected: Wording(
            zh: "应不早于 \(project.collectedOn)", en: "expected no day before \(project.collectedOn)"))
      }
      guard !project.missing.isEmpty else { continue }
      table.report(
        .warning, row: number,
        problem: ProjectStepFlaw.incomplete(
          project.missing, risks: project.kind == .project ? project.missingRisks : []
        ).text,
        expected: Wording(zh: "可先征集，评审前补齐", en: "it can be collected, and is reviewed when complete"))
    }
    if let rule { warnOfDuplicates(&table, library, rule) }
    return FileReading(table)
  }

  private static func warnOfDuplicates(
    _ table: inout TableRows<Project>, _ library: [Project], _ rule: LibraryRule
  ) {
    let sound = Array(table.sound)
    let numbers = Dictionary(sound.map { ($0.row.id, $0.number) }, uniquingKeysWith: { first, _ in first })
    // What is handed in anew is not its own double.
    let warnings = LikenessIndex.warnings(
      for: sound.map(\.row), against: library.filter { numbers[$0.id] == nil }, least: rule.likenessWarned)
    for warning in warnings {
      table.report(
        .warning, row: numbers[warning.project], "name", found: table.name(numbers[warning.project]),
        problem: warning.text,
        expected: Wording(zh: "请核对：是同一项目的请合并或停用其一", en: "compare them: merge the two, or retire one"))
    }
  }

  /// The projects as a file that `read` takes: UTF-8 without byte order mark, LF line ends.
  ///
  /// For the public it leaves out who handed them in, who may be a private person.
  package static func write(
    _ projects: [Project], in language: Language, isPublic: Bool = false
  ) -> [UInt8] {
    var writer = CSVWriter()
    let columns = Tables.projects.columns
    let shown = columns.indices.filter { !isPublic || columns[$0].name != "source" }
    writer.write(shown.map { language == .chinese ? columns[$0].chinese : columns[$0].name })
    for project in projects {
      let cells = cells(of: project, language)
      writer.write(shown.map { cells[$0] })
    }
    return writer.bytes
  }

  private static func cells(of project: Project, _ language: Language) -> [String] {
    let isChinese = language == .chinese
    let range = { (low: String, high: String) in low == high ? low : "\(low)-\(high)" }
    let risks = project.risks.map { risk in
      let kind = isChinese ? risk.kind.name.chinese : risk.kind.rawValue
      let level = isChinese ? risk.level.name.chinese : risk.level.rawValue
      return "\(kind):\(level)" + (risk.remedy.map { "（\($0)）" } ?? "")
    }
    return [
      project.id, isChinese ? project.kind.name.chinese : project.kind.rawValue, project.name,
      project.summary, project.source, project.owner,
      project.industry.map { String($0.section) + $0.code } ?? "",
      project.investment.map { range(yuan($0.lowerBound), yuan($0.upperBound)) } ?? "",
      project.staff.map { range("\($0.lowerBound)", "\($0.upperBound)") } ?? "",
      project.space.map(String.init) ?? "", project.skills.joined(separator: ";"),
      project.paybackMonths.map(String.init) ?? "", risks.joined(separator: ";"),
      project.fit.joined(separator: ";"), project.area?.description ?? "",
      project.isHighTech ? (isChinese ? "是" : "yes") : "", project.collectedOn.description,
      project.validUntil?.description ?? "",
    ]
  }

  private static func yuan(_ money: Money) -> String {
    money.fen % 100 == 0 ? "\(money.fen / 100)" : decimal(scaled: money.fen, decimals: 2)
  }
}

extension TableRows<Project> {
  fileprivate func name(_ number: Int?) -> String? { number.map { rows[$0].name } }
}
