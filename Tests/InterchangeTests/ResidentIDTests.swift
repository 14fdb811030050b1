import Civil
import Cohorts
import Testing

@Suite struct ResidentIDTests {
  // Published examples and numbers made up for the purpose; none of a living person.
  @Test(arguments: ["11010519491231002X", "11010519491231002x", "440524188001010014", "999999188003010016"])
  func `a number whose check character fits is read`(text: String) throws {
    let id = try ResidentID(text)
    #expect(id.number == text.uppercased())
  }

  @Test func `the birth date is told`() throws {
    #expect(try ResidentID("440524188001010014").birthDate == CivilDate("1880-01-01"))
  }

  @Test func `an old number of 15 places gets its century and its check character`() throws {
    #expect(try ResidentID("999999800301001").birthDate == CivilDate("1980-03-01"))
  }

  @Test func `changing any digit breaks the check`() {
    let sound = Array("999999188003010016")
    for place in sound.indices {
      var other = sound
      other[place] = other[place] == "1" ? "2" : "1"
      #expect(throws: ResidentID.Flaw.self) { try ResidentID(String(other)) }
    }
  }

  @Test(arguments: [
    ("3.20801E+17", ResidentID.Flaw.writtenAsQuantity), ("999999188003010000", .lastDigitsZeroed),
    ("99999918800301001", .checkCharacterLost), ("", .empty), ("99999918800301O016", .letterForDigit),
    ("99999918800301001Y", .wrongCharacter), ("999999188003010017", .wrongCheckCharacter),
    ("999999188002300011", .noSuchBirthDate),
  ])
  func `each flaw is told apart`(text: String, flaw: ResidentID.Flaw) {
    #expect(throws: flaw) { try ResidentID(text) }
  }
}
