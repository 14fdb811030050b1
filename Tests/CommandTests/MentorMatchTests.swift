import Testing

@Suite struct MentorMatchTests {
  private static let pool =
    "人员编号,姓名,类别,服务环节,服务区域,语言,辅导名额,聘期起,聘期止\n"
    + "M1,示例庚,长期导师,项目开发；风险评估,610113,普通话,1,2026-01-01,2036-12-31\n"
    + "M2,示例辛,企业家,融资服务,610113,普通话,1,2026-01-01,2036-12-31\n"
    + "M3,示例壬,企业家,项目开发,,普通话,5,2020-01-01,2025-12-31\n"

  /// Three trainees who wait for the first link, two mentors in their terms with a place each, and two projects.
  private func centre() throws -> EndedClass {
    let ended = try ProjectMatchTests.library()
    _ = try ended.run("follow-up plan --officer Wang")
    try ended.program.write(Self.pool, to: "pool.csv")
    _ = try ended.run("mentor import pool.csv")
    return ended
  }

  @Test func `trainees get the mentor who knows the link they need, within the places that are left`() throws
  {
    let ended = try centre()
    defer { ended.program.remove() }
    let shown = try ended.run("mentor match").output
    #expect(shown.contains("Matches: 2") && shown.contains("proved best"))
    #expect(shown.contains("expert in") && !shown.contains("示例壬"))
    _ = try ended.run("mentor match --out m.csv")
    #expect(try ended.program.read("m.csv").contains("too few places"))
    #expect(try ended.run("mentor match --trainee T1 --record").output.contains("assignments recorded: 1"))
    let list = try ended.run("mentor assignments").output
    #expect(list.contains("A00001") && list.contains("示例庚") && list.contains("matched"))
    // Who has a mentor keeps it.
    #expect(try ended.run("mentor match --trainee T1").output.contains("fixed: "))
    let full = try ended.run("mentor assign T2 M1", status: 2)
    #expect(full.errors.contains("M1's 1 places are taken"))
    #expect(try ended.run("mentor assign T2 M3", status: 2).errors.contains("serves no term"))
    #expect(try ended.run("mentor assign T2 M9", status: 2).errors.contains("M9"))
    #expect(try ended.run("mentor assign T9 M2", status: 2).errors.contains("T9"))
    #expect(try ended.run("mentor assign T2 示例辛 --reason 本人申请").output == "A00002 recorded: M2 helps T2\n")
    #expect(try ended.run("mentor assign T2 M2", status: 2).errors.contains("has helped T2"))
    #expect(
      try ended.run("mentor release T1 --reason 已开业").output.contains("M1 helped T1"))
    #expect(try ended.run("mentor release T1 --on 2026-01-01 --reason x", status: 2).errors.contains("T1"))
    #expect(try ended.run("mentor assignments --mentor M1").output.contains("已开业"))
  }

  @Test func `a trainee's languages come with the roster, are shown, exported, and decide who may help`()
    throws
  {
    let ended = try centre()
    defer { ended.program.remove() }
    try ended.program.write(
      "学员编号,姓名,人员类别,语言\nT1,示例丁,高校毕业生,关中话\nT2,示例戊,高校毕业生,国语；关中话\n", to: "l.csv")
    _ = try ended.run("trainee import l.csv")
    #expect(try ended.run("trainee show T2").output.contains("languages: 关中话, 普通话"))
    let alone = try ended.run("mentor match --trainee T1").output
    #expect(alone.contains("Matches: 0") && alone.contains("speaks 关中话 only"))
    #expect(try ended.run("mentor match --trainee T2").output.contains("both speak 普通话"))
    _ = try ended.run("mentor change M2 --language 普通话 --language 关中话")
    #expect(try ended.run("mentor match --trainee T1").output.contains("both speak 关中话"))
    _ = try ended.run("ledger export --out l")
    #expect(try ended.program.read("l/trainees.csv").contains("关中话; 普通话"))
  }

  @Test func `an unknown class is named, and where nobody waits the reason is told`() throws {
    let ended = try ProjectMatchTests.library()
    defer { ended.program.remove() }
    #expect(try ended.run("mentor match --class 第9班", status: 2).errors.contains("第9班"))
    #expect(try ended.run("mentor match --area 440301").errors.contains("nobody stands in the service chain"))
  }

  @Test func `in a two-way choice the mentor's wish counts, and a refusal rules out`() throws {
    let ended = try centre()
    defer { ended.program.remove() }
    try ended.program.write("填报人,志愿对象,志愿,不选\nM1,T3,1,\nT3,M1,1,\nT1,M1,1,\nM2,T1,,是\n", to: "w.csv")
    _ = try ended.run("mentor match --two-way --wishes w.csv --out m.csv")
    let table = try ended.program.read("m.csv")
    #expect(table.contains("choice 1 of 示例己") && table.contains("choice 1 of 示例庚"))
    #expect(
      try ended.run("mentor match --two-way --wishes w.csv").output
        .contains("no two would rather have each other"))
  }

  @Test func `trainee, mentor and project are put together and recorded in one step`() throws {
    let ended = try centre()
    defer { ended.program.remove() }
    let shown = try ended.run("mentor match --with-projects").output
    #expect(shown.contains("Triples: 2") && shown.contains("proved best"))
    #expect(
      try ended.run("mentor match --with-projects --record").output
        .contains("triples recorded: 2, as assignments and choices"))
    #expect(try ended.run("mentor assignments").output.contains("A00002"))
    #expect(try ended.run("project outcomes").output.contains("P001"))
    // Both mentors are full and those two have what they need.
    #expect(try ended.run("mentor match --with-projects").output.contains("Triples: 0"))
    #expect(
      try ended.run("mentor match --with-projects --two-way", status: 64).errors.contains("most points"))
  }
}
