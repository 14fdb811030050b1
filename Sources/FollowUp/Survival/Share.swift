/// A share of people or ventures, as numerator and denominator, with Wilson's score interval.
package struct Share: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  /// Nil unless 0 ≤ numerator ≤ denominator.
  package init?(_ numerator: Int, of denominator: Int) {
    guard numerator >= 0, numerator <= denominator else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Between 0 and 1; nil of nobody.
  package var value: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }

  /// Wilson's score interval (1927); nil of nobody.
  ///
  /// (p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n).
  /// It has a value at 0 and at 100 % too, and never leaves 0...1.
  package func interval(_ confidence: Confidence = .ninetyFive) -> ClosedRange<Double>? {
    guard let share = value else { return nil }
    let n = Double(denominator)
    let z2 = confidence.quantile * confidence.quantile
    let middle = share + z2 / (2 * n)
    let width = confidence.quantile * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
    let scale = 1 + z2 / n
    let low = numerator == 0 ? 0 : max(0, (middle - width) / scale)
    let high = numerator == denominator ? 1 : min(1, (middle + width) / scale)
    return low...high
  }
}
