/// Keeps identity numbers and phones out of texts, and texts short and printable.
enum Masking {
  private static let longestText = 60

  /// The first and the last character of a secret (`3****5`).
  static func masked(_ text: String) -> String {
    guard let first = text.first, let last = text.last, text.count > 4 else { return "****" }
    return "\(first)****\(last)"
  }

  /// A cell's text as a problem may show it: what looks like an identity number or a phone is masked wherever it
  /// stands, control characters become blanks, and a long text is cut.
  static func shown(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(longestText * 4) {
      scalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    let printable = maskingNumbers(String(scalars).folded == text ? text : String(scalars))
    return printable.count > longestText ? printable.prefix(longestText) + "…" : printable
  }

  private static func maskingNumbers(_ text: String) -> String {
    guard text.unicodeScalars.lazy.filter(isDigit).count >= 11 else { return text }
    var shown = ""
    var number = ""
    func flush() {
      let digits = number.folded.filter { $0.isNumber || $0 == "X" || $0 == "x" }
      let end = number.reversed().prefix { "-－ ".contains($0) }.reversed()
      shown += isSecret(digits) ? masked(digits) + String(end) : number
      number = ""
    }
    for character in text {
      let continues = !number.isEmpty && "-－ Xx".contains(character)
      if character.unicodeScalars.allSatisfy(isDigit) || continues {
        number.append(character)
      } else {
        flush()
        shown.append(character)
      }
    }
    flush()
    return shown
  }

  /// Identity numbers have 15 or 18 places, mobile phones 11 from 1, telephones 11 or 12 from 0 with the area code.
  private static func isSecret(_ digits: String) -> Bool {
    switch digits.count {
    case 11: digits.first == "1" || digits.first == "0"
    case 12: digits.first == "0"
    case 13: digits.hasPrefix("861")
    case 15, 17...: true
    default: false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }
}
