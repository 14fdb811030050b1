/// A number of which some places are hidden by stars (`320801********0015`), as public registers give it.
package struct MaskedNumber: Hashable, Sendable {
  /// Digits, X at the end, and `*` for a hidden place; 18 places.
  package let places: [UInt8]

  /// The number of 18 places with stars (`*`, `＊`, `×` or `x` in the middle) for hidden ones, or nil.
  package init?(_ text: some StringProtocol) {
    var places: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: places.append(UInt8(scalar.value))
      case 0xFF10...0xFF19: places.append(UInt8(scalar.value - 0xFEE0))
      // After a hidden place an x hides one too; after a digit it can only be the check character.
      case 0x58, 0x78: places.append(places.count == 17 && places.last != 0x2A ? 0x58 : 0x2A)
      case 0x2A, 0xFF0A, 0xD7: places.append(0x2A)
      case 0x20, 0x3000: continue
      default: return nil
      }
    }
    guard places.count == 18 else { return nil }
    self.places = places
  }

  /// Every place of a whole number.
  package init(_ id: ResidentID) { places = Array(id.number.utf8) }

  /// As the register or the roster shows it.
  package var text: String { String(decoding: places, as: UTF8.self) }

  /// The places that both show and whether each is the same; nil where they show no place in common.
  package func comparison(with other: MaskedNumber) -> (common: [Int], differing: [Int])? {
    let common = places.indices.filter { places[$0] != 0x2A && other.places[$0] != 0x2A }
    guard !common.isEmpty else { return nil }
    return (common, common.filter { places[$0] != other.places[$0] })
  }
}

/// Telephone numbers as they may be shown.
package enum MaskedPhone {
  /// `138****5678`: the first three and the last four digits; a short number is hidden but for its last two.
  package static func text(_ phone: String) -> String {
    let digits = phone.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 7 else { return "****" + digits.suffix(digits.count >= 4 ? 2 : 0) }
    guard digits.count >= 11 else { return "****" + digits.suffix(4) }
    return digits.prefix(3) + "****" + digits.suffix(4)
  }
}

/// Identity numbers of any document as they may be shown.
package enum MaskedIdentity {
  /// `320801********0015` for 18 places, `320801*****0015` for 15; of other documents the first and the last two.
  package static func text(_ number: String) -> String {
    let count = number.count
    guard count != 18, count != 15 else {
      return number.prefix(6) + String(repeating: "*", count: count - 10) + number.suffix(4)
    }
    guard count >= 6 else { return String(repeating: "*", count: count) }
    return number.prefix(1) + String(repeating: "*", count: count - 3) + number.suffix(2)
  }
}
