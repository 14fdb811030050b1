import Civil
import Foundation
import Testing

@testable import ICalendar

/// Measures what reading each calendar of a folder costs; `SEEDBED_CALENDAR_COST` names the folder.
///
/// The peak of memory is the kernel's, so this test is to be run alone and in a release build.
@Suite struct CalendarCostTests {
  static let folder = ProcessInfo.processInfo.environment["SEEDBED_CALENDAR_COST"]

  @Test(.enabled(if: folder != nil))
  func `no calendar of the folder takes more than two seconds or 100 MB`() throws {
    let folder = try URL(filePath: #require(Self.folder))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    let window = try #require(
      CivilDate("2026-01-01").flatMap { first in CivilDate("2026-12-31").map { first...$0 } })
    let reader = CalendarReader(zone: "Asia/Shanghai")
    let clock = ContinuousClock()
    var total = Duration.zero
    for name in names where name.hasSuffix(".ics") {
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      let before = Self.resetPeak()
      var outcome = ""
      let elapsed = clock.measure {
        do throws(CalendarError) {
          let reading = try reader.busyTime(in: bytes, source: name, window: window)
          outcome = "\(reading.occurrences) occurrences, \(reading.skipped.count) skipped"
        } catch {
          outcome = error.wording.english
        }
      }
      total += elapsed
      let growth = Self.kilobytes("VmHWM") - before
      print(name, elapsed, "\(growth / 1024) MB", outcome.prefix(150))
      #expect(elapsed < .seconds(2), "\(name)")
      #expect(growth < 100 * 1024, "\(name)")
    }
    print("together", total)
  }

  /// Sets the kernel's peak back and returns what is in use now, in KiB.
  private static func resetPeak() -> Int {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
    return kilobytes("VmRSS")
  }

  private static func kilobytes(_ field: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(field) }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
