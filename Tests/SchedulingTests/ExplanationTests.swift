import Civil
import Testing

@testable import Scheduling

/// Each kind of conflict in a tiny problem, with the facts expected of it.
@Suite struct ExplanationTests {
  private func core(_ problem: Problem) -> Set<Fact> {
    let terrain = Terrain(problem, FactSources(problem))
    let universe = Universe(terrain: terrain)
    let found = Prover(terrain).core(of: universe.facts(of: Array(problem.series.indices)))
    #expect(found?.isMinimal != false)
    return Set(found?.facts ?? [])
  }

  private func session(
    _ series: Int = 0, order: Int = 1, module: String = "m", part: Int = 1, periods: Int = 4,
    needs: String? = nil, features: Set<String> = [], team: Int = 1, gap: Int = 0,
    pins: [Problem.Pin] = []
  ) -> Problem.Session {
    Problem.Session(
      series: series, order: order, module: module, part: part, periods: periods, qualification: needs,
      features: features, team: team, gapDays: gap, pins: pins)
  }

  private func pin(
    day: Int? = nil, block: Int? = nil, first: Int? = nil, room: Int? = nil, people: Set<Int>? = nil
  ) -> Problem.Pin {
    Problem.Pin(date: day.map { monday + $0 }, block: block, first: first, room: room, people: people)
  }

  @Test func `a problem that can be planned has no core`() {
    #expect(core(.example(series: [.example()], sessions: [session()])).isEmpty)
  }

  @Test func `a qualification that nobody holds`() {
    let problem = Problem.example(series: [.example()], sessions: [session(needs: "tax")])
    #expect(core(problem) == [.held(0), .module(0), .qualification(0), .holders("tax")])
  }

  @Test func `more periods than the window holds`() {
    let problem = Problem.example(
      series: [.example(latest: monday)], sessions: (1...3).map { session(part: $0) })
    #expect(core(problem) == [.held(0), .module(0), .earliest(0), .latest(0)])
  }

  @Test func `a pattern that opens no block long enough`() {
    let evening = WeeklyPattern(open: Array(repeating: ["EVE"], count: 7))
    let problem = Problem.example(series: [.example(open: evening)], sessions: [session()])
    #expect(core(problem) == [.held(0), .module(0), .open(0)])
  }

  @Test func `a day's limit below one session`() {
    let problem = Problem.example(series: [.example(day: 3)], sessions: [session()])
    #expect(core(problem) == [.held(0), .module(0), .dayLimit(0)])
  }

  @Test func `no room with the seats or the features`() {
    let seats = Problem.example(series: [.example(size: 50)], sessions: [session()])
    #expect(core(seats) == [.held(0), .module(0), .seats(0), .capacity])
    let features = Problem.example(series: [.example()], sessions: [session(features: ["lab"])])
    #expect(core(features) == [.held(0), .module(0), .features(0), .equipped("lab")])
  }

  @Test func `a room too small at the class's own site`() {
    let rooms: [Problem.Room] = [.example("R1", seats: 10), .example("R2", site: 1, seats: 40)]
    let problem = Problem.example(
      rooms: rooms, series: [.example(site: 0)], sessions: [session()])
    #expect(core(problem) == [.held(0), .module(0), .site(0), .seats(0), .capacity])
  }

  @Test func `people's limits a day and a week`() {
    let people: [Problem.Person] = [.example("L1", day: 3), .example("L2", week: 3)]
    let problem = Problem.example(people: people, series: [.example()], sessions: [session()])
    #expect(core(problem) == [.held(0), .module(0), .personDay(0), .personWeek(1)])
  }

