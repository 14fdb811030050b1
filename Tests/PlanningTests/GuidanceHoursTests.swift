import Civil
import Mentors
import Scheduling
import Testing

@testable import Planning

@Suite struct GuidanceHoursTests {
  private let monday = guidanceMonday

  private func hours(
    _ wanted: Int, shares: [GuidanceHours.Want: Int] = [GuidanceHours.Want(.financing): 1], days: Int = 7,
    experts: [ServiceLink: Set<String>] = [:], rows: [TimetableRow] = [], trainees: Int = 40,
    periods: Int = 1,
    change: (inout PlanningBundle) -> Void = { _ in }
  ) -> GuidanceHours {
    var bundle = PlanningBundle.guidanceExample()
    change(&bundle)
    return GuidanceHours(
      bundle, rows: rows, period: monday...(monday + (days - 1)), wanted: wanted, shares: shares,
      trainees: trainees, periods: periods, experts: experts)
  }

  @Test func `a week bears no more than the limits of the day and the week`() {
    // Two mentors, 8 periods a day and 40 a week: 40 each, though the days would allow 56.
    #expect(hours(80).bearable == 80 && hours(80).shortages.isEmpty)
    #expect(hours(81).short == 1)
    #expect(hours(10, days: 2).bearable == 32)
  }

