import Civil
import Testing

@testable import Scheduling

@Suite struct InsertionTests {
  /// Meetings of one period with some mentors on some days, each with its people and its window.
  private struct Made {
    var problem: Problem
    var orders: [Insertion.Order] = []
    var settled: [Placement] = []
  }

  private func meeting(
    _ index: Int, _ kind: Problem.Series.Kind = .online, people: Set<Int>, days: ClosedRange<Int>,
    periods: Int = 1, trainees: [Int] = []
  ) -> (Problem.Series, Problem.Session) {
    (
      Problem.Series(
        id: "T\(index)", kind: kind, earliest: monday + days.lowerBound, latest: monday + days.upperBound,
        open: always, people: people, trainees: trainees),
      Problem.Session(
        series: index, module: "", periods: periods, features: kind == .office ? ["consult"] : [])
    )
  }

  private func made(
    _ meetings: [(Problem.Series, Problem.Session)], people: [Problem.Person],
    rooms: [Problem.Room] = [.example("D1", features: ["consult"])], wishes: [Int] = []
  ) -> Made {
    var made = Made(
      problem: .example(
        rooms: rooms, people: people, series: meetings.map(\.0), sessions: meetings.map(\.1)))
    made.orders = meetings.indices.map { index in
      let series = meetings[index].0
      let (first, last) = (series.earliest ?? monday, series.latest ?? monday)
      return Insertion.Order(
        index,
        wished: index < wishes.count ? (monday + wishes[index])...(monday + wishes[index]) : first...last)
    }
    return made
  }

  private func broken(_ made: Made, _ placements: [Placement]) -> [Violation] {
    let timetable = Timetable(made.problem, made.settled + placements)
    return [Constraint].standard.hard.flatMap { $0.violations(in: timetable) }
  }

  /// Whether so many meetings of one period can all be held: by trying, without the solver.
  private func canHold(_ wants: [(people: Set<Int>, days: ClosedRange<Int>)], periods: Int) -> Bool {
    var taken: Set<[Int]> = []
    func hold(_ index: Int) -> Bool {
      guard index < wants.count else { return true }
      for person in wants[index].people.sorted() {
        for day in wants[index].days {
          for period in 0..<periods where taken.insert([person, day, period]).inserted {
            if hold(index + 1) { return true }
            taken.remove([person, day, period])
          }
        }
      }
      return false
    }
    return hold(0)
  }

  @Test(arguments: 0..<200)
  func `the more pressing have their places wherever they can all have one`(_ seed: UInt64) {
    var random = RandomSource(seed: seed)
    let one = WeeklyPattern(open: Weekday.allCases.map { _ in ["EVE"] })
    let people = (0..<3).map { Problem.Person.example("P\($0)", mentor: true, day: 3, open: one) }
    let wants = (0..<10).map { _ -> (people: Set<Int>, days: ClosedRange<Int>) in
      let first = Int.random(in: 0...1, using: &random)
      let able = Set((0..<3).filter { _ in Bool.random(using: &random) })
      return (able.isEmpty ? [0] : able, first...(first + Int.random(in: 0...(1 - first), using: &random)))
    }
    let made = made(
      wants.enumerated().map { meeting($0, people: $1.people, days: $1.days) }, people: people,
      wishes: wants.map(\.days.lowerBound))
    let result = Insertion(made.problem, settled: []).place(made.orders)
    var best: [Int] = []
    for index in wants.indices where canHold((best + [index]).map { wants[$0] }, periods: 3) {
      best.append(index)
    }
    #expect(result.placements.map(\.session) == best)
    #expect(broken(made, result.placements).isEmpty)
    for (_, hindrance) in result.hindrances {
      guard case .shortage(let short) = hindrance else {
        Issue.record("no proof: \(hindrance)")
        continue
      }
      let crowd = wants.filter { want in
        want.people.isSubset(of: short.people)
          && monday + want.days.lowerBound >= short.days.lowerBound
          && monday + want.days.upperBound <= short.days.upperBound
      }
      #expect(crowd.count == short.wanted && !short.isOfPeriods && short.wanted > short.bearable)
    }
  }

