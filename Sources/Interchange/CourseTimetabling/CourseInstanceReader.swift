import Civil

/// Reads instances of curriculum-based course timetabling: `.ctt`, and `.ectt` without what is beyond `.ctt`.
///
/// Fields are separated by blanks and tabs, lines end in LF, CR or both. All problems are told, up to a hundred.
package struct CourseInstanceReader {
  /// What a file may hold at most: more is a mistake, and would only fill the memory.
  enum Limit {
    static let days = 7
    static let periods = 60
    static let courses = 5_000
    static let rooms = 2_000
    static let curricula = 20_000
    static let people = 1_000_000
    static let problems = 100
  }

  private enum Section: String {
    case courses = "COURSES:"
    case rooms = "ROOMS:"
    case curricula = "CURRICULA:"
    case closed = "UNAVAILABILITY_CONSTRAINTS:"
    case roomConstraints = "ROOM_CONSTRAINTS:"
  }

  private let file: String
  private var problems: [ImportProblem] = []
  private var instance = CourseInstance()
  private var section: Section?
  private var counts: [String: (count: Int, line: Int)] = [:]
  private var courseIndex: [String: Int] = [:]
  private var roomIndex: [String: Int] = [:]
  private var isEnded = false

  private init(file: String) { self.file = file }

  /// The instance, nil where any problem is an error, and the problems.
  package static func read(_ bytes: [UInt8], file: String) -> (CourseInstance?, [ImportProblem]) {
    var reader = CourseInstanceReader(file: file)
    for row in FieldRows(DecodedText(bytes).utf8) {
      if reader.isEnded || reader.problems.count >= Limit.problems { break }
      reader.read(row)
    }
    reader.finish()
    let isSound = !reader.problems.contains(where: \.isError)
    return (isSound ? reader.instance : nil, reader.problems)
  }

  private mutating func read(_ row: FieldRow) {
    if row.fields == ["END."] {
      isEnded = true
    } else if row.fields.count == 1, let next = Section(rawValue: row.fields[0]) {
      if section == nil { checkFrame(line: row.line) }
      section = next
    } else {
      switch section {
      case nil: readHeader(row)
      case .courses: readCourse(row)
      case .rooms: readRoom(row)
      case .curricula: readCurriculum(row)
      case .closed: readClosed(row)
      case .roomConstraints: break
      }
    }
  }

  // MARK: Header

  private mutating func readHeader(_ row: FieldRow) {
    let key = row.fields[0].hasSuffix(":") ? String(row.fields[0].dropLast()) : row.fields[0]
    let counted = ["Courses": Limit.courses, "Rooms": Limit.rooms, "Curricula": Limit.curricula]
    switch key {
    case "Name": instance.name = row.fields.dropFirst().joined(separator: " ")
    case "Days": instance.days = number(row, 1, 1...Limit.days, key) ?? 0
    case "Periods_per_day": instance.periodsPerDay = number(row, 1, 1...Limit.periods, key) ?? 0
    case "Courses", "Rooms", "Curricula":
      if let count = number(row, 1, 0...(counted[key] ?? 0), key) { counts[key] = (count, row.line) }
    case "Constraints", "UnavailabilityConstraints", "RoomConstraints", "Min_Max_Daily_Lectures": break
    default:
      report(
        .error, row.line, found: row.fields[0], Wording(zh: "不认识的一行", en: "a line of no known kind"),
        Wording(
          zh: "文件头应为 Name、Courses、Rooms、Days、Periods_per_day、Curricula，然后是 COURSES: 等各节",
          en:
            "expected Name, Courses, Rooms, Days, Periods_per_day, Curricula, then COURSES: and the other sections"
        ))
    }
  }

  /// Days and periods must be known before rows name them.
  private mutating func checkFrame(line: Int) {
    for (key, value) in [("Days", instance.days), ("Periods_per_day", instance.periodsPerDay)]
    where value == 0 && !problems.contains(where: { $0.column == key }) {
      report(
        .error, line, column: key, Wording(zh: "文件头没有这一项", en: "not in the header"),
        Wording(zh: "应有一行“\(key): 5”", en: "expected a line such as '\(key): 5'"))
    }
  }

  private mutating func finish() {
    guard problems.count < Limit.problems else { return }
    if section == nil { checkFrame(line: 1) }
    if !isEnded {
      report(
        .error, nil, Wording(zh: "没有结尾的 END.", en: "does not end with END."),
        Wording(zh: "文件可能不完整，请重新取得", en: "expected END. as the last line; the file may be cut short"))
    }
    let found = [
      ("Courses", instance.courses.count), ("Rooms", instance.rooms.count),
      ("Curricula", instance.curricula.count),
    ]
    for (key, count) in found {
      guard let said = counts[key] else {
        if !problems.contains(where: { $0.column == key }) {
          report(
            .error, nil, column: key, Wording(zh: "文件头没有这一项", en: "not in the header"),
            Wording(zh: "应有一行“\(key): \(count)”", en: "expected a line '\(key): \(count)'"))
        }
        continue
      }
      if said.count != count, problems.isEmpty {
        report(
          .error, said.line, column: key, found: "\(said.count)",
          Wording(zh: "与实际行数不符", en: "differs from the rows there are"),
          Wording(zh: "文件中有 \(count) 行", en: "expected \(count), as there are rows"))
      }
    }
    if problems.isEmpty, instance.rooms.isEmpty, !instance.courses.isEmpty {
      report(
        .error, nil, Wording(zh: "没有教室", en: "has no rooms"),
        Wording(zh: "ROOMS: 一节至少应有一行", en: "expected at least one row under ROOMS:"))
    }
  }

  // MARK: Sections

  private mutating func readCourse(_ row: FieldRow) {
    guard expect(row, atLeast: 5, "course teacher lectures days students"), instance.periods > 0,
      isRoom(for: instance.courses.count, of: Limit.courses, row)
    else { return }
    let lectures = number(row, 2, 1...instance.periods, "lectures")
    let days = number(row, 3, 0...Limit.periods * Limit.days, "days")
    let students = number(row, 4, 0...Limit.people, "students")
    guard let lectures, let days, let students, isNew(row, courseIndex) else { return }
    courseIndex[row.fields[0]] = instance.courses.count
    instance.courses.append(
      CourseInstance.Course(
        id: row.fields[0], teacher: row.fields[1], lectures: lectures, days: days, students: students))
  }

  private mutating func readRoom(_ row: FieldRow) {
    guard expect(row, atLeast: 2, "room seats"), isRoom(for: instance.rooms.count, of: Limit.rooms, row),
      let seats = number(row, 1, 0...Limit.people, "seats"), isNew(row, roomIndex)
    else { return }
    roomIndex[row.fields[0]] = instance.rooms.count
    instance.rooms.append(CourseInstance.Room(id: row.fields[0], seats: seats))
  }

  private mutating func readCurriculum(_ row: FieldRow) {
    guard expect(row, atLeast: 2, "curriculum number course …"),
      isRoom(for: instance.curricula.count, of: Limit.curricula, row),
      let count = number(row, 1, 0...Limit.courses, "number")
    else { return }
    let names = row.fields.dropFirst(2)
    guard names.count == count else {
      report(
        .error, row.line, found: "\(names.count)",
        Wording(zh: "课程数与所写的不符", en: "lists another number of courses than it says"),
        Wording(zh: "应列出 \(count) 门课程", en: "expected \(count) courses"))
      return
    }
    var courses: [Int] = []
    for name in names {
      guard let course = known(name, row) else { return }
      if !courses.contains(course) { courses.append(course) }
    }
    instance.curricula.append(CourseInstance.Curriculum(id: row.fields[0], courses: courses))
  }

  private mutating func readClosed(_ row: FieldRow) {
    guard expect(row, atLeast: 3, "course day period"), instance.periods > 0,
      let course = known(row.fields[0], row),
      let day = number(row, 1, 0...instance.days - 1, "day"),
      let period = number(row, 2, 0...instance.periodsPerDay - 1, "period")
    else { return }
    instance.closed.append(CourseInstance.Closed(course: course, day: day, period: period))
  }
}

