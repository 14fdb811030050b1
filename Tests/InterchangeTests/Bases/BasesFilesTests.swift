import Civil
import Courses
import FollowUp
import ProjectLibrary
import Testing

@testable import Interchange

@Suite struct BasesFilesTests {
  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSinceEpoch: 0) }

  private func columns(_ problems: [ImportProblem]) -> [String] {
    problems.filter(\.isError).map { "\($0.line ?? 0) \($0.column ?? "")" }
  }

  @Test func `placements are taken while the host has places, and each refusal has its reason`() throws {
    let hosts = try BasesFiles.hosts(
      Array(
        """
        基地编号,基地名称,区域,行业代码,见习名额,认定日期,认定至
        H1,示例软件公司,610113,I65,1,2026-01-01,2026-12-31
        H2,示例超市,610113,F52,2,2026-01-01,
        """.utf8), file: "hosts.csv")
    #expect(hosts.problems.isEmpty)
    let register = InternshipRegister(hosts: hosts.rows.map(\.row), placements: [])
    let reading = try BasesFiles.placements(
      Array(
        """
        见习编号,基地编号,学员编号,起,止
        J1,H1,T1,2026-03-01,2026-05-31
        J2,H1,T2,2026-05-31,2026-08-31
        J3,H1,T3,2026-06-01,2027-01-31
        J4,H2,T1,2026-05-01,2026-07-01
        J5,H9,T5,2026-05-01,
        J6,H2,T6,2026-05-01,2026-04-01
        J7,H2,T7,2026-05-01,
        J7,H2,T8,2026-05-01,
        """.utf8), file: "placements.csv", register: register)
    #expect(reading.rows.map(\.row.id) == ["J1", "J7"])
    #expect(
      columns(reading.problems) == ["3 host", "4 host", "5 host", "6 host", "7 host", "9 placement"])
    let full = InternshipRegister(hosts: register.hosts, placements: reading.rows.map(\.row))
    #expect(full.interns(at: "H1", on: day("2026-05-31")).map(\.trainee) == ["T1"])
    #expect(full.recognised(on: day("2027-01-01")).map(\.id) == ["H2"])
  }

  @Test func `tenants are taken while units are free, and free units are told by day`() throws {
    let incubators = try BasesFiles.incubators(
      Array(
        """
        incubator,name,square_metres,units,opened_on,closed_on
        K1,示例孵化园,6000,3,2026-01-01,
        K2,示例众创空间,800,5,2026-01-01,2025-01-01
        """.utf8), file: "incubators.csv")
    #expect(columns(incubators.problems) == ["3 closed_on"])
    let register = IncubatorRegister(incubators: incubators.rows.map(\.row), tenancies: [])
    let reading = try BasesFiles.tenancies(
      Array(
        """
        入驻编号,基地编号,实体编号,单元数,入驻日期,退出日期
        Z1,K1,V1,2,2026-02-01,2026-06-30
        Z2,K1,V2,2,2026-06-30,
        Z3,K1,V3,2,2026-07-01,
        Z4,K1,V3,1,2026-08-01,
        Z5,K1,V4,1,2025-12-01,
        """.utf8), file: "tenancies.csv", register: register)
    #expect(reading.rows.map(\.row.id) == ["Z1", "Z3"])
    #expect(columns(reading.problems) == ["3 incubator", "5 incubator", "6 incubator"])
    let full = IncubatorRegister(incubators: register.incubators, tenancies: reading.rows.map(\.row))
    let first = try #require(full.incubators.first)
    #expect(full.freeUnits(of: first, on: day("2026-06-30")) == 1)
    #expect(full.freeUnits(of: first, on: day("2026-01-31")) == 3)
  }

  @Test func `events are read with hosts, numbers and awards, and digits that were lost are no zero`() throws
  {
    let reading = try BasesFiles.events(
      Array(
        """
        活动编号,活动类型,活动名称,开始日期,结束日期,地点,主办单位,参与人数,咨询人次,资料份数,展示项目,奖项
        E1,创业大赛,示例大赛,2026-05-01,2026-05-03,示例剧院,区人社局；团区委,300,0,500,P001；P002,一等奖:P001
        E2,现场咨询,示例咨询日,2026-04-01,,示例广场,区人社局,8500余,200,0余份,P999,
        """.utf8), file: "events.csv", projects: ["P001", "P002"])
    let event = try #require(reading.rows.first?.row)
    #expect(event.hosts == ["区人社局", "团区委"] && event.awards.map(\.project) == ["P001"])
    #expect(event.days == day("2026-05-01")...day("2026-05-03"))
    #expect(columns(reading.problems) == ["3 materials"])
  }

  @Test func `a host's places and days must go round for those who are there`() throws {
    let register = InternshipRegister(
      hosts: [],
      placements: [
        InternshipPlacement(id: "J1", host: "H1", trainee: "T1", from: day("2026-03-01")),
        InternshipPlacement(
          id: "J2", host: "H1", trainee: "T2", from: day("2026-04-01"), to: day("2026-05-01")),
      ])
    let reading = try BasesFiles.hosts(
      Array(
        """
        host,name,places,recognised_on,recognised_until
        H1,示例公司,1,2026-01-01,2026-12-31
        H2,示例公司乙,1,2026-01-01,
        K1,示例公司丙,1,2026-01-01,
        """.utf8), file: "hosts.csv", register: register, others: ["K1"])
    #expect(columns(reading.problems) == ["2 places", "2 places", "4 host"])
    #expect(reading.rows.map(\.row.id) == ["H2"])
  }

  @Test func `hours, materials in ten thousands and results before the day are read for what they are`()
    throws
  {
    let reading = try BasesFiles.events(
      Array(
        """
        活动编号,活动类型,活动名称,开始日期,时间,地点,主办单位,资料份数,参与人数
        E1,咨询,示例咨询日,2026-04-01,09:00-16:30,示例广场,区人社局,4万余份,
        E2,咨询,示例咨询日,2026-04-02,16:30-09:00,示例广场,区人社局,,
        E3,咨询,示例咨询日,2026-06-02,,示例广场,区人社局,,12
        """.utf8), file: "events.csv", projects: [], today: day("2026-05-01"))
    let event = try #require(reading.rows.first?.row)
    #expect(event.materials == 40_000 && event.hours?.opens == ClockTime(minutes: 540))
    #expect(columns(reading.problems) == ["3 hours", "4 from"])
  }

  @Test func `the demo's bases and events are sound and reach the quotas`() throws {
    let hosts = try BasesFiles.hosts(Fixture.bytes("bases/hosts.csv"), file: "hosts.csv")
    let placements = try BasesFiles.placements(
      Fixture.bytes("bases/placements.csv"), file: "placements.csv",
      register: InternshipRegister(hosts: hosts.rows.map(\.row), placements: []))
    let incubators = try BasesFiles.incubators(Fixture.bytes("bases/incubators.csv"), file: "incubators.csv")
    let tenants = try BasesFiles.tenancies(
      Fixture.bytes("bases/tenants.csv"), file: "tenants.csv",
      register: IncubatorRegister(incubators: incubators.rows.map(\.row), tenancies: []))
    let projects = Set((1...60).map { "P\(padded($0, 3))" })
    let today = day("2026-11-20")
    let events = try BasesFiles.events(
      Fixture.bytes("events/events.csv"), file: "events.csv", projects: projects, today: today)
    let problems =
      hosts.problems + placements.problems + incubators.problems + tenants.problems
      + events.problems
    #expect(problems.map { $0.text(in: .english) } == [])
    let open = incubators.rows.map(\.row).filter { $0.isOpen(on: today) }
    #expect(open.count == 4 && open.reduce(0) { $0 + $1.squareMetres } >= 6000)
    #expect(hosts.rows.count { $0.row.isRecognised(on: today) } >= 30)
    let count = OutreachCount(
      events.rows.map(\.row), quota: nil, period: day("2026-01-01")...day("2026-12-31"), asOf: today)
    let held = Dictionary(uniqueKeysWithValues: count.lines.map { ($0.kind, $0.held.count) })
    #expect(held[.media] == 3 && held[.consultation] == 5 && held[.contest] == 1)
  }
}
