import Foundation
import GRDB
import Planning
import Synchronization
import Testing

@testable import Store

/// What a killed program leaves: the files as they are between two statements, and with their last pages cut off.
@Suite struct OldOrNewTests {
  /// The state of one database, as a comparison sees it.
  private struct State: Equatable {
    let facts: PlanningBundle?
    let drafts: Int
    let revisions: [SessionRevision]?
    let withdrawals: Int?
    let publication: Int?

    init(_ store: CentreStore) throws {
      let published = try store.published()
      facts = try store.facts()
      drafts = try store.drafts().count
      revisions = published?.revisions
      withdrawals = published?.withdrawals.count
      publication = published?.publication
    }
  }

  /// Copies of the database's files, in the order in which they were made.
  private final class Snapshots: Sendable {
    let source: String
    let target: String
    private let made = Mutex(0)

    init(of source: String, in target: String) {
      self.source = source
      self.target = target
    }

    var count: Int { made.withLock { $0 } }

    func path(_ number: Int) -> String { "\(target)/\(number).sqlite" }

    func take() {
      let number = made.withLock { made in
        made += 1
        return made
      }
      for suffix in ["", "-wal", ".key"] {
        try? FileManager.default.copyItem(atPath: source + suffix, toPath: path(number) + suffix)
      }
    }
  }

  @Test func `a program killed between any two statements leaves the old state or the new one`() throws {
    let folder = try TemporaryFolder()
    let copies = try TemporaryFolder()
    let publisher = try ExamplePublisher(folder)
    try publisher.publish([.example(), .example(part: 2, day: 9)])
    let snapshots = Snapshots(of: folder.database, in: copies.path)
    try publisher.store.pool.writeWithoutTransaction { db in
      // Pages that do not fit go to the log before the commit: the harder case.
      try db.execute(sql: "PRAGMA cache_size = 4")
      db.trace { _ in snapshots.take() }
    }
    var states = [try State(publisher.store)]
    var later = PlanningBundle.example()
    later.centre.name = "改名后的中心"
    try publisher.store.replaceFacts(with: later)
    states.append(try State(publisher.store))
    let change: [TimetableRow] = [.example(day: 6, room: "R2", people: ["P2"]), .meeting()]
    let draft = try publisher.keep(change)
    states.append(try State(publisher.store))
    try publisher.publish(change.map { .example($0) }, of: draft, trainees: ["T1"])
    snapshots.take()
    states.append(try State(publisher.store))
    publisher.store.pool.writeWithoutTransaction { $0.trace(options: []) }
    #expect(snapshots.count > 100)

    var seen: [Int] = []
    for number in 1...snapshots.count {
      let state = try State(opened(snapshots.path(number)))
      let index = try #require(states.firstIndex(of: state), "snapshot \(number) is neither old nor new")
      #expect(index >= seen.last ?? 0, "snapshot \(number) went back")
      seen.append(index)
    }
    #expect(Set(seen) == [0, 1, 2, 3], "every state was caught")
  }

  @Test func `a log cut off anywhere leaves the old state or the new one`() throws {
    let folder = try TemporaryFolder()
    let copies = try TemporaryFolder()
    let publisher = try ExamplePublisher(folder)
    try publisher.publish([.example(), .example(part: 2, day: 9)])
    _ = try publisher.store.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    let old = try State(publisher.store)
    let rows: [TimetableRow] = [.example(day: 6, people: ["P2"]), .meeting()]
    _ = try publisher.store.keep(rows: rows, unplaced: [], cost: [], seed: 1, steps: 1, stamp: .at(99))
    let new = try State(publisher.store)
    let log = try #require(FileManager.default.contents(atPath: folder.database + "-wal"))
    #expect(log.count > 8192)
    var seen: [State] = []
    for (number, length) in stride(from: 0, through: log.count, by: 1031).enumerated() {
      let copy = "\(copies.path)/\(number).sqlite"
      try FileManager.default.copyItem(atPath: folder.database, toPath: copy)
      try FileManager.default.copyItem(atPath: folder.database + ".key", toPath: copy + ".key")
      try log.prefix(length).write(to: URL(fileURLWithPath: copy + "-wal"))
      seen.append(try State(opened(copy)))
    }
    #expect(seen.allSatisfy { $0 == old || $0 == new })
    #expect(seen.first == old)
  }

  private func opened(_ path: String) throws -> CentreStore {
    try CentreStore(path: path) { [UInt8](repeating: 1, count: $0) }
  }
}
