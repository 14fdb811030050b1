/// A number modulo the prime 2⁶¹ - 1.
struct Residue: Hashable {
  private static let prime: UInt64 = (1 << 61) - 1

  private let value: UInt64

  private init(_ value: UInt64) { self.value = value }

  static let zero = Residue(0)
  static let one = Residue(1)

  /// The scatter of a number by the generator SplitMix64.
  static func scattered(_ number: Int) -> Residue {
    var bits = UInt64(truncatingIfNeeded: number) &+ 1
    bits = bits &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Residue((bits ^ (bits >> 31)) % prime)
  }

  static func + (left: Residue, right: Residue) -> Residue {
    let sum = left.value + right.value
    return Residue(sum >= prime ? sum - prime : sum)
  }

  static func - (left: Residue, right: Residue) -> Residue {
    Residue(left.value >= right.value ? left.value - right.value : left.value + prime - right.value)
  }

  static func * (left: Residue, right: Residue) -> Residue {
    let (high, low) = left.value.multipliedFullWidth(by: right.value)
    let sum = (low & prime) + ((low >> 61) | (high << 3))
    return Residue(sum >= prime ? sum - prime : sum)
  }

  /// By Fermat's theorem: the power p - 2.
  var inverse: Residue {
    var (result, square, exponent) = (Residue.one, self, Residue.prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * square }
      square = square * square
      exponent >>= 1
    }
    return result
  }
}
