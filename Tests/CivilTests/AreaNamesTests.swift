import Testing

@testable import Civil

@Suite struct AreaNamesTests {
  private let names = AreaNames(
    [
      ("61", "示例省", "Example Province"), ("610113", "示例区", "Example District"),
      ("610113001", "东街", "East Street"), ("610113002", "西街", "West Street"),
      ("610113001001", "新华社区", "Xinhua"), ("610113002001", "新华社区", "Xinhua"),
    ].compactMap { code, chinese, english in
      AreaCode(code).map { AreaNames.Entry($0, Wording(zh: chinese, en: english)) }
    })

  @Test func `a name stands in place of a code, in every form that the code has`() {
    #expect(names.shown("610113").chinese == "示例区")
    #expect(names.shown("610000") == Wording(zh: "示例省", en: "Example Province"))
    #expect(names.shown("610114").english == "610114")
    #expect(names.shown("somewhere").chinese == "somewhere")
    #expect(AreaCode("610113").flatMap(names.titled)?.chinese == "示例区（610113）")
  }

  @Test func `a name known only in Chinese is told with its code in English`() throws {
    let east = AreaNames.Entry(try #require(AreaCode("610113001")), Wording(zh: "东街", en: "东街"))
    #expect(AreaNames([east]).shown("610113001") == Wording(zh: "东街", en: "东街 (610113001)"))
  }

  @Test func `a name that two areas have is told with the area above`() {
    #expect(names.shown("610113001001") == Wording(zh: "东街新华社区", en: "Xinhua, East Street"))
    #expect(names.shown("610113002001").chinese == "西街新华社区")
  }

  @Test func `two areas of one name with nothing above them are told by their codes`() throws {
    let twins = AreaNames(
      try ["110101", "110102"].map {
        AreaNames.Entry(try #require(AreaCode($0)), Wording(zh: "城关", en: "Chengguan"))
      })
    #expect(twins.shown("110101").chinese == "城关（110101）")
    #expect(AreaNames().isEmpty && !twins.isEmpty)
  }
}
