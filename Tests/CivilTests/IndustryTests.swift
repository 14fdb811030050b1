import Testing

@testable import Civil

@Suite struct IndustryTests {
  @Test(arguments: [
    ("H6210", "H", 62), ("62", "H", 62), ("h62", "H", 62), ("A0164", "A", 1), ("0141", "A", 1),
    ("T97", "T", 97),
  ])
  func `an industry is its section and division`(text: String, section: Character, division: Int) throws {
    let industry = try #require(Industry(text))
    #expect(industry.section == section && industry.division == division)
  }

  @Test(arguments: ["", "A62", "H", "98", "00", "H62100", "餐饮", "6"])
  func `what is no industry is refused`(text: String) {
    #expect(Industry(text) == nil)
  }

  @Test func `the sections hold the divisions 1 to 97, each once`() {
    #expect(Industry.sections.flatMap { Array($0.divisions) } == Array(1...97))
  }

  @Test func `an industry that may be missing fits in four bytes`() {
    #expect(MemoryLayout<Industry?>.stride <= 4)
  }

  @Test func `a code is told in words, and what is none stands as it is`() {
    #expect(Industry.wording(of: "H").chinese == "H 住宿和餐饮业")
    #expect(Industry.wording(of: "H6210").english == "H6210 Accommodation and catering")
    #expect(Industry.wording(of: "开面馆").chinese == "开面馆")
  }
}
