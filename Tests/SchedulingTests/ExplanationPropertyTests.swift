import Civil
import Testing

@testable import Scheduling

/// Cores of random tiny problems, held against every placement there is by the readable rules.
@Suite struct ExplanationPropertyTests {
  @Test(arguments: 1...30)
  func `a core cannot be planned and can without each of its facts`(seed: Int) {
    var random = RandomSource(seed: UInt64(seed))
    let problem = Problem.tiny(&random)
    let sources = FactSources(problem)
    let terrain = Terrain(problem, sources)
    let facts = Universe(terrain: terrain).facts(of: Array(problem.series.indices))
    let prover = Prover(terrain)
    guard let core = prover.core(of: facts) else {
      #expect(Enumeration(problem).canBePlanned)
      return
    }
    #expect(core.isMinimal)
    func keeping(_ kept: [Fact]) -> Problem {
      facts.filter { !kept.contains($0) }.reduce(problem) { $0.dropping($1, sources) }
    }
    #expect(!Enumeration(keeping(core.facts)).canBePlanned)
    for (index, fact) in core.facts.enumerated() {
      var rest = core.facts
      rest.remove(at: index)
      #expect(Enumeration(keeping(rest)).canBePlanned, "without \(fact)")
    }
    for relaxation in Relaxing(prover: prover, core: core.facts).relaxations() {
      var kept = core.facts
      var changed = relaxation.amendment.applied(to: problem, sources)
      if case .clear(let fact) = relaxation.amendment { kept.removeAll { $0 == fact } }
      changed = facts.filter { !kept.contains($0) }.reduce(changed) { $0.dropping($1, sources) }
      #expect(Enumeration(changed).canBePlanned, "with \(relaxation.amendment)")
    }
  }

}

extension Problem {
  /// Three days of one block of two periods; one or two series of one or two sessions.
  static func tiny(_ random: inout RandomSource) -> Problem {
    func chance(_ share: Double) -> Bool { random.unit() < share }
    let patterns = [WeeklyPattern.always(["AM"]), WeeklyPattern(open: [["AM"], [], ["AM"], [], [], [], []])]
    func pattern() -> WeeklyPattern { patterns[chance(0.6) ? 0 : 1] }
    let people = (0..<2).map { index -> Problem.Person in
      let start = CivilMoment(monday + random.below(3), ClockTime(minutes: 510))
      let busy = [start..<CivilMoment(minutesSinceEpoch: start.minutesSinceEpoch + 45 + random.below(2) * 55)]
      return .example(
        "L\(index)", mentor: chance(0.5), holds: chance(0.6) ? ["tax"] : [], day: 1 + random.below(2),
        week: 1 + random.below(3), open: pattern(), busy: chance(0.5) ? busy : [])
    }
    let rooms = (0..<2).map { index in
      Problem.Room.example(
        "R\(index)", site: index, seats: 10 + random.below(3) * 10, features: chance(0.5) ? ["lab"] : [],
        open: pattern())
    }
    var series: [Problem.Series] = []
    var sessions: [Problem.Session] = []
    for index in 0..<(1 + random.below(2)) {
      let isClass = index == 0 || chance(0.7)
      series.append(
        .example(
          "C\(index)", kind: isClass ? .taught : [.office, .visit, .online][random.below(3)],
          open: isClass ? pattern() : patterns[0], site: isClass && chance(0.5) ? random.below(2) : nil,
          size: 15, day: 1 + random.below(2), people: chance(0.3) ? [random.below(2)] : [],
          gap: isClass ? 0 : random.below(3), trainees: chance(0.6) ? [5] : [index],
          earliest: monday + random.below(2), latest: monday + 1 + random.below(2)))
      for part in 1...(1 + random.below(2)) {
        let pin = Problem.Pin(
          date: monday + random.below(3), block: nil, first: nil, room: chance(0.3) ? random.below(2) : nil,
          people: nil)
        sessions.append(
          Problem.Session(
            series: index, order: isClass ? part : 1, module: isClass ? "m\(part)" : "",
            part: isClass ? 1 : part, periods: 1 + random.below(2),
            qualification: isClass && chance(0.5) ? "tax" : nil,
            features: isClass && chance(0.3) ? ["lab"] : [], gapDays: isClass ? random.below(2) : 0,
            pins: isClass && chance(0.3) ? [pin] : []))
      }
    }
    var problem = Problem.example(
      rooms: rooms, people: people, series: series, sessions: sessions,
      holidays: chance(0.3) ? [monday + 1] : [])
    problem.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 2)]
    problem.planTo = monday + 2
    return problem
  }
}
