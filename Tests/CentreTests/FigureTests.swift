import Civil
import Cohorts
import Courses
import FollowUp
import Foundation
import Indicators
import Interchange
import Reports
import Testing

@testable import Centre

/// A made-up centre with two classes of ten in the year before, and six ventures of the first, two of which ended.
struct FiguresExample {
  let folder: TemporaryFolder
  let machine = ExampleMachine()
  let centre: Centre

  init() throws {
    folder = try TemporaryFolder()
    var environment = machine.environment
    environment.regulations = try RegulationFolder().regulations
    centre = try Centre(database: folder.path + "/centre.sqlite", environment: environment)
    let bundle = try TemporaryFolder()
    for (name, text) in ExampleBundle.tables { try bundle.write(text, to: name) }
    let reading = try BundleService.readBundle(
      at: bundle.path, partial: false, calendarsFolder: bundle.path + "/none")
    _ = try centre.importBundle(reading, source: "example")
    let classes = try [
      Self.held("K1", "2025-01-06", "2025-01-15", 1...10, "999901001"),
      Self.held("K2", "2025-07-07", "2025-07-16", 11...20, "999901002"),
    ]
    try centre.record(
      RecordedCourses(
        classes: classes,
        trainees: (1...20).map { number in
          TraineeRecord(
            Trainee(
              id: "P\(number)", name: "示例\(number)", category: "graduate",
              area: number <= 10 ? "999901001" : "999901002"))
        }),
      RecordedLives(
        ventures: try (1...6).map(Self.venture),
        loans: [
          Loan(
            id: "L1", borrower: "P1", venture: "W1",
            steps: Ledger([
              .init(
                id: "L1a", Loan.Step(.approved, Money(yuan: 100_000)), from: try day("2025-04-01"),
                recordedOn: try day("2025-04-01"), recordedBy: "tester"),
              .init(
                id: "L1b", Loan.Step(.disbursed, Money(yuan: 40_000)), from: try day("2025-04-11"),
                recordedOn: try day("2025-04-11"), recordedBy: "tester"),
            ]))
        ]))
  }

  private static func held(
    _ id: String, _ first: String, _ last: String, _ people: ClosedRange<Int>, _ area: String
  ) throws -> ClassRecord {
    let days = try day(first)...day(last)
    return ClassRecord(
      id: id, course: "SYB", courseName: "创办你的企业", programme: .syb, cohort: "g", cohortName: "毕业生",
      site: "东站", area: area, days: days, periods: 56,
      members: people.map { ClassRecord.Member(trainee: "P\($0)", joinedOn: days.lowerBound) })
  }

  /// Of founder `number`; licensed and operating from 1 March 2025, the first two ended on 1 October.
  private static func venture(_ number: Int) throws -> VentureRecord {
    let start = try day("2025-03-01")
    let code = CreditCode(prefix: "92", area: AreaCode("999901") ?? .nation, body: "MA0000\(number)X")
    var states = Ledger<VentureState>([
      .init(id: "a", .operating, from: start, recordedOn: start, recordedBy: "tester")
    ])
    if number <= 2 {
      let end = try day("2025-10-01")
      states.append(.init(id: "b", .deregistered, from: end, recordedOn: end, recordedBy: "tester"))
    }
    let jobs = Ledger<Headcount>([
      .init(
        id: "j", try Headcount(founders: 1, employees: 2, insured: 1), from: start, recordedOn: start,
        recordedBy: "tester")
    ])
    return VentureRecord(
      Venture(
        id: "W\(number)", name: "示例店\(number)", founders: [.init(person: "P\(number)")],
        legalForm: .individualBusiness,
        registration: code.map { .licensed(.creditCode($0), on: start) } ?? .none,
        industry: Industry("H6210"), area: "999901001"), states: states, jobs: jobs)
  }

  func results(
    _ area: String, _ period: ClosedRange<CivilDate>, _ day: CivilDate
  ) throws -> [IndicatorResult] {
    try centre.results(
      of: centre.indicators(area: area, period: period), area: area, period: period, knownOn: day)
  }

  /// A file with the targets of the year 2025.
  func importTargets(_ rows: String) throws -> FileReading<Target> {
    let header = "target,name,area,owner,measure,amount,unit,from,to,parts\n"
    return try TargetFile.read(Array((header + rows).utf8), file: "targets.csv")
  }
}

func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

@Suite struct FigureTests {
  private func figure(_ results: [IndicatorResult], _ id: String, _ component: Int = 0) throws -> Figure {
    let result = try #require(results.first { $0.indicator == id })
    return try #require(result.components[component].figure)
  }

