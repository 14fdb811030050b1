import Foundation
import Testing

@Suite struct TimetableFileTests {
  static let bundle = Project.path("Fixtures/two-classes")

  /// A bundle's timetable in `t.csv`, made in a fixed number of steps.
  static func solved(_ program: Program, _ more: String...) throws -> Program.Run {
    try program.run(["timetable", "solve", bundle, "--out", "t.csv", "--steps", "300"] + more)
  }

  @Test func `a timetable is made from files and holds every hard rule`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try Self.solved(program, "--json", "report.json")
    #expect(run.status == 0)
    #expect(run.output.contains("total"))
    #expect(!run.errors.contains("\r"))
    let check = try program.run(["timetable", "check", Self.bundle, "t.csv", "--json"])
    #expect(check.status == 0)
    let judged = try Self.object(check.output)
    #expect(Set(judged.keys) == ["sessions", "broken", "missing", "cost", "total"])
    #expect(judged["sessions"] as? Int == 10)
    let report = try Self.object(try program.read("report.json"))
    #expect(report["total"] as? Double == judged["total"] as? Double)
    #expect((report["unplaced"] as? [Any])?.isEmpty == true)
  }

  @Test func `a complete timetable is shown with the least that any can cost`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try Self.solved(program, "--json", "report.json")
    #expect(run.output.contains("every complete timetable costs at least"))
    let report = try Self.object(try program.read("report.json"))
    let (total, least) = (
      try #require(report["total"] as? Double), try #require(report["total_bound"] as? Double)
    )
    #expect(least <= total)
    #expect(report["gap"] as? Double == total - least)
    let bound = try #require(report["bound"] as? [String: Int])
    let cost = try #require(report["cost"] as? [String: Int])
    #expect(Set(bound.keys) == Set(cost.keys))
    #expect(bound.allSatisfy { $0.value <= cost[$0.key] ?? 0 })
    let check = try program.run(
      ["timetable", "check", Self.bundle, "t.csv", "--bounds"], language: "zh_CN.UTF-8")
    #expect(check.output.contains("完整课表的总扣分至少为"))
    #expect(check.output.contains(total == least ? "已证明最优" : "与下限相差"))
    let plain = try Self.solved(program, "--no-bounds")
    #expect(!plain.output.contains("at least"))
  }

  @Test func `a certificate has a line for every session and every bound`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.solved(program, "--certificate", "t.jsonl")
    let lines = try program.read("t.jsonl").split(separator: "\n").map { try Self.object(String($0)) }
    #expect((lines.first?["certificate"] as? [String: Any])?["format"] as? String == "seedbed-certificate-1")
    #expect(lines.count { $0["session"] != nil } == 10)
    #expect(lines.contains { $0["bound"] != nil })
    let checked = try program.run(
      ["timetable", "check", Self.bundle, "t.csv", "--certificate", "again.jsonl"])
    #expect(checked.status == 0)
    #expect(try program.read("again.jsonl") == program.read("t.jsonl"))
  }

  @Test func `a broken timetable gets no certificate, and is told so`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.solved(program)
    let rows = try program.read("t.csv").split(separator: "\n").map(String.init)
    let row = try #require(rows.last)
    let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try program.write(
      (rows.dropLast() + [row.replacing(fields[6], with: "2026-04-30")]).joined(separator: "\n") + "\n",
      to: "late.csv")
    let run = try program.run(["timetable", "check", Self.bundle, "late.csv", "--certificate", "no.jsonl"])
    #expect(run.status == 1)
    #expect(run.errors.contains("no.jsonl was not written"))
  }

  @Test func `the same seed and steps give the same file whatever the threads`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.solved(program, "--seed", "7")
    let first = try program.read("t.csv")
    _ = try Self.solved(program, "--seed", "7", "--threads", "2")
    #expect(try program.read("t.csv") == first)
  }

  @Test func `a verified search finds no difference and gives the same file`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.solved(program)
    let first = try program.read("t.csv")
    let verified = try Self.solved(program, "--verify")
    #expect(verified.status == 0)
    #expect(verified.errors.contains("all 300 steps recounted by the rules: no difference"))
    #expect(try program.read("t.csv") == first)
  }

  @Test func `a broken rule ends with 1 and a missing session with 2`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.solved(program)
    var lines = try program.read("t.csv").split(separator: "\n").map(String.init)
    let last = try #require(lines.last)
    lines.removeLast()
    try program.write(lines.joined(separator: "\n") + "\n", to: "short.csv")
    let missing = try program.run(["timetable", "check", Self.bundle, "short.csv"], language: "zh_CN.UTF-8")
    #expect(missing.status == 2)
    #expect(missing.output.contains("缺课次"))
    let fields = last.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    lines.append(last.replacing(fields[6], with: "2026-04-30"))
    try program.write(lines.joined(separator: "\n") + "\n", to: "late.csv")
    let broken = try program.run(["timetable", "check", Self.bundle, "late.csv"])
    #expect(broken.status == 1)
    #expect(broken.output.contains("H2 "))
  }

  @Test func `a move from the published timetable is counted`() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try Self.solved(program)
    let old = try program.read("t.csv")
    let row = try #require(old.split(separator: "\n").last)
    let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try program.write(old.replacing(row, with: row.replacing(fields[6], with: "2026-01-05")), to: "old.csv")
    let arguments = [
      "timetable", "check", Self.bundle, "t.csv", "--previous", "old.csv", "--weights", "moved=7",
    ]
    let judged = try Self.object(try program.run(arguments + ["--json"]).output)
    #expect((judged["cost"] as? [String: Int])?["moved"] == 1)
    #expect(try program.run(arguments).output.contains("moved"))
  }

  @Test func `what has no place is named with a reason and ends with 2`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "rooms.csv" ? text.replacing("RC,S1,咨询室,4,consult\n", with: "") : text
    }
    let run = try program.run(["timetable", "solve", "b", "--out", "t.csv", "--steps", "200"])
    #expect(run.status == 2)
    #expect(run.output.contains("2 sessions found no place"))
    #expect(run.output.contains("trainee T01 meeting 1; trainee T01 meeting 2"))
  }

  @Test func `where no file can be written is said before the search`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["timetable", "solve", Self.bundle, "--out", "nowhere/t.csv", "--steps", "1"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("nowhere/t.csv: cannot be written"))
  }

  @Test func `a file that is no timetable cannot be judged`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("session,kind\n1,2\n", to: "t.csv")
    let run = try program.run(["timetable", "check", Self.bundle, "t.csv"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("t.csv"))
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
