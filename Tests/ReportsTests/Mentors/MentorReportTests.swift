import Civil
import Mentors
import Reports
import Testing

@Suite struct MentorReportTests {
  private static let start = CivilDate(daysSinceEpoch: 20_000)
  private static let names = FollowedNames(people: ["M1": "虚构甲", "T1": "虚构乙"])

  private static func member(_ id: String, capacity: Int) -> PoolMember {
    PoolMember(
      id: id, kinds: [.longTermMentor, .scholar], links: [.financing], capacity: capacity, isInTeam: true,
      membership: Ledger(
        [PoolState.applied, .vetting, .serving(to: start + 30)].enumerated().map { place, state in
          .init(id: "\(place)", state, from: start, recordedOn: start, recordedBy: "示例")
        }))
  }

  @Test func `the coverage tells what is missing and what ends`() {
    let rule = TeamRule(
      stamp: RuleStamp(
        name: Wording(zh: "专家指导团", en: "expert team"), version: "1", from: Self.start, source: "示例"),
      quota: 2, departments: [], shares: [], links: [.financing, .riskAssessment])
    let report = Report.teamCoverage(
      TeamCoverage(of: [Self.member("M1", capacity: 2)], rule: rule, asOf: Self.start), names: Self.names)
    #expect(
      report.parts.first
        == .paragraph(
          Wording(zh: "有 2 项不足：指导团人数、环节：风险评估。", en: "Short in 2: people in the team, link: risk assessment."))
    )
    let rows = report.tables[0].rows.map { $0.map { $0.text(in: .chinese) } }
    #expect(rows[0] == ["指导团人数", "2", "1", "1", "", "虚构甲"])
    #expect(
      report.tables[1].rows.map { $0.map { $0.text(in: .english) } } == [
        ["\(Self.start + 30)", "虚构甲", "the term of service ends", "people in the team, link: financing"]
      ])
  }

  @Test func `the load is by member with the places left`() {
    let report = Report.mentorLoad(
      [Self.member("M1", capacity: 2), Self.member("M2", capacity: 2)],
      [MentorRelation(member: "M1", subject: "T1", from: Self.start)],
      within: Self.start...(Self.start + 9), names: Self.names)
    let rows = report.tables[0].rows.map { $0.map { $0.text(in: .chinese) } }
    #expect(rows[0] == ["1", "虚构甲", "长期导师、专家学者", "\(Self.start + 30)", "2", "1", "1", "10", "50.0%"])
    #expect(rows[1][5...] == ["0", "2", "0", "0.0%"])
    #expect(report.particulars.last?.value == .decimal(0.5, places: 2))
  }

  @Test func `a match stands with its reason and the next best, who is left with what is missing`() {
    var seeker = MatchProfile(id: "T1")
    seeker.links = [.financing]
    var helper = MatchProfile(id: "M1")
    helper.links = [.financing]
    let matching = Matching(
      [Matching.Member(seeker), Matching.Member(MatchProfile(id: "T2"))], with: [Matching.Member(helper)])
    let report = Report.matching(matching, asOf: Self.start, names: Self.names)
    let row = report.tables[0].rows[0].map { $0.text(in: .chinese) }
    #expect(row == ["1", "虚构乙", "虚构甲", "16%", "不再匹配（总分失 15.8 个百分点）", "擅长所需环节“融资服务”"])
    #expect(report.tables[1].rows[0][3].text(in: .english).hasPrefix("too few places: with 1 others (T1)"))
    #expect(
      report.particulars.last?.value.text(in: .english) == "proved best: the dual bound equals the result")
  }
}
