import Testing

@testable import Civil

@Suite struct DateRangesTests {
  private let march = (CivilDate(daysSinceEpoch: 20_513), CivilDate(daysSinceEpoch: 20_543))

  @Test(arguments: [
    ("2026-03-02", ["2026-03-02–2026-03-02"]), ("2026-03-02..2026-03-06", ["2026-03-02–2026-03-06"]),
    ("2026-03-30..", ["2026-03-30–2026-03-31"]), ("..2026-03-02", ["2026-03-01–2026-03-02"]),
    ("2026-03-02，2026/3/9..2026/3/10", ["2026-03-02–2026-03-02", "2026-03-09–2026-03-10"]),
    ("2026-04-02", []),
  ]) func `dates and ranges are cut to what is asked for`(text: String, expected: [String]) throws {
    let found = try DateRanges(text).within(march.0, march.1)
    #expect(found.map { "\($0.lowerBound)–\($0.upperBound)" } == expected)
  }

  @Test(arguments: [
    ("", DateRangesError.notADate("")), ("2026-02-30", .notADate("2026-02-30")), ("..", .notADate("..")),
    ("2026-03-02,", .notADate("")), ("2026-03-06..2026-03-02", .backwards("2026-03-06..2026-03-02")),
    ("2026-03-02..soon", .notADate("soon")),
  ]) func `what is no date is named`(text: String, error: DateRangesError) {
    #expect(throws: error) { try DateRanges(text) }
  }

  @Test func `it is written as it was read`() throws {
    #expect(try DateRanges("2026-3-02, 2026/3/9..").description == "2026-03-02,2026-03-09..")
  }
}
