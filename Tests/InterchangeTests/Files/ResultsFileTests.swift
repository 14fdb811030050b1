import Civil
import Courses
import Interchange
import Testing

@Suite struct ResultsFileTests {
  private let members = ClassMembers(classID: "C1", names: ["T1": "虚构甲", "T2": "虚构乙"])

  private func read(_ text: String) throws -> FileReading<ResultRow> {
    try ResultsFile.read(Array(text.utf8), file: "results.csv", members: members)
  }

  @Test func `grades and certificates are read together or apart`() throws {
    let reading = try read("姓名,计划书等级,分数,评审日期\n虚构甲,优秀,92,2026.3.9\n虚构乙,不合格,50,2026.3.9\n")
    #expect(reading.problems == [])
    #expect(reading.rows.map(\.row.trainee) == ["T1", "T2"])
    #expect(reading.rows.map(\.row.grade) == [.excellent, .fail])
    let certificates = try read("学员编号,合格证书编号,发证日期\nT1,示例0001,2026-03-10\n")
    #expect(certificates.rows.first?.row.certificate == "示例0001")
    #expect(certificates.rows.first?.row.issuedOn?.description == "2026-03-10")
  }

  @Test func `a number twice, a certificate without a date and strangers are told`() throws {
    let reading = try read("姓名,证书编号,发证日期\n虚构甲,1,2026-03-10\n虚构乙,1,2026-03-10\n虚构丙,2,2026-03-10\n")
    #expect(
      reading.problems.map { $0.text(in: .english) } == [
        "results.csv:3: certificate: the number on line 2, found 1: expected each number once",
        "results.csv:4: name: no such trainee in the class: expected a trainee of class C1",
      ])
    #expect(try read("姓名,证书编号\n虚构甲,1\n").isSound == false)
  }
}
