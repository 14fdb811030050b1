import Testing

@testable import Civil

@Suite struct PercentTests {
  @Test(arguments: [
    (0.306, 1, "30.6%"), (0.2350230, 1, "23.5%"), (0, 0, "0%"), (1.5, 0, "150%"), (-0.0512, 2, "-5.12%"),
    (0.0005, 1, "0.1%"),
  ])
  func `a share is printed in per cent`(share: Double, decimals: Int, text: String) {
    #expect(percent(share, decimals: decimals) == text)
  }

  @Test(arguments: [(0.7, "70%"), (0.305, "30.5%"), (0.29999, "30%"), (1, "100%"), (0, "0%")])
  func `a share is printed without needless decimals`(share: Double, text: String) {
    #expect(shortPercent(share) == text)
  }
}
