import Civil
import Courses
import FollowUp
import Foundation
import Indicators
import Interchange
import Testing

@testable import Centre

@Suite struct RegulationFolderTests {
  private let today = CivilDate(daysSinceEpoch: 20_600)

  private func folder(_ files: [String: String]) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return folder.path
  }

  private func paper(_ id: String, area: String = "370202", green: Double = 0.95) -> String {
    """
    { "id": "\(id)", "name": { "zh": "本区", "en": "District" }, "version": "1", "area": "\(area)",
      "from": "2026-01-01", "source": "made up", "rules": { "progress": { "green": \(green), "amber": 0.5 } } }
    """
  }

  @Test func `the shipped regulations are sound and set every rule everywhere`() throws {
    let folder = try RegulationFolder()
    #expect(folder.entries.allSatisfy { $0.isShipped && $0.file == "\($0.regulation.id).json" })
    for kind in RuleKind.allCases {
      #expect(folder.regulations.inForce(kind, in: .nation, on: today) != nil, "\(kind)")
    }
    #expect(folder.regulations.successRule(in: .nation, on: today)?.operatingDays == 90)
  }

  @Test func `the defaults of the nation say where they are from in the reader's language`() throws {
    for regulation in try RegulationFolder().regulations.all where regulation.area == .nation {
      #expect(regulation.source.english.unicodeScalars.allSatisfy { $0.value < 0x3000 })
      #expect(regulation.source.chinese != regulation.source.english)
    }
  }

  @Test func `places with their own paper depart from the defaults only where it says so`() throws {
    let regulations = try RegulationFolder().regulations
    let qingdao = AreaCode("370202") ?? .nation
    let jilin = AreaCode("220100") ?? .nation
    let shenzhen = AreaCode("440300") ?? .nation
    #expect(regulations.rule(\.claim, in: qingdao, on: today)?.stages.count == 2)
    #expect(regulations.rule(\.followUp, in: qingdao, on: today)?.traineeDays == [30, 90, 180, 365])
    #expect(regulations.successRule(in: jilin, on: today)?.leastEmployees == 3)
    #expect(regulations.rule(\.claim, in: shenzhen, on: today)?.rates[.syb] == Money(yuan: 2000))
    #expect(regulations.rule(\.entitlements, in: shenzhen, on: today)?.rules.allSatisfy(\.blocks) == true)
  }

  @Test func `a centre's own regulation stands beside the shipped, or in the place of one of its id`() throws
  {
    let own = try folder(["a.json": paper("district"), "readme.txt": "not read", ".b.json": "hidden"])
    let both = try RegulationFolder(own)
    #expect(both.entries.count == (try RegulationFolder()).entries.count + 1)
    let area = AreaCode("370202") ?? .nation
    #expect(both.regulations.rule(\.progress, in: area, on: today)?.green == 0.95)
    #expect(both["district"]?.isShipped == false)

    let replaced = try RegulationFolder(try folder(["a.json": paper("zhanjiang")]))
    #expect(replaced.entries.count == (try RegulationFolder()).entries.count)
    #expect(replaced["zhanjiang"]?.file == "a.json")
  }

  @Test func `files that clash or hold errors are refused with all of them`() throws {
    let own = try folder([
      "a.json": paper("one"), "b.json": paper("one"), "c.json": paper("two", green: 0.9), "d.json": "{",
    ])
    let error = try #require(throws: CentreError.self) { _ = try RegulationFolder(own) }
    guard case .unsoundRegulations(let problems) = error else {
      Issue.record("another error: \(error)")
      return
    }
    let files = Set(problems.map(\.file))
    #expect(files.contains("b.json") && files.contains("d.json"))
    #expect(problems.contains { $0.column == "rules.progress" })
  }

  @Test func `a folder that is not there is an error`() {
    #expect(throws: CentreError.self) { _ = try RegulationFolder("/nowhere/at/all") }
  }
}
