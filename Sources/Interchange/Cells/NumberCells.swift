import Civil

extension CellReader<Int> {
  /// A whole number within a range; 余, 多 or 约 are kept as a warning, units after it are passed over.
  static func whole(_ range: ClosedRange<Int>) -> CellReader<Int> {
    CellReader { (text, notes) throws(CellFault) in
      let expected = Wording(
        zh: "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        en: "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      if let plain = Int(text), range.contains(plain) { return plain }
      guard let count = CountText(text) else {
        throw CellFault(problem: Wording(zh: "不是整数", en: "not a whole number"), expected: expected)
      }
      if count.isApproximate, count.value == 0 {
        throw CellFault(
          problem: Wording(zh: "数字不可能：“0余”的数字已丢失", en: "an impossible number: the digits before 余 are lost"),
          expected: expected)
      }
      guard range.contains(count.value) else {
        throw CellFault(problem: Wording(zh: "数字超出范围", en: "a number out of range"), expected: expected)
      }
      if count.isApproximate {
        notes.warnings.append(
          CellFault(
            problem: Wording(
              zh: "概数，按 \(count.value) 计", en: "an approximate number, taken as \(count.value)"),
            expected: Wording(zh: "应为确切数字", en: "expected the exact number")))
      }
      return count.value
    }
  }
}

extension CellReader<Int> {
  /// Any whole number that the type holds; the judge says what is wrong with it.
  static var anyWhole: Self {
    CellReader { (text, _) throws(CellFault) in
      guard let value = CountText(text)?.value, (-999_999...999_999).contains(value) else {
        throw CellFault(
          problem: Wording(zh: "不是整数", en: "not a whole number"),
          expected: Wording(zh: "应为整数", en: "expected a whole number"))
      }
      return value
    }
  }
}

extension CellReader<Double> {
  /// A number of degrees within a range.
  static func degrees(_ range: ClosedRange<Double>) -> CellReader<Double> {
    CellReader { (text, _) throws(CellFault) in
      let number = text.folded.withoutTextMark
      guard let value = Double(number.dropping(suffix: "°") ?? number), range.contains(value) else {
        let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
        throw CellFault(
          problem: Wording(zh: "不是经纬度", en: "not a number of degrees"),
          expected: Wording(zh: "应为 \(low) 到 \(high) 的度数", en: "expected degrees from \(low) to \(high)"))
      }
      return value
    }
  }
}

/// A count as people write it: `1,200`, `30人`, `30余人`, `约 30`, `30.0`, `4万余份`.
struct CountText {
  let value: Int
  /// Written with 余, 多, 约, 近 or 左右.
  let isApproximate: Bool

  private static let before = ["大约", "约", "近", "~", "≈"]
  private static let after = ["左右", "余", "多", "+"]
  private static let units = [
    "课时", "分钟", "小时", "人次", "周岁", "人", "名", "位", "个", "节", "次", "天", "日", "年", "岁", "分", "座", "场",
    "份", "块", "幅", "册", "家", "户",
  ]

  init?(_ text: String) {
    // Nearly all are plain digits, and a timetable has very many.
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let plain = Int(text) {
      (value, isApproximate) = (plain, false)
      return
    }
    var rest = text.folded.withoutTextMark.filter { !$0.isWhitespace }
    var isApproximate = false
    if let number = CountText.before.lazy.compactMap({ rest.dropping(prefix: $0) }).first {
      isApproximate = true
      rest = number
    }
    // A unit, 余, and a unit once more: "30人左右", "30余人".
    for _ in 0..<3 {
      if let number = CountText.after.lazy.compactMap({ rest.dropping(suffix: $0) }).first {
        isApproximate = true
        rest = number
      } else if let number = CountText.units.lazy.compactMap({ rest.dropping(suffix: $0) }).first {
        rest = number
      }
    }
    // Ten thousands: "4万", "1.5万".
    if let number = rest.dropping(suffix: "万"), let tens = Double(number), (0...100_000).contains(tens) {
      value = Int((tens * 10_000).rounded())
    } else {
      guard let plain = CountText.plain(rest) else { return nil }
      value = plain
    }
    self.isApproximate = isApproximate
  }

  /// Digits with a sign, with thousands separated by commas, or with a fraction of zeros.
  private static func plain(_ text: String) -> Int? {
    var text = text
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    if halves.count == 2, !halves[1].isEmpty, halves[1].allSatisfy({ $0 == "0" }) { text = String(halves[0]) }
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
      text = groups.joined()
    }
    return Int(text)
  }
}
