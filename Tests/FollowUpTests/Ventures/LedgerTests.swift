import Civil
import Testing

@Suite struct LedgerTests {
  typealias Entry = Ledger<Int>.Entry

  @Test func `the entry that begins last holds, until its last day`() {
    let ledger = Ledger([
      Entry(id: "a", 1, from: day0, recordedOn: day0, recordedBy: "x"),
      Entry(id: "b", 2, from: day0 + 10, to: day0 + 12, recordedOn: day0 + 10, recordedBy: "x"),
    ])
    #expect(ledger.fact(on: day0 + -1, knownOn: day0 + 20) == nil)
    #expect(ledger.fact(on: day0 + 9, knownOn: day0 + 20) == 1)
    #expect(ledger.fact(on: day0 + 12, knownOn: day0 + 20) == 2)
    #expect(ledger.fact(on: day0 + 13, knownOn: day0 + 20) == 1)
  }

  @Test func `a report of a past day sees what was known on it`() {
    let ledger = Ledger([
      Entry(id: "a", 1, from: day0, recordedOn: day0, recordedBy: "x"),
      Entry(id: "b", 2, from: day0 + 5, recordedOn: day0 + 30, recordedBy: "y"),
    ])
    #expect(ledger.fact(on: day0 + 10, knownOn: day0 + 10) == 1)
    #expect(ledger.fact(on: day0 + 10, knownOn: day0 + 30) == 2)
    #expect(ledger.lateEntries(upTo: day0 + 10, closedOn: day0 + 15).map(\.id) == ["b"])
    #expect(ledger.lateEntries(upTo: day0 + 4, closedOn: day0 + 15).isEmpty)
  }

  @Test func `a correction takes the place of an entry from the day it is recorded, or strikes it out`() {
    let ledger = Ledger([
      Entry(id: "a", 1, from: day0, recordedOn: day0, recordedBy: "x"),
      Entry(id: "b", 7, from: day0 + 5, recordedOn: day0 + 5, recordedBy: "x"),
      Entry(id: "c", 3, from: day0 + 5, recordedOn: day0 + 8, recordedBy: "y", corrects: "b"),
      Entry(id: "d", nil, from: day0 + 5, recordedOn: day0 + 9, recordedBy: "y", corrects: "c"),
    ])
    #expect([7, 8, 9].map { ledger.fact(on: day0 + 6, knownOn: day0 + $0) } == [7, 3, 1])
    #expect(ledger.entries.count == 4)
  }

  @Test(arguments: 1...30)
  func `what holds does not depend on whether entries were appended in the order of their days`(seed: UInt64)
  {
    var generator = SeededGenerator(seed: seed)
    let entries = (0..<8).map { index in
      Entry(
        id: "\(index)", index, from: day0 + 3 * index,
        recordedOn: day0 + Int.random(in: 0...30, using: &generator),
        recordedBy: "x")
    }
    let (ordered, shuffled) = (Ledger(entries), Ledger(entries.shuffled(using: &generator)))
    for day in 0...30 {
      #expect(shuffled.standing(knownOn: day0 + day) == ordered.standing(knownOn: day0 + day))
      let latest = entries.last { $0.recordedOn <= day0 + day && $0.from <= day0 + 12 }
      #expect(shuffled.fact(on: day0 + 12, knownOn: day0 + day) == latest?.fact)
    }
  }
}
