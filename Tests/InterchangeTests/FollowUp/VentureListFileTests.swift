import Civil
import Cohorts
import FollowUp
import Interchange
import Testing

@Suite struct VentureListFileTests {
  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSinceEpoch: 0) }

  private func read(_ text: String) throws -> VentureListReading {
    try VentureListFile.read(
      Array(text.utf8), file: "ventures.csv", entry: Entry(on: day("2026-11-20"), by: "officer")
    ) { cells in
      if let id = cells.trainee { return id.hasPrefix("T") ? .person(id: id, area: "610113") : .unknown }
      return cells.name == "虚构甲" ? .several(["T1", "T9"]) : .unknown
    }
  }

  private func texts(_ reading: VentureListReading) -> [String] {
    reading.problems.map { $0.text(in: .english) }
  }

  @Test func `the roster of successful starts is read by its official headers`() throws {
    let reading = try read(
      """
      序号,学员编号,姓名,身份证号码,是否创业,企业名称,统一社会信用代码,登记日期,法律形态,行业,经营地址,经营状态,从业人员数(其中:重点群体),是否贷款及金额,放款日期,最近跟踪日期,跟踪方式,跟踪人,困难与帮扶
      1,T1,虚构甲,,是,示例小吃店,92610113MA6TE5T173,2026-03-02,个体工商户,H6210,示例路1号,正常经营,5(2),是 10万元,2026-04-01,2026-10-08,电话,王某,缺店员
      2,T2,虚构乙,,否,,,,,,,,,,,,,,
      """)
    #expect(reading.isSound && reading.rowsWithoutVenture == 1)
    let entry = try #require(reading.ventures.first)
    let venture = entry.record.venture
    #expect(venture.id == "92610113MA6TE5T173" && venture.legalForm == .individualBusiness)
    #expect(venture.founders == [Venture.Founder(person: "T1")] && venture.area == "610113")
    #expect(entry.record.states.entries.map(\.fact) == [.operating])
    #expect(entry.record.states.entries.map(\.from) == [day("2026-03-02")])
    let jobs = try #require(entry.record.jobs.entries.first)
    #expect(jobs.fact?.founders == 1 && jobs.fact?.employees == 4 && jobs.from == day("2026-10-08"))
    #expect(jobs.fact?.keyGroups == ["key_group": 2])
    #expect(entry.loans.map(\.borrower) == ["T1"])
    #expect(entry.loans[0].steps.entries.map(\.fact) == [Loan.Step(.disbursed, Money(yuan: 100_000))])
    #expect(entry.contacts.map(\.said) == ["缺店员"])
    #expect(entry.whereabouts.address == "示例路1号")
  }

  @Test func `rows of one licence are the founders of one venture`() throws {
    let header = "trainee,attempt,enterprise,licence,registered_on,legal_form,state\n"
    let shared = "示例公司,91610113MA6XK2P01A,2026-03-02,有限责任公司,正常经营"
    let reading = try read(header + "T1,初次创业,\(shared)\nT2,二次创业,\(shared)\n")
    #expect(texts(reading) == [])
    #expect(
      reading.ventures.map(\.record.venture.founders) == [
        [Venture.Founder(person: "T1"), Venture.Founder(person: "T2", attempt: 2)]
      ])
    let torn = try read(
      header + "T1,1,\(shared)\nT2,1,别的公司,91610113MA6XK2P01A,2026-03-02,有限责任公司,正常经营\n")
    #expect(
      texts(torn).contains {
        $0.hasPrefix("ventures.csv:3: enterprise: differs from line 2")
      })
  }

  @Test func `each thing that cannot be is told with its line`() throws {
    let header = "trainee,founder,enterprise,licence,registered_on,state,state_from,employees,insured\n"
    let reading = try read(
      header + "X1,,甲店,,,筹备,2026-03-02,,\n" + ",虚构甲,乙店,,,筹备,2026-03-02,,\n"
        + "T3,,丙店,92610113MA6TE5T173,,正常经营,2026-03-02,,\n" + "T4,,丁店,,,正常经营,,,\n"
        + "T5,,戊店,,,正常经营,2026-03-02,1,2\n" + "T6,,己店,,,正常经营,2027-03-02,,\n" + "T7,,,,,筹备,,,\n")
    #expect(
      texts(reading).map { $0.split(separator: ":").prefix(3).joined(separator: ":") } == [
        "ventures.csv:2: trainee", "ventures.csv:3: founder", "ventures.csv:4: licence",
        "ventures.csv:5: state_from", "ventures.csv:6: employees", "ventures.csv:7: operating_from",
        "ventures.csv:8: enterprise",
      ])
    #expect(reading.ventures.isEmpty)
    #expect(!texts(reading).contains { $0.contains("虚构甲") })
  }

  @Test func `a venture without a licence is one all the same`() throws {
    let reading = try read(
      "trainee,enterprise,licence,state,state_from\nT1,示例家政,免予登记（家政服务）,正常经营,2026-05-01\n")
    #expect(reading.isSound)
    #expect(reading.ventures.map(\.record.venture.registration) == [.exempt(reason: "家政服务")])
    #expect(reading.ventures.map(\.record.venture.legalForm) == [.unregistered])
    #expect(reading.ventures.map(\.record.venture.id) == ["T1/1"])
  }
}
