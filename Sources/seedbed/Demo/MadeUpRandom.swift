/// Made-up chance: the same numbers for the same seed on every machine (SplitMix64; Steele, Lea and Flood, 2014).
struct MadeUpRandom {
  private var state: UInt64

  /// A source for one thing of many: neighbouring numbers give unrelated draws.
  init(seed: UInt64, number: Int) {
    state = seed &+ UInt64(truncatingIfNeeded: number) &* 0xD1B5_4A32_D192_ED03
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0 up to but not including 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func chance(_ share: Double) -> Bool { unit() < share }

  mutating func between(_ low: Int, _ high: Int) -> Int {
    low + Int(next() % UInt64(max(1, high - low + 1)))
  }

  /// One of several, by their weights; nil where there is none.
  mutating func pick<Value>(_ choices: [(Value, Double)]) -> Value? {
    var left = unit() * choices.reduce(0) { $0 + $1.1 }
    for (value, weight) in choices {
      left -= weight
      if left < 0 { return value }
    }
    return choices.last?.0
  }

  mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[between(0, values.count - 1)]
  }
}
