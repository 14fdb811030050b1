import Civil
import Testing

@testable import Scheduling

@Suite struct CertificateTests {
  private struct Certified {
    let problem: Problem
    let timetable: Timetable
    let lines: [String]
  }

  /// A solved problem with its certificate.
  private func certified(_ problem: Problem, steps: Int = 60) throws -> Certified {
    let solution = Solver(problem).solve(SearchLimits(steps: steps, seed: 7), clock: { 0 })
    let timetable = Timetable(problem, solution.placements)
    let certificate = try #require(
      Certificate(timetable, bounds: LowerBounds(problem, effort: 6_000), weights: .standard))
    return Certified(problem: problem, timetable: timetable, lines: try certificate.texts())
  }

  private func faults(_ lines: [String], _ problem: Problem) throws -> [String] {
    CertificateReplay(try ReadCertificate(lines), problem).faults
  }

  private func random(_ seed: Int) -> Problem {
    var problems = RandomProblems(seed: UInt64(seed))
    return problems.next()
  }

  @Test(arguments: 400..<440) func `a certificate replays against its problem`(seed: Int) throws {
    let one = try certified(random(seed))
    #expect(try faults(one.lines, one.problem) == [])
    #expect(one.lines.count { $0.hasPrefix("{\"session\"") } == one.timetable.placed.count)
  }

  @Test(arguments: 400..<420) func `a certificate does not replay when a session is elsewhere`(seed: Int)
    throws
  {
    let one = try certified(random(seed))
    for (index, line) in one.lines.enumerated() where line.hasPrefix("{\"session\"") {
      var lines = one.lines
      lines[index] = line.replacing(#/"start":(\d+)/#) { "\"start\":\((Int($0.output.1) ?? 0) + 10)" }
      #expect(try !faults(lines, one.problem).isEmpty)
    }
  }

  @Test func `a certificate does not replay when a line is taken out`() throws {
    let one = try certified(random(401))
    for (index, line) in one.lines.enumerated()
    where ["class", "room", "person", "session"].contains(where: { line.hasPrefix("{\"\($0)\"") }) {
      var lines = one.lines
      lines.remove(at: index)
      #expect(try !faults(lines, one.problem).isEmpty, "\(line)")
    }
  }

  @Test func `a certificate does not replay against a problem that allows less`() throws {
    let problem = Problem.example(
      people: [.example("L1"), .example("L2")], series: [.example()],
      sessions: (1...3).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    let one = try certified(problem)
    #expect(try faults(one.lines, problem) == [])
    var narrow = problem
    narrow.rooms = problem.rooms.map { .example($0.id, seats: 10) }
    #expect(try faults(one.lines, narrow).contains { $0.hasPrefix("H4") })
    var closed = problem
    for day in 0..<28 { closed.calendar.add(.init(kind: .holiday, name: "closed"), on: monday + day) }
    #expect(try faults(one.lines, closed).contains { $0.hasPrefix("H2") })
    var busy = problem
    let all = CivilMoment(monday)..<CivilMoment(monday + 28)
    busy.people = problem.people.map { .example($0.id, busy: [all]) }
    #expect(try faults(one.lines, busy).contains { $0.hasPrefix("H5") })
    var apart = problem
    apart.sessions = (1...3).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4, gapDays: 9) }
    #expect(try faults(one.lines, apart).contains { $0.hasPrefix("H1") })
  }

  @Test func `a timetable that breaks a hard rule has no certificate`() {
    let problem = Problem.example(
      series: [.example()],
      sessions: (1...2).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    let broken = Timetable(problem, [.example(0), .example(1)])
    #expect(Certificate(broken, bounds: nil, weights: .standard) == nil)
  }
}
