import Civil
import Testing

@testable import Scheduling

@Suite struct SpreadConstraintTests {
  private let problem = Problem.example(
    rooms: [.example("small", seats: 12), .example("large", seats: 40)],
    series: [
      Problem.Series(id: "C1", open: always, attendance: 15, wantedDays: 3, trainees: [0, 1]),
      Problem.Series(id: "C2", open: always, attendance: 12, trainees: [1]),
    ],
    sessions: [
      .init(series: 0, module: "a", periods: 1), .init(series: 0, module: "b", periods: 1),
      .init(series: 0, module: "c", periods: 1), .init(series: 1, module: "a", periods: 1),
    ])

  @Test func `each trainee without a seat counts at each session`() {
    let seats = Constraint.seats
    #expect(seats.total(problem, [.example(0, periods: 1, room: 0), .example(1, day: 1, periods: 1)]) == 6)
    #expect(seats.total(problem, [.example(0, periods: 1, room: 1)]) == 0)
    #expect(seats.total(problem, [.example(3, periods: 1, room: 0)]) == 0)
  }

  @Test func `each day that a class is held too few counts`() {
    let days = Constraint.days
    let first = Placement.example(0, periods: 1)
    #expect(days.total(problem, []) == 3)
    #expect(days.total(problem, [first, .example(1, first: 2, periods: 1)]) == 2)
    #expect(days.total(problem, [first, .example(1, day: 1, periods: 1)]) == 1)
    #expect(
      days.total(problem, [first, .example(1, day: 1, periods: 1), .example(2, day: 2, periods: 1)]) == 0)
  }

  @Test func `a session with none directly before or after it counts for each trainee`() {
    let compactness = Constraint.compactness
    let first = Placement.example(0, periods: 1)
    #expect(compactness.total(problem, [first]) == 2)
    // The next period: nobody is left alone. The one after it: both trainees are, twice.
    #expect(compactness.total(problem, [first, .example(1, first: 2, periods: 1)]) == 0)
    #expect(compactness.total(problem, [first, .example(1, first: 3, periods: 1)]) == 4)
    // The other class stands beside it for the trainee who attends both.
    #expect(compactness.total(problem, [first, .example(3, first: 2, periods: 1)]) == 1)
    #expect(compactness.total(problem, [first, .example(1, day: 1, periods: 1)]) == 4)
  }

  @Test func `the last period before noon and the first after it follow each other`() {
    let morning = Placement.example(0, first: 4, periods: 1)
    let compactness = Constraint.compactness
    #expect(compactness.total(problem, [morning, .example(1, block: 1, periods: 1)]) == 0)
    #expect(compactness.total(problem, [morning, .example(1, block: 1, first: 2, periods: 1)]) == 4)
  }

  @Test func `these rules cost nothing and are not reported unless weights say so`() throws {
    for constraint in [Constraint.seats, .days, .compactness] {
      let priced = try Weights(overrides: [constraint.id: 2])
      #expect(Weights.standard[constraint] == 0)
      #expect(!constraint.isPriced(by: .standard))
      #expect(constraint.isPriced(by: priced))
    }
    let unpriced = try Weights(overrides: ["moved": 0])
    #expect(Constraint.moved.isPriced(by: unpriced))
    #expect(Weights.courseTimetabling[.days] == 5)
    #expect(Weights.courseTimetabling[.span] == 0)
  }
}
