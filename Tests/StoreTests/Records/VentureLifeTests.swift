import Civil
import Courses
import FollowUp
import Foundation
import GRDB
import SeededNumbers
import Testing

@testable import Store

/// What stands together for figures says the same as the ledgers that it is made of.
@Suite struct VentureLifeTests {
  /// Draws that are the same on every machine.
  private struct Draws {
    var random: SplitMix64

    mutating func below(_ end: Int) -> Int { Int.random(in: 0..<end, using: &random) }

    mutating func day() -> Int { 1 + below(25) }

    /// A change of a random kind; one in four corrects an entry of its ledger.
    mutating func change(of ids: [String]) throws -> Ledger<VentureChange>.Entry {
      if below(3) > 0 {
        let states = VentureState.allCases
        let corrects = below(4) == 0 ? ids.last { $0.contains(".s") } : nil
        return .example(
          .state(states[below(states.count)]), on: day(), recorded: 26 + below(4), corrects: corrects)
      }
      let employees = 1 + below(30)
      let groups = below(2) == 0 ? [:] : ["hard_to_employ": 1, "two words": 1]
      let count = try Headcount(
        founders: below(3), employees: employees, insured: below(employees), keyGroups: groups)
      let corrects = below(4) == 0 ? ids.last { $0.contains(".j") } : nil
      return .example(.jobs(count), on: day(), recorded: 26 + below(4), corrects: corrects)
    }
  }

  private func expectEqual(_ store: CentreStore, _ comment: Comment) throws {
    let far = CivilDate.march(31)
    let streamed = try store.ventureRecords(knownOn: far, withNames: true)
    let files = try store.ventures()
    #expect(streamed.map(\.venture.id) == files.map(\.record.venture.id), comment)
    for (record, file) in zip(streamed, files) {
      #expect(record.venture == file.record.venture, comment)
      #expect(record.states == file.record.states.bare, comment)
      #expect(record.jobs == file.record.jobs.bare, comment)
      #expect(record.states.plainFrom == file.record.states.plainFrom, comment)
      #expect(record.jobs.plainFrom == file.record.jobs.plainFrom, comment)
    }
  }

  @Test(arguments: 1...8)
  func `it follows every change and correction, however it is recorded`(seed: UInt64) throws {
    var draws = Draws(random: SplitMix64(seed: seed))
    let store = try CentreStore.withClass(in: TemporaryFolder())
    for number in 1...4 {
      let id = "V00000\(number)"
      if number.isMultiple(of: 2) {
        try store.record(.example(id, founders: ["T1", "T2"]), stamp: .march(26))
      } else {
        var record = VentureRecord(.example(id, founders: ["T3"]))
        record.states.append(
          .init(id: "a", .preparing, from: .march(2), recordedOn: .march(3), recordedBy: "甲"))
        record.states.append(
          .init(id: "b", nil, from: .march(2), recordedOn: .march(4), recordedBy: "甲", corrects: "a"))
        record.states.append(
          .init(
            id: "c", .registered, from: .march(4), to: .march(6), recordedOn: .march(7), recordedBy: "乙"))
        try store.record(RecordedCourses(), RecordedLives(ventures: [record]), stamp: .march(26))
      }
      var ids: [String] = []
      for _ in 0..<draws.below(9) {
        ids += try store.record([(id, draws.change(of: ids))], stamp: .march(26 + draws.below(4)))
      }
    }
    try expectEqual(store, "seed \(seed)")
  }

  @Test func `a database from before is brought to it`() throws {
    let folder = try TemporaryFolder()
    for suffix in ["", ".key"] {
      try FileManager.default.copyItem(
        atPath: MigrationTests.fixtures.path + "/schema-011-one-venture.db" + suffix,
        toPath: folder.database + suffix)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.database + ".key")
    let store = try CentreStore.example(in: folder)
    let records = try store.ventureRecords(knownOn: CivilDate(daysSinceEpoch: 30_000))
    #expect(records.map(\.states) == [try #require(try store.ventures().first).record.states.bare])
    #expect(records.first?.states.entries.count == 1)
  }

  @Test(arguments: [
    "UPDATE ventureState SET state = 'revoked'", "DELETE FROM ventureState",
    "UPDATE ventureJobs SET employees = 9", "DELETE FROM ventureJobs",
    "UPDATE venture SET area = '61'", "DELETE FROM venture",
  ])
  func `what was appended cannot be changed or removed`(sql: String) throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record(.example(), stamp: .march(22))
    try store.record(
      [
        ("V000001", .example(.state(.operating), on: 22)),
        ("V000001", .example(.jobs(try Headcount(founders: 1, employees: 2)), on: 22)),
      ], stamp: .march(22))
    #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    try expectEqual(store, "\(sql)")
  }

  @Test func `a line that is none is told and not counted`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record(.example(), stamp: .march(22))
    for lines in ["1 operating x  \n", "1 sleeping 20000   20000\n", "1 operating 20000", "1"] {
      try store.write {
        try $0.execute(sql: "UPDATE ventureLife SET states = ?", arguments: [lines])
      }
      #expect(throws: StoreError.self) { try store.ventureRecords(knownOn: .march(31)) }
    }
  }
}

extension Ledger {
  /// Without who recorded the entries and what proves them.
  var bare: Ledger<Fact> {
    Ledger(
      entries.map { entry in
        Entry(
          id: entry.id, entry.fact, from: entry.from, to: entry.to, recordedOn: entry.recordedOn,
          recordedBy: "", corrects: entry.corrects)
      })
  }
}
