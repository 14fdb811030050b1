import Civil
import Cohorts
import Courses
import Mentors
import Scheduling

@testable import Planning

/// Small bundles of all features, made from a seed; tight ones, so that some can be planned and some cannot.
struct RandomBundles {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64.
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return range.lowerBound + Int(mixed % UInt64(range.count))
  }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func some(_ all: [String], _ percent: Int) -> Set<String> {
    Set(all.filter { _ in chance(percent) })
  }

  private mutating func pattern() -> WeeklyPattern {
    if chance(50) { return .always(["AM", "PM"]) }
    return WeeklyPattern(open: (0..<7).map { _ in some(["AM", "PM"], 70) })
  }

  mutating func next() -> PlanningBundle {
    let days = number(7...16)
    var bundle = PlanningBundle.capacityExample(days: days, classes: 0)
    bundle.blocks = [
      Block(id: "AM", start: ClockTime(minutes: 510), periods: 4),
      Block(id: "PM", start: ClockTime(minutes: 840), periods: 3),
    ]
    bundle.sites.append(Site(id: "S2", name: "另一培训点"))
    bundle.rooms = (0..<number(1...3)).map { index in
      Room(
        id: "R\(index)", site: chance(70) ? "S1" : "S2", name: "教室", capacity: number(15...40),
        features: some(["pc", "consult"], 60), open: pattern())
    }
    bundle.people = (0..<number(2...4)).map { index in
      Person(
        id: "P\(index)", name: "示例", roles: chance(80) ? [.lecturer, .mentor] : [.lecturer],
        qualifications: some(["law", "tax"], 55), maxPeriodsDay: number(4...7),
        maxPeriodsWeek: number(8...26),
        open: pattern())
    }
    bundle.cohorts = [
      Cohort(id: "G", name: "毕业生", category: "graduate", open: pattern(), maxPeriodsDay: number(3...7))
    ]
    bundle.modules = (1...number(1...4)).map { order in
      .example(
        chance(80) ? order : 1, "m\(order)", number(2...8), session: number(2...4),
        holds: chance(60) ? ["law", "tax"][number(0...1)] : nil, features: chance(30) ? ["pc"] : [],
        team: chance(15) ? 2 : 1, gap: chance(25) ? 1 : 0)
    }
    bundle.classes = (1...number(1...3)).map { index in
      TrainingClass(
        id: "C\(index)", course: "SYB", cohort: "G", site: chance(30) ? "S1" : nil, size: number(5...25),
        earliest: capacityMonday + number(0...3), latest: capacityMonday + (days - 1 - number(0...3)))
    }
    addCalendarsAndMentoring(to: &bundle, days)
    return bundle
  }

  private mutating func addCalendarsAndMentoring(to bundle: inout PlanningBundle, _ days: Int) {
    if chance(40) {
      bundle.calendar.add(.init(kind: .holiday, name: "假日"), on: capacityMonday + number(0...days - 1))
      bundle.calendar.add(.init(kind: .makeUpDay, name: "调休"), on: capacityMonday + 5)
    }
    for person in bundle.people where chance(40) {
      let start = CivilMoment(capacityMonday + number(0...days - 1), ClockTime(minutes: number(480...960)))
        .minutesSinceEpoch
      bundle.busy[person.id] = [
        CivilMoment(minutesSinceEpoch: start)..<CivilMoment(minutesSinceEpoch: start + number(10...2000))
      ]
    }
    bundle.trainees = [Trainee(id: "T1", name: "示例·学员", category: "graduate")]
    if chance(40) {
      let modes: [MentoringRequest.Mode] = [.office, .online, .visit]
      bundle.mentoring = [
        MentoringRequest(
          trainee: "T1", meetings: number(1...3), minGapDays: number(0...4), mode: modes[number(0...2)])
      ]
    }
  }
}
