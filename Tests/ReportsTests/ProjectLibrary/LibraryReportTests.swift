import Civil
import FollowUp
import Indicators
import ProjectLibrary
import Testing

@testable import Reports

@Suite struct LibraryReportTests {
  private let start = CivilDate(daysSinceEpoch: 20_000)

  private let rule = LibraryRule(
    stamp: RuleStamp(
      name: Wording(zh: "示例", en: "example"), version: "1", from: CivilDate(daysSinceEpoch: 0),
      source: "made up"), leastProjects: 2, leastIndustries: 3, counting: .divisions, countsIdeas: false,
    leastReviewers: 1, priorities: [], likenessWarned: 0.33, leastGroup: 3, mostPlacedPerProject: 15,
    leastInvestedPerPlace: Money(yuan: 2000))

  private func record(_ id: String, _ industry: String, _ state: ProjectState) -> ProjectRecord {
    ProjectRecord(
      Project(
        id: id, name: "项目\(id)", summary: "示例", source: "示例", owner: "示例局", industry: Industry(industry),
        collectedOn: start, validUntil: start + 900),
      steps: Ledger([
        Ledger.Entry(id: id, ProjectStep(state), from: start, recordedOn: start, recordedBy: "办")
      ]))
  }

  @Test func `the report shows both readings of the gate, and every project that does not count with why`()
    throws
  {
    let status = LibraryStatus(
      [record("P1", "H62", .promoted), record("P2", "O80", .promoted), record("P3", "A01", .review)],
      rule: rule, on: start + 10, knownOn: start + 10)
    let report = Report.projectLibrary(status, names: ["P3": "项目P3"])
    let gates = try #require(report.tables.first)
    #expect(gates.rows.map { $0[3] } == [.count(0), .count(1), .count(1)])
    #expect(gates.rows.map { $0[4].text(in: .chinese) } == ["达标", "未达标", "未达标"])
    #expect(gates.notes.first?.chinese.contains("两种读法分列") == true)
    #expect(report.tables.last?.rows.map { $0[1] } == [.text("项目P3")])
    #expect(report.tables[2].total?[2] == .count(2))
  }

  private func venture(_ id: String, from day: Int, ends: Int? = nil, employees: Int) throws -> VentureRecord
  {
    let jobs = try Headcount(founders: 1, employees: employees)
    var states = Ledger([
      Ledger<VentureState>.Entry(
        id: id, .operating, from: start + day, recordedOn: start + day, recordedBy: "办")
    ])
    if let ends {
      states.append(
        .init(id: id + "e", .deregistered, from: start + ends, recordedOn: start + ends, recordedBy: "办"))
    }
    return VentureRecord(
      Venture(
        id: id, name: id, founders: [.init(person: "T" + id)], legalForm: .individualBusiness, area: "610113"),
      states: states,
      jobs: Ledger([
        .init(id: id + "j", jobs, from: start + day, recordedOn: start + day, recordedBy: "办")
      ]))
  }

  private func evidence(_ choices: [ProjectChoice], _ ventures: [VentureRecord]) -> OutcomeEvidence {
    OutcomeEvidence(
      choices: choices, ventures: ventures, lastContact: ["T9": start + 500],
      survivalRule: SurvivalRule(
        stamp: rule.stamp, beginning: .operation, endStates: [.deregistered], suspensionDays: nil,
        confirmationDays: nil, horizons: [.init(months: 12, days: 365)], leastGroup: 5), lagDays: 365,
      date: start + 800, knownOn: start + 800)
  }

  private func choice(_ person: String, _ venture: String?, on day: Int = 0) -> ProjectChoice {
    ProjectChoice(
      id: person, project: "P1", person: person, on: start + day, venture: venture, recordedOn: start + day,
      recordedBy: "办")
  }

  @Test func `an outcome counts who started with the project, and the silent are not taken for failures`()
    throws
  {
    let ventures = [
      try venture("V1", from: 30, employees: 4), try venture("V2", from: 60, ends: 200, employees: 2),
      try venture("V3", from: 700, employees: 0),
    ]
    let outcome = evidence(
      [
        choice("T1", "V1"), choice("T2", "V2"), choice("T3", "V3"), choice("T8", nil), choice("T9", nil),
        choice("T7", nil, on: 790),
      ], ventures
    ).outcome(of: ["P1"])
    #expect(outcome.people.count == 6 && outcome.startUp.notYetDue == ["T7"])
    #expect(outcome.startUp.response.yes == ["T1", "T2"])
    // V3 began after the 365 days: known not to have started by then; of T9 a later contact is known.
    #expect(outcome.startUp.response.no == ["T3", "T9"] && outcome.startUp.response.silent == ["T8"])
    #expect(outcome.survival.yes == ["V1"] && outcome.survival.no == ["V2"])
    #expect(outcome.employees == 4 && outcome.survivors == ["V1", "V3"])
  }

  @Test func `a share of too few is not told, and the suspicious sum is`() throws {
    let small = evidence([choice("T1", "V1")], [try venture("V1", from: 30, employees: 40)])
      .outcome(of: ["P1"])
    let report = Report.projectOutcomes(
      [(Wording(zh: "项目一", en: "one"), small)],
      reported: [
        ReportedPlacement(source: "示例", projects: 101, invested: Money(yuan: 3_300_000), placed: 4700)
      ], rule: rule, lagDays: 365, asOf: start + 800)
    let row = try #require(report.tables.first?.rows.first)
    #expect(row[5].text(in: .chinese) == "人数太少" && row[6] == .blank)
    #expect(row[10].text(in: .chinese).contains("户均就业 40.0 人，请核对"))
    #expect(report.tables.last?.rows.first?[8].text(in: .english).contains("46.5 people") == true)
  }
}
