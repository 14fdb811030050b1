import Civil
import Testing

@testable import Scheduling

@Suite struct HindranceTests {
  /// A day of one meeting in the office, and what stands in its way.
  private struct Scene {
    var people: [Problem.Person]
    var rooms: [Problem.Room]
    var settled: [Placement] = []
    /// By settled session: whether it has the trainee, and its room.
    var settledSeries: [(hasTrainee: Bool, room: Int?)] = []

    /// Who may hold the meeting: all but the last, who is there for settled sessions only.
    private var mentors: Set<Int> { Set(people.indices.dropLast()) }

    var problem: Problem {
      var series = [
        Problem.Series(
          id: "T1", kind: .office, earliest: monday, latest: monday, open: always, people: mentors,
          trainees: [0])
      ]
      var sessions = [Problem.Session(series: 0, module: "", periods: 1, features: ["consult"])]
      for (index, one) in settledSeries.enumerated() {
        series.append(
          Problem.Series(
            id: "S\(index)", kind: one.room == nil ? .online : .office, open: always,
            trainees: one.hasTrainee ? [0] : []))
        sessions.append(Problem.Session(series: index + 1, module: "", periods: 1))
      }
      return .example(rooms: rooms, people: people, series: series, sessions: sessions)
    }

    var result: Insertion.Result {
      Insertion(problem, settled: settled).place([Insertion.Order(0, wished: monday...monday)])
    }

    /// The same without what the facts say; the last person and room are those of the settled sessions.
    func without(_ facts: Set<Hindrance.Fact>) -> Scene {
      var scene = self
      for index in scene.people.indices.dropLast() {
        if facts.contains(.hours) { scene.people[index].open = always }
        if facts.contains(.calendars) { scene.people[index].busy = [] }
        if facts.contains(.limits) { scene.people[index].maxPeriodsDay = 40 }
      }
      if facts.contains(.roomHours) {
        for index in scene.rooms.indices { scene.rooms[index].open = always }
      }
      let last = people.count - 1
      scene.settled = settled.filter { placement in
        let one = settledSeries[placement.session - 1]
        return
          !(facts.contains(.trainee) && one.hasTrainee
          || facts.contains(.roomSessions) && one.room != nil
          || facts.contains(.sessions) && placement.people != [last])
      }
      return scene
    }
  }

  private func scene(_ seed: UInt64) -> Scene {
    var random = RandomSource(seed: seed)
    func pattern(_ chance: Int) -> WeeklyPattern {
      WeeklyPattern(
        open: Weekday.allCases.map { _ in
          Set(["AM", "PM", "EVE"].filter { _ in Int.random(in: 0..<10, using: &random) < chance })
        })
    }
    var scene = Scene(
      people: (0..<2).map { index in
        var person = Problem.Person.example("P\(index)", mentor: true, open: pattern(5))
        if Bool.random(using: &random) {
          person.busy = [
            CivilMoment(monday, ClockTime(minutes: 480))..<CivilMoment(monday, ClockTime(minutes: 1_000))
          ]
        }
        person.maxPeriodsDay = Int.random(in: 0...6, using: &random) == 0 ? 0 : 8
        return person
      } + [.example("other", mentor: true)],
      rooms: [.example("D1", features: ["consult"], open: pattern(5))])
    for block in 0..<3 {
      for first in 1...(block == 2 ? 3 : 4) {
        let kind = Int.random(in: 0..<5, using: &random)
        if kind > 2 { continue }
        let person = kind == 0 ? Int.random(in: 0..<2, using: &random) : 2
        // Nobody holds sessions while busy.
        if !scene.people[person].busy.isEmpty { continue }
        let room = kind == 1 ? 0 : nil
        scene.settledSeries.append((kind == 2, room))
        scene.settled.append(
          Placement(
            session: scene.settledSeries.count, date: monday, block: block, first: first, periods: 1,
            room: room,
            people: [person]))
      }
    }
    return scene
  }

  @Test(arguments: 0..<100)
  func `the facts alone leave no place, none can be spared, and each cure makes one`(_ seed: UInt64) {
    let scene = scene(seed)
    let result = scene.result
    guard let hindrance = result.hindrances[0] else {
      #expect(result.placements.count == 1)
      return
    }
    guard case .facts(let reason) = hindrance else {
      Issue.record("no facts: \(hindrance)")
      return
    }
    let all = Set(Hindrance.Fact.allCases)
    let alone = scene.without(all.subtracting(reason.facts))
    #expect(alone.result.placements.isEmpty, "\(reason)")
    for fact in reason.facts {
      #expect(alone.without([fact]).result.placements.count == 1, "\(fact) of \(reason)")
    }
    for cure in reason.cures {
      #expect(scene.without(Set(cure)).result.placements.count == 1, "\(cure) of \(reason)")
    }
  }

  @Test func `holidays, a lack of people and a lack of rooms are told as such`() {
    func hindrance(_ change: (inout Scene) -> Void, holiday: Bool = false) -> Hindrance? {
      var scene = Scene(
        people: [.example("P0", mentor: true), .example("other")],
        rooms: [.example("D1", features: ["consult"])])
      change(&scene)
      var problem = scene.problem
      if holiday { problem.calendar.add(.init(kind: .holiday, name: "holiday"), on: monday) }
      return Insertion(problem, settled: []).place([Insertion.Order(0, wished: monday...monday)]).hindrances[
        0]
    }
    #expect(hindrance({ _ in }) == nil)
    #expect(hindrance({ _ in }, holiday: true) == .noDay(monday...monday))
    #expect(hindrance({ $0.people[0].isMentor = false }) == .nobody)
    #expect(hindrance({ $0.rooms[0].features = [] }) == .noRoom)
  }
}
