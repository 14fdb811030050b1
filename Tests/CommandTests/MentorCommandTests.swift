import Foundation
import Testing

@Suite struct MentorCommandTests {
  private static let list = """
    编号,姓名,电话,类别,部门,服务环节,行业,名额,指导团成员,聘期起,聘期止,证书,证书编号,发证日期,证书有效期至,年度课时
    P1,,,讲师；长期导师,,方案设计,H,1,是,2026-01-01,2036-12-31,SYB讲师证,示例001,2025-01-01,2036-12-31,80
    E1,示例税务,19900000009,部门专家,区税务局,融资服务,,3,是,2026-01-01,2036-12-31,,,,,

    """

  private func ended() throws -> EndedClass {
    let ended = try EndedClass()
    try ended.program.write(Self.list, to: "pool.csv")
    return ended
  }

  @Test func `a list of the pool is taken in, found by what is looked for, and shown with masked numbers`()
    throws
  {
    let ended = try ended()
    defer { ended.program.remove() }
    #expect(
      try ended.run("mentor import pool.csv --dry-run").output == "2 members are sound; nothing was stored\n")
    #expect(
      try ended.run("mentor import pool.csv").output
        == "pool on record: 2 new, 0 changed, 0 as before; 6 steps of membership, 1 certificates\n")
    #expect(try ended.run("mentor import pool.csv").output.contains("2 as before; 0 steps of membership, 0"))
    let found = try ended.run("mentor list --link financing").output
    #expect(found.contains("E1") && !found.contains("P1"))
    #expect(try ended.run("mentor list --industry H6210 --state 在聘").output.contains("P1"))
    #expect(try ended.run("mentor list --kind volunteer").output.contains("None."))
    let page = try ended.run("mentor show 示例税务").output
    #expect(
      page.contains("199****0009") && page.contains("E1.m3") && page.contains("3 in all, 0 taken, 3 left"))
    #expect(try ended.run("mentor show E1 --full-numbers").output.contains("19900000009"))
    #expect(try ended.run("mentor show X9", status: 2).errors.contains("'mentor list' tells"))
    #expect(try ended.run("mentor list --link cooking", status: 64).errors.contains("there is no 'cooking'"))
  }

  @Test func `a list with errors is told as a whole and stores nothing`() throws {
    let ended = try ended()
    defer { ended.program.remove() }
    try ended.program.write(
      "编号,姓名,类别,名额\nP1,另一个人,讲师,1\nE2,,企业家,1\nE3,示例丙,诗人,1\nE4,示例丁,企业家,1\n", to: "bad.csv")
    let run = try ended.run("mentor import bad.csv", status: 2)
    #expect(["bad.csv:2", "bad.csv:3", "bad.csv:4"].allSatisfy(run.errors.contains))
    #expect(try ended.run("mentor list").output.contains("None."))
    #expect(try ended.run("mentor import bad.csv --partial", status: 2).output.contains("1 new"))
  }

  @Test func `an alumnus applies, is vetted and appointed, and the term is renewed, suspended and ended`()
    throws
  {
    let ended = try ended()
    defer { ended.program.remove() }
    #expect(
      try ended.run("mentor apply --trainee T2 --link 开业指导 --capacity 1").output
        == "application recorded: A-T2 示例戊; next: mentor vet A-T2\n")
    #expect(try ended.run("mentor apply --trainee T2", status: 2).errors.contains("in the pool already"))
    #expect(try ended.run("mentor apply E9 --kind scholar", status: 2).errors.contains("--name"))
    #expect(try ended.run("mentor apply P1", status: 64).errors.contains("--kind"))
    #expect(try ended.run("mentor appoint A-T2", status: 2).errors.contains("in this order"))
    _ = try ended.run("mentor vet A-T2")
    let early = try ended.run("mentor appoint A-T2 --on 2026-06-01 --to 2036-05-31", status: 2)
    #expect(early.errors.contains("in this order"))
    _ = try ended.run("mentor appoint A-T2 --to 2036-05-31")
    #expect(try ended.run("mentor renew A-T2").output.contains("serving from 2036-06-01"))
    #expect(try ended.run("mentor suspend A-T2", status: 64).errors.contains("--reason"))
    _ = try ended.run("mentor suspend A-T2 --reason 出差")
    _ = try ended.run("mentor end A-T2 --reason 本人申请")
    #expect(try ended.run("mentor list --state ended").output.contains("A-T2"))
    #expect(try ended.run("mentor strike A-T2.x1", status: 2).errors.contains("P01.m3"))
    _ = try ended.run("mentor change A-T2 --capacity 2 --team")
    #expect(try ended.run("mentor change A-T2 --capacity 2").output.contains("as it was"))
  }

  @Test func `a certificate is recorded, corrected and struck out`() throws {
    let ended = try ended()
    defer { ended.program.remove() }
    _ = try ended.run("mentor import pool.csv")
    #expect(
      try ended.run("mentor certificate E1 税务师 --from 2026-01-01 --to 2036-01-01").output
        == "E1 示例税务: 税务师 from 2026-01-01, to 2036-01-01\n")
    _ = try ended.run("mentor certificate E1 税务师 --from 2026-01-01 --to 2037-01-01 --corrects E1.c1")
    let page = try ended.run("mentor show E1").output
    #expect(page.contains("2037-01-01") && page.contains("corrected"))
    #expect(try ended.run("mentor strike E1.c1", status: 2).errors.contains("there are E1.c2"))
    #expect(try ended.run("mentor strike E1.c2").output.contains("struck out"))
  }

  @Test func `the coverage tells who is missing, and the load who bears what`() throws {
    let ended = try ended()
    defer { ended.program.remove() }
    _ = try ended.run("mentor import pool.csv")
    let coverage = try ended.run("mentor coverage", status: 1).output
    #expect(coverage.contains("people in the team") && coverage.contains("department: finance"))
    #expect(!coverage.contains("department: taxation,") && coverage.contains("periods short this year"))
    _ = try ended.run("guidance record T1 --mentor P1 --link planDesign --on 2026-05-06")
    #expect(try ended.run("mentor load --period 2026").output.contains("示例甲"))
    for name in ["team-coverage", "mentor-load", "mentor-pool"] {
      for ending in ["txt", "csv", "xlsx", "html"] {
        let run = try ended.run("report write \(name) --out r.\(ending)")
        #expect(run.output.hasPrefix("r.\(ending): "))
      }
    }
    _ = try ended.run("ledger export --out ledgers")
    for name in ["mentors", "mentor_steps", "mentor_certificates"] {
      let text = try ended.program.read("ledgers/\(name).csv")
      #expect(text.contains("P1") && !text.contains("19900000009") && !text.contains("示例001"))
      #expect(!text.contains("示例税务"))
    }
  }

  @Test func `guidance names its mentor by the pool, and one without a place left is refused`() throws {
    let ended = try ended()
    defer { ended.program.remove() }
    _ = try ended.run("mentor import pool.csv")
    _ = try ended.run("guidance record T1 --mentor 示例甲 --link planDesign --on 2026-05-06")
    #expect(try ended.run("guidance show --mentor P1 --period 2026").output.contains("示例甲"))
    let full = try ended.run("guidance record T2 --mentor P1 --link planDesign --on 2026-05-07", status: 2)
    #expect(full.errors.contains("P1's 1 places were taken") && full.errors.contains("--beyond-capacity"))
    _ = try ended.run("guidance record T2 --mentor P1 --link planDesign --on 2026-05-07 --beyond-capacity")
    let outsider = try ended.run("guidance record T2 --mentor 路人 --link planDesign --on 2026-05-07")
    #expect(outsider.errors.contains("'路人' is not in the pool"))
    try ended.program.write(
      "学员,导师,服务环节,指导日期\nT3,P1,方案设计,2026-05-08\nT3,示例税务,融资服务,2026-05-08\n", to: "g.csv")
    let file = try ended.run("guidance import g.csv", status: 2)
    #expect(file.errors.contains("g.csv:2") && !file.errors.contains("g.csv:3"))
    #expect(
      try ended.run("guidance import g.csv --beyond-capacity").output.hasPrefix("guidance on record: 2"))
    #expect(try ended.run("guidance show --mentor E1 --period 2026").output.contains("示例税务"))
  }

  @Test func `the demo's list of the pool is sound, and the team nearly complete`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["bundle", "import", Project.path("Fixtures/demo")]).status == 0)
    let entered = try program.run(["mentor", "import", Project.path("Fixtures/mentors/pool.csv")])
    #expect(entered.status == 0 && entered.output.contains("16 new"), "\(entered.errors)")
    let coverage = try program.run(["mentor", "coverage"])
    #expect(coverage.status == 1 && coverage.output.contains("scholars"), "\(coverage.errors)")
  }
}
