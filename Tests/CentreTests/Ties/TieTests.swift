import Civil
import Indicators
import Interchange
import Mentors
import Testing

@testable import Centre

@Suite struct TieTests {
  @Test func `a pledge answers as it was known on a day, also after it was handed on and ended`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let today = try centre.today()
    let from = followed.day("2026-05-06")
    #expect(try centre.pledge([PledgeEntry(trainee: "T1", officer: "王某", from: from)]) == ["B00001"])
    _ = try centre.handOn(pledgeFor: "T1", to: "李某", from: from + 10, reason: nil)
    let pledge = try #require(try centre.pledges(knownOn: today).first)
    #expect(pledge.officer(on: from + 9, knownOn: today) == "王某")
    #expect(pledge.officer(on: from + 10, knownOn: today) == "李某")
    #expect(try centre.pledges(knownOn: today + -1).isEmpty)
    _ = try centre.endPledge(for: "T1", on: from + 20, reason: "已开业")
    let ended = try #require(try centre.pledges(knownOn: today).first)
    #expect(ended.to == from + 20 && ended.endReason == "已开业")
    // Another may begin the day after.
    #expect(try centre.pledge([PledgeEntry(trainee: "T1", officer: "王某", from: from + 21)]) == ["B00002"])
  }

  @Test func `of a lot that holds one wrong entry nothing is stored`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let today = try centre.today()
    #expect(throws: CentreError.self) {
      try centre.pledge([
        PledgeEntry(trainee: "T1", officer: "王某"), PledgeEntry(trainee: "T1", officer: "李某"),
      ])
    }
    #expect(throws: CentreError.self) {
      try centre.pledge([
        PledgeEntry(trainee: "T1", officer: "王某"), PledgeEntry(trainee: "T9", officer: "李某"),
      ])
    }
    #expect(try centre.pledges(knownOn: today).isEmpty)
    let pair = PairingEntry(kind: .peers, helper: "T1", helped: "T2")
    #expect(throws: CentreError.self) { try centre.pair([(pair, nil), (pair, nil)]) }
    #expect(try centre.pairings(knownOn: today).isEmpty)
  }

  @Test func `duties are those of the regulation, from the last deed on, and none after the end`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let today = try centre.today()
    let from = today + -100
    _ = try centre.pledge([PledgeEntry(trainee: "T1", officer: "王某", from: from)])
    _ = try centre.keep([
      PledgeDeedEntry(trainee: "T1", item: .service, on: today + -3, what: "上门"),
      PledgeDeedEntry(trainee: "T1", item: .project, on: today + -99, what: "荐项目"),
    ])
    let rule = try centre.rule(\.pledges, .pledges, in: "", on: today)
    let standing = try centre.pledgeStanding(asOf: today, calendar: followed.calendar)
    for duty in standing.duties {
      let last = duty.last?.on ?? from
      let days = try #require(rule.workingDays[duty.item])
      #expect(duty.due == followed.calendar.workingDay(days, after: last))
    }
    #expect(standing.duties.map(\.deeds) == [1, 1, 0])
    #expect(
      try centre.pledgeStanding(officer: "李某", asOf: today, calendar: followed.calendar).pledges.isEmpty)
    _ = try centre.endPledge(for: "T1", on: today + -1, reason: "转出")
    #expect(try centre.pledgeStanding(asOf: today, calendar: followed.calendar).duties.isEmpty)
  }

  @Test func `what is exported of pledges and pairings gives the same counts again by plain counting`() throws
  {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let today = try centre.today()
    _ = try centre.pledge([
      PledgeEntry(trainee: "T1", officer: "王某", from: today + -30),
      PledgeEntry(trainee: "T2", officer: "李某", from: today + -30),
    ])
    let deeds = try centre.keep([
      PledgeDeedEntry(trainee: "T1", item: .service, on: today + -3, what: "上门"),
      PledgeDeedEntry(trainee: "T2", item: .service, on: today + -2, what: "电话"),
      PledgeDeedEntry(trainee: "T2", item: .project, on: today + -1, what: "荐项目"),
    ])
    try centre.strikeOut(try #require(deeds.first), reason: "登错")
    let pairs = try centre.pair([(PairingEntry(kind: .peers, helper: "T1", helped: "T2"), nil)])
    _ = try centre.endPairing(try #require(pairs.first), on: today, reason: "期满")
    let folder = followed.example.folder.path + "/ledgers"
    _ = try centre.exportLedgers(
      to: folder, area: nil, knownOn: today, calendar: followed.calendar, in: .english)
    let files = ExportedFiles(folder: folder)
    let standing = try files.rows("pledge_deeds").filter { $0["struck_out_on"] == "" }
    let recounted = Dictionary(grouping: standing) { $0["item", default: ""] }.mapValues(\.count)
    let known = try centre.pledges(knownOn: today).flatMap(\.deeds)
    #expect(recounted == Dictionary(grouping: known, by: \.item.rawValue).mapValues(\.count))
    #expect(recounted == ["service": 1, "project": 1])
    #expect(try files.rows("pledges").map { $0["officer"] } == ["王某", "李某"])
    #expect(try files.rows("pairings").map { $0["ended_on"] } == ["\(today)"])
  }
}
