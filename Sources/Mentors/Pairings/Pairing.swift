package import Civil

/// Two who are bound to help each other, or one the other, for a time (结对).
package struct Pairing: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// 部门联系社区, of 双联: a department and a community.
    case departmentCommunity
    /// 机关干部联系创业户, of 双联: a cadre and a founder's household.
    case cadreHousehold
    /// 县干挂钩: a cadre and a firm, chosen by both.
    case cadreFirm
    /// 结对互助: two founders.
    case peers

    package var name: Wording {
      switch self {
      case .departmentCommunity: Wording(zh: "部门联系社区", en: "department and community")
      case .cadreHousehold: Wording(zh: "干部联系创业户", en: "cadre and founder's household")
      case .cadreFirm: Wording(zh: "干部挂钩企业", en: "cadre and firm")
      case .peers: Wording(zh: "创业者结对互助", en: "founders helping each other")
      }
    }

    /// How many partners the one who is helped may have at a time; nil: no limit.
    ///
    /// A firm has one or two cadres.
    package var most: Int? {
      switch self {
      case .departmentCommunity, .peers: nil
      case .cadreHousehold: 1
      case .cadreFirm: 2
      }
    }
  }

  package let id: String
  package let kind: Kind
  /// Who helps, and who is helped; of peers the order says nothing.
  package let helper: String
  package let helped: String
  package let from: CivilDate
  /// The last day; nil: it goes on.
  package let to: CivilDate?
  /// How it came about; nil: somebody decided it.
  package let reason: String?
  /// Why it was ended; nil: it was not, though its days may be over.
  package let endReason: String?

  package init(
    id: String, kind: Kind, helper: String, helped: String, from: CivilDate, to: CivilDate? = nil,
    reason: String? = nil, endReason: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.helper = helper
    self.helped = helped
    self.from = from
    self.to = to
    self.reason = reason
    self.endReason = endReason
  }

  package func holds(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }

  private func overlaps(_ other: Pairing) -> Bool {
    (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
  }

  private func isSamePair(as other: Pairing) -> Bool {
    (helper == other.helper && helped == other.helped)
      || (kind == .peers && helper == other.helped && helped == other.helper)
  }

  /// Why it cannot stand beside the pairings on record; nil: it can.
  package func refusal(beside others: [Pairing]) -> PairingRefusal? {
    if helper == helped { return .withItself(helper) }
    if let to, to < from { return .endsBeforeItBegins(from: from, to: to) }
    let beside = others.filter { $0.id != id && $0.kind == kind && overlaps($0) }
    if let same = beside.first(where: isSamePair) { return .paired(same) }
    // Those who hold on one of the days on which another begins: at its beginning the most are held.
    let rivals = beside.filter { $0.helped == helped }
    let days = [from] + rivals.map(\.from).filter { holds(on: $0) }
    if let most = kind.most,
      let day = days.first(where: { day in rivals.count { $0.holds(on: day) } >= most })
    {
      return .full(helped, most: most, on: day)
    }
    return nil
  }
}

/// Why a pairing is not accepted.
package enum PairingRefusal: Error, Hashable, Sendable {
  case withItself(String)
  case endsBeforeItBegins(from: CivilDate, to: CivilDate)
  /// The two are paired at that time already.
  case paired(Pairing)
  /// The one who is helped has as many partners as may be on that day.
  case full(String, most: Int, on: CivilDate)

  package var wording: Wording {
    switch self {
    case .withItself(let one): Wording(zh: "\(one) 不能与自己结对", en: "\(one) cannot be paired with itself")
    case .endsBeforeItBegins(let from, let to):
      Wording(zh: "结束日期 \(to) 早于开始日期 \(from)", en: "ends on \(to), before it begins on \(from)")
    case .paired(let other):
      Wording(
        zh: "\(other.helper) 与 \(other.helped) 自 \(other.from) 起已结对（\(other.id)）；请先结束原结对",
        en: "\(other.helper) and \(other.helped) are paired since \(other.from) (\(other.id)): end that first"
      )
    case .full(let helped, let most, let day):
      Wording(
        zh: "\(helped) 在 \(day) 已有 \(most) 个结对对象，达到上限",
        en: "\(helped) has \(most) on \(day) already, the most there may be")
    }
  }
}
