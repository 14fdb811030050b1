package import Civil
package import Cohorts
import Foundation
import GRDB

extension CentreStore {
  /// Enters wishes (意愿摸底) that are not in the register yet, and says how many were new.
  package func record(_ intents: [IntentEntry], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try record(stamp) { db, scribe in
      var counts = RecordedCounts()
      for entry in intents {
        let isKnown = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM intent WHERE centreID = ? AND code = ?)",
          arguments: [scribe.centre, entry.intent.id])
        if isKnown == true {
          counts.unchanged += 1
        } else {
          try Records.intents.append([entry], db, &scribe, stamp)
          counts.new += 1
        }
      }
      return counts
    }
  }

  package func record(_ outcomes: [IntentOutcome], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Records.intentOutcomes.append(outcomes, db, &scribe, stamp)
    }
  }

  /// The whole register of wishes; identity numbers serve as the keys of the people.
  package func intents() throws(StoreError) -> IntentRegister {
    try read { db in
      IntentRegister(
        try Records.intents.values(db, seal, "ORDER BY rowid").map(\.intent),
        outcomes: try Records.intentOutcomes.values(db, seal, "ORDER BY rowid"))
    }
  }

  package func record(_ decisions: [SamePersonDecision], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Records.samePerson.append(decisions, db, &scribe, stamp)
    }
  }

  /// Who was judged to be one person or not, in the order of the judgements.
  package func samePersonDecisions() throws(StoreError) -> [SamePersonDecision] {
    try read { try Records.samePerson.values($0, seal, "ORDER BY rowid") }
  }
}

extension Records {
  static let intents = RecordTable<IntentEntry>(
    name: "intent",
    columns: [
      "code", "name", "idNumberSealed", "idNumberHash", "phoneSealed", "birthDay", "area", "categories",
      "wish", "industry", "programme", "capitalYuan", "skill", "yearsAway", "surveyedDay", "selfTest",
    ],
    cells: { entry, scribe in
      let intent = entry.intent
      return [
        intent.id, intent.name, scribe.sealed(entry.idNumber), scribe.fingerprint(entry.idNumber),
        scribe.sealed(intent.phone), intent.birthDate?.daysSinceEpoch, intent.area?.description,
        intent.categories.joined(separator: ";"), intent.wish, intent.industry, intent.programme,
        intent.capital, intent.skill, intent.yearsAway, intent.surveyedOn.daysSinceEpoch, intent.selfTest,
      ]
    },
    value: { row in
      let idNumber = try row.opened("idNumberSealed")
      let area: String? = try row[optional: "area"]
      let categories: String = try row["categories"]
      let intent = try Intent(
        id: row["code"], name: row["name"], identityKey: idNumber, phone: row.opened("phoneSealed"),
        birthDate: row.day(optional: "birthDay"), area: area.flatMap { .init($0) },
        categories: categories.split(separator: ";").map(String.init), wish: row["wish"],
        industry: row[optional: "industry"], programme: row[optional: "programme"],
        capital: row[optional: "capitalYuan"], skill: row[optional: "skill"],
        yearsAway: row[optional: "yearsAway"], selfTest: row[optional: "selfTest"],
        surveyedOn: row.day("surveyedDay"),
        entry: Entry(on: row.day("recordedOn"), by: row["recordedBy"]))
      return IntentEntry(intent: intent, idNumber: idNumber)
    })

  static let intentOutcomes = RecordTable<IntentOutcome>(
    name: "intentOutcome", columns: ["intent", "outcome", "detail"],
    cells: { outcome, _ in
      let cells: (String, String?) =
        switch outcome.outcome {
        case .enrolled(let trainee): ("enrolled", trainee)
        case .givenUp(let reason): ("givenUp", reason)
        case .reopened: ("reopened", nil)
        }
      return [outcome.intent, cells.0, cells.1]
    },
    value: { row in
      let detail: String = try row[optional: "detail"] ?? ""
      let word: String = try row["outcome"]
      let outcome: IntentOutcome.Outcome =
        switch word {
        case "enrolled": .enrolled(trainee: detail)
        case "givenUp": .givenUp(reason: detail)
        case "reopened": .reopened
        default: throw row.misfit("outcome")
        }
      return try IntentOutcome(
        intent: row["intent"], outcome: outcome,
        entry: Entry(on: row.day("recordedOn"), by: row["recordedBy"]))
    })

  static let samePerson = RecordTable<SamePersonDecision>(
    name: "samePersonDecision", columns: ["firstCode", "secondCode", "isSame", "note"],
    cells: { decision, _ in
      [decision.records.first, decision.records.second, decision.isSame, decision.note]
    },
    value: { row in
      try SamePersonDecision(
        row["firstCode"], row["secondCode"], isSame: row["isSame"], note: row[optional: "note"],
        entry: Entry(on: row.day("recordedOn"), by: row["recordedBy"]))
    })
}
