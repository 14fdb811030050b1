package import Civil
import FollowUp
package import Interchange
import Logging
package import Mentors
import Store

extension Centre {
  /// Reads a ledger of guidance against what is on record; nothing is stored.
  ///
  /// Mentors are found by id or name; a meeting for which the mentor had no place left is an error unless
  /// `beyondCapacity`. Throws where the file is a workbook that cannot be opened.
  package func readGuidance(
    _ bytes: [UInt8], file: String, beyondCapacity: Bool = false
  ) throws(CentreError) -> FileReading<GuidanceSession> {
    let today = try today()
    let check = try guidanceCheck(knownOn: today)
    let subjects = try inWorkbook(file) { () throws(WorkbookError) in
      try GuidanceFile.trainees(of: bytes, file: file)
    }
    let (trainees, requests, known) = try stored { store throws(StoreError) in
      (
        try store.traineeNames(of: subjects), try store.helpRequests(of: subjects),
        try store.guidance(of: subjects, knownOn: today)
      )
    }
    return try inWorkbook(file) { () throws(WorkbookError) in
      try GuidanceFile.read(
        bytes, file: file, today: today, names: { trainees[$0]?.name },
        requests: Dictionary(requests.map { ($0.id, $0) }) { first, _ in first }, known: known,
        check: check, beyondCapacity: beyondCapacity)
    }
  }

  /// Records guidance that was given, or missed; returns it with its ids.
  ///
  /// A mentor who is given by name stands under the id that the pool has. Throws where one of them cannot be: of an
  /// unknown trainee, in the future, for a request of somebody else, by a name that several have, or by a mentor whose
  /// places were all taken, unless `beyondCapacity`.
  package func record(
    _ sessions: [GuidanceSession], beyondCapacity: Bool = false
  ) throws(CentreError) -> [GuidanceSession] {
    let stamp = try recordStamp()
    var check = try guidanceCheck(knownOn: stamp.on)
    let sessions = sessions.map { $0.with(mentor: check.mentor($0.mentor)) }
    for session in sessions {
      let concerns = check.concerns(of: session)
      if let flaw = concerns.first(where: { $0.isError || $0.needsConfirmation && !beyondCapacity }) {
        throw .refused(flaw.sentence)
      }
    }
    let subjects = Array(Set(sessions.map(\.trainee))).sorted()
    let (names, requests) = try stored { store throws(StoreError) in
      (try store.traineeNames(of: subjects), try store.helpRequests(of: subjects))
    }
    let known = Dictionary(requests.map { ($0.id, $0) }) { first, _ in first }
    for session in sessions {
      let flaws = session.flaws(today: stamp.on, isKnown: names[session.trainee] != nil, known)
      if let (_, found, flaw) = flaws.first {
        throw .refused(
          Wording(
            zh: "“\(found)”：\(flaw.problem.chinese)；\(flaw.remedy.chinese)",
            en: "'\(found)': \(flaw.problem.english); \(flaw.remedy.english)"))
      }
    }
    let recorded = try stored { store throws(StoreError) in try store.record(sessions, stamp: stamp) }
    log.notice("guidance recorded", metadata: ["sessions": "\(recorded.count)"])
    return recorded
  }

  /// Strikes out guidance that was recorded wrongly.
  ///
  /// Throws where none of the id stands.
  package func strikeOut(guidance id: String, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    let done = try stored { store throws(StoreError) in
      try store.strikeOut(guidance: id, reason: reason, stamp: stamp)
    }
    guard done else {
      throw .refused(
        Wording(
          zh: "没有有效的指导记录 \(id)；可用 guidance show 查看",
          en: "no guidance \(id) stands; 'guidance show' tells which does"))
    }
  }

  /// The guidance of a trainee, of a mentor, or of all on some days, as known on a day.
  package func guidance(
    trainee: String? = nil, mentor: String? = nil, within days: ClosedRange<CivilDate>? = nil,
    knownOn day: CivilDate
  ) throws(CentreError) -> [GuidanceSession] {
    try stored { store throws(StoreError) in
      try store.guidance(of: trainee.map { [$0] }, within: days, knownOn: day)
    }.filter { session in mentor.map { session.mentor == $0 } ?? true }
  }
}
