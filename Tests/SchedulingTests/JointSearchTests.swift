import Civil
import Testing

@testable import Scheduling

/// Classes of four weeks that share a few lecturers, so that what two tracks do at once often clashes.
@Suite struct JointSearchTests {
  private func crowd(_ seed: UInt64, classes: Int = 16) -> Problem {
    var problems = RandomProblems(seed: seed)
    let people = (0..<6).map { Problem.Person.example("P\($0)", holds: $0 < 4 ? ["SYB"] : ["tax"]) }
    let rooms = (0..<4).map { Problem.Room.example("R\($0)", site: $0 % 2) }
    let series = (0..<classes).map { index -> Problem.Series in
      let first = problems.number(0...10)
      return .example("C\(index)", trainees: [index], earliest: monday + first, latest: monday + first + 16)
    }
    let sessions = series.indices.flatMap { index in
      [
        Problem.Session(series: index, order: 1, module: "a", periods: 4, qualification: "SYB"),
        Problem.Session(series: index, order: 2, module: "b", periods: 4, qualification: "tax"),
        Problem.Session(series: index, order: 3, module: "c", periods: 3, qualification: "SYB"),
      ]
    }
    return .example(rooms: rooms, people: people, series: series, sessions: sessions)
  }

  private func tracks(_ space: SearchSpace, _ count: Int) -> [Search] {
    (0..<count).map { index in
      let track = Search(space, SoftPrices(.standard), seed: UInt64(index + 1))
      track.begin { false }
      return track
    }
  }

  @Test(arguments: 1...3) func `what tracks bring together breaks no rule and is the same in all`(
    seed: UInt64
  ) throws {
    let space = SearchSpace(crowd(seed), previous: [:])
    let tracks = tracks(space, 2)
    var joint = try #require(JointSearch(space, tracks, seed: seed))
    for round in 1...6 {
      joint.meet()
      for track in tracks.dropFirst() {
        #expect(track.softCost == tracks[0].softCost && track.unplaced == 0)
        #expect(
          space.problem.sessions.indices.allSatisfy {
            track.keeper.placement($0) == tracks[0].keeper.placement($0)
          })
      }
      let timetable = tracks[0].keeper.timetable(previous: [:])
      #expect([Constraint].standard.hard.allSatisfy { $0.total(in: timetable) == 0 })
      // A track does not count lone sessions, which cost nothing here.
      for constraint in [Constraint].standard.soft where constraint.id != "compactness" {
        #expect(tracks[0].keeper.units[constraint.id] == constraint.total(in: timetable), "\(constraint.id)")
      }
      // Hot, so that most of what is tried is kept and clashes.
      for track in tracks { track.advance(16, done: Double(round) / 50) }
    }
  }

  @Test func `each track changes series of its own between two meetings`() throws {
    let space = SearchSpace(crowd(7), previous: [:])
    let tracks = tracks(space, 2)
    var joint = try #require(JointSearch(space, tracks, seed: 1))
    joint.meet()
    for track in tracks { track.advance(24, done: 0.1) }
    let (one, other) = (Set(tracks[0].changed.list), Set(tracks[1].changed.list))
    #expect(!one.isEmpty && !other.isEmpty && one.isDisjoint(with: other))
  }

  @Test func `a plan that clashes with the other track's is left, and no session with it`() throws {
    let space = SearchSpace(crowd(8), previous: [:])
    let tracks = tracks(space, 2)
    tracks[1].adopt(tracks[0].best)
    let keeper = tracks[0].keeper
    let (mine, theirs) = (0, 1)
    let before = tracks[1].placements(of: theirs)
    // The other track would hold its class exactly where this one's stands.
    let clash = zip(before, tracks[0].placements(of: mine)).map { old, taken in
      Replanner.Step(
        session: old.session, day: taken.day, position: taken.position, room: taken.room, people: taken.people
      )
    }
    tracks[0].take([clash], of: [theirs])
    #expect(keeper.unplaced == 0)
    #expect(tracks[0].placements(of: theirs).map(\.day) == before.map(\.day))
    #expect(tracks[0].placements(of: theirs).map(\.people) == before.map(\.people))
  }

  @Test(arguments: [430]) func `a joint search ends the same on any number of threads`(seed: Int) {
    let problem = crowd(UInt64(seed))
    let solutions = [1, 2, 8].map { threads in
      Solver(problem).solve(
        SearchLimits(steps: 400, seed: UInt64(seed), threads: threads), clock: { 0 })
    }
    for other in solutions.dropFirst() {
      #expect(other.placements == solutions[0].placements)
      #expect(other.cost == solutions[0].cost && other.steps == solutions[0].steps)
    }
    #expect(solutions[0].unplaced.isEmpty)
  }

  @Test func `few classes are not shared`() {
    let space = SearchSpace(crowd(9, classes: 15), previous: [:])
    #expect(JointSearch(space, tracks(space, 2), seed: 1) == nil)
    #expect(JointSearch(space, tracks(space, 1), seed: 1) == nil)
  }
}
