/// A person's name as it is compared: without blanks, dots and letter case.
package struct PersonName: Hashable, Sendable {
  package let scalars: [UInt32]

  package init(_ text: some StringProtocol) {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // Blanks, and the dots that part the names of some minorities: · • ・ ． .
      case 0...0x20, 0xA0, 0x3000, 0xB7, 0x2022, 0x30FB, 0xFF0E, 0x2E, 0x2027, 0x200B, 0xFEFF: continue
      case 0x41...0x5A: scalars.append(scalar.value + 0x20)
      case 0xFF21...0xFF3A: scalars.append(scalar.value - 0xFEE0 + 0x20)
      case 0xFF41...0xFF5A: scalars.append(scalar.value - 0xFEE0)
      default: scalars.append(scalar.value)
      }
    }
    self.scalars = scalars
  }

  package var isEmpty: Bool { scalars.isEmpty }

  /// Whether one character was mistyped, left out or added, in a name of two or more.
  package func isNear(_ other: PersonName) -> Bool {
    let (short, long) =
      scalars.count <= other.scalars.count ? (scalars, other.scalars) : (other.scalars, scalars)
    guard short.count >= 2, long.count - short.count <= 1, short != long else { return false }
    if short.count == long.count { return zip(short, long).lazy.filter { $0 != $1 }.count == 1 }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }
}

/// A telephone number as it is compared: its digits, without the country code.
package struct PhoneNumber: Hashable, Sendable {
  package let digits: [UInt8]

  /// The number, or nil where it has fewer than seven digits or only one digit over and over.
  package init?(_ text: some StringProtocol) {
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(UInt8(scalar.value))
      case 0xFF10...0xFF19: digits.append(UInt8(scalar.value - 0xFEE0))
      case 0x2A, 0xFF0A: return nil
      default: continue
      }
    }
    if digits.count == 13, digits.starts(with: [0x38, 0x36]) { digits.removeFirst(2) }
    guard digits.count >= 7, Set(digits).count > 1 else { return nil }
    self.digits = digits
  }

  /// Whether one digit was mistyped, or two neighbours were swapped.
  package func isNear(_ other: PhoneNumber) -> Bool {
    guard digits.count == other.digits.count else { return false }
    let differing = digits.indices.filter { digits[$0] != other.digits[$0] }
    if differing.count == 1 { return true }
    guard differing.count == 2, differing[1] == differing[0] + 1 else { return false }
    let (first, second) = (differing[0], differing[1])
    return digits[first] == other.digits[second] && digits[second] == other.digits[first]
  }
}
