import Civil
import Cohorts
import Testing

@Suite struct IdentityTests {
  @Test(arguments: [
    ("11010519491231002X", Sex.female, "1949-12-31", "110105"),
    ("440524188001010014", .male, "1880-01-01", "440524"),
    ("320801199503150015", .male, "1995-03-15", "320801"),
    ("999999197808220429", .female, "1978-08-22", "999999"),
    ("999999199901017774", .male, "1999-01-01", "999999"),
  ])
  func `a number tells sex, birth date and area`(text: String, sex: Sex, birth: String, area: String) throws {
    let id = try ResidentID(text)
    #expect(id.sex == sex)
    #expect(id.birthDate == CivilDate(birth))
    #expect(id.area == AreaCode(area))
  }

  @Test func `the years are full only on the birthday`() throws {
    let id = try ResidentID("320801199503150015")
    #expect(id.age(on: try #require(CivilDate("2026-03-14"))) == 30)
    #expect(id.age(on: try #require(CivilDate("2026-03-15"))) == 31)
    let leap = try #require(CivilDate("2004-02-29"))
    #expect(try #require(CivilDate("2022-02-28")).fullYears(since: leap) == 17)
    #expect(try #require(CivilDate("2022-03-01")).fullYears(since: leap) == 18)
  }

  @Test(arguments: [
    ("３２０８０１１９９５０３１５００１５", [ResidentID.Repair.fullWidthFolded]),
    ("'320801 19950315 0015", [.blanksRemoved, .textMarkRemoved]),
    ("3208O1199503150015", [.letterReplaced]), ("11010519491231002x", []),
    ("999999800301001", [.centuryAdded]), ("320801199503150015", []),
  ])
  func `what people write is mended and told`(text: String, repairs: [ResidentID.Repair]) throws {
    #expect(try ResidentID.reading(text).repairs == repairs)
  }

  @Test(arguments: [
    ("3.20801E+17", ResidentID.Flaw.writtenAsQuantity), ("320801199503150000", .lastDigitsZeroed),
    ("32080119950315001", .checkCharacterLost), ("320801********0015", .masked), ("  ", .empty),
    ("3208O1199503150016", .letterForDigit), ("320801199503150016", .wrongCheckCharacter),
    ("身份证", .wrongCharacter), ("3208011995031500155", .wrongLength),
    ("999999188002300011", .noSuchBirthDate),
  ])
  func `what cannot be mended is told apart`(text: String, flaw: ResidentID.Flaw) {
    #expect(throws: flaw) { try ResidentID.reading(text) }
  }

  @Test func `each flaw has its own message in both languages`() {
    for language in Language.allCases {
      #expect(
        Set(ResidentID.Flaw.allCases.map { $0.problem[language] }).count == ResidentID.Flaw.allCases.count)
      #expect(ResidentID.Flaw.allCases.allSatisfy { !$0.remedy[language].isEmpty })
    }
  }

  @Test func `an old number of somebody born in the century before keeps that century`() throws {
    #expect(try ResidentID("999999961231998").birthDate == CivilDate("1896-12-31"))
  }

  @Test func `a birth date in the future or too long ago is implausible`() throws {
    let today = try #require(CivilDate("2026-11-21"))
    #expect(try ResidentID("440524188001010014").implausibility(on: today) != nil)
    #expect(try ResidentID("320801199503150015").implausibility(on: today) == nil)
    let before = try #require(CivilDate("1995-03-14"))
    #expect(try ResidentID("320801199503150015").implausibility(on: before) != nil)
  }

  @Test func `what is shown hides the birth date and the middle of a phone`() throws {
    #expect(try ResidentID("320801199503150015").masked == "320801********0015")
    #expect(try IdentityDocument(kind: .travelPermit, number: "H12345678").masked == "H******78")
    #expect(MaskedPhone.text("138 0013 8000") == "138****8000")
    #expect(MaskedPhone.text("0351-123") == "****1123")
    #expect(MaskedPhone.text("12") == "****")
  }

  @Test func `the check applies only to documents that have one`() throws {
    #expect(throws: IdentityDocument.Flaw.resident(.wrongLength)) {
      try IdentityDocument(kind: .residentID, number: "H12345678")
    }
    #expect(try IdentityDocument(kind: .travelPermit, number: "h12345678").residentID == nil)
    #expect(throws: IdentityDocument.Flaw.notOfThisKind(.residencePermit)) {
      try IdentityDocument(kind: .residencePermit, number: "320801199503150015")
    }
    #expect(IdentityDocument.kinds(of: "320801199503150015") == [.residentID])
    #expect(IdentityDocument.kinds(of: "12345678") == [.travelPermit, .passport])
  }

  @Test func `masked numbers are compared where both show a place`() throws {
    let whole = MaskedNumber(try ResidentID("320801199503150015"))
    let shown = try #require(MaskedNumber("320801********0015"))
    #expect(try #require(whole.comparison(with: shown)).differing == [])
    #expect(try #require(whole.comparison(with: shown)).common.count == 10)
    let other = try #require(MaskedNumber("320801********0025"))
    #expect(try #require(whole.comparison(with: other)).differing == [16])
    #expect(MaskedNumber("******************")?.comparison(with: whole) == nil)
    #expect(MaskedNumber("3208") == nil)
    #expect(MaskedNumber("320801xxxxxxxxxxxx")?.text == "320801************")
    #expect(MaskedNumber("110105********002x")?.text == "110105********002X")
  }

  @Test func `an ancestor's code is a prefix`() throws {
    let community = try #require(AreaCode("610113006001"))
    #expect(community.level == .community)
    #expect(community.ancestor(at: .county) == AreaCode("610113"))
    #expect(community.isWithin(try #require(AreaCode("610100"))))
    #expect(AreaCode("610000")?.level == .province && AreaCode("610000")?.description == "610000")
    #expect(AreaCode("6101") == AreaCode("610100") && AreaCode("61012") == nil && AreaCode("000000") == nil)
    #expect(community.parent == AreaCode("610113006") && AreaCode("61")?.parent == .nation)
  }
}
