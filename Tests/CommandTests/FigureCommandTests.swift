import Foundation
import Reports
import Testing

@testable import seedbed

@Suite struct RegulationCommandTests {
  @Test func `a regulation's file is printed as the start of one's own, which then rules`() throws {
    let program = try Program()
    defer { program.remove() }
    let shipped = try program.run(["regulation", "show", "national-default", "--json"])
    #expect(shipped.status == 0)
    let own = shipped.output.replacing("\"national-default\"", with: "\"district\"")
      .replacing("\"area\": \"0\"", with: "\"area\": \"999901\"")
      .replacing("\"operatingDays\": 90", with: "\"operatingDays\": 30")
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "rules"), withIntermediateDirectories: true)
    try Data(own.utf8).write(to: program.folder.appending(path: "rules/district.json"))
    let list = try program.run(["regulation", "list", "--regulations", "rules"])
    #expect(list.status == 0)
    #expect(list.output.split(separator: "\n").contains { $0.hasPrefix("district ") && $0.contains(" own ") })
    let show = try program.run([
      "regulation", "show", "--area", "999901001", "--on", "2026-05-01", "--regulations", "rules",
    ])
    #expect(show.words.contains("has operated for 30 days"))
    let elsewhere = try program.run([
      "regulation", "show", "--area", "110101", "--on", "2026-05-01", "--regulations", "rules",
    ])
    #expect(elsewhere.words.contains("has operated for 90 days"))
  }

  @Test func `a regulation with errors is refused, with every error`() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(
      at: program.folder.appending(path: "rules"), withIntermediateDirectories: true)
    try Data("{ \"id\": \"x\", \"nmae\": 1 }".utf8).write(to: program.folder.appending(path: "rules/x.json"))
    let run = try program.run(["regulation", "list", "--regulations", "rules"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("x.json:1: nmae: unknown key"))
    #expect(run.errors.contains("x.json:1: rules: missing"))
  }

  @Test(arguments: ["zh_CN.UTF-8", "en_GB.UTF-8"])
  func `an unknown regulation is answered with those there are`(language: String) throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["regulation", "show", "nowhere"], language: language)
    #expect(run.status == 2 && run.errors.contains("qingdao-two-stage"))
  }
}

extension Program.Run {
  /// What was printed, without the line breaks of its table.
  fileprivate var words: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

@Suite struct FigureCommandTests {
  /// A database with the made-up history of 300 trainees.
  private func program() throws -> (Program, [String]) {
    let program = try Program()
    let run = try program.run(["bench", "follow-up", "--trainees", "300", "--keep", "."])
    #expect(run.status == 0, "\(run.errors)")
    return (program, ["--database", "follow-up-300.sqlite"])
  }

  private func write(_ text: String, to name: String, in program: Program) throws {
    try Data(text.utf8).write(to: program.folder.appending(path: name))
  }

  @Test func `a made-up register is linked from its file to the ventures, and what is exact is right`() throws
  {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(
      ["bench", "register", "--trainees", "600", "--firms", "1500", "--seeds", "2"])
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true)
    }
    .filter { $0.count == 13 && Int($0[0]) != nil }
    #expect(rows.map { $0[0] } == ["1", "2"])
    for row in rows {
      let (links, exact) = (try #require(Int(row[3])), try #require(Int(row[4])))
      #expect(links > 50 && exact > links / 2)
      #expect(try #require(Double(row[5])) >= 0.98)
      #expect(try #require(Double(row[6])) >= 0.9)
    }
  }

