package import Civil

/// A part of GB/T 4754: a section, a division, or a group or class within it.
package enum IndustryScope: Hashable, Sendable {
  /// `A` to `T`.
  case section(Character)
  /// A division or finer.
  case industry(Industry)

  /// Reads `H`, `H62`, `6210`; nil where there is no such part.
  package init?(_ text: some StringProtocol) {
    let letter = text.uppercased()
    if letter.count == 1, let section = Industry.sections.first(where: { String($0.letter) == letter }) {
      self = .section(section.letter)
    } else if let industry = Industry(text) {
      self = .industry(industry)
    } else {
      return nil
    }
  }

  package var section: Character {
    switch self {
    case .section(let letter): letter
    case .industry(let industry): industry.section
    }
  }

  /// Nothing for a whole section; `62`, `621` or `6210`.
  private var digits: String {
    switch self {
    case .section: ""
    case .industry(let industry): industry.code
    }
  }

  /// With its letter: `H`, `H62`, `H6210`.
  package var code: String { String(section) + digits }

  /// How far two parts agree: nothing in common, the section, or 2 to 4 digits.
  package enum Agreement: Int, CaseIterable, Comparable, Sendable {
    case none, section, division, group, `class`

    package static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }

    package var name: Wording {
      switch self {
      case .none: Wording(zh: "不同门类", en: "different sections")
      case .section: Wording(zh: "门类相同", en: "the same section")
      case .division: Wording(zh: "大类相同", en: "the same division")
      case .group: Wording(zh: "中类相同", en: "the same group")
      case .class: Wording(zh: "小类相同", en: "the same class")
      }
    }
  }

  package func agreement(with other: IndustryScope) -> Agreement {
    guard section == other.section else { return .none }
    let shared = zip(digits, other.digits).prefix { $0.0 == $0.1 }.count
    switch shared {
    case 4: return .class
    case 3: return .group
    case 2: return .division
    default: return .section
    }
  }
}
