import ArgumentParser
import Centre
import Civil
import Cohorts
import Courses
import Foundation
import Interchange
import Planning
import Reports
import Scheduling

/// `bench forming`: how long a planner waits for classes proposed from many wishes.
struct BenchForming: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forming",
      abstract: text(
        zh: "用虚构的意愿测量编班建议的速度和离最优的差距",
        en: "Measure how fast classes are proposed from made-up wishes, and how well"),
      discussion: text(
        zh: "意愿分布在数据包的人员类别和区域中。请用 Release 版本测量。",
        en: "The wishes are spread over the bundle's categories and areas. Measure the Release build."))
  }

  @Argument(
    help: help(zh: "数据包（默认：示例中心）", en: "Bundle (default: the demo centre)", "bundle"), completion: .directory)
  var bundle: String?

  @Option(help: help(zh: "意愿数，以逗号分隔", en: "How many wishes, parted by commas", "list"))
  var wishes = "500,2000"

  @Option(help: help(zh: "几个月内开班", en: "In how many months classes may begin", "n"))
  var months = 6

  @Option(help: help(zh: "随机种子", en: "Seed of the random choices", "n"))
  var seed: UInt64 = 1

  @Option(help: help(zh: "试排课表最多多少秒", en: "Seconds at most to look for a timetable", "n"))
  var seconds = 30.0

  @OptionGroup var regulations: RegulationsOption
  @OptionGroup var calendars: CalendarsOption

  private var sizes: [Int] { wishes.split(separator: ",").compactMap { Int($0) }.filter { $0 >= 1 } }

  func validate() throws {
    if sizes.isEmpty {
      throw ValidationError(
        text(zh: "--wishes：应为 500,2000 这样的数", en: "--wishes: give numbers such as 500,2000"))
    }
    if !(1...24).contains(months) {
      throw ValidationError(text(zh: "--months：应为 1 至 24", en: "--months: expected 1 to 24"))
    }
  }

  func run() throws {
    let path = bundle ?? Places.nearest("Fixtures/demo") ?? "Fixtures/demo"
    let reading = try BundleReadings.read(path, calendars: calendars.path)
    guard let bundle = reading.bundle, reading.isSound else {
      throw Failure(
        Wording(zh: "\(path)：数据包不可用；请先检查", en: "\(path): the bundle is not sound; check it first"))
    }
    let heads = [
      Wording(zh: "意愿", en: "wishes"), Wording(zh: "读入 s", en: "read s"), Wording(zh: "编班 s", en: "formed s"),
      Wording(zh: "班级", en: "classes"), Wording(zh: "编入", en: "placed"),
      Wording(zh: "编入上限", en: "at most"), Wording(zh: "离下限 %", en: "above bound %"),
      Wording(zh: "编班并排课 s", en: "planned s"), Wording(zh: "轮次", en: "rounds"),
      Wording(zh: "排出班级", en: "classes planned"), Wording(zh: "编入", en: "placed"),
      Wording(zh: "占上限 %", en: "of at most %"), Wording(zh: "离下限 %", en: "above bound %"),
      Wording(zh: "原有未排", en: "own unplaced"),
    ]
    var table = TextTable(
      heads.map { $0[Console.language] }, Array(repeating: .right, count: heads.count))
    for size in sizes {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let first = bundle.centre.planFrom.nextMonthStart
      let centre = try Centres.open(
        folder.path + "/forming.sqlite", regulations: regulations, on: first + -1)
      _ = try centre.importBundle(reading, source: path)
      table.add(try measure(centre, bundle, size, from: first))
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }

  private func measure(
    _ centre: Centre, _ bundle: PlanningBundle, _ size: Int, from first: CivilDate
  ) throws -> [String] {
    let file = MadeUpWishes(bundle, count: size, before: first, seed: seed).csv
    let (_, readSeconds) = try Stopwatch.time {
      try centre.enter(centre.readIntents(file, file: "wishes.csv").rows.map(\.row))
    }
    var request = ClassProposalRequest(asOf: first + -1, from: first, months: months)
    let (formed, formSeconds) = try Stopwatch.time { try centre.proposeClasses(request) }
    request.search = SearchLimits(seconds: seconds, seed: seed)
    let (planned, planSeconds) = try Stopwatch.time { try centre.proposeClasses(request) }
    let bounds = formed.proposal.formed.bounds
    func above(_ one: PlannedProposal) -> String {
      let waiting = one.proposal.formed.waitingDays - bounds.leastWaitingDays
      return Numbers.fine(Double(waiting) / Double(max(1, bounds.leastWaitingDays)) * 100)
    }
    let share = Double(planned.proposal.people) / Double(max(1, bounds.mostPlaced)) * 100
    return [
      "\(size)", Numbers.seconds(readSeconds), Numbers.seconds(formSeconds),
      "\(formed.proposal.classes.count)", "\(formed.proposal.people)", "\(bounds.mostPlaced)", above(formed),
      Numbers.seconds(planSeconds), "\(planned.rounds)", "\(planned.proposal.classes.count)",
      "\(planned.proposal.people)", Numbers.fine(share), above(planned), "\(planned.ownUnplaced)",
    ]
  }
}

/// A register of wishes of people who do not exist: their identity numbers are of an area that there is not (999999).
struct MadeUpWishes {
  let csv: [UInt8]

  init(_ bundle: PlanningBundle, count: Int, before day: CivilDate, seed: UInt64) {
    let categories = Array(Set(bundle.cohorts.map(\.category))).sorted()
    let areas = Array(Set(bundle.sites.compactMap(\.area))).sorted()
    let programmes = Array(Set(bundle.courses.map(\.programme.rawValue))).sorted()
    var text = "姓名,身份证号码,区域,人员类别,创业意向,行业,培训需求,摸底日期,自我测评得分\n"
    for number in 0..<count {
      var random = MadeUpRandom(seed: seed, number: number)
      let birth = day.adding(months: -12 * random.between(20, 44)) + -random.between(0, 359)
      let cells = [
        "示例\(number)", Self.identity(birth, number), random.pick(areas) ?? "",
        random.pick(categories) ?? "", "开店", "F52", random.pick(programmes) ?? "",
        "\(day + -random.between(1, 300))", "\(random.between(60, 99))",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    csv = Array(text.utf8)
  }

  private static func identity(_ birth: CivilDate, _ number: Int) -> String {
    let text = "999999" + birth.description.replacing("-", with: "") + padded(number % 1000, 3)
    let digits = text.compactMap(\.wholeNumberValue)
    return text + String(UnicodeScalar(ResidentID.checkCharacter(of: digits)))
  }
}
