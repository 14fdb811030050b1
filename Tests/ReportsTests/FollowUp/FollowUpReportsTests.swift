import Civil
import FollowUp
import Reports
import Testing

@Suite struct FollowUpReportsTests {
  private let today = CivilDate(daysSinceEpoch: 20_777)
  private let names = FollowedNames(
    people: ["T1": "虚构甲", "T2": "虚构乙", "O1": "王某"], phones: ["T1": "19900001234"],
    areas: .example)

  private func contact(
    _ id: String, _ subject: String, _ back: Int, _ result: Contact.Result = .reached, officer: String = "O1",
    recordedAfter delay: Int = 0, troubles: Set<Contact.Trouble> = []
  ) -> Contact {
    Contact(
      id: id, subject: subject, on: today + -back, method: .telephone, result: result, officer: officer,
      recordedOn: today + (delay - back), troubles: troubles)
  }

  private func texts(_ table: ReportTable) -> [[String]] {
    table.rows.map { $0.map { $0.text(in: .english) } }
  }

  private func tasks(_ subject: String, officer: String, area: String, endedBefore days: Int)
    -> [FollowUpTask]
  {
    let rule = FollowUpRule(
      stamp: RuleStamp(name: Wording(zh: "例", en: "example"), version: "1", from: today, source: "made up"),
      traineeDays: [30], ventureMonths: [], daysEarly: 5, graceWorkingDays: 5, triesToLose: 3)
    return rule.tasks(
      for: FollowUpCase(
        subject: subject, classID: "C1", classEnd: today + -days, hasVenture: false, officer: officer,
        area: area), contacts: [], calendar: WorkingCalendar(), asOf: today)
  }

  @Test func `the ledger counts contacts and people apart, and what was recorded later is not in it`() {
    let report = Report.followUpLedger(
      [
        contact("1", "T1", 3, .noAnswer), contact("2", "T1", 2), contact("3", "T2", 2),
        contact("4", "T2", 40), contact("5", "T2", 1, recordedAfter: 9),
      ], within: (today + -10)...today, knownOn: today, areas: ["T1": "610113", "T2": "610113"], names: names)
    #expect(texts(report.tables[0]) == [["telephone", "3", "2", "2", "1", "0", "0", "0", "0", "66.7%"]])
    #expect(texts(report.tables[1]).map { $0[3] } == ["虚构甲", "虚构甲", "虚构乙"])
    #expect(texts(report.tables[1])[0][4] == "199****1234")
    #expect(report.tables[1].notes == [])
  }

  @Test func `the ledger of an officer and an area holds what is theirs`() {
    let contacts = [contact("1", "T1", 3), contact("2", "T2", 2), contact("3", "T1", 1, officer: "O2")]
    func count(officer: String?, area: String) -> Int {
      Report.followUpLedger(
        contacts, within: (today + -10)...today, knownOn: today, officer: officer, area: area,
        areas: ["T1": "610113001", "T2": "610114"], names: names
      ).tables[1].rows.count
    }
    #expect(count(officer: nil, area: "") == 3 && count(officer: "O1", area: "") == 2)
    #expect(count(officer: nil, area: "610113") == 2 && count(officer: "O2", area: "610114") == 0)
  }

  @Test func `due, overdue and lost stand apart and are summed by officer`() {
    let all =
      tasks("T1", officer: "O1", area: "610113", endedBefore: 60)
      + tasks("T2", officer: "O1", area: "610113", endedBefore: 30)
    let report = Report.followUpDue(
      all, asOf: today, rules: [], lastContacts: ["T1": contact("1", "T1", 50, .refused)], names: names)
    #expect(texts(report.tables[0]) == [["王某", "1", "1", "0", "17"]])
    #expect(texts(report.tables[1]) == [["示例区 (610113)", "1", "1", "0", "17"]])
    #expect(texts(report.tables[2]).map { $0[4] } == ["虚构甲"])
    #expect(texts(report.tables[2])[0][9].hasSuffix("telephone, refused"))
    #expect(texts(report.tables[3]).map { $0[4] } == ["虚构乙"])
    #expect(report.tables[5].notes == [Wording(zh: "无。", en: "None.")])
  }

  @Test func `help is counted by its kind, with the working days it took or takes`() {
    let requests = [
      HelpRequest(
        id: "1", subject: "T1", kind: .licences, openedOn: today + -14, closedOn: today + -7),
      HelpRequest(id: "2", subject: "T2", kind: .licences, openedOn: today + -7),
      HelpRequest(id: "3", subject: "T2", kind: .planning, openedOn: today + 1),
    ]
    let report = Report.helpRequests(
      requests, within: (today + -30)...today, calendar: WorkingCalendar(), officers: ["T2": "O1"],
      names: names)
    #expect(texts(report.tables[0])[2] == ["licences", "2", "1", "1", "5.0", "5"])
    #expect(texts(report.tables[0])[4] == ["development planning", "0", "0", "0", "", ""])
    #expect(texts(report.tables[1]).map { $0[1] } == ["2"] && texts(report.tables[1])[0][9] == "王某")
    #expect(texts(report.tables[2]).map { $0[1] } == ["1"])
  }

  @Test func `warnings name their reasons, those with most first`() {
    func evidence(_ id: String, _ state: VentureState, _ contacts: [Contact]) -> WarningEvidence {
      let stamp = RuleStamp(
        name: Wording(zh: "例", en: "example"), version: "1", from: today, source: "made up")
      let record = VentureRecord(
        Venture(
          id: id, name: id, founders: [.init(person: "T1")], legalForm: .unregistered, area: "610113"),
        states: Ledger([
          .init(id: "1", state, from: today + -30, recordedOn: today + -30, recordedBy: "O1")
        ]))
      return WarningEvidence(
        record: record, contacts: contacts, asOf: today,
        rule: WarningRule(stamp: stamp, jobsLost: 0.5, jobsDays: 90, requestWorkingDays: 15),
        followUp: FollowUpRule(
          stamp: stamp, traineeDays: [30], ventureMonths: [], daysEarly: 5, graceWorkingDays: 5,
          triesToLose: 3),
        calendar: WorkingCalendar())
    }
    let report = Report.earlyWarnings(
      [
        evidence("V1", .operating, []), evidence("V2", .suspended, []),
        evidence("V3", .suspended, [contact("1", "T1", 3, troubles: [.loss])]),
      ], asOf: today, rules: [], officers: ["T1": "O1"], names: names)
    #expect(texts(report.tables[1]).map { $0[1] } == ["V3", "V2"])
    #expect(texts(report.tables[1])[0][6].hasSuffix("makes a loss"))
    #expect(report.tables[0].total?.last == .count(2))
  }
}
