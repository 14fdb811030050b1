import Civil
import Cohorts
import FollowUp
import Reports
import Testing

@Suite struct VentureReportsTests {
  private let today = CivilDate(daysSinceEpoch: 20_777)
  private let names = FollowedNames(people: ["T1": "虚构甲"], areas: .example)

  private func record(
    _ id: String, _ form: LegalForm, _ states: [(Int, VentureState)], employees: Int, area: String = "610113"
  ) throws -> VentureRecord {
    VentureRecord(
      Venture(id: id, name: "示例\(id)", founders: [.init(person: "T1")], legalForm: form, area: area),
      states: Ledger(
        states.enumerated().map { place, state in
          .init(
            id: "\(place)", state.1, from: today + -state.0, recordedOn: today + -state.0, recordedBy: "T1",
            evidence: [Evidence(kind: "现场核实", reference: "2026-1")])
        }),
      jobs: Ledger([
        .init(
          id: "J", try Headcount(founders: 1, employees: employees, insured: 1), from: today + -50,
          recordedOn: today + -50, recordedBy: "T1")
      ]))
  }

  private func texts(_ table: ReportTable) -> [[String]] {
    table.rows.map { $0.map { $0.text(in: .english) } }
  }

  @Test func `the register counts enterprises and individual businesses apart, and no jobs of what ended`()
    throws
  {
    let report = Report.ventureRegister(
      [
        try record("V1", .limitedCompany, [(90, .operating)], employees: 5),
        try record("V2", .individualBusiness, [(90, .operating)], employees: 2),
        try record("V3", .individualBusiness, [(90, .operating), (10, .deregistered)], employees: 4),
        try record("V4", .individualBusiness, [(90, .operating)], employees: 9, area: "510100"),
      ], asOf: today, knownOn: today, area: "610113",
      support: ["V1": Report.Support(lent: Money(yuan: 100_000), subsidised: Money(yuan: 5_000))],
      names: names)
    let total = report.tables[0].total?.map { $0.text(in: .english) }
    #expect(total == ["Total", "1", "2", "0", "0", "7", "2"])
    #expect(texts(report.tables[1]).map { $0[1] } == ["示例V1", "示例V2", "示例V3"])
    #expect(texts(report.tables[1])[0][14] == "100,000.00" && texts(report.tables[1])[2][9] == "deregistered")
    #expect(report.charts.count == 1)
  }

  @Test func `the register of a past day shows what was known then`() throws {
    let venture = try record("V1", .individualBusiness, [(90, .operating), (10, .suspended)], employees: 2)
    func state(_ back: Int) -> [String] {
      let report = Report.ventureRegister(
        [venture], asOf: today + -back, knownOn: today + -back, support: [:], names: names)
      return texts(report.tables[1]).map { $0[9] }
    }
    #expect(state(0) == ["suspended"] && state(20) == ["operating"] && state(200) == [])
  }

  @Test func `a venture's page tells its whole history with who recorded it and on what evidence`() throws {
    var venture = try record("V1", .individualBusiness, [(90, .operating)], employees: 2)
    venture.states.append(
      .init(
        id: "X", .suspended, from: today + -5, recordedOn: today + -4, recordedBy: "T1", corrects: "0"))
    let history = VentureHistory(
      record: venture, whereabouts: VentureWhereabouts(address: "示例路", phone: "19900001234"),
      subsidies: [
        Subsidy(
          id: "S", kind: "start_up", recipient: .person("T1"), amount: Money(yuan: 5_000), paidOn: today + -3)
      ])
    func page(_ disclosure: Disclosure) -> Report {
      .venturePage(
        history, asOf: today,
        warnings: [(Wording(zh: "停业", en: "Suspended"), Wording(zh: "停业", en: "closed"))],
        calendar: WorkingCalendar(), names: names, disclosure: disclosure)
    }
    let states = texts(page(.masked).tables[0])
    #expect(states.map { $0[1] } == ["operating", "suspended"])
    #expect(states[0][4] == "现场核实 2026-1" && states[0].last == "corrected later")
    #expect(page(.masked).particulars.contains { $0.value == .text("199****1234") })
    #expect(page(.full).particulars.contains { $0.value == .text("19900001234") })
    #expect(page(.masked).tables.contains { texts($0).contains { $0[2] == "5,000.00" && $0[3] == "虚构甲" } })
  }

  @Test func `matches to be decided come first, and what was there before the course is told`() throws {
    let area = AreaCode("610113")
    let firms = [
      RegisteredFirm(
        id: "F1", name: "示例店", people: [RegisteredPerson(name: "虚构甲", phone: "19900001234")], area: area,
        registeredOn: today + -20),
      RegisteredFirm(
        id: "F2", name: "示例馆", people: [RegisteredPerson(name: "虚构乙")], area: area, registeredOn: today + -400
      ),
    ]
    let roster = [
      RosterPerson(
        id: "T1", name: "虚构甲", phones: ["19900001234"], area: area, trained: (today + -100)...(today + -80)),
      RosterPerson(id: "T2", name: "虚构乙", area: area, trained: (today + -100)...(today + -80)),
    ]
    let linking = RegisterLinking(firms, to: roster, asKnownOn: today)
    let report = Report.registerMatches(linking, firms: firms, on: today, names: names)
    #expect(
      texts(report.tables[0]).map { $0[0] } == ["F2"] && texts(report.tables[1]).map { $0[0] } == ["F1"])
    #expect(report.particulars.last?.value == .count(1))
    #expect(texts(report.tables[1])[0][8].contains("same phone"))
  }
}