  @Test(arguments: 0..<150)
  func `meetings of all kinds and lengths break no rule, and what is said to be short is short`(
    _ seed: UInt64
  ) {
    var random = RandomSource(seed: seed)
    let mornings = WeeklyPattern(open: Weekday.allCases.map { _ in ["AM"] })
    let people = (0..<3).map { _ in
      Problem.Person.example(
        "P", mentor: true, day: Int.random(in: 2...5, using: &random), week: 12, open: mornings)
    }
    var meetings: [(Problem.Series, Problem.Session)] = []
    for index in 0..<24 {
      let first = Int.random(in: 0...3, using: &random)
      let able = Set((0..<3).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
      meetings.append(
        meeting(
          index, [.office, .visit, .online][Int.random(in: 0..<3, using: &random)],
          people: able.isEmpty ? [0, 1, 2] : able,
          days: first...(first + Int.random(in: 0...3, using: &random)),
          periods: Int.random(in: 1...2, using: &random)))
    }
    let made = made(meetings, people: people)
    let result = Insertion(made.problem, settled: []).place(made.orders)
    #expect(broken(made, result.placements).isEmpty)
    #expect(result.placements.count + result.hindrances.count == meetings.count)
    // In another order more might be placed, but never more than a shortage says.
    let other = Insertion(made.problem, settled: []).place(made.orders.reversed()).placements
    for case .shortage(let short) in result.hindrances.values {
      let held = other.filter { placement in
        let series = made.problem.series[placement.session]
        let isOfRooms = short.people.isEmpty || !short.rooms.isEmpty
        return (short.people.isEmpty || series.people.isSubset(of: short.people))
          && (!isOfRooms || series.kind == .office)
          && (series.earliest ?? monday) >= short.days.lowerBound
          && (series.latest ?? monday) <= short.days.upperBound
      }
      let size = held.reduce(0) { $0 + (short.isOfPeriods ? $1.periods : 1) }
      #expect(size <= short.bearable && short.bearable < short.wanted)
    }
  }

  @Test func `a less pressing meeting waits, even if it was placed before`() {
    let one = WeeklyPattern(open: Weekday.allCases.map { _ in ["EVE"] })
    let people = [Problem.Person.example("P0", mentor: true, day: 1, open: one)]
    // The second wishes for the only day on which the first can come at all.
    let made = made(
      [meeting(0, people: [0], days: 1...1), meeting(1, people: [0], days: 0...1)], people: people,
      wishes: [1, 1])
    let result = Insertion(made.problem, settled: []).place(made.orders)
    #expect(result.placements.map(\.date) == [monday + 1, monday])
    let tight = self.made(
      [
        meeting(0, people: [0], days: 0...1), meeting(1, people: [0], days: 1...1),
        meeting(2, people: [0], days: 0...0),
      ],
      people: people, wishes: [4, 1, 0])
    let crowded = Insertion(tight.problem, settled: []).place(tight.orders)
    #expect(crowded.placements.map(\.session) == [0, 1])
    #expect(
      crowded.hindrances[2]
        == .shortage(
          Hindrance.Shortage(
            people: [0], rooms: [], days: monday...(monday + 1), wanted: 3, bearable: 2, isOfPeriods: false)))
  }

  @Test func `what is settled stays where the search alone would not put it`() {
    // From S1 to S2 takes 90 minutes, but by way of a visit 30 and 30.
    var problem = Problem.example(
      rooms: [.example("R1"), .example("R2", site: 1)], people: [.example("P0", mentor: true)],
      series: [
        .example("C1"), .example("C2"),
        Problem.Series(id: "T1", kind: .visit, open: always),
        Problem.Series(id: "T2", kind: .online, earliest: monday, latest: monday, open: always),
      ],
      sessions: [
        Problem.Session(series: 0, module: "m", periods: 1),
        Problem.Session(series: 1, module: "m", periods: 1),
        Problem.Session(series: 2, module: "", periods: 1),
        Problem.Session(series: 3, module: "", periods: 1),
      ])
    problem.travelMinutes = [0, 150, 150, 0]
    problem.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 7, breakMinutes: 0)]
    func at(_ session: Int, _ first: Int, _ room: Int?) -> Placement {
      Placement(session: session, date: monday, block: 0, first: first, periods: 1, room: room, people: [0])
    }
    // 8:30 at S1, 10:00 visit, 11:30 at S2: two ways of 45 minutes, where S1 to S2 would take 150.
    let settled = [at(0, 1, 0), at(2, 3, nil), at(1, 5, 1)]
    problem.series = problem.series.map { series in
      var series = series
      series.open = .always(["AM"])
      return series
    }
    problem.people[0].open = .always(["AM"])
    problem.rooms = problem.rooms.map { room in
      var room = room
      room.open = .always(["AM"])
      return room
    }
    let made = Made(problem: problem, orders: [Insertion.Order(3, wished: monday...monday)], settled: settled)
    #expect(broken(made, []).isEmpty)
    let result = Insertion(problem, settled: settled).place(made.orders)
    #expect(result.placements.count == 1 && broken(made, result.placements).isEmpty)
    #expect(![1, 3, 5].contains(result.placements.first?.first))
  }
}
