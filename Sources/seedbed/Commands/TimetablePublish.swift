import ArgumentParser
import Centre
import Civil

/// `timetable publish`: puts a draft in force.
struct TimetablePublish: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish",
      abstract: text(zh: "发布一份课表草案", en: "Put a draft timetable in force"),
      discussion: text(
        zh: "只有确实变动的课次才会在日历中更新；取消的课次在日历中标明取消。",
        en:
          "Only the sessions that changed are renewed in the calendars; those that fell away are cancelled there."
      ))
  }

  @OptionGroup var database: DatabaseOption

  @Option(help: help(zh: "草案编号（默认：最新一份）", en: "The draft's number (default: the newest)", "n"))
  var draft: Int?

  @Flag(help: help(zh: "缺课次也发布", en: "Publish also a draft that lacks sessions"))
  var incomplete = false

  func run() throws {
    let summary = try Centres.open(database).publish(draft: draft, incomplete: incomplete)
    Console.write(PublicationReport.sentence(summary))
    Console.note(
      Wording(
        zh: "接下来：用“seedbed feed write --out 文件夹”写出日历",
        en: "next: write the calendars with 'seedbed feed write --out FOLDER'"))
    if summary.missing > 0 { throw ExitCode.incomplete }
  }
}

/// What publishing changed, in a sentence.
enum PublicationReport {
  static func sentence(_ summary: PublicationSummary) -> Wording {
    Wording(
      zh: "已发布第 \(summary.draft) 号草案：新增 \(summary.new)，变动 \(summary.changed)，取消 \(summary.cancelled)，"
        + "不变 \(summary.unchanged)" + (summary.missing > 0 ? "；缺 \(summary.missing) 个课次" : ""),
      en: "published draft \(summary.draft): \(summary.new) new, \(summary.changed) changed, "
        + "\(summary.cancelled) cancelled, \(summary.unchanged) unchanged"
        + (summary.missing > 0 ? "; \(summary.missing) sessions are missing" : ""))
  }
}
