@testable import FollowUp

/// Made-up lifetimes and what lifelines 0.30.3 and scipy make of them.
enum SurvivalReference {
  /// Days and whether the venture ended.
  static let a = [
    (0, false), (40, true), (40, true), (95, false), (180, true), (200, false), (365, true), (365, false),
    (400, true), (512, false), (730, true), (800, true), (1095, false), (1095, false), (1200, false),
  ]
  static let b = [
    (10, true), (40, true), (90, true), (90, true), (95, false), (150, true), (366, true), (366, true),
    (500, false), (730, false), (731, true),
  ]
  static let c = [
    (300, false), (365, false), (370, true), (640, false), (900, false), (1100, true), (1100, false),
  ]
  /// Ends on the first day, ties, and everybody ended.
  static let x = [(0, true), (0, true), (0, false), (5, true), (5, true), (5, true), (9, true)]

  struct Row: Sendable {
    let days: Int
    let atRisk: Int
    let ended: Int
    let survival: Double
    let variance: Double
    let interval: ClosedRange<Double>

    init(
      _ days: Int, _ atRisk: Int, _ ended: Int, _ survival: Double, _ variance: Double, _ low: Double,
      _ high: Double
    ) {
      self.days = days
      self.atRisk = atRisk
      self.ended = ended
      self.survival = survival
      self.variance = variance
      interval = low...high
    }
  }

  /// The days on which something ended but not everything.
  static let curves: [(data: [(Int, Bool)], median: Int?, rows: [Row])] = [
    (
      a, 730,
      [
        Row(40, 14, 2, 0.8571428571428573, 0.008746355685131197, 0.5394481776231688, 0.9622318564063292),
        Row(180, 11, 1, 0.7792207792207795, 0.012748256971566138, 0.45896042240836143, 0.9232023848740564),
        Row(365, 9, 1, 0.6926406926406926, 0.016735906992836207, 0.369690969937606, 0.8732496092853893),
        Row(400, 7, 1, 0.5936920222634509, 0.020687916433834972, 0.273561561164038, 0.8108067114766757),
        Row(730, 5, 1, 0.4749536178107607, 0.02451931347123089, 0.1697551379662633, 0.7315537201330026),
        Row(800, 4, 1, 0.35621521335807055, 0.024366220346545352, 0.09328427418619163, 0.638157413365249),
      ]
    ),
    (
      b, 366,
      [
        Row(10, 11, 1, 0.9090909090909092, 0.0075131480090157785, 0.5080802057699292, 0.9866738226678231),
        Row(40, 10, 1, 0.8181818181818182, 0.0135236664162284, 0.4474286146821811, 0.9511622285824918),
        Row(90, 9, 2, 0.6363636363636362, 0.02103681442524417, 0.2968920988473031, 0.8451633859703083),
        Row(150, 6, 1, 0.5303030303030302, 0.02398294237137211, 0.20933566232683126, 0.7731485795282469),
        Row(366, 5, 2, 0.3181818181818182, 0.02213248184322564, 0.07814366548506504, 0.5978553836800339),
      ]
    ),
    (
      c, 1100,
      [
        Row(370, 5, 1, 0.8, 0.03200000000000001, 0.20380926326763904, 0.9691797888667427),
        Row(1100, 2, 1, 0.4, 0.08800000000000002, 0.011369257877138602, 0.8289956408547133),
      ]
    ),
    (
      x, 5,
      [
        Row(0, 7, 2, 0.7142857142857143, 0.029154518950437316, 0.2581536654587949, 0.9197974560448583),
        Row(5, 4, 3, 0.17857142857142858, 0.025737973760932946, 0.0083320165331776, 0.5379914186091801),
      ]
    ),
  ]

  /// Statistic, degrees, p-value.
  static let tests: [(groups: [[(Int, Bool)]], statistic: Double, degrees: Int, pValue: Double)] = [
    ([a, b], 2.5773889587230996, 1, 0.10840033860141808),
    ([b, c], 6.271285588686866, 1, 0.01227100788384881),
    ([a, b, c], 6.7882691742963415, 2, 0.03356959316233198),
  ]

  /// Statistic, degrees, upper tail.
  static let chiSquare: [(Double, Int, Double)] = [
    (0.1, 1, 0.7518296340458492), (3.841458820694124, 1, 0.04999999999999989), (10, 2, 0.006737946999085468),
    (11.5, 5, 0.042319832065580855), (30, 12, 0.0027924293327009145), (200, 3, 4.218541107192018e-43),
    (1000, 1, 1.7958327848007363e-219), (150, 99, 0.0007204453957169282), (1e-8, 7, 1),
  ]

  /// Numerator, denominator, Wilson's 95 % bounds.
  static let wilson: [(Int, Int, Double, Double)] = [
    (0, 10, 0, 0.27753279986288926), (10, 10, 0.7224672001371106, 1),
    (1, 2, 0.09453120573423068, 0.9054687942657693), (80, 100, 0.7111708344068411, 0.8666330666689676),
    (180, 600, 0.2646994532170419, 0.33784522718843846),
    (3506, 23490, 0.14475545087367303, 0.15386925343949143),
  ]
}

/// Lifetimes with subjects `prefix`0, `prefix`1, ….
func lifetimes(_ data: [(Int, Bool)], _ prefix: String = "V") -> [Lifetime] {
  data.enumerated().compactMap { Lifetime("\(prefix)\($0)", days: $1.0, ended: $1.1) }
}

/// Repeatable numbers (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Whether a number is there and as expected.
func isClose(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-12) -> Bool {
  guard let left else { return false }
  return abs(left - right) <= tolerance * max(1, abs(right))
}
