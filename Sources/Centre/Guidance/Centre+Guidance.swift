package import Civil
import FollowUp
package import Interchange
import Logging
package import Mentors
import Store

extension Centre {
  /// Reads a ledger of guidance against what is on record; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readGuidance(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<GuidanceSession> {
    let today = try today()
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
        requests: Dictionary(requests.map { ($0.id, $0) }) { first, _ in first }, known: known)
    }
  }

  /// Records guidance that was given, or missed; returns it with its ids.
  ///
  /// Throws where one of them cannot be: of an unknown trainee, in the future, for a request of somebody else.
  package func record(_ sessions: [GuidanceSession]) throws(CentreError) -> [GuidanceSession] {
    let stamp = try recordStamp()
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
