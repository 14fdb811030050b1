import Civil
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
    return try inWorkbook(file) { () throws(WorkbookError) in
      try RegisterFile.read(bytes, file: file) { $0.number }
    }
  }

  /// Compares the firms with the trainees who attended a class; what was decided before is not proposed again.
  package func match(_ reading: RegisterReading) throws(CentreError) -> RegisterMatch {
    let today = try today()
    let firms = reading.rows.map(\.firm)
    let sought = SoughtPeople(firms)
    let (attended, decisions) = try stored { store throws(StoreError) in
      (try store.attended(knownOn: today), try store.registerDecisions())
    }
    var spans: [String: ClosedRange<CivilDate>] = [:]
    for one in attended {
      let held = spans[one.trainee] ?? one.days
      spans[one.trainee] =
        min(held.lowerBound, one.days.lowerBound)...max(held.upperBound, one.days.upperBound)
    }
    var roster: [RosterPerson] = []
    var size = 0
    try stored { store throws(StoreError) in
      try store.forEachTrainee { record in
        size += 1
        let person = RosterPerson(
          id: record.id, name: record.trainee.name, identityKey: record.residentID?.number,
          maskedIdentity: record.residentID.map(MaskedNumber.init),
          phones: record.trainee.phone.map { [$0] } ?? [],
          area: record.area, trained: spans[record.id], industry: record.trainee.industry)
        if sought.mayBe(person) { roster.append(person) }
      }
    }
    let linking = RegisterLinking(firms, to: roster, of: size, decisions: decisions, asKnownOn: today)
    let named = Dictionary(roster.map { ($0.id, $0.name) }) { first, _ in first }
    return RegisterMatch(
      linking: linking, rows: reading.rows,
      report: .registerMatches(linking, firms: firms, on: today, names: FollowedNames(people: named)))
  }
}
