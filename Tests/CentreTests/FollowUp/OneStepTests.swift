import Civil
import FollowUp
import GRDB
import Interchange
import Testing

@testable import Centre
@testable import Store

/// What an officer does in one step leaves nothing where its last part fails.
@Suite struct FollowUpStepTests {
  private let followed: FollowedCentre

  init() throws {
    followed = try FollowedCentre()
    _ = try followed.centre.planFollowUp(officer: "王某", calendar: followed.calendar)
  }

  /// From now on the last thing that a step does, keeping the tasks anew, fails.
  private func failAtTheEnd() throws {
    try followed.centre.store.pool.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER stop BEFORE INSERT ON followUpStep
          BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END
          """)
    }
  }

  private func recorded() throws -> [Int] {
    let centre = followed.centre
    let ventures = try centre.ventures(VentureQuery())
    return [
      try centre.contactCount(), try centre.openRequests().count, ventures.count,
      ventures.reduce(0) { $0 + $1.record.states.entries.count + $1.record.jobs.entries.count },
      try centre.store.registerDecisions().count,
    ]
  }

  @Test func `a filled sheet`() throws {
    try followed.addVenture()
    let sheet =
      "回访任务,学员,姓名,回访日期,回访方式,回访结果,帮扶需求,经营状态,带动就业人数\n"
      + "第1班/T1/d30,T1,示例丁,2026-06-05,上门,已联系,证件办理,停业,2\n"
    let reading = try followed.centre.readContacts(
      [(name: "sheet.csv", bytes: Array(sheet.utf8))], calendar: followed.calendar)
    let before = try recorded()
    try failAtTheEnd()
    #expect(throws: CentreError.self) { try followed.centre.record(reading, calendar: followed.calendar) }
    #expect(try recorded() == before)
  }

  @Test func `a contact, a venture, a change of it`() throws {
    let (centre, calendar) = (followed.centre, followed.calendar)
    try followed.addVenture()
    let before = try recorded()
    try failAtTheEnd()
    #expect(throws: CentreError.self) {
      try centre.record(followed.contact("T1", on: "2026-06-05", need: .licences), calendar: calendar)
    }
    #expect(throws: CentreError.self) { try followed.addVenture("V000002") }
    #expect(throws: CentreError.self) {
      try centre.changeVenture(
        "V000001", [try followed.entry(.state(.suspended), on: "2026-06-05")], calendar: calendar)
    }
    #expect(try recorded() == before)
  }

  @Test func `a list of ventures, and links with the register`() throws {
    let (centre, calendar) = (followed.centre, followed.calendar)
    let list =
      "姓名,身份证号码,企业名称,统一社会信用代码,登记日期,法律形态,区域,经营状态\n"
      + "示例丁,\(ExampleBundle.idNumber),示例小吃店,92610113MA6TE5T173,2026-06-02,个体工商户,610113,正常经营\n"
      + "示例戊,,示例家政,,,,610113,筹备\n"
    let reading = try centre.readVentures(Array(list.utf8), file: "list.csv")
    let register =
      "统一社会信用代码,企业名称,经营者,身份证号,成立日期,登记状态\n"
      + "92610113MA6TE5T173,示例丁小吃店,示例丁,\(ExampleBundle.idNumber),2026-06-02,存续\n"
    let match = try centre.match(centre.readRegister(Array(register.utf8), file: "register.csv"))
    #expect(reading.ventures.count == 2 && match.linking.proposals.map(\.verdict) == [.exact])
    let before = try recorded()
    try failAtTheEnd()
    #expect(throws: CentreError.self) { try centre.importVentures(reading, calendar: calendar) }
    #expect(throws: CentreError.self) {
      try centre.acceptExact(match, source: "register.csv", calendar: calendar)
    }
    #expect(try recorded() == before)
  }
}
