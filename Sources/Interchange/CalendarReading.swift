import Civil
import Mentors
import Planning

/// Reads the calendars that a bundle names: the centre's holidays and people's busy times.
struct CalendarReading {
  let readers: CalendarReaders
  let files: BundleFiles
  /// Busy times and holidays are wanted up to this day where the plan ends before it.
  var until: CivilDate?

  func read(into draft: inout BundleDraft) {
    guard case (let number, var settings)? = draft.centre.sound.map({ ($0.number, $0.row) }).first else {
      return
    }
    if let until, settings.planFrom <= settings.planTo { settings.planTo = max(settings.planTo, until) }
    readHolidays(settings, row: number, &draft)
    if settings.planFrom <= settings.planTo { readBusyTimes(settings, &draft) }
  }

  private func readHolidays(_ settings: CentreSettings, row: Int, _ draft: inout BundleDraft) {
    for name in settings.calendars {
      do throws(CalendarFailure) {
        guard !CalendarReading.isAddress(name) else {
          draft.centre.report(
            .warning, row: row, "calendars", found: name, problem: .notFetched, expected: .saveBeside)
          continue
        }
        guard let bytes = try bytes(of: name, sharedToo: true) else {
          draft.centre.report(
            .error, line: draft.centre.lines[row], "calendars", found: name, problem: .noSuchCalendar,
            expected: Wording(
              zh: "应为数据包或 Calendars/ 中的 .ics 文件", en: "expected an .ics file of the bundle or of Calendars/"))
          continue
        }
        draft.calendar.merge(try readers.workingCalendar(bytes, name))
      } catch {
        draft.fileProblems.append(.brokenCalendar(name, error))
      }
    }
    reportUncoveredYears(settings, row: row, &draft)
  }

  /// Whoever plans across a year without holidays should know it.
  private func reportUncoveredYears(_ settings: CentreSettings, row: Int, _ draft: inout BundleDraft) {
    guard settings.planFrom <= settings.planTo else { return }
    let marked = Set(draft.calendar.marked.map(\.date.year))
    for year in settings.planFrom.year...settings.planTo.year {
      if !marked.contains(year) {
        draft.centre.report(
          .warning, row: row, "calendars",
          problem: Wording(zh: "\(year) 年没有节假日", en: "no holidays of \(year)"),
          expected: Wording(zh: "应在“日历”中给出该年的节假日文件", en: "expected a calendar with that year's holidays"))
      } else if draft.calendar.provisionalYears.contains(year) {
        draft.centre.report(
          .warning, row: row, "calendars",
          problem: Wording(zh: "\(year) 年的节假日为暂定", en: "the holidays of \(year) are provisional"),
          expected: Wording(
            zh: "正式通知发布后请更换日历并重新排课", en: "change the calendar when the notice is out, and plan again"))
      }
    }
  }

  private func readBusyTimes(_ settings: CentreSettings, _ draft: inout BundleDraft) {
    var read: [String: [BusyTime]] = [:]
    for (number, person) in Array(draft.people.sound) {
      guard let name = person.calendar else { continue }
      guard !CalendarReading.isAddress(name) else {
        draft.people.report(
          .warning, row: number, "calendar", found: CalendarReading.withoutSecrets(name),
          problem: .notFetched,
          expected: .saveBeside)
        continue
      }
      if let busy = read[name] {
        draft.busy[person.id] = busy
        continue
      }
      do throws(CalendarFailure) {
        guard let bytes = try bytes(of: name, sharedToo: false) else {
          draft.people.report(
            .error, row: number, "calendar", found: name, problem: .noSuchCalendar,
            expected: Wording(zh: "应为数据包中的 .ics 文件", en: "expected an .ics file of the bundle"))
          continue
        }
        let (busy, skipped) = try readers.busyTime(
          bytes, name, settings.planFrom...settings.planTo, settings.timeZone)
        let sorted = busy.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        read[name] = sorted
        draft.busy[person.id] = sorted
        for item in skipped {
          draft.fileProblems.append(ImportProblem(.warning, file: name, problem: item, expected: .skipped))
        }
      } catch {
        draft.fileProblems.append(.brokenCalendar(name, error))
        draft.people.report(
          .error, row: number, "calendar", found: name,
          problem: Wording(zh: "日历无法使用", en: "the calendar cannot be used"),
          expected: Wording(zh: "见该文件的问题", en: "see the problem of that file"))
      }
    }
  }

  /// The bytes of a file of the bundle, or of the program's calendars; nil: there is none of that name.
  private func bytes(of name: String, sharedToo: Bool) throws(CalendarFailure) -> [UInt8]? {
    do {
      let exact = files.names.first { $0 == name }
      if let present = exact ?? files.names.first(where: { $0.lowercased() == name.lowercased() }) {
        return try files.read(present)
      }
      // A name with a path in it would reach out of the folder.
      let isPlain = !name.contains { "/\\:".contains($0) } && !name.hasPrefix(".")
      return sharedToo && isPlain ? try readers.sharedCalendar(name) : nil
    } catch {
      throw CalendarFailure(
        line: nil, problem: Wording(zh: "文件无法读取：\(error)", en: "the file cannot be read: \(error)"))
    }
  }

  private static func isAddress(_ name: String) -> Bool {
    let scheme = name.lowercased()
    return ["http://", "https://", "webcal://", "webcals://"].contains(where: scheme.hasPrefix)
  }

  /// The host of an address: the rest of it may be a person's secret token.
  private static func withoutSecrets(_ address: String) -> String {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    let host = parts.count > 2 ? parts[2].split(separator: "@").last.map(String.init) ?? "" : ""
    return (parts.first ?? "") + "//" + host + "/…"
  }
}

extension ImportProblem {
  fileprivate static func brokenCalendar(_ file: String, _ failure: CalendarFailure) -> ImportProblem {
    ImportProblem(
      .error, file: file, line: failure.line, problem: failure.problem,
      expected: Wording(
        zh: "应为 iCalendar (.ics) 文件，请重新导出", en: "expected an iCalendar file (.ics): export it again"))
  }
}

extension Wording {
  fileprivate static let noSuchCalendar = Wording(zh: "没有这个日历文件", en: "no such calendar file")
  fileprivate static let notFetched = Wording(
    zh: "网络日历在此不读取", en: "a calendar on the net is not fetched here")
  fileprivate static let saveBeside = Wording(
    zh: "其忙碌时间未计入；可另存为 .ics 放入数据包", en: "its times are not counted: save it as .ics in the bundle")
}
