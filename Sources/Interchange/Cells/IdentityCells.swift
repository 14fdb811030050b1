import Civil

extension CellReader<String> {
  /// An identity number as written, without what spreadsheets add; whether it is sound is judged by who is enrolled.
  static var identityNumber: Self {
    CellReader { (text, _) throws(CellFault) in
      let number = text.folded.withoutTextMark
      let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x58 }
      return isPlain ? number : number.filter { !$0.isWhitespace }.uppercased()
    }
  }

  /// A telephone number; an odd one is kept and warned of.
  static var phone: Self {
    CellReader { (text, notes) throws(CellFault) in
      let number = text.folded.withoutTextMark
      if !isTelephone(number) {
        notes.warnings.append(
          CellFault(
            problem: Wording(zh: "不像电话号码", en: "does not look like a telephone number"),
            expected: Wording(
              zh: "应为 11 位手机号，或带区号的固定电话",
              en: "expected a mobile number of 11 digits or one with its area code")))
      }
      return number
    }
  }

  private static func isTelephone(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x20, 0x2B, 0x2D, 0x28, 0x29: continue
      default: return false
      }
    }
    return (7...14).contains(digits)
  }
}
