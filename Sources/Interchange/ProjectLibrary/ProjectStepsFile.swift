package import Civil
package import ProjectLibrary

/// Reads the steps of projects through the library (项目评审表).
package enum ProjectStepsFile {
  /// The steps that can be taken, in the order of their days, and what is wrong with the others.
  ///
  /// Each is judged after those before it.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, library: [ProjectRecord], rule: LibraryRule, today: CivilDate
  ) throws(WorkbookError) -> FileReading<ProjectStepRow> {
    var table = try TableFile.rows(Tables.projectSteps, of: bytes, file: file)
    var records = Dictionary(library.map { ($0.project.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = Array(table.sound).sorted { ($0.row.on, $0.number) < ($1.row.on, $1.number) }
    for (number, row) in rows {
      guard var record = records[row.project] else {
        table.report(
          .error, row: number, "project", found: row.project,
          problem: Wording(zh: "项目库中没有这个项目", en: "no such project in the library"),
          expected: Wording(zh: "请先导入项目", en: "import the project first"))
        continue
      }
      let flaws = record.flaws(of: row.step, on: row.on, today: today, rule: rule)
      guard flaws.isEmpty else {
        for flaw in flaws {
          table.report(
            .error, row: number, "state", found: row.step.state.name.chinese, problem: flaw.text,
            expected: Wording(zh: "此步未记录", en: "the step is not recorded"))
        }
        continue
      }
      record.steps.append(
        Ledger.Entry(
          id: "\(file):\(number)", row.step, from: row.on, recordedOn: today, recordedBy: file))
      records[row.project] = record
    }
    return FileReading(table)
  }
}
