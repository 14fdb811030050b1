package import Civil
import Cohorts
import Courses
import FollowUp
import Interchange
import Logging
import Store

extension Centre {
  /// Accepts all exact proposals, or none where one of them cannot be.
  ///
  /// Gives the codes of the ventures that were entered or that got a founder, one a proposal.
  package func acceptExact(
    _ match: RegisterMatch, source: String, calendar: WorkingCalendar
  ) throws(CentreError) -> [String] {
    let exact = match.linking.proposals.filter { $0.verdict == .exact }
    let codes = try inOneStep { centre throws(CentreError) in
      try centre.accept(exact, of: match, source: source, calendar: calendar)
    }
    log.notice(
      "register links accepted", metadata: ["links": "\(codes.count)", "ventures": "\(Set(codes).count)"])
    return codes
  }

  /// Accepts or refuses one link; the code of the venture, nil where it was refused.
  ///
  /// Throws where the firm or the link is not among the proposals.
  package func decide(
    firm: String, trainee: String, isAccepted: Bool, in match: RegisterMatch, source: String,
    calendar: WorkingCalendar
  ) throws(CentreError) -> String? {
    guard let proposal = match.linking.proposals.first(where: { $0.firm == firm && $0.trainee == trainee })
    else {
      throw .refused(
        Wording(
          zh: "比对结果中没有 \(firm) 与学员 \(trainee) 这一条；可能已经确认过，或号码有误",
          en:
            "no proposal links \(firm) with trainee \(trainee): it may be decided already, or an id is wrong")
      )
    }
    return try inOneStep { centre throws(CentreError) -> String? in
      if isAccepted {
        return try centre.accept([proposal], of: match, source: source, calendar: calendar).first
      }
      try centre.decide([proposal], isAccepted: false)
      return nil
    }
  }

  private func decide(_ proposals: [LinkProposal], isAccepted: Bool) throws(CentreError) {
    let stamp = try recordStamp()
    let decisions = proposals.map { proposal in
      LinkDecision(
        firm: proposal.firm, place: proposal.place, trainee: proposal.trainee, isAccepted: isAccepted,
        entry: Entry(on: stamp.on, by: stamp.by))
    }
    try stored { store throws(StoreError) in try store.record(decisions, stamp: stamp) }
  }

  /// Enters the firms as the trainees' ventures, or the trainees as more founders of the ventures that they are.
  private func accept(
    _ proposals: [LinkProposal], of match: RegisterMatch, source: String, calendar: WorkingCalendar
  ) throws(CentreError) -> [String] {
    let rows = Dictionary(match.rows.map { ($0.firm.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stamp = try recordStamp()
    let evidence = [Evidence(kind: "市场主体登记信息", reference: source, issuedOn: stamp.on)]
    var attempts = try ventureCounts(of: proposals.map(\.trainee))
    var new = AcceptedVentures(firstCode: try nextVentureCode())
    var codes: [String] = []
    for proposal in proposals {
      guard let row = rows[proposal.firm] else {
        throw .refused(Wording(zh: "登记信息中没有 \(proposal.firm)", en: "no firm \(proposal.firm) in the extract"))
      }
      attempts[proposal.trainee, default: 0] += 1
      let founder = Venture.Founder(person: proposal.trainee, attempt: attempts[proposal.trainee] ?? 1)
      if let code = new.add(founder, to: proposal.firm) {
        codes.append(code)
      } else if let licence = row.licence, let known = try ventures(VentureQuery(licence: licence.text)).first
      {
        codes.append(known.record.venture.id)
        let founders = known.record.venture.founders
        if founders.contains(where: { $0.person == proposal.trainee }) { continue }
        let change = Ledger<VentureChange>.Entry(
          id: "", .fact(.founders(founders + [founder])), from: stamp.on, recordedOn: stamp.on,
          recordedBy: stamp.by, evidence: evidence)
        try changeVenture(known.record.venture.id, [change], calendar: calendar)
      } else {
        let area = try area(of: row, proposal.trainee)
        codes.append(
          new.begin(
            row, founder, area: area,
            states: row.states(today: stamp.on).map { state, day in
              .init(id: "", state, from: day, recordedOn: stamp.on, recordedBy: stamp.by, evidence: evidence)
            }))
      }
    }
    try enter(new.lives, calendar: calendar)
    try decide(proposals, isAccepted: true)
    return codes
  }

  private func enter(_ lives: RecordedLives, calendar: WorkingCalendar) throws(CentreError) {
    for record in lives.ventures {
      for flaw in record.states.impossibleTransitions(of: record.venture.name, knownOn: try today()) {
        throw .refused(flaw.sentence)
      }
    }
    let stamp = try recordStamp()
    try stored { store throws(StoreError) in try store.record(RecordedCourses(), lives, stamp: stamp) }
    try replan(lives.ventures.flatMap { $0.venture.founders.map(\.person) }, calendar: calendar)
  }

  /// How many ventures each of some people has founded on record.
  private func ventureCounts(of people: [String]) throws(CentreError) -> [String: Int] {
    try stored { store throws(StoreError) in try store.ventureCounts(of: people) }
  }

  private func area(of row: RegisterRow, _ trainee: String) throws(CentreError) -> String {
    if let area = row.firm.area { return area.description }
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: [trainee]) }
    return names[trainee]?.area ?? "0"
  }
}

/// The ventures that accepted links begin, not stored yet.
private struct AcceptedVentures {
  private(set) var lives = RecordedLives()
  private var places: [String: Int] = [:]
  private let firstNumber: Int

