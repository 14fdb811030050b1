package import Civil
import Cohorts
import Courses
package import FollowUp
import Indicators
package import Interchange
import Logging
package import Reports
import Store

extension Centre {
  /// Who is at work: an account name.
  package var actor: String { environment.actor }

  /// The ventures that fit a query, by code.
  package func ventures(_ query: VentureQuery) throws(CentreError) -> [VentureFile] {
    try stored { store throws(StoreError) in try store.ventures(query) }
  }

  /// One venture with all that is on record of it.
  ///
  /// Throws where there is none of the code.
  package func venture(_ code: String) throws(CentreError) -> VentureFile {
    guard let file = try ventures(VentureQuery(code: code)).first else {
      throw .refused(
        Wording(
          zh: "没有创业实体 \(code)；可用 venture show --founder 学员编号、--name 名称查找",
          en: "there is no venture \(code); find it with 'venture show --founder TRAINEE' or '--name NAME'"))
    }
    return file
  }

  /// A code that no venture has.
  package func nextVentureCode() throws(CentreError) -> String {
    try stored { store throws(StoreError) in try store.nextVentureCode() }
  }

  /// Enters a venture with the first entries of its ledgers; its founders' follow-up is planned anew.
  ///
  /// Throws where the code or the licence is taken, a founder is unknown, or an entry cannot be.
  package func addVenture(
    _ venture: Venture, whereabouts: VentureWhereabouts = VentureWhereabouts(),
    changes: [Ledger<VentureChange>.Entry], calendar: WorkingCalendar
  ) throws(CentreError) {
    try inOneStep { centre throws(CentreError) in
      try centre.check(venture)
      _ = try centre.checked(changes, of: VentureRecord(venture), loans: [], subsidies: [])
      let stamp = try centre.recordStamp()
      try centre.stored { store throws(StoreError) in
        try store.record(venture, whereabouts: whereabouts, stamp: stamp)
        _ = try store.record(changes.map { (venture.id, $0) }, stamp: stamp)
      }
      try centre.replan(venture.founders.map(\.person), calendar: calendar)
    }
    log.notice("venture added", metadata: ["venture": "\(venture.id)"])
  }

  /// Appends changes to a venture's ledgers, all or none; its founders' follow-up is planned anew.
  ///
  /// Throws where a change cannot be.
  package func changeVenture(
    _ code: String, _ changes: [Ledger<VentureChange>.Entry], calendar: WorkingCalendar
  ) throws(CentreError) {
    try inOneStep { centre throws(CentreError) in try centre.append(changes, to: code, calendar) }
    log.notice("venture changed", metadata: ["venture": "\(code)", "changes": "\(changes.count)"])
  }

  private func append(
    _ changes: [Ledger<VentureChange>.Entry], to code: String, _ calendar: WorkingCalendar
  ) throws(CentreError) {
    let file = try venture(code)
    for case .fact(.founders(let founders)) in changes.compactMap(\.fact) { try checkKnown(founders) }
    for case .fact(.registration(let registration)) in changes.compactMap(\.fact) {
      try checkFree(registration.licence, except: code)
    }
    for case .loan(_, let borrower, _) in changes.compactMap(\.fact) {
      try checkKnown([Venture.Founder(person: borrower)])
    }
    for case .subsidy(let subsidy) in changes.compactMap(\.fact) {
      if case .person(let id) = subsidy.recipient { try checkKnown([Venture.Founder(person: id)]) }
    }
    for entry in changes { try checkCorrection(entry, of: file) }
    let after = try checked(changes, of: file.record, loans: file.loans, subsidies: file.subsidies)
    let stamp = try recordStamp()
    try stored { store throws(StoreError) in
      _ = try store.record(changes.map { (code, $0) }, stamp: stamp)
    }
    try replan((file.record.venture.founders + after.venture.founders).map(\.person), calendar: calendar)
  }

  /// Throws where a change corrects an entry that there is not, that is of another kind, or that was corrected before.
  private func checkCorrection(
    _ entry: Ledger<VentureChange>.Entry, of file: VentureFile
  ) throws(CentreError) {
    guard let wrong = entry.corrects else { return }
    func ids<Fact>(_ ledger: Ledger<Fact>) -> [String] {
      let corrected = Set(ledger.entries.compactMap(\.corrects))
      return ledger.entries.filter { $0.fact != nil && !corrected.contains($0.id) }.map(\.id)
    }
    let (states, jobs) = (ids(file.record.states), ids(file.record.jobs))
    let loans = file.loans.flatMap { ids($0.steps) }
    let standing: [String]
    switch entry.fact {
    case .state: standing = states
    case .jobs: standing = jobs
    case .fact: standing = ids(file.facts)
    case .loan(let id, _, _): standing = file.loans.filter { $0.id == id }.flatMap { ids($0.steps) }
    case .subsidy: standing = []
    case nil: standing = states + jobs + loans
    }
    guard !standing.contains(wrong) else { return }
    let name = file.record.venture.name
    throw .refused(
      Wording(
        zh: "\(name)：没有可更正的记录“\(wrong)”；"
          + (standing.isEmpty ? "此类记录没有可更正的" : "可更正：" + standing.joined(separator: "、")),
        en: "\(name): there is no entry '\(wrong)' that this could correct; "
          + (standing.isEmpty ? "none of this kind can be" : "there are " + standing.joined(separator: ", ")))
    )
  }

