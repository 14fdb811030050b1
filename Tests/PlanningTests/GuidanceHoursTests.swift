import Civil
import Mentors
import Testing

@testable import Planning

@Suite struct GuidanceHoursTests {
  private let monday = guidanceMonday

  private func hours(
    _ wanted: Int, shares: [ServiceLink: Int] = [.financing: 1], days: Int = 7,
    experts: [ServiceLink: Set<String>] = [:], rows: [TimetableRow] = [],
    change: (inout PlanningBundle) -> Void = { _ in }
  ) -> GuidanceHours {
    var bundle = PlanningBundle.guidanceExample()
    change(&bundle)
    return GuidanceHours(
      bundle, rows: rows, period: monday...(monday + (days - 1)), wanted: wanted, shares: shares, periods: 1,
      experts: experts)
  }

  @Test func `a week bears no more than the limits of the day and the week`() {
    // Two mentors, 8 periods a day and 40 a week: 40 each, though the days would allow 56.
    #expect(hours(80).bearable == 80 && hours(80).shortage == nil)
    #expect(hours(81).shortage?.short == 1)
    #expect(hours(10, days: 2).bearable == 32)
  }

  @Test func `sessions and calendars are taken off`() {
    let row = TimetableRow(
      session: "C1/1", kind: .class, classID: "C1", module: "m", part: 1, trainee: "", date: monday,
      block: "AM",
      firstPeriod: 1, periods: 4, start: ClockTime(minutes: 510), end: ClockTime(minutes: 720), site: "S1",
      room: "R1", people: ["P1"])
    #expect(hours(1, days: 1, rows: [row]).byMentor.map(\.meetings) == [4, 8])
    #expect(
      hours(1, days: 1) { $0.busy["P2"] = [CivilMoment(monday)..<CivilMoment(monday + 1)] }.byMentor
        .map(\.meetings) == [8, 0])
  }

  @Test func `links that share a mentor are short together`() {
    let short = hours(
      60, shares: [.financing: 25, .riskAssessment: 25, .planDesign: 10],
      experts: [.financing: ["P2"], .riskAssessment: ["P2"], .planDesign: ["P1"]])
    #expect(short.shortage?.links == [.riskAssessment, .financing])
    #expect(short.shortage?.short == 10 && short.shortage?.mentors == 1)
    #expect(short.bearable == 80)
  }

  @Test func `the wanted number falls on months by working days, and all of it`() {
    let hours = hours(1_400, shares: [.financing: 2, .planDesign: 1], days: 365)
    #expect(hours.months.reduce(0) { $0 + $1.wanted } == 1_400)
    #expect(hours.links.map(\.wanted).reduce(0, +) == 1_400)
    #expect(hours.months.first?.days.lowerBound == monday && hours.months.count == 13)
  }

  /// By brute force: the most meetings that an assignment of links to mentors' time can hold.
  @Test(arguments: 0..<60)
  func `what is short is what no assignment can hold`(_ seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 99
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let links: [ServiceLink] = [.planDesign, .riskAssessment, .financing]
    let mentors = ["P1", "P2", "P3"]
    let guides = links.map { _ in Set(mentors.filter { _ in next(2) == 0 }) }
    let wanted = links.map { _ in next(4) }
    let bearable = mentors.map { _ in next(4) }
    func most(_ link: Int, _ left: [Int]) -> Int {
      guard link < links.count else { return 0 }
      var best = 0
      func give(_ mentor: Int, _ open: Int, _ left: [Int], _ held: Int) {
        guard mentor < mentors.count else {
          best = max(best, held + most(link + 1, left))
          return
        }
        let limit = guides[link].contains(mentors[mentor]) ? min(open, left[mentor]) : 0
        for count in 0...limit {
          var rest = left
          rest[mentor] -= count
          give(mentor + 1, open - count, rest, held + count)
        }
      }
      give(0, wanted[link], left, 0)
      return best
    }
    let short = GuidanceHours.shortage(links, wanted, guides, mentors, bearable)?.short ?? 0
    #expect(short == wanted.reduce(0, +) - most(0, bearable))
  }

  @Test func `a standing meeting moves off a holiday, makes busy, and spares whoever teaches`() {
    var bundle = PlanningBundle.guidanceExample()
    bundle.calendar.add(.init(kind: .holiday, name: "假日"), on: monday)
    let meeting = StandingMeeting(
      code: "W", name: "周例会", cadence: Cadence(.weekly(.monday)), start: ClockTime(minutes: 900),
      end: ClockTime(minutes: 960), days: monday...(monday + 20), place: "", attendees: ["mentor", "联络员"])
    let found = meeting.occurrences(
      in: monday...(monday + 400), calendar: bundle.calendar, people: bundle.people)
    #expect(found.map(\.held) == [monday + 1, monday + 7, monday + 14])
    #expect(found[0].attendees == ["P1", "P2", "联络员"])
    let row = TimetableRow(
      session: "C1/1", kind: .class, classID: "C1", module: "m", part: 1, trainee: "", date: monday + 7,
      block: "PM", firstPeriod: 1, periods: 4, start: ClockTime(minutes: 840), end: ClockTime(minutes: 1_050),
      site: "S1", room: "R1", people: ["P1"])
    bundle.addBusy(found, beside: [row])
    #expect(bundle.busy["P1"]?.count == 2 && bundle.busy["P2"]?.count == 3)
  }
}
