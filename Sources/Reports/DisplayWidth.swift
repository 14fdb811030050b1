/// How many columns of a terminal a text takes: Chinese characters take two.
package enum DisplayWidth {
  /// Columns of the whole text.
  package static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// Columns of one scalar: 0 for marks that join the one before, 2 for wide ones (Unicode Annex 11, W and F).
  package static func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  /// The text with blanks behind it up to the width; cut with an ellipsis where it is wider.
  package static func fitted(_ text: String, to width: Int) -> String {
    let cut = truncated(text, to: width)
    return cut + String(repeating: " ", count: max(0, width - of(cut)))
  }

  /// The text, cut with an ellipsis where it is wider.
  package static func truncated(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    var cut = ""
    var used = 0
    for character in text {
      let columns = of(String(character))
      if used + columns > width - 1 { break }
      cut.append(character)
      used += columns
    }
    return width > 0 ? cut + "…" : ""
  }

  /// The text in lines of at most `width` columns, broken at blanks or between Chinese characters.
  ///
  /// - Parameters:
  ///   - text: one paragraph.
  ///   - width: columns, the indent included.
  ///   - indent: blanks before every line but the first.
  /// - Returns: at least one line.
  package static func lines(of text: String, width: Int, indent: Int = 0) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let columns = of(piece)
      if used + columns > width, !line.allSatisfy({ $0 == " " }) {
        lines.append(trimmed(line))
        line = String(repeating: " ", count: indent)
        used = indent
        if piece.allSatisfy({ $0 == " " }) { continue }
      }
      line += piece
      used += columns
    }
    lines.append(trimmed(line))
    return lines
  }

  /// Runs of narrow characters, runs of blanks, and single wide characters with the punctuation around them: what
  /// opens ends no line, and what closes begins none (GB/T 15834-2011, 5.1).
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var lastIsOpen = false
    for character in text {
      let isBlank = character == " "
      let isWide = of(String(character)) > 1
      let clings = closing.contains(character)
      if let last = pieces.last, let end = last.last,
        clings && end != " " || isBlank && end == " " || !isBlank && opening.contains(end)
          || lastIsOpen && !isBlank && !isWide
      {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      lastIsOpen = !isBlank && !isWide
    }
    return pieces
  }

  private static let opening: Set<Character> = ["（", "《", "〈", "“", "‘", "【", "「", "『", "("]

  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "）", "》", "〉", "”", "’", "】", "」", "』", "！", "？", ",", ".", ";", ":", ")", "!",
    "?", "%",
  ]

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
