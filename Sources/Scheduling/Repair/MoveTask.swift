/// A session that may move in a ``MoveEncoding``: when it can start, who can hold it, which rooms it can have.
struct MoveTask {
  struct Start {
    let day: Int
    let position: Int
    // Minutes since the plan's first midnight.
    let begin: Int
    let end: Int
    /// Stretches of the day.
    let mask: UInt64
  }

  let session: Int
  let series: Int
  let length: Int
  let team: Int
  /// By when they begin.
  let starts: [Start]
  let people: [Int]
  let rooms: [Int]
  /// By day: which of the starts lie in it.
  let byDay: [Int: Range<Int>]
  /// `until[i]`: it starts at its i-th start or before; the last: that it is placed at all.
  var until: [Literal] = []
  /// Who holds it, in the order of its people; which room it has, in the order of its rooms.
  var holders: [Literal] = []
  var roomAnswers: [Literal] = []
  /// The sites of its rooms, with what says that it is there.
  var sites: [(site: Int, literal: Literal)] = []
  /// That it stays; nil: it must move, or was never published.
  var stay: Literal?
  /// That it is not left out.
  var placed: Literal { until[until.count - 1] }

  /// Everything that is possible on an empty timetable.
  init(_ session: Int, _ space: SearchSpace) {
    self.session = session
    series = Int(space.seriesOf[session])
    let kind = space.kinds[Int(space.kindOf[session])]
    (length, team) = (kind.length, kind.team)
    let checks = Eligibility(space)
    let pin = space.pins[session]
    people = kind.eligible.map(Int.init).filter { pin?.people?.contains($0) ?? true }
    let needsRoom = space.problem.series[series].kind.needsRoom
    rooms =
      needsRoom ? kind.suitable.map(Int.init).filter { (pin?.room ?? $0) == $0 } : []
    var starts: [Start] = []
    var byDay: [Int: Range<Int>] = [:]
    for day in space.window[series].map(Array.init) ?? [] {
      let first = starts.count
      for position in 0..<space.grid.count where checks.isOpen(session, day, position) {
        let free = people.count { checks.isUsable(person: $0, for: session, day, position) }
        guard free >= kind.team,
          !needsRoom || rooms.contains(where: { checks.isUsable($0, for: session, day, position) })
        else { continue }
        let minutes = space.minutes(length: kind.length, position: position)
        starts.append(
          Start(
            day: day, position: position, begin: day * 1440 + minutes.lowerBound,
            end: day * 1440 + minutes.upperBound,
            mask: space.grid.mask(length: kind.length, position: position)))
      }
      if starts.count > first { byDay[day] = first..<starts.count }
    }
    self.starts = starts
    self.byDay = byDay
  }

  func holder(_ person: Int) -> Literal? { people.firstIndex(of: person).map { holders[$0] } }
  func room(_ room: Int) -> Literal? { rooms.firstIndex(of: room).map { roomAnswers[$0] } }
}
