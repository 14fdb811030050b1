/// Finds what looks like a mobile telephone or a resident identity number in a text.
enum PersonalNumbers {
  /// How digits are grouped in each kind; one blank or hyphen may stand between groups.
  private static let groups = [[3, 4, 4], [6, 8, 4]]

  /// The places of all such numbers, in order, without overlap; digits of every script count.
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.unicodeScalars.count(where: { digit($0) != nil }) >= 11 else { return [] }
    let scalars = Array(text.unicodeScalars)
    let digits = scalars.map(digit)
    let indices = Array(text.unicodeScalars.indices) + [text.endIndex]
    var found: [Range<String.Index>] = []
    var position = 0
    while position < scalars.count {
      let isFirst = digits[position] != nil && (position == 0 || digits[position - 1] == nil)
      if isFirst, let end = end(from: position, digits: digits, scalars: scalars) {
        found.append(indices[position]..<indices[end])
        position = end
      } else {
        position += 1
      }
    }
    return found
  }

  private static func end(from start: Int, digits: [Int?], scalars: [Unicode.Scalar]) -> Int? {
    // +86 and 0086 may stand before a mobile number without a break.
    for skip in [0, 2, 4] {
      for groups in groups where skip == 0 || groups == Self.groups[0] {
        let prefix = digits[start..<min(digits.count, start + skip)].compactMap { $0 }
        guard [[], [8, 6], [0, 0, 8, 6]].contains(prefix) else { continue }
        if let end = match(groups, from: start + skip, digits: digits, scalars: scalars) { return end }
      }
    }
    return nil
  }

  private static func match(_ groups: [Int], from start: Int, digits: [Int?], scalars: [Unicode.Scalar])
    -> Int?
  {
    var position = start
    for (index, length) in groups.enumerated() {
      if index > 0, position < scalars.count, scalars[position] == " " || scalars[position] == "-" {
        position += 1
      }
      for _ in 0..<length {
        // The check character of an identity number may be an X.
        let isCheck =
          groups[0] == 6 && index == 2
          && (position < scalars.count && "Xx".unicodeScalars.contains(scalars[position]))
        guard position < scalars.count, digits[position] != nil || isCheck else { return nil }
        position += 1
        if isCheck { break }
      }
    }
    guard position == scalars.count || digits[position] == nil else { return nil }
    if groups[0] == 3 {
      guard digits[start] == 1, let second = digits[start + 1], second >= 3 else { return nil }
    }
    return position
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil }
    // Chinese characters have no decimal digits among them; most text is of these.
    if (0x2E80..<0xA000).contains(scalar.value) { return nil }
    guard scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }
}
