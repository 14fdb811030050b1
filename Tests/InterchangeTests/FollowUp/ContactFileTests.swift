import Civil
import Cohorts
import FollowUp
import Interchange
import Testing

@Suite struct ContactFileTests {
  private static let start = CivilDate(daysSinceEpoch: 20_454)

  private static var people: FollowedPeople {
    let rule = FollowUpRule(
      stamp: RuleStamp(name: Wording(zh: "示例", en: "example"), version: "1", from: start, source: "made up"),
      traineeDays: [30, 90], ventureMonths: [], daysEarly: 5, graceWorkingDays: 5, triesToLose: 3)
    return FollowedPeople(
      name: { ["T1": "虚构甲", "T2": "虚构乙"][$0] },
      tasks: { subject in
        rule.tasks(
          for: FollowUpCase(
            subject: subject, classID: "C1", classEnd: start, hasVenture: false, officer: "O", area: "61"),
          contacts: [], calendar: WorkingCalendar(), asOf: start + 40)
      },
      contacts: { subject in
        subject == "T2"
          ? [
            Contact(
              id: "T2/2026-01-31/telephone", subject: "T2", on: start + 30, method: .telephone,
              result: .noAnswer, officer: "李某")
          ] : []
      },
      venture: { subject in
        subject != "T1"
          ? nil
          : VentureRecord(
            Venture(
              id: "V1", name: "示例店", founders: [.init(person: "T1")], legalForm: .unregistered, area: "61"),
            states: Ledger([
              .init(id: "1", .operating, from: start, recordedOn: start, recordedBy: "officer")
            ]))
      })
  }

  private static let header = "回访任务,学员,姓名,回访日期,回访方式,回访结果,回访内容,经营困难,帮扶需求,下次回访日期,经营状态,带动就业人数\n"

  private func read(_ files: String...) throws -> ContactReading {
    try ContactFile.read(
      files.enumerated().map { ("sheet\($0 + 1).csv", Array((Self.header + $1).utf8)) },
      entry: Entry(on: Self.start + 40, by: "officer"), people: Self.people)
  }

  private func texts(_ reading: ContactReading) -> [String] { reading.problems.map { $0.text(in: .english) } }

  @Test func `a filled row is a contact with what it says of the venture, a blank one is left`() throws {
    let reading = try read(
      """
      C1/T1/d30,T1,虚构甲,2026-01-30,上门,已联系,缺店员,亏损；资金困难,帮资金筹集,2026-03-01,停业,2
      C1/T1/d90,T1,虚构甲,,,,,,,,,
      """)
    #expect(texts(reading) == [])
    #expect(reading.rowsLeftBlank == 1)
    let filled = try #require(reading.contacts.first)
    #expect(filled.task == "C1/T1/d30" && filled.contact.need == .fundRaising)
    #expect(filled.contact.troubles == [.loss, .shortOfCash] && filled.contact.officer == "officer")
    #expect(filled.changes == [.state(.suspended), .jobs(try Headcount(founders: 1, employees: 2))])
  }

  @Test func `two copies that say different things are a conflict in both`() throws {
    let reading = try read(
      "C1/T1/d30,T1,虚构甲,2026-01-30,电话,已联系,好,,,,,\n", "C1/T1/d30,T1,虚构甲,2026-01-30,电话,无人接听,,,,,,\n")
    #expect(reading.contacts.isEmpty)
    #expect(texts(reading).map { String($0.prefix(13)) } == ["sheet1.csv:2:", "sheet2.csv:2:"])
    #expect(texts(reading)[0].contains("sheet2.csv:2, filled in differently: result, what was said"))
  }

  @Test func `two copies that say the same are one contact, and tries on several days are no conflict`()
    throws
  {
    let row = "C1/T1/d30,T1,虚构甲,2026-01-30,电话,已联系,好,,,,,\n"
    #expect(try read(row, row).contacts.count == 1 && read(row, row).isSound)
    let tries = try read(
      "C1/T1/d30,T1,虚构甲,2026-01-29,电话,无人接听,,,,,,\n", "C1/T1/d30,T1,虚构甲,2026-01-30,电话,已联系,好,,,,,\n")
    #expect(tries.contacts.count == 2 && tries.isSound)
  }

  @Test func `a contact recorded with other words is a conflict, with the same it is left out`() throws {
    let same = try read("C1/T2/d30,T2,虚构乙,2026-01-31,电话,无人接听,,,,,,\n")
    #expect(same.isSound && same.rowsRecorded == 1 && same.contacts.isEmpty)
    let other = try read("C1/T2/d30,T2,虚构乙,2026-01-31,电话,已联系,好,,,,,\n")
    #expect(!other.isSound && texts(other)[0].contains("recorded by 李某"))
  }

  @Test func `each thing that cannot be is told with its line`() throws {
    let reading = try read(
      """
      C1/T9/d30,T9,虚构丁,2026-01-30,电话,已联系,,,,,,
      C1/T1/d30,T1,虚构乙,2026-01-30,电话,已联系,,,,,,
      C1/T1/d31,T1,虚构甲,2026-01-30,电话,已联系,,,,,,
      C1/T1/d30,T1,虚构甲,2027-01-30,电话,已联系,,,,,,
      C1/T1/d30,T1,虚构甲,,电话,已联系,,,,,,
      C1/T1/d30,T1,虚构甲,2026-01-30,,已联系,,,,,,
      C1/T1/d30,T1,虚构甲,2026-01-30,电话,打不通,,,,,,
      C1/T1/d30,T1,虚构甲,2026-01-30,电话,无人接听,,亏损,,,,
      C1/T1/d30,T1,虚构甲,2026-01-30,电话,已联系,,,,2026-01-30,,
      C1/T1/d30,T1,虚构甲,2026-01-30,电话,已联系,,,,,筹备,
      C1/T2/d30,T2,虚构乙,2026-01-28,电话,已联系,,,,,停业,
      """)
    #expect(
      texts(reading).map { $0.split(separator: ":").prefix(3).joined(separator: ":") } == [
        "sheet1.csv:2: subject", "sheet1.csv:3: name", "sheet1.csv:4: task", "sheet1.csv:5: on",
        "sheet1.csv:6: on", "sheet1.csv:7: method", "sheet1.csv:8: result", "sheet1.csv:9: result",
        "sheet1.csv:10: next", "sheet1.csv:11: state", "sheet1.csv:12: state",
      ])
    #expect(reading.contacts.isEmpty)
    #expect(!texts(reading).contains { $0.contains("虚构") })
  }
}
