import Civil
import Interchange
import Mentors
import Testing

@testable import Centre

@Suite struct PoolTests {
  private static let list = """
    编号,姓名,学员编号,类别,部门,服务环节,名额,指导团成员,聘期起,聘期止,证书,发证日期,证书有效期至,年度课时
    P1,,,讲师；长期导师,,方案设计,2,是,2026-01-01,2027-12-31,SYB讲师证,2025-01-01,2027-12-31,80
    E1,示例税务,,部门专家,税务,融资服务,3,是,2026-01-01,2026-12-31,,,,
    A1,,T2,往届学员,,开业指导,1,,,,,,,

    """

  private func enter(_ text: String, _ centre: Centre) throws -> PoolCounts {
    let reading = try centre.readPool(Array(text.utf8), file: "pool.csv")
    #expect(reading.isSound)
    return try centre.enter(reading.rows.map(\.row))
  }

  @Test func `a list of the pool is entered, and entered again it changes nothing`() throws {
    let centre = try FollowedCentre().centre
    let counts = try enter(Self.list, centre)
    #expect(counts.members == RecordedCounts(new: 3) && counts.steps == 7 && counts.certificates == 1)
    #expect(try enter(Self.list, centre).members == RecordedCounts(unchanged: 3))
    let today = try centre.today()
    let members = try centre.poolMembers(asOf: today)
    #expect(members.map(\.id) == ["A1", "E1", "P1"])
    #expect(members.map(\.member).map { $0.standing(on: today) } == [.applied, .serving, .serving])
    #expect(
      members.map(\.name) == ["示例戊", "示例税务", "示例甲"])
    let renewed = try enter(Self.list.replacing("2026-12-31", with: "2027-06-30"), centre)
    #expect(renewed.members == RecordedCounts(changed: 1, unchanged: 2) && renewed.steps == 1)
  }

  @Test func `an application is vetted, the term renewed, suspended and ended, and a wrong step struck out`()
    throws
  {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try enter(Self.list, centre)
    let today = try centre.today()
    #expect(throws: CentreError.self) { try centre.recordStep(.serving(to: nil), of: "A1") }
    _ = try centre.recordStep(.vetting, of: "A1")
    #expect(try centre.recordStep(.serving(to: today + 100), of: "A1").member.isServing(on: today))
    #expect(throws: CentreError.self) { try centre.recordStep(.suspended(reason: ""), of: "A1") }
    #expect(throws: CentreError.self) {
      try centre.recordStep(.ended(reason: "调离"), of: "A1", from: today + 1)
    }
    #expect(throws: CentreError.self) { try centre.recordStep(.vetting, of: "X9") }
    let ended = try centre.recordStep(.ended(reason: "调离"), of: "A1")
    #expect(ended.member.standing(on: today) == .ended)
    let wrong = try #require(ended.member.membership.entries.last?.id)
    #expect(throws: CentreError.self) { try centre.recordStep(nil, of: "A1", corrects: "A1.m9") }
    #expect(try centre.recordStep(nil, of: "A1", corrects: wrong).member.isServing(on: today))
    #expect(throws: CentreError.self) { try centre.recordStep(nil, of: "A1", corrects: wrong) }
  }

  @Test func `a certificate is corrected by a later entry and cannot stand twice`() throws {
    let centre = try FollowedCentre().centre
    _ = try enter(Self.list, centre)
    let today = try centre.today()
    let licence = MentorCertificate(kind: "咨询师证", from: today, to: today + 10)
    let id = try #require(try centre.recordCertificate(licence, of: "E1").certificates.entries.last?.id)
    #expect(throws: CentreError.self) { try centre.recordCertificate(licence, of: "E1") }
    #expect(throws: CentreError.self) {
      try centre.recordCertificate(MentorCertificate(kind: "咨询师证", from: today, to: today + -1), of: "E1")
    }
    let longer = MentorCertificate(kind: "咨询师证", from: today, to: today + 20)
    #expect(try centre.recordCertificate(longer, of: "E1", corrects: id).member.certificates == [longer])
    let last = try #require(try centre.poolMember("E1", asOf: today).certificates.entries.last?.id)
    #expect(try centre.recordCertificate(nil, of: "E1", corrects: last).member.certificates.isEmpty)
  }
}
