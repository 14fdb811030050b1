import Civil
import Indicators
import Testing

@testable import Interchange

@Suite struct TargetFileTests {
  private let header = "目标编号,目标任务,区域,责任单位,统计指标,目标数,单位,起,止,分项,1月,6月,12月\n"

  private func read(_ rows: String) throws -> FileReading<Target> {
    try TargetFile.read(Array((header + rows).utf8), file: "targets.csv")
  }

  private func found(_ reading: FileReading<Target>) -> [String] {
    reading.problems.map { "\($0.line ?? 0) \($0.column ?? "") \($0.isError ? "error" : "warning")" }
  }

  @Test func `a cascade with months is read as it is written`() throws {
    let reading = try read(
      """
      T,培训和指导,610113,人社局,,2000,人,2026-01-01,2026-12-31,"T1;T2",,,
      T1,创业培训,610113,就业中心,参加培训人数,600,人,2026/1/1,2026/12/31,,50,300,600
      T2,创业指导,610113,就业中心,served,1400,,2026-01-01,2026-12-31,,,,
      """)
    #expect(reading.problems.isEmpty)
    let targets = reading.rows.map(\.row)
    #expect(targets.map(\.measure) == ["", "trained", "served"])
    #expect(targets.map(\.quantity.unit) == [.person, .person, .person])
    #expect(targets[0].parts == ["T1", "T2"])
    #expect(targets[1].monthly.count == 3)
    #expect(targets[1].monthly[try #require(CivilDate("2026-06-30"))] == 300)
  }

  @Test func `what cannot be counted is an error, what does not add up a warning`() throws {
    let reading = try read(
      """
      T,合计,610113,人社局,,2000,人,2026-01-01,2026-12-31,T1;T2,,,
      T1,培训,610113,中心,参加培训人数,600,人次,2026-01-01,2026-12-31,,,,
      T2,指导,610113,中心,made-up,1400,人,2026-01-01,2026-12-31,,,,
      T3,成功,610113,中心,,500,斤,2026-01-01,2026-12-31,,,,
      T4,贷款,610113,中心,loans,500,,2026-12-31,2026-01-01,,,,
      T5,企业,610113,中心,enterprises,200,家,2026-01-01,2026-12-31,,30,20,200
      T6,个体,610113,中心,individual-businesses,700,户,2026-01-01,2026-12-31,T7,,,
      T7,个体,610113001,中心,individual-businesses,500,户,2026-01-01,2026-12-31,,10,20,400
      """)
    #expect(
      found(reading) == [
        "3 unit error", "4 measure error", "5 unit error", "6 to error", "7 m6 error", "8 parts warning",
        "9 amount warning",
      ])
    #expect(!reading.isSound)
  }

  @Test func `户 without a measure is told to have two meanings`() throws {
    let reading = try read("A,农户,610113,中心,,10,户,2026-01-01,2026-12-31,,,,\n")
    #expect(found(reading) == ["2 unit warning"])
    #expect(reading.rows.first?.row.quantity.unit == .household)
  }

  @Test func `numbers from outside keep their source and day`() throws {
    let today = try #require(CivilDate("2026-11-01"))
    let text = """
      项目,区域,起,止,人数,来源,发布日期
      城镇劳动者人数,610113,2026-01-01,2026-12-31,120000,区统计局,2026-10-20
      新增就业人数,610113,2026-01-01,2026-12-31,23490,区人社局,2026-12-20
      """
    guard
      case .denominators(let reading) = try OutsideFile.read(Array(text.utf8), file: "d.csv", today: today)
    else {
      Issue.record("not taken for denominators")
      return
    }
    #expect(reading.rows.map(\.row.kind) == [.urbanWorkers])
    #expect(reading.rows.first?.row.source == "区统计局")
    #expect(reading.problems.map(\.column) == ["published_on"])
  }

  @Test func `a survey is told by its columns`() throws {
    let today = try #require(CivilDate("2026-11-01"))
    let text = """
      调查项目,区域,起,止,满意,不满意,未答复,来源,调查日期
      创业服务满意率,610113,2026-01-01,2026-12-31,90,5,5,问卷,2026-10-20
      创业活动就业率,610113,2026-01-01,2026-12-31,0,0,0,问卷,2026-10-20
      """
    guard case .surveys(let reading) = try OutsideFile.read(Array(text.utf8), file: "s.csv", today: today)
    else {
      Issue.record("not taken for a survey")
      return
    }
    #expect(reading.rows.map(\.row.yes) == [90])
    #expect(reading.problems.map(\.line) == [3])
  }

  @Test func `a part may be a target on record`() throws {
    let row = "T9,合计,6101,局,,600,人,2026-01-01,2026-12-31,T1\n"
    let header = "target,name,area,owner,measure,amount,unit,from,to,parts\n"
    let bytes = Array((header + row).utf8)
    #expect(try !TargetFile.read(bytes, file: "targets.csv").isSound)
    let part = Target(
      id: "T1", name: Wording(zh: "分项", en: "part"), area: "610113", owner: "局", Quantity(500, .person),
      period: try #require(CivilDate("2026-01-01"))...#require(CivilDate("2026-12-31")))
    let reading = try TargetFile.read(bytes, file: "targets.csv", known: [part])
    #expect(reading.isSound && reading.rows.map(\.row.parts) == [["T1"]])
    #expect(reading.problems.count == 1, "the parts fall short of the whole")
  }
}
