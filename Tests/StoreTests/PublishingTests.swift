import Civil
import Foundation
import Planning
import SeededNumbers
import Testing

@testable import Store

@Suite struct PublishingTests {
  let folder: TemporaryFolder
  let publisher: ExamplePublisher

  init() throws {
    folder = try TemporaryFolder()
    publisher = try ExamplePublisher(folder)
  }

  @Test func `a new session starts at sequence 0 with an opaque identity`() throws {
    #expect(try publisher.publish([.example(), .meeting()]).new == 2)
    let revision = try #require(try publisher.revision())
    #expect(revision.sequence == 0)
    #expect(revision.revised == publisher.lastTime)
    #expect(revision.uid.count == 36)
    #expect(revision.session == .example(.example()))
    #expect(try publisher.store.publishedDraft() == 1)
  }

  @Test func `publishing the same again changes nothing`() throws {
    try publisher.publish([.example(), .meeting()])
    let before = try publisher.store.published()?.revisions
    #expect(try publisher.publish([.example(), .meeting()]).unchanged == 2)
    #expect(try publisher.store.published()?.revisions == before)
    #expect(try publisher.store.published()?.publication == 2)
  }

  @Test(arguments: [
    TimetableRow.example(day: 6), .example(start: 520), .example(room: "R2"), .example(people: ["P2"]),
    .example(people: ["P1", "P2"]),
  ])
  func `a change of date, time, place or people raises the sequence by one`(row: TimetableRow) throws {
    try publisher.publish([.example(), .example(part: 2, day: 9)])
    let (first, other) = (try publisher.revision(), try publisher.revision(part: 2))
    let counts = try publisher.publish([row, .example(part: 2, day: 9)])
    #expect((counts.changed, counts.unchanged) == (1, 1))
    let changed = try #require(try publisher.revision())
    #expect(changed.sequence == 1)
    #expect(changed.revised == publisher.lastTime)
    #expect(changed.uid == first?.uid)
    #expect(try publisher.revision(part: 2) == other)
  }

  @Test func `a change of status raises the sequence`() throws {
    try publisher.publish([.example()], status: .tentative)
    #expect(try publisher.publish([.example()]).changed == 1)
    #expect(try publisher.revision()?.sequence == 1)
  }

  @Test func `a change of words raises only the revision time`() throws {
    try publisher.publish([.example()])
    #expect(try publisher.publish([.example()], headCount: 9).reworded == 1)
    #expect(try publisher.revision()?.sequence == 0)
    #expect(try publisher.revision()?.revised == publisher.lastTime)
  }

  @Test func `people in another order are no change of plan`() throws {
    try publisher.publish([.example(people: ["P1", "P2"])])
    #expect(try publisher.publish([.example(people: ["P2", "P1"])]).changed == 0)
  }

  @Test func `a session that falls away is cancelled once, and comes back under the same identity`() throws {
    try publisher.publish([.example(), .example(part: 2, day: 9)])
    let uid = try publisher.revision(part: 2)?.uid
    #expect(try publisher.publish([.example()]).cancelled == 1)
    let cancelled = try #require(try publisher.revision(part: 2))
    #expect((cancelled.sequence, cancelled.session.status, cancelled.uid) == (1, .cancelled, uid))
    #expect(cancelled.session.place.date == .march(9))
    let time = publisher.lastTime
    #expect(cancelled.revised == time)
    #expect(try publisher.publish([.example()]).cancelled == 0)
    #expect(try publisher.revision(part: 2)?.revised == time)
    #expect(try publisher.publish([.example(), .example(part: 2, day: 9)]).new == 1)
    let back = try #require(try publisher.revision(part: 2))
    #expect((back.sequence, back.session.status, back.uid) == (2, .confirmed, uid))
  }

  @Test func `what was held before the plan begins stays as it is`() throws {
    try publisher.publish([.example(day: 5), .example(part: 2, day: 9)])
    #expect(try publisher.publish([], heldBefore: .march(6)).cancelled == 1)
    #expect(try publisher.revision()?.session.status == .confirmed)
    #expect(try publisher.revision(part: 2)?.session.status == .cancelled)
  }

