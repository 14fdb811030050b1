import ArgumentParser
import Civil
import Interchange
import Planning

/// What can be done with timetables.
struct TimetableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "timetable",
      abstract: text(zh: "排课、检查、查看和发布课表", en: "Make, check, show and publish timetables"),
      discussion: text(
        zh: "solve、check、explain 和 repair 直接用文件；plan、show 和 publish 用数据库；substitutes 和 what-if 两者皆可。",
        en:
          "solve, check, explain and repair work on files; plan, show and publish on the database; substitutes "
          + "and what-if on either."),
      subcommands: [
        TimetableSolve.self,
        TimetableCheck.self,
        TimetableExplain.self,
        TimetableRepair.self,
        TimetableSubstitutes.self,
        TimetableWhatIf.self,
        TimetablePlan.self,
        TimetableShow.self,
        TimetablePublish.self,
      ])
  }
}

/// Files that commands on timetables read.
enum TimetableFiles {
  /// The bundle, which must be readable; what no timetable can satisfy in it is said, and planned around.
  ///
  /// People's busy times are read up to `until` where the plan ends before it.
  static func bundle(_ options: BundleOptions, until: CivilDate? = nil) throws -> PlanningBundle {
    try bundle(options.bundle, calendars: options.calendars.path, until: until)
  }

  static func bundle(_ path: String, calendars: String, until: CivilDate? = nil) throws -> PlanningBundle {
    let reading = try BundleReadings.read(path, calendars: calendars, until: until)
    guard let bundle = reading.plannable else {
      for line in ProblemList.lines(reading.problems, in: Console.language) { Console.writeError(line) }
      let tally = ProblemList.tally(reading.problems)
      throw Failure(
        Wording(
          zh: "\(path)：数据包不可用（\(tally.chinese)）；请先更正",
          en: "\(path): the bundle cannot be used (\(tally.english)); correct it first"))
    }
    for line in ProblemList.lines(reading.problems.filter(\.isError), in: Console.language) {
      Console.writeError(line)
    }
    return bundle
  }

  /// The rows of a timetable.csv, all of which must be readable.
  static func rows(_ path: String) throws -> [TimetableRow] {
    let (rows, problems) = TimetableCSV.read(try Places.read(path), file: path)
    for line in ProblemList.lines(problems, in: Console.language) { Console.writeError(line) }
    guard !problems.contains(where: \.isError) else {
      let tally = ProblemList.tally(problems)
      throw Failure(
        Wording(
          zh: "\(path)：课表无法读取（\(tally.chinese)）",
          en: "\(path): the timetable cannot be read (\(tally.english))"))
    }
    return rows
  }

  /// The rows of a timetable that is to be changed, which must hold each session once.
  static func onceEach(_ path: String) throws -> [TimetableRow] {
    let rows = try rows(path)
    let counts = Dictionary(rows.map { (SessionKey($0), 1) }, uniquingKeysWith: +)
    let repeated = counts.filter { $0.value > 1 }.map(\.key.sessionID).sorted()
    guard let first = repeated.first else { return rows }
    throw Failure(
      Wording(
        zh: "\(path)：\(repeated.count) 个课次出现多次，如 \(first)；每个课次只能有一行，请删去多余的行",
        en:
          "\(path): \(repeated.count) \(repeated.count == 1 ? "session stands" : "sessions stand") in it more "
          + "than once, as \(first); expected one row a session: take the others out"))
  }
}
