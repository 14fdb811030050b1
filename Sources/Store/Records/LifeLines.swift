import Civil
import FollowUp

/// Reads the ledgers of ventures from the lines in which `ventureLife` keeps their entries.
///
/// Who recorded an entry and what proves it stand in the ledgers' own tables: a figure counts neither.
struct LifeLines {
  /// Equal counts share their storage: there are few, and hundreds of thousands of entries.
  private var keyGroups: [String: [String: Int]] = [:]

  /// Throws where a line is none that the schema writes.
  func states(_ text: String, of venture: String) throws -> Ledger<VentureState> {
    try ledger(text, of: venture, .state, head: { cells in cells.state() }, fact: { state, _ in state })
  }

  /// Throws where a line is none that the schema writes.
  mutating func jobs(_ text: String, of venture: String) throws -> Ledger<Headcount> {
    var known = keyGroups
    defer { keyGroups = known }
    return try ledger(
      text, of: venture, .jobs, head: { cells in (cells.number(), cells.number(), cells.number()) },
      fact: { counts, cells -> Headcount? in
        let text = cells.restOfLine()
        guard let founders = counts.0, let employees = counts.1, let insured = counts.2 else { return nil }
        guard !text.isEmpty else {
          return try? Headcount(founders: founders, employees: employees, insured: insured)
        }
        let groups = known[text] ?? [String: Int](text: text)
        known[text] = groups
        return try? Headcount(founders: founders, employees: employees, insured: insured, keyGroups: groups)
      })
  }

  /// `head` reads the cells between the number and the days, `fact` those after the days.
  private func ledger<Fact, Head>(
    _ text: String, of venture: String, _ ledger: LedgerID.Ledger, head: (inout LineCells) -> Head,
    fact: (Head, inout LineCells) -> Fact?
  ) throws -> Ledger<Fact> {
    if text.isEmpty { return Ledger() }
    var text = text
    let start = venture + "." + ledger.rawValue
    let read = text.withUTF8 { bytes -> Ledger<Fact>? in
      var cells = LineCells(bytes: bytes)
      var entries: [Ledger<Fact>.Entry] = []
      // Of a million entries, room that is not needed would count.
      entries.reserveCapacity(bytes.count { $0 == LineCells.lineFeed })
      var plainFrom: CivilDate? = CivilDate(daysSinceEpoch: .min)
      while !cells.isAtEnd {
        let number = cells.number()
        let first = head(&cells)
        let (from, to, corrects, recorded) = (cells.number(), cells.number(), cells.number(), cells.number())
        let known = fact(first, &cells)
        guard let number, let from, let recorded, cells.isSound else { return nil }
        let entry = Ledger<Fact>.Entry(
          id: start + String(number), known, from: CivilDate(daysSinceEpoch: from),
          to: to.map { CivilDate(daysSinceEpoch: $0) }, recordedOn: CivilDate(daysSinceEpoch: recorded),
          recordedBy: "", corrects: corrects.map { start + String($0) })
        plainFrom = Ledger.plainFrom(plainFrom, with: entry, after: entries.last)
        entries.append(entry)
      }
      return Ledger(entries, plainFrom: plainFrom)
    }
    guard let read else {
      throw StoreError.failed(
        path: "ventureLife", reason: "the lines of \(start) are not as the schema writes them")
    }
    return read
  }
}

/// The cells of such lines one after another: parted by a blank, the last of a line ended by a line feed.
private struct LineCells {
  let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  /// Whether each cell was what it was asked for.
  private(set) var isSound = true

  private static let blank = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { place >= bytes.count }

  /// A whole number; nil: the cell is empty.
  mutating func number() -> Int? {
    var (value, isEmpty, isNegative) = (0, true, false)
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == Self.blank || byte == Self.lineFeed { return isEmpty ? nil : isNegative ? -value : value }
      if byte == UInt8(ascii: "-"), isEmpty, !isNegative {
        isNegative = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value < .max / 100 else { break }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      isEmpty = false
    }
    isSound = false
    return nil
  }

  /// The word of a state; nil: the cell is empty.
  mutating func state() -> VentureState? {
    let word = cell(endedBy: Self.blank)
    if word.isEmpty { return nil }
    let state = VentureState(rawValue: String(decoding: word, as: UTF8.self))
    if state == nil { isSound = false }
    return state
  }

  mutating func restOfLine() -> String { String(decoding: cell(endedBy: Self.lineFeed), as: UTF8.self) }

  private mutating func cell(endedBy end: UInt8) -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = place
    while place < bytes.count, bytes[place] != end { place += 1 }
    defer { place += 1 }
    if place >= bytes.count { isSound = false }
    return bytes[start..<place]
  }
}
