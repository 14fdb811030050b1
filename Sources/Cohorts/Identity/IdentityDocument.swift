package import Civil

/// The document that a person is registered with (证件), and its number.
package struct IdentityDocument: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case residentID = "resident_id"
    /// Of residents of Hong Kong, Macau and Taiwan (81, 82, 83): the form of a resident identity number.
    case residencePermit = "residence_permit"
    case foreignPermanentResident = "foreign_permanent_resident"
    case travelPermit = "travel_permit"
    case passport
    case other

    package var name: Wording {
      switch self {
      case .residentID: Wording(zh: "居民身份证", en: "resident identity card")
      case .residencePermit:
        Wording(zh: "港澳台居民居住证", en: "residence permit for Hong Kong, Macau and Taiwan residents")
      case .foreignPermanentResident:
        Wording(zh: "外国人永久居留身份证", en: "foreign permanent resident identity card")
      case .travelPermit:
        Wording(zh: "来往内地（大陆）通行证", en: "mainland travel permit")
      case .passport: Wording(zh: "护照", en: "passport")
      case .other: Wording(zh: "其他证件", en: "other document")
      }
    }

    /// Whether its numbers end in the check character of GB 11643.
    package var hasCheckCharacter: Bool { self == .residentID || self == .residencePermit }
  }

  /// Why a number is none of its kind.
  package enum Flaw: Error, Hashable, Sendable {
    case resident(ResidentID.Flaw)
    case notOfThisKind(Kind)

    package var problem: Wording {
      switch self {
      case .resident(let flaw): flaw.problem
      case .notOfThisKind(let kind):
        Wording(zh: "号码不符合“\(kind.name[.chinese])”的格式", en: "no number of a \(kind.name[.english])")
      }
    }

    package var remedy: Wording {
      switch self {
      case .resident(let flaw): flaw.remedy
      case .notOfThisKind:
        Wording(zh: "请核对号码，或改选证件类型", en: "compare the number with the document, or say another type")
      }
    }
  }

  package let kind: Kind
  /// Upper case, half-width, without blanks; never printed whole.
  package let number: String
  /// Where the number has the form of GB 11643.
  package let residentID: ResidentID?

  /// The document of a stated kind.
  package init(kind: Kind, number text: String) throws(Flaw) {
    self.kind = kind
    if kind.hasCheckCharacter {
      let id: ResidentID
      do throws(ResidentID.Flaw) { id = try ResidentID.reading(text).id } catch { throw .resident(error) }
      if kind == .residencePermit {
        guard ["81", "82", "83"].contains(id.number.prefix(2)) else { throw .notOfThisKind(kind) }
      }
      residentID = id
      number = id.number
      return
    }
    number = text.uppercased().filter { !$0.isWhitespace }
    // The new cards of foreign permanent residents begin with 9 and carry a birth date; the check is not judged.
    residentID = kind == .foreignPermanentResident ? try? ResidentID(number) : nil
    guard IdentityDocument.fits(number, kind) else { throw .notOfThisKind(kind) }
  }

  /// The kinds that a number has the form of, the likeliest first; what a roster without a type column offers.
  package static func kinds(of text: String) -> [Kind] {
    let number = text.uppercased().filter { !$0.isWhitespace }
    return Kind.allCases.filter { kind in
      if !kind.hasCheckCharacter { return kind != .other && fits(number, kind) }
      guard (try? IdentityDocument(kind: kind, number: number)) != nil else { return false }
      return kind != .residentID || !["81", "82", "83"].contains(number.prefix(2))
    }
  }

  private static func fits(_ number: String, _ kind: Kind) -> Bool {
    let (letters, rest) = (number.prefix { $0.isLetter }, number.drop { $0.isLetter })
    let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    let isDigits = isPlain && rest.allSatisfy(\.isNumber)
    switch kind {
    case .residentID, .residencePermit: return true
    case .foreignPermanentResident:
      let isOld = letters.count == 3 && rest.count == 12
      return isDigits && (isOld || (letters.isEmpty && rest.count == 18 && rest.first == "9"))
    // H or M and 8 or 10 digits (Hong Kong, Macau); 8 digits (Taiwan).
    case .travelPermit:
      let isHongKongOrMacau = (letters == "H" || letters == "M") && (rest.count == 8 || rest.count == 10)
      return isDigits && (isHongKongOrMacau || (letters.isEmpty && rest.count == 8))
    case .passport: return isPlain && (6...12).contains(number.count) && number.contains(where: \.isNumber)
    case .other: return !number.isEmpty
    }
  }

  /// As it may be shown.
  package var masked: String {
    if let residentID, kind.hasCheckCharacter { return residentID.masked }
    return number.count > 4
      ? number.prefix(1) + String(repeating: "*", count: number.count - 3) + number.suffix(2) : "****"
  }
}
