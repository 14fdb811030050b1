import Civil
import FollowUp
import Indicators
import Testing

@testable import Reports

@Suite struct FigureReportTests {
  private func sentences(_ report: Report, _ language: Language = .chinese) -> [String] {
    report.parts.compactMap { if case .paragraph(let text) = $0 { text[language] } else { nil } }
  }

  @Test func `a bulletin says the year, the period, and compares only with what is on record`() {
    let said = sentences(.bulletin(.example()))
    #expect(said.contains("截至2026年9月30日，示范区今年以来累计创业培训 480 人、新增创业企业 51 家、发放创业担保贷款 10850000.50 元。"))
    #expect(said.contains("本季度，创业培训 180 人，环比增长 12.5%，同比下降 10.0%；新增创业企业 18 家，环比持平；发放创业担保贷款 255 万元。"))
    let english = sentences(.bulletin(.example()), .english)
    #expect(
      english.contains {
        $0.contains("trained: 180 people (up 12.5% on the quarter before, down 10.0% on the year before)")
      })
  }

  @Test func `a bulletin names what is behind, what cannot be computed and what is missing a month`() {
    let said = sentences(.bulletin(.example()))
    #expect(said.contains("2．帮助创业成功人数严重滞后，落后时序进度 32.8 个百分点，责任单位：就业服务中心。"))
    #expect(said.contains("5．创业活动对就业的贡献率不可计算：缺少全部新增就业人数。"))
    #expect(said.contains("3．就业服务中心：帮助创业成功人数至2026年12月31日还需完成 290 人，平均每月不少于 97 人。"))
  }

  @Test func `a bulletin without records says so and invents nothing`() {
    let said = sentences(.bulletin(.example(counts: [])))
    #expect(said.first == "本期没有可统计的记录。")
  }

  @Test func `months and quarters begin and end on their days`() {
    let day = newYear + 45
    #expect(BulletinFacts.Kind.month.period(holding: day) == (newYear + 31)...(newYear + 58))
    #expect(BulletinFacts.Kind.quarter.period(holding: day) == newYear...(newYear + 89))
    #expect(BulletinFacts.Kind.quarter.name(of: thirdQuarter).chinese == "2026年第三季度")
  }

  @Test func `the survival report shows no small group and nothing that gives one away`() throws {
    let report = Report.survival(.example)
    let streets = try #require(report.tables.first { $0.title.chinese == "按街道" })
    #expect(streets.rows.map { $0[1] } == [.count(50), .withheld, .count(37), .withheld])
    #expect(
      streets.rows.filter { $0[1] == .withheld }.allSatisfy { $0.dropFirst(3).allSatisfy { $0 == .blank } })
    let courses = try #require(report.tables.first { $0.title.chinese == "按课程" })
    #expect(courses.notes.first?.english.hasPrefix("Log-rank test: χ² = ") == true)
    #expect(report.charts.first?.xStep == 12)
  }

  @Test func `the survival report sets the silent beside the reached`() throws {
    let table = try #require(
      Report.survival(.example).tables.first { $0.title.english.hasPrefix("Ventures whose") })
    let year = table.rows[0]
    let counts = year[1...4].map { if case .count(let count) = $0 { count } else { -1 } }
    #expect(counts[0] == counts[1] + counts[2] + counts[3])
    #expect(year[5] == .share(Double(counts[1]) / Double(counts[1] + counts[2]), places: 1))
    #expect(year[6] == .share(Double(counts[1]) / Double(counts[0]), places: 1))
  }

  @Test func `the indicator report gives formula, rule, parts and source of every figure`() throws {
    let facts = BulletinFacts.example()
    let indicators = facts.indicators.compactMap { [Indicator].standard.named($0.indicator) }
    let report = Report.indicators(indicators, facts.indicators, areaName: facts.areaName)
    let summary = try #require(report.tables.first)
    #expect(summary.rows.map { $0[2].text(in: .chinese) } == ["30.6%", "不可计算"])
    let index = try #require(report.tables.first { $0.title == indicators[0].name })
    #expect(index.rows.map { $0[4].text(in: .chinese) } == ["本中心记录 306 条", "统计局（2026-01-01）"])
    #expect(index.notes.contains { $0.english.hasPrefix("Formula: people in start-up services") })
    #expect(index.notes.contains { $0.english.hasPrefix("Rule: survival (version 1") })
    #expect(sentences(report).last?.contains("1 条记录") == true)
  }

  @Test func `the progress table ranks areas by a target that they share and says how firm that is`() throws {
    let report = Report.progress(.example)
    let table = try #require(report.tables.first)
    #expect(
      table.rows.map { $0[9].text(in: .english) }.dropLast() == [
        "on course", "behind", "far behind", "on course", "on course",
      ])
    #expect(table.rows.last?[9].text(in: .english) == "no loan is on record")
    let ranking = try #require(report.tables.first { $0.title.english.hasPrefix("Ranking") })
    #expect(
      ranking.rows.map { $0[1] }
        == ["东街", "西街"].enumerated().map { .words(Wording(zh: $1, en: "\($1) (61011300\($0 + 1))")) })
    #expect(ranking.notes.first?.english.contains("西街") == true)
    #expect(sentences(report).contains { $0.contains("少 300 人") })
  }

  @Test func `the responsibility letter promises the targets and their months, and nothing else`() throws {
    let target = Target.example("trained", "创业培训人数", 600, months: [newYear + 30: 50, newYear + 364: 600])
    let report = Report.responsibilityLetter([target], owner: "东街街道办事处", issuer: "示范区人民政府", .example)
    #expect(report.title.chinese == "2026 年度创业带动就业工作目标责任书")
    #expect(report.tables.count == 2)
    #expect(
      report.tables[1].rows == [[.date(newYear + 30), .count(50)], [.date(newYear + 364), .count(600)]])
    let plain = Report.responsibilityLetter(
      [Target.example("served", "创业指导人数", 1400)], owner: "甲", issuer: "乙", .example)
    #expect(plain.tables.count == 1)
  }

  @Test func `the assessment names the points today and the cheapest way to pass`() throws {
    let rule = PointsRule(
      stamp: .example("points"),
      items: [
        .init(
          measure: "trained", name: Wording(zh: "创业培训", en: "trained"), points: 15,
          method: .proportional(from: 0.6)),
        .init(
          measure: "successful-starts", name: Wording(zh: "创业成功", en: "starts"), points: 20,
          method: .proportional(from: 0.6)),
      ], pass: 25)
    let done = ["trained": 480, "successful-starts": 210]
    let assessment = Assessment(rule, targets: TargetFacts.example.rows.map(\.target)) { measure in
      .success(Quantity(done[measure] ?? 0, .person))
    }
    let report = Report.assessment(
      assessment, areaName: Wording(zh: "示范区", en: "Model district"), date: newYear + 272)
    #expect(sentences(report).first == "当前得 12.0 分（满分 35.0 分，达标 25.0 分），未达标。")
    let closing = try #require(report.tables.last)
    #expect(closing.rows.map { $0[1] } == [.count(115)])
  }
}
