import Civil

/// A published timetable under repair: what stays, what is taken up, and what was put down anew.
///
/// Built on the score keeper, so that it holds only placements that break no hard rule.
final class RepairBoard {
  /// What is true of a session.
  enum Standing: UInt8 {
    /// At its published place, from which it may be moved.
    case kept
    /// At its published place, pinned in time, room and people.
    case pinned
    /// Over already, though it breaks a rule now: it counts as used, but not for its site or its mentor.
    case held
    /// To be placed.
    case open
    /// Put down by the search in hand.
    case placed
    /// Not to be placed: nothing holds it, or the search leaves it out.
    case out
  }

  let space: SearchSpace
  let keeper: ScoreKeeper
  private(set) var standing: [Standing]
  /// The published placement of each session, where the problem can hold it.
  let old: [Replanner.Step?]
  /// Whether a session was published: moving it counts.
  let isPublished: [Bool]
  /// Whether nothing but other sessions can stand against its published placement.
  let mayStay: [Bool]
  /// By room and day, the sessions there.
  private var roomSessions: [[Int32]]
  /// How many sessions are placed elsewhere than published.
  private(set) var moves = 0
  /// Whether H6 between neighbours is the same as between all sessions of a day.
  let isTravelExact: Bool

  /// Puts down every published placement that breaks nothing; `previous` are the published placements, by session.
  init(_ space: SearchSpace, previous: [Int: Placement], countsCompactness: Bool = true) {
    self.space = space
    keeper = ScoreKeeper(space, countsCompactness: countsCompactness)
    let sessions = space.problem.sessions.indices
    old = sessions.map { session in previous[session].flatMap { space.step(of: $0) } }
    isPublished = sessions.map { previous[$0] != nil }
    isTravelExact = space.isTravelTransitive
    standing = Array(repeating: .open, count: sessions.count)
    roomSessions = Array(repeating: [], count: space.problem.rooms.count * space.days)
    let checks = Eligibility(space)
    let old = old
    mayStay = sessions.map { session in old[session].map(checks.allows) ?? false }
    // What is pinned cannot make way for anything.
    for session in sessions.filter(space.isPinnedWhole) + sessions.filter({ !space.isPinnedWhole($0) }) {
      guard mayStay[session], let step = old[session], obstacle(to: step) == nil else { continue }
      put(step, as: space.isPinnedWhole(session) ? .pinned : .kept)
    }
  }

  var open: [Int] { standing.indices.filter { standing[$0] == .open } }

  /// Whether a placement differs from the published one; false for a session that was not published.
  func isMove(_ step: Replanner.Step) -> Bool {
    guard isPublished[step.session] else { return false }
    guard let old = old[step.session] else { return true }
    return (old.day, old.position, old.room) != (step.day, step.position, step.room)
      || Set(old.people) != Set(step.people)
  }

  func obstacle(to step: Replanner.Step) -> Obstacle? {
    keeper.obstacle(
      step.session, day: step.day, position: step.position, room: step.room, people: step.people)
  }

  // MARK: Putting down and taking up

