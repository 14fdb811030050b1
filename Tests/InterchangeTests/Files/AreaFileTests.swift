import Civil
import Testing

@testable import Interchange

@Suite struct AreaFileTests {
  private func read(_ text: String) throws -> FileReading<AreaNames.Entry> {
    try AreaFile.read(Array(text.utf8), file: "areas.csv")
  }

  @Test func `codes and names are read, in Chinese and with English beside them`() throws {
    let reading = try read("区划代码,名称,英文名称\n610113,示例区,Example\n610113001,东街,\n")
    #expect(reading.problems.isEmpty)
    #expect(reading.rows.map(\.row.name) == [Wording(zh: "示例区", en: "Example"), Wording(zh: "东街", en: "东街")])
    #expect(reading.rows.map(\.row.area.description) == ["610113", "610113001"])
  }

  @Test func `a code that is none is an error, an area without the one above a warning`() throws {
    let reading = try read("code,name\n6101,示例市\n610113,示例区\n61011,错\n610114001,孤街\n610113,\n")
    #expect(
      reading.problems.map { "\($0.line ?? 0) \($0.column ?? "") \($0.isError)" } == [
        "4 code true", "5 code false", "6 name true",
      ])
    #expect(!reading.isSound)
  }
}
