package import Civil
import Foundation
import GRDB
package import Indicators

extension CentreStore {
  /// The households of those whose rosters tell it, and who of them was of a counted kind during a period, as known on
  /// a day.
  package func households(
    during period: ClosedRange<CivilDate>, knownOn day: CivilDate
  ) throws(StoreError) -> Households {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT code, householdHash FROM traineeRecord WHERE householdHash IS NOT NULL")
      var numbers: [Data: String] = [:]
      var households: [String: String] = [:]
      while let row = try rows.next() {
        let hash: Data = row[1]
        let number = numbers[hash] ?? "\(numbers.count)"
        numbers[hash] = number
        households[row[0]] = number
      }
      guard !households.isEmpty else { return Households() }
      var members: [String: Set<String>] = [:]
      for kind in Households.kinds {
        let people = try String.fetchAll(
          db,
          sql: """
            SELECT e.trainee FROM traineeRecord t JOIN categoryEntry e ON e.trainee = t.code
            WHERE t.householdHash IS NOT NULL AND e.category = :kind AND e.recordedOn <= :day
              AND e.fromDay <= :last AND (e.throughDay IS NULL OR e.throughDay >= :first)
              AND NOT EXISTS (SELECT 1 FROM correction k WHERE k.entryID = e.id AND k.recordedOn <= :day)
            """,
          arguments: [
            "kind": kind, "day": day.daysSinceEpoch, "first": period.lowerBound.daysSinceEpoch,
            "last": period.upperBound.daysSinceEpoch,
          ])
        members[kind] = Set(people)
      }
      return Households(households, members: members)
    }
  }
}
