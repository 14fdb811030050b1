import Civil
import Testing

@testable import Scheduling

/// Starts at multiples of what all sessions last, against every placement there is.
@Suite struct AlignmentTests {
  /// Two classes with sessions of two and four periods in a day's block of five, and nobody on the way.
  private func problem(_ random: inout RandomSource) -> Problem {
    func chance(_ share: Double) -> Bool { random.unit() < share }
    let block = Block(id: "AM", start: ClockTime(minutes: 510), periods: 5)
    let people = (0..<2).map { index -> Problem.Person in
      let minutes = block.minutes(first: 1 + random.below(5), count: 1)
      let day = CivilMoment(monday).minutesSinceEpoch
      let busy =
        CivilMoment(
          minutesSinceEpoch: day + minutes.lowerBound)..<CivilMoment(
          minutesSinceEpoch: day + minutes.upperBound)
      return .example("L\(index)", open: .always(["AM"]), busy: chance(0.4) ? [busy] : [])
    }
    var sessions: [Problem.Session] = []
    for series in 0..<2 {
      for part in 1...2 {
        var one = Problem.Session(
          series: series, order: part, module: "m\(series)-\(part)", periods: chance(0.7) ? 2 : 4)
        if chance(0.15) {
          one.pins = [Problem.Pin(date: nil, block: nil, first: 1 + random.below(3), room: nil, people: nil)]
        }
        sessions.append(one)
      }
    }
    var problem = Problem.example(
      rooms: [.example("R1", open: .always(["AM"]))], people: people,
      series: (0..<2).map {
        .example("C\($0)", open: .always(["AM"]), latest: monday + (chance(0.7) ? 1 : 2))
      }, sessions: sessions)
    problem.blocks = [block]
    problem.planTo = monday + 2
    return problem
  }

  @Test func `fewer starts are looked at, and as much can be planned as with all`() {
    var (aligned, verdicts) = (0, Set<Bool>())
    for seed in 1...60 {
      var random = RandomSource(seed: UInt64(9000 + seed))
      let problem = problem(&random)
      let terrain = Terrain(problem, FactSources(problem))
      let facts = Universe(terrain: terrain).facts(of: [0, 1]).filter {
        if case .travel = $0 { false } else { $0 != .defaultTravel }
      }
      let excerpt = Excerpt(terrain, Set(facts))
      let canBePlanned = Enumeration(problem).canBePlanned
      let verdict = Prover(terrain).search(Encoding(excerpt, isLazy: false), conflicts: 10_000)
      #expect(verdict == (canBePlanned ? .satisfiable : .unsatisfiable), "problem \(seed)")
      guard !excerpt.forward.isEmpty else { continue }
      aligned += 1
      verdicts.insert(canBePlanned)
      for task in excerpt.tasks { #expect(task.starts.allSatisfy { $0.position.isMultiple(of: 2) }) }
    }
    #expect(aligned >= 15)
    #expect(verdicts == [true, false])
  }

  @Test func `nothing is left out beside a way to go, a pin between, or a time that ends between`() {
    var random = RandomSource(seed: 1)
    var problem = problem(&random)
    for index in problem.sessions.indices { problem.sessions[index].pins = [] }
    for index in problem.people.indices { problem.people[index].busy = [] }
    for index in problem.sessions.indices { problem.sessions[index].periods = 2 }
    func forward(_ problem: Problem, _ dropped: Set<Fact>) -> [Int] {
      let terrain = Terrain(problem, FactSources(problem))
      return Excerpt(terrain, Set(Universe(terrain: terrain).facts(of: [0, 1])).subtracting(dropped)).forward
    }
    let ways: Set<Fact> = [.travel(0, 1), .defaultTravel]
    #expect(forward(problem, ways) == [0, 0, 2, 2, 4])
    #expect(forward(problem, []).isEmpty)
    var pinned = problem
    pinned.sessions[0].pins = [Problem.Pin(date: nil, block: nil, first: 2, room: nil, people: nil)]
    #expect(forward(pinned, ways).isEmpty)
    #expect(forward(pinned, ways.union([.pin(session: 0, pin: 0, .first)])) == [0, 0, 2, 2, 4])
    func busy(_ period: Int) -> Problem {
      var busy = problem
      let minutes = problem.blocks[0].minutes(first: period, count: 1)
      let day = CivilMoment(monday).minutesSinceEpoch
      busy.people[0].busy = [
        CivilMoment(
          minutesSinceEpoch: day + minutes.lowerBound)..<CivilMoment(
            minutesSinceEpoch: day + minutes.upperBound)
      ]
      return busy
    }
    #expect(forward(busy(1), ways).isEmpty)
    #expect(forward(busy(2), ways) == [0, 0, 2, 2, 4])
    #expect(forward(busy(1), ways.union([.busy(person: 0, event: 0)])) == [0, 0, 2, 2, 4])
    var odd = problem
    odd.sessions[3].periods = 3
    #expect(forward(odd, ways).isEmpty)
  }
}