  @Test func `indicators are worked out from the records, with the rules in force`() throws {
    let example = try FiguresExample()
    let year = try day("2025-01-01")...day("2025-12-31")
    let results = try example.results("999901", year, day("2026-03-01"))
    #expect(try figure(results, "successful-starts").numerator.origin == .records((1...6).map { "P\($0)" }))
    #expect(try figure(results, "new-entities", 1).numerator.quantity == Quantity(6, .individualBusiness))
    #expect(try figure(results, "lead-ratio").value == .oneTo(2))
    #expect(try figure(results, "led-jobs", 1).numerator.quantity.amount == 6)
    #expect(try figure(results, "loan-funnel", 3).value == .share(0.4))
    #expect(try figure(results, "attribution", 1).numerator.quantity.amount == 6)
    #expect(try figure(results, "founders-of-trained").value == .share(0.3))
    let index = try #require(results.first { $0.indicator == "activity-index" })
    #expect(index.components[0].figure == nil)
    #expect(index.rules.first?.name.chinese == "全国通用缺省口径·存活认定")
  }

  @Test func `a number from outside makes an indicator computable, for its area and period only`() throws {
    let example = try FiguresExample()
    let text = """
      kind,area,from,to,amount,source,published_on
      urbanWorkers,999901,2025-01-01,2025-12-31,100,made up,2026-02-01
      """
    let today = try example.centre.today()
    let reading = try OutsideFile.read(Array(text.utf8), file: "d.csv", today: today)
    #expect(try example.centre.record(reading) == 1)
    let year = try day("2025-01-01")...day("2025-12-31")
    let results = try example.results("999901", year, today)
    let index = try figure(results, "activity-index")
    #expect(index.value == .share(0.2))
    #expect(index.denominator?.origin == .imported(source: "made up", on: try day("2026-02-01")))
    let elsewhere = try example.results("999901001", year, today)
    #expect(elsewhere.first { $0.indicator == "activity-index" }?.components[0].figure == nil)
    let before = try example.results("999901", year, day("2026-02-10"))
    #expect(before.first { $0.indicator == "activity-index" }?.components[0].figure == nil)
  }

  @Test func `a figure opens to the people and ventures behind it, with their evidence`() throws {
    let example = try FiguresExample()
    let year = try day("2025-01-01")...day("2025-12-31")
    let results = try example.centre.results(
      of: [.successfulStarts, .newEntities], area: "", period: year, knownOn: day("2026-03-01"))
    let people = try example.centre.records(behind: results[0])
    #expect(people.tables.first?.rows.map { $0[2] } == (1...6).map { .text("示例\($0)") })
    #expect(people.tables.first?.rows.first?[3].text(in: .english).contains("K1") == true)
    let ventures = try example.centre.records(behind: results[1])
    let shop = try #require(ventures.tables.flatMap(\.rows).first { $0[0] == .text("W1") })
    #expect(shop[3].text(in: .english).contains("deregistered from 2025-10-01"))
  }

  @Test func `targets are counted from the records, and one without a count is the sum of its parts`() throws
  {
    let example = try FiguresExample()
    let reading = try example.importTargets(
      """
      T,all,999901,office,,40,person,2025-01-01,2025-12-31,T1;T2
      T1,east,999901001,east,trained,20,person,2025-01-01,2025-12-31,
      T2,west,999901002,west,trained,20,person,2025-01-01,2025-12-31,
      T3,starts,999901,office,successful-starts,4,person,2025-01-01,2025-12-31,
      T4,by hand,999901,office,,4,event,2025-01-01,2025-12-31,
      """)
    #expect(try example.centre.record(reading).new == 5)
    #expect(try example.centre.record(reading).unchanged == 5)
    let facts = try example.centre.targetFacts(
      area: nil, on: day("2025-12-31"), knownOn: day("2026-03-01"))
    let done = facts.rows.map { try? $0.progress.get().done.amount }
    #expect(done == [20, 10, 10, 6, nil])
    #expect(facts.isBehind && facts.flaws.isEmpty)
    let east = try example.centre.targetFacts(
      area: "999901001", on: day("2025-12-31"), knownOn: day("2026-03-01"))
    #expect(east.rows.map(\.target.id) == ["T1"])
  }

