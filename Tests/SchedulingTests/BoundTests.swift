import Civil
import Testing

@testable import Scheduling

@Suite struct SpanBoundTests {
  private func units(_ problem: Problem) -> Int { LowerBounds(problem).units(of: "span") }

  private func sessions(_ count: Int, periods: Int = 4, gap: Int = 0) -> [Problem.Session] {
    (1...count).map {
      .init(series: 0, order: $0, module: "m\($0)", periods: periods, gapDays: $0 == 1 ? 0 : gap)
    }
  }

  @Test func `days on which the class is closed count`() {
    let mondays = WeeklyPattern(open: (0..<7).map { $0 == 0 ? ["AM"] : [] })
    // Three Mondays are fifteen days; twelve periods at eight a day need two.
    let problem = Problem.example(series: [.example(open: mondays)], sessions: sessions(3))
    #expect(units(problem) == 13)
  }

  @Test func `a holiday in between counts`() {
    let mornings = WeeklyPattern(open: Array(repeating: ["AM"], count: 7))
    let series = Problem.Series.example(open: mornings, day: 4, latest: monday + 3)
    #expect(units(.example(series: [series], sessions: sessions(3), holidays: [])) == 0)
    #expect(units(.example(series: [series], sessions: sessions(3), holidays: [monday + 1])) == 1)
  }

  @Test func `periods a day and gaps between orders count`() {
    // Eight periods a day at most: sessions of five go one a day, though ten would need two days.
    let long = Problem.example(series: [.example(day: 4)], sessions: sessions(3, periods: 3))
    #expect(units(long) == 0)
    #expect(units(.example(series: [.example()], sessions: sessions(3, gap: 2))) == 3)
  }

  @Test func `lecturers and rooms that are closed count, and a team must be free together`() {
    let even = WeeklyPattern(open: (0..<7).map { $0 % 2 == 0 ? ["AM", "PM"] : [] })
    let series = [Problem.Series.example(latest: monday + 5)]
    let two = sessions(4)
    #expect(units(.example(people: [.example("L1", open: even)], series: series, sessions: two)) == 1)
    #expect(
      units(.example(rooms: [.example("R1", open: even)], series: series, sessions: two)) == 1)
    let team = [Problem.Session(series: 0, module: "a", periods: 4, team: 2)]
    let apart = [
      Problem.Person.example("L1", open: even),
      .example("L2", open: WeeklyPattern(open: (0..<7).map { $0 % 2 == 1 ? ["AM"] : [] })),
    ]
    let never = LowerBounds(.example(people: apart, series: series, sessions: team))
    #expect(never.units(of: "span") == 0, "a class that cannot be held has no bound")
  }

  @Test func `modules of one order may interleave`() {
    let problem = Problem.example(
      series: [.example(day: 8)],
      sessions: [
        .init(series: 0, order: 1, module: "a", part: 1, periods: 4),
        .init(series: 0, order: 1, module: "a", part: 2, periods: 4),
        .init(series: 0, order: 1, module: "b", part: 1, periods: 3),
      ])
    #expect(units(problem) == 0)
  }
}

@Suite struct StaffingBoundTests {
  private let law = Problem.Session(series: 0, order: 1, module: "law", periods: 4, qualification: "law")
  private let tax = Problem.Session(series: 0, order: 2, module: "tax", periods: 4, qualification: "tax")

  @Test func `a class meets as many lecturers as its qualifications need`() {
    let apart = Problem.example(
      people: [.example("L1", holds: ["law"]), .example("L2", holds: ["tax"])], series: [.example()],
      sessions: [law, tax])
    #expect(LowerBounds(apart).units(of: "lecturers") == 1)
    let both = Problem.example(
      people: [.example("L1", holds: ["law", "tax"]), .example("L2", holds: ["tax"])], series: [.example()],
      sessions: [law, tax])
    #expect(LowerBounds(both).units(of: "lecturers") == 0)
    let required = Problem.example(
      people: [.example("L1", holds: ["law"]), .example("L2", holds: ["tax"])],
      series: [.example(minLecturers: 2)], sessions: [law, tax])
    #expect(LowerBounds(required).units(of: "lecturers") == 0)
  }

  @Test func `periods that few may hold are beyond the mean`() {
    let problem = Problem.example(
      people: [.example("L1", holds: ["law"]), .example("L2"), .example("L3")], series: [.example()],
      sessions: [law, .init(series: 0, order: 2, module: "b", periods: 2)])
    // Six periods over three lecturers: two each, of which the lawyer holds four.
    #expect(LowerBounds(problem).units(of: "load") == 2)
  }

  @Test func `lecturers and load together cost more than each by itself`() {
    let problem = Problem.example(
      people: [
        .example("L1", holds: ["law", "tax"]), .example("L2", holds: ["law"]), .example("L3", holds: ["tax"]),
      ],
      series: [.example()], sessions: [law, tax])
    let bounds = LowerBounds(problem)
    #expect(bounds.units(of: "lecturers") == 0)
    #expect(bounds.units(of: "load") == 0)
    // L1 alone is five periods over the mean of three; any other two cost five and more.
    #expect(bounds.total == 5)
    #expect(bounds.summed.map(\.id) == ["staffing"])
  }

  @Test func `no bound counts a constraint twice`() {
    let problem = Problem.example(
      people: [.example("L1", holds: ["law"]), .example("L2", holds: ["tax"]), .example("L3")],
      series: [.example()], sessions: [law, tax])
    let bounds = LowerBounds(problem)
    let counted = bounds.summed.flatMap(\.constraints)
    #expect(Set(counted).count == counted.count)
    #expect(bounds.total >= bounds.proofs.map(\.cost).max() ?? 0)
  }

