import Foundation
import Testing

/// The way of a class from its roster to its claim, as a planner types it; all people are made up.
@Suite struct CourseRecordCommandTests {
  private let roster = """
    示例中心开班花名册（人员均为虚构）
    序号,学员编号,姓名,性别,身份证号码,年龄,文化程度,户籍所在地,户籍性质,人员类别,证件名称及编号,联系电话,是否享受过同类补贴,个人信息授权
    1,T01,示例学员01,女,999999199001010024,36,大专,999999,农村,返乡农民工,户口簿：示例0001,00000000011,否,是
    2,T02,示例学员02,男,99999919900101OO32,36,本科,999999,城镇,高校毕业生,毕业证书：示例0002,00000000012,否,是
    3,,虚构新人,男,999999199001011019,36,初中,999999,农村,城镇登记失业人员,就业创业证 9999990000000001,00000000013,否,
    合计,3人,,,,,,,,,,,,
    """

  /// A regulation with a rate for the course, ¥300 on completion, from long ago.
  private let regulation = """
    {
      "id": "example", "name": {"zh": "示例口径", "en": "Example"}, "version": "1", "area": "0",
      "from": "2020-01-01", "source": "示例文件",
      "rules": {
        "completion": {"leastAttendance": 0.8, "lowestGrade": "pass", "certificateFormat": "示例####"},
        "claim": {
          "rates": {"GYB": 300},
          "stages": [{"on": "completion", "share": 1}],
          "claimWithin": {"months": 120}, "noticeWorkingDays": 5, "needsApproval": true,
          "papers": ["claim_form", "approval", "signed_claim_roster", "attendance_book"]
        }
      }
    }
    """

  /// A centre whose two classes have a timetable in force.
  private func published() throws -> Program {
    let program = try Program()
    for arguments in [
      ["bundle", "import", Project.path("Fixtures/two-classes")],
      ["timetable", "plan", "--steps", "300", "--seed", "3"], ["timetable", "publish"],
    ] {
      #expect(try program.run(arguments).status == 0)
    }
    return program
  }

  @Test func `a roster is taken in, with a late comer, and nobody's number is shown`() throws {
    let program = try published()
    defer { program.remove() }
    try program.write(roster, to: "roster.csv")
    let look = try program.run(["trainee", "import", "roster.csv", "--class", "G01", "--dry-run"])
    #expect(look.output == "looked at, not stored: 3 trainees, 1 of them new, 3 with a class\n")
    let run = try program.run(["trainee", "import", "roster.csv", "--class", "G01"])
    #expect(run.status == 0)
    #expect(run.output == "on record: 1 new, 2 changed, 0 unchanged; 3 with a class\n")
    #expect(run.errors.contains("letters O, I, l were read as digits"))
    #expect(run.errors.contains("1 have no consent on record"))
    let again = try program.run(["trainee", "import", "roster.csv", "--class", "G01"])
    #expect(again.output == "on record: 0 new, 0 changed, 3 unchanged; 3 with a class\n")

    let found = try program.run(["trainee", "find", "--id-number", "999999199001010024"])
    #expect(found.output.contains("T01") && found.output.contains("999999********0024"))
    let show = try program.run(["trainee", "show", "T01"], language: "zh_CN.UTF-8")
    #expect(show.output.contains("返乡农民工 自 2026-03-02，户口簿 示***01"))
    #expect(show.output.contains("G01 产生你的企业想法 2026-03-02"))
    // The birth date would fill the hidden places of the number.
    #expect(show.output.contains("周岁") && !show.output.contains("1990-01-01"))
    for output in [run.output + run.errors, found.output, show.output] {
      #expect(!output.contains("199001010024") && !output.contains("00000000011"))
    }
    #expect(try program.run(["trainee", "find", "--name", "无此人"]).status == 1)
  }

