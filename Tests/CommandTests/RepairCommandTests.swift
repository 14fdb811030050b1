import Foundation
import Testing

@Suite struct RepairCommandTests {
  /// The two classes' timetable in `t.csv`.
  private func solved() throws -> Program {
    let program = try Program()
    _ = try TimetableFileTests.solved(program)
    return program
  }

  /// The cells of the first row that holds all these.
  private func row(_ program: Program, _ words: String...) throws -> [String] {
    let line = try program.read("t.csv").split(separator: "\n").first { line in
      words.allSatisfy(line.contains)
    }
    return try #require(line).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [("zh_CN.UTF-8", "repair.zh"), ("en_GB.UTF-8", "repair.en")])
  func `an absence is repaired with the fewest moves`(language: String, golden: String) throws {
    let program = try solved()
    defer { program.remove() }
    let session = try row(program, "G01", "认识创业")
    let away = "\(session[14])@\(session[6])"
    let run = try program.run(
      [
        "timetable", "repair", "t.csv", TimetableFileTests.bundle, "--absent", away, "--out", "new.csv",
        "--json", "r.json",
      ], language: language)
    #expect(run.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(try program.read("r.json").utf8)) as? [String: Any])
    let moves = try #require(report["moves"] as? [Any])
    #expect(report["isFewest"] as? Bool == true && !moves.isEmpty)
    #expect(report["fewestMoves"] as? Int == moves.count)
    let check = try program.run([
      "timetable", "check", TimetableFileTests.bundle, "new.csv", "--previous", "t.csv", "--json",
    ])
    #expect(check.status == 0)
    #expect(check.output.contains("\"moved\" : \(moves.count)"))
    try Golden.expect(run.output, is: golden)
  }

  @Test func `nobody away moves nothing, and a budget of none leaves sessions out`() throws {
    let program = try solved()
    defer { program.remove() }
    let session = try row(program, "G01", "认识创业")
    let command = ["timetable", "repair", "t.csv", TimetableFileTests.bundle, "--out", "new.csv"]
    let nothing = try program.run(command)
    #expect(nothing.status == 0)
    #expect(nothing.output.hasPrefix("0 sessions move"))
    #expect(try program.read("new.csv") == program.read("t.csv"))
    let kept = try program.run(command + ["--absent", "\(session[14])@\(session[6])", "--max-moves", "0"])
    #expect(kept.status == 2)
    #expect(kept.output.contains("0 moves do not repair all"))
    #expect(kept.output.contains("no place"))
  }

  @Test func `a class that is gone is dropped and the rest stays`() throws {
    let program = try solved()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      text.split(separator: "\n").filter {
        file != "classes.csv" && file != "enrolments.csv" || !$0.hasPrefix("M01")
      }
      .joined(separator: "\n") + "\n"
    }
    let run = try program.run([
      "timetable", "repair", "t.csv", TimetableFileTests.bundle, "--changed", "b", "--out", "new.csv",
    ])
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("0 sessions move"))
    #expect(run.output.contains("No longer held"))
    #expect(!(try program.read("new.csv").contains("M01")))
  }

  @Test func `the bundle that was replaced is opened too, and must be that of the timetable`() throws {
    let program = try solved()
    defer { program.remove() }
    let repair = { (bundle: String) in
      try program.run([
        "timetable", "repair", "t.csv", bundle, "--changed", TimetableFileTests.bundle, "--out", "new.csv",
      ])
    }
    let missing = try repair("nowhere")
    #expect(missing.status == 2 && missing.output.isEmpty && missing.errors.contains("nowhere"))
    try program.copyBundle("two-classes", to: "other") { text, file in
      guard ["classes.csv", "enrolments.csv", "mentoring.csv", "pins.csv"].contains(file) else { return text }
      let kept = text.replacing("G01", with: "X01").replacing("M01", with: "X02").split(separator: "\n")
      return (file == "mentoring.csv" ? Array(kept.prefix(1)) : kept).joined(separator: "\n") + "\n"
    }
    let other = try repair("other")
    #expect(other.status == 2 && other.output.isEmpty)
    #expect(other.errors.contains("sessions of t.csv is in other; give the bundle that the timetable was"))
    #expect(try repair(TimetableFileTests.bundle).status == 0)
  }

  @Test(arguments: [("zh_CN.UTF-8", "repair-errors.zh"), ("en_GB.UTF-8", "repair-errors.en")])
  func `what cannot be understood is named`(language: String, golden: String) throws {
    let program = try solved()
    defer { program.remove() }
    try FileManager.default.copyItem(
      atPath: TimetableFileTests.bundle, toPath: program.folder.appending(path: "b").path)
    let wrong: [(status: Int32, more: [String])] = [
      (64, ["--absent", "P1"]), (64, ["--absent", "P1@2026-02-30"]),
      (64, ["--absent", "P1@2026-03-06..2026-03-02"]), (64, ["--closed", "R1@"]),
      (64, ["--pin", "place:G01"]),
      (64, ["--pin", "time:"]), (64, ["--max-moves", "-1"]), (64, ["--from", "soon"]),
      (2, ["--absent", "P9@2026-03-05"]), (2, ["--closed", "R9@2026-03-05"]),
      (2, ["--absent", "P1@2027-03-05.."]), (2, ["--pin", "time:G99"]),
      (2, ["--absent", "P1@2026-03-05", "--from", "2026-03-09"]), (2, ["--from", "2027-03-05"]),
    ]
    var pages = ""
    for (status, more) in wrong {
      let run = try program.run(
        ["timetable", "repair", "t.csv", "b", "--out", "new.csv"] + more, language: language)
      #expect(run.status == status)
      #expect(run.output.isEmpty)
      pages += "$ " + more.joined(separator: " ") + "\n" + run.errors
    }
    try Golden.expect(pages, is: golden)
  }

  @Test func `a timetable with a session twice, or of another bundle, is refused`() throws {
    let program = try solved()
    defer { program.remove() }
    let lines = try program.read("t.csv").split(separator: "\n", omittingEmptySubsequences: true)
    let twice = (lines + [lines[1]]).joined(separator: "\n") + "\n"
    try Data(twice.utf8).write(to: program.folder.appending(path: "twice.csv"))
    let other = try program.read("t.csv").replacing("G01", with: "X01").replacing("M01", with: "X02")
    let foreign = other.split(separator: "\n").filter { !$0.contains("mentoring") }.joined(separator: "\n")
    try Data((foreign + "\n").utf8).write(to: program.folder.appending(path: "foreign.csv"))
    let repair = { (file: String) in
      try program.run(["timetable", "repair", file, TimetableFileTests.bundle, "--out", "new.csv"])
    }
    let (doubled, strange) = (try repair("twice.csv"), try repair("foreign.csv"))
    #expect(doubled.status == 2 && doubled.errors.contains("1 session stands in it more than once"))
    #expect(
      strange.status == 2 && strange.errors.contains("is in the bundle; see that the two belong together"))
    let session = try row(program, "G01", "认识创业")[0]
    let question = ["timetable", "what-if", session, "twice.csv", TimetableFileTests.bundle, "--room", "RA"]
    #expect(try program.run(question).status == 2)
  }

  @Test(arguments: [("zh_CN.UTF-8", "what-if.zh"), ("en_GB.UTF-8", "what-if.en")])
  func `what a change would break and cost is told`(language: String, golden: String) throws {
    let program = try solved()
    defer { program.remove() }
    let session = try row(program, "G01", "认识创业")
    let command = ["timetable", "what-if", session[0], "t.csv", TimetableFileTests.bundle]
    let night = try program.run(command + ["--to", "2026-03-28", "AM", "4", "RC", "P3"], language: language)
    #expect(night.status == 1)
    let same = try program.run(command + ["--room", session[13]], language: language)
    #expect(same.status == 0)
    let substitutes = try program.run(
      ["timetable", "substitutes", session[0], "t.csv", TimetableFileTests.bundle], language: language)
    #expect(substitutes.status == 0 || substitutes.status == 1)
    try Golden.expect([night, same, substitutes].map(\.output).joined(separator: "\n"), is: golden)
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", "代课人选将接手全部 2 次："), ("en_GB.UTF-8", "a substitute takes over all 2:"),
  ])
  func `a substitute for a mentor takes over all the meetings of the trainee`(
    language: String, sentence: String
  ) throws {
    let program = try solved()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      switch file {
      case "people.csv": text.replacing("钱二,lecturer,", with: "钱二,lecturer;mentor,")
      case "mentoring.csv": text.replacing(",P1,", with: ",,")
      default: text
      }
    }
    let command = ["timetable", "substitutes", "T01/1", "t.csv", "b"]
    let run = try program.run(command, language: language)
    #expect(run.output.contains(sentence) && run.output.contains("P2 "))
    // The rule that one mentor holds all is kept, as both meetings are taken over.
    #expect(!run.output.contains("H9"))
    let ranking = try program.run(command + ["--json"])
    #expect(ranking.output.contains("\"takesOver\""))
  }

  @Test func `a change of the published timetable is judged without files`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run(["bundle", "import", TimetableFileTests.bundle])
    _ = try program.run(["timetable", "plan", "--steps", "300"])
    let none = try program.run(["timetable", "substitutes", "T01/1"])
    #expect(none.status == 2)
    _ = try program.run(["timetable", "publish"])
    let ranked = try program.run(["timetable", "substitutes", "T01/1", "--json"])
    #expect(ranked.status <= 1)
    #expect(ranked.output.contains("\"person\" : \"P1\""))
    let unknown = try program.run(["timetable", "what-if", "G99/a/1", "--room", "R1"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("G99/a/1"))
    let incomplete = try program.run(["timetable", "what-if", "T01/1", "--to", "2026-03-10"])
    #expect(incomplete.status == 64)
  }
}
