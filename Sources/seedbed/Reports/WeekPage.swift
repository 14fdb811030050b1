import Centre
import Civil
import Planning

/// A subject's week for the terminal: what it is, the grid, and what else there is to know.
struct WeekPage {
  let timetable: SubjectTimetable
  let week: ISOWeek

  func lines(width: Int, in language: Language) -> [String] {
    let notes = timetable.marks.map { ($0.date, Self.note($0.mark)[language]) }
    let grid = WeekGrid(
      week: week, blocks: timetable.blocks, entries: timetable.entries.map { entry($0, in: language) },
      notes: Dictionary(notes) { first, _ in first })
    return [head[language], ""] + grid.lines(width: width, in: language) + [""] + remarks.map { $0[language] }
  }

  private var head: Wording {
    let span = "\(week.monday) – \((week.monday + 6).description.dropFirst(5))"
    let source: Wording =
      switch timetable.source {
      case .published(let draft): Wording(zh: "已发布（第 \(draft) 号草案）", en: "published (draft \(draft))")
      case .draft(let draft): Wording(zh: "第 \(draft) 号草案，未发布", en: "draft \(draft), not published")
      }
    return Wording(
      zh: "\(name.chinese)  \(week)（\(span)）  \(source.chinese)",
      en: "\(name.english)  \(week) (\(span))  \(source.english)")
  }

  private var name: Wording {
    let title = timetable.title
    switch timetable.subject {
    case .centre: return Wording(zh: title, en: title)
    case .classID(let id), .person(let id), .room(let id), .trainee(let id):
      let both = title.contains(id) ? title : "\(id) \(title)"
      return Wording(zh: both, en: both)
    }
  }

  private func entry(_ entry: TimetableEntry, in language: Language) -> WeekGrid.Entry {
    let row = entry.row
    let part = entry.parts > 1 ? "(\(row.part)/\(entry.parts))" : ""
    let provisional = entry.isProvisional ? "*" : ""
    let module = entry.moduleName.isEmpty ? row.module : entry.moduleName
    let what =
      row.kind == .class
      ? module : Wording(zh: "辅导 ", en: "Mentoring ")[language] + entry.traineeName
    let place = entry.roomName.isEmpty ? "" : entry.roomName
    let people = entry.peopleNames.joined(separator: language == .chinese ? "、" : ", ")
    let title: String
    let details: [String]
    switch timetable.subject {
    case .classID: (title, details) = (what, [place, people])
    case .person: (title, details) = ([row.classID, what].joinedWords, [place, entry.siteName])
    case .room: (title, details) = ([row.classID, what].joinedWords, [people])
    case .trainee, .centre: (title, details) = ([row.classID, what].joinedWords, [place, people])
    }
    return WeekGrid.Entry(
      date: row.date, block: row.block, first: row.firstPeriod, periods: row.periods,
      title: provisional + title, mark: part,
      details: details)
  }

  private var remarks: [Wording] {
    var remarks: [Wording] = []
    let sessions = timetable.entries.filter { $0.row.date.isoWeek == week }
    if sessions.isEmpty { remarks.append(Wording(zh: "这一周没有课。", en: "No sessions in this week.")) }
    if sessions.contains(where: \.isProvisional) {
      remarks.append(
        Wording(
          zh: "* 临近放假通知尚未公布的节假日，可能调整。",
          en: "* Near a public holiday whose notice is not out yet: the session may have to move."))
    }
    let others = timetable.weeks.filter { $0 != week }
    if !others.isEmpty {
      let list = Self.ranges(others).joined(separator: ", ")
      remarks.append(Wording(zh: "其他有课的周：\(list)", en: "Other weeks with sessions: \(list)"))
    }
    return remarks
  }

  private static func note(_ mark: WorkingCalendar.Mark) -> Wording {
    let kind: Wording =
      switch mark.kind {
      case .holiday: Wording(zh: "放假", en: "holiday")
      case .makeUpDay: Wording(zh: "调休上班", en: "make-up day")
      }
    return mark.isProvisional
      ? Wording(zh: "\(mark.name)\(kind.chinese)（预计）", en: "\(mark.name) \(kind.english)?")
      : Wording(zh: "\(mark.name)\(kind.chinese)", en: "\(mark.name) \(kind.english)")
  }

  /// Weeks in a row as one range: `2026-W50…W53`.
  static func ranges(_ weeks: [ISOWeek]) -> [String] {
    var runs: [(first: ISOWeek, last: ISOWeek)] = []
    for week in weeks {
      if let last = runs.last?.last, week.monday - last.monday == 7 {
        runs[runs.count - 1].last = week
      } else {
        runs.append((week, week))
      }
    }
    return runs.map { run in
      if run.first == run.last { return run.first.description }
      let last = run.last.description
      return "\(run.first)…" + (run.first.year == run.last.year ? String(last.dropFirst(5)) : last)
    }
  }
}

extension [String] {
  /// The pieces that say something, with a blank between.
  fileprivate var joinedWords: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
