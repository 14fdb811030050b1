import Civil
import Cohorts
import Courses
import Foundation
import Mentors
import Planning
import Synchronization

@testable import Store

/// A folder that goes when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "store-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { path + "/centre.sqlite" }
}

/// The same bytes in every run, never twice the same in one (SplitMix64).
final class CountedRandomness: Sendable {
  private let state: Mutex<UInt64>

  init(seed: UInt64 = 1) { state = Mutex(seed) }

  func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      state.withLock { state in
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
      }
    }
  }
}

extension CentreStore {
  static func example(in folder: TemporaryFolder, seed: UInt64 = 1) throws -> CentreStore {
    let randomness = CountedRandomness(seed: seed)
    return try CentreStore(path: folder.database) { randomness.bytes($0) }
  }

  func replaceFacts(with bundle: PlanningBundle, at seconds: Int = 0) throws {
    _ = try replaceFacts(with: bundle, source: "example", tables: [], stamp: .at(seconds))
  }
}

extension Stamp {
  static func at(_ seconds: Int) -> Stamp {
    Stamp(at: Instant(secondsSinceEpoch: 1_770_000_000 + seconds), actor: "tester")
  }
}

extension CivilDate {
  /// A day of March 2026.
  static func march(_ day: Int) -> CivilDate { CivilDate(daysSinceEpoch: 20_513 + day - 1) }
}

/// Made up: the area code 999999 does not exist.
let impossibleIDNumber = "999999188001010012"
let madeUpPhone = "19900001234"

extension PlanningBundle {
  /// Every table has a row, every optional column is given once and left out once; all people are made up.
  static func example() -> PlanningBundle {
    let blocks = ["AM", "上午,后半"]
    let mornings = WeeklyPattern(open: [["AM"], ["AM", "上午,后半"], [], [], [], [], ["上午,后半"]])
    var bundle = PlanningBundle(
      centre: CentreSettings(
        name: "示范中心", planFrom: .march(2), planTo: .march(29), calendars: ["b.ics", "a.ics"],
        defaultTravelMinutes: 25, account: BankAccount(name: nil, bank: "示例银行", number: "0000 0001")))
    bundle.blocks = [
      Block(id: "AM", start: ClockTime(minutes: 510), periods: 4),
      Block(id: "上午,后半", start: ClockTime(minutes: 660), periods: 2, periodMinutes: 40, breakMinutes: 5),
    ]
    bundle.sites = [
      Site(id: "S2", name: "东站", area: "610113", latitude: 34.25, longitude: 108.9), Site(id: "S1", name: ""),
    ]
    bundle.travel = [TravelTime(from: "S2", to: "S1", minutes: 40)]
    bundle.rooms = [
      Room(
        id: "R1", site: "S1", name: "教室", capacity: 30, features: ["projector", "consult"], open: mornings),
      Room(id: "R2", site: "S2", name: "会议室", capacity: 12, open: .always(blocks)),
    ]
    bundle.courses = [
      Course(id: "SYB", name: "创办你的企业", programme: .syb, maxClassSize: 25, minLecturers: 2),
      Course(id: "X", name: "X"),
    ]
    bundle.modules = [
      Module(
        course: "SYB", order: 2, id: "市场", name: "评估市场", periods: 10, sessionPeriods: 4, qualification: "SYB",
        features: ["tables"], team: 2, gapDays: 1),
      Module(course: "X", order: -1, id: "市场", name: "", periods: 2),
    ]
    bundle.people = [
      Person(
        id: "P1", name: "讲师甲（虚构）", roles: [.lecturer, .mentor], qualifications: ["SYB", "tax"],
        industries: ["A", "P"], site: "S1", maxPeriodsDay: 6, maxPeriodsWeek: 20, open: mornings,
        calendar: "busy.ics", email: "p1@example.org", phone: madeUpPhone),
      Person(id: "P2", name: "导师乙（虚构）", roles: [.expert], open: .always(blocks)),
    ]
    bundle.cohorts = [Cohort(id: "g", name: "毕业生", category: "graduate", open: mornings, maxPeriodsDay: 7)]
    bundle.classes = [
      TrainingClass(
        id: "第1班", course: "SYB", cohort: "g", site: "S1", size: 20, earliest: .march(3), latest: .march(27),
        open: WeeklyPattern(open: Array(repeating: [], count: 7)), lecturers: ["P2", "P1"]),
      TrainingClass(id: "第2班", course: "X", cohort: "g"),
    ]
    bundle.trainees = [
      Trainee(
        id: "T2", name: "学员丙（虚构）", idNumber: impossibleIDNumber, category: "graduate", area: "610113",
        phone: madeUpPhone, registeredOn: .march(1), industry: "P"),
      Trainee(id: "T1", name: "学员丁（虚构）", category: "graduate"),
    ]
    bundle.enrolments = [
      Enrolment(classID: "第1班", trainee: "T2"), Enrolment(classID: "第1班", trainee: "T1"),
    ]
    bundle.mentoring = [
      MentoringRequest(
        trainee: "T1", mentor: "P1", meetings: 2, periods: 1, earliest: .march(4), latest: .march(20),
        minGapDays: 3, mode: .visit),
      MentoringRequest(trainee: "T1", meetings: 1),
    ]
    bundle.pins = [
      Pin(
        classID: "第1班", module: "市场", part: 2, date: .march(5), block: "AM", firstPeriod: 1, room: "R1",
        lecturers: ["P2", "P1"]),
      Pin(classID: "第2班", module: "市场"),
    ]
    bundle.calendar.add(.init(kind: .holiday, name: "清明节"), on: .march(35))
    bundle.calendar.add(.init(kind: .makeUpDay, name: "调休", isProvisional: true), on: .march(28))
    let busy = CivilMoment(.march(3))..<CivilMoment(.march(4), ClockTime(minutes: 90))
    bundle.busy = ["P1": [busy], "P2": []]
    return bundle
  }
}
