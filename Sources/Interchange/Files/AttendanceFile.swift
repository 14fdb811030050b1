import Civil
package import Courses

/// Reads attendance: the signed sheet (考勤册) with a column a half day, or one row a half day of a trainee.
package enum AttendanceFile {
  /// The marks of a file, each with its line; one that the class's timetable or roster does not know is a problem.
  ///
  /// `held` are the half days in which the class was taught. Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, members: ClassMembers, held: [HeldHalfDay]
  ) throws(WorkbookError) -> FileReading<AttendanceMark> {
    // A long sheet is printed on several pages, which are sheets of a workbook.
    let sheets = try TableFile.all(bytes, file: file).compactMap {
      AttendanceSheet($0, members: members, held: held)?.reading()
    }
    if !sheets.isEmpty {
      return FileReading(
        rows: sheets.flatMap(\.rows), problems: sheets.flatMap(\.problems),
        rowsRead: sheets.reduce(0) { $0 + $1.rowsRead })
    }
    return long(try TableFile(bytes, file: file, columns: Tables.attendance.columns), members, held)
  }

  private static func long(
    _ source: TableFile, _ members: ClassMembers, _ held: [HeldHalfDay]
  ) -> FileReading<AttendanceMark> {
    var table = TableReader.rows(Tables.attendance, of: source.csv, file: source.place)
    let titles = HalfDayTitles(held)
    var marks: [(line: Int, row: AttendanceMark)] = []
    var lines: [AttendanceCell: Int] = [:]
    for (number, row) in Array(table.sound) {
      let line = table.lines[number]
      let trainee: String
      switch members.trainee(id: row.trainee, name: row.name) {
      case .known(let id): trainee = id
      case .problem(let problem, let expected):
        table.report(
          .error, row: number, row.trainee == nil ? "name" : "trainee", found: row.trainee, problem: problem,
          expected: expected)
        continue
      }
      guard let half = titles.find("\(row.date)\(row.block)") else {
        table.report(
          .error, row: number, "date", found: "\(row.date) \(row.block)", problem: .notTaught,
          expected: titles.expected)
        continue
      }
      if row.periods > half.periods {
        table.report(
          .error, row: number, "periods", found: "\(row.periods)",
          problem: Wording(zh: "多于该半天的课时", en: "more periods than were held"),
          expected: Wording(zh: "应为 0 到 \(half.periods)", en: "expected 0 to \(half.periods)"))
        continue
      }
      let cell = AttendanceCell(trainee: trainee, halfDay: half.halfDay)
      if let first = lines.updateValue(line, forKey: cell) {
        table.report(
          .error, row: number, "trainee", found: trainee,
          problem: Wording(zh: "与第 \(first) 行是同一学员的同一半天", en: "the same half day as on line \(first)"),
          expected: Wording(zh: "每半天应只有一行", en: "expected each half day once"))
        continue
      }
      marks.append(
        (line, AttendanceMark(trainee: trainee, halfDay: half.halfDay, periods: row.periods)))
    }
    let reading = FileReading(table)
    return FileReading(rows: marks, problems: reading.problems, rowsRead: reading.rowsRead)
  }
}

/// One cell of the sheet.
struct AttendanceCell: Hashable {
  let trainee: String
  let halfDay: HalfDay
}

/// The half days of a class by the ways in which a column may be headed.
struct HalfDayTitles {
  private let byKey: [String: HeldHalfDay]
  private let first: HeldHalfDay?

  init(_ held: [HeldHalfDay]) {
    var byKey: [String: HeldHalfDay] = [:]
    var doubled: Set<String> = []
    for one in held {
      for key in Set(HalfDayTitles.keys(of: one.halfDay)) {
        if byKey.updateValue(one, forKey: key) != nil { doubled.insert(key) }
      }
    }
    // A month and a day may come twice in two years: then the year must be given.
    for key in doubled { byKey[key] = nil }
    self.byKey = byKey
    first = held.first
  }

  /// The keys of headers such as `2026-03-02 上午`, `3月2日上午` and `3.2 AM`.
  static func keys(of halfDay: HalfDay) -> [String] {
    let (year, month, day) = halfDay.date.parts
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let days = [
      "\(year)-\(two(month))-\(two(day))", "\(year)-\(month)-\(day)", "\(year)/\(month)/\(day)",
      "\(year)/\(two(month))/\(two(day))", "\(year).\(month).\(day)", "\(year).\(two(month)).\(two(day))",
      "\(year)年\(month)月\(day)日", "\(two(month))-\(two(day))", "\(month)月\(day)日", "\(month)/\(day)",
      "\(two(month))/\(two(day))", "\(month).\(day)", "\(two(month)).\(two(day))",
    ]
    let blocks = [halfDay.block, halfDay.blockName.chinese, halfDay.blockName.english]
    return days.flatMap { day in blocks.map { (day + $0).headerKey } }
  }

  func find(_ header: String) -> HeldHalfDay? {
    header.headerKeys.lazy.compactMap { byKey[$0] }.first
  }

  var expected: Wording {
    let example = first?.halfDay.title ?? Wording(zh: "2026-03-02 上午", en: "2026-03-02 AM")
    return Wording(
      zh: "应为本班课表中的半天，如“\(example.chinese)”",
      en: "expected a half day of the class, such as '\(example.english)'")
  }
}

extension Wording {
  static let notTaught = Wording(zh: "本班课表中该半天没有课", en: "the class was not taught in that half day")
}
