import FollowUp
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

/// What a user does in one step is there as a whole or not at all.
@Suite struct OneStepTests {
  private struct Refusal: Error {}

  private func contact(_ trainee: String, on day: Int) -> Contact {
    Contact(
      id: "", subject: trainee, on: .march(day), method: .visit, result: .reached, officer: "甲",
      said: "生意尚可，人手不够", need: .planning)
  }

  /// A contact, a venture and a case: three calls that would be three transactions.
  private func enterAll(_ store: CentreStore, trainee: String, venture: String) throws(StoreError) {
    try store.record([contact(trainee, on: 21)], stamp: .march(22))
    try store.record(.example(venture, founders: [trainee]), stamp: .march(22))
    let followed = FollowUpCase(
      subject: trainee, classID: "C1", classEnd: .march(20), hasVenture: true, officer: "甲", area: "999901")
    try store.record([PlannedCase(followed: followed, tasks: [])], stamp: .march(22))
  }

  private func counts(_ store: CentreStore) throws -> [Int] {
    [
      try store.contacts().count, try store.helpRequests().count, try store.ventures(VentureQuery()).count,
      try store.followUpCases().count,
    ]
  }

  @Test func `a step is stored as a whole, and sees what it has written`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let seen = try store.inOneStep { step throws(StoreError) in
      try enterAll(step, trainee: "T1", venture: "V000001")
      #expect(try store.contacts().isEmpty, "nobody else sees it yet")
      return try step.contacts().count
    }.get()
    #expect(seen == 1)
    #expect(try counts(store) == [1, 1, 1, 1])
  }

  @Test func `nothing is stored of a step that is refused, or in which the database refuses something`()
    throws
  {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let refused = try store.inOneStep { step -> Result<Int, any Error> in
      try enterAll(step, trainee: "T1", venture: "V000001")
      throw Refusal()
    }
    #expect(throws: Refusal.self) { try refused.get() }
    #expect(try counts(store) == [0, 0, 0, 0])
    let broken = try store.inOneStep { step throws(StoreError) in
      try enterAll(step, trainee: "T1", venture: "V000001")
      try enterAll(step, trainee: "T2", venture: "V000001")
    }
    #expect(throws: StoreError.self) { try broken.get() }
    #expect(try counts(store) == [0, 0, 0, 0])
  }

  @Test func `a step within a step is a part of it`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let outer = try store.inOneStep { step throws(StoreError) in
      try step.inOneStep { inner throws(StoreError) in
        try enterAll(inner, trainee: "T1", venture: "V000001")
      }.get()
      throw StoreError.refused(rule: "example")
    }
    #expect(throws: StoreError.refused(rule: "example")) { try outer.get() }
    #expect(try counts(store) == [0, 0, 0, 0])
  }

  @Test func `a program killed in the middle of a step leaves nothing of it`() throws {
    let folder = try TemporaryFolder()
    let copies = try TemporaryFolder()
    let store = try CentreStore.withClass(in: folder)
    let made = Mutex(0)
    try store.pool.writeWithoutTransaction { db in
      // Pages that do not fit go to the log before the commit: the harder case.
      try db.execute(sql: "PRAGMA cache_size = 4")
      db.trace { _ in
        let number = made.withLock { made in
          made += 1
          return made
        }
        for suffix in ["", "-wal", ".key"] {
          try? FileManager.default.copyItem(
            atPath: folder.database + suffix, toPath: "\(copies.path)/\(number).sqlite\(suffix)")
        }
      }
    }
    try store.inOneStep { step throws(StoreError) in
      for (number, trainee) in ["T1", "T2", "T3"].enumerated() {
        try enterAll(step, trainee: trainee, venture: "V00000\(number + 1)")
      }
    }.get()
    store.pool.writeWithoutTransaction { $0.trace(options: []) }
    let snapshots = made.withLock { $0 }
    #expect(snapshots > 20)
    for number in 1...snapshots {
      let copy = try CentreStore(path: "\(copies.path)/\(number).sqlite") { [UInt8](repeating: 1, count: $0) }
      #expect([[0, 0, 0, 0], [3, 3, 3, 3]].contains(try counts(copy)), "snapshot \(number)")
    }
    #expect(try counts(store) == [3, 3, 3, 3])
  }
}
