import Foundation
import Testing

@Suite struct DatabaseCommandTests {
  @Test func `a bundle becomes a draft, a published timetable and calendars`() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(["bundle", "import", Project.path("Fixtures/two-classes")]).status == 0)
    let plan = try program.run(["timetable", "plan", "--steps", "300", "--seed", "3"])
    #expect(plan.status == 0)
    #expect(plan.output.contains("draft 1: 10 sessions placed, 0 without a place"))

    #expect(try program.run(["timetable", "show", "--class", "G01"]).status == 2)
    let draft = try program.run(["timetable", "show", "--class", "G01", "--draft"])
    #expect(draft.status == 0)
    #expect(draft.output.contains("draft 1, not published"))

    let publish = try program.run(["timetable", "publish"])
    #expect(publish.status == 0)
    #expect(publish.output == "published draft 1: 10 new, 0 changed, 0 cancelled, 0 unchanged\n")
    let show = try program.run(["timetable", "show", "--class", "M01"], language: "zh_CN.UTF-8")
    #expect(show.status == 0)
    #expect(show.output.contains("周一 0"))
    #expect(show.output.contains("已发布（第 1 号草案）"))

    let feeds = try program.run(["feed", "write", "--out", "feeds"])
    #expect(feeds.status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/feeds")
    #expect(files.contains("index.csv"))
    #expect(files.count { $0.hasSuffix(".ics") } == 2 + 3 + 3 + 24 + 1)
    let again = try program.run(["feed", "write", "--out", "feeds"])
    #expect(again.output.contains(" 0 written, 33 unchanged, 0 removed"))
  }

  @Test func `without a week the first one with sessions is shown and the others are named`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run(["bundle", "import", Project.path("Fixtures/two-classes"), "--database", "c.sqlite"])
    _ = try program.run(["timetable", "plan", "--steps", "300", "--database", "c.sqlite"])
    let run = try program.run([
      "timetable", "show", "--trainee", "T01", "--draft", "--database", "c.sqlite",
    ])
    #expect(run.status == 0)
    #expect(run.output.contains("Other weeks with sessions: 2026-W1"))
    let empty = try program.run([
      "timetable", "show", "--room", "RC", "--week", "2026-W30", "--draft", "--database", "c.sqlite",
    ])
    #expect(empty.output.contains("No sessions in this week."))
    let nobody = try program.run(["timetable", "show", "--person", "P9", "--draft", "--database", "c.sqlite"])
    #expect(nobody.status == 2)
    #expect(nobody.errors.contains("P9"))
  }

  @Test func `without a bundle there is nothing to plan, publish or write`() throws {
    let program = try Program()
    defer { program.remove() }
    for arguments in [
      ["timetable", "plan"], ["timetable", "publish"], ["feed", "write", "--out", "feeds"],
    ] {
      let run = try program.run(arguments)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(!run.errors.isEmpty)
    }
  }
}
