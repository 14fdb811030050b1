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

  @Test func `a cell may say that there is no licence`() throws {
    #expect(try Licence("尚未办照") == .notYet)
    #expect(try Licence("免予登记（家政服务）") == .exempt(reason: "家政服务"))
    #expect(try Licence("440301103097413").isLicensed && !Licence("none").isLicensed)
    #expect(try Licence("92610113MA6TE5T173").bodyKind == .individualBusiness)
    #expect(throws: Licence.Flaw.oldNumber(.wrongCheck)) { try Licence("440301103097414") }
    #expect(throws: Licence.Flaw.creditCode(.wrongLength)) { try Licence("4403011030974") }
  }

  @Test func `the legal form is held against the code's first characters`() throws {
    let individual = try Licence("92610113MA6TE5T173")
    #expect(individual.mismatch(with: .individualBusiness) == nil)
    #expect(individual.mismatch(with: .limitedCompany)?[.chinese].contains("个体工商户") == true)
    #expect(try Licence("93610113MA7AB12C2C").mismatch(with: .farmersCooperative) == nil)
    #expect(try Licence("91610113MA6XK2P01A").mismatch(with: .partnership) == nil)
    #expect(Licence.notYet.mismatch(with: .unregistered) == nil)
    #expect(Licence.notYet.mismatch(with: .partnership) != nil)
    #expect(try Licence("440301103097413").mismatch(with: .unregistered) != nil)
  }
}
