import Civil
import Indicators
import Interchange
import Mentors
import Testing

@Suite struct TeamRuleTests {
  private func read(_ team: String) -> (regulation: Regulation?, problems: [ImportProblem]) {
    let text = """
      { "id": "city-2026", "name": { "zh": "市", "en": "City" }, "version": "2", "area": "370200",
        "from": "2026-01-01", "source": "made up", "rules": { "team": \(team) } }
      """
    return RegulationReader.read(Array(text.utf8), file: "a.json")
  }

  @Test func `the team's rule is read, and its links are those of the chain unless it names some`() throws {
    let (regulation, problems) = read(
      """
      { "quota": 12, "departments": [{ "name": "工商", "words": ["市场监管"] }, { "name": "税务" }],
        "shares": [{ "name": { "zh": "企业家", "en": "entrepreneurs" }, "kinds": ["entrepreneur"], "atLeast": 2 }],
        "warningDays": 60, "guidanceDays": 30, "agreedDays": 45 }
      """)
    #expect(problems.isEmpty)
    let rule = try #require(regulation?.rules.team)
    #expect(
      rule.quota == 12 && rule.links == nil && rule.warningDays == 60 && rule.guidanceDays == 30
        && rule.agreedDays == 45)
    #expect(rule.shares.map(\.atLeast) == [2] && rule.stamp.name.english == "City: Expert team")
    let officer = PoolMember(id: "E1", kinds: [.departmentExpert], department: "示例区市场监督管理局")
    #expect(!rule.departments[0].isThat(of: officer))
    let other = PoolMember(id: "E2", kinds: [.departmentExpert], department: "市场监管局")
    #expect(rule.departments.map { $0.isThat(of: other) } == [true, false])
  }

  @Test func `what is wrong with it is told by its key`() {
    let problems = read(
      """
      { "quota": -1, "departments": [{ "nam": "税务" }], "links": ["cooking"],
        "shares": [{ "name": { "zh": "企业家", "en": "e" }, "kinds": [], "atLeast": 0 }], "guidanceDays": 30 }
      """
    ).problems
    #expect(
      Set(problems.compactMap(\.column)) == [
        "rules.team.quota", "rules.team.departments[0].name", "rules.team.departments[0].nam",
        "rules.team.links[0]", "rules.team.shares[0].kinds", "rules.team.shares[0].atLeast",
        "rules.team.warningDays",
      ])
  }
}
