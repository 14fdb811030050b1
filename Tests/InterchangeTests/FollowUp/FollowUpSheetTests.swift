import Civil
import Cohorts
import FollowUp
import Foundation
import Interchange
import Reports
import Testing

@Suite struct FollowUpSheetTests {
  private static let today = CivilDate(daysSinceEpoch: 20_777)

  private static let tasks = FollowUpRule(
    stamp: RuleStamp(name: Wording(zh: "例", en: "example"), version: "1", from: today, source: "made up"),
    traineeDays: [30], ventureMonths: [], daysEarly: 5, graceWorkingDays: 5, triesToLose: 3
  ).tasks(
    for: FollowUpCase(
      subject: "T1", classID: "C1", classEnd: today + -30, hasVenture: false, officer: "O1", area: "610113"),
    contacts: [], calendar: WorkingCalendar(), asOf: today)

  private static let people = FollowedPeople(
    name: { $0 == "T1" ? "虚构甲" : nil }, tasks: { $0 == "T1" ? tasks : [] }, contacts: { _ in [] },
    venture: { _ in nil })

  /// The sheet as CSV, its row filled in by columns.
  private func filled(_ cells: [String: String], in language: Language) throws -> ContactReading {
    let report = Report.followUpSheet(
      Self.tasks, asOf: Self.today, ventures: [:],
      names: FollowedNames(people: ["T1": "虚构甲", "O1": "王某"]))
    let path = NSTemporaryDirectory() + "follow-up-sheet-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ReportFormat.csv.write(report, in: language, written: Self.today, to: path)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = lines[0].map { $0.replacingOccurrences(of: "\u{FEFF}", with: "") }
    for (column, cell) in cells {
      lines[1][try #require(header.firstIndex(of: column))] = Substring(cell)
    }
    let csv = lines.map { $0.joined(separator: ",") }.joined(separator: "\n")
    return try ContactFile.read(
      [("sheet.csv", Array(csv.utf8))], entry: Entry(on: Self.today, by: "officer"), people: Self.people)
  }

  @Test func `the sheet that is written is the sheet that is read, in both languages`() throws {
    let chinese = try filled(
      ["回访日期": "2026-11-20", "回访方式": "电话", "回访结果": "已联系", "回访内容": "好"], in: .chinese)
    let english = try filled(
      ["on": "2026-11-20", "method": "telephone", "result": "reached", "said": "好"], in: .english)
    for reading in [chinese, english] {
      #expect(reading.isSound && reading.problems == [])
      let contact = try #require(reading.contacts.first)
      #expect(contact.task == "C1/T1/d30" && contact.contact.said == "好" && contact.contact.officer == "王某")
    }
  }

  @Test func `a sheet that nobody filled in says nothing`() throws {
    let reading = try filled([:], in: .chinese)
    #expect(reading.isSound && reading.contacts.isEmpty && reading.rowsLeftBlank == 1)
  }
}
