/// How the temperature falls while the search goes on, and what goes with it.
enum Cooling {
  static let hot = 2.5
  static let cold = 0.15
  /// The noise on the rank of labels, in temperatures.
  static let noise = 0.3

  /// From hot to cold, geometrically.
  ///
  /// - Parameter done: the share of the limit that is used up, 0 to 1.
  static func temperature(at done: Double) -> Double {
    hot * power(cold / hot, min(1, max(0, done)))
  }
}
