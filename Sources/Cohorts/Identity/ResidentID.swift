package import Civil

/// A person's sex as the identity number and the rosters record it.
package enum Sex: String, Hashable, Sendable, CaseIterable {
  case male, female

  package var name: Wording {
    self == .male ? Wording(zh: "男", en: "male") : Wording(zh: "女", en: "female")
  }
}

/// A resident identity number (GB 11643-1999): area, birth date, sequence and check character.
///
/// The area is not judged: the code of the first registration may long be retired. Never printed whole: it has
/// no description; `masked` is what may be shown.
package struct ResidentID: Hashable, Sendable {
  /// The 18 characters, the check character upper case.
  package let number: String
  package let birthDate: CivilDate

  /// Reads a number of 18 places, or one of 15 from before 1999, which gets its century and check character.
  ///
  /// Sequences 996 to 999 of the old numbers stood for people born in the century before.
  /// - Parameter text: half-width, without blanks (`ResidentID.reading` takes what people write).
  /// - Throws: the first flaw found.
  package init(_ text: some StringProtocol) throws(Flaw) {
    let characters = Array(text.utf8)
    if characters.isEmpty { throw .empty }
    if characters.contains(0x2A) { throw .masked }
    if characters.contains(where: { $0 == 0x2B || $0 == 0x2E }) { throw .writtenAsQuantity }
    let isDigits = characters.allSatisfy { (0x30...0x39).contains($0) }
    if characters.count == 17, isDigits { throw .checkCharacterLost }
    guard characters.count == 18 || characters.count == 15 else { throw .wrongLength }
    var digits: [Int] = []
    for byte in characters.prefix(17) {
      guard (0x30...0x39).contains(byte) else {
        throw ResidentID.digit(lookingLike: byte) == nil ? .wrongCharacter : .letterForDigit
      }
      digits.append(Int(byte) - 0x30)
    }
    if characters.count == 15 {
      let isOfOlderCentury = digits[12] == 9 && digits[13] == 9 && digits[14] >= 6
      digits.insert(contentsOf: isOfOlderCentury ? [1, 8] : [1, 9], at: 6)
    }
    let check = ResidentID.checkCharacter(of: digits)
    let last = characters.count == 18 ? characters[17] : check
    let isX = last == 0x58 || last == 0x78
    guard isX || (0x30...0x39).contains(last) else {
      throw ResidentID.digit(lookingLike: last) == nil ? .wrongCharacter : .letterForDigit
    }
    guard (isX ? 0x58 : last) == check else {
      let endsInZeros = last == 0x30 && digits[15] == 0 && digits[16] == 0
      throw endsInZeros ? .lastDigitsZeroed : .wrongCheckCharacter
    }
    func part(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard let birthDate = CivilDate(year: part(6..<10), month: part(10..<12), day: part(12..<14)) else {
      throw .noSuchBirthDate
    }
    self.birthDate = birthDate
    number = String(decoding: digits.map { UInt8($0 + 0x30) } + [check], as: UTF8.self)
  }

  /// The area of the first registration: a code of GB/T 2260 of its time, perhaps retired since.
  package var area: AreaCode? { AreaCode(number.prefix(6)) }

  /// The seventeenth place is odd for men and even for women.
  package var sex: Sex {
    let place = number.utf8.dropLast().last ?? 0
    return place % 2 == 1 ? .male : .female
  }

  /// Full years of age on a date; negative before birth.
  package func age(on date: CivilDate) -> Int { date.fullYears(since: birthDate) }

  /// As it may be shown (`320801********0015`): without the birth date.
  package var masked: String { MaskedIdentity.text(number) }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checkCharacters = Array("10X98765432".utf8)

  /// The character that 17 digits ask for: weights 2^(18 - i) mod 11, then `10X98765432`.
  package static func checkCharacter(of digits: [Int]) -> UInt8 {
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return checkCharacters[sum % 11]
  }
}

extension CivilDate {
  /// Full years from a birth date to this one; who is born on 29 February grows older on 1 March of other years.
  package func fullYears(since birth: CivilDate) -> Int {
    let (now, born) = (parts, birth.parts)
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day) ? 1 : 0)
  }
}
