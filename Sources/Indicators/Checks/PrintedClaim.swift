package import Civil

/// A figure as some report printed it, with what the report says that it is made of.
package struct PrintedClaim: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case share, growth, oneTo
    /// So many supported starts of so many registrations.
    case attribution
    /// A plain count under a name.
    case count

    package var name: Wording {
      switch self {
      case .share: Wording(zh: "占比", en: "share")
      case .growth: Wording(zh: "增长率", en: "growth")
      case .oneTo: Wording(zh: "比例", en: "ratio 1:x")
      case .attribution: Wording(zh: "归因", en: "attribution")
      case .count: Wording(zh: "数量", en: "count")
      }
    }
  }

  /// An amount with its decimals kept, so that it is compared exactly.
  package struct Amount: Hashable, Sendable {
    /// The amount times ten to the power of `decimals`.
    package let scaled: Int
    package let decimals: Int

    package init(_ scaled: Int, decimals: Int = 0) {
      self.scaled = scaled
      self.decimals = decimals
    }

    /// As whole numbers of one scale; nil where they would leave the range of whole numbers.
    static func alike(_ first: Amount, _ second: Amount) -> (Int, Int)? {
      let decimals = max(first.decimals, second.decimals)
      func lifted(_ amount: Amount) -> Int? {
        var value = amount.scaled
        for _ in amount.decimals..<decimals {
          let (product, overflow) = value.multipliedReportingOverflow(by: 10)
          if overflow { return nil }
          value = product
        }
        return value
      }
      guard let one = lifted(first), let other = lifted(second) else { return nil }
      return (one, other)
    }
  }

  package let name: String
  /// As printed; nil: the report prints no number of its own for it.
  package let printed: String?
  package let kind: Kind
  package let first: Amount?
  package let second: Amount?

  package init(
    _ name: String, printed: String? = nil, _ kind: Kind, _ first: Amount?, _ second: Amount? = nil
  ) {
    self.name = name
    self.printed = printed
    self.kind = kind
    self.first = first
    self.second = second
  }

  /// The number as its amounts give it, where it is one that can be worked out.
  package var figure: PrintedFigure? {
    let formula: PrintedFigure.Formula
    switch kind {
    case .share: formula = .share
    case .growth: formula = .growth
    case .oneTo: formula = .oneTo
    case .attribution, .count: return nil
    }
    guard let printed, let first, let second, let (one, other) = Amount.alike(first, second) else {
      return nil
    }
    return PrintedFigure(printed, formula, one, other)
  }
}

/// What checking the figures of a printed report found.
package struct PrintedReview: Sendable {
  package enum Finding: Hashable, Sendable {
    case agrees
    /// The number as it should be printed, with the same decimals.
    case differs(expected: String)
    case notComputable(Wording)
    case doubt(Wording)
  }

  /// Each claim with what was found, in the order given.
  package let findings: [(claim: PrintedClaim, finding: Finding)]

  package var hasFindings: Bool { findings.contains { $0.finding != .agrees } }

  /// Two names for one count are doubted from this count on: small ones agree by chance.
  private static let leastShared = 100

  package init(_ claims: [PrintedClaim]) {
    var names: [PrintedClaim.Amount: [String]] = [:]
    for claim in claims where claim.kind == .count {
      guard let amount = claim.first, !(names[amount] ?? []).contains(claim.name) else { continue }
      names[amount, default: []].append(claim.name)
    }
    findings = claims.map { claim in
      switch claim.kind {
      case .share, .growth, .oneTo: (claim, Self.judged(claim))
      case .attribution: (claim, Self.attributed(claim))
      case .count:
        if let amount = claim.first {
          (claim, Self.counted(amount, names[amount] ?? []))
        } else {
          (claim, .notComputable(Wording(zh: "没有数量", en: "there is no count")))
        }
      }
    }
  }

  private static func judged(_ claim: PrintedClaim) -> Finding {
    guard let figure = claim.figure else {
      return .notComputable(
        Wording(zh: "印出数、分子、分母须齐全", en: "the number printed and both amounts are needed"))
    }
    switch figure.verdict {
    case .agrees: return .agrees
    case .differs(let expected): return .differs(expected: expected)
    case .notComputable:
      return .notComputable(
        Wording(
          zh: "印出数应如 38.1%（比例应如 1:6.2），分母应大于 0",
          en: "the number should be like 38.1% (a ratio like 1:6.2), and the denominator above 0"))
    }
  }

  private static func attributed(_ claim: PrintedClaim) -> Finding {
    guard let claimed = claim.first, let registered = claim.second,
      let (one, other) = PrintedClaim.Amount.alike(claimed, registered)
    else { return .notComputable(Wording(zh: "扶持数、登记数须齐全", en: "both counts are needed")) }
    let doubt = Attribution.doubt(claimed: Quantity(one, .venture), registrations: Quantity(other, .venture))
    return doubt.map(Finding.doubt) ?? .agrees
  }

  private static func counted(_ amount: PrintedClaim.Amount, _ names: [String]) -> Finding {
    let unit = (0..<amount.decimals).reduce(1) { product, _ in product * 10 }
    guard names.count > 1, amount.scaled / unit >= leastShared else { return .agrees }
    return .doubt(
      Wording(
        zh: "同一个数以 \(names.count) 个名称印出：\(names.joined(separator: "、"))；请核对是否把登记数当作扶持成果，或重复引用。",
        en:
          "one number is printed under \(names.count) names: \(names.joined(separator: ", ")); check whether registrations "
          + "are claimed as supported starts, or one number is quoted twice."))
  }
}