  /// The record with the changes appended one after the other.
  private func checked(
    _ changes: [Ledger<VentureChange>.Entry], of record: VentureRecord, loans: [Loan], subsidies: [Subsidy]
  ) throws(CentreError) -> VentureRecord {
    var record = record
    let rule = try subsidyRule(in: record.venture.area)
    for case .subsidy(let subsidy) in changes.compactMap(\.fact) { try rule?.expect(subsidy.kind) }
    let limits = rule?.kinds.compactMap(\.limit) ?? []
    for entry in changes {
      do throws(VentureChangeFlaw) {
        try record.check(entry, loans: loans, subsidies: subsidies, limits: limits)
      } catch {
        let name = record.venture.name
        throw .refused(
          Wording(zh: "\(name)：\(error.sentence.chinese)", en: "\(name): \(error.sentence.english)"))
      }
      record = record.appending(entry)
    }
    return record
  }

  /// The kinds of subsidy by the regulation in force; nil where no regulation says so.
  private func subsidyRule(in area: String) throws(CentreError) -> SubsidyRule? {
    environment.regulations.rule(\.subsidies, in: AreaCode(area) ?? .nation, on: try today())
  }

  private func check(_ venture: Venture) throws(CentreError) {
    if try !ventures(VentureQuery(code: venture.id)).isEmpty {
      throw .refused(
        Wording(
          zh: "编号 \(venture.id) 已有创业实体；请换一个编号，或用 venture change 变更",
          en: "there is a venture \(venture.id); give another id, or change it with 'venture change'"))
    }
    try checkKnown(venture.founders)
    try checkFree(venture.registration.licence, except: venture.id)
  }

