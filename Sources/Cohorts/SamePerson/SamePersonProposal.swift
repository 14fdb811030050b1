package import Civil

/// That two records are most likely one person; nothing is merged before somebody says so.
package struct SamePersonProposal: Hashable, Sendable {
  package enum Sign: String, Hashable, Sendable, CaseIterable {
    case sameIdentity, otherIdentity, sameName, nearName, otherName, samePhone, nearPhone, sameBirthDate
    case otherBirthDate, sameArea

    /// Points of 100 that it adds or takes away.
    package var points: Int {
      switch self {
      case .sameIdentity: 90
      case .otherIdentity: -60
      case .sameName: 30
      case .nearName: 10
      case .otherName: -40
      case .samePhone: 35
      case .nearPhone: 15
      case .sameBirthDate: 30
      case .otherBirthDate: -40
      case .sameArea: 5
      }
    }

    package var text: Wording {
      switch self {
      case .sameIdentity: Wording(zh: "身份证号相同", en: "same identity number")
      case .otherIdentity:
        Wording(zh: "身份证号不同：须先更正其中一个", en: "two identity numbers: one must be corrected first")
      case .sameName: Wording(zh: "姓名相同", en: "same name")
      case .nearName: Wording(zh: "姓名相差一字", en: "names differ by one character")
      case .otherName: Wording(zh: "姓名不同", en: "different names")
      case .samePhone: Wording(zh: "电话相同", en: "same phone")
      case .nearPhone: Wording(zh: "电话相差一位", en: "phones differ by one digit")
      case .sameBirthDate: Wording(zh: "出生日期相同", en: "same birth date")
      case .otherBirthDate: Wording(zh: "出生日期不同", en: "different birth dates")
      case .sameArea: Wording(zh: "同一县区", en: "same county")
      }
    }
  }

  package let records: RecordPair
  package let signs: [Sign]

  /// 0 to 100.
  package var score: Int { max(0, min(100, signs.reduce(0) { $0 + $1.points })) }

  /// Identity number and name agree: such may be confirmed in one go, on request.
  package var isCertain: Bool {
    signs.contains(.sameIdentity) && signs.contains(.sameName) && !isContradictory
  }

  /// Something speaks against it, so that somebody must look.
  package var isContradictory: Bool { signs.contains { $0.points < 0 } }

  /// The least score that is proposed: two of name, phone and birth date, or the identity number.
  package static let leastScore = 50
}

extension SamePersonProposal {
  /// The pairs of records that are most likely one person and were not decided yet, best first.
  ///
  /// Compared are records that share the identity number, or two of name, phone and birth date. Two numbers under
  /// the same name, phone and birth date are proposed too: one of them is mistyped.
  package static func among(
    _ records: [PersonRecord], decided: Set<RecordPair> = []
  ) -> [SamePersonProposal] {
    let compared = records.map(ComparedRecord.init)
    var blocks: [BlockKey: [Int]] = [:]
    for (index, record) in compared.enumerated() {
      for key in record.keys { blocks[key, default: []].append(index) }
    }
    var proposals: [RecordPair: SamePersonProposal] = [:]
    for members in blocks.values where members.count > 1 {
      for (place, one) in members.enumerated() {
        for other in members[(place + 1)...] {
          let pair = RecordPair(records[one].id, records[other].id)
          guard !decided.contains(pair), proposals[pair] == nil, pair.first != pair.second else { continue }
          let signs = compared[one].signs(against: compared[other])
          let proposal = SamePersonProposal(records: pair, signs: signs)
          let isTypo = Set(signs).isSuperset(of: [.otherIdentity, .sameName, .samePhone, .sameBirthDate])
          if proposal.score >= leastScore || isTypo { proposals[pair] = proposal }
        }
      }
    }
    return proposals.values.sorted { ($1.score, $0.records) < ($0.score, $1.records) }
  }
}

private enum BlockKey: Hashable {
  case identity(String)
  case nameAndPhone(PersonName, PhoneNumber)
  case nameAndBirth(PersonName, CivilDate)
  case phoneAndBirth(PhoneNumber, CivilDate)
}

private struct ComparedRecord {
  let record: PersonRecord
  let name: PersonName
  let phone: PhoneNumber?

  init(_ record: PersonRecord) {
    self.record = record
    name = PersonName(record.name)
    phone = record.phone.flatMap { PhoneNumber($0) }
  }

  var keys: [BlockKey] {
    var keys: [BlockKey] = []
    if let identity = record.identityKey { keys.append(.identity(identity)) }
    if let phone, !name.isEmpty { keys.append(.nameAndPhone(name, phone)) }
    if let birth = record.birthDate {
      if !name.isEmpty { keys.append(.nameAndBirth(name, birth)) }
      if let phone { keys.append(.phoneAndBirth(phone, birth)) }
    }
    return keys
  }

  func signs(against other: ComparedRecord) -> [SamePersonProposal.Sign] {
    var signs: [SamePersonProposal.Sign] = []
    if let mine = record.identityKey, let theirs = other.record.identityKey {
      signs.append(mine == theirs ? .sameIdentity : .otherIdentity)
    }
    if !name.isEmpty, !other.name.isEmpty {
      signs.append(name == other.name ? .sameName : name.isNear(other.name) ? .nearName : .otherName)
    }
    if let phone, let theirs = other.phone {
      if phone == theirs {
        signs.append(.samePhone)
      } else if phone.isNear(theirs) {
        signs.append(.nearPhone)
      }
    }
    if let birth = record.birthDate, let theirs = other.record.birthDate {
      signs.append(birth == theirs ? .sameBirthDate : .otherBirthDate)
    }
    if let area = record.area, let theirs = other.record.area, area.level >= .county,
      area.ancestor(at: .county) == theirs.ancestor(at: .county)
    {
      signs.append(.sameArea)
    }
    return signs
  }
}
