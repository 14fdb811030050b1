package import Civil

/// A registration number of the years before the credit code (GS 15-2006): 14 digits and a check digit.
package struct OldRegistrationNumber: Hashable, Sendable, CustomStringConvertible {
  /// The 15 digits as one number: an area code begins with no zero.
  private let digits: UInt64

  package enum Flaw: Error, Hashable, Sendable, CaseIterable {
    case wrongLength, wrongCharacter, wrongCheck
    /// The number does not begin with an area code.
    case wrongArea

    package var problem: Wording {
      switch self {
      case .wrongLength: Wording(zh: "旧注册号不是 15 位", en: "an old registration number not of 15 digits")
      case .wrongCharacter: Wording(zh: "旧注册号中有非数字字符", en: "a character in it that is no digit")
      case .wrongCheck: Wording(zh: "旧注册号校验码不符", en: "its check digit does not fit")
      case .wrongArea: Wording(zh: "旧注册号开头不是区划代码", en: "it does not begin with an area code")
      }
    }

    package var remedy: Wording {
      Wording(
        zh: "请对照营业执照重录；已换发的请填统一社会信用代码",
        en: "compare it with the licence, or give the credit code that replaced it")
    }
  }

  /// Reads a number; full-width digits, blanks and hyphens are mended.
  package init(_ text: some StringProtocol) throws(Flaw) {
    let digits = CreditCode.plain(text)
    guard digits.count == 15 else { throw .wrongLength }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .wrongCharacter }
    guard OldRegistrationNumber.check(of: digits.prefix(14)) == digits[14] - 0x30 else { throw .wrongCheck }
    guard digits[0] > 0x30 else { throw .wrongArea }
    self.digits = digits.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
  }

  /// Its 15 digits.
  package var number: String { String(digits) }

  /// The area of the registering authority; may be a retired code.
  package var area: AreaCode? { AreaCode(number.prefix(6)) }

  package var description: String { number }

  /// ISO 7064 MOD 11,10.
  private static func check(of digits: ArraySlice<UInt8>) -> UInt8 {
    var product = 10
    for digit in digits {
      let sum = (product + Int(digit) - 0x30) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return UInt8((11 - product) % 10)
  }
}
