package import Civil

extension ResidentID {
  /// What is wrong with a number, each with its own message and its own remedy.
  package enum Flaw: Error, Hashable, Sendable, CaseIterable {
    case empty
    /// Neither 18 nor 15 characters.
    case wrongLength
    /// Something else than digits, or than X at the end.
    case wrongCharacter
    /// The letter O for 0, or I or l for 1.
    case letterForDigit
    /// Places 7 to 14 name no day.
    case noSuchBirthDate
    /// The last character does not follow from the others (ISO 7064 MOD 11-2).
    case wrongCheckCharacter
    /// 17 digits: the check character, most likely an X, is missing.
    case checkCharacterLost
    /// A spreadsheet took it for a quantity: written as 3.2E+17.
    case writtenAsQuantity
    /// A spreadsheet keeps 15 digits: the last three are zeros and the check fails.
    case lastDigitsZeroed
    /// Its middle is hidden by stars.
    case masked

    /// What was found, without showing the number.
    package var problem: Wording {
      switch self {
      case .empty: Wording(zh: "没有身份证号", en: "no identity number")
      case .wrongLength: Wording(zh: "身份证号位数不对", en: "an identity number of the wrong length")
      case .wrongCharacter: Wording(zh: "身份证号中有非数字字符", en: "a character in it that is no digit")
      case .letterForDigit:
        Wording(zh: "身份证号中有字母 (如字母 O 代替数字 0)", en: "a letter in it that looks like a digit (letter O for 0?)")
      case .noSuchBirthDate: Wording(zh: "身份证号中的出生日期不存在", en: "the birth date in it does not exist")
      case .wrongCheckCharacter: Wording(zh: "身份证号校验码不符", en: "the check character does not fit")
      case .checkCharacterLost:
        Wording(zh: "身份证号只有 17 位，缺末位校验码", en: "17 digits: the check character at the end is missing")
      case .writtenAsQuantity:
        Wording(
          zh: "身份证号已被表格软件改成数值 (科学记数法)", en: "a spreadsheet has turned it into a quantity such as 3.2E+17")
      case .lastDigitsZeroed:
        Wording(
          zh: "身份证号末三位被表格软件改成 000", en: "a spreadsheet has set its last three digits to 000")
      case .masked: Wording(zh: "身份证号已被隐去部分数字", en: "an identity number with hidden places")
      }
    }

    /// What to do about it.
    package var remedy: Wording {
      switch self {
      case .empty: Wording(zh: "请补填", en: "fill it in")
      case .wrongLength:
        Wording(zh: "应为 18 位；请核对是否漏填或多填", en: "expected 18 places: look for a digit left out or typed twice")
      case .wrongCharacter:
        Wording(
          zh: "应为 17 位数字加末位数字或 X；其他证件请改选证件类型",
          en: "expected 17 digits and a digit or X: for another document, say its type")
      case .letterForDigit: Wording(zh: "请改为数字 0 或 1", en: "write the digit 0 or 1")
      case .noSuchBirthDate: Wording(zh: "请对照证件核对第 7 至 14 位", en: "compare places 7 to 14 with the card")
      case .wrongCheckCharacter:
        Wording(zh: "至少有一位录入错误，请对照证件重录", en: "at least one place is mistyped: compare it with the card")
      case .checkCharacterLost: Wording(zh: "请补末位，可能为 X", en: "add the last place, most likely X")
      case .writtenAsQuantity, .lastDigitsZeroed:
        Wording(
          zh: "原数字已丢失，无法还原：请把该列设为文本后按证件重录",
          en: "the digits are lost: make the column text and type it from the card")
      case .masked: Wording(zh: "请向提供方索取完整号码", en: "ask for the whole number where it came from")
      }
    }
  }

  /// The digit that a letter is mistyped for.
  static func digit(lookingLike byte: UInt8) -> UInt8? {
    switch byte {
    case 0x4F, 0x6F: 0x30
    case 0x49, 0x69, 0x6C: 0x31
    default: nil
    }
  }
}
