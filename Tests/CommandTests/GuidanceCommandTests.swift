import Testing

@Suite struct GuidanceCommandTests {
  @Test func `guidance is recorded, taken in from a mentor's ledger, counted both ways and struck out`()
    throws
  {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    _ = try ended.run("follow-up plan --officer Wang")
    let recorded = try ended.run(
      "guidance record T1 --mentor P1 --link planDesign --on 2026-05-06 --outcome finished")
    #expect(recorded.output == "G00001 recorded: 2026-05-06, plan design, link finished\n")
    try ended.program.write(
      "学员,导师,服务环节,指导日期,下次日期\nT1,P1,风险评估,2026-05-08,2026-05-20\nT2,P1,项目开发,2026-05-08,\n",
      to: "g.csv")
    #expect(
      try ended.run("guidance import g.csv").output
        == "guidance on record: 2, of which held 2, with 2 people\n")
    let show = try ended.run("guidance show --period 2026").output
    #expect(show.contains("Total") && show.contains("2             3"))
    let chain = try ended.run("guidance chain").output
    #expect(chain.contains("risk assessment") && chain.contains("Trainees: 3"))
    #expect(try ended.run("guidance due --days 3650").output.contains("T1"))
    #expect(try ended.run("guidance strike G00002 --reason wrong").output == "G00002 struck out\n")
    #expect(try ended.run("guidance due --days 3650").output == "no agreed meeting is due or soon\n")
  }

  @Test func `a ledger with errors is told as a whole and stores nothing`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(
      "trainee,mentor,link,on\nT9,P1,planDesign,2026-05-08\nT1,P1,cooking,2026-05-08\nT2,P1,planDesign,2026-05-08\n",
      to: "g.csv")
    let run = try ended.run("guidance import g.csv", status: 2)
    #expect(run.errors.contains("g.csv:2") && run.errors.contains("g.csv:3"))
    #expect(try ended.run("guidance show --period 2026").output.contains("None."))
    #expect(try ended.run("guidance import g.csv --partial").output.hasPrefix("guidance on record: 1"))
  }

  @Test func `help is opened, due in working days, and settled with what was done`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    let opened = try ended.run("help open T1 licences").output
    #expect(opened.contains("help-T1-r1"))
    let due = try ended.run("help due").output
    #expect(
      due.contains("help-T1-r1") && due.contains("due in 5 working days") == false && due.contains("open"))
    _ = try ended.run("help close help-T1-r1 --outcome 已领照")
    let after = try ended.run("help due").output
    #expect(after.contains("100.0%") && !after.contains("help-T1-r1"))
    let unknown = try ended.run("help fly", status: 64)
    #expect(unknown.errors.contains("there is no command 'fly'"))
    #expect(try ended.run("help venture add").output.contains("seedbed venture add"))
  }
}
