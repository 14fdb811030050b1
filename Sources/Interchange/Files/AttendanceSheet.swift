import Civil
import Courses

/// A signed attendance sheet (考勤册): one row a trainee, one column a half day.
///
/// A cell holds a tick, a signature or a number of periods, or a word for absence. In a column where anything is
/// marked, an empty cell is an absence, as a box that nobody signed; a column that is empty throughout says nothing.
struct AttendanceSheet {
  private static let identityColumns: [ColumnHeader] = [
    ColumnHeader("trainee", "学员编号", or: ["学员", "学号", "编号"], isRequired: false, isPrivate: false),
    ColumnHeader("name", "姓名", or: ["学员姓名"], isRequired: false, isPrivate: true),
  ]
  private static let otherColumns: [ColumnHeader] = [
    ColumnHeader("number", "序号", or: ["no", "no."], isRequired: false, isPrivate: false),
    ColumnHeader("due", "应到课时", or: ["periods held"], isRequired: false, isPrivate: false),
    ColumnHeader("attended", "实到课时", or: ["periods attended"], isRequired: false, isPrivate: false),
    ColumnHeader("rate", "出勤率", or: ["attendance"], isRequired: false, isPrivate: false),
    ColumnHeader("remarks", "备注", or: ["note", "notes"], isRequired: false, isPrivate: false),
  ]
  private static let signs: Set<String> = [
    "√", "✓", "✔", "v", "y", "yes", "到", "出勤", "全勤", "已到", "签到", "是", "○", "o",
  ]
  private static let absences: Set<String> = [
    "×", "✗", "✕", "x", "n", "no", "-", "—", "/", "缺", "缺勤", "缺课", "旷课", "未到", "请假", "事假", "病假", "假", "否",
    "absent",
  ]

  private let place: String
  private let members: ClassMembers
  private let headed: HeadedSheet
  private let titles: HalfDayTitles
  /// A long sheet goes on below with a header of its own.
  private let sections: [Section]

  /// A header with the rows below it.
  private struct Section {
    let header: Int
    let rows: Range<Int>
    let idCell: Int?
    let nameCell: Int?
    /// By cell: the half day of its column.
    let halfDays: [Int: HeldHalfDay]
  }

  /// The columns that such a sheet may have: those that name a trainee, sums, and one for each half day.
  static func columns(for held: [HeldHalfDay]) -> [ColumnHeader] {
    identityColumns + otherColumns
      + held.map { one in
        ColumnHeader(
          one.halfDay.title.english, one.halfDay.title.chinese, or: HalfDayTitles.keys(of: one.halfDay),
          isRequired: false, isPrivate: false)
      }
  }

  /// Nil where no header names a half day of the class: the file is of another form.
  init?(_ source: TableFile, members: ClassMembers, held: [HeldHalfDay]) {
    let titles = HalfDayTitles(held)
    let headed = HeadedSheet(DecodedText(source.csv).utf8, columns: Self.columns(for: held))
    guard let first = headed.headerRow else { return nil }
    let sheet = headed.sheet
    var headers: [(row: Int, halfDays: [Int: HeldHalfDay])] = []
    for row in first..<sheet.rowCount {
      let cells = (0..<sheet.cellCount(inRow: row)).map { sheet.text(row: row, cell: $0) }
      let halfDays = cells.enumerated().compactMap { cell, text in titles.find(text).map { (cell, $0) } }
      guard !halfDays.isEmpty, Self.place(of: Self.identityColumns, in: cells) != nil else { continue }
      headers.append((row, Dictionary(halfDays) { first, _ in first }))
    }
    guard !headers.isEmpty else { return nil }
    sections = headers.enumerated().map { index, header in
      let end = index + 1 < headers.count ? headers[index + 1].row : sheet.rowCount
      let cells = (0..<sheet.cellCount(inRow: header.row)).map { sheet.text(row: header.row, cell: $0) }
      return Section(
        header: header.row, rows: (header.row + 1)..<end,
        idCell: Self.place(of: [Self.identityColumns[0]], in: cells),
        nameCell: Self.place(of: [Self.identityColumns[1]], in: cells), halfDays: header.halfDays)
    }
    self.headed = headed
    self.members = members
    self.titles = titles
    place = source.place
  }

  private static func place(of columns: [ColumnHeader], in cells: [String]) -> Int? {
    let keys = Set(columns.flatMap(\.keys))
    return cells.firstIndex { $0.headerKeys.contains(where: keys.contains) }
  }

