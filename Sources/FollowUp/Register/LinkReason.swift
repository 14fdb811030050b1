package import Civil

/// One thing that speaks for a link or against it.
package struct LinkReason: Hashable, Sendable {
  package enum Sign: Hashable, Sendable {
    case sameIdentity, otherIdentity
    /// So many visible places of a hidden number agree.
    case samePlaces(Int)
    case otherPlaces
    /// So many people of the register bear the name.
    case sameName(inRegister: Int)
    case nearName, otherName
    /// So many entries of the register have the phone.
    case samePhone(inRegister: Int)
    case nearPhone, otherPhone
    case sameCounty, samePrefecture, elsewhere
    case afterCourse(days: Int), beforeCourse(days: Int), duringCourse
    case sameIndustry, otherIndustry
  }

  package let sign: Sign
  /// By what it multiplies the odds: over 1 speaks for the link, under 1 against it.
  package let factor: Double

  init(_ sign: Sign, _ factor: Double) {
    self.sign = sign
    self.factor = factor
  }

  /// Whether it forbids to accept the link without a person's look.
  package var isContradiction: Bool {
    switch sign {
    case .otherIdentity, .otherPlaces, .otherName: true
    default: false
    }
  }

  /// Whether reasons are of the kind that needs no look: nothing contradicts, and the name stands with a number.
  ///
  /// A name alone never suffices, however rare; a name one character off may be a brother's with the family's phone, so
  /// that it takes the identity number.
  static func suffice(_ reasons: [LinkReason]) -> Bool {
    var (name, nearName, number, places, phone) = (false, false, false, false, false)
    for reason in reasons {
      switch reason.sign {
      case .sameName: name = true
      case .nearName: nearName = true
      case .sameIdentity: number = true
      case .samePlaces: places = true
      case .samePhone: phone = true
      default: if reason.isContradiction { return false }
      }
    }
    return name && (number || places || phone) || nearName && (number || places && phone)
  }

  package var text: Wording {
    switch sign {
    case .sameIdentity: Wording(zh: "身份证号相同", en: "same identity number")
    case .otherIdentity: Wording(zh: "身份证号不同", en: "different identity numbers")
    case .samePlaces(let count):
      Wording(zh: "身份证号可见的 \(count) 位均相同", en: "the \(count) visible places of the identity number agree")
    case .otherPlaces: Wording(zh: "身份证号可见部分不同", en: "visible places of the identity numbers differ")
    case .sameName(let count):
      Wording(
        zh: "姓名相同（登记库中共 \(count) 人次同名）",
        en: "same name (\(count) \(count == 1 ? "entry" : "entries") of the register have it)")
    case .nearName: Wording(zh: "姓名相差一字", en: "names differ by one character")
    case .otherName: Wording(zh: "姓名不同", en: "different names")
    case .samePhone(let count):
      count > 1
        ? Wording(
          zh: "电话相同（登记库中 \(count) 户共用，可能是代办）",
          en: "same phone (shared by \(count) entries of the register: perhaps an agent's)")
        : Wording(zh: "电话相同", en: "same phone")
    case .nearPhone: Wording(zh: "电话相差一位", en: "phones differ by one digit")
    case .otherPhone: Wording(zh: "电话不同", en: "different phones")
    case .sameCounty: Wording(zh: "同一县区", en: "same county")
    case .samePrefecture: Wording(zh: "同一市、不同县区", en: "same prefecture, another county")
    case .elsewhere: Wording(zh: "不在同一市", en: "another prefecture")
    case .afterCourse(let days):
      Wording(zh: "结业后 \(days) 天登记", en: "registered \(days) days after the course")
    case .beforeCourse(let days):
      Wording(zh: "开班前 \(days) 天已登记", en: "registered \(days) days before the course")
    case .duringCourse: Wording(zh: "培训期间登记", en: "registered during the course")
    case .sameIndustry: Wording(zh: "行业门类与意向相同", en: "in the industry that was intended")
    case .otherIndustry: Wording(zh: "行业门类与意向不同", en: "in another industry than intended")
    }
  }
}
