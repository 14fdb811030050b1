package import Civil

/// A number as some report printed it, held against the amounts it was made from.
package struct PrintedFigure: Hashable, Sendable {
  /// How the report says that the number follows from the amounts.
  package enum Formula: Hashable, Sendable {
    /// part ÷ whole
    case share
    /// (after − before) ÷ before
    case growth
    /// 1 : led ÷ founders, printed as `1:6.2`
    case oneTo
  }

  package let text: String
  package let formula: Formula
  /// The part, the amount after, the jobs led; whole, so that a half is rounded as a half.
  package let first: Int
  /// The whole, the amount before, the founders; positive.
  package let second: Int

  package init(_ text: String, _ formula: Formula, _ first: Int, _ second: Int) {
    self.text = text
    self.formula = formula
    self.first = first
    self.second = second
  }

  package enum Verdict: Hashable, Sendable {
    /// Rounding explains it.
    case agrees
    /// The number as it should be printed, with the same decimals.
    case differs(expected: String)
    /// The printed number cannot be read, or the amounts give none.
    case notComputable
  }

  /// Whether the amounts, rounded half up to the decimals printed, give the number printed.
  package var verdict: Verdict {
    let isRatio = formula == .oneTo
    let body = text.replacing("：", with: ":")
    guard isRatio ? body.hasPrefix("1:") : body.hasSuffix("%"), second > 0 else { return .notComputable }
    let number = isRatio ? body.dropFirst(2) : body.dropLast()
    let decimals = number.firstIndex(of: ".").map { number.distance(from: $0, to: number.endIndex) - 1 } ?? 0
    let part = formula == .growth ? first - second : first
    guard Double(number) != nil, (0...6).contains(decimals),
      let scaled = rounded(part, times: (isRatio ? 1 : 100) * Int(powerOfTen(decimals)), over: second)
    else { return .notComputable }
    let digits = decimal(scaled: scaled, decimals: decimals)
    let expected = isRatio ? "1:" + digits : digits + "%"
    return expected == body ? .agrees : .differs(expected: expected)
  }

  /// `part` · `factor` / `whole`, halves away from zero; nil where it leaves the range of whole numbers.
  private func rounded(_ part: Int, times factor: Int, over whole: Int) -> Int? {
    let (product, overflow) = part.multipliedReportingOverflow(by: factor)
    guard !overflow else { return nil }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: whole)
    return abs(rest) >= whole - abs(rest) ? quotient + rest.signum() : quotient
  }

  /// What a reader is told; nil where the number agrees.
  package var sentence: Wording? {
    switch verdict {
    case .agrees: nil
    case .differs(let expected):
      Wording(
        zh: "印出的 \(text) 与原始数不符：按原始数应为 \(expected)；请核对后再引用。",
        en:
          "\(text) as printed does not follow from its amounts, which give \(expected); check before quoting it."
      )
    case .notComputable:
      Wording(
        zh: "无法复核 \(text)：数字或原始数缺失。", en: "\(text) cannot be checked: the number or an amount is missing.")
    }
  }
}
