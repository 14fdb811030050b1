import Civil
import Testing

@testable import ICalendar

@Suite struct FeedTextTests {
  @Test func `no value can begin a property of its own`() throws {
    let attack = "x\r\nATTENDEE:mailto:a@example.org\r\nEND:VEVENT\r\n"
    let event = FeedEvent.example(
      summary: attack, location: attack, description: attack, categories: [attack],
      url: "https://example.org/" + attack)
    let feed = Feed.example(name: attack, description: attack, [event])
    let lines = try feed.unfolded().split(separator: "\r\n")
    #expect(!lines.contains { $0.hasPrefix("ATTENDEE") })
    #expect(lines.count { $0 == "END:VEVENT" } == 1)
    #expect(try feed.values(of: "URL").isEmpty)
    #expect(try feed.values(of: "LOCATION") == ["x ATTENDEE:mailto:a@example.org END:VEVENT"])
  }

  @Test func `control characters and turns of direction vanish`() {
    #expect(
      FeedText.free("a\u{0}b\u{7}c\u{202E}d\u{FEFF}\te\r\nf\rg\u{2028}h\u{85}i") == "abcd e\nf\ng\nh\ni")
    #expect(FeedText.line("  两行\n文字 ") == "两行 文字")
  }

  @Test(arguments: [
    ("请联系 19900000000 报名", "请联系 *** 报名"), ("电话:199-0000-0000", "电话:***"), ("199 0000 0000", "***"),
    ("+8619900000000", "+***"), ("１９９００００００００", "***"), ("身份证 999999188001010015", "身份证 ***"),
    ("99999918800101001X.", "***."), ("999999 18800101 0015", "***"),
    ("2026-03-02 08:30-12:00", "2026-03-02 08:30-12:00"), ("班级 20260302001", "班级 20260302001"),
    ("1234567890123", "1234567890123"), ("第199000000001号", "第199000000001号"),
  ])
  func `telephone and identity numbers are taken out of free text, other numbers stay`(
    text: String, shown: String
  ) {
    #expect(FeedText.free(text) == shown)
  }

  @Test(arguments: [
    ("https://example.org/s?a=1&b=%20", "https://example.org/s?a=1&b=%20"), ("javascript:alert(1)", nil),
    ("https://例子.org", nil), ("https://example.org/a b", nil),
    ("https://example.org/a19900000000b", "https://example.org/a%319900000000b"),
  ])
  func `an address is absolute, plain, and holds no telephone number`(text: String, shown: String?) {
    #expect(FeedText.address(text) == shown)
  }

  @Test func `a hash that happens to look like a telephone number is parted, always alike`() throws {
    let feed = Feed.example([.example(uid: "0a19900000000b@example")])
    #expect(try feed.values(of: "UID") == ["0a19900-000000b@example"])
  }

  @Test(arguments: 1...40)
  func `what is written is read back the same`(seed: Int) throws {
    var random = Lottery(seed: UInt64(seed))
    let events = (0..<20).map { index in random.event(index) }
    let bytes = try Feed.example(name: random.text(), events).text()
    let parsed = Component(parsing: String(decoding: bytes, as: UTF8.self))?.node
    let tree = try #require(parsed)
    let nodes = tree.children.filter { $0.name == "VEVENT" }
    for (event, node) in zip(events.sorted(by: FeedEvent.inOrder), nodes) {
      #expect(node["UID"]?.value == event.uid)
      #expect(node["SEQUENCE"]?.value == String(event.sequence))
      #expect(node["SUMMARY"]?.value == (event.status == .cancelled ? "[已取消] " : "") + event.summary)
      #expect(node["LOCATION"]?.value == event.location)
      #expect(node["DESCRIPTION"]?.value == event.description)
      #expect(node["STATUS"]?.value == event.status.rawValue.uppercased())
    }
    let found = try Fixture.reader.occurrences(in: bytes, source: "feed", window: Fixture.march).occurrences
    let expected = events.map { event in
      let day = event.date.daysSinceEpoch * 86_400
      return [
        day + (event.hours?.start.minutes ?? 0) * 60, day + (event.hours?.end.minutes ?? 1440) * 60,
        event.status == .cancelled ? 0 : 1,
      ]
    }
    #expect(
      found.map { [$0.start, $0.end, $0.isBusy ? 1 : 0] }.sorted { $0.lexicographicallyPrecedes($1) }
        == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }
}

/// Made-up events, the same for the same seed.
private struct Lottery: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text with everything that iCalendar has to escape; no outer blanks, no long numbers.
  mutating func text() -> String {
    let pieces = ["创业", "培训", "😀", "a", "\\", ";", ",", ":", "\"", " x", "1", "é", "𠮷", "\\n", "^n", "%"]
    let count = Int.random(in: 1...60, using: &self)
    return "t" + (0..<count).compactMap { _ in pieces.randomElement(using: &self) }.joined()
  }

  mutating func event(_ index: Int) -> FeedEvent {
    let start = Int.random(in: 0..<1_400, using: &self)
    let end = Int.random(in: (start + 1)...1_440, using: &self)
    let status = FeedEvent.Status.allCases.randomElement(using: &self) ?? .confirmed
    return FeedEvent.example(
      uid: "u\(index)@example", sequence: Int.random(in: 1...9, using: &self),
      day: Int.random(in: 0...20, using: &self), start: start, end: end, summary: text(),
      location: Bool.random(using: &self) ? text() : nil,
      description: Bool.random(using: &self) ? text() + "\n" + text() : nil, status: status)
  }
}
