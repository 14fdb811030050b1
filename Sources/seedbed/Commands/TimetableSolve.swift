import ArgumentParser
import Centre
import Civil
import Interchange
import Planning
import Scheduling

/// `timetable solve`: from a bundle's files straight to a timetable file, without a database.
struct TimetableSolve: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "solve",
      abstract: text(
        zh: "由数据包直接排出课表文件（不用数据库）", en: "Make a timetable file straight from a bundle, without a database"),
      discussion: text(
        zh: "返回码：0 全部排入；2 有课次未能排入，或无法读写。",
        en: "Exit status: 0 complete; 2 sessions without a place, or files that cannot be read."))
  }

  @OptionGroup var bundle: BundleOptions

  @Option(help: help(zh: "写到哪个文件", en: "The file to write", "file"), completion: .file(extensions: ["csv"]))
  var out: String

  @OptionGroup var search: SearchOptions

  @Option(
    help: help(zh: "已发布的课表：尽量少改动", en: "The published timetable, from which each move costs", "file"),
    completion: .file(extensions: ["csv"]))
  var previous: String?

  @Option(
    help: help(zh: "另写一份 JSON 报告", en: "Write a report in JSON too", "file"),
    completion: .file(extensions: ["json"]))
  var json: String?

  @Flag(help: help(zh: "不计算扣分的下限", en: "Do not work out what every complete timetable must cost at least"))
  var noBounds = false

  @OptionGroup var certificate: CertificateOption

  @Flag(
    help: help(
      zh: "每一步都按规则重新核算，不符即停（慢，用于查错）",
      en: "Recount every step by the rules; slow, to find faults"))
  var verify = false

  func run() throws {
    for file in [out, json, certificate.file].compactMap(\.self) { try Places.expectWritable(file) }
    let bundle = try TimetableFiles.bundle(bundle)
    let previous = try previous.map(TimetableFiles.onceEach)
    let weights = try search.weights.weights()
    var limits = search.limits(classes: bundle.classes.count)
    limits.verify = verify
    let clock = CentreEnvironment.live.monotonic
    let start = clock()
    let planner = Planner(bundle)
    let result = Searching.watched { progress, stop in
      planner.solve(
        limits, weights: weights, previous: previous, clock: clock, progress: progress, stop: stop)
    }
    let seconds = clock() - start
    try Places.write(TimetableCSV.write(result.rows), to: out)
    let bounds = noBounds ? nil : planner.bounds(weights: weights, previous: previous)
    try certificate.write(result.rows, of: planner, bounds: bounds, weights: weights, previous: previous)
    if let json {
      let report = Report(
        JudgementReport(result.judgement, bounds: bounds, in: Console.language), unplaced: result.unplaced,
        seed: limits.seed, steps: result.steps, seconds: seconds)
      try Places.write(Array((try JSONText.of(report) + "\n").utf8), to: json)
    }
    let lines = JudgementReport.lines(
      result.judgement, bounds: bounds, in: Console.language, isMissingListed: false)
    for line in lines { Console.write(line) }
    if !result.unplaced.isEmpty { Console.write() }
    for line in UnplacedList.lines(result.unplaced, in: Console.language) { Console.write(line) }
    if !result.unplaced.isEmpty { explain(bundle) }
    Console.note(
      Wording(
        zh: "已写入 \(out)（\(result.steps) 步，\(Numbers.seconds(seconds)) 秒，种子 \(limits.seed)）",
        en: "wrote \(out) (\(result.steps) steps, \(Numbers.seconds(seconds)) s, seed \(limits.seed))"))
    if let discrepancy = result.discrepancy {
      Console.note(discrepancy.wording)
      throw ExitCode.findings
    }
    if verify {
      Console.note(
        Wording(
          zh: "\(result.steps) 步均已按规则复核，无不符",
          en: "all \(result.steps) steps recounted by the rules: no difference"))
    }
    if !result.judgement.broken.isEmpty { throw ExitCode.findings }
    if !result.unplaced.isEmpty { throw ExitCode.incomplete }
  }

  /// Says shortly why not everything found a place, as far as it can be proved.
  private func explain(_ bundle: PlanningBundle) {
    let explanation = Searching.watched { _, stop in
      Planner(bundle).explain(clock: CentreEnvironment.live.monotonic, stop: stop)
    }
    let lines = ExplanationReport.shortLines(explanation, in: Console.language)
    guard !lines.isEmpty else { return }
    Console.write()
    Console.write(
      Wording(
        zh: "不能同时成立的数据（详见“seedbed timetable explain”）：",
        en: "what cannot hold together ('seedbed timetable explain' tells more):"))
    for line in lines { Console.write(line) }
  }

  /// What a program may want to know of the run.
  private struct Report: Encodable {
    struct Unplaced: Encodable {
      let session: String
      let reason: String
    }
    let sessions: Int
    let broken: [String]
    let missing: [String]
    let cost: [String: Int]
    let total: Double
    let bound: [String: Int]?
    let totalBound: Double?
    let gap: Double?
    let unplaced: [Unplaced]
    let seed: UInt64
    let steps: Int
    let seconds: Double

    enum CodingKeys: String, CodingKey {
      case sessions, broken, missing, cost, total, bound, gap, unplaced, seed, steps, seconds
      case totalBound = "total_bound"
    }

    init(
      _ judgement: JudgementReport, unplaced: [UnplacedSession], seed: UInt64, steps: Int,
      seconds: Double
    ) {
      sessions = judgement.sessions
      broken = judgement.broken
      missing = judgement.missing
      cost = judgement.cost
      total = judgement.total
      bound = judgement.bound
      totalBound = judgement.totalBound
      gap = judgement.gap
      self.unplaced = unplaced.map {
        Unplaced(session: $0.session.description, reason: $0.reason[Console.language])
      }
      self.seed = seed
      self.steps = steps
      self.seconds = seconds
    }
  }
}

/// A search that shows its progress and ends early on Ctrl-C.
enum Searching {
  static func watched<Result>(
    _ search: ((@Sendable (SearchProgress) -> Void)?, @escaping @Sendable () -> Bool) throws -> Result
  ) rethrows -> Result {
    Interruption.watch()
    defer {
      Interruption.ignoreAgain()
      ProgressLine.clear()
    }
    return try search(ProgressLine.watcher, { Interruption.isAsked })
  }
}
