package import Civil

/// A unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters.
///
/// Kept in 12 bytes, as hundreds of thousands are in memory at once.
package struct CreditCode: Hashable, Sendable, CustomStringConvertible {
  /// Places 9 to 16, in ASCII; 17 and 18 follow from the others.
  private let body: UInt64
  /// The values of places 1 and 2, then the digits of 3 to 8.
  private let authority: UInt32

  /// What is wrong with a code, each with its own message and remedy.
  package enum Flaw: Error, Hashable, Sendable, CaseIterable {
    case empty, wrongLength, wrongCharacter
    /// The letters I, O, S, V and Z are never used.
    case confusableLetter
    /// Places 3 to 8 are no area code.
    case wrongArea
    /// Place 17 does not follow from 9 to 16 (GB 11714).
    case wrongBodyCheck
    /// Place 18 does not follow from the others.
    case wrongCheck
    /// A spreadsheet took it for a quantity.
    case writtenAsQuantity

    package var problem: Wording {
      switch self {
      case .empty: Wording(zh: "没有统一社会信用代码", en: "no unified social credit code")
      case .wrongLength: Wording(zh: "统一社会信用代码不是 18 位", en: "a unified social credit code not of 18 places")
      case .wrongCharacter: Wording(zh: "统一社会信用代码中有不允许的字符", en: "a character that credit codes do not use")
      case .confusableLetter:
        Wording(zh: "统一社会信用代码不使用字母 I、O、S、V、Z", en: "credit codes do not use the letters I, O, S, V and Z")
      case .wrongArea: Wording(zh: "统一社会信用代码第 3 至 8 位不是区划代码", en: "places 3 to 8 are no area code")
      case .wrongBodyCheck:
        Wording(zh: "主体标识码 (第 9 至 17 位) 校验不符", en: "the check of the body code (places 9 to 17) does not fit")
      case .wrongCheck: Wording(zh: "统一社会信用代码校验码不符", en: "the check character at the end does not fit")
      case .writtenAsQuantity:
        Wording(zh: "统一社会信用代码已被表格软件改成数值", en: "a spreadsheet has turned it into a quantity")
      }
    }

    package var remedy: Wording {
      switch self {
      case .empty: Wording(zh: "请补填，或选“尚未办照”“免予登记”", en: "fill it in, or say no licence yet or exempt")
      case .wrongLength:
        Wording(zh: "请对照营业执照核对是否漏填或多填", en: "compare it with the licence for a place left out or added")
      case .confusableLetter:
        Wording(zh: "请改为形近的数字 1、0、5、2 或字母 U、Y", en: "write the digit that looks like it: 1, 0, 5 or 2")
      case .writtenAsQuantity: Wording(zh: "请把该列设为文本后重录", en: "make the column text and type it again")
      case .wrongCharacter, .wrongArea, .wrongBodyCheck, .wrongCheck:
        Wording(zh: "请对照营业执照重录", en: "compare it with the licence")
      }
    }
  }

  /// Reads a code; full-width characters, blanks, hyphens and lower case are mended.
  ///
  /// - Throws: the first flaw found.
  package init(_ text: some StringProtocol) throws(Flaw) {
    let characters = CreditCode.plain(text)
    guard !characters.isEmpty else { throw .empty }
    if characters.contains(0x2B) || characters.contains(0x2E) { throw .writtenAsQuantity }
    guard characters.count == 18 else { throw .wrongLength }
    var values: [Int] = []
    for character in characters {
      guard let value = CreditCode.value(of: character) else {
        throw "IOSVZ".utf8.contains(character) ? .confusableLetter : .wrongCharacter
      }
      values.append(value)
    }
    guard values[2..<8].allSatisfy({ $0 < 10 }) else { throw .wrongArea }
    guard CreditCode.bodyCheck(of: characters[8..<16]) == characters[16] else { throw .wrongBodyCheck }
    guard CreditCode.check(of: values) == values[17] else { throw .wrongCheck }
    body = characters[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    authority = UInt32(values[..<2].reduce(0) { $0 * 31 + $1 }) * 1_000_000 + CreditCode.number(values[2..<8])
  }

  /// The code of a body that an authority registered, its two checks computed; nil: it cannot be one.
  ///
  /// - Parameters:
  ///   - prefix: the authority's and the body's kind (`92`).
  ///   - area: that of the authority; six digits of it count.
  ///   - body: eight characters of the 31.
  package init?(prefix: String, area: AreaCode, body: String) {
    var characters = Array("\(prefix)\(area.ancestor(at: .county))\(body)".utf8)
    guard characters.count == 16 else { return nil }
    characters.append(CreditCode.bodyCheck(of: characters[8...]))
    let values = characters.compactMap(CreditCode.value)
    guard values.count == 17 else { return nil }
    characters.append(CreditCode.characters[CreditCode.check(of: values)])
    guard let code = try? CreditCode(String(decoding: characters, as: UTF8.self)) else { return nil }
    self = code
  }

  /// Its 18 characters, upper case.
  package var code: String {
    let (prefix, area) = authority.quotientAndRemainder(dividingBy: 1_000_000)
    var digits = area
    var text: [UInt8] = Array(repeating: 0x30, count: 8)
    for place in (2..<8).reversed() {
      text[place] = UInt8(0x30 + digits % 10)
      digits /= 10
    }
    text[0] = CreditCode.characters[Int(prefix / 31)]
    text[1] = CreditCode.characters[Int(prefix % 31)]
    for place in 0..<8 { text.append(UInt8(truncatingIfNeeded: body >> (56 - 8 * place))) }
    text.append(CreditCode.bodyCheck(of: text[8...]))
    text.append(CreditCode.characters[CreditCode.check(of: text.compactMap(CreditCode.value))])
    return String(decoding: text, as: UTF8.self)
  }

  /// The registering authority and the kind of body: the first two characters.
  package var prefix: String { String(code.prefix(2)) }

  /// The area of the registering authority; may be a retired code.
  package var area: AreaCode? { AreaCode(code.dropFirst(2).prefix(6)) }

  /// The organisation code (GB 11714): nine characters, the last its check.
  package var bodyCode: String { String(code.dropFirst(8).prefix(9)) }

  package var kind: BodyKind { BodyKind(prefix: prefix) }

  package var description: String { code }

  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  private static func value(of character: UInt8) -> Int? { characters.firstIndex(of: character) }

  private static func number(_ digits: ArraySlice<Int>) -> UInt32 {
    digits.reduce(0) { $0 * 10 + UInt32($1) }
  }

  /// 31 less the sum of values times 3^(i - 1) mod 31, mod 31 (GB 32100).
  private static func check(of values: [Int]) -> Int {
    var (sum, weight) = (0, 1)
    for value in values.prefix(17) { (sum, weight) = (sum + value * weight, weight * 3 % 31) }
    return (31 - sum % 31) % 31
  }

  /// 11 less the weighted sum mod 11, written X for 10 and 0 for 11 (GB 11714).
  private static func bodyCheck(of characters: ArraySlice<UInt8>) -> UInt8 {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(characters, weights).reduce(0) { sum, pair in
      sum + Int(pair.0 <= 0x39 ? pair.0 - 0x30 : pair.0 - 0x41 + 10) * pair.1
    }
    let check = 11 - sum % 11
    return check == 10 ? 0x58 : check == 11 ? 0x30 : UInt8(0x30 + check)
  }

  /// Half-width, upper case, without blanks, hyphens and text marks.
  static func plain(_ text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0...0x20, 0x27, 0x2D, 0xA0, 0x3000, 0x2018, 0x2019, 0xFEFF: continue
      case 0xFF01...0xFF5E: bytes.append(upper(UInt8(scalar.value - 0xFEE0)))
      case 0x21...0x7E: bytes.append(upper(UInt8(scalar.value)))
      default: bytes.append(0x3F)
      }
    }
    return bytes
  }

  private static func upper(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte - 0x20 : byte }
}

