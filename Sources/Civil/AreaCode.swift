/// The code of an area (GB/T 2260, below it the statistical codes): province 2, prefecture 4, county 6, street 9,
/// community 12 digits.
///
/// Trailing zeros of the shorter forms are dropped (`610000` is the province 61), so that an ancestor's code is a
/// prefix of its areas'. Whether an area of the code exists is not judged: codes are retired and divided.
package struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package enum Level: Int, Sendable, CaseIterable, Comparable {
    case nation = 0
    case province = 2
    case prefecture = 4
    case county = 6
    case street = 9
    case community = 12

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// Digits without trailing zeros of lower levels; empty: the whole country.
  package let digits: String

  /// The whole country, ancestor of every area.
  package static let nation = AreaCode(checked: "")

  private init(checked: String) { digits = checked }

  /// The area of a code of 2, 4, 6, 9 or 12 digits, or nil.
  package init?(_ text: some StringProtocol) {
    let count = text.utf8.count
    guard count > 0, Level(rawValue: count) != nil, text.utf8.allSatisfy(isDigit) else { return nil }
    var digits = String(text)
    while let level = Level(rawValue: digits.utf8.count), level != .nation {
      let above = Level.allCases.last { $0 < level } ?? .nation
      guard digits.utf8.dropFirst(above.rawValue).allSatisfy({ $0 == 0x30 }) else { break }
      digits = String(digits.prefix(above.rawValue))
    }
    guard !digits.isEmpty else { return nil }
    self.digits = digits
  }

  /// What the codes of an area and of all below it begin with: `61` for `610000`, nothing for `0` and a blank.
  ///
  /// A text that is no code of an area is what it is.
  package static func prefix(_ text: String) -> String {
    text == "0" ? "" : AreaCode(text)?.digits ?? text
  }

  package var level: Level { Level(rawValue: digits.utf8.count) ?? .nation }

  /// The area that holds it; nil for the whole country.
  package var parent: AreaCode? {
    guard let above = Level.allCases.last(where: { $0 < level }) else { return nil }
    return AreaCode(checked: String(digits.prefix(above.rawValue)))
  }

  /// The area of a higher level that it lies in; itself where it is of that level or above.
  package func ancestor(at level: Level) -> AreaCode {
    level < self.level ? AreaCode(checked: String(digits.prefix(level.rawValue))) : self
  }

  /// Whether it is the other area or lies in it.
  package func isWithin(_ other: AreaCode) -> Bool { digits.hasPrefix(other.digits) }

  /// As tables write it: six digits down to the county (`610000`), more below; `0` is the whole country.
  package var description: String {
    if digits.isEmpty { return "0" }
    return digits + String(repeating: "0", count: max(0, 6 - digits.utf8.count))
  }

  package static func < (left: AreaCode, right: AreaCode) -> Bool { left.digits < right.digits }
}