  @Test func `a month is bounded by itself, and the whole is no more than its weeks`() {
    // From Monday, 2026-03-30 on: two days of March and five of April, 40 periods for the week.
    let first = monday + 28
    var bundle = PlanningBundle.guidanceExample(days: 60)
    bundle.people.removeFirst()
    let hours = GuidanceHours(
      bundle, rows: [], period: first...(first + 6), wanted: 1, shares: [.init(.financing): 1], trainees: 40,
      periods: 1, experts: [:])
    #expect(hours.months.map(\.bearable) == [16, 40] && hours.bearable == 40)
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
      60, shares: [.init(.financing): 25, .init(.riskAssessment): 25, .init(.planDesign): 10],
      experts: [.financing: ["P2"], .riskAssessment: ["P2"], .planDesign: ["P1"]])
    #expect(short.shortages.map(\.links) == [[.riskAssessment, .financing]])
    #expect(short.short == 10 && short.shortages.first?.count == 1)
    #expect(short.bearable == 80)
  }

  @Test func `the office wants a desk: its opening hours, what is held there, and a mentor who is free then`()
  {
    let office = [GuidanceHours.Want(.financing, .office): 1]
    // Four periods on five mornings, one desk.
    let week = hours(20, shares: office)
    #expect(week.months.first?.atDesks == 20 && week.shortages.isEmpty && week.desks == 1)
    let more = hours(21, shares: office)
    #expect(more.shortages.map(\.kind) == [.desks] && more.short == 1 && more.shortages.first?.bearable == 20)
    let two = hours(21, shares: office) {
      $0.rooms.append(
        Room(id: "D2", site: "S1", name: "窗口", capacity: 2, features: ["consult"], open: $0.rooms[1].open))
    }
    #expect(two.shortages.isEmpty && two.months.first?.atDesks == 40)
    // Open in the afternoon only, mentors never sit at a desk.
    let never = hours(1, shares: office) { bundle in
      bundle.people = bundle.people.map {
        Person(
          id: $0.id, name: $0.name, roles: $0.roles,
          open: WeeklyPattern(open: Weekday.allCases.map { _ in ["PM"] }))
      }
    }
    #expect(never.shortages.map(\.kind) == [.mentors] && never.shortages.first?.modes == [.office])
    #expect(never.byMentor.map(\.office) == [0, 0] && never.byMentor.map(\.meetings) == [28, 28])
  }

  @Test func `visits take the way between them, and before and after a class`() {
    // 45 minutes and breaks of 10, 30 on the way: the first and the third period of each half-day.
    #expect(hours(1, days: 1).byMentor.map(\.visits) == [4, 4])
    let row = TimetableRow(
      session: "C1/1", kind: .class, classID: "C1", module: "m", part: 1, trainee: "", date: monday,
      block: "AM", firstPeriod: 1, periods: 2, start: ClockTime(minutes: 510), end: ClockTime(minutes: 610),
      site: "S1", room: "R1", people: ["P1"])
    #expect(hours(1, days: 1, rows: [row]).byMentor.map(\.visits) == [3, 4])
    #expect(hours(1, days: 1, rows: [row]).byMentor.map(\.meetings) == [6, 8])
    let visits = hours(9, shares: [.init(.followUp, .visit): 1], days: 1)
    #expect(visits.short == 1 && visits.shortages.first?.modes == [.visit])
  }

  @Test func `trainees in class cannot be met, and meetings arranged are a plan beside the bounds`() {
    let row = TimetableRow(
      session: "C1/1", kind: .class, classID: "C1", module: "m", part: 1, trainee: "", date: monday,
      block: "AM", firstPeriod: 1, periods: 4, start: ClockTime(minutes: 510), end: ClockTime(minutes: 720),
      site: "S1", room: "R1", people: ["P1"])
    var meeting = row
    (meeting.kind, meeting.classID, meeting.trainee) = (.mentoring, "", "T2")
    let day = hours(20, days: 1, rows: [row, meeting], trainees: 1)
    // The only trainee is in class in the morning and has four periods left.
    #expect(day.months.first?.byTrainees == 4 && day.months.first?.arranged == 1)
    #expect(day.shortages.map(\.kind) == [.trainees] && day.short == 16)
    #expect(hours(1, days: 1, rows: [row], trainees: 3).months.first?.byTrainees == 20)
  }

  @Test func `the wanted number falls on months by working days, and all of it`() {
    let hours = hours(1_400, shares: [.init(.financing): 2, .init(.planDesign): 1], days: 365)
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
    let wants = [
      GuidanceHours.Want(.planDesign, .office), .init(.financing, .office), .init(.financing, .visit),
      .init(.followUp, .online),
    ]
    let mentors = ["P1", "P2", "P3"]
    let guides = wants.map { _ in Set(mentors.filter { _ in next(2) == 0 }) }
    let wanted = wants.map { _ in next(4) }
    let any = mentors.map { _ in next(5) }
    let office = any.map { next($0 + 1) }
    let visits = any.map { next($0 + 1) }
    let (atDesks, byTrainees) = (next(6), 2 + next(12))
    var best = 0
    /// Gives meetings of each want to each mentor in turn, in all ways.
    func give(_ want: Int, _ mentor: Int, _ open: Int, _ held: [[Int]], _ sum: Int) {
      best = max(best, sum)
      guard want < wants.count else { return }
      guard mentor < mentors.count else {
        give(want + 1, 0, want + 1 < wants.count ? wanted[want + 1] : 0, held, sum)
        return
      }
      for count in 0...(guides[want].contains(mentors[mentor]) ? open : 0) {
        var held = held
        held[want][mentor] += count
        let own = (0..<wants.count).map { held[$0][mentor] }
        let inOffice = held[0].reduce(0, +) + held[1].reduce(0, +)
        guard own.reduce(0, +) <= any[mentor], own[0] + own[1] <= office[mentor], own[2] <= visits[mentor],
          inOffice <= atDesks, sum + count <= byTrainees
        else { break }
        give(want, mentor + 1, open - count, held, sum + count)
      }
    }
    give(0, 0, wanted[0], wants.map { _ in mentors.map { _ in 0 } }, 0)
    let found = GuidanceBalance(wants: wants, guides: guides, mentors: mentors, desks: 1, trainees: 9)
      .shortages(
        wanted: wanted,
        supply: GuidanceBalance.Supply(
          any: any, office: office, visits: visits, atDesks: atDesks, byTrainees: byTrainees))
    #expect(found.reduce(0) { $0 + $1.short } == wanted.reduce(0, +) - best)
    #expect(found.allSatisfy { $0.short > 0 })
  }

  /// What the planner places is a plan; the count is a bound, which no plan may pass.
  @Test(arguments: 0..<12)
  func `no plan holds more than is said to be bearable`(_ seed: Int) {
    var bundle = PlanningBundle.guidanceExample(days: 7, mentors: 1 + seed % 3)
    bundle.people = bundle.people.enumerated().map { index, person in
      let open = WeeklyPattern(
        open: Weekday.allCases.map { day in (day.rawValue + index + seed) % 3 == 0 ? ["AM", "PM"] : ["AM"] })
      return Person(
        id: person.id, name: person.name, roles: person.roles, maxPeriodsDay: 3 + seed % 4,
        maxPeriodsWeek: 14,
        open: open)
    }
    let known = Planner(bundle).solve(SearchLimits(steps: 20), clock: { 0 }).rows
    let modes: [MentoringRequest.Mode] = [.office, .visit, .online]
    let periods = 1 + seed % 2
    func plan(_ modes: [MentoringRequest.Mode]) -> Int {
      let needs = (2...40).map {
        GuidanceNeed.example("T\($0)", modes[$0 % modes.count], minutes: 45 * periods)
      }
      return GuidancePlanner(bundle, known: known, days: monday...(monday + 6)).plan(
        needs, limits: SearchLimits(steps: 1), clock: { 0 }
      ).meetings.count
    }
    let hours = GuidanceHours(
      bundle, rows: known, period: monday...(monday + 6), wanted: 1, shares: [.init(.financing): 1],
      trainees: 39, periods: periods, experts: [:])
    let month = hours.months[0]
    #expect(plan(modes) <= hours.bearable && plan(modes) <= month.byTrainees)
    #expect(
      plan([.office]) <= month.atDesks && plan([.office]) <= hours.byMentor.reduce(0) { $0 + $1.office })
    #expect(plan([.visit]) <= month.visits)
    // One mentor's visits can be planned as they are counted.
    if hours.byMentor.count == 1 { #expect(plan([.visit]) == min(39, month.visits)) }
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
