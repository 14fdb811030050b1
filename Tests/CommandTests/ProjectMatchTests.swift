import Foundation
import Testing

@Suite struct ProjectMatchTests {
  /// A class that has ended, and two projects in the library: one for everybody, one for another city.
  static func library() throws -> EndedClass {
    let ended = try EndedClass()
    let risks = "市场:中；技术:低；资金:低；政策许可:低；供应:低；用工:低；安全环保:低"
    try ended.program.write(
      "项目编号,项目名称,项目简介,项目来源,责任部门,行业代码,投资额(元),用工人数,回收期(月),技能要求,风险清单,适用区域,征集日期,有效期至\n"
        + "P001,社区家政服务站,给小区居民做钟点服务,示例乙,区妇联,O8010,3万-8万,3-6,10,家政,\(risks),,2026-01-08,2036-12-31\n"
        + "P002,便民维修点,修理家用电器,示例乙,区科技局,O8131,1万-2万,1-2,6,电工,\(risks),440301,2026-01-08,2036-12-31\n"
        + "P003,过期项目,已经过期,示例乙,区科技局,O8131,1万-2万,1-2,6,电工,\(risks),,2026-01-08,2026-03-01\n",
      to: "p.csv")
    _ = try ended.run("project import p.csv")
    let steps = ["P001", "P002", "P003"].map { id in
      "\(id),评审,2026-02-01,\n\(id),入库,2026-02-10,甲（财政局）：同意入库；乙（学院）：同意入库；丙（妇联）：同意入库\n"
    }
    try ended.program.write("项目编号,状态,日期,评审意见\n" + steps.joined(), to: "r.csv")
    _ = try ended.run("project review r.csv")
    return ended
  }

  @Test func `trainees are matched with valid projects, told why, and the choice is recorded once`() throws {
    let ended = try Self.library()
    defer { ended.program.remove() }
    let shown = try ended.run("project match").output
    #expect(shown.contains("P001 社区家政服务站") && shown.contains("anywhere"))
    #expect(!shown.contains("过期项目"))
    #expect(shown.contains("proved best"))
    // One place only: two are left out, and told so.
    _ = try ended.run("project match --places 1 --out n.csv")
    #expect(try ended.program.read("n.csv").contains("too few places"))
    let recorded = try ended.run("project match --trainee T1 --record").output
    #expect(recorded.contains("choices recorded: 1"))
    let rest = try ended.run("project match").output
    #expect(!rest.contains("示例丁") && rest.contains("示例戊"))
    #expect(try ended.run("project withdraw P001 T1 --reason 登错").output == "struck out: T1 chose P001\n")
    #expect(try ended.run("project match").output.contains("示例丁"))
    #expect(try ended.run("project withdraw P001 T1 --reason 登错", status: 2).errors.contains("T1"))
  }

  @Test func `wishes are read with all their problems, count, and a refusal rules out`() throws {
    let ended = try Self.library()
    defer { ended.program.remove() }
    try ended.program.write("填报人,志愿对象,志愿,不选\nT1,P001,第一志愿,\nT2,P001,,是\n", to: "w.csv")
    let shown = try ended.run("project match --two-way --wishes w.csv").output
    #expect(shown.contains("no two would rather have each other"))
    _ = try ended.run("project match --two-way --wishes w.csv --out m.csv")
    let table = try ended.program.read("m.csv")
    #expect(table.contains("choice 1 of 示例丁") && table.contains("示例戊 will not have 社区家政服务站"))
    try ended.program.write("chooser,chosen,rank\nT1,P009,1\nT1,T2,1\nT1,P001,0\n", to: "bad.csv")
    let wrong = try ended.run("project match --wishes bad.csv", status: 2)
    for line in ["bad.csv:2", "bad.csv:3", "bad.csv:4"] { #expect(wrong.errors.contains(line)) }
    #expect(try ended.run("project match --two-way --best-total", status: 64).errors.contains("not both"))
    #expect(try ended.run("project match --trainee T9", status: 2).errors.contains("T9"))
    _ = try ended.run("project match --out m.xlsx")
    #expect(FileManager.default.fileExists(atPath: ended.program.folder.appending(path: "m.xlsx").path))
  }

  @Test func `reported sums are kept with who said them, corrected by the same source and struck out`() throws
  {
    let ended = try Self.library()
    defer { ended.program.remove() }
    #expect(try ended.run("project outcomes --record", status: 64).errors.contains("--reported"))
    try ended.program.write(
      "来源,项目数,投资(元),安置人数,截至日期,区域\n示例区通报,101,330万,4700,2026-03-31,610113\n", to: "s.csv")
    #expect(try !ended.run("project outcomes --reported s.csv").output.contains("S00001"))
    let kept = try ended.run("project outcomes --reported s.csv --record")
    #expect(kept.errors.contains("1 new, 0 corrected, 0 as before"))
    let shown = try ended.run("project outcomes --area 6101").output
    #expect(shown.contains("S00001") && shown.contains("46.5 people") && shown.contains("2026-03-31"))
    #expect(try !ended.run("project outcomes --area 440301").output.contains("S00001"))
    #expect(try ended.run("project outcomes --reported s.csv --record").errors.contains("1 as before"))
    try ended.program.write(
      "source,projects,placed,on,area\n示例区通报,101,470,2026-03-31,610113\n示例街道,3,9,2026-03-31,610113001\n",
      to: "t.csv")
    #expect(
      try ended.run("project outcomes --reported t.csv --record").errors
        .contains("1 new, 1 corrected, 0 as before"))
    let now = try ended.run("report write project-outcomes --out o.csv").output
    #expect(now.contains("Outcomes of projects"))
    let table = try ended.program.read("o.csv")
    #expect(!table.contains("S00001") && table.contains("S00002") && table.contains("S00003"))
    #expect(try ended.run("project strike S00003 --reason 重复").output == "S00003 struck out\n")
    #expect(try ended.run("project strike S00003 --reason 重复", status: 2).errors.contains("S00003"))
    #expect(try ended.run("project strike B00001 --reason x", status: 64).errors.contains("S00001"))
    _ = try ended.run("ledger export --out l")
    let ledger = try ended.program.read("l/reported_placements.csv")
    #expect(ledger.contains("3300000") && ledger.contains("4700") && ledger.contains("示例街道"))
    try ended.program.write(
      "source,projects,placed,on\n示例甲,1,2,2999-01-01\n示例乙,1,2,\n示例乙,3,4,\n", to: "bad.csv")
    let wrong = try ended.run("project outcomes --reported bad.csv --record", status: 2)
    #expect(wrong.errors.contains("bad.csv:2: on") && wrong.errors.contains("as on line 3"))
  }

  @Test func `outcomes are counted from choices, too few are not told, and reported sums are doubted`() throws
  {
    let ended = try Self.library()
    defer { ended.program.remove() }
    #expect(
      try ended.run("project choose P001 T1 --on 2026-05-06").output
        .contains("chosen by 1, days passed for 0: too few for a share"))
    try ended.program.write("来源,项目数,总投资,安置人数\n示例区通报,101,330万,4700\n", to: "s.csv")
    let told = try ended.run("project outcomes --reported s.csv").output
    #expect(told.contains("P001 社区家政服务站") && told.contains("too few"))
    #expect(told.contains("示例区通报") && told.contains("46.5 people"))
    #expect(try ended.run("project list").output.contains("1: too few"))
    #expect(
      try ended.run("report write project-outcomes --out o.csv").output.contains("Outcomes of projects"))
  }
}
