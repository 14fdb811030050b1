import Civil
import Courses
import FollowUp
import Indicators
import Testing

@testable import Reports

@Suite struct RegulationReportTests {
  private func regulation(unconfirmed: [String] = []) -> Regulation {
    let stamp = RuleStamp(
      name: Wording(zh: "市", en: "City"), version: "1", from: CivilDate(daysSinceEpoch: 20_000),
      source: "made up")
    var rules = Regulation.Rules()
    rules.success["standard"] = SuccessRule(
      stamp: stamp, needsLicence: true, withinDays: 365, operatingDays: 90, leastEmployees: 3)
    rules.claim = ClaimRule(
      stamp: stamp, rates: [.syb: Money(yuan: 1400)],
      stages: [.init(.completion, .amount(Money(yuan: 600)), leastPassRate: 0.9)], claimWithin: .days(180),
      noticeWorkingDays: 5, papers: [.roster])
    return Regulation(
      id: "city", name: Wording(zh: "市", en: "City"), version: "1", area: AreaCode("370200") ?? .nation,
      from: CivilDate(daysSinceEpoch: 20_000), source: Wording(zh: "made up", en: "made up"),
      unconfirmed: unconfirmed, rules: rules)
  }

  @Test func `every rule that a regulation sets is told in words`() throws {
    let rows = try #require(Report.regulation(regulation()).tables.first).rows
    let values = rows.compactMap { $0.last?.text(in: .chinese) }
    #expect(values.contains("开班后、结业 365 天内领取营业执照，正常经营满 90 天，带动就业不少于 3 人"))
    #expect(values.contains("600.00 元（班级合格率不低于 90%）"))
    #expect(values.contains("1,400.00 元/人"))
  }

  @Test func `what no source confirms is marked, by its key or that of its rule`() throws {
    func marked(_ paths: [String]) throws -> [String] {
      let rows = try #require(Report.regulation(regulation(unconfirmed: paths)).tables.first).rows
      return rows.filter { $0[2] != .blank }.map { $0[1].text(in: .english) }
    }
    #expect(try marked([]).isEmpty)
    #expect(try marked(["claim.noticeWorkingDays"]) == ["public notice"])
    #expect(try marked(["success.standard.withinDays"]) == ["counted"])
    #expect(try marked(["claim"]).count == 6)
  }

  @Test func `what rules in an area names the regulation of each rule, or that there is none`() throws {
    let all = Regulations([regulation()])
    let report = Report.rules(
      of: all, in: AreaCode("370202") ?? .nation, on: CivilDate(daysSinceEpoch: 20_001))
    let sources = try #require(report.tables.first).rows
    #expect(sources.count == RuleKind.allCases.count)
    #expect(sources.filter { $0[1] == .text("city") }.count == 2)
    #expect(sources.filter { $0[1].text(in: .english) == "none" }.count == RuleKind.allCases.count - 2)
  }
}
