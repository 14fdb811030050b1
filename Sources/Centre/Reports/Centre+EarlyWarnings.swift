import Civil
import FollowUp
package import Reports
import Store

extension Centre {
  /// The ventures of an officer's trainees, or of an area, that may fail, with the reasons.
  package func earlyWarnings(_ request: ReportRequest) throws(CentreError) -> Report {
    let (watched, loans) = try watched(request)
    var evidence: [WarningEvidence] = []
    let rules = try judge(watched, loans, on: request.asOf, request.calendar) { evidence.append($0) }
    let stamps = Set(rules.values.flatMap { [$0.warning.stamp, $0.followUp.stamp] })
    let founders = Array(Set(evidence.flatMap { $0.record.venture.founders.map(\.person) })).sorted()
    let isListed = evidence.count <= ListLimit.rows
    return .earlyWarnings(
      evidence, of: watched.count, asOf: request.asOf,
      rules: stamps.sorted { ($0.name.chinese, $0.from) < ($1.name.chinese, $1.from) },
      officers: isListed ? try officers(of: founders) : [:], names: try names(of: isListed ? founders : []))
  }

  /// How many ventures of an area have an early warning on a date, as was known then; nil: there are none.
  func warned(
    area: String, on date: CivilDate, _ calendar: WorkingCalendar
  ) throws(CentreError) -> Int? {
    let (records, loans) = try stored { store throws(StoreError) in
      (try store.ventureRecords(area: area, knownOn: date), try store.loans())
    }
    guard !records.isEmpty else { return nil }
    let byVenture = Dictionary(grouping: loans.filter { $0.venture != nil }) { $0.venture ?? "" }
    var count = 0
    _ = try judge(records, byVenture, on: date, calendar) { _ in count += 1 }
    return count
  }

  /// Hands on the evidence of each venture of which anything warns; loans by the venture's id.
  ///
  /// Returns the rules that it went by, by the area's code.
  private func judge(
    _ records: [VentureRecord], _ loans: [String: [Loan]], on date: CivilDate, _ calendar: WorkingCalendar,
    warned: (WarningEvidence) -> Void
  ) throws(CentreError) -> [String: WarningRules] {
    var rules: [String: WarningRules] = [:]
    // So many at a time, as the contacts of all would not fit into memory.
    for start in stride(from: 0, to: records.count, by: 2000) {
      let some = records[start..<min(records.count, start + 2000)]
      let founders = Array(Set(some.flatMap { $0.venture.founders.map(\.person) })).sorted()
      let contacts = try contacts(with: founders)
      let requests = try stored { store throws(StoreError) in
        try store.helpRequests(of: founders, knownOn: date)
      }
      let asked = Dictionary(grouping: requests, by: \.subject)
      for record in some {
        let (people, area) = (record.venture.founders.map(\.person), record.venture.area)
        let known: WarningRules
        if let found = rules[area] { known = found } else { known = try warningRules(in: area, on: date) }
        rules[area] = known
        let evidence = WarningEvidence(
          record: record, contacts: people.flatMap { contacts[$0] ?? [] },
          loans: loans[record.venture.id] ?? [], requests: people.flatMap { asked[$0] ?? [] }, asOf: date,
          rule: known.warning, followUp: known.followUp, calendar: calendar)
        if ![EarlyWarning].standard.warnings(for: evidence).isEmpty { warned(evidence) }
      }
    }
    return rules
  }

  /// The ventures that are looked at for warnings, and their loans by the venture's id: those of an officer's
  /// trainees, or of an area.
  private func watched(
    _ request: ReportRequest
  ) throws(CentreError) -> (records: [VentureRecord], loans: [String: [Loan]]) {
    guard let officer = request.officer else {
      let known = try SupportedVentures(self, area: request.area ?? "", knownOn: request.asOf)
      return (known.records, known.loans)
    }
    let founders = try stored { store throws(StoreError) in try store.founders(followedBy: officer) }
    var files: [String: VentureFile] = [:]
    for founder in founders {
      for file in try ventures(VentureQuery(founder: founder, area: request.area)) {
        files[file.record.venture.id] = file
      }
    }
    return (files.sorted { $0.key < $1.key }.map(\.value.record), files.mapValues(\.loans))
  }
}

/// The ventures of an area as they were on a day, by what was known on it, with their loans and subsidies: read in one
/// pass, as there may be hundreds of thousands.
struct SupportedVentures {
  let records: [VentureRecord]
  /// By the venture's id.
  let loans: [String: [Loan]]
  /// By the id of the person or the venture that received them.
  private let subsidies: [String: [Subsidy]]

  init(_ centre: Centre, area: String, knownOn day: CivilDate) throws(CentreError) {
    let (records, loans, subsidies) = try centre.stored { store throws(StoreError) in
      (
        try store.ventureRecords(area: area, knownOn: day, withNames: true), try store.loans(),
        try store.subsidies(knownOn: day)
      )
    }
    self.records = records
    self.loans = Dictionary(grouping: loans.filter { $0.venture != nil }) { $0.venture ?? "" }
    self.subsidies = Dictionary(grouping: subsidies, by: \.recipient.id)
  }

  /// What each venture and its founders received, by the venture's id; who received nothing is left out.
  func support(upTo date: CivilDate, knownOn day: CivilDate) -> [String: Report.Support] {
    var support: [String: Report.Support] = [:]
    for record in records {
      let id = record.venture.id
      let people = record.venture.founders.map(\.person)
      let own = ([id] + people).flatMap { subsidies[$0] ?? [] }
      let lent = loans[id] ?? []
      if own.isEmpty, lent.isEmpty { continue }
      support[id] = Report.Support(lent, own, upTo: date, knownOn: day)
    }
    return support
  }
}
