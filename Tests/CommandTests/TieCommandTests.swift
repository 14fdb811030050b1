import Testing

@Suite struct TieCommandTests {
  @Test func `an officer answers for a trainee, keeps the pledge, hands it on and is told what is due`()
    throws
  {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    #expect(
      try ended.run("pledge record T1 --officer 示例甲 --from 2026-05-06").output
        == "B00001 recorded: 示例甲 answers for T1\n")
    let twice = try ended.run("pledge record T1 --officer 示例乙", status: 2)
    #expect(twice.errors.contains("示例甲 answers for the trainee since 2026-05-06 (B00001)"))
    try ended.program.write("学员,责任人,开始日期\nT2,示例甲,2026-05-06\nT9,示例甲,2026-05-06\nT2,示例乙,\n", to: "p.csv")
    let wrong = try ended.run("pledge record p.csv", status: 2)
    #expect(wrong.errors.contains("p.csv:3") && wrong.errors.contains("p.csv:4"))
    #expect(try ended.run("pledge list").output.contains("T2") == false)
    #expect(try ended.run("pledge record p.csv --partial").output == "pledges recorded: 1\n")

    #expect(
      try ended.run("pledge keep T1 --item 包服务 --on 2026-06-01 --what 上门送政策").output
        == "D00001 recorded: 2026-06-01, service\n")
    #expect(try ended.run("pledge keep T3 --item service --what x", status: 2).errors.contains("T3"))
    #expect(
      try ended.run("pledge keep T1 --item service --on 2026-05-01 --what x", status: 2).errors
        .contains("not on 2026-05-01"))
    try ended.program.write(
      "trainee,item,on,what\nT1,service,2026-06-01,上门送政策\nT2,project,2026-06-02,推荐项目\nT2,cooking,2026-06-02,x\n",
      to: "d.csv")
    #expect(try ended.run("pledge keep d.csv", status: 2).errors.contains("d.csv:4"))
    #expect(try ended.run("pledge keep d.csv --partial").output == "deeds recorded: 1\n")

    #expect(
      try ended.run("pledge hand T1 --officer 示例丙 --from 2026-07-01").output
        == "B00001: 示例丙 answers for T1 from 2026-07-01 on\n")
    let due = try ended.run("pledge due --officer 示例丙").output
    #expect(due.contains("示例丁") && due.contains("overdue by") && due.contains("上门送政策"))
    #expect(!due.contains("示例戊"))
    let list = try ended.run("pledge list --period 2026").output
    #expect(list.contains("示例丙") && list.contains("D00002") && list.contains("推荐项目"))

    #expect(
      try ended.run("pledge end T2 --on 2026-09-01 --reason 已开业").output == "B00002 ends on 2026-09-01\n")
    #expect(try ended.run("pledge due --officer 示例甲").output.contains("None."))
    #expect(try ended.run("pledge strike D00001 --reason 登错").output == "D00001 struck out\n")
    #expect(try ended.run("pledge strike D00001 --reason 登错", status: 2).errors.contains("D00001"))
    #expect(try ended.run("pledge strike L00001 --reason x", status: 64).errors.contains("B00001"))
    #expect(try ended.run("pledge list --period 2026").output.contains("上门送政策") == false)
  }

  @Test func `pairs are recorded, refused where they cannot be, listed by kind and ended`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    #expect(
      try ended.run("pairing add 部门联系社区 区财政局 610113001001 --from 2026-05-01").output
        .hasPrefix("L00001 recorded"))
    #expect(try ended.run("pairing add peers T1 T9", status: 2).errors.contains("T9"))
    #expect(try ended.run("pairing add dancing T1 T2", status: 64).errors.contains("peers") == false)
    try ended.program.write(
      "种类,结对方,结对对象,开始日期\n干部联系创业户,示例甲,T1,2026-05-01\n干部联系创业户,示例乙,T1,2026-05-01\n结对互助,T1,T2,2026-05-01\n"
        + "干部挂钩企业,示例甲,示例公司,2026-05-01\n", to: "l.csv")
    let wrong = try ended.run("pairing import l.csv", status: 2)
    #expect(wrong.errors.contains("l.csv:3") && wrong.errors.contains("the most there may be"))
    #expect(try ended.run("pairing import l.csv --partial").output == "pairings recorded: 3\n")
    let list = try ended.run("pairing list").output
    #expect(list.contains("区财政局") && list.contains("示例公司") && list.contains("示例戊"))
    #expect(try ended.run("pairing list --kind 互助").output.contains("示例公司") == false)
    let early = try ended.run("pairing end L00003 --on 2026-04-01 --reason x", status: 2)
    #expect(early.errors.contains("not on 2026-04-01"))
    #expect(
      try ended.run("pairing end L00003 --on 2026-06-30 --reason 互助期满").output
        == "L00003 ends on 2026-06-30: T1 and T2\n")
    #expect(try ended.run("pairing list --kind peers").output.contains("互助期满"))
    _ = try ended.run("pairing strike L00001 --reason 登错")
    #expect(try ended.run("pairing list").output.contains("区财政局") == false)
  }
}
