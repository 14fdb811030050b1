import Civil
import Cohorts
import Courses
import Interchange
import Mentors
import Planning
import Testing

/// Rosters as they come out of other people's spreadsheets, each as the trainees of a bundle.
@Suite struct RosterTests {
  private func trainees(_ fixture: String, partial: Bool = false) throws -> BundleReading {
    try ExampleBundle().with("trainees.csv", bytes: Fixture.bytes("rosters/" + fixture)).read(
      partial: partial)
  }

  private func texts(_ reading: BundleReading) -> [String] { reading.problems.map { $0.text(in: .english) } }

  @Test(arguments: [
    "gb18030.csv", "utf8-with-bom-and-crlf.csv", "utf16-with-tabs.csv", "utf16-big-endian.csv",
    "semicolons.csv",
    "old-mac-line-ends.csv", "no-newline-at-end.csv", "full-width-and-blanks.csv",
  ])
  func `a roster reads the same however it was saved`(fixture: String) throws {
    let reading = try trainees(fixture)
    #expect(texts(reading) == [])
    let trainees = try #require(reading.bundle?.trainees)
    #expect(trainees.map(\.id) == ["T1", "T2"])
    #expect(trainees.map(\.name) == ["虚构甲", "虚构乙"])
    #expect(trainees.map(\.category) == ["graduate", "returning_migrant"])
  }

  @Test func `titles, blank rows, sums and signatures are skipped with a warning`() throws {
    let reading = try trainees("titles-above-and-signatures-below.csv")
    #expect(reading.isSound)
    #expect(reading.bundle?.trainees.map(\.id) == ["T1", "T2"])
    #expect(
      texts(reading) == [
        "trainees.csv:1: a title above the header, found 示范中心学员花名册（人员均为虚构）: skipped",
        "trainees.csv:3: a title above the header, found 制表日期：2026-03-01: skipped",
        "trainees.csv:7: blank rows: 1: skipped",
        "trainees.csv:8: a row of sums, notes or signatures, found 合计: skipped",
        "trainees.csv:9: a row of sums, notes or signatures, found 审核人：某某: skipped",
      ])
    #expect(reading.tables.first { $0.table == "trainees" }?.rowsRead == 2)
  }

  @Test func `columns come in any order, and an unknown one is a warning`() throws {
    let reading = try trainees("columns-in-another-order.csv")
    #expect(reading.isSound)
    #expect(reading.bundle?.trainees.map(\.name) == ["虚构甲", "虚构乙"])
    #expect(texts(reading).count == 1)
    #expect(texts(reading)[0].hasPrefix("trainees.csv:1: 备注: an unknown column: the column is not read"))
  }

  @Test func `line numbers stay right after a newline within quotes`() throws {
    let reading = try trainees("quoted-newlines.csv")
    #expect(
      texts(reading) == ["trainees.csv:5: trainee: already on line 4, found T2: expected one row for each"])
    let partial = try trainees("quoted-newlines.csv", partial: true)
    #expect(partial.bundle?.trainees.map(\.name) == ["虚构 甲", "虚构乙"])
  }

  @Test func `an unclosed quote is told at its line, and the rows after it are still judged`() throws {
    let reading = try trainees("unclosed-quote.csv", partial: true)
    let errors = reading.problems.filter { $0.severity == .error }.map { $0.text(in: .english) }
    #expect(
      errors == [
        "trainees.csv:3: a quote that is never closed: expected a cell quoted from end to end, with quotes in it doubled",
        "trainees.csv:5: trainee: blank: this column must be filled in",
      ])
    #expect(reading.bundle?.trainees.map(\.id) == ["T1", "T3"])
  }

  @Test func `control characters are refused, row by row`() throws {
    let reading = try trainees("null-and-control-characters.csv", partial: true)
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(errors.map(\.line) == [2, 3])
    #expect(errors.allSatisfy { $0.column == "name" && $0.text(in: .english).contains("control characters") })
    #expect(errors.allSatisfy { $0.found?.unicodeScalars.allSatisfy { $0.value >= 0x20 } ?? true })
    #expect(reading.bundle?.trainees.map(\.id) == ["T3"])
  }

  @Test func `missing cells are blank and cells beyond the header are an error`() throws {
    let reading = try trainees("short-and-long-rows.csv", partial: true)
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(errors.map(\.line) == [3])
    #expect(errors.first?.text(in: .english).contains("more cells than the header has") == true)
    #expect(reading.bundle?.trainees.map(\.id) == ["T1", "T3"])
    #expect(reading.bundle?.trainees.first?.area == nil)
  }

  @Test func `bytes that are no text spoil only their row`() throws {
    let reading = try trainees("broken-utf8.csv", partial: true)
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(errors.map(\.line) == [3])
    #expect(errors.first?.text(in: .chinese).contains("文字已损坏") == true)
    #expect(reading.bundle?.trainees.map(\.id) == ["T1", "T3"])
  }

  @Test func `identity numbers spoilt by a spreadsheet are told and never shown`() throws {
    let bundle = try ExampleBundle().with(
      "trainees.csv", bytes: Fixture.bytes("rosters/damaged-identity-numbers.csv"))
    let problems = bundle.read().problems
    // T1 and T2 are enrolled.
    #expect(problems.filter { $0.severity == .error }.map(\.line) == [2, 3])
    #expect(problems.filter { $0.severity == .warning }.map(\.line) == [4, 5, 6, 8])
    let texts = problems.map { $0.text(in: .english) }
    #expect(texts[0].contains("spreadsheet") && texts[1].contains("spreadsheet"))
    #expect(texts[2].contains("letter O") && texts[3].contains("birth date"))
    #expect(texts[4].contains("length") && texts[5].contains("another document"))
    for text in texts + problems.map({ $0.text(in: .chinese) }) {
      #expect(!text.contains("99999918") && !text.contains("12345678"))
    }
  }
}