  @Test func `a lecturer who is busy in the class's days`() {
    let busy = CivilMoment(monday)..<CivilMoment(monday + 2)
    let problem = Problem.example(
      people: [.example("L1", busy: [busy]), .example("L2")],
      series: [.example(people: [0], latest: monday + 1)], sessions: [session()])
    #expect(
      core(problem) == [
        .held(0), .module(0), .people(0), .busy(person: 0, event: 0), .earliest(0), .latest(0),
      ])
  }

  @Test func `pins that contradict each other or lie on a holiday`() {
    let two = Problem.example(
      series: [.example()], sessions: [session(pins: [pin(day: 1), pin(day: 2)])])
    #expect(
      core(two) == [
        .held(0), .module(0), .pin(session: 0, pin: 0, .date), .pin(session: 0, pin: 1, .date),
      ])
    let holiday = Problem.example(
      series: [.example()], sessions: [session(pins: [pin(day: 3)])], holidays: [monday + 3])
    #expect(
      core(holiday) == [
        .held(0), .module(0), .pin(session: 0, pin: 0, .date), .holiday(monday + 3),
      ])
  }

  @Test func `a gap in days against the window`() {
    let problem = Problem.example(
      series: [.example(latest: monday + 5)],
      sessions: [session(module: "a"), session(order: 2, module: "b", gap: 10)])
    #expect(
      core(problem) == [
        .held(0), .module(0), .module(1), .order(0), .order(1), .gapDays(1), .earliest(0), .latest(0),
      ])
  }

  @Test func `classes of one trainee that cannot avoid each other`() {
    let both = pin(day: 0, block: 0)
    let problem = Problem.example(
      series: [.example("C1", trainees: [7]), .example("C2", trainees: [7])],
      sessions: [session(0, pins: [both]), session(1, pins: [both])])
    let pins = (0...1).flatMap { [Fact.pin(session: $0, pin: 0, .date), .pin(session: $0, pin: 0, .block)] }
    #expect(
      core(problem)
        == Set(
          pins + [
            .held(0), .held(1), .module(0), .module(1), .attends(trainee: 7, series: 0),
            .attends(trainee: 7, series: 1),
          ]))
  }

  @Test func `one room or one person pinned twice at a time`() {
    for shared in [pin(day: 0, block: 0, room: 0), pin(day: 0, block: 0, people: [0])] {
      let problem = Problem.example(
        series: [.example("C1"), .example("C2")],
        sessions: [session(0, pins: [shared]), session(1, pins: [shared])])
      let part: Fact.PinnedPart = shared.room == nil ? .people : .room
      let pins = (0...1).flatMap { session in
        [.date, .block, part].map { Fact.pin(session: session, pin: 0, $0) }
      }
      #expect(core(problem) == Set(pins + [.held(0), .held(1), .module(0), .module(1)]))
    }
  }

  @Test func `a way longer than the break between two sites`() {
    let rooms: [Problem.Room] = [.example("R1"), .example("R2", site: 1)]
    let problem = Problem.example(
      rooms: rooms, people: [.example("L1")],
      series: [.example("C1", site: 0, latest: monday), .example("C2", site: 1, latest: monday)],
      sessions: [
        session(0, periods: 2, pins: [pin(block: 0, first: 1)]),
        session(1, periods: 2, pins: [pin(block: 0, first: 3)]),
      ])
    let facts = core(problem)
    #expect(facts.contains(.travel(0, 1)))
    #expect(facts.isSuperset(of: [.site(0), .site(1), .latest(0), .latest(1)]))
  }

  @Test func `too few different lecturers`() {
    let problem = Problem.example(
      series: [.example(people: [0], minLecturers: 2)], sessions: [session(), session(part: 2)])
    #expect(core(problem) == [.held(0), .people(0), .variety(0)])
  }

  @Test func `the only one who may teach is no lecturer`() {
    var mentor = Problem.Person.example("M", mentor: true)
    mentor.isLecturer = false
    let problem = Problem.example(
      people: [.example("L1"), mentor], series: [.example(people: [1])], sessions: [session()])
    // Without the module there is nobody to be met, and nothing to hold.
    #expect(core(problem) == [.held(0), .module(0), .people(0), .lecturers])
  }

  @Test func `a team larger than those who may teach`() {
    let problem = Problem.example(
      people: [.example("L1", holds: ["tax"]), .example("L2")], series: [.example()],
      sessions: [session(needs: "tax", team: 2)])
    #expect(core(problem) == [.held(0), .module(0), .qualification(0), .team(0), .holders("tax")])
  }

  @Test func `meetings too far apart, no mentor and no room to consult in`() {
    let mentor = Problem.Person.example("M1", mentor: true)
    let rooms: [Problem.Room] = [.example("R1", features: ["consult"])]
    let far = Problem.example(
      rooms: rooms, people: [mentor],
      series: [.example("T1", kind: .office, gap: 20, trainees: [1], latest: monday + 10)],
      sessions: [session(module: "", periods: 2), session(module: "", part: 2, periods: 2)])
    #expect(core(far) == [.held(0), .meetingGap(0), .earliest(0), .latest(0)])
    let alone = Problem.example(
      rooms: rooms, series: [.example("T1", kind: .office, trainees: [1])],
      sessions: [session(module: "", periods: 2)])
    #expect(core(alone) == [.held(0), .mentors])
    let nowhere = Problem.example(
      people: [mentor], series: [.example("T1", kind: .office, trainees: [1])],
      sessions: [session(module: "", periods: 2, features: ["consult"])])
    #expect(core(nowhere) == [.held(0), .mode(0), .equipped("consult")])
  }

  @Test func `more periods over several classes than people have in their weeks`() {
    let people: [Problem.Person] = [.example("L1", holds: ["finance"], week: 8), .example("L2")]
    let series = (1...3).map { Problem.Series.example("C\($0)", latest: monday + 6) }
    let problem = Problem.example(
      people: people, series: series, sessions: (0..<3).map { session($0, needs: "finance") })
    let facts = core(problem)
    #expect(facts.isSuperset(of: [.held(0), .held(1), .held(2), .personWeek(0), .holders("finance")]))
    #expect(FlowBound(Excerpt(Terrain(problem, FactSources(problem)), facts)).shortage?.offered == 8)
  }

  @Test func `the cheapest changes repair, and the conflict is told with its rules`() {
    let problem = Problem.example(
      series: [.example(latest: monday)], sessions: (1...3).map { session(part: $0) })
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(!explanation.isComplete && explanation.unexplained.isEmpty)
    let conflict = explanation.conflicts.first
    #expect(explanation.conflicts.count == 1)
    #expect(conflict?.rules(in: problem) == ["H2"])
    #expect(conflict?.relaxations.first?.amendment == .date(.latest(0), monday + 1))
    #expect(conflict?.relaxations.first?.cost == 1)
  }

  @Test func `several faults are told one after the other`() {
    let problem = Problem.example(
      series: [.example("C1", size: 50), .example("C2", latest: monday)],
      sessions: [session(0, needs: "tax")] + (1...3).map { session(1, part: $0) })
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(explanation.conflicts.count == 3)
  }

  @Test func `where no work is allowed nothing is claimed`() {
    let problem = Problem.example(
      series: [.example(latest: monday)], sessions: (1...3).map { session(part: $0) })
    let explanation = Explainer(problem, FactSources(problem), effort: 0).explain(clock: { 0 })
    #expect(explanation.conflicts.isEmpty && !explanation.isComplete)
    #expect(!explanation.unexplained.isEmpty)
  }

  @Test func `what one trainee attends is counted together`() {
    let series = (1...2).map { Problem.Series.example("C\($0)", trainees: [1], latest: monday) }
    let problem = Problem.example(
      series: series, sessions: (0..<2).flatMap { one in (1...2).map { session(one, part: $0) } })
    let terrain = Terrain(problem, FactSources(problem))
    let facts = Set(Universe(terrain: terrain).facts(of: [0, 1]))
    let flow = FlowBound(Excerpt(terrain, facts))
    #expect(flow.gap(.ownDays) == nil)
    #expect(flow.gap(.trainee)?.tasks == [0, 1, 2, 3])
    #expect(flow.gap(.trainee)?.shortage.offered == 8)
  }
}
