/// One property of a calendar, cut into name, parameters and value (RFC 5545 3.1); names in capitals.
struct ContentLine {
  let name: String
  /// The parameters that the reader has a use for: TZID, VALUE, RANGE, FBTYPE.
  let parameters: [String: String]
  let parameterCount: Int
  /// The value as it stands, without control characters.
  let value: String

  /// The name alone, so that a line of no interest costs no more than this.
  static func name(of line: [UInt8]) -> String {
    let end = line.firstIndex { $0 == 58 || $0 == 59 } ?? 0
    guard end <= 64 else { return "" }
    let isPlain = line[..<end].allSatisfy { (65...90).contains($0) || $0 == 45 }
    if isPlain { return String(decoding: line[..<end], as: UTF8.self) }
    return String(decoding: line[..<end].filter { $0 > 32 }, as: UTF8.self).uppercased()
  }

  /// Nil where the line has no colon outside quotes.
  init?(_ line: [UInt8]) {
    name = ContentLine.name(of: line)
    var isQuoted = false
    var marks: [Int] = []
    var colon: Int?
    for (index, byte) in line.enumerated() {
      if byte == 34 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 59 { marks.append(index) }
      if byte == 58 {
        colon = index
        break
      }
    }
    guard let colon else { return nil }
    var found: [String: String] = [:]
    for (index, start) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1] : colon
      let text = String(decoding: line[(start + 1)..<end], as: UTF8.self)
      guard let equals = text.firstIndex(of: "=") else { continue }
      let key = text[..<equals].filter { !$0.isWhitespace }.uppercased()
      guard ["TZID", "VALUE", "RANGE", "FBTYPE"].contains(key) else { continue }
      found[key] = ContentLine.plain(text[text.index(after: equals)...])
    }
    parameters = found
    parameterCount = marks.count
    value = ContentLine.plain(String(decoding: line[(colon + 1)...], as: UTF8.self)[...])
  }

  /// Without control characters, outer blanks, and the quotes of a parameter.
  private static func plain(_ text: Substring) -> String {
    let isClean = text.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
    let clean = isClean ? nil : text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
    var kept = clean.map { String(String.UnicodeScalarView($0)) } ?? String(text)
    while !isVisible(kept.unicodeScalars.first), kept.first?.isWhitespace == true { kept.removeFirst() }
    while !isVisible(kept.unicodeScalars.last), kept.last?.isWhitespace == true { kept.removeLast() }
    guard kept.utf8.count >= 2, kept.utf8.first == 34, kept.hasPrefix("\""), kept.hasSuffix("\"") else {
      return kept
    }
    return String(kept.dropFirst().dropLast())
  }

  /// Whether it is a Latin sign or a Chinese one, of which there is no need to ask for more.
  private static func isVisible(_ scalar: Unicode.Scalar?) -> Bool {
    guard let value = scalar?.value else { return false }
    return (0x21...0x7E).contains(value) || (0x4E00...0x9FFF).contains(value)
  }
}
