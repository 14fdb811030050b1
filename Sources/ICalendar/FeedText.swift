/// Text made fit for a feed: nothing in it can end a line, and no personal number is in it.
enum FeedText {
  /// Free text: line ends become `\n`, other control characters vanish, telephone and identity numbers become `***`.
  static func free(_ text: String) -> String {
    trimmed(masked(lines(text)))
  }

  /// Free text of one line, as names and places are.
  static func line(_ text: String) -> String {
    trimmed(masked(lines(text)).replacing("\n", with: " "))
  }

  /// An absolute http or https address without blanks and control characters; nil for all else.
  ///
  /// Libical writes addresses as they stand, so that a line end in one would begin a property of its own. A stretch
  /// of digits that looks like a telephone number is percent-encoded, which leaves the address the same.
  static func address(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy { (33...126).contains($0) && $0 != 34 && $0 != 60 && $0 != 62 }
    guard isPlain, text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 2000 else {
      return nil
    }
    var parts = text
    while let range = PersonalNumbers.ranges(in: parts).first {
      let digit = parts[range].unicodeScalars.first.map { String($0.value, radix: 16) } ?? ""
      parts.replaceSubrange(range.lowerBound..<parts.index(after: range.lowerBound), with: "%" + digit)
    }
    return parts
  }

  /// For X- properties, in which libical does not escape commas and semicolons: full width, as in Chinese text.
  static func withoutSeparators(_ text: String) -> String {
    text.replacing(";", with: "；").replacing(",", with: "，")
  }

  private static func lines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 13, 0x2028, 0x2029, 0x85: kept.append("\n")
      case 10: if !afterReturn { kept.append("\n") }
      case 9: kept.append(" ")
      default: if !isControl(scalar) { kept.append(scalar) }
      }
      afterReturn = scalar.value == 13
    }
    return String(kept)
  }

  /// Control characters, line ends, the byte order mark, and what turns the direction of writing.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127..<160, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func masked(_ text: String) -> String {
    var text = text
    for range in PersonalNumbers.ranges(in: text).reversed() { text.replaceSubrange(range, with: "***") }
    return text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
