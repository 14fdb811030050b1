import Civil
import Cohorts
import Interchange
import Mentors
import Testing

@Suite struct PoolFileTests {
  private static let day = CivilDate(daysSinceEpoch: 20_454)
  private static let header = "人员编号,类别,部门,服务环节,行业,名额,指导团成员,聘期起,聘期止,证书,发证日期,证书有效期至,年度课时\n"

  private func read(
    _ rows: String, header: String = Self.header, record: (String) -> PoolRecord? = { _ in nil }
  ) throws -> FileReading<PoolEntry> {
    try PoolFile.read(
      Array((header + rows).utf8), file: "pool.csv", recorder: Entry(on: Self.day, by: "officer"),
      names: { ["P1": "示例甲", "P2": "示例乙", "P3": "示例丙"][$0] }, trainees: { $0 == "T1" ? "示例丁" : nil },
      record: record)
  }

  @Test func `a member has its expertise, its term and a row for each certificate`() throws {
    let reading = try read(
      """
      P1,讲师；部门业务专家,税务,融资服务、风险评估,H；F5292,3,是,2025-01-01,2027-12-31,SYB讲师证,2024-05-01,2027-04-30,80
      P1,讲师；部门业务专家,,,,,,,,网络创业讲师证,2025-05-01,,
      P2,志愿者,,,,2,,,,,,,
      """)
    #expect(reading.isSound && reading.rows.count == 2)
    let entry = try #require(reading.rows.first?.row)
    let member = entry.profile
    #expect(member.links == [.financing, .riskAssessment] && member.department == "税务")
    #expect(member.industries.map(\.code).sorted() == ["F5292", "H"])
    #expect(entry.certificates.map(\.yearlyPeriods) == [80, nil])
    #expect(entry.term?.to == CivilDate("2027-12-31") && member.isInTeam && member.capacity == 3)
    #expect(reading.rows.last?.row.term == nil)
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
        "2 name", "3 certificate", "3 department", "3 to", "4 kinds", "5 industries",
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

extension PoolFileTests {
  @Test func `who is not in the plan comes with a name, and an id that stands for another is an error`()
    throws
  {
    let header = "编号,姓名,学员编号,电话,类别,名额\n"
    let reading = try read(
      "E1,示例戊,,19900000009,部门专家,2\nP1,示例己,,,讲师,2\nE2,,T1,,往届学员,2\nE3,,T9,,往届学员,2\nE4,,,,企业家,2\nE5,示例庚,,,志愿者,2\n",
      header: header)
    #expect(
      reading.problems.filter(\.isError).map { "\($0.line ?? 0) \($0.column ?? "")" }
        == ["2 department", "3 name", "5 trainee", "5 name", "6 name"])
    #expect(reading.rows.map(\.row.name) == ["示例丁", "示例庚"])
    #expect(reading.problems.allSatisfy { !$0.text(in: .chinese).contains("19900000009") })
  }

  @Test func `a term that the record has outrun is warned of`() throws {
    let row = "P1,讲师,,,,3,,2025-01-01,2025-12-31,,,,\n"
    let day = Self.day
    let ended = PoolRecord(
      PoolIdentity(name: "示例甲"), profile: PoolMember(id: "P1", kinds: [.lecturer], capacity: 3),
      membership: Ledger(
        [(PoolState.applied, 0), (.vetting, 0), (.serving(to: nil), 0), (.ended(reason: "调离"), 300)]
          .enumerated()
          .map { place, step in
            .init(
              id: "P1.m\(place + 1)", step.0, from: day + (step.1 - 400), recordedOn: day,
              recordedBy: "officer")
          }), certificates: Ledger(), knownOn: day)
    let reading = try read(row, record: { _ in ended })
    #expect(reading.isSound && reading.problems.map(\.column).contains("from"))
    #expect(
      PoolChange(try #require(reading.rows.first?.row), to: ended, name: nil, by: Entry(on: day, by: "x"))
        .isEmpty)
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
