import Foundation
import Testing

@Suite struct ClassProposeTests {
  private func wishes(_ count: Int, more: String = "") -> String {
    "姓名,区域,人员类别,创业意向,行业,培训需求,摸底日期\n"
      + (0..<count).map { "示例\($0),610113001,graduate,开店,F52,SYB,2026-05-0\(1 + $0 % 9)\n" }.joined() + more
  }

  @Test func `wishes become classes that the planner can plan, and others are told why not`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    let more = "示例甲,610113001,graduate,开店,F52,,2026-05-01\n示例乙,610113001,laid_off,开店,F52,SYB,2026-05-01\n"
    try ended.program.write(wishes(24, more: more), to: "i.csv")
    _ = try ended.run("intent import i.csv")
    let run = try ended.run(
      "class propose --months 2 --steps 5000 --out formed --report p.xlsx --as-of 2026-05-20 --from 2026-06")
    #expect(run.output.contains("SYB-202606-01") == false, "the wishes were not on record by then")
    let now = try ended.run("class propose --months 2 --steps 5000 --out formed2 --report p.html")
    #expect(now.output.contains("示例23") && now.output.contains("names no programme"))
    #expect(now.output.contains("no cohort of the person's categories (laid_off)"))
    #expect(now.output.contains("a complete timetable of every class was found"))
    #expect(now.errors.contains("1 new classes"))
    let check = try ended.run("bundle check formed2")
    #expect(check.status == 0)
    #expect(try ended.run("timetable check formed2 formed2/timetable.csv").status == 0)
    #expect(try ended.program.read("formed2/timetable.csv").contains("SYB-"))
    _ = try ended.run("timetable solve formed2 --out t.csv --steps 2000 --no-bounds")
    #expect(try ended.program.read("t.csv").contains("SYB-"))
    #expect(try ended.program.read("p.html").contains("Proposed classes"))
    let taken = try ended.run("class propose --no-plan --out formed2", status: 2)
    #expect(taken.errors.contains("holds something"))
  }

  @Test func `classes can be formed over another bundle`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(wishes(24), to: "i.csv")
    _ = try ended.run("intent import i.csv")
    let run = try ended.run("class propose --bundle bundle --no-plan --course syb")
    #expect(run.output.contains("not looked for") && run.output.contains("24"))
    #expect(try ended.run("class propose --course ABC", status: 64).errors.contains("GYB"))
    #expect(try ended.run("class propose --from 2026-13", status: 64).errors.contains("2026-04"))
    #expect(try ended.run("class propose --months 0", status: 64).errors.contains("1 to 24"))
  }
}
