package import Civil
package import Cohorts
package import Interchange
import Logging
import Store

extension Centre {
  /// Reads a register of wishes (意愿摸底); all its problems are told.
  package func readIntents(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<IntentRow> {
    let today = try today()
    return try inWorkbook(file) { () throws(WorkbookError) in
      try IntentFile.read(bytes, file: file, today: today)
    }
  }

  /// Enters the wishes that are not in the register yet: the same person with the same wish on the same day is one.
  package func enter(_ rows: [IntentRow]) throws(CentreError) -> RecordedCounts {
    let stamp = try recordStamp()
    let register = try intents()
    var known = Set(register.intents.map(IntentKey.init))
    var number =
      register.intents.compactMap { intent in
        intent.id.hasPrefix("I") ? Int(intent.id.dropFirst()) : nil
      }.max() ?? 0
    var entries: [IntentEntry] = []
    var unchanged = 0
    for row in rows {
      number += 1
      let digits = String(number)
      let intent = row.intent(
        id: "I" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits,
        entry: Entry(on: stamp.on, by: stamp.by))
      guard known.insert(IntentKey(intent)).inserted else {
        number -= 1
        unchanged += 1
        continue
      }
      entries.append(IntentEntry(intent: intent, idNumber: row.idNumber))
    }
    var counts = try stored { store throws(StoreError) in try store.record(entries, stamp: stamp) }
    counts.unchanged += unchanged
    log.notice("wishes entered", metadata: ["new": "\(counts.new)"])
    return counts
  }

  /// The whole register of wishes.
  package func intents() throws(CentreError) -> IntentRegister {
    try stored { store throws(StoreError) in try store.intents() }
  }

  /// Trainees on record who are most likely the people behind open wishes.
  package func intentProposals() throws(CentreError) -> [SamePersonProposal] {
    let today = try today()
    let register = try intents()
    let (trainees, decisions) = try stored { store throws(StoreError) in
      (try store.trainees(), try store.samePersonDecisions())
    }
    return register.proposals(
      among: trainees.map(\.record), decided: Set(decisions.map(\.records)), asKnownOn: today)
  }

  /// Records what became of a wish.
  package func close(intent id: String, _ outcome: IntentOutcome.Outcome) throws(CentreError) {
    let stamp = try recordStamp()
    guard try intents().intents.contains(where: { $0.id == id }) else {
      throw .refused(
        Wording(zh: "没有意愿登记“\(id)”；见 intent list", en: "there is no wish \(id); see intent list"))
    }
    if case .enrolled(let trainee) = outcome, try trainees(TraineeQuery(code: trainee)).isEmpty {
      throw .unknownSubject(.trainee(trainee))
    }
    let entry = IntentOutcome(intent: id, outcome: outcome, entry: Entry(on: stamp.on, by: stamp.by))
    try stored { store throws(StoreError) in try store.record([entry], stamp: stamp) }
  }
}

/// What makes two entries of the register one.
private struct IntentKey: Hashable {
  let person: String
  let wish: String
  let on: CivilDate

  init(_ intent: Intent) {
    person = intent.identityKey ?? intent.name + "\u{1F}" + (intent.phone ?? "")
    wish = intent.wish
    on = intent.surveyedOn
  }
}

extension IntentRow {
  fileprivate func intent(id: String, entry: Entry) -> Intent {
    Intent(
      id: id, name: name, identityKey: idNumber, phone: phone,
      birthDate: idNumber.flatMap { try? ResidentID($0) }?.birthDate, area: area, categories: categories,
      wish: wish, industry: industry, programme: programme, capital: capital, skill: skill,
      yearsAway: yearsAway, selfTest: selfTest, surveyedOn: surveyedOn, entry: entry)
  }
}
