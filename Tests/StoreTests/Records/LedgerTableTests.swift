import Civil
import Cohorts
import Courses
import FollowUp
import Indicators
import Testing

@testable import Store

@Suite struct LedgerTableTests {
  private func read(
    _ store: CentreStore, area: String = "", on day: Int = 30
  ) throws -> [String: [[LedgerCell]]] {
    var tables: [String: [[LedgerCell]]] = [:]
    try store.read([LedgerTable].standard, area: area, knownOn: .march(day)) { sheet in
      tables[sheet.name] = []
      return { cells in
        #expect(cells.count == sheet.columns.count, "\(sheet.name)")
        tables[sheet.name, default: []].append(cells)
      }
    }
    return tables
  }

  @Test func `every ledger is read, everywhere and of an area`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record(.example(founders: ["T1", "T2"]), whereabouts: .init(), stamp: .march(21))
    let names = [LedgerTable].standard.map(\.sheet.name)
    #expect(Set(names).count == names.count)
    for area in ["", "999901", "61"] { #expect(try Set(read(store, area: area).keys) == Set(names)) }
    let here = try read(store, area: "999901")
    #expect(here["trainees"]?.count == 3 && here["enrolments"]?.count == 3)
    #expect(
      here["founders"]?.map { Array($0.prefix(3)) } == [
        [.text("V000001"), .text("T1"), .whole(1)], [.text("V000001"), .text("T2"), .whole(1)],
      ])
    #expect(try read(store, area: "61").values.allSatisfy(\.isEmpty))
    #expect(try read(store, on: 20)["ventures"]?.isEmpty == true)
  }

  @Test func `a change tells what became of the venture, but no name, address or telephone`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record(.example(), whereabouts: .init(), stamp: .march(21))
    let changes: [VentureFact] = [
      .area("999902"), .startUpCost(Money(yuan: 5)), .address("示例路 1 号"), .name("某某店"),
      .founders([.init(person: "T1"), .init(person: "T2", attempt: 2)]),
    ]
    for (place, fact) in changes.enumerated() {
      _ = try store.record([("V000001", .example(.fact(fact), on: 22 + place))], stamp: .march(22 + place))
    }
    let rows = try #require(try read(store)["venture_changes"])
    #expect(
      rows.map { $0[3] } == [
        .text("999902"), .money(Money(yuan: 5)), .blank, .blank, .text("T1:1;T2:2"),
      ])
    #expect(try read(store, area: "999902")["ventures"]?.count == 1)
  }

  @Test func `who moved belongs, as of a day before, to where that day's record has them`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    _ = try store.record(
      [TraineeRecord(Trainee(id: "T1", name: "示例T1", category: "graduate", area: "999902001"))],
      stamp: .march(25))
    func people(_ area: String, _ day: Int) throws -> [[String]] {
      [
        try store.attended(area: area, knownOn: .march(day)).map(\.trainee),
        try store.participations(area: area, in: .march(1)...(.march(31)), knownOn: .march(day)).map(
          \.person),
      ]
    }
    #expect(try people("999901", 24) == [["T1", "T2", "T3"], ["T1", "T2", "T3"]])
    #expect(try people("999901", 25) == [["T2", "T3"], ["T2", "T3"]])
    #expect(try people("999902", 25) == [["T1"], ["T1"]] && people("999902", 24) == [[], []])
    #expect(try read(store, area: "999902")["trainees"]?.count == 2)
  }

  @Test func `attendance is told by the last record of each half day that was known`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    for (day, periods) in [(11, 2), (14, 4)] {
      try store.record(
        [
          .init(
            classID: "C1", trainee: "T1", date: .march(10), block: "AM", periods: periods,
            recordedOn: .march(day),
            recordedBy: "tester")
        ], stamp: .march(day))
    }
    let place = try #require(LedgerTable.enrolments.sheet.columns.firstIndex { $0.name == "periods_held" })
    func row(_ day: Int) throws -> [LedgerCell] {
      let rows = try #require(try read(store, on: day)["enrolments"])
      return Array(try #require(rows.first { $0[1] == .text("T1") })[place...(place + 2)])
    }
    #expect(try row(12) == [.whole(8), .whole(4), .whole(2)])
    #expect(try row(15) == [.whole(8), .whole(4), .whole(4)])
  }
}
