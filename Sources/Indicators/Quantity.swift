package import Civil

/// What is counted; a person (人) and a person-time (人次) are not the same.
package enum Unit: String, CaseIterable, Hashable, Sendable {
  case person, personTime, household, individualBusiness, enterprise, venture, project, event, fen
  case squareMetre, day

  /// As it stands behind a number; 户 stands for households and for individual businesses, which still do not mix.
  package var name: Wording {
    switch self {
    case .person: Wording(zh: "人", en: "people")
    case .personTime: Wording(zh: "人次", en: "person-times")
    case .household: Wording(zh: "户", en: "households")
    case .individualBusiness: Wording(zh: "户", en: "individual businesses")
    case .enterprise: Wording(zh: "家", en: "enterprises")
    case .venture: Wording(zh: "个", en: "ventures")
    case .project: Wording(zh: "项", en: "projects")
    case .event: Wording(zh: "场", en: "events")
    case .fen: Wording(zh: "分", en: "fen")
    case .squareMetre: Wording(zh: "平方米", en: "m²")
    case .day: Wording(zh: "天", en: "days")
    }
  }
}

/// Two units that do not mix.
package struct UnitMismatch: Error, Hashable, Sendable {
  package let left: Unit
  package let right: Unit

  package init(left: Unit, right: Unit) {
    self.left = left
    self.right = right
  }

  package var sentence: Wording {
    Wording(
      zh: "“\(left.name.chinese)”与“\(right.name.chinese)”不能相加或比较；请说明按哪个单位统计。",
      en:
        "\(left.name.english) and \(right.name.english) cannot be added or compared; say which of the two is counted."
    )
  }
}

/// A whole amount with its unit.
package struct Quantity: Hashable, Sendable {
  package let amount: Int
  package let unit: Unit

  package init(_ amount: Int, _ unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// - Throws: the two units where they differ.
  package func adding(_ other: Quantity) throws(UnitMismatch) -> Quantity {
    guard unit == other.unit else { throw UnitMismatch(left: unit, right: other.unit) }
    return Quantity(amount + other.amount, unit)
  }

  /// The share of another amount; nil of nothing.
  ///
  /// - Throws: the two units where they differ.
  package func share(of other: Quantity) throws(UnitMismatch) -> Double? {
    guard unit == other.unit else { throw UnitMismatch(left: unit, right: other.unit) }
    return other.amount == 0 ? nil : Double(amount) / Double(other.amount)
  }
}
