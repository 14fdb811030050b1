import Testing

@testable import Indicators

@Suite struct QuantityTests {
  @Test func `people and person-times do not add up, nor do the two kinds of 户`() throws {
    #expect(throws: UnitMismatch(left: .person, right: .personTime)) {
      try Quantity(1400, .person).adding(Quantity(1400, .personTime))
    }
    #expect(throws: UnitMismatch(left: .household, right: .individualBusiness)) {
      try Quantity(101, .household).share(of: Quantity(500, .individualBusiness))
    }
    #expect(try Quantity(600, .person).adding(Quantity(1400, .person)) == Quantity(2000, .person))
    #expect(try Quantity(1, .person).share(of: Quantity(0, .person)) == nil)
  }

  @Test(arguments: [
    (0.306, 1, "30.6%"), (0.2350230, 1, "23.5%"), (0, 0, "0%"), (1.5, 0, "150%"), (-0.0512, 2, "-5.12%"),
    (0.0005, 1, "0.1%"),
  ])
  func `a share is printed in per cent`(share: Double, decimals: Int, text: String) {
    #expect(percent(share, decimals: decimals) == text)
  }
}
