import Civil
import Courses
import FollowUp
import Interchange
import Reports
import Testing

@testable import Centre

@Suite struct FollowUpTests {
  @Test func `follow-up is planned for classes that have ended, and by somebody`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    #expect(throws: CentreError.self) { try centre.planFollowUp(calendar: followed.calendar) }
    #expect(throws: CentreError.self) {
      try centre.planFollowUp(classes: ["第9班"], officer: "王某", calendar: followed.calendar)
    }
    let planned = try centre.planFollowUp(officer: "王某", calendar: followed.calendar)
    #expect(planned.classes == ["第1班", "第2班"] && planned.trainees == 3 && planned.tasks == 12)
    // The officer is kept when the plan is made again.
    #expect(try centre.planFollowUp(calendar: followed.calendar).officers.map(\.name) == ["王某"])
  }

  @Test func `a class that goes on is not followed yet`() throws {
    let followed = try FollowedCentre(daysLater: 65)
    let planned = try followed.centre.planFollowUp(officer: "王某", calendar: followed.calendar)
    #expect(planned.classes == ["第1班"])
    #expect(throws: CentreError.self) {
      try followed.centre.planFollowUp(classes: ["第2班"], officer: "王某", calendar: followed.calendar)
    }
  }

  @Test func `a contact answers its task, a need opens a request, failed tries lose the person`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    let done = try centre.record(
      followed.contact("T1", on: "2026-06-05", need: .fundRaising), calendar: calendar)
    #expect(done.answered.map(\.step) == [.day(30)] && done.contact.officer == "王某")
    #expect(done.request?.id == "help-T1-1")
    #expect(try centre.openRequests().map(\.kind) == [.fundRaising])
    for day in ["2026-06-03", "2026-06-04", "2026-06-05"] {
      let tried = try centre.record(followed.contact("T2", on: day, .noAnswer), calendar: calendar)
      #expect(tried.lostSince == (day == "2026-06-05" ? followed.day(day) : nil))
    }
    let open = try centre.openFollowUp(asOf: centre.today(), calendar: calendar)
    #expect(FollowUpLists(open.tasks).lost.map(\.subject) == ["T2"])
  }

  @Test func `a contact with a stranger, in the future, or agreed for the past is refused`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    #expect(throws: CentreError.unknownSubject(.trainee("T9"))) {
      try centre.record(followed.contact("T9", on: "2026-06-05"), calendar: calendar)
    }
    #expect(throws: CentreError.self) {
      try centre.record(followed.contact("T1", on: "2026-07-05"), calendar: calendar)
    }
    #expect(try centre.contactCount() == 0)
  }

  @Test func `a contact that is told twice is recorded once, and an officer whom nobody knows is named`()
    throws
  {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    let contact = followed.contact("T1", on: "2026-06-05", need: .fundRaising)
    _ = try centre.record(contact, calendar: calendar)
    #expect(throws: CentreError.self) { try centre.record(contact, calendar: calendar) }
    #expect(try centre.contactCount() == 1 && centre.openRequests().count == 1)
    #expect {
      try centre.openFollowUp(officer: "汪某", asOf: centre.today(), calendar: calendar)
    } throws: { error in
      guard case .refused(let text) = error as? CentreError else { return false }
      return text.chinese.contains("汪某") && text.chinese.contains("王某")
    }
  }

  @Test func `a request for help is open until it is closed, once`() throws {
    let followed = try FollowedCentre()
    let request = try followed.centre.openRequest(.licences, for: "T3")
    #expect(request.id == "help-T3-r1")
    followed.example.machine.wait(days: 7)
    #expect(
      try followed.centre.closeRequest(request.id, calendar: followed.calendar).workingDays == 5)
    #expect(throws: CentreError.self) {
      try followed.centre.closeRequest(request.id, calendar: followed.calendar)
    }
    #expect(try followed.centre.openRequests() == [])
  }

  @Test func `a filled sheet is recorded once, with what it says of the venture`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    try followed.addVenture()
    let sheet =
      "回访任务,学员,姓名,回访日期,回访方式,回访结果,帮扶需求,经营状态,带动就业人数\n"
      + "第1班/T1/d30,T1,示例丁,2026-06-05,上门,已联系,证件办理,停业,2\n"
    let files = [(name: "sheet.csv", bytes: Array(sheet.utf8))]
    let reading = try centre.readContacts(files, calendar: calendar)
    #expect(reading.problems == [])
    let done = try centre.record(reading, calendar: calendar)
    #expect(done.contacts == 1 && done.changes == 2 && done.requests.map(\.kind) == [.licences])
    let venture = try centre.venture("V000001").record
    #expect(venture.states.entries.map(\.fact) == [.operating, .suspended])
    #expect(venture.jobs.entries.map(\.fact?.employees) == [2])
    let again = try centre.readContacts(files, calendar: calendar)
    #expect(again.contacts.isEmpty && again.rowsRecorded == 1)
  }

  @Test func `an officer's calendar holds the days on which contacts are due`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    _ = try centre.writeFeeds(to: followed.example.feeds)
    let before = try #require(followed.example.feed("officer-王某.ics"))
    #expect(before.contains("SUMMARY:回访 2 人\n") && before.contains("DESCRIPTION:T1 结业后 30 天\\nT2 结业后 30 天"))
    #expect(!before.contains("示例丁") && !before.contains(ExampleBundle.phone))
    followed.example.machine.wait(days: 1)
    _ = try centre.record(followed.contact("T1", on: "2026-06-05"), calendar: calendar)
    _ = try centre.writeFeeds(to: followed.example.feeds)
    let after = try #require(followed.example.feed("officer-王某.ics"))
    #expect(after.contains("SUMMARY:回访 1 人（共 2 人）\n") && after.contains("SEQUENCE:1\n"))
    func uids(_ feed: String) -> [Substring] { feed.split(separator: "\n").filter { $0.hasPrefix("UID:") } }
    #expect(uids(before) == uids(after))
    #expect(try centre.writeFeeds(to: followed.example.feeds).written == 0)
    // Nobody is busy for it, and it is of the whole day.
    #expect(after.contains("DTSTART;VALUE=DATE:2026") && after.contains("TRANSP:TRANSPARENT"))
    #expect(!after.contains("TZID"))
    _ = try centre.record(followed.contact("T2", on: "2026-06-09"), calendar: calendar)
    _ = try centre.writeFeeds(to: followed.example.feeds)
    let done = try #require(followed.example.feed("officer-王某.ics"))
    #expect(done.contains("SUMMARY:回访已完成（2 人）\n") && done.contains("STATUS:CANCELLED"))
    #expect(uids(done) == uids(before) && done.contains("SEQUENCE:2\n"))
  }

  @Test func `officers have their calendars before a timetable is published`() throws {
    let example = try ExampleCentre()
    #expect(throws: CentreError.nothingPublished) { try example.centre.writeFeeds(to: example.feeds) }
    let roster = try example.centre.readRoster(Array("姓名,人员类别\n虚构甲,其他\n".utf8), file: "roster.csv")
    _ = try example.centre.enter(example.centre.intake(of: roster.rows), replacing: false)
    let member = ClassRecord.Member(trainee: "2026-0001", joinedOn: CivilDate(daysSinceEpoch: 20_480))
    try example.centre.record(
      RecordedCourses(classes: [
        ClassRecord(
          id: "旧1班", course: "SYB", courseName: "SYB", programme: .syb, cohort: "g", cohortName: "毕业生",
          site: "东站", area: "610113", days: member.joinedOn...(member.joinedOn + 5), periods: 8, teachers: [],
          halfDays: [], members: [member])
      ]))
    var environment = example.machine.environment
    environment.regulations = try RegulationFolder().regulations
    let centre = try Centre(database: example.folder.path + "/centre.sqlite", environment: environment)
    _ = try centre.planFollowUp(officer: "王某", calendar: WorkingCalendar())
    #expect(try centre.writeFeeds(to: example.feeds).feeds == 1)
    #expect(example.feed("officer-王某.ics")?.contains("SUMMARY:回访 1 人\n") == true)
  }

  @Test func `each report on follow-up is made of what is on record`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    try followed.addVenture()
    _ = try centre.record(followed.contact("T1", on: "2026-06-05", need: .planning), calendar: calendar)
    let today = try centre.today()
    let request = ReportRequest(
      venture: "V000001", officer: "王某", area: "61", period: (today + -30)...today, asOf: today,
      calendar: calendar)
    for kind in ReportKind.followUp {
      let report = try centre.report(kind, request)
      #expect(report.name == kind.name && !report.tables.isEmpty)
    }
    let everywhere = ReportRequest(period: (today + -30)...today, asOf: today, calendar: calendar)
    #expect(try centre.report(.followUpLedger, everywhere).tables[1].rows.count == 1)
    #expect(try centre.report(.ventureRegister, everywhere).tables[1].rows.count == 1)
    #expect(try centre.report(.helpRequests, everywhere).tables[1].rows.count == 1)
  }
}
