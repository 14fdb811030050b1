import Civil
import FollowUp
import Testing

@Suite struct LicenceTests {
  // Published codes of well-known companies, then codes made up for the purpose.
  @Test(arguments: [
    ("91110000802100433B", BodyKind.enterprise), ("9144030071526726XG", .enterprise),
    ("91330100799655058B", .enterprise), ("914403001922038216", .enterprise),
    ("91610113MA6XK2P01A", .enterprise), ("92610113MA6TE5T173", .individualBusiness),
    ("93610113MA7AB12C2C", .farmersCooperative), ("９２６１０１１３ｍａ６ｔｅ５ｔ１７３", .individualBusiness),
    ("92610113 MA6TE5-T173", .individualBusiness),
  ])
  func `a code whose two checks fit is read`(text: String, kind: BodyKind) throws {
    let code = try CreditCode(text)
    #expect(code.kind == kind)
    #expect(code.area != nil && code.bodyCode.utf8.count == 9)
  }

  @Test func `changing any place of a code breaks a check`() {
    let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let sound = Array("92610113MA6TE5T173")
    for place in sound.indices {
      for other in characters where other != sound[place] {
        var changed = sound
        changed[place] = other
        #expect(throws: CreditCode.Flaw.self) { try CreditCode(String(changed)) }
      }
    }
  }

  @Test(arguments: [
    ("", CreditCode.Flaw.empty), ("92610113MA6TE5T17", .wrongLength),
    ("92610113MA6TE5T1O3", .confusableLetter),
    ("9.26E+17", .writtenAsQuantity), ("92610113MA6TE5T17?", .wrongCharacter),
    ("926101A3MA6TE5T173", .wrongArea), ("92610113MA6TE5T183", .wrongBodyCheck),
    ("92610113MA6TE5T174", .wrongCheck),
  ])
  func `each flaw of a code is told apart`(text: String, flaw: CreditCode.Flaw) {
    #expect(throws: flaw) { try CreditCode(text) }
    #expect(!flaw.problem[.chinese].isEmpty && !flaw.remedy[.english].isEmpty)
  }

  @Test(arguments: ["440301103097413", "440301103448669"])
  func `an old number whose check fits is read, and no other`(text: String) throws {
    #expect(try OldRegistrationNumber(text).area == AreaCode("440301"))
    let digits = Array(text)
    for place in digits.indices {
      for other in "0123456789" where other != digits[place] {
        var changed = digits
        changed[place] = other
        #expect(throws: OldRegistrationNumber.Flaw.wrongCheck) { try OldRegistrationNumber(String(changed)) }
      }
    }
  }

  @Test(arguments: ["92610113MA6TE5T173", "91110000802100433B", "440301103097413"])
  func `a licence's text gives the same licence back`(text: String) throws {
    let licence = try Licence(text)
    #expect(licence.text == text)
    #expect(try Licence(licence.text) == licence)
  }

  @Test func `a code is made from its parts, with both checks`() throws {
    let area = try #require(AreaCode("610113"))
    #expect(CreditCode(prefix: "92", area: area, body: "MA6TE5T1")?.code == "92610113MA6TE5T173")
    #expect(CreditCode(prefix: "92", area: area, body: "MA6TE5") == nil)
    #expect(CreditCode(prefix: "9I", area: area, body: "MA6TE5T1") == nil)
  }

  @Test func `a licence fits in sixteen bytes`() {
    #expect(MemoryLayout<Licence>.stride <= 16)
    #expect(MemoryLayout<Venture.Registration>.stride <= 32)
  }

  @Test func `a cell may say that there is no licence`() throws {
    #expect(try Venture.Registration("尚未办照", on: nil) == .none)
    #expect(try Venture.Registration("", on: nil) == .none)
    #expect(try Venture.Registration("免予登记（家政服务）", on: nil) == .exempt(reason: "家政服务"))
    let licensed = try Venture.Registration("440301103097413", on: day0)
    #expect(licensed.licence?.text == "440301103097413" && licensed.date == day0)
    #expect(try Licence("92610113MA6TE5T173").bodyKind == .individualBusiness)
    #expect(throws: Licence.Flaw.oldNumber(.wrongCheck)) { try Licence("440301103097414") }
    #expect(throws: Licence.Flaw.creditCode(.wrongLength)) { try Licence("4403011030974") }
  }

  @Test func `a licence and its day go together`() {
    #expect(throws: Venture.Registration.Flaw.licenceWithoutDate) {
      try Venture.Registration("92610113MA6TE5T173", on: nil)
    }
    #expect(throws: Venture.Registration.Flaw.dateWithoutLicence) {
      try Venture.Registration("尚未办照", on: day0)
    }
  }

  @Test func `the legal form is held against the code's first characters`() throws {
    func registration(_ text: String) throws -> Venture.Registration {
      try Venture.Registration(text, on: day0)
    }
    let individual = try registration("92610113MA6TE5T173")
    #expect(individual.mismatch(with: .individualBusiness) == nil)
    #expect(individual.mismatch(with: .limitedCompany)?[.chinese].contains("个体工商户") == true)
    #expect(try registration("93610113MA7AB12C2C").mismatch(with: .farmersCooperative) == nil)
    #expect(try registration("91610113MA6XK2P01A").mismatch(with: .partnership) == nil)
    #expect(Venture.Registration.none.mismatch(with: .unregistered) == nil)
    #expect(Venture.Registration.none.mismatch(with: .partnership) != nil)
    #expect(try registration("440301103097413").mismatch(with: .unregistered) != nil)
  }
}
