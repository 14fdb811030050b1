package import Civil
import Cohorts
package import FollowUp
package import Interchange
import Logging
package import Reports
import Store

/// An extract of the business register compared with the trainees.
package struct RegisterMatch: Sendable {
  package let linking: RegisterLinking
  package let rows: [RegisterRow]
  package let report: Report
}

extension Centre {
  /// Reads an extract of the business register; identity numbers serve as their own keys and are kept nowhere.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readRegister(_ bytes: [UInt8], file: String) throws(CentreError) -> RegisterReading {
    do throws(WorkbookError) {
      return try RegisterFile.read(bytes, file: file) { $0.number }
    } catch {
      throw .workbook(path: file, error)
    }
  }

  /// Compares the firms with the trainees who attended a class; what was decided before is not proposed again.
  package func match(_ reading: RegisterReading) throws(CentreError) -> RegisterMatch {
    let today = try today()
    let (trainees, attended, decisions) = try stored { store throws(StoreError) in
      (
        try store.trainees(), try store.attended(knownOn: today), try store.registerDecisions()
      )
    }
    var spans: [String: ClosedRange<CivilDate>] = [:]
    for one in attended {
      let held = spans[one.trainee] ?? one.days
      spans[one.trainee] =
        min(held.lowerBound, one.days.lowerBound)...max(held.upperBound, one.days.upperBound)
    }
    let roster = trainees.map { record in
      RosterPerson(
        id: record.id, name: record.trainee.name, identityKey: record.residentID?.number,
        maskedIdentity: record.residentID.map(MaskedNumber.init),
        phones: record.trainee.phone.map { [$0] } ?? [],
        area: record.area, trained: spans[record.id], industry: record.trainee.industry)
    }
    let firms = reading.rows.map(\.firm)
    let linking = RegisterLinking(firms, to: roster, decisions: decisions, asKnownOn: today)
    let named = Dictionary(trainees.map { ($0.id, $0.trainee.name) }) { first, _ in first }
    return RegisterMatch(
      linking: linking, rows: reading.rows,
      report: .registerMatches(linking, firms: firms, on: today, names: FollowedNames(people: named)))
  }

  /// Accepts all exact proposals, or none where one of them cannot be; the codes of the ventures that were entered or that got a founder.
  package func acceptExact(
    _ match: RegisterMatch, source: String, calendar: WorkingCalendar
  ) throws(CentreError) -> [String] {
    let codes = try inOneStep { centre throws(CentreError) in
      var codes: [String] = []
      for proposal in match.linking.proposals where proposal.verdict == .exact {
        codes.append(try centre.accept(proposal, of: match, source: source, calendar: calendar))
      }
      return codes
    }
    log.notice("register links accepted", metadata: ["links": "\(codes.count)"])
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
      if isAccepted { return try centre.accept(proposal, of: match, source: source, calendar: calendar) }
      try centre.decide(proposal, isAccepted: false)
      return nil
    }
  }

  private func decide(_ proposal: LinkProposal, isAccepted: Bool) throws(CentreError) {
    let stamp = try recordStamp()
    let decision = LinkDecision(
      firm: proposal.firm, place: proposal.place, trainee: proposal.trainee, isAccepted: isAccepted,
      entry: Entry(on: stamp.on, by: stamp.by))
    try stored { store throws(StoreError) in try store.record([decision], stamp: stamp) }
  }

  /// Enters the firm as the trainee's venture, or the trainee as one more founder of the venture that it is.
  private func accept(
    _ proposal: LinkProposal, of match: RegisterMatch, source: String, calendar: WorkingCalendar
  ) throws(CentreError) -> String {
    guard let row = match.rows.first(where: { $0.firm.id == proposal.firm }) else {
      throw .refused(Wording(zh: "登记信息中没有 \(proposal.firm)", en: "no firm \(proposal.firm) in the extract"))
    }
    let today = try today()
    let earlier = try ventures(VentureQuery(founder: proposal.trainee))
    let founder = Venture.Founder(person: proposal.trainee, attempt: earlier.count + 1)
    let evidence = [Evidence(kind: "市场主体登记信息", reference: source, issuedOn: today)]
    let code: String
    if let licence = row.licence, let known = try ventures(VentureQuery(licence: licence.text)).first {
      code = known.record.venture.id
      let founders = known.record.venture.founders
      if !founders.contains(where: { $0.person == proposal.trainee }) {
        try changeVenture(
          code,
          [entry(.fact(.founders(founders + [founder])), from: today, evidence)], calendar: calendar)
      }
    } else {
      code = try nextVentureCode()
      try addVenture(
        row.venture(code, founder: founder, area: area(of: row, proposal.trainee)),
        whereabouts: VentureWhereabouts(address: row.address, phone: row.firm.phone),
        changes: try row.states(today: today).map { state throws(CentreError) in
          try entry(.state(state.state), from: state.from, evidence)
        },
        calendar: calendar)
    }
    try decide(proposal, isAccepted: true)
    return code
  }

  private func entry(
    _ change: VentureChange, from day: CivilDate, _ evidence: [Evidence]
  ) throws(CentreError) -> Ledger<VentureChange>.Entry {
    let stamp = try recordStamp()
    return .init(
      id: "", change, from: day, recordedOn: stamp.on, recordedBy: stamp.by, evidence: evidence)
  }

  private func area(of row: RegisterRow, _ trainee: String) throws(CentreError) -> String {
    if let area = row.firm.area { return area.description }
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: [trainee]) }
    return names[trainee]?.area ?? "0"
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
