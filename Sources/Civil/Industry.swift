/// An industry of GB/T 4754-2017: its section and its division, and what finer code was given.
package struct Industry: Hashable, Sendable {
  private let number: UInt16
  private let places: UInt8

  /// Reads `H62`, `H6210`, or the digits without their letter; nil where no such division exists.
  ///
  /// A letter that is not that of the division is refused: one of the two is wrong.
  package init?(_ text: some StringProtocol) {
    var digits = Array(text.utf8)
    // A letter in either case; both differ by one bit.
    let letter = digits.first.map { $0 & 0xDF }.flatMap { (0x41...0x5A).contains($0) ? $0 : nil }
    if letter != nil { digits.removeFirst() }
    guard (2...4).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let division = Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)
    let section = Industry.letters[division]
    guard section != 0, letter == nil || letter == section else { return nil }
    number = digits.reduce(0) { $0 * 10 + UInt16($1 - 0x30) }
    places = UInt8(digits.count)
  }

  /// Two to four digits as given (`62`, `621`, `6210`).
  package var code: String {
    let digits = String(number)
    return String(repeating: "0", count: Int(places) - digits.utf8.count) + digits
  }

  /// What a text that names an industry says in words: `H 住宿和餐饮业`, `H6210 住宿和餐饮业`; anything else as it stands.
  package static func wording(of text: String) -> Wording {
    let section =
      text.count == 1
      ? sections.first { String($0.letter) == text.uppercased() }?.name : Industry(text)?.sectionName
    guard let section else { return Wording(zh: text, en: text) }
    return Wording(zh: "\(text) \(section.chinese)", en: "\(text) \(section.english)")
  }

  /// 1 to 97.
  package var division: Int { Int(number) / (places == 4 ? 100 : places == 3 ? 10 : 1) }

  /// `A` to `T`.
  package var section: Character { place.letter }

  package var sectionName: Wording { place.name }

  private var place: (letter: Character, divisions: ClosedRange<Int>, name: Wording) {
    Industry.sections.first { $0.divisions.contains(division) } ?? Industry.sections[0]
  }

  /// The letter of each division from 0 to 99, in ASCII; 0: there is no such division.
  private static let letters: [UInt8] = (0..<100).map { division in
    sections.first { $0.divisions.contains(division) }?.letter.asciiValue ?? 0
  }

  /// The sections of GB/T 4754-2017 and their divisions.
  package static let sections: [(letter: Character, divisions: ClosedRange<Int>, name: Wording)] = [
    ("A", 1...5, Wording(zh: "农、林、牧、渔业", en: "Agriculture, forestry, animal husbandry and fishery")),
    ("B", 6...12, Wording(zh: "采矿业", en: "Mining")),
    ("C", 13...43, Wording(zh: "制造业", en: "Manufacturing")),
    ("D", 44...46, Wording(zh: "电力、热力、燃气及水生产和供应业", en: "Electricity, heat, gas and water supply")),
    ("E", 47...50, Wording(zh: "建筑业", en: "Construction")),
    ("F", 51...52, Wording(zh: "批发和零售业", en: "Wholesale and retail trade")),
    ("G", 53...60, Wording(zh: "交通运输、仓储和邮政业", en: "Transport, storage and post")),
    ("H", 61...62, Wording(zh: "住宿和餐饮业", en: "Accommodation and catering")),
    ("I", 63...65, Wording(zh: "信息传输、软件和信息技术服务业", en: "Information transmission and software")),
    ("J", 66...69, Wording(zh: "金融业", en: "Finance")),
    ("K", 70...70, Wording(zh: "房地产业", en: "Real estate")),
    ("L", 71...72, Wording(zh: "租赁和商务服务业", en: "Leasing and business services")),
    ("M", 73...75, Wording(zh: "科学研究和技术服务业", en: "Research and technical services")),
    ("N", 76...79, Wording(zh: "水利、环境和公共设施管理业", en: "Water, environment and public facilities")),
    ("O", 80...82, Wording(zh: "居民服务、修理和其他服务业", en: "Resident services, repair and other services")),
    ("P", 83...83, Wording(zh: "教育", en: "Education")),
    ("Q", 84...85, Wording(zh: "卫生和社会工作", en: "Health and social work")),
    ("R", 86...90, Wording(zh: "文化、体育和娱乐业", en: "Culture, sports and entertainment")),
    ("S", 91...96, Wording(zh: "公共管理、社会保障和社会组织", en: "Public administration and social organisations")),
    ("T", 97...97, Wording(zh: "国际组织", en: "International organisations")),
  ]
}