  @Test func `indicators are listed with their formulas and need no database`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["indicator", "list"], language: "zh_CN.UTF-8")
    #expect(run.status == 0)
    #expect(run.output.contains("全民创业活动指数") && run.output.contains("÷ 城镇劳动者人数"))
    #expect(run.output.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 100 })
  }

  @Test func `an indicator waits for its number from outside, then opens to its people`() throws {
    let (program, database) = try program()
    defer { program.remove() }
    let period = ["--area", "999901", "--period", "2025"]
    let before = try program.run(["indicator", "show", "activity-index"] + period + database)
    #expect(before.status == 0 && before.output.contains("not computable"))
    try write(
      "kind,area,from,to,amount,source,published_on\n"
        + "urbanWorkers,999901,2025-01-01,2025-12-31,1000,made up,2026-01-20\n",
      to: "workers.csv", in: program)
    #expect(try program.run(["indicator", "import", "workers.csv"] + database).output == "imported: 1\n")
    let after = try program.run(["indicator", "show", "activity-index"] + period + database)
    #expect(after.words.contains("people ÷ 1,000 people"))
    #expect(after.output.contains("made up (2026-01-20)"))
    let people = try program.run(["indicator", "show", "activity-index", "--people"] + period + database)
    #expect(people.output.contains("trainee") && people.output.contains("classes: "))
    // Identity numbers of made-up people begin with an area that does not exist.
    #expect(!people.output.contains("999999"))
  }

  @Test func `targets are imported, shown with their lights and assessed`() throws {
    let (program, database) = try program()
    defer { program.remove() }
    try write(
      """
      目标编号,目标任务,区域,责任单位,统计指标,目标数,单位,起,止,分项
      T,培训,999901,人社局,,1000,人,2026-01-01,2026-12-31,T1;T2
      T1,创业培训,999901,中心,参加培训人数,10,人,2026-01-01,2026-12-31,
      T2,创业指导,999901,专家团,接受服务人数,900,人,2026-01-01,2026-12-31,
      """, to: "targets.csv", in: program)
    let imported = try program.run(["target", "import", "targets.csv"] + database, language: "zh_CN.UTF-8")
    #expect(imported.output == "新增 3 项，更新 0 项，未变 0 项\n")
    #expect(imported.errors.contains("少 90 人"))
    let day = ["--as-of", "2026-11-21"]
    let shown = try program.run(["target", "show"] + day + database, language: "zh_CN.UTF-8")
    #expect(shown.status == 1)
    #expect(shown.output.contains("正常") && shown.output.contains("严重滞后"))
    let assessed = try program.run(["target", "assess"] + day + database)
    #expect(assessed.status == 1)
    #expect(assessed.output.contains("there is no target for it"))
    let wrong =
      "target,name,area,owner,measure,amount,unit,from,to\nX,x,999901,o,jobs,1,person,2026-01-01,2026-12-31\n"
    try write(wrong, to: "wrong.csv", in: program)
    let refused = try program.run(["target", "import", "wrong.csv"] + database)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("wrong.csv:2: measure: no such count, found jobs"))
  }

  @Test func `every report of figures is written in every format`() throws {
    let (program, database) = try program()
    defer { program.remove() }
    for name in [
      "survival", "indicators", "progress", "assessment", "monthly-bulletin", "quarterly-bulletin",
    ] {
      for format in ["txt", "csv", "xlsx", "html"] {
        let file = "\(name).\(format)"
        let run = try program.run(
          ["report", "write", name, "--out", file, "--as-of", "2026-11-21"] + database)
        #expect(run.status == 0, "\(run.errors)")
        let bytes = try Data(contentsOf: program.folder.appending(path: file))
        #expect(!bytes.isEmpty)
      }
    }
    let page = try String(contentsOf: program.folder.appending(path: "survival.html"), encoding: .utf8)
    #expect(page.contains("<svg") && page.contains("<polygon"))
    let letter = try program.run(["report", "write", "responsibility-letter", "--out", "l.html"] + database)
    #expect(letter.status == 2)
  }

  @Test func `periods are years, quarters, months and spans`() throws {
    let spans = ["2026", "2026-Q2", "2026-02", "2026-01-05..2026-01-09"].compactMap { SpanOptions.period($0) }
    #expect(
      spans.map { "\($0.lowerBound) \($0.upperBound)" } == [
        "2026-01-01 2026-12-31", "2026-04-01 2026-06-30", "2026-02-01 2026-02-28", "2026-01-05 2026-01-09",
      ])
    for wrong in ["", "26", "2026-13", "2026-Q0", "2026-01-09..2026-01-05", "2026-1-1-1"] {
      #expect(SpanOptions.period(wrong) == nil)
    }
  }
}
