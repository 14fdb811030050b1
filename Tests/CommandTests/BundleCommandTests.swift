import Foundation
import Testing

@Suite struct BundleCommandTests {
  @Test func `the demo centre is sound`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["bundle", "check", Project.path("Fixtures/demo")])
    #expect(run.status == 0)
    #expect(run.output.contains("trainees.csv"))
    #expect(run.output.hasSuffix("the bundle is sound (0 errors, 1 warning)\n"))
  }

  @Test func `every problem is listed in one pass and ends with 1`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      switch file {
      case "classes.csv": text.replacing("G01,GYB", with: "G01,SYB")
      case "rooms.csv": text.replacing("一号教室,30", with: "一号教室,三十")
      default: text
      }
    }
    let run = try program.run(["bundle", "check", "b"], language: "zh_CN.UTF-8")
    #expect(run.status == 1)
    #expect(run.output.contains("错误：classes.csv:2"))
    #expect(run.output.contains("错误：rooms.csv:2"))
    #expect(run.output.contains("数据包不可用"))
    let json = try program.run(["bundle", "check", "b", "--json"])
    #expect(json.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(report["sound"] as? Bool == false)
    let problems = try #require(report["problems"] as? [[String: Any]])
    #expect(problems.contains { $0["file"] as? String == "rooms.csv" && $0["line"] as? Int == 2 })
  }

  @Test func `a folder that is not there cannot be read`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["bundle", "check", "nowhere"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nowhere"))
  }

  @Test func `an unsound bundle is not stored and its sound rows are when asked for`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "enrolments.csv" ? text.replacing("G01,T07", with: "G01,T99") : text
    }
    let refused = try program.run(["bundle", "import", "b"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("enrolments.csv:8"))
    #expect(try program.run(["timetable", "plan", "--steps", "10"]).status == 2)
    let partial = try program.run(["bundle", "import", "b", "--partial"])
    #expect(partial.status == 2)
    #expect(partial.output.contains("left out"))
    #expect(try program.run(["timetable", "plan", "--steps", "300"]).status == 0)
  }
}
