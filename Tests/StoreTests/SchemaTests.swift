import Foundation
import GRDB
import Planning
import Testing

@testable import Store

@Suite struct SchemaTests {
  @Test func `the writer waits for the disk, checks references and keeps a write-ahead log`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    let (synchronous, foreignKeys, journal) = try store.pool.writeWithoutTransaction { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA synchronous"), try Int.fetchOne(db, sql: "PRAGMA foreign_keys"),
        try String.fetchOne(db, sql: "PRAGMA journal_mode")
      )
    }
    #expect(synchronous == 2)
    #expect(foreignKeys == 1)
    #expect(journal == "wal")
  }

  @Test func `every table is strict`() throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    let loose = try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND NOT strict
            AND name NOT LIKE 'sqlite%' AND name <> 'grdb_migrations'
          """)
    }
    #expect(loose == [])
  }

  @Test func `migrations are numbered without a gap`() {
    let numbers = [SchemaStep].all.map { Int($0.name.prefix(3)) }
    #expect(numbers == Array(1...numbers.count))
  }

  @Test(arguments: [
    "UPDATE centre SET planTo = '2026-02-30'",
    "UPDATE centre SET planTo = '2025-01-01'",
    "UPDATE block SET periods = 0",
    "UPDATE site SET longitude = NULL",
    "UPDATE site SET latitude = 91 WHERE latitude IS NOT NULL",
    "UPDATE room SET capacity = -1",
    "UPDATE room SET site = 'nowhere'",
    "UPDATE course SET programme = 'MBA'",
    "UPDATE personRole SET role = 'boss'",
    "UPDATE personOpening SET weekday = 7",
    "UPDATE class SET cohort = 'nobody'",
    "UPDATE trainee SET code = 'T1'",
    "UPDATE trainee SET idNumberHash = NULL",
    "UPDATE trainee SET name = NULL",
    "UPDATE enrolment SET trainee = 'T1'",
    "UPDATE mentoring SET mode = 'phone'",
    "UPDATE busyTime SET toMinute = fromMinute - 1",
    "UPDATE markedDay SET kind = 'party'",
    "DELETE FROM cohort",
    "INSERT INTO sealing (id, keyCheck) VALUES (2, zeroblob(32))",
  ])
  func `the schema refuses nonsense`(sql: String) throws {
    let store = try CentreStore.example(in: TemporaryFolder())
    try store.replaceFacts(with: .example())
    #expect {
      try store.write { try $0.execute(sql: sql) }
    } throws: { error in
      guard case .refused = error as? StoreError else { return false }
      return true
    }
    #expect(try store.facts() == .example())
  }

  @Test func `a database of a later version is refused`() throws {
    let folder = try TemporaryFolder()
    try CentreStore.example(in: folder).write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('999 Something later')")
    }
    #expect(throws: StoreError.tooNew(path: folder.database)) { try CentreStore.example(in: folder) }
  }

  @Test func `what is no database is refused as such`() throws {
    let folder = try TemporaryFolder()
    try Data(repeating: 65, count: 4096).write(to: URL(fileURLWithPath: folder.database))
    #expect {
      _ = try CentreStore.example(in: folder)
    } throws: { error in
      guard case .damaged(folder.database, _) = error as? StoreError else { return false }
      return true
    }
  }

  @Test func `a path that leads nowhere says so`() throws {
    #expect {
      _ = try CentreStore(path: "/nowhere/at/all.sqlite") { CountedRandomness().bytes($0) }
    } throws: { error in
      guard case .cannotOpen("/nowhere/at/all.sqlite", _) = error as? StoreError else { return false }
      return true
    }
  }
}
