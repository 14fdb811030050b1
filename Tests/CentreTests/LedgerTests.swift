import Civil
import Cohorts
import Courses
import FollowUp
import Foundation
import Indicators
import Interchange
import Store
import Testing

@testable import Centre

/// What `Centre.exportLedgers` wrote, read back by plain code that knows nothing of the program.
struct ExportedFiles {
  let folder: String

  /// The rows of a file by the names of their columns.
  func rows(_ name: String) throws -> [[String: String]] {
    let data = try #require(FileManager.default.contents(atPath: folder + "/" + name + ".csv"))
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}"))
    var lines = text.dropFirst().split(separator: "\n").map(cells)
    let head = lines.removeFirst()
    return lines.map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
  }

  /// Cells of a line, of which none holds a quote or a line end.
  private func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
  }
}

@Suite struct LedgerTests {
  private func export(
    _ example: FiguresExample, area: String? = nil, knownOn day: String = "2026-03-01"
  ) throws -> ExportedFiles {
    let folder = example.folder.path + "/ledgers"
    _ = try example.centre.exportLedgers(
      to: folder, area: area, knownOn: try CentreTests.day(day), calendar: WorkingCalendar(),
      in: .english)
    return ExportedFiles(folder: folder)
  }

  /// K1's first six hold certificates; W1 and W2 ended on 1 October.
  private func certified() throws -> FiguresExample {
    let example = try FiguresExample()
    let issued = try day("2025-01-25")
    try example.centre.record(
      RecordedCourses(
        certificates: (1...6).map {
          Certificate(
            number: "CY2025000\($0)", classID: "K1", trainee: "P\($0 + 2)", issuedOn: issued,
            recordedOn: issued,
            recordedBy: "tester")
        }))
    return example
  }

  @Test func `what is exported gives the indicators again by plain counting`() throws {
    let example = try certified()
    let files = try export(example)
    let (first, last) = ("2025-01-01", "2025-12-31")
    let results = try example.results("999901", day(first)...day(last), day("2026-03-01"))
    func figure(_ id: String, _ place: Int = 0) throws -> Figure {
      try #require(results.first { $0.indicator == id }?.components[place].figure)
    }

    let classes = try files.rows("classes")
    let held = Set(
      classes.filter { $0["first_day", default: ""] <= last && $0["last_day", default: ""] >= first }
        .compactMap { $0["class"] })
    let enrolments = try files.rows("enrolments")
    let trained = Set(
      enrolments.filter { held.contains($0["class", default: ""]) }.compactMap { $0["trainee"] })
    #expect(trained.count == 20)

    let new = Set(
      try files.rows("ventures").filter { (first...last).contains($0["licensed_on", default: ""]) }
        .compactMap { $0["venture"] })
    let founders = Set(
      try files.rows("founders").filter { new.contains($0["venture", default: ""]) }.compactMap {
        $0["trainee"]
      })
    let jobs = try files.rows("jobs").filter { new.contains($0["venture", default: ""]) }
    let employees = jobs.compactMap { Int($0["employees", default: ""]) }.reduce(0, +)
    #expect(try figure("lead-ratio").value == .oneTo(Double(employees) / Double(founders.count)))
    #expect(try figure("new-entities", 1).numerator.quantity.amount == new.count)
    #expect(
      try figure("founders-of-trained").value == .share(Double(founders.count) / Double(trained.count)))

    // The class ended on 15 January 2025: its year has not passed by the end of 2025, but by the end of January 2026.
    let later = try example.results("999901", day("2026-01-01")...day("2026-02-28"), day("2026-03-01"))
    let rate = try #require(later.first { $0.indicator == "start-up-rate" }?.components[0].figure)
    let holders = enrolments.filter { $0["certificate"] != "" }.compactMap { $0["trainee"] }
    #expect(rate.denominator?.origin == .records(holders.sorted()))
    #expect(rate.numerator.origin == .records(holders.filter(founders.contains).sorted()))
    #expect(holders.count == 6 && rate.numerator.quantity.amount == 4)

