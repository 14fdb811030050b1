package import Civil
import Cohorts
import Courses
package import Interchange
import Logging
import Planning
import Store

extension Centre {
  /// The classes that a trainee can be enrolled in: those of the plan and those on record.
  package func classIDs() throws(CentreError) -> Set<String> {
    let (planned, recorded) = try stored { store throws(StoreError) in
      (try store.facts()?.classes.map(\.id) ?? [], try store.classHeads().map(\.id))
    }
    return Set(planned).union(recorded)
  }

  /// Reads a roster file (花名册); all its problems are told.
  package func readRoster(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<RosterRow> {
    let (classes, today) = (try classIDs(), try today())
    return try inWorkbook(file) { () throws(WorkbookError) in
      try RosterFile.read(bytes, file: file, classes: classes, today: today)
    }
  }

  /// What the rows of a roster would change: who is new, who is known, who is on record otherwise.
  ///
  /// A row without an id is the trainee of the same identity number, or a new one who gets the next id of the year;
  /// `classID` is that of rows that name no class.
  package func intake(
    of rows: [(line: Int, row: RosterRow)], classID: String? = nil
  ) throws(CentreError) -> TraineeIntake {
    let today = try today()
    if let classID, try !classIDs().contains(classID) { throw .unknownSubject(.classID(classID)) }
    var codes = NewTraineeCodes(
      year: today.year,
      taken: try stored { store throws(StoreError) in
        try store.traineeCodes(beginningWith: NewTraineeCodes.prefix(of: today.year))
      })
    // A roster that is entered late tells who somebody was when the class began.
    let firstDays = Dictionary(
      try stored { store throws(StoreError) in try store.classHeads() }.map {
        ($0.id, min(today, $0.days.lowerBound))
      }
    ) { first, _ in first }
    var planned: [TraineeIntake.Row] = []
    for (line, row) in rows {
      let known = try known(row)
      let code = known?.id ?? row.trainee ?? codes.next()
      let record = row.record(code: code, today: today)
      planned.append(
        TraineeIntake.Row(
          line: line, record: known?.updated(by: record) ?? record, isNew: known == nil,
          differences: known?.differences(from: record) ?? [],
          memberships: try memberships(
            of: row, code: code, from: row.registeredOn ?? firstDays[row.classID ?? classID ?? ""] ?? today,
            today: today),
          classID: row.classID ?? classID))
    }
    return TraineeIntake(rows: planned, proposals: try proposals(for: planned.map(\.record)))
  }

  /// Enters a roster as it was planned; rows that are on record otherwise are left out unless they are to be replaced.
  package func enter(_ intake: TraineeIntake, replacing: Bool) throws(CentreError) -> RecordedCounts {
    let rows = intake.rows.filter { replacing || $0.differences.isEmpty }
    let stamp = try recordStamp()
    let counts = try stored { store throws(StoreError) in
      try store.takeIn(
        rows.map(\.record), rows.flatMap(\.memberships),
        enrolments: rows.compactMap { row in
          row.classID.map { Enrolment(classID: $0, trainee: row.record.id) }
        }, stamp: stamp)
    }
    log.notice(
      "roster entered",
      metadata: ["new": "\(counts.new)", "changed": "\(counts.changed)", "unchanged": "\(counts.unchanged)"])
    return counts
  }

  /// The trainee that a row means: by its id, else by the identity number.
  private func known(_ row: RosterRow) throws(CentreError) -> TraineeRecord? {
    try stored { store throws(StoreError) in
      if let code = row.trainee { return try store.trainees(TraineeQuery(code: code)).first }
      guard let number = row.idNumber else { return nil }
      return try store.trainees(TraineeQuery(idNumber: number)).first
    }
  }

  /// The categories of a row that are not on record yet, or not with this evidence.
  private func memberships(
    of row: RosterRow, code: String, from day: CivilDate, today: CivilDate
  ) throws(CentreError) -> [CategoryMembership] {
    let ledger = try stored { store throws(StoreError) in try store.categories(of: [code]) }
    let standing = ledger.memberships(of: code, on: day, asKnownOn: today)
    return row.categories.compactMap { category in
      let proofs = row.papers(for: category)
      let held = standing.filter { $0.category == category }
      if held.contains(where: { proofs.isEmpty || !$0.evidence.isEmpty }) { return nil }
      return CategoryMembership(
        id: "", person: code, category: category, from: held.first?.from ?? day,
        evidence: proofs, entry: Entry(on: today, by: environment.actor))
    }
  }

  /// Pairs of these and of people on record who are most likely one person and were not judged yet.
  func proposals(for people: [TraineeRecord]) throws(CentreError) -> [SamePersonProposal] {
    let (alike, decisions) = try stored { store throws(StoreError) in
      (try store.trainees(like: people), try store.samePersonDecisions())
    }
    var records = Dictionary(alike.map { ($0.id, $0) }) { first, _ in first }
    for person in people { records[person.id] = person }
    let asked = Set(people.map(\.id))
    return SamePersonProposal.among(
      records.values.sorted { $0.id < $1.id }.map(\.record), decided: Set(decisions.map(\.records))
    ).filter { asked.contains($0.records.first) || asked.contains($0.records.second) }
  }
}

/// Gives ids to trainees whose roster has none: `2026-0001` and so on.
private struct NewTraineeCodes {
  let year: Int
  private var last: Int

  static func prefix(of year: Int) -> String { "\(year)-" }

  init(year: Int, taken: [String]) {
    self.year = year
    last = taken.compactMap { Int($0.dropFirst(Self.prefix(of: year).count)) }.max() ?? 0
  }

  mutating func next() -> String {
    last += 1
    let digits = String(last)
    return Self.prefix(of: year) + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension RosterRow {
  /// The row as a record of a trainee with that id.
  fileprivate func record(code: String, today: CivilDate) -> TraineeRecord {
    let kind = document ?? idNumber.flatMap { IdentityDocument.kinds(of: $0).first } ?? .residentID
    return TraineeRecord(
      Trainee(
        id: code, name: name, idNumber: idNumber, category: categories.first ?? "other", area: area,
        phone: phone, registeredOn: registeredOn, industry: industry, languages: languages),
      profile: TraineeProfile(
        trainee: code, document: kind, sex: residentID == nil ? sex : nil, education: education,
        household: household, householdNumber: householdNumber, hadSubsidy: hadSubsidy,
        consentOn: hasConsent == true ? registeredOn ?? today : nil, wish: wish, remarks: remarks))
  }

  /// The papers that prove a category: those that it asks for; a paper that no category asks for proves the first.
  fileprivate func papers(for category: String) -> [Evidence] {
    func fits(_ paper: Evidence, _ code: String) -> Bool {
      guard let known = TraineeCategory.all.first(where: { $0.code == code }) else { return false }
      return known.evidence.chinese.contains(paper.kind)
    }
    return papers.filter { paper in
      fits(paper, category) || (category == categories.first && !categories.contains { fits(paper, $0) })
    }
  }
}