  @Test func `a target that nothing counts is what was reported of it by then`() throws {
    let example = try FiguresExample()
    let centre = example.centre
    _ = try centre.record(
      example.importTargets(
        "T8,走访,9999,局,,50,person-time,2025-01-01,2025-12-31,\nT9,合计,9999,局,,50,person-time,2025-01-01,2025-12-31,T8\n"
      ))
    func done(_ on: String, knownOn: String? = nil) throws -> [Int?] {
      let facts = try centre.targetFacts(area: nil, on: try day(on), knownOn: try day(knownOn ?? on))
      return facts.rows.map { try? $0.progress.get().done.amount }
    }
    let today = try centre.today()
    #expect(try done("2025-12-31") == [nil, nil])
    _ = try centre.report(12, of: "T8", on: day("2025-06-30"), source: "局半年报表")
    _ = try centre.report(20, of: "T8", on: day("2025-09-30"), source: "局三季度报表")
    example.machine.wait(days: 2)
    _ = try centre.report(18, of: "T8", on: day("2025-09-30"), source: "局更正报表")
    #expect(try done("2025-12-31", knownOn: (today + 2).description) == [18, 18])
    #expect(try done("2025-12-31", knownOn: today.description) == [20, 20])
    #expect(try done("2025-07-31", knownOn: today.description) == [12, 12])
    #expect(throws: CentreError.self) { try centre.report(11, of: "T8", on: day("2025-12-31"), source: "x") }
    #expect(throws: CentreError.self) { try centre.report(99, of: "T9", source: "x") }
    #expect(throws: CentreError.self) { try centre.report(99, of: "T7", source: "x") }
    #expect(throws: CentreError.self) { try centre.report(99, of: "T8", on: today + 30, source: "x") }
  }

  @Test func `a file of targets with errors enters nothing`() throws {
    let example = try FiguresExample()
    let reading = try example.importTargets(
      "T,x,999901,office,no-such-count,4,person,2025-01-01,2025-12-31,\n")
    #expect(throws: CentreError.self) { _ = try example.centre.record(reading) }
    let facts = try example.centre.targetFacts(area: nil, on: day("2025-12-31"), knownOn: day("2025-12-31"))
    #expect(facts.rows.isEmpty)
  }

  @Test func `the assessment judges the targets of the area by the points in force`() throws {
    let example = try FiguresExample()
    let reading = try example.importTargets(
      """
      T1,trained,999901,office,trained,20,person,2025-01-01,2025-12-31,
      T3,starts,999901,office,successful-starts,12,person,2025-01-01,2025-12-31,
      T5,lower,999901001,east,successful-starts,1,person,2025-01-01,2025-12-31,
      """)
    _ = try example.centre.record(reading)
    let (assessment, area) = try example.centre.assessment(area: nil, on: day("2025-12-31"))
    #expect(area == "999901")
    // All 15 points for the trained; 6 of 12 starts are below the least share.
    #expect(assessment.points.value == 15)
    #expect(assessment.closing(to: .init(35))?.steps.map(\.more) == [Quantity(6, .person)])
  }

  @Test func `survival withholds small groups and counts who was not heard of`() throws {
    let example = try FiguresExample()
    let facts = try example.centre.survivalFacts(
      area: "9999", asOf: day("2026-03-01"), knownOn: day("2026-03-01"))
    #expect(facts.breakdown.total?.subjects == 6 && facts.breakdown.total?.ended == 2)
    #expect(facts.responses.first?.response.drawn == 6)
    #expect(facts.breakdown.tables.count == SurvivalDivision.allCases.count)
  }

  @Test func `the bulletin compares with a period only where the records reach back to it`() throws {
    let example = try FiguresExample()
    let facts = try example.centre.bulletinFacts(
      .quarter, holding: day("2025-08-01"), area: nil, knownOn: day("2026-03-01"), calendar: WorkingCalendar()
    )
    let trained = try #require(facts.counts.first { $0.name.english == "people trained" })
    #expect(trained.inPeriod.amount == 10 && trained.sinceNewYear.amount == 20)
    #expect(trained.previous == 0 && trained.yearBefore == nil)
    #expect(facts.followUp == nil && facts.issuer == "示例中心")
  }

  @Test(arguments: ReportKind.figures.map(\.name))
  func `every report of figures is written from the records`(name: String) throws {
    let example = try FiguresExample()
    _ = try example.centre.record(
      try example.importTargets("T1,trained,999901,office,trained,20,person,2026-01-01,2026-12-31,\n"))
    let kind = try #require([ReportKind].all.named(name))
    let report = try example.centre.report(
      kind, ReportRequest(area: "999901", asOf: try example.centre.today()))
    #expect(!report.parts.isEmpty)
  }
}