// MARK: - What rows are checked for

extension CourseInstanceReader {
  private mutating func report(
    _ severity: ImportProblem.Severity, _ line: Int?, column: String? = nil, found: String? = nil,
    _ problem: Wording, _ expected: Wording
  ) {
    problems.append(
      ImportProblem(
        severity, file: file, line: line, column: column, found: found, problem: problem, expected: expected))
  }

  private mutating func number(
    _ row: FieldRow, _ field: Int, _ range: ClosedRange<Int>, _ column: String
  ) -> Int? {
    let text = field < row.fields.count ? row.fields[field] : ""
    if let number = Int(text), range.contains(number) { return number }
    report(
      .error, row.line, column: column, found: text, Wording(zh: "数字不对", en: "not a number in range"),
      Wording(
        zh: "应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
        en: "expected a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return nil
  }

  private mutating func expect(_ row: FieldRow, atLeast count: Int, _ fields: String) -> Bool {
    if row.fields.count >= count { return true }
    report(
      .error, row.line, found: row.fields.joined(separator: " "),
      Wording(zh: "这一行的项目太少", en: "too few fields"),
      Wording(zh: "应为“\(fields)”", en: "expected '\(fields)'"))
    return false
  }

  private mutating func isNew(_ row: FieldRow, _ known: [String: Int]) -> Bool {
    if known[row.fields[0]] == nil { return true }
    report(
      .error, row.line, found: row.fields[0], Wording(zh: "编号重复", en: "an id that another row has"),
      Wording(zh: "每个编号只能用一次", en: "expected each id once"))
    return false
  }

  private mutating func known(_ course: String, _ row: FieldRow) -> Int? {
    if let index = courseIndex[course] { return index }
    report(
      .error, row.line, found: course, Wording(zh: "没有这门课程", en: "no such course"),
      Wording(zh: "应为 COURSES: 一节中的编号", en: "expected an id that stands under COURSES:"))
    return nil
  }

  private mutating func isRoom(for count: Int, of limit: Int, _ row: FieldRow) -> Bool {
    if count < limit { return true }
    report(
      .error, row.line, Wording(zh: "行数太多", en: "too many rows"),
      Wording(zh: "这一节最多 \(limit) 行", en: "expected at most \(limit) in this section"))
    return false
  }
}

extension CourseInstance {
  /// Periods of the week.
  package var periods: Int { days * periodsPerDay }
}