  /// `firstCode`: the first one that is free.
  init(firstCode: String) { firstNumber = Int(firstCode.dropFirst()) ?? 1 }

  /// Adds a founder to a venture that begins here; nil: the firm is none of them.
  mutating func add(_ founder: Venture.Founder, to firm: String) -> String? {
    guard let place = places[firm] else { return nil }
    let record = lives.ventures[place]
    let founders = record.venture.founders
    if !founders.contains(where: { $0.person == founder.person }) {
      lives.ventures[place] = VentureRecord(
        record.venture.changed(by: .founders(founders + [founder])), states: record.states, jobs: record.jobs)
    }
    return record.venture.id
  }

  /// Begins the venture that a firm of the register is; its code.
  mutating func begin(
    _ row: RegisterRow, _ founder: Venture.Founder, area: String, states: [Ledger<VentureState>.Entry]
  ) -> String {
    let code = "V" + padded(firstNumber + lives.ventures.count, 6)
    places[row.firm.id] = lives.ventures.count
    lives.ventures.append(
      VentureRecord(row.venture(code, founder: founder, area: area), states: Ledger(states)))
    lives.whereabouts[code] = VentureWhereabouts(address: row.address, phone: row.firm.phone)
    return code
  }
}

extension RegisterRow {
  /// The venture that a firm of the register is.
  fileprivate func venture(_ code: String, founder: Venture.Founder, area: String) -> Venture {
    var registration = Venture.Registration.none
    if let licence, let on = firm.registeredOn { registration = .licensed(licence, on: on) }
    let form = registration.licence == nil ? .unregistered : legalForm ?? .limitedCompany
    return Venture(
      id: code, name: firm.name, founders: [founder], legalForm: form, registration: registration,
      industry: industry, area: area)
  }

  /// Its states as the register tells them: from the day of registration, and the end where there is one.
  fileprivate func states(today: CivilDate) -> [(state: VentureState, from: CivilDate)] {
    let start = min(firm.registeredOn ?? today, today)
    guard let state, state != .preparing else { return [(.registered, start)] }
    guard state != .operating, state != .registered else { return [(state, start)] }
    // It operated before it ended: the register does not tell since when, so it counts from its registration.
    return [(.operating, start), (state, max(start, min(endedOn ?? today, today)))]
  }
}
