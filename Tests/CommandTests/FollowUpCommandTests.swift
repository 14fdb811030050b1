import Foundation
import Testing

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
