package import Civil

/// A resident identity number (GB 11643-1999): area, birth date, sequence and check character.
///
/// The area is not judged: the code of the first registration may long be retired. Never printed whole: it has
/// no description.
package struct ResidentID: Hashable, Sendable {
  /// The 18 characters, the check character upper case.
  package let number: String
  package let birthDate: CivilDate

  /// What is wrong with a number.
  package enum Flaw: Error, Hashable, Sendable, CaseIterable {
    /// Neither 18 nor 15 characters.
    case wrongLength
    /// Something else than digits, or than X at the end.
    case wrongCharacter
    /// Places 7 to 14 name no day.
    case noSuchBirthDate
    /// The last character does not follow from the others (ISO 7064 MOD 11-2).
    case wrongCheckCharacter
    /// A spreadsheet took it for a quantity: written as 3.2E+17, or its last three digits are zeros and the check fails.
    case damagedBySpreadsheet
  }

  /// Reads a number of 18 places, or one of 15 from before 1999, which gets its century and check character.
  ///
  /// - Parameter text: half-width, without blanks.
  /// - Throws: the first flaw found.
  package init(_ text: some StringProtocol) throws(Flaw) {
    let characters = Array(text.utf8)
    if characters.contains(where: { $0 == 0x2B || $0 == 0x2E }) { throw .damagedBySpreadsheet }
    guard characters.count == 18 || characters.count == 15 else { throw .wrongLength }
    var digits: [Int] = []
    for byte in characters.prefix(17) {
      guard (0x30...0x39).contains(byte) else { throw .wrongCharacter }
      digits.append(Int(byte) - 0x30)
    }
    if characters.count == 15 { digits.insert(contentsOf: [1, 9], at: 6) }
    let check = ResidentID.checkCharacter(of: digits)
    let last = characters.count == 18 ? characters[17] : check
    let isX = last == 0x58 || last == 0x78
    guard isX || (0x30...0x39).contains(last) else { throw .wrongCharacter }
    guard (isX ? 0x58 : last) == check else {
      let endsInZeros = last == 0x30 && digits[15] == 0 && digits[16] == 0
      throw endsInZeros ? .damagedBySpreadsheet : .wrongCheckCharacter
    }
    func part(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let birthDate = CivilDate(year: part(6..<10), month: part(10..<12), day: part(12..<14)) else {
      throw .noSuchBirthDate
    }
    self.birthDate = birthDate
    number = String(decoding: digits.map { UInt8($0 + 0x30) } + [check], as: UTF8.self)
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checkCharacters = Array("10X98765432".utf8)

  /// The character that 17 digits ask for: weights 2^(18 - i) mod 11, then `10X98765432`.
  package static func checkCharacter(of digits: [Int]) -> UInt8 {
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return checkCharacters[sum % 11]
  }
}
