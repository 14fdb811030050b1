import Civil
import Cohorts
import Courses
import Indicators
import Interchange
import Planning
import Reports
import Testing

@testable import Centre

@Suite struct CourseRecordTests {
  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// SYB is free of charge for graduates, once in a life; ¥1,000 on completion with 80 % of the periods and no plan.
  private static func regulations() throws -> Regulations {
    let stamp = RuleStamp(
      name: Wording(zh: "示例口径", en: "Example"), version: "1", from: try day("2020-01-01"), source: "示例")
    var rules = Regulation.Rules()
    rules.admission = AdmissionRule(
      stamp: stamp, rules: [EligibilityRule(id: "all", programmes: [.syb], categories: ["graduate"])],
      retirement: .from2025)
    rules.entitlements = EntitlementLimits(
      stamp: stamp,
      rules: [EntitlementRule(id: "once", programmes: [.syb], counting: .sameProgramme, period: .lifetime)])
    rules.completion = CompletionRule(stamp: stamp, leastAttendance: 0.8, lowestGrade: nil)
    rules.claim = ClaimRule(
      stamp: stamp, rates: [.syb: Money(yuan: 1000)], claimWithin: .days(180), noticeWorkingDays: 5,
      needsApproval: false)
    return Regulations([
      Regulation(
        id: "example", name: stamp.name, version: "1", area: .nation, from: stamp.from, source: stamp.source,
        rules: rules)
    ])
  }

  /// The example centre after its classes, with the timetable in force and the regulations above.
  private func afterTheClasses() throws -> (example: ExampleCentre, centre: Centre) {
    let example = try ExampleCentre()
    _ = try example.plan()
    _ = try example.centre.publish()
    example.machine.wait(days: 100)
    var environment = example.machine.environment
    environment.regulations = try Self.regulations()
    return (example, try Centre(database: example.folder.path + "/centre.sqlite", environment: environment))
  }

  private func read(_ text: String, _ centre: Centre) throws -> FileReading<RosterRow> {
    try centre.readRoster(Array(text.utf8), file: "roster.csv")
  }

  @Test func `what was claimed once counts for all records of one person`() throws {
    let (_, centre) = try afterTheClasses()
    let file = try centre.classFile("第1班")
    let marks = file.members.flatMap { member in
      file.record.halfDays.map {
        AttendanceMark(trainee: member.id, halfDay: $0.halfDay, periods: $0.periods)
      }
    }
    try centre.enter(marks, of: "第1班")
    let certificate = ResultRow.example("T2", certificate: "示例1", on: try Self.day("2026-05-05"))
    try centre.enter(try centre.intake(of: [(2, certificate)], in: "第1班"), replacing: false, reason: "")
    let today = try centre.today()
    let claimed = try centre.enterClaims(of: "第1班", on: today, WorkingCalendar())
    #expect(claimed.map(\.trainee) == ["T2"])
    #expect(try centre.enterClaims(of: "第1班", on: today, WorkingCalendar()).isEmpty)

    let roster = try read("姓名,人员类别,报名日期\n示例戊,高校毕业生,2026-01-01\n", centre)
    _ = try centre.enter(try centre.intake(of: roster.rows), replacing: false)
    let other = try #require(try centre.trainees(TraineeQuery(name: "示例戊")).first { $0.id != "T2" })
    func ruling() throws -> Eligibility {
      try centre.eligibility(of: other, for: .syb, in: .nation, on: today, asKnownOn: today)
    }
    #expect(try ruling().ruling == .eligible)
    try centre.link("T2", other.id, isSame: true)
    #expect(try ruling().ruling == .ineligible)
    guard case .entitlementUsed(_, let last, _)? = try ruling().reasons.first else {
      Issue.record("the entitlement is not named")
      return
    }
    #expect(last.classID == "第1班")
    try centre.link("T2", other.id, isSame: false)
    #expect(try ruling().ruling == .eligible)
  }

