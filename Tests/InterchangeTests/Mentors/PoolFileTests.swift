import Civil
import Cohorts
import Interchange
import Mentors
import Testing

@Suite struct PoolFileTests {
  private static let day = CivilDate(daysSinceEpoch: 20_454)
  private static let header = "人员编号,类别,部门,服务环节,行业,名额,指导团成员,聘期起,聘期止,证书,发证日期,证书有效期至,年度课时\n"

  private func read(_ rows: String) throws -> FileReading<PoolMember> {
    try PoolFile.read(
      Array((Self.header + rows).utf8), file: "pool.csv", entry: Entry(on: Self.day, by: "officer"),
      knows: { ["P1", "P2", "P3"].contains($0) })
  }

  @Test func `a member has its expertise, its term and a row for each certificate`() throws {
    let reading = try read(
      """
      P1,讲师；部门业务专家,税务,融资服务、风险评估,H；F5292,3,是,2025-01-01,2027-12-31,SYB讲师证,2024-05-01,2027-04-30,80
      P1,讲师；部门业务专家,,,,,,,,网络创业讲师证,2025-05-01,,
      P2,志愿者,,,,2,,,,,,,
      """)
    #expect(reading.isSound && reading.rows.count == 2)
    let member = try #require(reading.rows.first?.row)
    #expect(member.links == [.financing, .riskAssessment] && member.department == "税务")
    #expect(member.industries.map(\.code).sorted() == ["F5292", "H"])
    #expect(member.certificates.map(\.yearlyPeriods) == [80, nil])
    #expect(member.isServing(on: Self.day) && member.isInTeam && member.capacity == 3)
    let applicant = try #require(reading.rows.last?.row)
    #expect(!applicant.isServing(on: Self.day))
    #expect(applicant.membership.fact(on: Self.day, knownOn: Self.day) == .applied)
  }

  @Test func `all that is wrong is told at once with its line`() throws {
    let reading = try read(
      """
      P9,讲师,,,,3,,2025-01-01,,,,,
      P1,部门专家,,,,3,,2025-01-01,2024-01-01,,,2027-04-30,
      P2,诗人,,,,3,,,,,,,
      P3,企业家,,,X99,,,,2026-01-01,,,,
      """)
    let places = reading.problems.filter(\.isError).map { "\($0.line ?? 0) \($0.column ?? "")" }
    #expect(
      places.sorted() == [
        "2 member", "3 certificate", "3 department", "3 to", "4 kinds", "5 industries",
      ])
    #expect(reading.rows.isEmpty && reading.rowsRead == 4)
  }

  @Test func `two rows of one member that differ in more than the certificate are an error`() throws {
    let reading = try read(
      "P1,讲师,,,H,3,,2025-01-01,,A,2024-05-01,,\nP1,讲师,,,C,3,,2025-01-01,,B,2024-05-01,,\n")
    #expect(reading.problems.contains { $0.isError && $0.line == 3 && $0.column == "member" })
    #expect(reading.rows.isEmpty)
  }
}

@Suite struct WishFileTests {
  private func read(_ rows: String) throws -> FileReading<MatchWish> {
    try WishFile.read(Array(("填报人,志愿对象,志愿,不选\n" + rows).utf8), file: "wishes.csv") { id in
      id.hasPrefix("T") ? .seeker : id.hasPrefix("M") ? .helper : nil
    }
  }

  @Test func `choices and refusals of both sides are read`() throws {
    let reading = try read("T1,M1,第一志愿,\nM1,T2,2,否\nT2,M1,,是\n")
    #expect(reading.isSound)
    #expect(
      reading.rows.map(\.row) == [
        MatchWish(chooser: "T1", chosen: "M1", rank: 1), MatchWish(chooser: "M1", chosen: "T2", rank: 2),
        MatchWish(chooser: "T2", chosen: "M1", rank: nil),
      ])
    var profile = MatchProfile(id: "T2")
    profile.take(reading.rows.map(\.row))
    #expect(profile.refusals == ["M1"] && profile.wishes.isEmpty)
  }

  @Test func `what cannot be is told by row`() throws {
    let reading = try read("T1,T2,1,\nT1,X,1,\nT1,M1,1,是\nT2,M2,,\nT2,M3,1,\nT2,M3,2,\n")
    #expect(reading.problems.filter(\.isError).map(\.line) == [2, 3, 4, 5, 7])
  }
}
