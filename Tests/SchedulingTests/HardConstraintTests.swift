import Civil
import Testing

@testable import Scheduling

@Suite struct HardConstraintTests {
  /// One class of two sessions of four periods, orders 1 and 2.
  private func twoSessions(gap: Int = 0, series: Problem.Series = .example()) -> Problem {
    .example(
      series: [series],
      sessions: [
        .init(series: 0, order: 1, module: "ideas", periods: 4),
        .init(series: 0, order: 2, module: "market", periods: 4, gapDays: gap),
      ])
  }

  @Test func `a session starts only after every session of a lower order has ended`() {
    let problem = twoSessions()
    #expect(Constraint.order.total(problem, [.example(0), .example(1, block: 1)]) == 0)
    #expect(Constraint.order.total(problem, [.example(0, block: 1), .example(1)]) == 1)
  }

  @Test func `a gap of one day means not on the same day`() {
    let problem = twoSessions(gap: 1)
    #expect(Constraint.order.total(problem, [.example(0), .example(1, block: 1)]) == 1)
    #expect(Constraint.order.total(problem, [.example(0), .example(1, day: 1)]) == 0)
  }

  @Test func `the parts of a module stay in order`() {
    let problem = Problem.example(
      series: [.example()],
      sessions: [
        .init(series: 0, module: "market", part: 1, periods: 4),
        .init(series: 0, module: "market", part: 2, periods: 4),
      ])
    #expect(Constraint.order.total(problem, [.example(0, day: 1), .example(1)]) == 1)
    #expect(Constraint.order.total(problem, [.example(0), .example(1, day: 1)]) == 0)
  }

  @Test func `a session lies in the plan and the class's dates, fits its block and is on no holiday`() {
    var problem = twoSessions(series: .example(latest: monday + 4))
    #expect(Constraint.window.total(problem, [.example(0)]) == 0)
    #expect(Constraint.window.total(problem, [.example(0, day: 5)]) == 1)
    #expect(Constraint.window.total(problem, [.example(0, day: 40)]) == 2)
    #expect(Constraint.window.total(problem, [.example(0, first: 2)]) == 1)
    problem.calendar.add(.init(kind: .holiday, name: "holiday"), on: monday)
    #expect(Constraint.window.total(problem, [.example(0)]) == 1)
  }

  @Test func `a class meets when it is open, once at a time, and not too long a day`() {
    let mornings = WeeklyPattern(open: Array(repeating: ["AM"], count: 7))
    let problem = twoSessions(series: .example(open: mornings, day: 4))
    #expect(Constraint.classOpen.total(problem, [.example(0), .example(1, day: 1)]) == 0)
    #expect(Constraint.classOpen.total(problem, [.example(0, block: 1)]) == 1)
    // Overlapping, and eight periods on one day.
    #expect(Constraint.classOpen.total(problem, [.example(0), .example(1)]) == 2)
  }

  @Test func `a room has seats, features and one session at a time, at the class's one site`() {
    let problem = Problem.example(
      rooms: [.example("R1"), .example("small", seats: 10), .example("far", site: 1)],
      series: [.example(site: 0)],
      sessions: [
        .init(series: 0, module: "a", periods: 4, features: ["projector"]),
        .init(series: 0, module: "b", periods: 4),
      ])
    #expect(Constraint.room.total(problem, [.example(1)]) == 0)
    #expect(Constraint.room.total(problem, [.example(0)]) == 1)
    #expect(Constraint.room.total(problem, [.example(1, room: 1)]) == 1)
    // Not at its site; and with another at the first site, at two sites.
    #expect(Constraint.room.total(problem, [.example(1, room: 2)]) == 1)
    #expect(Constraint.room.total(problem, [.example(1, room: 2), .example(0, day: 1)]) == 3)
  }

