package import Civil

/// What state a venture (创业实体) is in.
package enum VentureState: String, CaseIterable, Hashable, Sendable {
  case preparing, registered, operating, suspended, deregistered, revoked, transferred

  package var name: Wording {
    switch self {
    case .preparing: Wording(zh: "筹备", en: "preparing")
    case .registered: Wording(zh: "已登记未营业", en: "registered, not yet operating")
    case .operating: Wording(zh: "正常经营", en: "operating")
    case .suspended: Wording(zh: "停业", en: "suspended")
    case .deregistered: Wording(zh: "注销", en: "deregistered")
    case .revoked: Wording(zh: "吊销", en: "licence revoked")
    case .transferred: Wording(zh: "转让", en: "transferred")
    }
  }

  /// The states that may follow; each may also be confirmed by itself.
  ///
  /// Without a licence a venture may go straight from preparing to operating. A suspended one may resume. A revoked
  /// one must still be deregistered. What is deregistered or transferred is not followed any longer.
  package var next: Set<VentureState> {
    switch self {
    case .preparing: [.registered, .operating, .suspended]
    case .registered: [.operating, .suspended, .deregistered, .revoked, .transferred]
    case .operating: [.suspended, .deregistered, .revoked, .transferred]
    case .suspended: [.operating, .deregistered, .revoked, .transferred]
    case .revoked: [.deregistered]
    case .deregistered, .transferred: []
    }
  }

  /// Whether nothing may follow: what entered this state is not followed any longer.
  package var isFinal: Bool {
    switch self {
    case .deregistered, .transferred: true
    case .preparing, .registered, .operating, .suspended, .revoked: false
    }
  }

  package func mayBecome(_ state: VentureState) -> Bool { state == self || next.contains(state) }
}

/// A step of a venture's history that cannot be: what stands in the ledger contradicts itself.
package struct ImpossibleTransition: Error, Hashable, Sendable {
  package let venture: String
  /// Nil: the first entry.
  package let from: VentureState?
  package let to: VentureState
  package let on: CivilDate

  package var sentence: Wording {
    let allowed = from.map { from in VentureState.allCases.filter(from.next.contains) } ?? []
    let names = (allowed.map(\.name.chinese), allowed.map(\.name.english))
    return Wording(
      zh: "\(venture)：\(on) 由“\(from?.name.chinese ?? "无")”变为“\(to.name.chinese)”不成立；"
        + (names.0.isEmpty ? "此后不再变更" : "此后只能是：\(names.0.joined(separator: "、"))") + "。请更正台账。",
      en: "\(venture): from \(from?.name.english ?? "nothing") to \(to.name.english) on \(on) cannot be; "
        + (names.1.isEmpty
          ? "nothing may follow" : "only these may follow: \(names.1.joined(separator: ", "))")
        + ". Correct the ledger.")
  }
}

extension Ledger<VentureState> {
  /// Whether the entry may be appended, judged with those that stand on the day it is recorded.
  ///
  /// - Throws: the step before or after the new entry that could not be.
  package func check(_ entry: Entry, of venture: String) throws(ImpossibleTransition) {
    var after = self
    after.append(entry)
    let before = Set(impossibleTransitions(of: venture, knownOn: entry.recordedOn))
    let added = after.impossibleTransitions(of: venture, knownOn: entry.recordedOn)
    if let first = added.first(where: { !before.contains($0) }) { throw first }
  }

  /// The steps that cannot be, in the order of their days.
  package func impossibleTransitions(of venture: String, knownOn day: CivilDate) -> [ImpossibleTransition] {
    var found: [ImpossibleTransition] = []
    var last: VentureState?
    for entry in standing(knownOn: day) {
      guard let state = entry.fact else { continue }
      if let last, !last.mayBecome(state) {
        found.append(ImpossibleTransition(venture: venture, from: last, to: state, on: entry.from))
      }
      last = state
    }
    return found
  }
}
