import Civil
import Cohorts
import Courses
import Interchange
import Mentors
import Planning
import Testing

/// Bundles with bytes changed by chance: never a crash, never a bundle that is not what it says.
@Suite struct DamagedBundleTests {
  /// SplitMix64: the same seed gives the same damage everywhere.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Each of the seeds gives so many damaged bundles; unoptimised code is given fewer.
  #if DEBUG
    private static let rounds = 50
  #else
    private static let rounds = 500
  #endif

  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xC2], [0x22], [0x2C], [0x0A], [0x0D], [0x3B], [0x09], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE],
    [0xB0, 0xE0, 0xBC, 0xB6], Array("999999999999999999999".utf8), Array("-1".utf8), Array("0余".utf8),
    Array("S1".utf8), Array("2026-02-30".utf8), Array("9999-12-31".utf8), Array("0001-01-01".utf8),
    Array("Mon-Sun AM".utf8), Array("班级".utf8), Array("\u{3000}".utf8), Array("1e308".utf8),
    Array(";；、".utf8),
  ]

  private func damage(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1:
        bytes.insert(
          contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &generator))
      case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 3:
        bytes.replaceSubrange(
          place..<end, with: DamagedBundleTests.pieces.randomElement(using: &generator) ?? [])
      default:
        bytes.insert(contentsOf: DamagedBundleTests.pieces.randomElement(using: &generator) ?? [], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 1...8)
  func `damage gives problems or a sound bundle, never a crash`(seed: UInt64) {
    var generator = Generator(state: seed)
    let names = ExampleBundle().files.keys.sorted()
    for _ in 0..<DamagedBundleTests.rounds {
      var bundle = ExampleBundle()
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        guard let name = names.randomElement(using: &generator), let bytes = bundle.files[name] else {
          continue
        }
        bundle.files[name] = damage(bytes, &generator)
      }
      let whole = bundle.read()
      #expect((whole.bundle != nil) == whole.isSound)
      if let sound = whole.bundle { #expect(flaws(of: sound) == []) }
      if let plannable = whole.plannable { #expect(flaws(of: plannable) == []) }
      if whole.isSound { continue }
      let part = bundle.read(partial: true)
      #expect(!part.isSound)
      if let rest = part.bundle { #expect(flaws(of: rest) == []) }
      for problem in part.problems { #expect(problem.text(in: .chinese).utf8.count < 2000) }
    }
  }

  @Test(arguments: 1...4)
  func `damaged timetables are read or told of`(seed: UInt64) throws {
    var generator = Generator(state: seed)
    let row = TimetableRow(
      session: "s1", kind: .class, classID: "C1", module: "know", part: 1, trainee: "",
      date: try #require(CivilDate("2026-03-09")), block: "AM", firstPeriod: 1, periods: 4,
      start: ClockTime(minutes: 510), end: ClockTime(minutes: 720), site: "S1", room: "R1", people: ["P1"])
    let sound = TimetableCSV.write(Array(repeating: row, count: 3))
    for _ in 0..<DamagedBundleTests.rounds * 2 {
      let (rows, problems) = TimetableCSV.read(damage(sound, &generator), file: "timetable.csv")
      #expect(rows.count >= 3 || !problems.isEmpty)
      #expect(TimetableCSV.read(TimetableCSV.write(rows), file: "again.csv").rows.count == rows.count)
    }
  }

  /// References that lead nowhere and ids given twice.
  private func flaws(of bundle: PlanningBundle) -> [String] {
    let blocks = Set(bundle.blocks.map(\.id))
    let sites = Set(bundle.sites.map(\.id))
    let rooms = Set(bundle.rooms.map(\.id))
    let courses = Set(bundle.courses.map(\.id))
    let people = Set(bundle.people.map(\.id))
    let cohorts = Set(bundle.cohorts.map(\.id))
    let classes = Set(bundle.classes.map(\.id))
    let trainees = Set(bundle.trainees.map(\.id))
    var flaws: [String] = []
    func check(_ ids: [String], in known: Set<String>, _ what: String) {
      if !known.isSuperset(of: ids) { flaws.append(what) }
    }
    check(bundle.travel.flatMap { [$0.from, $0.to] }, in: sites, "travel")
    check(bundle.rooms.map(\.site), in: sites, "rooms")
    check(bundle.modules.map(\.course), in: courses, "modules")
    check(bundle.people.compactMap(\.site), in: sites, "people")
    check(bundle.classes.map(\.course), in: courses, "classes.course")
    check(bundle.classes.map(\.cohort), in: cohorts, "classes.cohort")
    check(bundle.classes.flatMap(\.lecturers), in: people, "classes.lecturers")
    check(bundle.enrolments.map(\.classID), in: classes, "enrolments.class")
    check(bundle.enrolments.map(\.trainee), in: trainees, "enrolments.trainee")
    check(bundle.mentoring.map(\.trainee), in: trainees, "mentoring")
    check(bundle.mentoring.compactMap(\.mentor), in: people, "mentors")
    check(bundle.pins.map(\.classID), in: classes, "pins.class")
    check(bundle.pins.compactMap(\.block), in: blocks, "pins.block")
    check(bundle.pins.compactMap(\.room), in: rooms, "pins.room")
    if trainees.count < bundle.trainees.count || classes.count < bundle.classes.count {
      flaws.append("twice")
    }
    if bundle.centre.planFrom > bundle.centre.planTo { flaws.append("plan") }
    return flaws
  }
}