  @Test func `who is taken out of a session is told that it is off`() throws {
    try publisher.publish([.example(room: "R1", people: ["P1", "P2"])])
    try publisher.publish([.example(room: "R2", people: ["P2"])])
    for audience in [Audience(.person, "P1"), Audience(.room, "R1")] {
      let told = try #require(try publisher.withdrawals(audience).first)
      #expect((told.sequence, told.session.status) == (1, .cancelled))
      #expect(told.revised == publisher.lastTime)
      #expect(told.session.place.room == "R1")
      #expect(told.uid == (try publisher.revision()?.uid))
    }
    let told = try publisher.withdrawals(Audience(.person, "P1"))
    try publisher.publish([.example(day: 12, room: "R2", people: ["P2"])])
    #expect(
      try publisher.withdrawals(Audience(.person, "P1")) == told, "later changes are no business of theirs")
    try publisher.publish([.example(day: 12, room: "R2", people: ["P1", "P2"])])
    #expect(try publisher.revision()?.sequence == 3)
  }

  @Test func `a trainee who leaves and comes back never sees the sequence fall`() throws {
    try publisher.publish([.example()])
    try publisher.publish([.example()], trainees: ["T2"])
    #expect(try publisher.revision()?.sequence == 0, "for those who stay nothing changed")
    let told = try #require(try publisher.withdrawals(Audience(.trainee, "T1")).first)
    #expect((told.sequence, told.session.status) == (1, .cancelled))
    try publisher.publish([.example()], trainees: ["T1", "T2"])
    #expect(try publisher.revision()?.sequence == 2)
    #expect(try publisher.store.published()?.roster == ["第1班": ["T1", "T2"]])
  }

  @Test func `a clock that goes back does not make a change look older`() throws {
    try publisher.publish([.example()])
    let first = try #require(try publisher.revision())
    let draft = try publisher.store.keep(
      rows: [], unplaced: [], cost: [], seed: 1, steps: 0, stamp: .at(0))
    let publication = Publication(
      draft: try #require(draft?.id), planFrom: .march(2), planTo: .march(29), sessions: [], roster: [:],
      owners: [], heldBefore: .march(1))
    _ = try publisher.store.publish(publication, stamp: .at(-1_000_000))
    #expect(try publisher.revision()?.revised.secondsSinceEpoch == first.revised.secondsSinceEpoch + 1)
  }

  @Test func `identities never look like a number of a person`() {
    var ids = RowIDs(at: Stamp.at(0).at) { count in
      // All digits until the eleventh draw.
      (0..<count).map { $0 < 100 ? 0x11 : UInt8(truncatingIfNeeded: $0 &* 37 | 0xa0) }
    }
    #expect(ids.next().uuidString.hasSuffix("-7111-9111-111111111111"))
    let id = ids.nextForPublic().uuidString
    #expect(!id.hasSuffix("-7111-9111-111111111111"))
    #expect(id.dropFirst(14).first == "7", "a UUID of version 7")
  }

  /// In milliseconds to the base of sixteen, these seconds have ten decimal digits in a row.
  @Test(.timeLimit(.minutes(1)), arguments: [1_795_296_330, 1_795_299_973, 2_199_023_256, 0])
  func `identities are made at any time`(second: Int) {
    var random = SplitMix64(seed: 1)
    let bytes = (0..<4096).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    var ids = RowIDs(at: Instant(secondsSinceEpoch: second)) { count in Array(bytes.prefix(max(count, 4096)))
    }
    for _ in 0..<100 {
      let id = ids.nextForPublic()
      let digits = id.uuidString.filter { $0 != "-" }
      #expect(!digits.split { !$0.isNumber }.contains { $0.count >= 10 })
      let time = UInt64(digits.prefix(12), radix: 16) ?? 0
      #expect((0...2600).contains(Int(time) - second * 1000))
    }
  }
}