  @Test func `lecturers are as many as asked, qualified, free and within their limits`() {
    let busy = CivilMoment(monday, ClockTime(minutes: 600))..<CivilMoment(monday, ClockTime(minutes: 610))
    let problem = Problem.example(
      people: [
        .example("tax", holds: ["tax"], day: 4, week: 4), .example("busy", holds: ["tax"], busy: [busy]),
      ],
      series: [.example()],
      sessions: [
        .init(series: 0, module: "a", periods: 4, qualification: "tax"),
        .init(series: 0, module: "b", periods: 4),
      ])
    #expect(Constraint.lecturer.total(problem, [.example(0)]) == 0)
    #expect(Constraint.lecturer.total(problem, [.example(0, people: [1])]) == 1)
    #expect(Constraint.lecturer.total(problem, [.example(0, people: [])]) == 1)
    // Eight periods a day and a week, of four each.
    #expect(Constraint.lecturer.total(problem, [.example(0), .example(1, block: 1)]) == 2)
  }

  @Test func `travel time lies between sessions at different sites`() {
    let problem = Problem.example(
      rooms: [.example("R1"), .example("far", site: 1)], series: [.example(), .example("C2")],
      sessions: [.init(series: 0, module: "a", periods: 2), .init(series: 1, module: "a", periods: 2)])
    let first = Placement.example(0, periods: 2)
    #expect(Constraint.travel.total(problem, [first, .example(1, first: 3, periods: 2, room: 1)]) == 1)
    #expect(Constraint.travel.total(problem, [first, .example(1, first: 3, periods: 2)]) == 0)
    #expect(Constraint.travel.total(problem, [first, .example(1, block: 1, periods: 2, room: 1)]) == 0)
  }

  @Test func `classes that share a trainee do not overlap`() {
    let problem = Problem.example(
      series: [.example(trainees: [7]), .example("C2", trainees: [7]), .example("C3", trainees: [8])],
      sessions: (0..<3).map { .init(series: $0, module: "a", periods: 4) })
    #expect(Constraint.trainee.total(problem, [.example(0), .example(1, room: 1, people: [1])]) == 1)
    #expect(Constraint.trainee.total(problem, [.example(0), .example(2, room: 1, people: [1])]) == 0)
  }

  @Test func `a complete class meets enough different lecturers`() {
    let problem = twoSessions(series: .example(minLecturers: 2))
    #expect(Constraint.variety.total(problem, [.example(0), .example(1, day: 1)]) == 1)
    #expect(Constraint.variety.total(problem, [.example(0), .example(1, day: 1, people: [1])]) == 0)
    #expect(Constraint.variety.total(problem, [.example(0)]) == 0)
  }

  @Test func `meetings have one mentor, their gap, and a room that fits the mode`() {
    let problem = Problem.example(
      rooms: [.example("desk", features: ["consult"]), .example("R1")],
      people: [.example("M1", mentor: true), .example("M2", mentor: true), .example("L1")],
      series: [.example("T1", kind: .office, gap: 7), .example("T2", kind: .visit)],
      sessions: [
        .init(series: 0, module: "", part: 1, periods: 2, features: ["consult"]),
        .init(series: 0, module: "", part: 2, periods: 2, features: ["consult"]),
        .init(series: 1, module: "", periods: 2),
      ])
    let first = Placement.example(0, periods: 2)
    #expect(Constraint.mentoring.total(problem, [first, .example(1, day: 7, periods: 2)]) == 0)
    #expect(Constraint.mentoring.total(problem, [first, .example(1, day: 6, periods: 2)]) == 1)
    #expect(Constraint.mentoring.total(problem, [first, .example(1, day: 7, periods: 2, people: [1])]) == 1)
    #expect(Constraint.mentoring.total(problem, [.example(0, periods: 2, room: 1)]) == 1)
    #expect(Constraint.mentoring.total(problem, [.example(0, periods: 2, people: [2])]) == 1)
    #expect(Constraint.mentoring.total(problem, [.example(2, periods: 2)]) == 1)
    #expect(Constraint.mentoring.total(problem, [.example(2, periods: 2, room: nil)]) == 0)
  }

  @Test func `what a pin gives holds`() {
    let pin = Problem.Pin(date: monday, block: nil, first: nil, room: nil, people: [1])
    let problem = Problem.example(
      series: [.example()], sessions: [.init(series: 0, module: "a", periods: 4, pins: [pin])])
    #expect(Constraint.pins.total(problem, [.example(0, people: [1])]) == 0)
    #expect(Constraint.pins.total(problem, [.example(0)]) == 1)
    #expect(Constraint.pins.total(problem, [.example(0, day: 1, people: [1])]) == 1)
  }
}