  @Test func `what is on record otherwise is shown, and taken only when asked`() throws {
    let program = try published()
    defer { program.remove() }
    try program.write("学员编号,姓名,人员类别,联系电话\nT01,示例学员99,高校毕业生,\n", to: "roster.csv")
    let run = try program.run(["trainee", "import", "roster.csv"])
    #expect(run.status == 2)
    #expect(
      run.errors.contains("conflict: line 2, trainee T01: name: on record 示例学员01, the roster has 示例学员99"))
    #expect(try program.run(["trainee", "find", "--name", "示例学员99"]).status == 1)
    #expect(try program.run(["trainee", "import", "roster.csv", "--replace"]).status == 0)
    #expect(try program.run(["trainee", "find", "--name", "示例学员99"]).status == 0)
    #expect(
      try program.run(["trainee", "show", "T01"]).output.contains("on record 示例学员01, the roster has 示例学员99"))
  }

  @Test func `two records of one person are proposed and confirmed, never merged`() throws {
    let program = try published()
    defer { program.remove() }
    try program.write(
      "姓名,身份证号码,人员类别,联系电话\n虚构甲,999999199001010024,其他,00000000021\n", to: "first.csv")
    try program.write("姓名,人员类别,联系电话\n虚构甲,其他,00000000021\n", to: "second.csv")
    #expect(try program.run(["trainee", "import", "first.csv"]).status == 0)
    let second = try program.run(["trainee", "import", "second.csv"])
    let year = try #require(second.errors.firstRange(of: /[0-9]{4}-0001 and [0-9]{4}-0002/))
    let ids = second.errors[year].split(separator: " and ").map(String.init)
    #expect(second.errors.contains("same name, same phone"))
    #expect(try program.run(["trainee", "find", "--same"]).output.contains(ids[1]))
    #expect(try program.run(["trainee", "link", ids[0], ids[1]]).status == 0)
    #expect(try program.run(["trainee", "find", "--same"]).output == "no two records look like one person\n")
    #expect(try program.run(["trainee", "show", ids[0]]).output.contains("the same person as: \(ids[1])"))
    #expect(try program.run(["trainee", "link", ids[0], ids[0]]).status == 2)
  }

  @Test func `a class goes from its signed sheet to a claim that is made once`() throws {
    let program = try published()
    defer { program.remove() }
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "rules"), withIntermediateDirectories: true)
    try program.write(regulation, to: "rules/example.json")
    try program.write(roster, to: "roster.csv")
    let rules = ["--regulations", "rules"]
    #expect(try program.run(["trainee", "import", "roster.csv", "--class", "G01"]).status == 0)

    let sheet = try program.run(
      ["report", "write", "attendance-sheet", "--class", "G01", "--out", "sheet.csv"], language: "zh_CN.UTF-8"
    )
    #expect(sheet.status == 0)
    // All but T02 sign every half day; T02 comes once.
    let rows = try program.read("sheet.csv").split(separator: "\n").enumerated().map { number, row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard number > 0 else { return cells }
      return cells.enumerated().map { place, cell in
        (3...6).contains(place) ? cells[1] == "T02" && place > 3 ? "缺" : "√" : cell
      }
    }
    try program.write(rows.map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "signed.csv")
    let attendance = try program.run(["class", "attendance", "G01", "signed.csv"] + rules)
    #expect(attendance.output == "recorded: 52 new cells, 0 replaced, 0 as before\n")
    #expect(
      attendance.errors.contains("note: T02 示例学员02: attended 4 periods of the 10 that are needed: 6 short"))
    let other =
      ["class", "attendance", "G01", "--trainee", "T02", "--date", "2026-03-03", "--block", "AM"] + rules
    #expect(try program.run(other).status == 2)
    #expect(
      try program.run(other + ["--replace"]).output == "recorded: 0 new cells, 1 replaced, 0 as before\n")

    try program.write("姓名,计划书等级,合格证书编号,发证日期\n示例学员02,合格,示例0009,2026-03-10\n", to: "wrong.csv")
    let wrong = try program.run(["class", "complete", "G01", "wrong.csv"] + rules)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("trainee T02: the trainee's verdict is: not completed"))
    try program.write("姓名,计划书等级,合格证书编号,发证日期\n示例学员01,优秀,示例0001,2026-03-10\n", to: "results.csv")
    let results = try program.run(
      ["class", "complete", "G01", "results.csv"] + rules, language: "zh_CN.UTF-8")
    #expect(results.status == 0)
    #expect(results.output.contains("合格 1 人，不合格 1 人，待定 11 人"))

    for step in ["submitted", "approved", "opened", "teaching", "completed"] {
      let on =
        step == "submitted" || step == "approved"
        ? "2026-02-20" : step == "completed" ? "2026-03-06" : "2026-03-02"
      let paper = step == "approved" ? ["--paper", "示例批1号"] : []
      #expect(try program.run(["class", "state", "G01", step, "--on", on] + paper).status == 0)
    }
    let back = try program.run(["class", "state", "G01", "approved", "--paper", "2"])
    #expect(back.status == 2)
    #expect(
      back.errors.contains(
        "the class is completed and cannot become approved; it may become: subsidy claimed, archived"))

    let claim = try program.run(["class", "claim", "G01", "--on", "2026-04-01"] + rules)
    #expect(claim.output.contains("to be claimed: 1, ¥300.00 in all"))
    let file = try program.run(
      ["report", "write", "claim-file", "--class", "G01", "--out", "claim.txt"] + rules,
      language: "zh_CN.UTF-8")
    #expect(file.status == 0)
    let text = try program.read("claim.txt")
    #expect(text.contains("大写：叁佰元整") && text.contains("示例批1号 2026-02-20"))
    #expect(!text.contains("999999199001010024"))
    _ = try program.run(
      ["report", "write", "claim-roster", "--class", "G01", "--out", "whole.csv", "--full-numbers"] + rules)
    #expect(try program.read("whole.csv").contains("999999199001010024"))
    #expect(
      try program.run(["class", "claim", "G01", "--on", "2026-04-01", "--record"] + rules).output
        == "claims recorded: 1, ¥300.00 in all\n")
    let after = try program.run(["class", "claim", "G01", "--on", "2026-04-02"] + rules)
    #expect(
      after.output.contains("claimed on 2026-04-01") && after.output.contains("to be claimed: 0"))
  }

  @Test func `a centre sets the columns of its rosters`() throws {
    let program = try published()
    defer { program.remove() }
    try program.write("花名册,列,标题\n开班花名册,姓名,学员姓名\n开班花名册,blank,村（社区）\n", to: "columns.csv")
    let write = ["report", "write", "opening-roster", "--class", "G01", "--out", "roster.csv", "--rosters"]
    #expect(try program.run(write + ["columns.csv"], language: "zh_CN.UTF-8").status == 0)
    #expect(try program.read("roster.csv").hasPrefix("\u{FEFF}学员姓名,村（社区）\n示例学员01,\n"))
    try program.write("花名册,列\n开班花名册,体重\n", to: "columns.csv")
    let wrong = try program.run(write + ["columns.csv"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("no such column"))
  }

  @Test func `wishes are registered, listed by what is asked for, and closed`() throws {
    let program = try published()
    defer { program.remove() }
    try program.write(
      "姓名,联系电话,区域,创业意向,培训需求,摸底日期\n虚构甲,00000000021,999999,开茶园,SYB,2026-02-01\n"
        + "虚构乙,00000000022,999998,开网店,,2026-02-02\n", to: "intents.csv")
    #expect(
      try program.run(["intent", "import", "intents.csv"]).output == "wishes on record: 2 new, 0 as before\n")
    #expect(
      try program.run(["intent", "import", "intents.csv"]).output == "wishes on record: 0 new, 2 as before\n")
    let list = try program.run(["intent", "list"])
    #expect(list.output.contains("2 open: none named 1, SYB 1"))
    #expect(!list.output.contains("00000000021"))
    #expect(try program.run(["intent", "list", "--area", "999999"]).output.contains("1 open: SYB 1"))
    #expect(try program.run(["intent", "close", "I00001", "--trainee", "T01"]).status == 0)
    #expect(try program.run(["intent", "close", "I00002", "--reason", "外出务工"]).status == 0)
    #expect(try program.run(["intent", "list"]).output == "0 open\n")
    #expect(try program.run(["intent", "close", "I00002", "--reopen"]).status == 0)
    #expect(try program.run(["intent", "list"]).output.contains("1 open: none named 1"))
    #expect(try program.run(["intent", "close", "I99999", "--reopen"]).status == 2)
  }

  @Test func `categories, consent and leaving a class are recorded, and a wrong category is struck out`()
    throws
  {
    let program = try published()
    defer { program.remove() }
    func run(_ arguments: String...) throws -> Program.Run { try program.run(arguments) }
    let add = try run(
      "trainee", "category", "T01", "就业困难人员", "--from", "2026-01-01", "--paper", "认定表", "--number", "示例7")
    #expect(add.output == "recorded for trainee T01: Hard to employ\n")
    #expect(try run("trainee", "show", "T01").output.contains("Hard to employ from 2026-01-01, 认定表 ***"))
    #expect(try run("trainee", "category", "T01", "hard_to_employ", "--withdraw", "认错人").status == 0)
    #expect(try !run("trainee", "show", "T01").output.contains("Hard to employ"))
    #expect(try run("trainee", "category", "T01", "hard_to_employ", "--withdraw", "认错人").status == 2)
    #expect(try run("trainee", "category", "T01", "火星人").status == 64)

    #expect(try run("trainee", "show", "T01").output.contains("consent: not recorded"))
    #expect(try run("trainee", "consent", "T01", "--on", "2026-03-01").status == 0)
    #expect(try run("trainee", "show", "T01").output.contains("consent: 2026-03-01"))
    #expect(try run("trainee", "consent", "T01", "--withdrawn", "2026-06-01").status == 0)
    #expect(try run("trainee", "show", "T01").output.contains("followed to: 2026-05-31"))

    #expect(try run("class", "leave", "G01", "T02", "--on", "2026-03-03").status == 0)
    #expect(try !run("report", "write", "opening-roster", "--class", "G01", "--out", "r.csv").output.isEmpty)
    #expect(try !program.read("r.csv").contains("示例学员02"))
    #expect(try run("class", "leave", "G01", "T02").status == 2)
    _ = try run("timetable", "publish")
    #expect(try run("class", "leave", "G01", "T02").status == 2)
  }
}
