import Civil
import ProjectLibrary
import Testing

@testable import Interchange

@Suite struct ProjectFileTests {
  private let today = CivilDate(daysSinceEpoch: 20_778)

  static let rule = LibraryRule(
    stamp: RuleStamp(
      name: Wording(zh: "示例", en: "example"), version: "1", from: CivilDate(daysSinceEpoch: 0),
      source: "made up"), leastProjects: 50, leastIndustries: 20, counting: .divisions, countsIdeas: false,
    leastReviewers: 3, priorities: [], likenessWarned: 0.33, leastGroup: 10, mostPlacedPerProject: 15,
    leastInvestedPerPlace: Money(yuan: 2000))

  private func read(_ text: String) throws -> FileReading<Project> {
    try ProjectFile.read(Array(text.utf8), file: "projects.csv", rule: Self.rule, today: today)
  }

  private func library() throws -> [Project] {
    try ProjectFile.read(
      Fixture.bytes("projects/projects.csv"), file: "projects.csv", rule: Self.rule, today: today
    ).rows.map(\.row)
  }

  @Test func `the demo's projects are sound, in 22 divisions or more, without a near-duplicate among them`()
    throws
  {
    let reading = try ProjectFile.read(
      Fixture.bytes("projects/projects.csv"), file: "projects.csv", rule: Self.rule, today: today)
    #expect(reading.problems.isEmpty, "\(reading.problems.map { $0.text(in: .english) })")
    let projects = reading.rows.map(\.row).filter { $0.kind == .project }
    #expect(projects.count == 60)
    #expect(Set(projects.compactMap(\.industry?.division)).count >= 22)
    let incomplete = projects.filter { !$0.missing.isEmpty }.map(\.id)
    #expect(incomplete.isEmpty)
  }

  @Test func `a row is read with Chinese or English headers`() throws {
    let chinese = try read(
      """
      项目编号,项目名称,项目简介,项目来源,责任部门,行业代码,投资额(元),用工人数,回收期(月),风险清单,适合人群,征集日期
      P1,示例,示例简介,示例来源,示例局,h6210,3-8万元,3至6人,10,市场:中；资金:高（先申请贷款）,高校毕业生；残疾人,2026-01-08
      """)
    let english = try read(
      """
      project,name,summary,source,owner,industry,investment,staff,payback,risks,fit,collected_on
      P1,示例,示例简介,示例来源,示例局,H6210,30000-80000,3-6,10,market:medium;funding:high(先申请贷款),graduate;disabled,2026/1/8
      """)
    #expect(chinese.rows.first?.row == english.rows.first?.row)
    let project = try #require(chinese.rows.first?.row)
    #expect(project.investment == Money(yuan: 30_000)...Money(yuan: 80_000) && project.staff == 3...6)
    #expect(project.risks.last == ProjectRisk(.funding, .high, remedy: "先申请贷款"))
    #expect(project.missingRisks.count == 5)
    #expect(chinese.problems.map(\.severity) == [.warning])
  }

  @Test func `all problems of a file are told in one pass`() throws {
    let reading = try read(
      """
      项目编号,项目名称,项目简介,项目来源,责任部门,投资额,用工人数,风险清单,征集日期,有效期至
      P1,示例,示例,示例,示例局,很多,5-3,天气:大,2026-01-08,
      P2,示例,,示例,示例局,5万以内,4,市场:中；市场:低,2027-01-08,
      P3,示例,示例,示例,示例局,,,,2026-03-08,2026-03-01
      P4,示例,示例,示例,示例局,,,,2026-03-08,
      P4,示例,示例,示例,示例局,,,,2026-03-08,
      """)
    let columns = reading.problems.filter(\.isError).map { "\($0.line ?? 0) \($0.column ?? "")" }
    #expect(
      Set(columns) == [
        "2 investment", "2 staff", "2 risks", "3 summary", "3 risks", "4 valid_until", "6 project",
      ], "\(reading.problems.map { $0.text(in: .chinese) })")
  }

  @Test func `what is written is read back the same in both languages`() throws {
    let projects = try library()
    for language in Language.allCases {
      let bytes = ProjectFile.write(projects, in: language)
      let reading = try ProjectFile.read(bytes, file: "out.csv", rule: nil, today: today)
      #expect(reading.rows.map(\.row) == projects)
    }
  }

  @Test(arguments: [
    ("3万-8万", 30_000, 80_000), ("5万", 50_000, 50_000), ("5万以内", 0, 50_000),
    ("1.5~2万", 15_000, 20_000), ("30,000 至 80,000 元", 30_000, 80_000), ("8000-2万", 8000, 20_000),
  ])
  func `money is read as people write its range`(_ text: String, _ low: Int, _ high: Int) throws {
    var notes = CellNotes()
    let range = try CellReader<ClosedRange<Money>>.moneyRange.read(text, &notes)
    #expect(range == Money(yuan: low)...Money(yuan: high))
  }

  /// Made-up retellings of the demo's projects, and projects of like trades that are others.
  private func labelled() throws -> [(sameAs: String, project: Project)] {
    let sheet = String(decoding: try Fixture.bytes("projects/near-duplicates.csv"), as: UTF8.self)
    return sheet.split(separator: "\n").dropFirst().enumerated().map { number, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      var notes = CellNotes()
      let money = try? CellReader<ClosedRange<Money>>.moneyRange.read(cells[4], &notes)
      return (
        cells[0],
        Project(
          id: "N\(number)", name: cells[1], summary: cells[2], source: "示例", owner: "示例局",
          industry: Industry(cells[3]), investment: money, collectedOn: today)
      )
    }
  }

  @Test func `at the warning line every retold project is found and no other`() throws {
    let library = try library()
    let index = LikenessIndex(library)
    var found: [String] = []
    var wrong: [String] = []
    var missed: [String] = []
    for (sameAs, project) in try labelled() {
      let best = index.near(project, least: Self.rule.likenessWarned).first
      if let best, best.earlier == sameAs {
        found.append(project.name)
      } else if best != nil {
        wrong.append(project.name)
      } else if !sameAs.isEmpty {
        missed.append(project.name)
      }
    }
    #expect(found.count == 38 && missed.isEmpty && wrong.isEmpty, "missed \(missed), wrong \(wrong)")
  }
}
