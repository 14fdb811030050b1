import Civil
import Cohorts
import Foundation
import GRDB
import Mentors
import Testing

@testable import Store

@Suite struct PoolRecordTests {
  private let profile = PoolMember(
    id: "E1", kinds: [.departmentExpert, .volunteer], department: "税务", links: [.financing, .riskAssessment],
    industries: Set(["H", "F52"].compactMap { IndustryScope($0) }), fields: ["税务", "发票"],
    areas: Set(["999901"].compactMap { AreaCode($0) }), languages: ["普通话"], capacity: 3, isInTeam: true)

  private func step(_ state: PoolState?, _ day: Int, corrects: String? = nil) -> Ledger<PoolState>.Entry {
    .init(id: "", state, from: .march(day), recordedOn: .march(day), recordedBy: "tester", corrects: corrects)
  }

  private func change(_ entry: PoolEntry, to record: PoolRecord?, on day: Int) -> PoolChange {
    PoolChange(entry, to: record, name: nil, by: Entry(on: .march(day), by: "tester"))
  }

  @Test func `a member is read back as it was entered, and past days as they were known`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let certificate = MentorCertificate(
      kind: "SYB讲师证", number: "示例001", from: .march(1), to: .march(31), yearlyPeriods: 80)
    let entry = PoolEntry(
      profile, name: "示例戊", phone: "19900000009", trainee: "T1", certificates: [certificate],
      term: .init(from: .march(2), to: .march(30)))
    try store.record([change(entry, to: nil, on: 3)], stamp: .march(3))
    let record = try #require(try store.poolRecords(knownOn: .march(3)).first)
    #expect(record.identity == PoolIdentity(name: "示例戊", phone: "19900000009", trainee: "T1"))
    #expect(record.member.profile == profile && record.member.certificates == [certificate])
    #expect(
      record.member.standing(on: .march(3)) == .serving
        && record.member.isServing(on: .march(30), knownOn: .march(3)))
    #expect(record.member.membership.entries.map(\.id) == ["E1.m1", "E1.m2", "E1.m3"])
    #expect(try store.poolRecords(knownOn: .march(2)).isEmpty)

    try store.record(
      [PoolChange(of: "E1", steps: [step(.ended(reason: "调离"), 9)])], stamp: .march(9))
    #expect(try store.poolRecords(knownOn: .march(9)).first?.member.standing(on: .march(9)) == .ended)
    #expect(try store.poolRecords(knownOn: .march(8)).first?.member.standing(on: .march(8)) == .serving)
    let end = try #require(try store.poolRecords(knownOn: .march(9)).first?.member.membership.entries.last)
    try store.record(
      [PoolChange(of: "E1", steps: [step(nil, 10, corrects: end.id)])], stamp: .march(10))
    #expect(try store.poolRecords(knownOn: .march(10)).first?.member.standing(on: .march(10)) == .serving)
  }

  @Test func `entering the same list again changes nothing, and another end of the term corrects it`() throws
  {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    func entry(to end: Int, capacity: Int = 3, certificateTo last: Int = 31) -> PoolEntry {
      PoolEntry(
        PoolMember(id: "E1", kinds: [.scholar], capacity: capacity), name: "示例戊",
        certificates: [MentorCertificate(kind: "聘书", number: "1", from: .march(1), to: .march(last))],
        term: .init(from: .march(2), to: .march(end)))
    }
    func enter(_ entry: PoolEntry, on day: Int) throws -> PoolChange {
      let change = change(entry, to: try store.poolRecords(knownOn: .march(day)).first, on: day)
      try store.record([change], stamp: .march(day))
      return change
    }
    _ = try enter(entry(to: 20), on: 3)
    #expect(try enter(entry(to: 20), on: 4).isEmpty)
    let longer = try enter(entry(to: 25, certificateTo: 30), on: 5)
    #expect(longer.version == nil && longer.steps.map(\.corrects) == ["E1.m3"])
    #expect(longer.certificates.map(\.corrects) == ["E1.c1"])
    let changed = try enter(entry(to: 25, capacity: 4, certificateTo: 30), on: 6)
    #expect(changed.version != nil && changed.steps.isEmpty && changed.certificates.isEmpty)
    let record = try #require(try store.poolRecords(knownOn: .march(6)).first)
    #expect(record.member.capacity == 4 && record.member.certificates.map(\.to) == [.march(30)])
    #expect(record.member.term(on: .march(6))?.end == .march(25))
    let versions = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM poolMember") }
    #expect(versions == 2)
  }

  @Test func `telephones and numbers of certificates do not stand in the file as they are`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let entry = PoolEntry(
      PoolMember(id: "E1", kinds: [.scholar]), name: "示例戊", phone: "19900000009",
      certificates: [MentorCertificate(kind: "聘书", number: "示例编号", from: .march(1))])
    try store.record([change(entry, to: nil, on: 3)], stamp: .march(3))
    let sealed = try store.read { db in
      try Data.fetchAll(
        db, sql: "SELECT phoneSealed FROM poolMember UNION ALL SELECT paperSealed FROM poolCertificate")
    }
    #expect(sealed.count == 2)
    #expect(
      sealed.allSatisfy {
        $0.range(of: Data("19900000009".utf8)) == nil && $0.range(of: Data("示例编号".utf8)) == nil
      })
  }

  @Test(arguments: [
    "UPDATE poolStep SET state = 'retired'", "UPDATE poolStep SET reason = NULL WHERE state = 'ended'",
    "UPDATE poolStep SET lastDay = fromDay - 1 WHERE state = 'serving'",
    "UPDATE poolMember SET capacity = -1", "UPDATE poolMember SET trainee = 'T9'",
    "UPDATE poolCertificate SET toDay = fromDay - 1",
  ])
  func `the schema refuses what cannot be`(sql: String) throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let entry = PoolEntry(
      profile, name: "示例戊", certificates: [MentorCertificate(kind: "聘书", from: .march(1))],
      term: .init(from: .march(2)))
    try store.record(
      [change(entry, to: nil, on: 3), PoolChange(of: "E1", steps: [step(.ended(reason: "调离"), 4)])],
      stamp: .march(4))
    #expect(throws: DatabaseError.self) { try store.pool.write { try $0.execute(sql: sql) } }
  }
}
