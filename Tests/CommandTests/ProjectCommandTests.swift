import Foundation
import Testing

@Suite struct ProjectCommandTests {
  private static let header =
    "项目编号,项目名称,项目简介,项目来源,责任部门,行业代码,投资额(元),用工人数,回收期(月),风险清单,征集日期,有效期至\n"
  private static let risks = "市场:中；技术:低；资金:低；政策许可:低；供应:低；用工:低；安全环保:低"

  private func row(_ id: String, _ name: String, risks: String = risks) -> String {
    "\(id),\(name),给小区居民做钟点服务,示例乙先生,区妇联,O8010,3万-8万,3-6,10,\(risks),2026-01-08,2036-12-31\n"
  }

  @Test func `a project goes from its form through the review into the catalogue, and is chosen`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(
      Self.header + row("P001", "社区家政服务站") + row("P002", "便民维修点", risks: ""), to: "p.csv")
    let entered = try ended.run("project import p.csv")
    #expect(entered.output == "projects on record: 2 new, 0 changed, 0 as before\n")
    #expect(entered.errors.contains("p.csv:3") && entered.errors.contains("risk checklist"))
    #expect(try ended.run("project import p.csv").output.contains("0 new, 0 changed, 2 as before"))

    let early = try ended.run("project choose P001 T1 --on 2026-05-01", status: 2)
    #expect(early.errors.contains("review it first"))
    try ended.program.write(
      "项目编号,状态,日期,评审意见\nP001,评审,2026-02-01,\nP001,入库,2026-02-10,甲（财政局）：同意入库；乙（学院）：同意入库；丙（妇联）：修改后再审\n"
        + "P001,推介,2026-02-20,\n", to: "r.csv")
    #expect(
      try ended.run("project review r.csv").output
        == "3 steps recorded: under review 1, in the library 1, promoted 1\n")
    let refused = try ended.run("project review P002 --state review", status: 2)
    #expect(refused.errors.contains("complete it first"))
    #expect(try ended.run("project choose P001 T1 --on 2026-05-01").output.contains("T1 chose P001"))
    let gates = try ended.run("project list --gates").output
    #expect(gates.contains("reviewed and valid") && gates.contains("49"))

    #expect(try ended.run("project catalogue --out c.html").output == "c.html written: 1 projects\n")
    _ = try ended.run("project catalogue --out c.csv")
    for name in ["c.html", "c.csv"] {
      let text = try String(contentsOf: ended.program.folder.appending(path: name), encoding: .utf8)
      #expect(text.contains("社区家政服务站") && !text.contains("便民维修点") && !text.contains("示例乙先生"))
    }
  }

  @Test func `reviews with errors are told as a whole and store nothing`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(Self.header + row("P001", "社区家政服务站"), to: "p.csv")
    _ = try ended.run("project import p.csv")
    try ended.program.write(
      "project,state,on\nP001,review,2026-02-01\nP001,promoted,2026-02-02\nP009,review,2026-02-01\n",
      to: "r.csv")
    let run = try ended.run("project review r.csv", status: 2)
    #expect(run.errors.contains("r.csv:3") && run.errors.contains("r.csv:4"))
    #expect(try ended.run("project list").output.contains("collected"))
  }
}
