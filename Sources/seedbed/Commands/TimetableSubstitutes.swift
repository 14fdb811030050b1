import ArgumentParser
import Centre
import Civil
import Planning
import Scheduling

/// `timetable substitutes`: who could hold a session in place of each of its people.
struct TimetableSubstitutes: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "substitutes",
      abstract: text(
        zh: "为一个课次的每位人员排出代课人选", en: "Rank who could hold a session in place of each of its people"),
      discussion: text(
        zh: "不违反硬规则的在前，再按扣分增减排列。返回码：0 每位都有不违反规则的人选；1 有人没有；2 无法读取。",
        en:
          "Those who break no hard rule first, then by what they cost. Exit status: 0 somebody for each who breaks "
          + "nothing; 1 not so; 2 cannot be read."))
  }

  @Argument(
    help: help(
      zh: "课次编号（课表的 session 列）", en: "The session's id, of the timetable's column session", "session"))
  var session: String

  @OptionGroup var source: TimetableSource
  @OptionGroup var weights: WeightsOption

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func run() throws {
    let desk = try source.desk(weights: try weights.weights())
    let ranked: [SubstituteRanking]
    do {
      ranked = try desk.substitutes(for: session)
    } catch {
      throw error.failure
    }
    if json {
      Console.write(try JSONText.of(ranked.map(SubstituteReport.Ranking.init)))
    } else {
      for line in SubstituteReport.lines(ranked, in: Console.language, width: Console.columns) {
        Console.write(line)
      }
    }
    if !ranked.allSatisfy({ $0.substitutes.first?.effect.broken.isEmpty == true }) { throw ExitCode.findings }
  }
}

/// Where a timetable and its bundle come from: two files, or the database.
struct TimetableSource: ParsableArguments {
  @Argument(
    help: help(
      zh: "课表文件（默认：数据库中已发布的课表）", en: "The timetable.csv (default: the one published in the database)",
      "timetable"),
    completion: .file(extensions: ["csv"]))
  var timetable: String?

  @Argument(
    help: help(zh: "数据包；给出课表文件时必填", en: "The bundle; needed with a timetable file", "bundle"),
    completion: .directory)
  var bundle: String?

  @OptionGroup var calendars: CalendarsOption
  @OptionGroup var database: DatabaseOption

  func validate() throws {
    if timetable != nil, bundle == nil {
      throw ValidationError(
        text(zh: "给出课表文件时还要给出数据包", en: "with a timetable file, give the bundle too"))
    }
  }

  func desk(weights: Weights) throws -> WhatIfDesk {
    if let timetable, let bundle {
      let planning = try TimetableFiles.bundle(bundle, calendars: calendars.path)
      return WhatIfDesk(planning, try TimetableFiles.onceEach(timetable), weights: weights)
    }
    let (bundle, rows) = try Centres.open(database).inForce()
    return WhatIfDesk(bundle, rows, weights: weights)
  }
}

extension WhatIfError {
  /// What is wrong, and what to do.
  var failure: Failure {
    switch self {
    case .unknownSession(let id):
      Failure(
        Wording(
          zh: "没有课次“\(id)”；请用课表 session 列中的编号",
          en: "there is no session '\(id)'; use an id of the timetable's column session"))
    case .notPlaced(let id):
      Failure(
        Wording(
          zh: "课次“\(id)”不在课表中；请给出日期、时段、节次、教室和人员",
          en: "session '\(id)' is not in the timetable; give its date, block, period, room and people"))
    case .unknownBlock(let id, let known):
      Failure(
        Wording(
          zh: "没有时段“\(id)”；现有：\(known.joined(separator: "、"))",
          en: "there is no block '\(id)'; there are \(known.joined(separator: ", "))"))
    case .unknownRoom(let id):
      Failure(Wording(zh: "没有教室“\(id)”；请核对教室编号", en: "there is no room '\(id)'; check its id"))
    case .unknownPerson(let id):
      Failure(Wording(zh: "没有人员“\(id)”；请核对人员编号", en: "there is no person '\(id)'; check the id"))
    case .noRoom(let id):
      Failure(Wording(zh: "课次“\(id)”需要教室；请给出教室", en: "session '\(id)' needs a room; give one"))
    }
  }
}
