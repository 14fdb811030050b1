import Civil
import Cohorts
import FollowUp
import Interchange
import Testing

@Suite struct RegisterFileTests {
  private func read(_ text: String) throws -> RegisterReading {
    try RegisterFile.read(Array(text.utf8), file: "register.csv") { "key-\($0.number)" }
  }

  private func texts(_ reading: RegisterReading) -> [String] {
    reading.problems.map { $0.text(in: .english) }
  }

  private static let header = "统一社会信用代码,企业名称,经营者,身份证号,联系电话,经营场所,成立日期,登记状态,行业代码,类型\n"

  @Test func `an extract with a province's headers gives firms with their people`() throws {
    let reading = try read(
      Self.header
        + "92610113MA6TE5T173,示例小吃店,虚构甲,999999199001010011,13800000001,示例路1号,2026-03-02,存续（在营、开业、在册）,H6210,个体工商户\n"
    )
    let row = try #require(reading.rows.first)
    #expect(row.licence?.text == "92610113MA6TE5T173" && row.legalForm == .individualBusiness)
    #expect(row.state == .operating && row.address == "示例路1号" && row.industry?.division == 62)
    #expect(row.firm.area == AreaCode("610113") && row.firm.industry == "H6210")
    #expect(row.firm.registeredOn == CivilDate("2026-03-02"))
    #expect(row.firm.people.map(\.name) == ["虚构甲"])
  }

  @Test func `a masked number is kept as far as it shows, a whole one by its key`() throws {
    let number = "99999919900101001"
    let whole = (0...9).map { number + "\($0)" }.first { (try? ResidentID($0)) != nil } ?? number + "X"
    let reading = try read(
      Self.header + "92610113MA6TE5T173,甲店,虚构甲,999999********001X,,,2026-03-02,,,\n"
        + ",乙店,虚构乙,\(whole),,,2026-03-02,,,\n")
    #expect(reading.isSound && reading.rows.count == 2)
    #expect(reading.rows[0].firm.people[0].maskedIdentity?.text == "999999********001X")
    #expect(reading.rows[0].firm.people[0].identityKey == nil)
    #expect(reading.rows[1].firm.people[0].identityKey == "key-\(whole)")
    #expect(reading.rows[1].firm.id == "乙店/2026-03-02")
  }

  @Test func `what cannot be read is a warning, and the row stays of use`() throws {
    let reading = try read(
      Self.header + "92610113MA6TE5T174,甲店,虚构甲,12,,,2026-03-02,不详,餐饮,外星企业\n")
    #expect(reading.isSound && reading.rows.count == 1)
    #expect(reading.rows[0].licence == nil && reading.rows[0].state == nil)
    #expect(texts(reading).count == 5)
    #expect(!texts(reading).contains { $0.contains("虚构甲") })
  }

  @Test func `rows of one code are one firm with its investors`() throws {
    let header = "统一社会信用代码,企业名称,法定代表人,投资人\n"
    let reading = try read(
      header + "91610113MA6XK2P01A,示例公司,虚构甲,虚构乙；虚构甲\n91610113MA6XK2P01A,示例公司,虚构甲,虚构丙\n")
    #expect(reading.rows.count == 1)
    #expect(reading.rows[0].firm.people.map(\.name) == ["虚构甲", "虚构乙", "虚构丙"])
    #expect(reading.rows[0].firm.people.map(\.role) == [.legalRepresentative, .founder, .founder])
  }

  @Test func `a file without the name column is of no use`() throws {
    let reading = try read("统一社会信用代码,法定代表人\n92610113MA6TE5T173,虚构甲\n")
    #expect(!reading.isSound && reading.rows.isEmpty)
  }
}
