/// The logical lines of a calendar file: decoded, unfolded (RFC 5545 3.1), numbered; blank ones left out.
struct CalendarLines {
  private let bytes: [UInt8]
  private let breaksAtReturn: Bool
  private var position = 0
  private var physical = 0
  /// The physical line, from 1, on which the line last returned begins.
  private(set) var number = 0

  /// Takes UTF-8 with or without a byte order mark, UTF-16 with one, and any other bytes as they are.
  ///
  /// What matters in a calendar is ASCII, so a file in an old encoding can still be read.
  /// Lines may end in CRLF, LF, or CR alone.
  init(_ raw: [UInt8], source: String, limits: CalendarLimits) throws(CalendarError) {
    guard raw.count <= limits.bytes else {
      throw CalendarError(.tooLarge(limit: limits.bytes), source: source)
    }
    bytes = try CalendarLines.decoded(raw, source: source)
    breaksAtReturn = !bytes.contains(10)
    if let nul = bytes.firstIndex(of: 0) {
      let line = bytes[..<nul].count(where: { $0 == 10 }) + 1
      throw CalendarError(.nulCharacter, source: source, line: line)
    }
  }

  private static func decoded(_ raw: [UInt8], source: String) throws(CalendarError) -> [UInt8] {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(raw.dropFirst(3)) }
    let isBigEndian = raw.starts(with: [0xFE, 0xFF])
    guard isBigEndian || raw.starts(with: [0xFF, 0xFE]) else { return raw }
    guard raw.count.isMultiple(of: 2) else { throw CalendarError(.unreadableText, source: source) }
    let units = stride(from: 2, to: raw.count, by: 2).map { index -> UInt16 in
      let pair = (UInt16(raw[index]), UInt16(raw[index + 1]))
      return isBigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Puts the next line into the buffer; false at the end of the file.
  mutating func next(into line: inout [UInt8]) -> Bool {
    line.removeAll(keepingCapacity: true)
    while position < bytes.count {
      let range = physicalLine()
      guard !range.isEmpty else { continue }
      number = physical
      line.append(contentsOf: bytes[range])
      skipBlankLines()
      while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 {
        line.append(contentsOf: bytes[physicalLine().dropFirst()])
        skipBlankLines()
      }
      return true
    }
    return false
  }

  /// Some writers put an empty line before each continuation.
  private mutating func skipBlankLines() {
    while position < bytes.count, bytes[position] == 10 || bytes[position] == 13 { _ = physicalLine() }
  }

  /// The next physical line without its end.
  private mutating func physicalLine() -> Range<Int> {
    let start = position
    let terminator: UInt8 = breaksAtReturn ? 13 : 10
    var end = start
    while end < bytes.count, bytes[end] != terminator { end += 1 }
    position = end + 1
    physical += 1
    if end > start, bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }
}