  func put(_ step: Replanner.Step, as standing: Standing) {
    keeper.place(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
    self.standing[step.session] = standing
    if standing == .placed, isMove(step) { moves += 1 }
    if step.room >= 0 { roomSessions[step.room * space.days + step.day].append(Int32(step.session)) }
  }

  func takeUp(_ session: Int, to standing: Standing = .open) {
    let (room, day) = (Int(keeper.room[session]), Int(keeper.day[session]))
    if room >= 0 {
      roomSessions[room * space.days + day].removeAll { $0 == Int32(session) }
    }
    if self.standing[session] == .placed, isMove(placement(of: session)) { moves -= 1 }
    keeper.remove(session)
    self.standing[session] = standing
  }

  /// Puts down what was held already and breaks a rule now, on a day on which nothing else is placed any more.
  func hold(_ session: Int) {
    let length = length(session)
    guard let step = old[session], length <= space.grid.longest, step.people.count <= space.maxTeam,
      space.grid.mask(length: length, position: step.position) != 0,
      step.people.allSatisfy({
        Int(keeper.personDayCount[$0 * space.days + step.day]) < keeper.dayCapacity
      })
    else {
      mark(session, .out)
      return
    }
    put(step, as: .held)
  }

  /// Changes the standing of a session that is not placed.
  func mark(_ session: Int, _ standing: Standing) { self.standing[session] = standing }

  /// Where every session is, and how it stands.
  struct Picture {
    fileprivate let steps: [Replanner.Step?]
    fileprivate let standing: [Standing]
  }

  var picture: Picture {
    Picture(
      steps: standing.indices.map { keeper.isPlaced($0) ? placement(of: $0) : nil }, standing: standing)
  }

  func restore(_ picture: Picture) {
    for session in standing.indices where keeper.isPlaced(session) {
      if !placement(of: session).isSame(as: picture.steps[session]) { takeUp(session) }
    }
    for session in standing.indices {
      if let step = picture.steps[session], !keeper.isPlaced(session) {
        put(step, as: picture.standing[session])
      } else {
        standing[session] = picture.standing[session]
      }
    }
  }

  /// Puts the placements of another search down in place of all that is there; what has none is left out.
  func adopt(_ steps: [Replanner.Step]) {
    let wanted = Dictionary(uniqueKeysWithValues: steps.map { ($0.session, $0) })
    let standings = standing.indices.map { session -> Standing in
      guard let step = wanted[session] else { return standing[session] == .held ? .held : .out }
      return isMove(step) || !isPublished[session]
        ? .placed : space.isPinnedWhole(session) ? .pinned : .kept
    }
    let steps = standing.indices.map { wanted[$0] ?? (standing[$0] == .held ? old[$0] : nil) }
    restore(Picture(steps: steps, standing: standings))
  }

  func placement(of session: Int) -> Replanner.Step {
    Replanner.Step(
      session: session, day: Int(keeper.day[session]), position: Int(keeper.position[session]),
      room: Int(keeper.room[session]), people: keeper.people(of: session))
  }

  /// All that is placed, in the order of the sessions.
  var placements: [Replanner.Step] { standing.indices.filter(keeper.isPlaced).map(placement) }

  // MARK: Who is where

  func sessions(in room: Int, on day: Int) -> [Int32] { roomSessions[room * space.days + day] }

  func sessions(of person: Int, on day: Int) -> [Int] {
    let cell = person * space.days + day
    return (0..<Int(keeper.personDayCount[cell])).map {
      Int(keeper.personDaySessions[cell * keeper.dayCapacity + $0])
    }
  }

  func length(_ session: Int) -> Int { Int(space.lengthOf[session]) }

  func mask(_ session: Int) -> UInt64 {
    space.grid.mask(length: length(session), position: Int(keeper.position[session]))
  }

  /// Minutes of the day from its start to its end.
  func minutes(_ session: Int) -> Range<Int> {
    space.minutes(length: length(session), position: Int(keeper.position[session]))
  }
}

extension Replanner.Step {
  func isSame(as other: Replanner.Step?) -> Bool {
    guard let other else { return false }
    return (session, day, position, room) == (other.session, other.day, other.position, other.room)
      && people == other.people
  }
}

extension SearchSpace {
  /// A placement in the terms of the search; nil where it names what the problem does not know.
  func step(of placement: Placement) -> Replanner.Step? {
    let day = placement.date - problem.planFrom
    guard (0..<days).contains(day), placement.block >= 0, placement.room ?? 0 >= 0,
      let position = grid.position(block: placement.block, first: placement.first)
    else { return nil }
    return Replanner.Step(
      session: placement.session, day: day, position: position, room: placement.room ?? -1,
      people: placement.people)
  }

  /// Whether its pins leave a session no other place.
  func isPinnedWhole(_ session: Int) -> Bool {
    guard let pin = pins[session] else { return false }
    let needsRoom = problem.series[Int(seriesOf[session])].kind.needsRoom
    return pin.day != nil && pin.positions.nonzeroBitCount == 1 && pin.people != nil
      && (pin.room != nil || !needsRoom)
  }

  func minutes(length: Int, position: Int) -> Range<Int> {
    let start = grid.positions[position].start
    return start..<max(start, grid.end(length: length, position: position))
  }
}
