/// A share as per cent with some decimals, halves away from zero: 0.306 as `30.6%`.
package func percent(_ share: Double, decimals: Int = 1) -> String {
  decimal(scaled: Int((share * 100 * powerOfTen(decimals)).rounded()), decimals: decimals) + "%"
}

/// A share as per cent without needless decimals: 0.7 as `70%`, 0.305 as `30.5%`.
package func shortPercent(_ share: Double) -> String {
  percent(share, decimals: Int((share * 1000).rounded()) % 10 == 0 ? 0 : 1)
}

/// A ratio as it is printed: 6.2 as `1:6.2`.
package func oneTo(_ ratio: Double, decimals: Int = 1) -> String {
  "1:" + decimal(scaled: Int((ratio * powerOfTen(decimals)).rounded()), decimals: decimals)
}

/// Ten to the power of a number of decimals.
package func powerOfTen(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { power, _ in power * 10 } }

/// A whole number of units of the last decimal, written with its point: 62 with one decimal is `6.2`.
package func decimal(scaled: Int, decimals: Int) -> String {
  let digits = String(abs(scaled))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let sign = scaled < 0 ? "-" : ""
  return sign + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
}
