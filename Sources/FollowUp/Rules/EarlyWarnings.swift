package import Civil

/// What an early warning is judged by: one venture and what is known of it on a date.
package struct WarningEvidence: Sendable {
  package let record: VentureRecord
  /// The contacts with the venture or its founders.
  package let contacts: [Contact]
  package let loans: [Loan]
  package let requests: [HelpRequest]
  package let date: CivilDate
  package let rule: WarningRule
  package let followUp: FollowUpRule
  package let calendar: WorkingCalendar

  package init(
    record: VentureRecord, contacts: [Contact] = [], loans: [Loan] = [], requests: [HelpRequest] = [],
    asOf date: CivilDate, rule: WarningRule, followUp: FollowUpRule, calendar: WorkingCalendar
  ) {
    self.record = record
    self.contacts = contacts.filter { $0.on <= date && $0.recordedOn <= date }
      .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    self.loans = loans
    self.requests = requests
    self.date = date
    self.rule = rule
    self.followUp = followUp
    self.calendar = calendar
  }
}

/// The numbers of the regulation on early warnings.
package struct WarningRule: RegulationRule {
  package let stamp: RuleStamp
  /// The share of employees lost within `jobsDays` that warns, 0 to 1.
  package let jobsLost: Double
  package let jobsDays: Int
  /// Working days after which a request for help that is still open warns.
  package let requestWorkingDays: Int

  package init(stamp: RuleStamp, jobsLost: Double, jobsDays: Int, requestWorkingDays: Int) {
    self.stamp = stamp
    self.jobsLost = jobsLost
    self.jobsDays = jobsDays
    self.requestWorkingDays = requestWorkingDays
  }
}

/// A reason to fear that a venture fails: a name and what in the evidence says so.
package struct EarlyWarning: Sendable {
  package let name: Wording
  /// The reason in a sentence; nil: none.
  package let reason: @Sendable (WarningEvidence) -> Wording?

  package init(_ name: Wording, reason: @escaping @Sendable (WarningEvidence) -> Wording?) {
    self.name = name
    self.reason = reason
  }
}

extension [EarlyWarning] {
  /// The warnings that every venture is looked at for, in the order in which they are told.
  package static let standard: [EarlyWarning] = [
    .suspended,
    .troubles,
    .jobsLost,
    .loanOverdue,
    .lostContact,
    .requestOpen,
  ]

  /// The warnings that hold, each with its reason; none for a venture that has ended.
  package func warnings(for evidence: WarningEvidence) -> [(name: Wording, reason: Wording)] {
    let state = evidence.record.states.fact(on: evidence.date, knownOn: evidence.date)
    guard let state, !state.isFinal, state != .revoked else { return [] }
    return compactMap { warning in warning.reason(evidence).map { (warning.name, $0) } }
  }
}

extension EarlyWarning {
  /// The venture does not operate at present.
  package static let suspended = EarlyWarning(Wording(zh: "停业", en: "Suspended")) { evidence in
    let entry = evidence.record.states.entry(on: evidence.date, knownOn: evidence.date)
    guard let entry, entry.fact == .suspended else { return nil }
    return Wording(zh: "\(entry.from) 起停业", en: "suspended since \(entry.from)")
  }

  /// The last answer tells of trouble.
  package static let troubles = EarlyWarning(Wording(zh: "经营困难", en: "Trouble")) { evidence in
    guard let last = evidence.contacts.last(where: { $0.result == .reached }), !last.troubles.isEmpty else {
      return nil
    }
    let told = Contact.Trouble.allCases.filter(last.troubles.contains).map(\.name)
    return Wording(
      zh: "\(last.on) \(last.method.name.chinese)回访：\(told.map(\.chinese).joined(separator: "、"))",
      en: "said on \(last.on) (\(last.method.name.english)): \(told.map(\.english).joined(separator: ", "))")
  }

  /// It has lost a large share of its employees in a short time.
  package static let jobsLost = EarlyWarning(Wording(zh: "用工减少", en: "Jobs lost")) { evidence in
    let jobs = evidence.record.jobs
    let before = evidence.date + -evidence.rule.jobsDays
    guard let now = jobs.fact(on: evidence.date, knownOn: evidence.date)?.employees,
      let then = jobs.fact(on: before, knownOn: evidence.date)?.employees, then > 0,
      Double(then - now) >= evidence.rule.jobsLost * Double(then), now < then
    else { return nil }
    return Wording(
      zh: "从业人员由 \(then) 人（\(before)）减至 \(now) 人", en: "\(then) employees on \(before), now \(now)")
  }

  /// A loan is overdue.
  package static let loanOverdue = EarlyWarning(Wording(zh: "贷款逾期", en: "Loan overdue")) { evidence in
    let overdue = evidence.loans.compactMap { loan in
      loan.steps.entry(on: evidence.date, knownOn: evidence.date).flatMap {
        $0.fact?.state == .overdue ? $0 : nil
      }
    }.min { $0.from < $1.from }
    return overdue.map { Wording(zh: "贷款自 \($0.from) 起逾期", en: "a loan is overdue since \($0.from)") }
  }

  /// Nobody can be reached.
  package static let lostContact = EarlyWarning(Wording(zh: "失联", en: "Lost contact")) { evidence in
    evidence.followUp.lostSince(evidence.contacts, asOf: evidence.date).map {
      Wording(zh: "自 \($0) 起失联", en: "nobody could be reached since \($0)")
    }
  }

  /// A request for help has been open for too long.
  package static let requestOpen = EarlyWarning(Wording(zh: "帮扶未办结", en: "Help not given")) { evidence in
    let open = evidence.requests.filter { request in
      request.openedOn <= evidence.date && (request.closedOn.map { $0 > evidence.date } ?? true)
    }.min { ($0.openedOn, $0.id) < ($1.openedOn, $1.id) }
    guard let open else { return nil }
    let days = open.workingDays(asOf: evidence.date, in: evidence.calendar)
    guard days > evidence.rule.requestWorkingDays else { return nil }
    return Wording(
      zh: "“\(open.kind.name.chinese)”已 \(days) 个工作日未办结",
      en: "help with \(open.kind.name.english) is open for \(days) working days")
  }
}
