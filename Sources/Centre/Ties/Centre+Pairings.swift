package import Civil
package import Interchange
import Logging
package import Mentors
import Store

extension Centre {
  /// Reads a file of pairings against those on record; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readPairings(_ bytes: [UInt8], file: String) throws(CentreError) -> FileReading<PairingEntry> {
    let today = try today()
    let (known, people) = (try pairings(knownOn: today), try traineeIDs())
    return try inWorkbook(file) { () throws(WorkbookError) in
      try PairingFile.read(bytes, file: file, today: today, isKnown: people.contains, beside: known)
    }
  }

  /// Records pairings, each with how it came about; returns their ids.
  ///
  /// Throws where a trainee is unknown, or the pairing cannot stand beside those on record.
  package func pair(
    _ entries: [(entry: PairingEntry, reason: String?)]
  ) throws(CentreError) -> [String] {
    let stamp = try recordStamp()
    let ids = try inOneStep { centre throws(CentreError) in
      try centre.expectTrainees(entries.flatMap(\.entry.trainees))
      var beside = try centre.pairings(knownOn: stamp.on)
      var new: [Pairing] = []
      for (place, one) in entries.enumerated() {
        let pairing = one.entry.pairing(id: "new \(place + 1)", today: stamp.on, reason: one.reason)
        if let refusal = pairing.refusal(beside: beside) { throw .refused(pairing.helped, refusal.wording) }
        beside.append(pairing)
        new.append(pairing)
      }
      return try centre.stored { store throws(StoreError) in try store.record(new, stamp: stamp) }
    }
    log.notice("pairings recorded", metadata: ["pairings": "\(ids.count)"])
    return ids
  }

  /// The pairings as known on a day.
  package func pairings(knownOn day: CivilDate) throws(CentreError) -> [Pairing] {
    try stored { store throws(StoreError) in try store.pairings(knownOn: day) }
  }

  /// Ends a pairing on a day, its last one.
  ///
  /// Throws where none of the id is on record, or it does not hold on the day.
  package func endPairing(_ id: String, on day: CivilDate, reason: String) throws(CentreError) -> Pairing {
    let today = try today()
    return try inOneStep { centre throws(CentreError) in
      guard let pairing = try centre.pairings(knownOn: today).first(where: { $0.id == id.uppercased() })
      else { throw .noEntry(id, Wording(zh: "pairing list", en: "pairing list")) }
      guard pairing.holds(on: day) else {
        throw .refused(
          id,
          Wording(
            zh: "自 \(pairing.from) 起" + (pairing.to.map { "、至 \($0) 止" } ?? "") + "，\(day) 不在期内；请核对日期",
            en: "holds from \(pairing.from)" + (pairing.to.map { " to \($0)" } ?? "")
              + ", not on \(day): check the day"))
      }
      try centre.end(pairing.id, on: day, reason: reason)
      return pairing
    }
  }

  /// Strikes out a pledge, a deed, a pairing or an assignment that was recorded wrongly.
  ///
  /// Throws where none of the id stands.
  package func strikeOut(_ id: String, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    let done = try stored { store throws(StoreError) in
      try store.strikeOut(id, reason: reason, stamp: stamp)
    }
    if !done { throw .noEntry(id, Wording(zh: "list 命令", en: "the list command")) }
  }

  /// Records the last day of what has this id.
  func end(_ id: String, on day: CivilDate, reason: String) throws(CentreError) {
    let stamp = try recordStamp()
    let done = try stored { store throws(StoreError) in
      try store.end(id, on: day, reason: reason, stamp: stamp)
    }
    if !done { throw .noEntry(id, Wording(zh: "list 命令", en: "the list command")) }
  }

  /// Throws where one of the trainees is not on record.
  func expectTrainees(_ trainees: [String]) throws(CentreError) {
    let asked = Array(Set(trainees)).sorted()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: asked) }
    if let unknown = asked.first(where: { names[$0] == nil }) { throw .unknownSubject(.trainee(unknown)) }
  }

  /// The ids of all trainees on record.
  func traineeIDs() throws(CentreError) -> Set<String> {
    try stored { store throws(StoreError) in try store.traineeCodes() }
  }
}

extension CentreError {
  /// Nothing of an id is on record, and which command tells what is.
  static func noEntry(_ id: String, _ command: Wording) -> CentreError {
    .refused(
      Wording(
        zh: "没有有效的登记 \(id)；可用 \(command.chinese) 查看",
        en: "no entry \(id) stands; \(command.english) tells which do"))
  }
}
