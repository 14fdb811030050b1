/// A share as per cent with some decimals, halves away from zero: 0.306 as `30.6%`.
package func percent(_ share: Double, decimals: Int = 1) -> String {
  decimal(scaled: Int((share * 100 * powerOfTen(decimals)).rounded()), decimals: decimals) + "%"
}

/// A ratio as it is printed: 6.2 as `1:6.2`.
package func oneTo(_ ratio: Double, decimals: Int = 1) -> String {
  "1:" + decimal(scaled: Int((ratio * powerOfTen(decimals)).rounded()), decimals: decimals)
}

func powerOfTen(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { power, _ in power * 10 } }

/// A whole number of units of the last decimal, written with its point: 62 with one decimal is `6.2`.
func decimal(scaled: Int, decimals: Int) -> String {
  let digits = String(abs(scaled))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = scaled < 0 ? "-" : ""
  return sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
}
