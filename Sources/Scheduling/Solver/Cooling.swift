/// How the temperature falls while the search goes on, and what goes with it.
///
/// The numbers were chosen by measuring on bundles of 6 to 300 classes.
enum Cooling {
  /// The first and the last temperature, in units of cost.
  static let hot = 6.0
  static let cold = 0.6
  /// The noise on the rank of labels, in temperatures.
  static let noise = 0.3
  /// How often a series is planned with all the people it had, and with none of them kept on purpose.
  static let keep = 0.2
  static let fresh = 0.3
  /// How many pools are drawn for the most promising one to be planned from, and the noise on their promise, in
  /// temperatures.
  static let draws = 3
  static let blur = 2.0
  /// How often a step takes out one series only, and at most two; else three.
  static let single = 0.4
  static let couple = 0.7
  /// How often people are drawn from those of the series taken out together.
  static let exchange = 0.5
  /// How often a person takes over what another holds.
  static let handover = 0.4
  /// From which share of the search on, and how often, plans found before are combined, and of how many classes.
  static let gather = 0.1
  static let recombine = 0.3
  static let company = 6
  /// How often a session may take any free position of a block, not just the first.
  static let anyPosition = 0.1

  /// From hot to cold, geometrically; `done` is the share of the limit that is used up, 0 to 1.
  static func temperature(at done: Double) -> Double {
    hot * power(cold / hot, min(1, max(0, done)))
  }
}
