import Foundation
import Testing

@Suite struct PlanCapacityTests {
  private static let bundle = Project.path("Fixtures/two-classes")

  @Test(arguments: [("zh_CN.UTF-8", "capacity.zh"), ("en_GB.UTF-8", "capacity.en")])
  func `needs stand against supply in both languages`(language: String, golden: String) throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["plan", "capacity", Self.bundle], language: language)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    try Golden.expect(run.output, is: golden)
  }

  @Test func `a target within reach is answered by its classes`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(
      ["plan", "capacity", Self.bundle, "--target", "60", "--by", "2026-03-29", "--steps", "40"],
      language: "zh_CN.UTF-8")
    #expect(run.status == 0)
    // The bundle names no calendar.
    #expect(run.errors.contains("2026 年的节假日"))
    #expect(run.output.contains("可以达到"))
    for line in ["N01   GYB     30  S", "N02   GYB     30  S", "第 26 个班会短缺", "至多 750 人（25 个班"] {
      #expect(run.output.contains(line), "\(line)")
    }
  }

  @Test func `the planned classes can be added to the bundle, which then has a complete timetable`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run([
      "plan", "capacity", Self.bundle, "--target", "50", "--by", "2026-03-29", "--steps", "40", "--out",
      "new.csv",
    ])
    #expect(run.status == 0)
    #expect(run.errors.contains("wrote new.csv"))
    let rows = try program.read("new.csv").split(separator: "\n").map(String.init)
    #expect(rows.first == "class,course,cohort,site,size,earliest,latest,open,lecturers")
    #expect(rows.dropFirst().map { $0.prefix(4) } == ["N01,", "N02,"])
    #expect(rows.dropFirst().allSatisfy { run.output.contains($0.split(separator: ",")[5]) })
    try program.copyBundle("two-classes", to: "b") { text, file in
      guard file == "classes.csv" else { return text }
      // The bundle's own rows under the header of the new ones.
      let table = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let own = table.dropFirst().map { cells in
        rows[0].split(separator: ",").map { name in
          table[0].firstIndex(of: String(name)).map { cells[$0] } ?? ""
        }.joined(separator: ",")
      }
      return ([rows[0]] + own + rows.dropFirst()).joined(separator: "\n") + "\n"
    }
    let solved = try program.run(["timetable", "solve", "b", "--steps", "300", "--out", "all.csv"])
    #expect(solved.status == 0)
    #expect(try program.read("all.csv").contains(",N02,"))
  }

  @Test func `a table of new classes is written for a target only`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["plan", "capacity", Self.bundle, "--out", "new.csv"])
    #expect(run.status == 64)
    #expect(run.errors.contains("--out goes with --target"))
  }

  @Test func `the figures are printed as JSON`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(
      ["plan", "capacity", Self.bundle, "--target", "9000", "--by", "2026-03-29", "--steps", "20", "--json"])
    #expect(run.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(Set(report.keys) == ["planFrom", "planTo", "rows", "classes", "shortages", "target"])
    let rows = try #require(report["rows"] as? [[String: Any]])
    #expect(rows.contains { $0["name"] as? String == "lecturers (GYB)" && $0["need"] as? Int == 20 })
    let target = try #require(report["target"] as? [String: Any])
    #expect(target["verdict"] as? String == "excluded")
    let planned = try #require(target["traineesPlanned"] as? Int)
    let most = try #require(target["traineesAtMost"] as? Int)
    #expect(planned <= most && most < 9000)
    #expect((target["shortages"] as? [Any])?.isEmpty == false)
  }

  @Test func `a shortage is said with its people and ends with 1`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "people.csv" ? text.replacing(",GYB,", with: ",IYB,") : text
    }
    let run = try program.run(["plan", "capacity", "b"])
    #expect(run.status == 1)
    #expect(run.output.contains("20 periods short: classes G01, M01 need 20 periods of lecturers (GYB)"))
    #expect(run.output.contains("nobody can hold them then"))
  }

  @Test func `a course that the bundle lacks is named with those it has`() throws {
    let program = try Program()
    defer { program.remove() }
    let arguments = ["plan", "capacity", Self.bundle, "--target", "30", "--by"]
    let course = try program.run(arguments + ["2026-03-29", "--course", "SYB"])
    #expect(course.status == 2)
    #expect(course.errors == "--course: the bundle has no 'SYB'; there are GYB\n")
    let date = try program.run(arguments + ["2026-02-01"])
    #expect(date.status == 2)
    #expect(date.errors.hasPrefix("--by: 2026-02-01"))
  }
}
