package import Civil

/// What may change in a venture's record; each change is one entry of its ledger.
package enum VentureChange: Hashable, Sendable {
  case state(VentureState)
  /// Who works in it as of the day on which the entry begins.
  case jobs(Headcount)
  case loan(id: String, borrower: String, Loan.Step)
  case subsidy(Subsidy)
  case fact(VentureFact)
}

/// Why a change cannot be recorded.
package enum VentureChangeFlaw: Error, Hashable, Sendable {
  case transition(ImpossibleTransition)
  /// It would hold from a day after that on which it is recorded.
  case inFuture(CivilDate, recordedOn: CivilDate)
  case blankName
  case noFounder
  case founderTwice(String)
  case attempt(Int)
  /// A licence that was recorded cannot go; a wrong entry is corrected.
  case licenceGone(Licence)
  case moreFoundersAtWork(Int, founders: Int)
  case noAmount
  case paidBeyondApproval(paid: Money, approved: Money)
  case subsidyBeyondLimit(SubsidyLimit)

  package var sentence: Wording {
    switch self {
    case .transition(let step): step.sentence
    case .inFuture(let day, let recorded):
      Wording(
        zh: "\(day) 晚于登记日 \(recorded)：只登记已经发生的变更。",
        en: "\(day) is after \(recorded): record what has happened.")
    case .blankName: Wording(zh: "名称为空，请填写。", en: "The name is blank; give one.")
    case .noFounder: Wording(zh: "没有创办人，至少填一人。", en: "No founder; give at least one.")
    case .founderTwice(let person):
      Wording(zh: "创办人 \(person) 填了两次，请删去一次。", en: "Founder \(person) is given twice; leave one out.")
    case .attempt(let number):
      Wording(
        zh: "创业次数为 \(number)；初次创业填 1，二次创业填 2。", en: "Attempt \(number); 1 is the first venture, 2 the second."
      )
    case .licenceGone(let licence):
      Wording(
        zh: "已登记证照 \(licence) 不能改为无照；若当时登记有误，请以更正登记。",
        en: "Licence \(licence) was recorded and cannot go; if that was wrong, correct its entry.")
    case .moreFoundersAtWork(let count, let founders):
      Wording(
        zh: "在岗创办人 \(count) 人，登记的创办人只有 \(founders) 人；请核对。",
        en: "\(count) founders at work of \(founders) recorded; compare them.")
    case .noAmount: Wording(zh: "金额须大于 0。", en: "The amount must be above 0.")
    case .paidBeyondApproval(let paid, let approved):
      Wording(
        zh: "累计放款 \(paid.fen / 100) 元超过审核通过的 \(approved.fen / 100) 元；请核对。",
        en: "\(paid.fen / 100) yuan paid out of \(approved.fen / 100) approved; compare them.")
    case .subsidyBeyondLimit(let limit):
      Wording(
        zh: "补贴 \(limit.kind) \(limit.span == .ever ? "" : "每年")只能享受 \(limit.times) 次。",
        en: "Subsidy \(limit.kind) may be had \(limit.times) time(s)\(limit.span == .ever ? "" : " a year").")
    }
  }
}

extension VentureRecord {
  /// Whether a change may be appended, judged with what stands on the day it is recorded.
  ///
  /// - Parameters:
  ///   - entry: the change with its day and who records it.
  ///   - loans: those of the venture; the one that the change belongs to is looked up by its id.
  ///   - subsidies: those of the venture and its founders.
  ///   - limits: how often each kind of subsidy may be had.
  /// - Throws: the first reason why it cannot be.
  package func check(
    _ entry: Ledger<VentureChange>.Entry, loans: [Loan] = [], subsidies: [Subsidy] = [],
    limits: [SubsidyLimit] = []
  ) throws(VentureChangeFlaw) {
    guard entry.from <= entry.recordedOn else {
      throw .inFuture(entry.from, recordedOn: entry.recordedOn)
    }
    switch entry.fact {
    case nil: return
    case .state(let state):
      do throws(ImpossibleTransition) {
        try states.check(entry.with(state), of: venture.id)
      } catch { throw .transition(error) }
    case .jobs(let count):
      guard count.founders <= venture.founders.count else {
        throw .moreFoundersAtWork(count.founders, founders: venture.founders.count)
      }
    case .loan(let id, _, let step):
      guard step.amount > .zero else { throw .noAmount }
      guard step.state == .disbursed, let loan = loans.first(where: { $0.id == id }) else { return }
      let steps = loan.steps.standing(knownOn: entry.recordedOn).compactMap(\.fact)
      let approved = steps.filter { $0.state == .approved }.map(\.amount).max()
      let paid = steps.filter { $0.state == .disbursed }.reduce(step.amount) { $0 + $1.amount }
      if let approved, paid > approved { throw .paidBeyondApproval(paid: paid, approved: approved) }
    case .subsidy(let subsidy):
      guard subsidy.amount > .zero else { throw .noAmount }
      let all = subsidies.filter { $0.id != subsidy.id } + [subsidy]
      for limit in limits where limit.excess(in: all).contains(where: { $0.recipient == subsidy.recipient }) {
        throw .subsidyBeyondLimit(limit)
      }
    case .fact(let fact): try check(fact, isCorrection: entry.corrects != nil, on: entry.recordedOn)
    }
  }

  private func check(
    _ fact: VentureFact, isCorrection: Bool, on day: CivilDate
  ) throws(VentureChangeFlaw) {
    switch fact {
    case .name(let name):
      if name.allSatisfy(\.isWhitespace) { throw .blankName }
    case .founders(let founders):
      if founders.isEmpty { throw .noFounder }
      var seen: Set<String> = []
      for founder in founders {
        if founder.attempt < 1 { throw .attempt(founder.attempt) }
        if !seen.insert(founder.person).inserted { throw .founderTwice(founder.person) }
      }
    case .registration(let registration):
      if let date = registration.date, date > day { throw .inFuture(date, recordedOn: day) }
      if registration.licence == nil, !isCorrection, let licence = venture.registration.licence {
        throw .licenceGone(licence)
      }
    case .startUpCost(let cost):
      if let cost, cost < .zero { throw .noAmount }
    case .legalForm, .industry, .area, .incubator, .address, .phone: return
    }
  }
}

extension Ledger.Entry {
  /// The same entry of another ledger: its dates, recorder and evidence with another fact.
  package func with<Other>(_ fact: Other?) -> Ledger<Other>.Entry {
    Ledger<Other>.Entry(
      id: id, fact, from: from, to: to, recordedOn: recordedOn, recordedBy: recordedBy, evidence: evidence,
      corrects: corrects)
  }
}