  /// The marks of the sheet, each with its line, and all that is wrong.
  func reading() -> FileReading<AttendanceMark> {
    var problems: [ImportProblem] = []
    var marks: [(line: Int, row: AttendanceMark)] = []
    var (rowsRead, blanks) = (0, 0)
    for section in sections {
      problems += headerProblems(of: section)
      let (rows, count) = trainees(of: section, &problems)
      rowsRead += count
      for cell in section.halfDays.keys.sorted() {
        guard let half = section.halfDays[cell],
          rows.contains(where: { !headed.sheet.bytes(row: $0.row, cell: cell).isEmpty })
        else { continue }
        for (row, trainee) in rows {
          let text = headed.sheet.text(row: row, cell: cell)
          let line = headed.sheet.line(ofRow: row)
          if text.isEmpty { blanks += 1 }
          guard let periods = periods(in: text, of: half) else {
            problems.append(notAMark(text, half, line))
            continue
          }
          marks.append(
            (line, AttendanceMark(trainee: trainee, halfDay: half.halfDay, periods: periods)))
        }
      }
    }
    if blanks > 0 {
      problems.append(
        ImportProblem(
          .warning, file: place,
          problem: Wording(zh: "已登记的半天中有 \(blanks) 格空白", en: "blank boxes in marked columns: \(blanks)"),
          expected: Wording(
            zh: "按缺勤计；整列空白的半天不登记", en: "taken as absences; a column left blank is not recorded")))
    }
    return FileReading(rows: marks, problems: problems, rowsRead: rowsRead)
  }

  /// The rows of a section that name a trainee of the class, and how many rows name anybody.
  private func trainees(
    of section: Section, _ problems: inout [ImportProblem]
  ) -> (rows: [(row: Int, trainee: String)], count: Int) {
    var rows: [(row: Int, trainee: String)] = []
    var lines: [String: Int] = [:]
    var count = 0
    let sheet = headed.sheet
    for row in section.rows where !sheet.isBlank(row: row) {
      let text = { (cell: Int?) in cell.map { sheet.text(row: row, cell: $0) } ?? "" }
      if sheet.isFooter(row: row, required: [section.nameCell ?? section.idCell ?? 0]) { continue }
      let (id, name) = (text(section.idCell), text(section.nameCell))
      // A sheet is printed with empty lines below the names.
      if id.isEmpty, name.isEmpty { continue }
      count += 1
      let line = sheet.line(ofRow: row)
      switch members.trainee(id: id.isEmpty ? nil : id, name: name.isEmpty ? nil : name) {
      case .known(let trainee):
        if let first = lines.updateValue(line, forKey: trainee) {
          problems.append(
            problem(
              line, "姓名 (name)", found: trainee,
              Wording(zh: "与第 \(first) 行是同一学员", en: "the same trainee as on line \(first)"),
              Wording(zh: "每人应只有一行", en: "expected each person once")))
        } else {
          rows.append((row, trainee))
        }
      case .problem(let wrong, let expected):
        problems.append(problem(line, "姓名 (name)", found: id.isEmpty ? nil : id, wrong, expected))
      }
    }
    return (rows, count)
  }

  private func notAMark(_ text: String, _ half: HeldHalfDay, _ line: Int) -> ImportProblem {
    problem(
      line, half.halfDay.title.chinese, found: text,
      Wording(zh: "看不懂的考勤记号", en: "not a mark of attendance"),
      Wording(
        zh: "应为 √、请假、缺勤，或 0 到 \(half.periods) 的课时数",
        en: "expected √, ×, or a number of periods from 0 to \(half.periods)"))
  }

  /// Nil: the mark is not understood.
  private func periods(in text: String, of half: HeldHalfDay) -> Int? {
    let key = text.headerKey
    if text.isEmpty { return 0 }
    if Self.signs.contains(key) { return half.periods }
    if Self.absences.contains(text.folded.lowercased()) || Self.absences.contains(key) { return 0 }
    if let count = CountText(text) {
      return !count.isApproximate && (0...half.periods).contains(count.value) ? count.value : nil
    }
    // A signature: the trainee's own name stands in the box.
    guard case .known = members.trainee(id: nil, name: text) else { return nil }
    return half.periods
  }

  /// What is odd about the header: a half day that was not held, a column of another name.
  private func headerProblems(of section: Section) -> [ImportProblem] {
    let sheet = headed.sheet
    let known = Set((Self.identityColumns + Self.otherColumns).flatMap(\.keys))
    return (0..<sheet.cellCount(inRow: section.header)).compactMap { cell in
      let name = sheet.text(row: section.header, cell: cell)
      if name.isEmpty || section.halfDays[cell] != nil || name.headerKeys.contains(where: known.contains) {
        return nil
      }
      let hasDate = name.contains(where: \.isNumber)
      return ImportProblem(
        hasDate ? .error : .warning, file: place, line: sheet.line(ofRow: section.header), column: name,
        problem: hasDate ? .notTaught : Wording(zh: "未知的列", en: "an unknown column"),
        expected: hasDate ? titles.expected : Wording(zh: "此列未读取", en: "the column is not read"))
    }
  }

  private func problem(
    _ line: Int, _ column: String, found: String?, _ problem: Wording, _ expected: Wording
  ) -> ImportProblem {
    ImportProblem(
      .error, file: place, line: line, column: column, found: found, problem: problem, expected: expected)
  }
}
