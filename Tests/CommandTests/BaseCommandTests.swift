import Foundation
import Testing

@Suite struct BaseCommandTests {
  @Test func `a host takes an intern, refuses the next, and is shown with who is there`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    let added = try ended.run(
      "base add H01 --name 示例软件公司 --places 1 --industry I65 --area 610113001 --from 2026-01-01")
    #expect(added.output == "host H01 示例软件公司 registered: 1 places from 2026-01-01\n")
    let placed = try ended.run("base place H01 T1 --from 2026-05-01 --to 2026-07-31 --mentor 示例师傅")
    #expect(placed.output == "J0001: T1 at H01 from 2026-05-01 to 2026-07-31\n")
    let full = try ended.run("base place H01 T2 --from 2026-06-01", status: 2)
    #expect(full.errors.contains("all 1 places are taken on 2026-06-01"))
    let shown = try ended.run("base show H01").output
    #expect(shown.contains("示例丁") && shown.contains("示例师傅"))
    let list = try ended.run("base list --as-of 2026-06-01").output
    #expect(!list.contains("示例软件公司"), "what was not on record then is not told")
    #expect(try ended.run("base list").output.contains("示例软件公司"))
    #expect(try ended.run("base leave H01 T1 --on 2026-05-20").output.contains("to 2026-05-20"))
    #expect(try ended.run("base place H01 T2 --from 2026-05-21").output.hasPrefix("J0002"))
    let few = try ended.run("base change H01 --until 2026-05-01", status: 2)
    #expect(few.errors.contains("J0001, J0002"))
    #expect(try ended.run("base strike J0002 --reason 登记错误").output == "J0002 struck out\n")
    _ = try ended.run("report write bases --out bases.xlsx")
  }

  @Test func `registers with errors are told as a whole and store nothing`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(
      "基地编号,基地名称,见习名额,认定日期\nH01,示例公司,2,2026-01-01\nH02,示例公司乙,很多,2026-01-01\n", to: "h.csv")
    try ended.program.write("见习编号,基地编号,学员编号,起\nJ1,H01,T1,2026-05-01\nJ2,H03,T1,2026-05-01\n", to: "p.csv")
    let wrong = try ended.run("base import --hosts h.csv --placements p.csv", status: 2)
    #expect(wrong.errors.contains("h.csv:3") && wrong.errors.contains("p.csv:3"))
    #expect(try !ended.run("base list").output.contains("示例公司"))
    let part = try ended.run("base import --hosts h.csv --placements p.csv --partial", status: 2)
    #expect(
      part.output == "hosts: 1 new, 0 changed, 0 as before\nplacements: 1 new, 0 changed, 0 as before\n")
  }

  @Test func `an option that fits no base is named`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    #expect(try ended.run("base add H01 --name 示例 --places 0", status: 64).errors.contains("1 to 10000"))
    #expect(
      try ended.run("base add H01 --name 示例 --places 2 --units 3", status: 64).errors.contains("--places"))
    #expect(try ended.run("base import", status: 64).errors.contains("--hosts"))
    #expect(try ended.run("base show H09", status: 2).errors.contains("no base H09"))
  }
}
