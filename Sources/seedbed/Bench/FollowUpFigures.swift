import Centre
import Civil
import FollowUp
import Foundation
import Indicators

/// What was measured on one made-up centre.
struct FollowUpFigures {
  static let heads = [
    Wording(zh: "学员", en: "trainees"), Wording(zh: "创业实体", en: "ventures"), Wording(zh: "回访", en: "contacts"),
    Wording(zh: "文件 MB", en: "file MB"), Wording(zh: "写入 s", en: "built s"),
    Wording(zh: "清单条数", en: "on the list"), Wording(zh: "清单 ms", en: "list ms"),
    Wording(zh: "季度指标 s", en: "quarter's indicators s"), Wording(zh: "分群存活 s", en: "survival by cohort s"),
    Wording(zh: "内存 MB", en: "memory MB"),
  ]

  let cells: [String]

  /// Measures a centre: the due list of the officer in the middle (median of nine), the last quarter's indicators and
  /// survival by cohort, and the most memory that these took.
  init(of made: MadeUpCentre, built seconds: Double, trainees: Int) throws {
    ProcessMemory.forgetPeak()
    let officers = try made.centre.officers().map(\.name)
    let officer = officers[officers.count / 2]
    var lists: [Double] = []
    var onList = 0
    for _ in 0..<9 {
      let begun = ContinuousClock.now
      let open = try made.centre.openFollowUp(
        officer: officer, asOf: made.today, calendar: made.calendar)
      let due = FollowUpLists(open.tasks, officer: officer)
      lists.append(Self.seconds(since: begun))
      onList = due.due.count + due.overdue.count + due.lost.count
    }
    let quarter =
      (made.today + -112)...(made.today + -52)
    let (indicators, ventures) = try Self.indicators(of: made, quarter)
    let peak = ProcessMemory.peakKilobytes
    ProcessMemory.forgetPeak()
    let survival = try Self.survival(of: made)
    let size = try FileManager.default.attributesOfItem(atPath: made.path)[.size] as? Int ?? 0
    cells = [
      "\(trainees)", "\(ventures)", "\(try made.centre.contactCount())",
      "\(size >> 20)", Numbers.seconds(seconds), "\(onList)",
      Numbers.seconds(lists.sorted()[4] * 1000), Numbers.seconds(indicators), Numbers.seconds(survival),
      "\(max(peak, ProcessMemory.peakKilobytes) >> 10)",
    ]
  }

  /// Seconds that all indicators of a period take, and the ventures that they look at.
  private static func indicators(
    of made: MadeUpCentre, _ period: ClosedRange<CivilDate>
  ) throws -> (seconds: Double, ventures: Int) {
    let begun = ContinuousClock.now
    let evidence = try made.centre.evidence(
      area: MadeUpCentre.area, period: period, knownOn: made.today)
    let results = [Indicator].standard.map { $0.result(evidence) }
    precondition(!results.isEmpty, "there is something to measure")
    return (seconds(since: begun), evidence.ventures.count)
  }

  /// Seconds that survival by cohort takes.
  private static func survival(of made: MadeUpCentre) throws -> Double {
    let begun = ContinuousClock.now
    let lives = try made.centre.ventureLives(
      area: MadeUpCentre.area, by: [.cohort], asOf: made.today, knownOn: made.today)
    let breakdown = SurvivalBreakdown(
      lives.lives.map(\.lifetime), by: lives.divisions, least: lives.rule.leastGroup)
    precondition(breakdown.total != nil, "there is something to measure")
    return seconds(since: begun)
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}

/// What the process has taken of the machine's memory (proc(5)).
enum ProcessMemory {
  /// Begins the count of the most memory anew.
  static func forgetPeak() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  /// The most that was resident at once; 0 where the system does not tell.
  static var peakKilobytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
