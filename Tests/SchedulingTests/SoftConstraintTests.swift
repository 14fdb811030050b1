import Civil
import Testing

@testable import Scheduling

@Suite struct SoftConstraintTests {
  private let problem = Problem.example(
    rooms: [.example("R1"), .example("R2"), .example("far", site: 1)],
    series: [.example()], sessions: (1...3).map { .init(series: 0, order: $0, module: "m\($0)", periods: 2) })

  @Test func `the span is the days from first to last session beyond those needed`() {
    #expect(
      Constraint.span.total(problem, [.example(0, periods: 2), .example(1, block: 1, periods: 2)]) == 0)
    #expect(Constraint.span.total(problem, [.example(0, periods: 2), .example(1, day: 4, periods: 2)]) == 4)
  }

  @Test func `free periods between the sessions of a block count`() {
    let first = Placement.example(0, periods: 1)
    #expect(Constraint.gap.total(problem, [first, .example(1, first: 4, periods: 1)]) == 2)
    #expect(Constraint.gap.total(problem, [first, .example(1, first: 2, periods: 1)]) == 0)
    #expect(Constraint.gap.total(problem, [first, .example(1, block: 1, first: 4, periods: 1)]) == 0)
  }

  @Test func `lecturers and rooms beyond those needed count`() {
    let placements = [Placement.example(0), .example(1, room: 1, people: [1])]
    #expect(Constraint.lecturers.total(problem, placements) == 1)
    #expect(Constraint.rooms.total(problem, placements) == 1)
  }

  @Test func `periods taught beyond the mean count`() {
    // Six periods for two lecturers: three each.
    let all = (0..<3).map { Placement.example($0, day: $0, periods: 2) }
    #expect(problem.fairLoad == 3)
    #expect(Constraint.load.total(problem, all) == 3)
  }

  @Test func `a late block followed by an early one costs rest`() {
    let late = Placement.example(0, block: 2, periods: 2)
    #expect(Constraint.rest.total(problem, [late, .example(1, day: 1, periods: 2)]) == 1)
    #expect(Constraint.rest.total(problem, [late, .example(1, day: 1, block: 1, periods: 2)]) == 0)
    #expect(Constraint.rest.total(problem, [late, .example(1, day: 2, periods: 2)]) == 0)
  }

  @Test func `a second site on one day counts`() {
    let first = Placement.example(0, periods: 2)
    #expect(Constraint.sites.total(problem, [first, .example(1, block: 1, periods: 2, room: 2)]) == 1)
    #expect(Constraint.sites.total(problem, [first, .example(1, day: 1, periods: 2, room: 2)]) == 0)
  }

  @Test func `a session that differs from the published one has moved`() {
    let old = [0: Placement.example(0, people: [0, 1])]
    #expect(Constraint.moved.total(problem, [.example(0, people: [1, 0])], previous: old) == 0)
    #expect(Constraint.moved.total(problem, [.example(0, room: 1, people: [1, 0])], previous: old) == 1)
    #expect(Constraint.moved.total(problem, [.example(1)], previous: old) == 0)
  }

  @Test func `weights name soft constraints only`() throws {
    #expect(try Weights(overrides: ["span": 2.5])[.span] == 2.5)
    #expect(Weights.standard[.moved] == 10)
    #expect(throws: WeightsError.self) { try Weights(overrides: ["H1": 1]) }
    #expect(throws: WeightsError.notAWeight("gap")) { try Weights(overrides: ["gap": -1]) }
  }

  @Test func `every rule is in the list once`() {
    let ids = [Constraint].standard.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == 21)
  }
}
