import Civil
import Foundation
import Planning
import Scheduling
import Synchronization

@testable import Centre

/// A folder that goes when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "centre-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

/// A clock that a test sets, and randomness that is the same in every run.
final class ExampleMachine: Sendable {
  private let seconds: Mutex<Int>
  private let random = Mutex<UInt64>(1)

  /// Begins on 2026-03-01 at noon in China.
  init() { seconds = Mutex(1_772_337_600) }

  func wait(days: Int) { seconds.withLock { $0 += days * 86_400 } }

  var environment: CentreEnvironment {
    CentreEnvironment(
      now: { Instant(secondsSinceEpoch: self.seconds.withLock { $0 }) }, monotonic: { 0 },
      randomBytes: { count in
        (0..<count).map { _ in
          self.random.withLock { state in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
          }
        }
      }, actor: "tester")
  }
}

/// A made-up centre's spreadsheets: two classes, three people, one of them with a busy calendar; May is provisional.
enum ExampleBundle {
  static let idNumber = "999999188001010012"
  static let phone = "19900001234"

  static let tables = [
    "centre.csv": """
    key,value
    name,示例中心
    plan_from,2026-04-27
    plan_to,2026-05-31
    calendars,days.ics
    """,
    "blocks.csv": "block,start,periods\nAM,08:30,4\nPM,14:00,4\n",
    "sites.csv": "site,name,latitude,longitude\nS1,东站,34.25,108.9\n",
    "rooms.csv": "room,site,name,capacity,features\nR1,S1,一号教室,30,consult\nR2,S1,二号教室,30,\n",
    "courses.csv": "course,name,programme\nSYB,SYB,SYB\n",
    "modules.csv": """
    course,order,module,name,periods,session_periods
    SYB,1,想法,企业想法,4,4
    SYB,2,市场,评估市场,8,4
    """,
    "people.csv": """
    person,name,roles,calendar,email,phone
    P1,示例甲,lecturer;mentor,busy.ics,p1@example.org,\(phone)
    P2,示例乙,lecturer,,,
    P/3,示例丙,lecturer,,,
    """,
    "cohorts.csv": "cohort,name,category\ng,毕业生,graduate\n",
    "classes.csv": """
    class,course,cohort,earliest,latest,lecturers
    第1班,SYB,g,2026-04-27,2026-05-01,P1
    第2班,SYB,g,2026-05-18,2026-05-22,P2
    """,
    "trainees.csv": """
    trainee,name,id_number,category,phone
    T1,示例丁,\(idNumber),graduate,\(phone)
    T2,示例戊,,graduate,
    T3,示例己,,graduate,
    """,
    "enrolments.csv": "class,trainee\n第1班,T1\n第1班,T2\n第2班,T3\n",
    "mentoring.csv": "trainee,mentor,meetings,mode\nT1,P1,1,office\n",
    "pins.csv": "class,module,date,block\n第1班,想法,2026-04-28,AM\n",
    "days.ics": calendar(
      "DTSTART;VALUE=DATE:20260501\nSUMMARY:劳动节（预计）\nSTATUS:TENTATIVE\nCATEGORIES:HOLIDAY"),
    "busy.ics": calendar("DTSTART:20260427T000000Z\nDTEND:20260427T100000Z\nSUMMARY:busy"),
  ]

  private static func calendar(_ event: String) -> String {
    let lines =
      "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//EN\nBEGIN:VEVENT\nUID:1@example.org\n"
      + "DTSTAMP:20260101T000000Z\n\(event)\nEND:VEVENT\nEND:VCALENDAR\n"
    return lines.replacing("\n", with: "\r\n")
  }
}

/// A centre with the example's bundle imported.
struct ExampleCentre {
  let folder: TemporaryFolder
  let machine = ExampleMachine()
  let centre: Centre

  init() throws {
    folder = try TemporaryFolder()
    centre = try Centre(database: folder.path + "/centre.sqlite", environment: machine.environment)
    try importBundle()
  }

  /// The example with its timetable in force, on 2026-05-10: the first class has ended.
  static func inForce() throws -> ExampleCentre {
    let example = try ExampleCentre()
    _ = try example.plan()
    _ = try example.centre.publish()
    example.machine.wait(days: 70)
    return example
  }

  var feeds: String { folder.path + "/feeds" }

  /// Imports the example with some of its tables replaced.
  func importBundle(_ changes: [String: String] = [:]) throws {
    let bundle = try TemporaryFolder()
    for (name, text) in ExampleBundle.tables { try bundle.write(changes[name] ?? text, to: name) }
    let reading = try BundleService.readBundle(
      at: bundle.path, partial: false, calendarsFolder: bundle.path + "/none")
    _ = try centre.importBundle(reading, source: "example")
  }

  func plan() throws -> DraftSummary { try centre.plan(SearchLimits(steps: 40, seed: 1)) }

  func feed(_ name: String) -> String? {
    FileManager.default.contents(atPath: feeds + "/" + name).map {
      // Folded lines are made whole, as a calendar program does.
      String(decoding: $0, as: UTF8.self).replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
    }
  }
}
