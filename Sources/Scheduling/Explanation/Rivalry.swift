import Civil

/// Which series want what another wants: the same people, rooms or trainees in the same days.
struct Rivalry {
  private let problem: Problem

  private let wants: [Want?]

  init(_ problem: Problem) {
    self.problem = problem
    wants = problem.series.indices.map { Self.want($0, problem) }
  }

  /// What a series wants: share of each person's and room's time, in periods, and its days.
  private struct Want {
    var people: [Int: Double] = [:]
    var rooms: [Int: Double] = [:]
    var days: ClosedRange<Int>
  }

  /// Other series that share something with this one, those that press most first.
  func rivals(of series: Int) -> [Int] {
    guard let own = wants[series] else { return [] }
    let trainees = Set(problem.series[series].trainees)
    let pressures = problem.series.indices.compactMap { other -> (series: Int, pressure: Double)? in
      guard other != series, let theirs = wants[other], theirs.days.overlaps(own.days) else { return nil }
      let shared = theirs.days.clamped(to: own.days).count
      let share = Double(shared) / Double(theirs.days.count)
      let people = meet(own.people, theirs.people)
      let rooms = meet(own.rooms, theirs.rooms)
      let knows = problem.series[other].trainees.contains(where: trainees.contains) ? 20.0 : 0
      let pressure = (people + rooms + knows) * share
      return pressure > 0 ? (other, pressure) : nil
    }
    return pressures.sorted { ($1.pressure, $0.series) < ($0.pressure, $1.series) }.map(\.series)
  }

  private func meet(_ one: [Int: Double], _ other: [Int: Double]) -> Double {
    one.sorted { $0.key < $1.key }.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
  }

  private static func want(_ series: Int, _ problem: Problem) -> Want? {
    let own = problem.series[series]
    let pinned = own.sessions.flatMap { problem.sessions[$0].pins.compactMap(\.date) }
    var first = max(own.earliest ?? problem.planFrom, problem.planFrom) - problem.planFrom
    var last = min(own.latest ?? problem.planTo, problem.planTo) - problem.planFrom
    if pinned.count == own.sessions.count, let from = pinned.min(), let to = pinned.max() {
      first = max(first, from - problem.planFrom)
      last = min(last, to - problem.planFrom)
    }
    guard first <= last else { return nil }
    var want = Want(days: first...last)
    for session in own.sessions {
      let needed = problem.sessions[session]
      let pins = needed.pins
      let people =
        pins.compactMap(\.people).first.map { $0.sorted() }
        ?? problem.people.indices.filter { problem.isEligible($0, for: session) }
      let share = Double(needed.periods * needed.team) / Double(max(1, people.count))
      for person in people { want.people[person, default: 0] += share }
      guard own.kind.needsRoom else { continue }
      let rooms =
        pins.compactMap(\.room).first.map { [$0] }
        ?? problem.rooms.indices.filter { problem.isSuitable($0, for: session) }
      for room in rooms {
        want.rooms[room, default: 0] += Double(needed.periods) / Double(max(1, rooms.count))
      }
    }
    return want
  }
}
