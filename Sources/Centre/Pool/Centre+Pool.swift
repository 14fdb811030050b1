package import Civil
import Cohorts
package import Interchange
import Logging
package import Mentors
import Planning
import Store

extension Centre {
  /// The members of the pool as known on a day, by id.
  package func poolMembers(asOf day: CivilDate) throws(CentreError) -> [PoolRecord] {
    try stored { store throws(StoreError) in try store.poolRecords(knownOn: day) }
  }

  /// A member of the pool as known on a day.
  ///
  /// Throws where there is none of the id.
  package func poolMember(_ id: String, asOf day: CivilDate) throws(CentreError) -> PoolRecord {
    let known = try stored { store throws(StoreError) in try store.poolRecords(of: [id], knownOn: day) }
    guard let record = known.first else {
      throw .refused(
        Wording(
          zh: "导师库中没有 \(id)；可用 mentor list 查看",
          en: "there is no \(id) in the pool; 'mentor list' tells who is"))
    }
    return record
  }

  /// Reads a list of the pool against what is on record; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readPool(_ bytes: [UInt8], file: String) throws(CentreError) -> FileReading<PoolEntry> {
    let stamp = try recordStamp()
    let people = try planPeople()
    let known = try Dictionary(poolMembers(asOf: stamp.on).map { ($0.id, $0) }) { first, _ in first }
    let codes = try inWorkbook(file) { () throws(WorkbookError) in
      try PoolFile.trainees(of: bytes, file: file)
    }
    let trainees = try stored { store throws(StoreError) in try store.traineeNames(of: codes) }
    return try inWorkbook(file) { () throws(WorkbookError) in
      try PoolFile.read(
        bytes, file: file, recorder: Entry(on: stamp.on, by: stamp.by),
        names: { people[$0]?.name ?? known[$0]?.name }, trainees: { trainees[$0]?.name },
        record: { known[$0] })
    }
  }

  /// Enters members of the pool: new ones, new versions of those that have changed, and what their terms and
  /// certificates add; all of it or nothing.
  package func enter(_ entries: [PoolEntry]) throws(CentreError) -> PoolCounts {
    let people = try planPeople()
    let counts = try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      let known = Dictionary(try centre.poolMembers(asOf: stamp.on).map { ($0.id, $0) }) { first, _ in first }
      var counts = PoolCounts()
      var changes: [PoolChange] = []
      for entry in entries {
        let change = PoolChange(
          entry, to: known[entry.id], name: people[entry.id]?.name, by: Entry(on: stamp.on, by: stamp.by))
        counts.count(change, isNew: known[entry.id] == nil)
        changes.append(change)
      }
      try centre.stored { store throws(StoreError) in try store.record(changes, stamp: stamp) }
      return counts
    }
    log.notice(
      "pool entered",
      metadata: ["new": "\(counts.members.new)", "changed": "\(counts.members.changed)"])
    return counts
  }

  /// Records a step of a membership: the state that holds from a day on, or nothing in the place of a wrong one.
  ///
  /// With the end of a membership terms that lie ahead are struck out. Throws where the member is unknown or the step
  /// cannot be, in words.
  package func recordStep(
    _ state: PoolState?, of id: String, from day: CivilDate? = nil, evidence: [Evidence] = [],
    corrects wrong: String? = nil
  ) throws(CentreError) -> PoolRecord {
    try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      let record = try centre.poolMember(id, asOf: stamp.on)
      let ledger = record.member.membership
      try Self.check(wrong, among: ledger.standing(knownOn: stamp.on).map(\.id), of: record)
      let entry = Ledger<PoolState>.Entry(
        id: "", state, from: day ?? stamp.on, recordedOn: stamp.on, recordedBy: stamp.by, evidence: evidence,
        corrects: wrong)
      var before = ledger
      let ahead = state.map { ledger.termsAhead(of: $0, entry) } ?? []
      for strikeOut in ahead { before.append(strikeOut) }
      do throws(PoolStateFlaw) {
        try before.check(entry)
      } catch {
        throw .refused(
          Wording(
            zh: "\(id) \(record.name)：\(error.sentence.chinese)",
            en: "\(id) \(record.name): \(error.sentence.english)"))
      }
      try centre.stored { store throws(StoreError) in
        try store.record([PoolChange(of: id, steps: ahead + [entry])], stamp: stamp)
      }
      return try centre.poolMember(id, asOf: stamp.on)
    }
  }

  /// Records a certificate of a member, in the place of a wrong one where that is named; nil strikes that one out.
  ///
  /// Throws where the member is unknown, the certificate ends before it begins, or there is none to correct.
  package func recordCertificate(
    _ certificate: MentorCertificate?, of id: String, evidence: [Evidence] = [], corrects wrong: String? = nil
  ) throws(CentreError) -> PoolRecord {
    try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      let record = try centre.poolMember(id, asOf: stamp.on)
      let standing = record.certificates.standing(knownOn: stamp.on)
      try Self.check(wrong, among: standing.map(\.id), of: record)
      if let certificate, let end = certificate.to, end < certificate.from {
        throw .refused(
          Wording(
            zh: "证书有效期止 \(end) 早于起 \(certificate.from)；请核对两个日期",
            en:
              "the certificate ends on \(end), before it begins on \(certificate.from); compare the two days")
        )
      }
      if wrong == nil, let certificate, standing.contains(where: { $0.fact == certificate }) {
        throw .refused(
          Wording(
            zh: "\(id) \(record.name)：该证书已登记",
            en: "\(id) \(record.name): the certificate is on record already"))
      }
      let recorder = Entry(on: stamp.on, by: stamp.by)
      let entry =
        certificate.map {
          Ledger<MentorCertificate>.Entry(certificate: $0, by: recorder, evidence: evidence, corrects: wrong)
        }
        ?? .init(
          id: "", nil, from: stamp.on, recordedOn: stamp.on, recordedBy: stamp.by, evidence: evidence,
          corrects: wrong)
      try centre.stored { store throws(StoreError) in
        try store.record([PoolChange(of: id, certificates: [entry])], stamp: stamp)
      }
      return try centre.poolMember(id, asOf: stamp.on)
    }
  }

  /// Throws where what is to be corrected does not stand.
  private static func check(
    _ wrong: String?, among standing: [String], of record: PoolRecord
  ) throws(CentreError) {
    guard let wrong, !standing.contains(wrong) else { return }
    throw .refused(
      Wording(
        zh: "\(record.id) \(record.name)：没有可更正的记录“\(wrong)”；"
          + (standing.isEmpty ? "此类记录没有可更正的" : "可更正：" + standing.joined(separator: "、")),
        en: "\(record.id) \(record.name): there is no entry '\(wrong)' that this could correct; "
          + (standing.isEmpty ? "none of this kind can be" : "there are " + standing.joined(separator: ", ")))
    )
  }

  /// The lecturers, mentors and experts of the plan, by id; none before the first import.
  func planPeople() throws(CentreError) -> [String: Person] {
    let facts = try stored { store throws(StoreError) in try store.facts() }
    return Dictionary((facts?.people ?? []).map { ($0.id, $0) }) { first, _ in first }
  }
}

extension Ledger<PoolState> {
  /// The entries that strike out the terms which begin after a membership ends.
  fileprivate func termsAhead(of state: PoolState, _ end: Entry) -> [Entry] {
    guard case .ended = state else { return [] }
    return standing(knownOn: end.recordedOn).filter { term in
      if case .serving = term.fact { term.from > end.from && term.id != end.corrects } else { false }
    }.map { term in
      Entry(
        id: "", nil, from: end.from, recordedOn: end.recordedOn, recordedBy: end.recordedBy, corrects: term.id
      )
    }
  }
}

/// What entering a list of the pool has changed.
package struct PoolCounts: Hashable, Sendable {
  /// Members by whether anything of them is new or has changed.
  package var members = RecordedCounts()
  /// Steps of memberships that were added.
  package var steps = 0
  package var certificates = 0

  mutating func count(_ change: PoolChange, isNew: Bool) {
    if isNew {
      members.new += 1
    } else if change.isEmpty {
      members.unchanged += 1
    } else {
      members.changed += 1
    }
    steps += change.steps.count
    certificates += change.certificates.count
  }
}
