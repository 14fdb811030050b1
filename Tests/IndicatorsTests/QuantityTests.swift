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
}
