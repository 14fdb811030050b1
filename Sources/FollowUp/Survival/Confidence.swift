/// How sure an interval is.
package struct Confidence: Hashable, Sendable {
  /// Between 0 and 1.
  package let level: Double
  /// The two-sided quantile of the normal distribution that belongs to the level.
  package let quantile: Double

  /// 95 %, the usual one.
  package static let ninetyFive = Confidence(level: 0.95, quantile: 1.959963984540054)
}