  @Test func `weights change the sum`() throws {
    let problem = Problem.example(
      people: [.example("L1", holds: ["law"]), .example("L2", holds: ["tax"])], series: [.example()],
      sessions: [law, tax])
    let weights = try Weights(overrides: ["lecturers": 2.5, "load": 0])
    #expect(abs(LowerBounds(problem, weights: weights).total - 2.5) < 1e-4)
  }
}

@Suite struct RoomAndMoveBoundTests {
  @Test func `a class needs two rooms where none suits all its sessions`() {
    let sessions: [Problem.Session] = [
      .init(series: 0, order: 1, module: "a", periods: 4, features: ["pc"]),
      .init(series: 0, order: 2, module: "b", periods: 4, features: ["kitchen"]),
    ]
    let apart = [Problem.Room.example("R1", features: ["pc"]), .example("R2", features: ["kitchen"])]
    #expect(
      LowerBounds(.example(rooms: apart, series: [.example()], sessions: sessions)).units(of: "rooms") == 1)
    let elsewhere = apart + [.example("R3", site: 1, features: ["pc", "kitchen"])]
    #expect(
      LowerBounds(.example(rooms: elsewhere, series: [.example()], sessions: sessions)).units(of: "rooms")
        == 0)
    #expect(
      LowerBounds(.example(rooms: elsewhere, series: [.example(site: 0)], sessions: sessions))
        .units(of: "rooms") == 1)
  }

  @Test func `what was published on a day that is a holiday now must move`() {
    let sessions = (1...2).map { Problem.Session(series: 0, order: $0, module: "m\($0)", periods: 4) }
    let published = [0: Placement.example(0, day: 1), 1: Placement.example(1, day: 2)]
    let open = Problem.example(series: [.example()], sessions: sessions)
    #expect(LowerBounds(open, previous: published).units(of: "moved") == 0)
    let closed = Problem.example(series: [.example()], sessions: sessions, holidays: [monday + 2])
    #expect(LowerBounds(closed, previous: published).units(of: "moved") == 1)
  }
}

@Suite struct SpreadBoundTests {
  private func bounds(_ problem: Problem) throws -> LowerBounds {
    LowerBounds(problem, weights: try Weights(overrides: ["seats": 1, "days": 5]))
  }

  private func series(_ id: String, attendance: Int, wantedDays: Int = 0, open: WeeklyPattern = always)
    -> Problem.Series
  {
    Problem.Series(
      id: id, earliest: monday, latest: monday + 6, open: open, attendance: attendance, wantedDays: wantedDays
    )
  }

  @Test func `the largest classes get the largest rooms, and some trainees no seat`() throws {
    let once = WeeklyPattern(open: (0..<7).map { $0 == 0 ? ["EVE"] : [] })
    let sessions = (0..<2).map { Problem.Session(series: $0, module: "m", periods: 3) }
    let two = [series("A", attendance: 50), series("B", attendance: 30)]
    // Both can have the room with forty seats, one after the other.
    let large = Problem.example(rooms: [.example("R1", seats: 40)], series: two, sessions: sessions)
    #expect(try bounds(large).units(of: "seats") == 10)
    // A room that is open for three periods on four Mondays holds twelve sessions at most, of one period each.
    let many = (0..<24).map { _ in Problem.Session(series: 0, module: "m", periods: 1) }
    let rooms = [Problem.Room.example("R1", seats: 40, open: once), .example("R2", seats: 20)]
    let narrow = Problem.example(rooms: rooms, series: [series("A", attendance: 50)], sessions: many)
    #expect(try bounds(narrow).units(of: "seats") == 12 * 10 + 12 * 30)
    #expect(LowerBounds(large).units(of: "seats") == 0, "nobody pays for it")
  }

  @Test func `a class meets on no more days than it has sessions or openings`() throws {
    let two = WeeklyPattern(open: (0..<7).map { $0 < 2 ? ["AM"] : [] })
    let sessions = (1...4).map { Problem.Session(series: 0, order: $0, module: "m\($0)", periods: 1) }
    let open = Problem.example(series: [series("A", attendance: 5, wantedDays: 5)], sessions: sessions)
    #expect(try bounds(open).units(of: "days") == 1)
    let narrow = Problem.example(
      series: [series("A", attendance: 5, wantedDays: 4, open: two)], sessions: sessions)
    #expect(try bounds(narrow).units(of: "days") == 2)
  }
}

@Suite struct CaseBoundTests {
  /// Two classes, two lecturers who hold all, and one of each qualification.
  private let problem = Problem.example(
    people: [.example("L1"), .example("L2")], series: [.example()],
    sessions: (1...4).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })

  @Test func `telling cases apart proves what prices alone cannot`() {
    let space = SearchSpace(problem, previous: [:])
    let alone = StaffPricing(StaffingNeeds(space), lecturers: 5, load: 1)
    #expect(alone.ascend(from: alone.middle, steps: 500).value <= 1e-6)
    // One lecturer is eight periods over the mean; a second costs five.
    let told = StaffCases.best(space, lecturers: 5, load: 1, effort: 20_000)
    #expect(told.cost == 5)
    #expect(told.cases.count > 1)
    #expect(LowerBounds(problem).total == 5)
  }

  @Test func `the same problem gives the same cases`() {
    let space = SearchSpace(problem, previous: [:])
    let (one, other) = (
      StaffCases.best(space, lecturers: 5, load: 1, effort: 20_000),
      StaffCases.best(space, lecturers: 5, load: 1, effort: 20_000)
    )
    #expect(one.cases.map(\.prices) == other.cases.map(\.prices))
  }
}
