import Civil
import Cohorts
import Courses
import Mentors
import Testing

@testable import Planning

@Suite struct CapacityTests {
  private func report(_ bundle: PlanningBundle) -> CapacityReport { Planner(bundle).capacity() }

  @Test func `what is enough shows no shortage, and every figure`() throws {
    var bundle = PlanningBundle.capacityExample(days: 7)
    bundle.people = [.lecturer("P1", holds: ["law"]), .lecturer("P2", holds: ["SYB"])]
    bundle.modules = [.example(1, "想法", 6, holds: "SYB"), .example(2, "法律", 4, holds: "law")]
    let report = report(bundle)
    #expect(report.shortages.isEmpty)
    let law = try #require(report.rows.first { $0.subject == .lecturers("law") })
    // Seven mornings of four periods less the two that the sessions before it take.
    #expect((law.need, law.supply, law.spare) == (4, 20, 16))
    #expect(report.classes.map(\.open) == [28])
    #expect(report.rows.contains { $0.subject == .rooms(seats: 30, features: []) && $0.need == 10 })
  }

  @Test func `a lecturer who holds two qualifications gives his hours once`() throws {
    var bundle = PlanningBundle.capacityExample(days: 5, classes: 2)
    bundle.people = [.lecturer("P1", holds: ["law", "tax"]), .lecturer("P2", holds: [])]
    bundle.modules = [.example(1, "法律", 6, holds: "law"), .example(1, "税务", 6, holds: "tax")]
    let found = report(bundle)
    // Each qualification alone needs 12 of P1's 20 periods; together they need 24.
    #expect(found.rows.prefix(2).map(\.need) == [12, 12] && found.rows[0].supply == 20)
    let shortage = try #require(found.shortages.first)
    #expect(found.shortages.count == 1 && shortage.kind == .people)
    #expect((shortage.need, shortage.supply, shortage.missing) == (24, 20, 4))
    #expect(shortage.subjects == [.lecturers("law"), .lecturers("tax")])
    #expect(shortage.classes.map(\.id) == ["C1", "C2"])
    #expect(shortage.shares.map(\.id) == ["P1"])
    #expect(found.rows.prefix(2).map(\.spare) == [-4, -4])
    #expect(
      shortage.sentence.english.hasPrefix("4 periods short: classes C1, C2 need 24 periods of lecturers"))
    #expect(shortage.sentence.chinese.hasPrefix("缺 4 课时：班级 C1、C2 需要讲师（law）、讲师（tax） 24 课时"))
    bundle.people[1] = .lecturer("P2", holds: ["tax"])
    #expect(report(bundle).shortages.isEmpty)
  }

  @Test func `a holiday week takes time away and a make-up day gives some back`() {
    let weekdays = WeeklyPattern(open: (0..<7).map { $0 < 5 ? ["AM"] : [] })
    var bundle = PlanningBundle.capacityExample(days: 14)
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: weekdays)]
    bundle.modules = [.example(1, "想法", 24)]
    #expect(report(bundle).shortages.isEmpty)
    for day in 7..<12 { bundle.calendar.add(.init(kind: .holiday, name: "假日"), on: capacityMonday + day) }
    let short = report(bundle).shortages
    #expect(short.map(\.kind) == [.classTime] && short.map(\.missing) == [4])
    #expect(short.first?.sentence.english.contains("C1 needs 24 periods") == true)
    bundle.calendar.add(.init(kind: .makeUpDay, name: "调休"), on: capacityMonday + 5)
    #expect(report(bundle).shortages.isEmpty)
  }

  @Test func `periods a week bind, and only sums of whole sessions count`() throws {
    var bundle = PlanningBundle.capacityExample(days: 14)
    bundle.people = [.lecturer("P1", week: 10)]
    bundle.modules = [.example(1, "想法", 20)]
    // Two sessions of four periods in each of two weeks: two of the ten periods cannot be used.
    let shortage = try #require(report(bundle).shortages.first)
    #expect((shortage.need, shortage.supply) == (20, 16))
    #expect(shortage.shares == [.init(id: "P1", periods: 16, limits: [.week])])
    bundle.people = [.lecturer("P1", week: 12)]
    #expect(report(bundle).shortages.isEmpty)
  }

  @Test func `busy time counts where it leaves no room for a session`() throws {
    var bundle = PlanningBundle.capacityExample(days: 1)
    bundle.modules = [.example(1, "想法", 4)]
    #expect(report(bundle).shortages.isEmpty)
    // The third period: two periods are left before it and one after it.
    let start = CivilMoment(capacityMonday, ClockTime(minutes: 625))
    bundle.busy = ["P1": [start..<CivilMoment(capacityMonday, ClockTime(minutes: 640))]]
    let shortage = try #require(report(bundle).shortages.first)
    #expect((shortage.kind, shortage.supply) == (.people, 0))
    bundle.modules = [.example(1, "想法", 2)]
    #expect(report(bundle).shortages.isEmpty)
  }

  @Test func `a session that fits no block is a shortage of the class`() {
    var bundle = PlanningBundle.capacityExample(days: 7)
    bundle.modules = [.example(1, "想法", 5, session: 5)]
    #expect(report(bundle).shortages.map(\.kind) == [.classTime])
  }

  @Test func `order and gaps narrow the days of a session`() {
    var bundle = PlanningBundle.capacityExample(days: 5)
    bundle.modules = [.example(1, "一", 4), .example(2, "二", 4, gap: 2), .example(3, "三", 4, gap: 2)]
    #expect(report(bundle).shortages.isEmpty)
    bundle.centre.planTo = bundle.centre.planTo + -1
    #expect(report(bundle).shortages.map(\.kind) == [.order])
  }

  @Test func `rooms are short where two classes need the only one`() throws {
    var bundle = PlanningBundle.capacityExample(days: 3, classes: 2)
    bundle.people = [.lecturer("P1"), .lecturer("P2")]
    bundle.modules = [.example(1, "想法", 8, features: ["pc"])]
    bundle.rooms = [
      Room(id: "R1", site: "S1", name: "机房", capacity: 30, features: ["pc"], open: .always(["AM"])),
      Room(id: "R2", site: "S1", name: "教室", capacity: 30, open: .always(["AM"])),
    ]
    let shortage = try #require(report(bundle).shortages.first)
    #expect((shortage.kind, shortage.need, shortage.supply) == (.rooms, 16, 12))
    #expect(shortage.shares.map(\.id) == ["R1"])
    #expect(shortage.subjects == [.rooms(seats: 30, features: ["pc"])])
  }

  @Test func `mentoring shares the hours of teaching`() throws {
    var bundle = PlanningBundle.capacityExample(days: 2)
    bundle.modules = [.example(1, "想法", 6)]
    bundle.trainees = [Trainee(id: "T1", name: "示例·学员", category: "graduate")]
    bundle.mentoring = [MentoringRequest(trainee: "T1", meetings: 1, mode: .online)]
    #expect(report(bundle).shortages.isEmpty)
    bundle.mentoring = [MentoringRequest(trainee: "T1", meetings: 2, minGapDays: 1, mode: .online)]
    let shortage = try #require(report(bundle).shortages.first)
    #expect((shortage.need, shortage.supply) == (10, 8))
    #expect(shortage.classes.map(\.id) == ["C1"] && shortage.trainees.map(\.id) == ["T1"])
  }

  @Test func `meetings that are too far apart for their dates are said`() throws {
    var bundle = PlanningBundle.capacityExample(days: 7, classes: 0)
    bundle.trainees = [Trainee(id: "T1", name: "示例·学员", category: "graduate")]
    bundle.mentoring = [MentoringRequest(trainee: "T1", meetings: 2, minGapDays: 6, mode: .online)]
    #expect(report(bundle).shortages.isEmpty)
    bundle.mentoring = [MentoringRequest(trainee: "T1", meetings: 2, minGapDays: 7, mode: .online)]
    let shortage = try #require(report(bundle).shortages.first)
    #expect(shortage.kind == .order && shortage.trainees.map(\.id) == ["T1"])
  }

  @Test func `a session longer than a lecturer's day is nobody's`() throws {
    var bundle = PlanningBundle.capacityExample(days: 7)
    bundle.people = [.lecturer("P1", day: 3)]
    bundle.modules = [.example(1, "想法", 3), .example(2, "评估", 4)]
    let shortage = try #require(report(bundle).shortages.first)
    #expect((shortage.kind, shortage.need, shortage.supply) == (.people, 4, 0))
    #expect(shortage.sentence.english.contains("class C1 needs 4 periods"))
  }

  @Test func `a team of more people than there are is said`() throws {
    var bundle = PlanningBundle.capacityExample(days: 5)
    bundle.modules = [.example(1, "想法", 4, team: 2)]
    let shortage = try #require(report(bundle).shortages.first)
    #expect((shortage.kind, shortage.need, shortage.supply) == (.team, 8, 4))
    bundle.people.append(.lecturer("P2"))
    #expect(report(bundle).shortages.isEmpty)
  }

  @Test func `the tightest weeks are those of which most is needed`() throws {
    var bundle = PlanningBundle.capacityExample(days: 21)
    bundle.modules = [.example(1, "想法", 24)]
    bundle.classes = [
      TrainingClass(
        id: "C1", course: "SYB", cohort: "G", size: 20, earliest: capacityMonday + 7,
        latest: capacityMonday + 13)
    ]
    let row = try #require(report(bundle).rows.first)
    let week = (capacityMonday + 7).isoWeek
    #expect(row.tightest == CapacityWeeks(from: week, to: week, need: 24, supply: 28))
    #expect(row.weeks.map(\.need) == [0, 24, 0])
  }

  @Test func `an empty bundle needs nothing`() {
    let report = report(PlanningBundle.capacityExample(days: 7, classes: 0))
    #expect(report.rows.isEmpty && report.classes.isEmpty && report.shortages.isEmpty)
  }
}