  @Test func `a late comer attends the class on record and takes a seat in the plan`() throws {
    let (example, centre) = try afterTheClasses()
    let roster = try read("姓名,人员类别,班级\n虚构甲,其他,第2班\n", centre)
    #expect(try centre.enter(try centre.intake(of: roster.rows), replacing: false).new == 1)
    let member = try #require(try centre.trainees(TraineeQuery(name: "虚构甲")).first)
    #expect(member.id == "2026-0001")
    #expect(try centre.classFile("第2班").members.map(\.id) == ["2026-0001", "T3"])
    #expect(
      try example.centre.facts().enrolments.filter { $0.classID == "第2班" }.map(\.trainee)
        == ["T3", "2026-0001"])
    _ = try centre.publish()
    #expect(try centre.classFile("第2班").members.map(\.id) == ["2026-0001", "T3"])
  }

  @Test func `two identity numbers cannot be linked as one person`() throws {
    let (_, centre) = try afterTheClasses()
    let roster = try read("姓名,身份证号码,人员类别\n示例丁,999999199001010024,其他\n", centre)
    _ = try centre.enter(try centre.intake(of: roster.rows), replacing: false)
    #expect {
      try centre.link("T1", "2026-0001", isSame: true)
    } throws: { error in
      guard case .refused(let text) = error as? CentreError else { return false }
      return text.english.contains("different identity numbers")
    }
    #expect(throws: CentreError.unknownSubject(.trainee("T99"))) {
      try centre.link("T1", "T99", isSame: true)
    }
  }

  @Test func `a class that is only planned has no record yet, and one that is not is unknown`() throws {
    let example = try ExampleCentre()
    #expect(throws: CentreError.unknownSubject(.classID("第9班"))) { try example.centre.classFile("第9班") }
    #expect {
      try example.centre.classFile("第1班")
    } throws: { error in
      guard case .refused(let text) = error as? CentreError else { return false }
      return text.english.contains("plan and publish it first")
    }
  }

  @Test func `a class is told as it was known on an earlier day`() throws {
    let (example, centre) = try afterTheClasses()
    let before = try centre.today()
    example.machine.wait(days: 5)
    let half = try #require(try centre.classFile("第1班").record.halfDays.first)
    try centre.enter(
      [AttendanceMark(trainee: "T1", halfDay: half.halfDay, periods: half.periods)], of: "第1班")
    #expect(try centre.classFile("第1班").attendance(of: "T1").attended == half.periods)
    #expect(try centre.classFile("第1班", asOf: before).attendance(of: "T1").attended == 0)
  }

  /// T2 attended all and has certificate 示例1, claimed on the day.
  private func claimed() throws -> (example: ExampleCentre, centre: Centre) {
    let (example, centre) = try afterTheClasses()
    let file = try centre.classFile("第1班")
    let marks = file.members.flatMap { member in
      file.record.halfDays.map {
        AttendanceMark(trainee: member.id, halfDay: $0.halfDay, periods: $0.periods)
      }
    }
    try centre.enter(marks, of: "第1班")
    let row = ResultRow.example("T2", certificate: "示例1", on: try Self.day("2026-05-05"))
    try centre.enter(try centre.intake(of: [(2, row)], in: "第1班"), replacing: false, reason: "")
    _ = try centre.enterClaims(of: "第1班", on: try centre.today(), WorkingCalendar())
    return (example, centre)
  }

  @Test func `a certificate is corrected with a reason, and was the old one on the day before`() throws {
    let (example, centre) = try claimed()
    let before = try centre.today()
    example.machine.wait(days: 1)
    func correct(_ number: String, reason: String?) throws -> String? {
      try centre.enterCertificate(number, issuedOn: nil, to: "T2", of: "第1班", reason: reason)
    }
    #expect(throws: CentreError.self) { try correct("示例2", reason: nil) }
    #expect(try correct("示例2", reason: "编号登记有误") == "示例1")
    let file = try centre.classFile("第1班")
    #expect(file.certificates["T2"]?.number == "示例2")
    #expect(file.certificates["T2"]?.issuedOn == (try Self.day("2026-05-05")))
    #expect(file.struckOut.map(\.correction.reason) == ["编号登记有误"])
    #expect(try centre.classFile("第1班", asOf: before).certificates["T2"]?.number == "示例1")
    let dossier = try centre.report(
      try #require([ReportKind].all.named("class-dossier")),
      ReportRequest(classID: "第1班", asOf: centre.today()))
    #expect(dossier.tables.last?.title.chinese == "更正记录" && dossier.tables.last?.rows.count == 1)
    #expect(try centre.trainee("T2").struckOut.map(\.certificate.number) == ["示例1"])
    // The number is free again: it was another trainee's.
    #expect(
      try centre.enterCertificate("示例1", issuedOn: nil, to: "T1", of: "第1班", reason: nil) == nil)
    #expect(throws: CentreError.self) { try correct("示例1", reason: "互换") }
    #expect(try centre.strikeOutCertificate(of: "T1", in: "第1班", reason: "不合格") == "示例1")
    #expect(throws: CentreError.self) {
      try centre.strikeOutCertificate(of: "T1", in: "第1班", reason: "不合格")
    }
  }

  @Test func `a file with another number corrects the certificate only where that is asked for`() throws {
    let (_, centre) = try claimed()
    let row = ResultRow.example("T2", certificate: "示例9", on: try Self.day("2026-05-05"))
    let intake = try centre.intake(of: [(2, row)], in: "第1班")
    #expect(intake.replacements.count == 1 && intake.certificates.isEmpty && intake.refused.isEmpty)
    try centre.enter(intake, replacing: false, reason: "更正文件")
    #expect(try centre.classFile("第1班").certificates["T2"]?.number == "示例1")
    try centre.enter(intake, replacing: true, reason: "更正文件")
    let file = try centre.classFile("第1班")
    #expect(file.certificates["T2"]?.number == "示例9" && file.struckOut.map(\.correction.reason) == ["更正文件"])
  }

  @Test func `a claim is printed as it was filed, and may be taken back and filed again`() throws {
    let (example, centre) = try claimed()
    let filedOn = try centre.today()
    example.machine.wait(days: 20)
    _ = try centre.enterCertificate("示例2", issuedOn: nil, to: "T2", of: "第1班", reason: "补发")
    let today = try centre.today()
    func papers(_ filed: CivilDate? = nil) throws -> ClassPapers {
      try centre.claimPapers(ReportRequest(classID: "第1班", filed: filed, asOf: today))
    }
    for papers in [try papers(), try papers(filedOn)] {
      #expect(papers.filing?.claimedOn == filedOn && papers.filing?.recordedBy == "tester")
      #expect(papers.file.certificates["T2"]?.number == "示例1", "as on the day of the filing")
      let text = papers.claimRoster().tables.flatMap(\.rows).flatMap(\.self).map { $0.text(in: .chinese) }
      #expect(text.contains("示例戊") && text.contains("示例1"))
    }
    #expect(throws: CentreError.self) { try papers(today) }
    #expect(try centre.takeBackClaims(of: "T2", in: "第1班", reason: "材料退回") == 1)
    #expect(try papers().filing == nil)
    #expect(throws: CentreError.self) { try centre.takeBackClaims(of: "T2", in: "第1班", reason: "材料退回") }
    #expect(try centre.enterClaims(of: "第1班", on: today, WorkingCalendar()).map(\.trainee) == ["T2"])
    #expect(try papers().filing?.claimedOn == today)
  }
}

extension ResultRow {
  fileprivate static func example(_ trainee: String, certificate: String, on day: CivilDate) -> ResultRow {
    ResultRow(
      trainee: trainee, grade: nil, score: nil, remarks: nil, reviewedOn: nil, certificate: certificate,
      issuedOn: day)
  }
}
