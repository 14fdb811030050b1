import Civil
import Foundation
import Testing

@testable import ICalendar

/// Holds the reader against calendars that lie outside this repository, as other people's data do.
///
/// `SEEDBED_CALENDAR_CORPUS` names a folder of .ics files, `SEEDBED_CALENDAR_EXPECTED` a table of what they hold,
/// by an independent reader, in the window of one year: `file`, `expand`, `own_year`, `own_occurrences`,
/// `own_busy`, `own_busy_minutes_sum`, `own_busy_minutes_union`, and the same with `y2026` for 2026.
@Suite struct CalendarCorpusTests {
  static let folder = ProcessInfo.processInfo.environment["SEEDBED_CALENDAR_CORPUS"]
  static let table = ProcessInfo.processInfo.environment["SEEDBED_CALENDAR_EXPECTED"]

  @Test(.enabled(if: folder != nil && table != nil))
  func `at least 98 in 100 of the corpus are read as the independent reader reads them`() throws {
    let folder = try #require(Self.folder)
    let table = try #require(Self.table)
    let rows = try Self.rows(String(contentsOfFile: table, encoding: .utf8))
    var agreed = 0
    var judged = 0
    for row in rows {
      let file = row["file", default: ""]
      let bytes = try Array(Data(contentsOf: URL(filePath: folder).appending(path: file)))
      let found = ["own", "y2026"].compactMap { Self.reading(of: bytes, file: file, prefix: $0, row: row) }
      let expected = ["own", "y2026"].compactMap { Self.expectation(prefix: $0, row: row) }
      guard row["expand"] == "strict" else {
        print("not judged", file, row["parse", default: ""], Self.outcome(bytes, file))
        continue
      }
      judged += 1
      if found == expected {
        agreed += 1
      } else {
        print("differs", file, "expected", expected, "found", found, Self.outcome(bytes, file))
      }
    }
    print("agreed \(agreed) of \(judged) judged")
    #expect(Double(agreed) >= 0.98 * Double(judged))
  }

  private static func outcome(_ bytes: [UInt8], _ file: String) -> String {
    guard let window = window(2026) else { return "" }
    do throws(CalendarError) {
      let reading = try CalendarReader(zone: "Asia/Shanghai").busyTime(
        in: bytes, source: file, window: window)
      return "read, \(reading.events) events, skipped "
        + reading.skipped.map(\.reason.english).joined(separator: "; ")
    } catch {
      return "refused, " + error.wording.english
    }
  }

  private static func window(_ year: Int) -> ClosedRange<CivilDate>? {
    CivilDate(year: year, month: 1, day: 1).flatMap { first in
      CivilDate(year: year, month: 12, day: 31).map { first...$0 }
    }
  }

  private static func expectation(prefix: String, row: [String: String]) -> [String]? {
    guard prefix == "y2026" || row["own_year"]?.isEmpty == false else { return nil }
    return ["occurrences", "busy", "busy_minutes_sum", "busy_minutes_union"].map {
      row["\(prefix)_\($0)", default: ""]
    }
  }

  private static func reading(
    of bytes: [UInt8], file: String, prefix: String, row: [String: String]
  ) -> [String]? {
    let year = prefix == "own" ? Int(row["own_year", default: ""]) : 2026
    guard let year, let window = window(year) else { return nil }
    let reader = CalendarReader(zone: "Asia/Shanghai")
    guard let found = try? reader.occurrences(in: bytes, source: file, window: window),
      let reading = try? reader.busyTime(in: bytes, source: file, window: window)
    else { return ["refused"] }
    let busy = found.occurrences.filter { $0.isBusy && $0.end > $0.start }
    let first = window.lowerBound.daysSinceEpoch * 86_400
    let last = (window.upperBound.daysSinceEpoch + 1) * 86_400
    let sum = busy.map { min(last, $0.end) - max(first, $0.start) }.reduce(0, +) / 60
    let union = reading.busy.map { $0.upperBound.minutesSinceEpoch - $0.lowerBound.minutesSinceEpoch }.reduce(
      0, +)
    return [found.occurrences.count, busy.count, sum, union].map(String.init)
  }

  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map { fields($0) }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// The fields of one line (RFC 4180); the table has no line breaks in its cells.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
