import Civil
import Cohorts
import Courses
import Interchange
import Mentors
import Planning
import Testing

@Suite struct BundleReaderTests {
  @Test func `a sound bundle has no problem and loads whole`() throws {
    let reading = ExampleBundle().read()
    #expect(reading.problems.map { $0.text(in: .english) } == [])
    let bundle = try #require(reading.bundle)
    #expect(bundle.centre.name == "Example centre")
    #expect(bundle.centre.timeZone == "Asia/Shanghai")
    #expect(bundle.centre.defaultTravelMinutes == 30)
    #expect(bundle.blocks.map(\.start.description) == ["08:30", "14:00", "18:30"])
    #expect(bundle.blocks.map(\.breakMinutes) == [10, 10, 10])
    #expect(bundle.rooms[1].features == ["consult"])
    #expect(bundle.modules.map(\.sessionLengths) == [[4, 4], [4, 2]])
    #expect(bundle.people[1].roles == [.lecturer, .mentor])
    #expect(
      bundle.people[1].open.opens("EVE", on: .friday) && !bundle.people[1].open.opens("AM", on: .sunday))
    #expect(bundle.people[0].open.opens("EVE", on: .sunday))
    #expect(bundle.classes[0].size == nil && bundle.classes[0].open == nil)
    #expect(bundle.trainees[0].registeredOn == CivilDate("2026-01-05"))
    #expect(bundle.mentoring[0].minGapDays == 7)
    #expect(bundle.pins[0].lecturers == ["P1"])
    #expect(bundle.calendar.isHoliday(try #require(CivilDate("2026-04-06"))))
    #expect(bundle.busy["P1"]?.count == 1)
    #expect(reading.tables.map(\.rowsRead) == [1, 3, 2, 1, 2, 1, 2, 2, 1, 1, 2, 2, 1, 1])
    #expect(reading.tables.allSatisfy { $0.rowsSkipped == 0 })
  }

  @Test func `a bundle with Chinese file names, headers and words in GB18030 loads to the same thing`() throws
  {
    let chinese = try ExampleBundle(files: Fixture.files(in: "bundles/chinese-headers-gb18030")).read()
    #expect(chinese.problems.filter { $0.severity == .error }.map { $0.text(in: .chinese) } == [])
    #expect(chinese.bundle == ExampleBundle().read().bundle)
  }

  @Test func `letter case of file names and headers does not matter`() {
    var bundle = ExampleBundle().without("rooms.csv")
    bundle = bundle.with("Rooms.CSV", "ROOM,Site , capacity*,Features\nR1,S1,40,projector\nR2,S2,4,consult\n")
    #expect(bundle.problems() == [])
  }

  @Test(arguments: [
    "centre", "blocks", "sites", "rooms", "courses", "modules", "people", "cohorts", "classes",
  ])
  func `a missing table is one error and does not make everything else unknown`(table: String) {
    let reading = ExampleBundle().without(table + ".csv").read()
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(errors.map(\.file) == [table + ".csv"])
    #expect(errors.first?.line == nil)
    #expect(reading.bundle == nil)
  }

  @Test func `trainees and enrolments may be missing while sizes are given`() {
    let bundle = ExampleBundle().without("trainees.csv").without("enrolments.csv").without("mentoring.csv")
      .replacing("C1,GYB,grads,S1,,", by: "C1,GYB,grads,S1,24,", in: "classes.csv")
    let reading = bundle.read()
    #expect(reading.isSound)
    #expect(reading.problems.map(\.file) == ["trainees.csv", "enrolments.csv"])
  }

  @Test func `travel, mentoring and pins may be missing`() {
    #expect(
      ExampleBundle().without("travel.csv").without("mentoring.csv").without("pins.csv").problems() == [])
  }

  @Test func `a missing required column and a column given twice are errors of the header`() {
    let missing = ExampleBundle().with("rooms.csv", "room,name,site\nR1,x,S1\nR2,y,S2\n")
    #expect(
      missing.problems() == [
        "rooms.csv:1: capacity: a required column is missing: expected a header capacity or 容量"
      ])
    let twice = ExampleBundle().with("travel.csv", "from,to,minutes,分钟\nS1,S2,20,20\n")
    #expect(
      twice.problems() == ["travel.csv:1: minutes: the same column twice: expected each column once"])
  }

  @Test func `an empty table has no header`() {
    let problems = ExampleBundle().with("rooms.csv", "").problems()
    #expect(problems == ["rooms.csv: no header row: expected a row with room, site, capacity"])
  }

  @Test func `timetables beside the tables are passed over and other files are warned of`() {
    let timetable = String(decoding: TimetableCSV.write([]), as: UTF8.self)
    let bundle = ExampleBundle().with("planted.csv", timetable).with("timetable-2026.csv", timetable)
      .with("budget.csv", "a,b\n1,2\n").with("roster.xlsx", "PK").with("README.md", "x")
    let problems = bundle.read().problems
    #expect(problems.map(\.file) == ["budget.csv", "roster.xlsx"])
    #expect(problems.allSatisfy { $0.severity == .warning })
  }

  @Test func `two files for one table are an error`() {
    let bundle = ExampleBundle().with("路程.csv", "从,到,分钟\nS1,S2,20\n")
    #expect(bundle.read().problems.filter { $0.severity == .error }.map(\.file) == ["路程.csv"])
  }

  @Test func `problems come in the order of the tables and of the lines, in both languages`() {
    let bundle = ExampleBundle()
      .adding("C2,GYB,grads,S9,,,2026-02-30,,", to: "classes.csv")
      .adding("S1,Third,6101", to: "sites.csv")
      .adding("R3,S1,x,-3,", to: "rooms.csv")
      .adding("C2,T9", to: "enrolments.csv")
    #expect(
      bundle.problems() == [
        "sites.csv:4: site: already on line 2, found S1: expected one row for each",
        "rooms.csv:4: capacity: a number out of range, found -3: expected a whole number from 1 to 10000",
        "classes.csv:3: latest: no such day, found 2026-02-30: expected a date such as 2026-03-02",
        "classes.csv:3: site: unknown in sites, found S9: expected an id of the sites table",
        "enrolments.csv:4: trainee: unknown in trainees, found T9: expected an id of the trainees table",
      ])
    #expect(
      bundle.problems(.chinese)[2] == "classes.csv:3: 最迟 (latest): 没有这一天, 找到 2026-02-30: 应为 2026-03-02 这样的日期")
  }

  @Test func `the centre's keys are checked like columns`() {
    let centre = """
      培训中心信息,
      项目,内容
      中心名称,Example
      plan_from,2026-03-02
      Plan From,2026-03-02
      计划结束,next summer
      colour,green
      """
    let problems = ExampleBundle().with("centre.csv", centre).problems()
    #expect(
      problems.map { $0.split(separator: ": ").prefix(3).joined(separator: ": ") } == [
        "centre.csv:1: an unknown key, found 培训中心信息: the row is skipped; known keys",
        "centre.csv:5: plan_from: the same key twice",
        "centre.csv:6: plan_to: not a date, found next summer",
        "centre.csv:7: an unknown key, found colour: the row is skipped; known keys",
      ])
    let missing = ExampleBundle().with("centre.csv", "key,value\nplan_to,2026-04-01\n").problems()
    #expect(
      missing == [
        "centre.csv: name: the key is missing: expected a row with the key name",
        "centre.csv: plan_from: the key is missing: expected a row with the key plan_from",
      ])
  }
}
