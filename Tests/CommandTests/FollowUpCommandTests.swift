import Foundation
import Testing

/// A made-up centre whose one class ended in April 2026, published, so that its trainees can be followed.
private struct EndedClass {
  let program: Program

  init() throws {
    program = try Program()
    let tables = [
      "centre": "key,value\nname,示例中心\nplan_from,2026-04-20\nplan_to,2026-04-30\n",
      "blocks": "block,start,periods\nAM,08:30,4\nPM,14:00,4\n", "sites": "site,name,area\nS1,东站,610113001\n",
      "rooms": "room,site,name,capacity\nR1,S1,一号教室,30\n", "courses": "course,name,programme\nSYB,SYB,SYB\n",
      "modules": "course,order,module,name,periods,session_periods\nSYB,1,想法,企业想法,8,4\n",
      "people": "person,name,roles\nP1,示例甲,lecturer\n", "cohorts": "cohort,name,category\ng,毕业生,graduate\n",
      "classes": "class,course,cohort,site,earliest,latest\n第1班,SYB,g,S1,2026-04-20,2026-04-24\n",
      "trainees":
        "trainee,name,id_number,category,area,phone\nT1,示例丁,999999188001010012,graduate,610113001,19900001234\n"
        + "T2,示例戊,,graduate,610113001,19900005678\nT3,示例己,,graduate,610113002,\n",
      "enrolments": "class,trainee\n第1班,T1\n第1班,T2\n第1班,T3\n",
    ]
    let folder = program.folder.appending(path: "bundle")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in tables { try program.write(text, to: "bundle/\(name).csv") }
    for command in [
      ["bundle", "import", "bundle"], ["timetable", "plan", "--steps", "500"], ["timetable", "publish"],
    ] {
      let run = try program.run(command)
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  func run(_ line: String, _ more: String..., status: Int32 = 0) throws -> Program.Run {
    let run = try program.run(line.split(separator: " ").map(String.init) + more)
    #expect(run.status == status, "\(line): \(run.output)\(run.errors)")
    return run
  }
}

@Suite struct FollowUpCommandTests {
  @Test func `follow-up goes from the plan over contacts to the sheet that comes back`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    let refused = try ended.run("follow-up plan", status: 2)
    #expect(refused.errors.contains("3 trainees have no officer"))
    #expect(
      try ended.run("follow-up plan --officer Wang").output.hasPrefix("1 classes, 3 trainees, 12 contacts"))

    let due = try ended.run("follow-up due --officer Wang --as-of 2026-05-22 --no-warnings").output
    #expect(due.contains("示例丁") && due.contains("199****1234") && !due.contains("19900001234"))
    let recorded = try ended.run(
      "follow-up record T1 --method telephone --result reached --on 2026-05-22 --need fund_raising --said 缺资金"
    )
    #expect(
      recorded.output.contains("T1-1 recorded") && recorded.output.contains("done: 30 days after the class"))
    #expect(recorded.output.contains("request help-T1-1 opened"))
    #expect(try ended.run("help list").output.contains("help-T1-1  T1"))
    _ = try ended.run("help close help-T1-1")
    let unknown = try ended.run("follow-up record T1 --method pigeon --result reached", status: 64)
    #expect(unknown.errors.contains("there is no 'pigeon'"))

    _ = try ended.run("follow-up sheet --officer Wang --out sheet.csv")
    let lines = try ended.program.read("sheet.csv").split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("\u{FEFF}task,subject,name,phone"))
    let row = try #require(lines.first { $0.contains(",T2,") })
    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
    let filled = cells.prefix(7) + ["2026-10-20", "visit", "reached"] + cells.dropFirst(10)
    let other = cells.prefix(7) + ["2026-10-20", "visit", "away"] + cells.dropFirst(10)
    try ended.program.write(lines[0] + "\n" + filled.joined(separator: ",") + "\n", to: "a.csv")
    try ended.program.write(lines[0] + "\n" + other.joined(separator: ",") + "\n", to: "b.csv")
    let conflict = try ended.run("follow-up import a.csv b.csv", status: 2)
    #expect(conflict.errors.contains("the same contact as b.csv:2, filled in differently: result"))
    #expect(conflict.errors.contains("nothing was stored"))
    #expect(try ended.run("follow-up import a.csv").output.hasPrefix("1 contacts"))
    #expect(try ended.run("follow-up import a.csv").output.contains("1 on record already"))

    _ = try ended.run("report write follow-up-ledger --from 2026-05-01 --to 2026-12-31 --out ledger.txt")
    #expect(try ended.program.read("ledger.txt").contains("缺资金"))
    _ = try ended.run("feed write --out feeds")
    #expect(try ended.program.read("feeds/index.csv").contains("officer-Wang.ics,officer,Wang"))
  }

  @Test func `ventures are added, changed, imported, matched and shown`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    #expect(
      try ended.run(
        "venture add --name 示例面馆 --founder T1 --area 610113001 --industry H6210 --state operating --since 2026-05-20"
      ).output.hasPrefix("V000001 on record"))
    #expect(try ended.run("venture add --name 店 --founder T9 --area 61", status: 2).errors.contains("T9"))
    _ = try ended.run(
      "venture change V000001 --employees 3 --insured 2 --key-group graduate=1 --since 2026-06-01")
    _ = try ended.run(
      "venture change V000001 --state suspended --since 2026-07-01", "--evidence", "visit note:1")
    let refused = try ended.run("venture change V000001 --state preparing --since 2026-08-01", status: 2)
    #expect(refused.errors.contains("from suspended to preparing on 2026-08-01 cannot be"))
    let page = try ended.run("venture show V000001 --as-of 2026-12-01").output
    #expect(page.contains("suspended since 2026-07-01") && page.contains("visit note 1"))

    try ended.program.write(
      "统一社会信用代码,企业名称,经营者,联系电话,成立日期,登记状态\n92610113MA6TE5T173,示例戊小吃店,示例戊,19900005678,2026-06-02,存续\n"
        + ",示例己家政,示例己,,2026-07-02,存续\n", to: "register.csv")
    let listed = try ended.run("venture match register.csv").output
    #expect(listed.contains("same phone") && !listed.contains("links accepted"))
    #expect(
      try ended.run("venture match register.csv --accept").output.contains("1 links accepted, 1 ventures"))
    #expect(
      try ended.run("venture match register.csv 示例己家政/2026-07-02 T3 --refuse").output.hasPrefix("refused"))
    #expect(try ended.run("venture show --founder T3").output == "no venture fits\n")
    #expect(try ended.run("venture show").output.contains("92610113MA6TE5T173"))

    try ended.program.write(
      "学员编号,企业名称,统一社会信用代码,登记日期,经营状态,状态日期\nT3,示例家政,,,正常经营,2026-05-02\nT9,店,,,筹备,\n", to: "list.csv")
    let torn = try ended.run("venture import list.csv", status: 2)
    #expect(
      torn.errors.contains("list.csv:3: trainee: no such trainee")
        && torn.errors.contains("nothing was stored"))
    let partial = try ended.run("venture import list.csv --partial", status: 2)
    #expect(partial.output.contains("1 ventures added"))
    _ = try ended.run("report write venture-register --out register.html")
    #expect(try ended.program.read("register.html").contains("示例家政"))
  }
}
