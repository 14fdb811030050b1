import Civil

extension CellReader<String> {
  /// An id: free text on one line, compared exactly.
  static var id: Self {
    CellReader { (text, _) throws(CellFault) in
      guard !text.utf8.contains(where: { $0 < 0x20 }) else {
        throw CellFault(
          problem: Wording(zh: "编号中有换行或制表符", en: "an id with a line break or a tab in it"),
          expected: Wording(zh: "应为单行文字", en: "expected text on one line"))
      }
      guard text.utf8.count <= 200 else {
        throw CellFault(
          problem: Wording(zh: "编号过长", en: "an id too long"),
          expected: Wording(zh: "应不超过 200 字节", en: "expected at most 200 bytes"))
      }
      return text
    }
  }

  /// An id that stands in lists and patterns, so that it can hold no sign that separates their items.
  static var listedID: Self {
    CellReader { (text, notes) throws(CellFault) in
      let id = try CellReader.id.read(text, &notes)
      guard !id.contains(where: { ",，;；、".contains($0) }) else {
        throw CellFault(
          problem: Wording(zh: "编号中有分隔符", en: "an id with a separator in it"),
          expected: Wording(
            zh: "应不含 , ; 、 等分隔符，否则无法在列表中写出", en: "expected none of , ; 、 as lists are split there"))
      }
      return id
    }
  }

  /// The number of an account at a bank: digits, which may be parted by blanks or hyphens.
  ///
  /// A spreadsheet writes long numbers as 6.22E+18 and loses their last digits.
  static var accountNumber: Self {
    CellReader { (text, _) throws(CellFault) in
      let number = text.folded.withoutTextMark
      guard number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == " " || $0 == "-") }) else {
        throw CellFault(
          problem: Wording(zh: "账号中有数字以外的字符", en: "something else than digits in the account's number"),
          expected: Wording(
            zh: "应为数字；请把单元格设为文本后重新填写", en: "expected digits: format the cell as text and type it again"))
      }
      return number
    }
  }

  /// Free text; line breaks and tabs within it become blanks.
  static var text: Self {
    CellReader { (text, _) throws(CellFault) in
      guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Anything that the types hold; the judge says what is wrong with it.
  static var anything: Self {
    CellReader { (text, _) throws(CellFault) in text }
  }

  /// An address for mail.
  static var email: Self {
    CellReader { (text, notes) throws(CellFault) in
      let folded = text.folded
      let parts = folded.split(separator: "@", omittingEmptySubsequences: false)
      if parts.count != 2 || parts.contains(where: \.isEmpty) || folded.contains(where: \.isWhitespace) {
        notes.warnings.append(
          CellFault(
            problem: Wording(zh: "不像邮箱地址", en: "does not look like a mail address"),
            expected: Wording(zh: "应为 name@example.org 这样的地址", en: "expected one such as name@example.org")))
      }
      return folded
    }
  }

  /// The IANA name of a time zone; only its form is checked here.
  static var timeZone: Self {
    CellReader { (text, _) throws(CellFault) in
      let name = text.folded
      if ["北京时间", "中国标准时间", "东八区"].contains(name) { return "Asia/Shanghai" }
      let isName = name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2F, 0x5F: true
        default: false
        }
      }
      guard isName, name.first?.isLetter == true, !name.hasSuffix("/") else {
        throw CellFault(
          problem: Wording(zh: "不是时区名称", en: "not the name of a time zone"),
          expected: Wording(zh: "应为 Asia/Shanghai 这样的名称", en: "expected a name such as Asia/Shanghai"))
      }
      return name
    }
  }
}

extension CellReader<[String]> {
  /// Items separated by `;`, `；` or `、`; each is told once.
  static var list: Self {
    CellReader { (text, notes) throws(CellFault) in
      var items: [String] = []
      for item in text.listItems {
        if item.contains(",") || item.contains("，") {
          notes.warnings.append(
            CellFault(
              problem: Wording(
                zh: "逗号不分隔列表，“\(Masking.shown(item))”按一项计",
                en: "a comma does not separate: '\(Masking.shown(item))' is one item"),
              expected: Wording(zh: "各项应以 ；或 、 分隔", en: "expected items separated by ;")))
        }
        if items.contains(item) {
          notes.warnings.append(
            CellFault(
              problem: Wording(zh: "列表中有重复项", en: "an item twice in the list"),
              expected: Wording(zh: "每项写一次即可", en: "once is enough")))
        } else {
          items.append(try CellReader<String>.id.read(item, &notes))
        }
      }
      return items
    }
  }
}

extension CellReader<[String]> {
  /// Items separated by `;`, kept as they are, repeated ones too.
  static var anyList: Self {
    CellReader { (text, _) throws(CellFault) in
      text.listItems
    }
  }
}

extension CellReader<Set<String>> {
  /// A list whose order does not matter.
  static var set: Self {
    CellReader { (text, notes) throws(CellFault) in
      Set(try CellReader<[String]>.list.read(text, &notes))
    }
  }
}

extension CellReader<Set<String>> {
  /// Languages and dialects, each under one name.
  static var languages: Self {
    CellReader { (text, notes) throws(CellFault) in
      Set(try CellReader<[String]>.list.read(text, &notes).map(SpokenLanguage.named))
    }
  }
}

extension String {
  /// What stands between `;`, `；` and `、`, without blanks around it; empty items are left out.
  var listItems: [String] {
    split(whereSeparator: { ";；、".contains($0) })
      .map { String(decoding: Array($0.utf8)[...].trimmingBlanks, as: UTF8.self) }
      .filter { !$0.isEmpty }
  }
}
