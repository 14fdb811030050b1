extension String {
  /// With full-width letters, digits and signs made half-width, and without blanks at both ends.
  var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return trimmed }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).trimmed
  }

  /// Without blanks at both ends; a text mark of a spreadsheet (`'`) at the start goes too.
  var withoutTextMark: String {
    hasPrefix("'") || hasPrefix("’") ? String(dropFirst()).trimmed : self
  }

  private var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
    return String(decoding: Array(utf8)[...].trimmingBlanks, as: UTF8.self)
  }

  /// Without the last characters, if they are these.
  func dropping(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }

  /// Without the first characters, if they are these.
  func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
