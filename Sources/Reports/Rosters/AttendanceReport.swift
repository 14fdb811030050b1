import Civil
import Cohorts
import Courses

extension ClassPapers {
  /// How many half days stand side by side: a box to sign in is some 18 mm wide on A4 laid across.
  private static let halfDaysAcross = 12

  /// The attendance sheet (考勤册): blank for signing, or with what is recorded.
  package func attendanceSheet(isFilled: Bool) -> Report {
    let held = file.book.held
    let starts = stride(from: 0, to: max(1, held.count), by: Self.halfDaysAcross)
    let tables = starts.map { start in
      table(Array(held[start..<min(start + Self.halfDaysAcross, held.count)]), start, isFilled: isFilled)
    }
    return Report(
      "attendance-sheet", title: title(Wording(zh: "学员考勤册", en: "Attendance sheet")),
      particulars: particulars,
      parts: tables.map { .table($0) } + [
        .signatures([
          Wording(zh: "讲师签字", en: "Lecturers"), Wording(zh: "班主任签字", en: "Class teacher"),
        ])
      ], isLandscape: true)
  }

  private func table(_ held: [HeldHalfDay], _ start: Int, isFilled: Bool) -> ReportTable {
    let isLast = start + held.count == file.book.held.count
    let count = (file.book.held.count + Self.halfDaysAcross - 1) / Self.halfDaysAcross
    let part = start / Self.halfDaysAcross + 1
    let sums = [
      ReportTable.Column(Wording(zh: "应到课时", en: "Periods held"), width: 6),
      ReportTable.Column(Wording(zh: "实到课时", en: "Periods attended"), width: 6),
      ReportTable.Column(Wording(zh: "出勤率", en: "Attendance"), width: 7),
      ReportTable.Column(Wording(zh: "备注", en: "Remarks"), width: 8),
    ]
    let columns =
      [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 5),
        ReportTable.Column(Wording(zh: "学员编号", en: "Trainee"), width: 9),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 10),
      ] + held.map { ReportTable.Column(shortTitle($0.halfDay), width: 7) } + (isLast ? sums : [])
    let rows = file.members.enumerated().map { index, member -> [Cell] in
      let cells: [Cell] = held.map { isFilled ? cell(of: member.id, $0) : .blank }
      let tail: [Cell] = isLast ? isFilled ? self.sums(of: member.id) : [.count(totalHeld)] : []
      return [.count(index + 1), .text(member.id), .text(member.trainee.name)] + cells + tail
    }
    let periods = held.map { "\(shortTitle($0.halfDay).chinese) \($0.periods)" }.joined(separator: "，")
    let english = held.map { "\(shortTitle($0.halfDay).english) \($0.periods)" }.joined(separator: ", ")
    return ReportTable(
      count > 1
        ? Wording(zh: "考勤册（\(part)/\(count)）", en: "Attendance (\(part) of \(count))")
        : Wording(zh: "考勤册", en: "Attendance"),
      columns: columns, rows: rows,
      notes: [Wording(zh: "各半天课时：\(periods)", en: "Periods: \(english)")]
        + (isFilled
          ? [
            Wording(
              zh: "√ 全勤；数字为实到课时；缺为缺勤；空白为未登记。",
              en: "√: all periods; a number: periods attended; a cross: absent; blank: not recorded.")
          ]
          : [
            Wording(
              zh: "学员每半天本人签字；缺课时由班主任注明“缺”或实到课时。",
              en: "Trainees sign each half day; the class teacher notes an absence or the periods attended.")
          ]))
  }

  private var totalHeld: Int { file.book.held.reduce(0) { $0 + $1.periods } }

  private func cell(of trainee: String, _ half: HeldHalfDay) -> Cell {
    guard let record = file.book.record(of: trainee, in: half.halfDay) else { return .blank }
    if record.periods >= half.periods { return .text("√") }
    return record.periods == 0 ? .words(Wording(zh: "缺", en: "×")) : .text("\(record.periods)")
  }

  private func sums(of trainee: String) -> [Cell] {
    let count = file.attendance(of: trainee)
    return [
      .count(count.held), .count(count.attended), count.rate.map { .share($0, places: 1) } ?? .blank,
    ]
  }

  /// Month and day, with the year where the class runs over its end.
  private func shortTitle(_ half: HalfDay) -> Wording {
    let (year, month, day) = half.date.parts
    let days = file.record.days
    let date = days.lowerBound.year == days.upperBound.year ? "\(month)/\(day)" : "\(year)/\(month)/\(day)"
    return Wording(zh: "\(date) \(half.blockName.chinese)", en: "\(date) \(half.blockName.english)")
  }
}
