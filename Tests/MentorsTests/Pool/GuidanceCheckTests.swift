import Civil
import Mentors
import Testing

@Suite struct GuidanceCheckTests {
  private static let start = CivilDate(daysSinceEpoch: 20_000)

  private func record(_ id: String, _ name: String, capacity: Int? = 1, to end: CivilDate? = nil)
    -> PoolRecord
  {
    let member = PoolMember.example(id, capacity: capacity, to: end)
    return PoolRecord(
      PoolIdentity(name: name), profile: member, membership: member.membership, certificates: Ledger(),
      knownOn: Self.start + 400)
  }

  private func meeting(
    _ trainee: String, _ mentor: String, _ day: Int, _ outcome: GuidanceSession.Outcome = .held
  ) -> GuidanceSession {
    GuidanceSession(
      id: "", trainee: trainee, mentor: mentor, link: .financing, on: Self.start + day, minutes: 60,
      outcome: outcome)
  }

  private func check(_ pool: [PoolRecord], _ sessions: [GuidanceSession] = []) -> GuidanceCheck {
    GuidanceCheck(pool, sessions: sessions, guidanceDays: 30, knownOn: Self.start + 400)
  }

  @Test func `a mentor is found by id or by a name that one alone has`() {
    var check = check([record("M1", "示例甲"), record("M2", "示例乙"), record("M3", "示例乙")])
    #expect(["M1", "示例甲", "示例乙", "路人"].map(check.mentor) == ["M1", "M1", "示例乙", "路人"])
    #expect(check.concerns(of: meeting("T1", "示例乙", 1)) == [.ambiguous("示例乙", ["M2", "M3"])])
    #expect(check.concerns(of: meeting("T1", "路人", 1)) == [.outsider("路人")])
    #expect(check.concerns(of: meeting("T1", "示例甲", 1)).isEmpty)
  }

  @Test
  func `a place is taken until so many days after the last meeting, and a second trainee finds it full`() {
    var check = check([record("M1", "示例甲")], [meeting("T1", "M1", 0), meeting("T1", "M1", 20)])
    let full = GuidanceConcern.full(member: "M1", capacity: 1, on: Self.start + 50)
    #expect(check.concerns(of: meeting("T2", "M1", 50)) == [full])
    #expect(full.needsConfirmation && !full.isError)
    #expect(check.concerns(of: meeting("T1", "M1", 49)).isEmpty)
    #expect(check.concerns(of: meeting("T4", "M1", 50, .missed)).isEmpty)
  }

  @Test func `what was entered before in the same file counts, and days out of the term are told`() {
    var check = check([record("M1", "示例甲", to: Self.start + 10), record("M2", "示例乙", capacity: nil)])
    #expect(check.concerns(of: meeting("T1", "M1", 1)).isEmpty)
    #expect(check.concerns(of: meeting("T2", "M1", 2)).map(\.needsConfirmation) == [true])
    #expect(
      check.concerns(of: meeting("T3", "M1", 200)) == [.notServing(member: "M1", on: Self.start + 200)])
    #expect((1...9).allSatisfy { check.concerns(of: meeting("T\($0)", "M2", 3)).isEmpty })
  }

  @Test func `meetings that are far apart are two times of help`() {
    let relations = MentorRelation.guided(
      by: [
        meeting("T1", "M1", 0), meeting("T1", "M1", 25), meeting("T1", "M1", 90),
        meeting("T2", "M1", 3, .missed),
      ],
      days: 30)
    #expect(
      relations == [
        MentorRelation(member: "M1", subject: "T1", from: Self.start, to: Self.start + 55),
        MentorRelation(member: "M1", subject: "T1", from: Self.start + 90, to: Self.start + 120),
      ])
  }

  @Test func `without a pool nothing is said`() {
    var check = check([])
    #expect(check.concerns(of: meeting("T1", "路人", 1)).isEmpty)
  }

  @Test
  func `a term is renewed for as long from the day after it, or from today, and resumed after a suspension`()
    throws
  {
    let today = Self.start + 50
    let running = record("M1", "示例甲", to: Self.start + 99)
    #expect(
      running.renewal(from: nil, to: nil, today: today)
        == PoolEntry.Term(from: Self.start + 100, to: Self.start + 199))
    let over = record("M1", "示例甲", to: Self.start + 9)
    #expect(over.renewal(from: nil, to: nil, today: today)?.from == today)
    #expect(over.member.standing(on: today) == .over)
    #expect(record("M1", "示例甲").renewal(from: nil, to: nil, today: today) == nil)
  }
}