/// What kind of body a credit code was given to, by its first two characters.
package enum BodyKind: String, Hashable, Sendable, CaseIterable {
  case enterprise = "91"
  case individualBusiness = "92"
  case farmersCooperative = "93"
  case socialGroup = "51"
  case privateNonEnterprise = "52"
  case foundation = "53"
  case government = "11"
  case publicInstitution = "12"
  case ruralCollective = "N"
  case other

  package init(prefix: String) {
    self = BodyKind(rawValue: prefix) ?? (prefix.hasPrefix("N") ? .ruralCollective : .other)
  }

  package var name: Wording {
    switch self {
    case .enterprise: Wording(zh: "企业", en: "enterprise")
    case .individualBusiness: Wording(zh: "个体工商户", en: "individual business")
    case .farmersCooperative: Wording(zh: "农民专业合作社", en: "farmers' specialised cooperative")
    case .socialGroup: Wording(zh: "社会团体", en: "social group")
    case .privateNonEnterprise: Wording(zh: "民办非企业单位", en: "private non-enterprise unit")
    case .foundation: Wording(zh: "基金会", en: "foundation")
    case .government: Wording(zh: "机关", en: "government organ")
    case .publicInstitution: Wording(zh: "事业单位", en: "public institution")
    case .ruralCollective: Wording(zh: "农村集体经济组织", en: "rural collective")
    case .other: Wording(zh: "其他", en: "other")
    }
  }
}
