package import Civil

extension ResidentID {
  /// What a reader had to mend before the number was sound; a person may look at it.
  package enum Repair: Hashable, Sendable, CaseIterable {
    case blanksRemoved, fullWidthFolded, textMarkRemoved, letterReplaced, centuryAdded

    package var text: Wording {
      switch self {
      case .blanksRemoved: Wording(zh: "已去掉空格和分隔符", en: "blanks and dividers were removed")
      case .fullWidthFolded: Wording(zh: "全角字符已改为半角", en: "full-width characters were made half-width")
      case .textMarkRemoved: Wording(zh: "已去掉表格的文本标记", en: "a spreadsheet's text mark was removed")
      case .letterReplaced:
        Wording(zh: "字母 O、I、l 已改为数字，校验相符", en: "letters O, I, l were read as digits, and the check fits")
      case .centuryAdded: Wording(zh: "15 位旧号已升为 18 位", en: "an old number of 15 places was made 18")
      }
    }
  }

  /// Reads a number as people write it, and tells what was mended.
  ///
  /// Full-width characters, blanks, hyphens, a text mark, lower case x and letters for digits are mended; a letter
  /// only where the check character then fits.
  /// - Throws: the first flaw found in what was written.
  package static func reading(_ text: String) throws(Flaw) -> (id: ResidentID, repairs: [Repair]) {
    var repairs: Set<Repair> = []
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0x200B, 0x200E, 0xFEFF, 0x2D: repairs.insert(.blanksRemoved)
      case 0x27, 0x2018, 0x2019, 0x60: repairs.insert(.textMarkRemoved)
      case 0xFF01...0xFF5E:
        repairs.insert(.fullWidthFolded)
        bytes.append(UInt8(scalar.value - 0xFEE0))
      case 0x21...0x7E: bytes.append(UInt8(scalar.value))
      default: throw .wrongCharacter
      }
    }
    let plain = String(decoding: bytes, as: UTF8.self)
    if bytes.count == 15 { repairs.insert(.centuryAdded) }
    do throws(Flaw) {
      return (try ResidentID(plain), Repair.allCases.filter(repairs.contains))
    } catch {
      guard error == .letterForDigit else { throw error }
      let mended = bytes.map { digit(lookingLike: $0) ?? $0 }
      guard let id = try? ResidentID(String(decoding: mended, as: UTF8.self)), bytes.count == 18 else {
        throw error
      }
      repairs.insert(.letterReplaced)
      return (id, Repair.allCases.filter(repairs.contains))
    }
  }

  /// Why a sound number cannot be a living person's on a date, or nil where it can.
  ///
  /// Nobody is taken for older than `oldest` years.
  package func implausibility(on date: CivilDate, oldest: Int = 120) -> Wording? {
    if birthDate > date { return Wording(zh: "出生日期在将来", en: "a birth date in the future") }
    guard age(on: date) > oldest else { return nil }
    return Wording(zh: "年龄超过 \(oldest) 岁", en: "an age over \(oldest)")
  }
}
