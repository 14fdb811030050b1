package import Civil

/// Where somebody stands with the pool: applied, vetted, serving a term, or out of it.
///
/// Who decided and the paper are the ledger entry's; why is told with a refusal and an end.
package enum PoolState: Hashable, Sendable {
  case applied
  /// Being vetted (审核).
  case vetting
  case refused(reason: String)
  /// In a term of service (聘期) up to a last day; nil: without end. A renewal is another one.
  case serving(to: CivilDate?)
  case suspended(reason: String)
  case ended(reason: String)

  package var name: Wording {
    switch self {
    case .applied: Wording(zh: "已申请", en: "applied")
    case .vetting: Wording(zh: "审核中", en: "being vetted")
    case .refused: Wording(zh: "未通过", en: "refused")
    case .serving: Wording(zh: "在聘", en: "serving")
    case .suspended: Wording(zh: "暂停", en: "suspended")
    case .ended: Wording(zh: "解聘", en: "ended")
    }
  }

  package var reason: String? {
    switch self {
    case .refused(let reason), .suspended(let reason), .ended(let reason): reason
    case .applied, .vetting, .serving: nil
    }
  }

  /// Whether another state may follow; nil stands for somebody who never applied.
  static func may(_ before: PoolState?, become after: PoolState) -> Bool {
    switch (before, after) {
    case (nil, .applied), (.applied, .vetting), (.vetting, .refused), (.vetting, .serving): true
    case (.applied, .refused), (.refused, .applied), (.ended, .applied): true
    case (.serving, .serving), (.serving, .suspended), (.serving, .ended): true
    case (.suspended, .serving), (.suspended, .ended): true
    default: false
    }
  }
}

/// Why a step of a membership cannot be recorded.
package enum PoolStateFlaw: Error, Hashable, Sendable {
  case impossible(from: PoolState?, to: PoolState, on: CivilDate)
  case termEndsBeforeItBegins(CivilDate, end: CivilDate)
  /// A refusal, a suspension or an end tells why.
  case noReason(PoolState)
  case inFuture(CivilDate, recordedOn: CivilDate)

  package var sentence: Wording {
    switch self {
    case .impossible(let from, let to, let day):
      Wording(
        zh: "\(day)：由“\(from?.name.chinese ?? "未申请")”变为“\(to.name.chinese)”不成立；请按申请、审核、聘任、续聘或解聘的顺序登记。",
        en: "\(day): from \(from?.name.english ?? "not applied") to \(to.name.english) cannot be; record the "
          + "application, the vetting, the term, its renewal or end in this order.")
    case .termEndsBeforeItBegins(let begin, let end):
      Wording(
        zh: "聘期 \(begin) 起、\(end) 止：止期早于起期，请更正。", en: "A term from \(begin) to \(end) ends before it begins.")
    case .noReason(let state):
      Wording(zh: "“\(state.name.chinese)”须写明原因。", en: "Say why it is \(state.name.english).")
    case .inFuture(let day, let recorded):
      Wording(
        zh: "\(day) 晚于登记日 \(recorded)：申请与审核只登记已发生的。",
        en: "\(day) is after \(recorded): record an application or a decision once it was made.")
    }
  }
}

extension Ledger<PoolState> {
  /// Whether an entry may be appended, judged with what stands on the day it is recorded.
  ///
  /// A term may begin in the future; all else has happened.
  /// - Throws: the first reason why it may not be.
  package func check(_ entry: Entry) throws(PoolStateFlaw) {
    var after = self
    after.append(entry)
    if let state = entry.fact {
      if let reason = state.reason, reason.allSatisfy(\.isWhitespace) { throw .noReason(state) }
      if case .serving(let end?) = state, end < entry.from {
        throw .termEndsBeforeItBegins(entry.from, end: end)
      }
      let mayBeAhead = if case .serving = state { true } else { false }
      if !mayBeAhead, entry.from > entry.recordedOn {
        throw .inFuture(entry.from, recordedOn: entry.recordedOn)
      }
    }
    var before: PoolState?
    for step in after.standing(knownOn: entry.recordedOn) {
      guard let state = step.fact else { continue }
      if !PoolState.may(before, become: state) {
        throw .impossible(from: before, to: state, on: step.from)
      }
      before = state
    }
  }
}
