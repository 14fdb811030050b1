package import Civil

/// Why a pledge, a deed for it or its handing on is not accepted.
package enum PledgeRefusal: Error, Hashable, Sendable {
  case endsBeforeItBegins(from: CivilDate, to: CivilDate)
  /// The trainee has an officer who answers at that time already.
  case bound(id: String, officer: String, since: CivilDate)
  /// It does not bind on that day.
  case notBinding(id: String, from: CivilDate, to: CivilDate?, on: CivilDate)
  case inFuture(CivilDate, today: CivilDate)
  case sameOfficer(String)

  package var wording: Wording {
    switch self {
    case .endsBeforeItBegins(let from, let to):
      Wording(
        zh: "结束日期 \(to) 早于开始日期 \(from)；请更正", en: "ends on \(to), before it begins on \(from): correct it")
    case .bound(let id, let officer, let since):
      Wording(
        zh: "该学员自 \(since) 起已由 \(officer) 负责（\(id)）；换人请用 pledge hand，另订请先结束",
        en:
          "\(officer) answers for the trainee since \(since) (\(id)): hand it on with 'pledge hand', or end it first"
      )
    case .notBinding(let id, let from, let to, let day):
      Wording(
        zh: "责任书 \(id) 自 \(from) 起" + (to.map { "、至 \($0) 止" } ?? "") + "，\(day) 不在期内；请核对日期",
        en: "pledge \(id) binds from \(from)" + (to.map { " to \($0)" } ?? "")
          + ", not on \(day): check the day")
    case .inFuture(let day, let today):
      Wording(
        zh: "日期 \(day) 在将来；应不晚于今天 \(today)", en: "\(day) is in the future; give a day up to today, \(today)")
    case .sameOfficer(let officer):
      Wording(zh: "责任人已是 \(officer)；请写另一位", en: "\(officer) answers already; name somebody else")
    }
  }
}

extension Pledge {
  /// Why it cannot stand beside those on record; nil: it can.
  ///
  /// One officer answers for a trainee at a time.
  package func refusal(beside others: [Pledge]) -> PledgeRefusal? {
    if let to, to < from { return .endsBeforeItBegins(from: from, to: to) }
    let other = others.first { other in
      other.trainee == trainee && other.id != id && (to.map { other.from <= $0 } ?? true)
        && (other.to.map { from <= $0 } ?? true)
    }
    return other.map {
      .bound(id: $0.id, officer: $0.officers.entries.last?.fact ?? "", since: $0.from)
    }
  }

  /// Why something cannot have been done for it on a day; nil: it can.
  package func refusal(ofDeedOn day: CivilDate, today: CivilDate) -> PledgeRefusal? {
    if day > today { return .inFuture(day, today: today) }
    return binds(on: day) ? nil : .notBinding(id: id, from: from, to: to, on: day)
  }

  /// Why it cannot be handed on from a day; nil: it can.
  package func refusal(ofHandingTo officer: String, from day: CivilDate, today: CivilDate) -> PledgeRefusal? {
    if !binds(on: day) { return .notBinding(id: id, from: from, to: to, on: day) }
    return self.officer(on: day, knownOn: today) == officer ? .sameOfficer(officer) : nil
  }

  /// Why it cannot end on a day, its last one; nil: it can.
  package func refusal(ofEndOn day: CivilDate) -> PledgeRefusal? {
    binds(on: day) ? nil : .notBinding(id: id, from: from, to: to, on: day)
  }
}
