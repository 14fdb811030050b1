import ArgumentParser
import Centre
import Civil

/// What can be done with calendar feeds.
struct FeedCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "feed",
      abstract: text(zh: "写出日历订阅文件", en: "Hand the published timetable out as calendars"),
      subcommands: [FeedWrite.self])
  }
}

/// `feed write`: one .ics file per person, class, room, trainee and follow-up officer, and one for the centre.
struct FeedWrite: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "write",
      abstract: text(
        zh: "为每位师资、班级、教室、学员、回访员和中心各写一个 .ics 文件",
        en:
          "Write one .ics file per person, class, room, trainee and follow-up officer, and one for the centre"
      ),
      discussion: text(
        zh: "没有发布课表时只写回访员的日历。",
        en: "Before a timetable is published there are the officers' calendars alone."))
  }

  @OptionGroup var database: DatabaseOption
  @OptionGroup var calendars: CalendarsOption

  @Option(help: help(zh: "写到哪个文件夹", en: "The folder to write to", "folder"), completion: .directory)
  var out: String

  func run() throws {
    let summary = try Centres.open(database).writeFeeds(to: out, calendarsFolder: calendars.path)
    Console.write(FeedReport.sentence(summary))
  }
}

/// What writing the feeds did, in a sentence.
enum FeedReport {
  static func sentence(_ summary: FeedSummary) -> Wording {
    Wording(
      zh: "\(summary.folder)：\(summary.feeds) 个日历，\(summary.events) 个日程；写出 \(summary.written) 个，"
        + "未变 \(summary.unchanged) 个，移除 \(summary.removed) 个；清单见 \(summary.index)",
      en:
        "\(summary.folder): \(summary.feeds) calendars with \(summary.events) events; \(summary.written) written, "
        + "\(summary.unchanged) unchanged, \(summary.removed) removed; \(summary.index) lists them")
  }
}
