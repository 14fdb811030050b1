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
    // L1 alone is five periods over the mean of three; any other two cost five and more. Prices prove four of it.
    #expect(bounds.total == 4)
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