    let steps = try files.rows("loan_steps")
    func sum(_ state: String) -> Double {
      steps.filter { $0["state"] == state }.compactMap { Double($0["amount", default: ""]) }.reduce(0, +)
    }
    #expect(try figure("loan-funnel", 3).value == .share(sum("disbursed") / sum("approved")))
  }

  @Test func `only what was recorded by the day is exported, and of an area what its figures rest on`() throws
  {
    let example = try certified()
    let early = try export(example, knownOn: "2025-06-30")
    #expect(try early.rows("venture_states").count == 6)
    #expect(try early.rows("classes").map { $0["class"] } == ["K1"])
    #expect(try early.rows("enrolments").filter { $0["certificate"] != "" }.count == 6)
    let west = try export(example, area: "999901002")
    #expect(try west.rows("trainees").map { $0["area"] }.allSatisfy { $0 == "999901002" })
    #expect(try west.rows("trainees").count == 10 && west.rows("ventures").isEmpty)
    let east = try export(example, area: "999901001")
    #expect(try east.rows("ventures").count == 6 && east.rows("loans").count == 1)
  }

  @Test func `every column is explained in both languages`() throws {
    let example = try FiguresExample()
    let files = try export(example)
    let explained = try files.rows("columns")
    let names = try FileManager.default.contentsOfDirectory(atPath: files.folder)
      .filter { $0.hasSuffix(".csv") && $0 != "columns.csv" && $0 != "rules.csv" }
    // All ledgers, and the days off and make-up days.
    #expect(names.count == [LedgerTable].standard.count + 1)
    for name in names {
      let own = explained.filter { $0["file"] == name }
      let text = try #require(FileManager.default.contents(atPath: files.folder + "/" + name))
      let head = String(decoding: text, as: UTF8.self).dropFirst().split(separator: "\n").first ?? ""
      #expect(own.compactMap { $0["column"] } == head.split(separator: ",").map(String.init))
      #expect(own.allSatisfy { $0["名称"]?.isEmpty == false && $0["title"]?.isEmpty == false })
    }
    let readMe = try #require(FileManager.default.contents(atPath: files.folder + "/README.txt"))
    let text = String(decoding: readMe, as: UTF8.self)
    #expect(text.contains("示例中心") && text.contains("2026-03-01") && text.contains("trainees.csv"))
  }

  @Test func `no name, identity number or telephone is in any file`() throws {
    let example = try FiguresExample()
    try example.centre.record(
      RecordedCourses(
        trainees: [
          TraineeRecord(
            Trainee(
              id: "P90", name: "示例某某", idNumber: ExampleBundle.idNumber, category: "graduate",
              area: "999901001", phone: ExampleBundle.phone),
            profile: TraineeProfile(trainee: "P90", household: .rural, householdNumber: "000123456"))
        ],
        memberships: [
          CategoryMembership(
            id: "", person: "P90", category: "disabled", from: try day("2025-01-01"),
            evidence: [Evidence(kind: "残疾人证", reference: ExampleBundle.idNumber + "41")],
            entry: Entry(on: try day("2025-01-02"), by: "tester"))
        ]))
    let files = try export(example)
    let person = try #require(try files.rows("trainees").first { $0["trainee"] == "P90" })
    #expect(person["birth_year"] == "1880" && person["household"]?.hasPrefix("H") == true)
    #expect(try files.rows("categories").contains { $0["evidence"]?.hasPrefix("残疾人证 9") == true })
    for name in try FileManager.default.contentsOfDirectory(atPath: files.folder) {
      let text = String(
        decoding: try #require(FileManager.default.contents(atPath: files.folder + "/" + name)), as: UTF8.self
      )
      for secret in [ExampleBundle.idNumber, ExampleBundle.phone, "示例某某", "000123456"] {
        #expect(!text.contains(secret), "\(name)")
      }
    }
  }

  @Test func `an export takes the place of an earlier one and of nothing else`() throws {
    let example = try FiguresExample()
    let files = try export(example)
    try Data("old".utf8).write(to: URL(fileURLWithPath: files.folder + "/left-over.csv"))
    _ = try export(example)
    #expect(!FileManager.default.fileExists(atPath: files.folder + "/left-over.csv"))
    try example.folder.write("mine", to: "note.txt")
    let today = try example.centre.today()
    #expect(throws: CentreError.self) {
      _ = try example.centre.exportLedgers(
        to: example.folder.path, knownOn: today, calendar: WorkingCalendar(), in: .english)
    }
    #expect(throws: (any Error).self) {
      _ = try example.centre.exportLedgers(
        to: example.folder.path + "/note.txt/below", knownOn: today, calendar: WorkingCalendar(),
        in: .english)
    }
    #expect(!example.folder.names.contains { $0.contains(".unfinished") || $0.contains(".old-") })
  }
}

@Suite struct AreaTests {
  @Test func `names of areas stand in place of codes, and a new name keeps the old one`() throws {
    let example = try FiguresExample()
    func enter(_ rows: String) throws -> RecordedCounts {
      try example.centre.record(AreaFile.read(Array(("区划代码,名称,english\n" + rows).utf8), file: "areas.csv"))
    }
    #expect(try enter("999901,示例区,Example\n999901001,东街,East\n") == RecordedCounts(new: 2))
    #expect(try enter("999901,示例区,Example\n999901001,东大街,East\n") == RecordedCounts(changed: 1, unchanged: 1))
    #expect(try example.centre.areaName("999901001").chinese == "东大街（999901001）")
    #expect(try example.centre.areaName("999901002").chinese == "999901002")
    _ = try example.centre.record(
      try example.importTargets("T1,trained,999901001,office,trained,20,person,2026-01-01,2026-12-31,\n"))
    for name in ["progress", "survival", "indicators", "quarterly-bulletin", "responsibility-letter"] {
      let kind = try #require([ReportKind].all.named(name))
      let report = try example.centre.report(
        kind, ReportRequest(area: "999901001", asOf: try example.centre.today()))
      #expect("\(report)".contains("东大街"), "\(name)")
    }
  }
}
