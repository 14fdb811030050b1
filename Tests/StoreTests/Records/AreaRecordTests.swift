import Civil
import Cohorts
import GRDB
import Indicators
import Testing

@testable import Store

@Suite struct AreaRecordTests {
  @Test func `a new name takes the place of the earlier one, which is kept`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    let area = try #require(AreaCode("999901"))
    func named(_ name: String) -> [AreaNames.Entry] { [.init(area, Wording(zh: name, en: name))] }
    #expect(try store.record(named("甲区"), stamp: .march(1)) == RecordedCounts(new: 1))
    #expect(try store.record(named("甲区"), stamp: .march(2)) == RecordedCounts(unchanged: 1))
    #expect(try store.record(named("乙区"), stamp: .march(3)) == RecordedCounts(changed: 1))
    #expect(try store.areas() == named("乙区"))
    let kept = try store.read { db in
      try String.fetchAll(
        db, sql: "SELECT nameChinese FROM area WHERE replacedOn = \(CivilDate.march(3).daysSinceEpoch)")
    }
    #expect(kept == ["甲区"])
  }

  @Test func `households are told apart by a hash, and sealed numbers open again`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    func trainee(_ id: String, _ number: String?) -> TraineeRecord {
      TraineeRecord(
        Trainee(id: id, name: "示例" + id, category: "disabled", area: "999901001"),
        profile: TraineeProfile(trainee: id, householdNumber: number))
    }
    _ = try store.record(
      [trainee("T1", "0001"), trainee("T2", "0001"), trainee("T3", nil)], stamp: .march(2))
    _ = try store.record(
      [
        CategoryMembership(
          id: "", person: "T1", category: "disabled", from: .march(1),
          entry: Entry(on: .march(2), by: "tester"))
      ], stamp: .march(2))
    let households = try store.households(during: .march(1)...(.march(31)), knownOn: .march(31))
    #expect(Set(households.households.keys) == ["T1", "T2"])
    #expect(households.households["T1"] == households.households["T2"])
    #expect(households.members["disabled"] == ["T1"])
    #expect(try store.trainees().map(\.profile.householdNumber) == ["0001", "0001", nil])
    let sealed = try store.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM traineeRecord WHERE CAST(householdSealed AS TEXT) LIKE '%0001%'")
    }
    #expect(sealed == 0)
  }
}
