import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors

/// `guidance record`: one meeting of a trainee and a mentor.
struct GuidanceRecord: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: text(zh: "登记一次创业指导", en: "Record guidance that was given"),
      discussion: text(
        zh: "环节：\(ServiceLink.allCases.map(\.name.chinese).joined(separator: "、"))。方式：坐班、上门、线上。"
          + "结果：已指导、本环节完成、未到。",
        en: "Links: \(ServiceLink.allCases.map(\.name.english).joined(separator: ", ")). "
          + "Modes: office, visit, online. Outcomes: held, finished, missed."))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(
    help: help(
      zh: "导师：导师库的编号或姓名；库外人员写姓名", en: "The mentor: id or name in the pool, or an outsider's name", "mentor"))
  var mentor: String

  @Option(help: help(zh: "服务环节", en: "The link of the service chain", "link"))
  var link: String

  @Option(help: help(zh: "日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "时长（分钟）", en: "How long, in minutes", "n"))
  var minutes = 60

  @Option(help: help(zh: "方式（默认：坐班）", en: "How (default: office)", "mode"))
  var mode: String?

  @Option(help: help(zh: "结果（默认：已指导）", en: "With what outcome (default: held)", "outcome"))
  var outcome: String?

  @Option(help: help(zh: "指导内容", en: "What it was about", "text"))
  var notes: String?

  @Option(name: .customLong("next-action"), help: help(zh: "下一步做什么", en: "What comes next", "text"))
  var nextAction: String?

  @Option(help: help(zh: "下次日期", en: "When they meet again", "date"))
  var next: String?

  @Option(help: help(zh: "为哪张帮扶单", en: "For which request for help", "id"))
  var request: String?

  @OptionGroup var places: PlacesOption

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(on, "--on"), Typed.day(next, "--next"), words())
    try Typed.notBlank(mentor, "--mentor")
    guard (0...1_440).contains(minutes) else {
      throw ValidationError(text(zh: "--minutes：应为 0 至 1440", en: "--minutes: expected 0 to 1440"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let words = try words()
    let session = GuidanceSession(
      id: "", trainee: trainee, mentor: mentor, link: words.link,
      on: try Typed.day(on, "--on") ?? centre.today(), minutes: minutes, mode: words.mode,
      outcome: words.outcome, notes: notes, nextAction: nextAction, next: try Typed.day(next, "--next"),
      request: request)
    let concerns = try centre.concerns(about: [session])
    let open = try Set(centre.arrangedGuidance().filter(\.standing.isOpen).map(\.appointment.id))
    let recorded = try centre.record([session], beyondCapacity: places.beyondCapacity)
    for concern in concerns { Console.note(concern.notice) }
    for recorded in recorded {
      Console.write(
        Wording(
          zh:
            "已登记 \(recorded.id)：\(recorded.on) \(recorded.link.name.chinese)，\(recorded.outcome.name.chinese)",
          en: "\(recorded.id) recorded: \(recorded.on), \(recorded.link.name.english), "
            + recorded.outcome.name.english))
    }
    for one in try centre.arrangedGuidance()
    where one.standing == .settled && open.contains(one.appointment.id) {
      Console.write(
        Wording(zh: "预约 \(one.appointment.id) 已销", en: "appointment \(one.appointment.id) is done"))
    }
  }

  private func words() throws -> (
    link: ServiceLink, mode: MentoringRequest.Mode, outcome: GuidanceSession.Outcome
  ) {
    let links = ServiceLink.allCases.map(\.name)
    let modes = MentoringRequest.Mode.allCases.map(\.name)
    let outcomes = GuidanceSession.Outcome.allCases.map(\.name)
    guard let link = try Typed.word(link, "--link", links, GuidanceWords.link) else {
      throw ExitCode.validationFailure
    }
    return (
      link, try Typed.word(mode, "--mode", modes, GuidanceWords.mode) ?? .office,
      try Typed.word(outcome, "--outcome", outcomes, GuidanceWords.outcome) ?? .held
    )
  }
}

/// Whether guidance is recorded though the mentor had no place left.
struct PlacesOption: ParsableArguments {
  @Flag(
    name: .customLong("beyond-capacity"),
    help: help(zh: "导师名额已满的，确已指导也照样登记", en: "Record guidance though all the mentor's places were taken"))
  var beyondCapacity = false
}

extension GuidanceConcern {
  /// What is said of guidance that was recorded.
  fileprivate var notice: Wording {
    needsConfirmation
      ? Wording(zh: "提示：\(problem.chinese)，已照样登记", en: "note: \(problem.english); recorded all the same")
      : Wording(zh: "提示：\(sentence.chinese)", en: "note: \(sentence.english)")
  }
}

/// `guidance import`: a ledger that mentors have filled in.
struct GuidanceImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入指导台账（CSV 或 XLSX）", en: "Take in a ledger of guidance (CSV or XLSX)"),
      discussion: text(
        zh: "表头：学员、导师、服务环节、指导日期、时长(分钟)、方式、结果、指导内容、下一步、下次日期、帮扶单。",
        en:
          "The headers: trainee, mentor, link, on, minutes, mode, outcome, notes, next_action, next, request."
      ))
  }

  @Argument(help: help(zh: "台账文件", en: "The ledger's file", "file"), completion: .file())
  var file: String

  @OptionGroup var sound: PartialOption

  @OptionGroup var places: PlacesOption

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try centre.readGuidance(
      Places.read(file), file: Places.name(of: file), beyondCapacity: places.beyondCapacity)
    try FileIntake.check(reading.problems, partial: sound.partial)
    let recorded = try centre.record(reading.rows.map(\.row), beyondCapacity: places.beyondCapacity)
    let people = Set(recorded.filter(\.wasHeld).map(\.trainee)).count
    Console.write(
      Wording(
        zh: "指导已登记：\(recorded.count) 次，其中已指导 \(recorded.count(where: \.wasHeld)) 人次、\(people) 人",
        en: "guidance on record: \(recorded.count), of which held \(recorded.count(where: \.wasHeld)), "
          + "with \(people) people"))
  }
}
