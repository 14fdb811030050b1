import Centre
import Civil
import Foundation
import Interchange
import Planning
import Scheduling
import Synchronization

/// How fast a bundle is read and how good its timetable becomes.
struct BundleFigures {
  /// After the name of the bundle, a cell for each head.
  let cells: [String]

  static func heads(seconds: Double) -> [Wording] {
    let end = Numbers.short(seconds)
    return [
      Wording(zh: "数据包", en: "bundle"), Wording(zh: "行数", en: "rows"), Wording(zh: "读入秒", en: "read s"),
      Wording(zh: "课次", en: "sessions"), Wording(zh: "未排", en: "unplaced"),
      Wording(zh: "排齐秒", en: "complete s"),
      Wording(zh: "10 秒扣分", en: "cost 10 s"), Wording(zh: "\(end) 秒扣分", en: "cost \(end) s"),
      Wording(zh: "下限", en: "bound"), Wording(zh: "相差", en: "gap"), Wording(zh: "下限秒", en: "bound s"),
      Wording(zh: "参照扣分", en: "planted"), Wording(zh: "比", en: "ratio"),
    ]
  }

  init(
    _ bundle: PlanningBundle, path: String, seconds: Double, seed: UInt64, threads: Int, rows: Int,
    readSeconds: Double
  ) throws {
    let planner = Planner(bundle)
    let record = SearchRecord()
    let shown = ProgressLine.watcher
    let result = Searching.watched { _, stop in
      planner.solve(
        SearchLimits(seconds: seconds, seed: seed, threads: threads), clock: CentreEnvironment.live.monotonic,
        progress: { progress in
          record.add(progress)
          shown?(progress)
        }, stop: stop)
    }
    let planted = try Self.planted(in: path).map { planner.judge($0).total }
    let total = result.judgement.total
    let (bounds, boundSeconds) = Stopwatch.time { planner.bounds() }
    let report = BoundReport(bounds, of: result.judgement)
    var cells = [
      "\(rows)", Numbers.seconds(readSeconds), "\(result.rows.count)", "\(result.unplaced.count)",
      result.firstComplete.map(Numbers.seconds) ?? "–",
      seconds <= 10 ? Numbers.short(total) : record.bestAfterTen.map(Numbers.short) ?? "–",
      Numbers.short(total),
    ]
    cells += report.totalCells
    cells += [
      Numbers.seconds(boundSeconds),
      planted.map(Numbers.short) ?? "–", planted.map { String(format: "%.2f", total / $0) } ?? "–",
    ]
    self.cells = cells
  }

  static func planted(in path: String) throws -> [TimetableRow]? {
    let file = path + "/planted.csv"
    return FileManager.default.fileExists(atPath: file) ? try TimetableFiles.rows(file) : nil
  }
}

/// What the progress of a search said at the time that matters.
private final class SearchRecord: Sendable {
  private let best = Mutex(Double?.none)

  /// The best cost in the first ten seconds.
  var bestAfterTen: Double? { best.withLock { $0 } }

  func add(_ progress: SearchProgress) {
    if progress.elapsed <= 10 { best.withLock { $0 = progress.best } }
  }
}