  private func checkKnown(_ founders: [Venture.Founder]) throws(CentreError) {
    let codes = founders.map(\.person)
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: codes) }
    for code in codes where names[code] == nil { throw .unknownSubject(.trainee(code)) }
  }

  private func checkFree(_ licence: Licence?, except code: String) throws(CentreError) {
    guard let licence else { return }
    let holders = try ventures(VentureQuery(licence: licence.text)).filter { $0.record.venture.id != code }
    guard let holder = holders.first else { return }
    throw .refused(
      Wording(
        zh: "证照 \(licence) 已登记在 \(holder.record.venture.id)（\(holder.record.venture.name)）；请核对号码",
        en:
          "licence \(licence) is on record for \(holder.record.venture.id) (\(holder.record.venture.name)); compare it"
      ))
  }

  /// Reads a list of ventures against the trainees on record; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readVentures(_ bytes: [UInt8], file: String) throws(CentreError) -> VentureListReading {
    let stamp = try recordStamp()
    var failure: CentreError?
    let reading = try inWorkbook(file) { () throws(WorkbookError) in
      try VentureListFile.read(bytes, file: file, entry: Entry(on: stamp.on, by: stamp.by)) { cells in
        do throws(CentreError) { return try founder(cells) } catch {
          failure = error
          return .unknown
        }
      }
    }
    if let failure { throw failure }
    return reading
  }

  /// Enters the ventures of a list that are not on record yet, with their loans and contacts; how many there were.
  ///
  /// Those on record (by code or licence) are left as they are.
  package func importVentures(
    _ reading: VentureListReading, calendar: WorkingCalendar
  ) throws(CentreError) -> (added: Int, known: Int) {
    let (added, known) = try inOneStep { centre throws(CentreError) in try centre.enter(reading, calendar) }
    log.notice("ventures imported", metadata: ["added": "\(added)", "known": "\(known)"])
    return (added, known)
  }

  private func enter(
    _ reading: VentureListReading, _ calendar: WorkingCalendar
  ) throws(CentreError) -> (added: Int, known: Int) {
    let stamp = try recordStamp()
    var lives = RecordedLives()
    var founders: [String] = []
    var known = 0
    for listed in reading.ventures {
      let venture = listed.record.venture
      var isKnown = try !ventures(VentureQuery(code: venture.id)).isEmpty
      if let licence = venture.registration.licence, !isKnown {
        isKnown = try !ventures(VentureQuery(licence: licence.text)).isEmpty
      }
      guard !isKnown else {
        known += 1
        continue
      }
      lives.ventures.append(listed.record)
      lives.whereabouts[venture.id] = listed.whereabouts
      lives.loans += listed.loans
      lives.contacts += listed.contacts
      founders += venture.founders.map(\.person)
    }
    let made = lives
    try stored { store throws(StoreError) in try store.record(RecordedCourses(), made, stamp: stamp) }
    try replan(founders, calendar: calendar)
    return (lives.ventures.count, known)
  }

  /// Whom a row of a list means: by code, else by identity number, else by the whole name where one trainee has it.
  private func founder(_ cells: FounderCells) throws(CentreError) -> FounderAnswer {
    let query: TraineeQuery
    if let code = cells.trainee {
      query = TraineeQuery(code: code)
    } else if let number = cells.idNumber, !number.contains("*") {
      query = TraineeQuery(idNumber: number)
    } else if let name = cells.name {
      query = TraineeQuery(name: name)
    } else {
      return .unknown
    }
    let found = try stored { store throws(StoreError) in try store.trainees(query) }
      .filter { trainee in
        // Of a number with hidden places those that are shown have to agree.
        let shown = cells.idNumber.flatMap { $0.contains("*") ? $0 : nil }
        return (cells.name.map { PersonName($0) == PersonName(trainee.trainee.name) } ?? true)
          && (shown.map { trainee.trainee.idNumber.map(MaskedIdentity.text) == $0 } ?? true)
      }
    guard let first = found.first else { return .unknown }
    return found.count == 1
      ? .person(id: first.id, area: first.trainee.area) : .several(found.map(\.id))
  }

  /// The page of one venture with the warnings that hold.
  package func venturePage(
    _ code: String, asOf date: CivilDate, calendar: WorkingCalendar, disclosure: Disclosure = .masked
  ) throws(CentreError) -> Report {
    let file = try venture(code)
    let founders = file.record.venture.founders.map(\.person)
    let contacts = try contacts(with: founders + [code]).values.flatMap(\.self)
    let requests = try stored { store throws(StoreError) in
      try store.helpRequests(of: founders + [code], knownOn: date)
    }
    let rules = try warningRules(in: file.record.venture.area, on: date)
    let evidence = WarningEvidence(
      record: file.record, contacts: contacts, loans: file.loans, requests: requests, asOf: date,
      rule: rules.warning, followUp: rules.followUp, calendar: calendar)
    return .venturePage(
      VentureHistory(
        record: file.record, whereabouts: file.whereabouts, facts: file.facts, loans: file.loans,
        subsidies: file.subsidies, contacts: contacts, requests: requests), asOf: date,
      warnings: [EarlyWarning].standard.warnings(for: evidence), calendar: calendar,
      names: try names(of: founders), disclosure: disclosure)
  }

  /// The rules that early warnings in an area go by.
  func warningRules(in area: String, on date: CivilDate) throws(CentreError) -> WarningRules {
    (
      try rule(\.warning, .warning, in: area, on: date), try rule(\.followUp, .followUp, in: area, on: date)
    )
  }

  /// What reports call some trainees, the mentors, and the classes.
  package func names(of trainees: [String]) throws(CentreError) -> FollowedNames {
    let (known, classes, mentors) = try stored { store throws(StoreError) in
      (try store.traineeNames(of: trainees), try store.classHeads(), try store.mentorNames())
    }
    return FollowedNames(
      people: mentors.merging(known.mapValues(\.name)) { $1 }, phones: known.compactMapValues(\.phone),
      classes: Dictionary(classes.map { ($0.id, "\($0.courseName) \($0.id)") }) { first, _ in first },
      areas: try areaNames())
  }
}

/// What an early warning is judged by.
typealias WarningRules = (warning: WarningRule, followUp: FollowUpRule)

extension VentureRecord {
  /// The record with a change that was found to be possible.
  fileprivate func appending(_ entry: Ledger<VentureChange>.Entry) -> VentureRecord {
    var record = self
    switch entry.fact {
    case .state(let state): record.states.append(entry.with(state))
    case .jobs(let count): record.jobs.append(entry.with(count))
    case .fact(let fact):
      return VentureRecord(venture.changed(by: fact), states: states, jobs: jobs)
    case .loan, .subsidy, nil: break
    }
    return record
  }
}

extension SubsidyRule {
  /// Throws where the kind is none of the rule's.
  fileprivate func expect(_ kind: String) throws(CentreError) {
    guard !kinds.contains(where: { $0.code == kind }) else { return }
    throw .refused(
      Wording(
        zh: "政策口径中没有补贴种类 \(kind)；现有：\(kinds.map { "\($0.code)（\($0.name.chinese)）" }.joined(separator: "、"))",
        en: "the regulation has no subsidy \(kind); there are \(kinds.map(\.code).joined(separator: ", "))"))
  }
}
