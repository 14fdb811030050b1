import Foundation

/// Numbers as people read them.
enum Numbers {
  /// At most two decimals, and none where the number is whole.
  static func short(_ number: Double) -> String {
    guard number.isFinite else { return "–" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String(format: "%.2f", number)
  }

  /// Seconds with as many decimals as matter.
  static func seconds(_ seconds: Double) -> String {
    String(format: seconds < 10 ? "%.2f" : "%.1f", seconds)
  }

  /// Seconds to the tenth of a millisecond, for what is over at once.
  static func fine(_ seconds: Double) -> String { String(format: seconds < 1 ? "%.4f" : "%.2f", seconds) }
}
