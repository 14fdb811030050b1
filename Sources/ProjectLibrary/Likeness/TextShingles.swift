/// The pairs of neighbouring characters of a text, by which Chinese texts are compared without a dictionary.
package struct TextShingles: Hashable, Sendable {
  /// Each pair once, sorted: the two scalars in one number.
  package let pairs: [UInt64]

  /// Punctuation, blanks and the width and case of letters do not matter; digits count as one character each.
  package init(_ text: some StringProtocol) {
    var pairs: Set<UInt64> = []
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      guard let plain = TextShingles.plain(scalar.value) else { continue }
      if let previous { pairs.insert(UInt64(previous) << 32 | UInt64(plain)) }
      previous = plain
    }
    self.pairs = pairs.sorted()
  }

  /// Half-width and lower case; nil for what is no letter, digit or ideograph.
  private static func plain(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x30...0x39, 0x61...0x7A: value
    case 0x41...0x5A: value + 0x20
    case 0xFF10...0xFF19: value - 0xFF10 + 0x30
    case 0xFF21...0xFF3A: value - 0xFF21 + 0x61
    case 0xFF41...0xFF5A: value - 0xFF41 + 0x61
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: value
    case 0x00C0...0x024F, 0x0370...0x052F: value
    default: nil
    }
  }
}

/// How much each pair of characters says: what stands in many texts (服务, 项目, 经营) says little.
package struct ShingleWeights: Sendable {
  private let frequency: [UInt64: Int]
  private let texts: Int

  /// The weights that some texts give: 1 for a pair that stands in none of them, down to a fifth for one in all.
  package init(_ texts: some Collection<TextShingles>) {
    var frequency: [UInt64: Int] = [:]
    for text in texts { for pair in text.pairs { frequency[pair, default: 0] += 1 } }
    self.frequency = frequency
    self.texts = texts.count
  }

  /// Linear in the share of texts that hold the pair, with three texts more than there are: a small library says little
  /// of what is common.
  package func weight(of pair: UInt64) -> Double {
    let share = Double(frequency[pair] ?? 0) / Double(texts + 3)
    return max(0.2, 1 - 4 * share)
  }

  package func sum(_ text: TextShingles) -> Double { text.pairs.reduce(0) { $0 + weight(of: $1) } }

  /// Dice's coefficient of two texts, weighted: twice what they share of what both hold, 0 to 1.
  package func dice(_ left: TextShingles, _ right: TextShingles) -> Double {
    let whole = sum(left) + sum(right)
    guard whole > 0 else { return 0 }
    var shared = 0.0
    var (first, second) = (left.pairs[...], right.pairs[...])
    while let one = first.first, let other = second.first {
      if one == other { shared += weight(of: one) }
      if one <= other { first.removeFirst() }
      if other <= one { second.removeFirst() }
    }
    return 2 * shared / whole
  }
}
