/// Lists the places of open sessions, each with a smallest set of kept sessions that stand in its way.
///
/// A place that several such sets would free (a day or week that is too full, a class that would meet too few
/// lecturers) is listed once for each. Places are left out only for hard rules or for the number of blockers.
struct CandidateList {
  private let board: RepairBoard
  private let space: SearchSpace
  private let checks: Eligibility
  private let session: Int
  private let kind: SearchSpace.Kind
  private let seriesIndex: Int
  private let seriesKind: Problem.Series.Kind
  private let siblings: [Siblings.Sibling]
  private let length: Int
  private let pin: SearchSpace.PinnedSpot?
  /// How many kept sessions may be in the way.
  private let most: Int
  /// The list ends when it has so many places, or when so many were looked at.
  private let limit: Int
  private let budget: Int
  /// The list ends with the days at the distance from the published one at which it has so many places.
  private let enough: Int
  private var choices = Choices()
  private var looked = 8
  /// Of a trainee's meetings: who holds those that are placed, and what another mentor would have to move.
  private var holder: Int?
  private var otherMeetings: Blockers??
  /// Those who can hold it at all, each with the team of that one alone: of a trainee's meetings that must stay only
  /// who holds them.
  private var people: [(person: Int, alone: [Int])]
  /// Sessions that people hold in a week, by person and week, as far as they were asked for.
  private var held: [Int: [Int]] = [:]
  /// Whether the session is the last of its class, so that the lecturers of all are known.
  private let isLast: Bool

  /// The places of a session with at most so many blockers; with a limit the first of them only.
  ///
  /// Spends effort for every place looked at. Where the effort ends, so does the list.
  static func choices(
    of session: Int, on board: RepairBoard, blockers most: Int, upTo limit: Int = .max, _ effort: Effort
  ) -> Choices {
    var list = CandidateList(session, board, most, limit, .max, effort.left)
    list.fill()
    effort.spend(list.looked)
    return list.choices
  }

  /// So many places nearest in days to the published one, or more, for which nothing must make way.
  ///
  /// Of a distance in days all places are in the list or none.
  static func nearest(_ count: Int, of session: Int, on board: RepairBoard, _ effort: Effort) -> [Candidate] {
    var list = CandidateList(session, board, 0, .max, count, effort.left)
    list.fill()
    effort.spend(list.looked)
    return list.choices.candidates
  }

  private init(
    _ session: Int, _ board: RepairBoard, _ most: Int, _ limit: Int, _ enough: Int, _ budget: Int
  ) {
    self.session = session
    self.board = board
    self.most = most
    self.limit = limit
    self.budget = budget
    self.enough = enough
    space = board.space
    checks = Eligibility(board.space)
    kind = space.kinds[Int(space.kindOf[session])]
    seriesIndex = Int(space.seriesOf[session])
    seriesKind = space.problem.series[seriesIndex].kind
    siblings = Siblings(of: session, on: board).all
    length = board.length(session)
    pin = space.pins[session]
    people = kind.eligible.map { (Int($0), [Int($0)]) }
    isLast = seriesKind == .taught && siblings.count == space.problem.series[seriesIndex].sessions.count - 1
  }

  private var isFull: Bool { choices.candidates.count >= limit || looked >= budget }

  private mutating func fill() {
    guard let window = space.window[seriesIndex] else { return }
    let first = pin?.day ?? window.lowerBound
    let last = pin?.day ?? window.upperBound
    if seriesKind.isMentoring {
      holder = siblings.first { $0.site != nil }.flatMap { board.keeper.people(of: $0.session).first }
    }
    if let holder, meetingsInTheWay() == nil { people = people.filter { $0.person == holder } }
    guard window.contains(first), window.contains(last) else { return }
    let middle = board.old[session]?.day ?? first
    var reached = 0
    for day in outward(from: middle, first...last) where space.seriesOpen[seriesIndex * space.days + day] != 0
    {
      if abs(day - middle) > reached {
        if choices.candidates.count >= enough { return }
        reached = abs(day - middle)
      }
      for position in 0..<space.grid.count where checks.isOpen(session, day, position) {
        looked += 1
        let start = Int(space.grid.starts[position])
        let slot = Slot(
          day: day, position: position, mask: space.grid.mask(length: length, position: position),
          minutes: start..<max(start, space.grid.end(length: length, position: position)))
        if let blockers = inSeries(slot) { fill(slot, blockers) }
        if isFull { return }
      }
    }
  }

  /// The days from the published one outward, the earlier of two first.
  private func outward(from middle: Int, _ days: ClosedRange<Int>) -> [Int] {
    if middle <= days.lowerBound { return Array(days) }
    if middle >= days.upperBound { return days.reversed() }
    return days.sorted { (abs($0 - middle), $0) < (abs($1 - middle), $1) }
  }

  // MARK: The class and its trainees

  private mutating func inSeries(_ slot: Slot) -> Blockers? {
    var blockers = Blockers()
    let cell = seriesIndex * space.days + slot.day
    let (start, end) = (slot.day * 1440 + slot.minutes.lowerBound, slot.day * 1440 + slot.minutes.upperBound)
    for sibling in siblings where sibling.clashes(day: slot.day, mask: slot.mask, start: start, end: end) {
      if !admit(sibling.session, to: &blockers) { return nil }
    }
    for other in space.conflicting[seriesIndex]
    where board.keeper.seriesBusy[Int(other) * space.days + slot.day] & slot.mask != 0 {
      for attended in space.problem.series[Int(other)].sessions where overlaps(slot, attended) {
        if !admit(attended, to: &blockers) { return nil }
      }
    }
    if seriesKind == .taught {
      let over =
        Int(board.keeper.seriesDayPeriods[cell]) + length - space.problem.series[seriesIndex].maxPeriodsDay
      if over > 0 {
        let today = siblings.filter { $0.day == slot.day }.map(\.session)
        blockers.excesses.append(Excess(periods: over, sessions: today))
      }
    }
    return blockers
  }

  private func overlaps(_ slot: Slot, _ other: Int) -> Bool {
    Int(board.keeper.day[other]) == slot.day && board.mask(other) & slot.mask != 0
  }

  /// Notes a session that is in the way; false where it cannot move, or it is one too many.
  private mutating func admit(_ other: Int, to blockers: inout Blockers) -> Bool {
    if blockers.sessions.contains(other) { return true }
    guard board.standing[other] == .kept else {
      if board.standing[other] == .placed { choices.vetoes.insert(other) }
      return false
    }
    guard blockers.sessions.count < most else {
      choices.isCut = true
      return false
    }
    blockers.sessions.append(other)
    return true
  }

  // MARK: Rooms and people

  /// Somebody who could hold the session, alone as a team, and what stands in the way.
  private struct Member {
    let person: Int
    let alone: [Int]
    let blockers: Blockers
  }

  private mutating func fill(_ slot: Slot, _ blockers: Blockers) {
    guard seriesKind.needsRoom else {
      extend([], from: 0, slot, -1, staffed(slot, site: -1), blockers)
      return
    }
    var staff: (site: Int, members: [Member])?
    for suitable in kind.suitable where !isFull {
      let room = Int(suitable)
      guard checks.isUsable(room, for: session, slot.day, slot.position) else { continue }
      looked += 1
      guard let merged = inRoom(room, slot, blockers) else { continue }
      let site = Int(space.siteOf[room])
      let members = staff?.site == site ? staff?.members ?? [] : staffed(slot, site: site)
      staff = (site, members)
      extend([], from: 0, slot, room, members, merged)
    }
  }

  private mutating func inRoom(_ room: Int, _ slot: Slot, _ known: Blockers) -> Blockers? {
    var blockers = known
    if board.keeper.roomBusy[room * space.days + slot.day] & slot.mask != 0 {
      for other in board.sessions(in: room, on: slot.day) where board.mask(Int(other)) & slot.mask != 0 {
        if !admit(Int(other), to: &blockers) { return nil }
      }
    }
    guard seriesKind == .taught else { return blockers }
    let site = Int(space.siteOf[room])
    for sibling in siblings where sibling.site ?? site != site {
      if !admit(sibling.session, to: &blockers) { return nil }
    }
    return blockers
  }

  /// Everyone who could hold the session then at the site, with what stands in the way.
  private mutating func staffed(_ slot: Slot, site: Int) -> [Member] {
    var staff: [Member] = []
    for (person, alone) in people {
      guard checks.isUsable(person: person, for: session, slot.day, slot.position) else { continue }
      looked += 1
      if let blockers = blockers(of: person, slot, site) {
        staff.append(Member(person: person, alone: alone, blockers: blockers))
      }
    }
    return staff
  }

  /// The placed meetings of the trainee; nil where they cannot all move.
  private mutating func meetingsInTheWay() -> Blockers? {
    if let otherMeetings { return otherMeetings }
    var blockers: Blockers? = Blockers()
    for sibling in siblings where sibling.site != nil {
      guard var known = blockers else { break }
      blockers = admit(sibling.session, to: &known) ? known : nil
    }
    otherMeetings = .some(blockers)
    return blockers
  }

  private mutating func blockers(of person: Int, _ slot: Slot, _ site: Int) -> Blockers? {
    var blockers = Blockers()
    if let holder, holder != person {
      guard let meetings = meetingsInTheWay() else { return nil }
      blockers = meetings
    }
    let keeper = board.keeper
    let cell = person * space.days + slot.day
    for index in 0..<Int(keeper.personDayCount[cell]) {
      let other = Int(keeper.personDaySessions[cell * keeper.dayCapacity + index])
      if isTooNear(slot, site, other), !admit(other, to: &blockers) { return nil }
    }
    let overDay = Int(keeper.personDayPeriods[cell]) + length - Int(space.mostPerDay[person])
    if overDay > 0 {
      let excess = Excess(periods: overDay, sessions: board.sessions(of: person, on: slot.day))
      if !note(excess, in: &blockers) { return nil }
    }
    let week = space.weekOf[slot.day]
    let inWeek = Int(keeper.personWeekPeriods[person * space.weeks + Int(week)])
    let overWeek = inWeek + length - Int(space.mostPerWeek[person])
    if overWeek > 0 {
      let excess = Excess(periods: overWeek, sessions: sessions(of: person, inWeekOf: slot.day))
      if !note(excess, in: &blockers) { return nil }
    }
    return blockers
  }

  private mutating func sessions(of person: Int, inWeekOf day: Int) -> [Int] {
    let week = space.weekOf[day]
    let cell = person * space.weeks + Int(week)
    if let known = held[cell] { return known }
    let near = max(0, day - 6)...min(space.days - 1, day + 6)
    let sessions = near.filter { space.weekOf[$0] == week }.flatMap { board.sessions(of: person, on: $0) }
    held[cell] = sessions
    return sessions
  }

  /// Notes that periods must go; false where no session may move.
  private mutating func note(_ excess: Excess, in blockers: inout Blockers) -> Bool {
    if most > 0 {
      blockers.excesses.append(excess)
      return true
    }
    var movable = 0
    for other in excess.sessions {
      if board.standing[other] == .placed { choices.vetoes.insert(other) }
      if board.standing[other] == .kept { movable += board.length(other) }
    }
    if movable >= excess.periods { choices.isCut = true }
    return false
  }

  /// Whether another session of the person overlaps or leaves too little time for the way.
  private func isTooNear(_ slot: Slot, _ site: Int, _ other: Int) -> Bool {
    if board.mask(other) & slot.mask != 0 { return true }
    let otherKind = space.problem.series[Int(space.seriesOf[other])].kind
    if otherKind == .online || seriesKind == .online { return false }
    let otherSite = board.keeper.site(of: other)
    let needed = space.problem.minutes(
      from: (seriesKind, site < 0 ? nil : site), to: (otherKind, otherSite < 0 ? nil : otherSite))
    let theirs = board.minutes(other)
    return slot.minutes.lowerBound < theirs.upperBound + needed
      && theirs.lowerBound < slot.minutes.upperBound + needed
  }

  // MARK: Whole candidates

  /// Adds people until the team is complete; teams in the order of their members.
  private mutating func extend(
    _ team: [Int], from start: Int, _ slot: Slot, _ room: Int, _ staff: [Member], _ known: Blockers
  ) {
    if team.count == kind.team {
      let step = Replanner.Step(
        session: session, day: slot.day, position: slot.position, room: room, people: team)
      if let pin, !pin.allows(step.day, step.position, room, team) { return }
      looked += 1
      if known.excesses.isEmpty {
        vary(known.sessions, step)
      } else {
        settle(known.excesses[...], known.sessions, step)
      }
      return
    }
    guard start < staff.count else { return }
    for index in start..<staff.count where staff.count - index >= kind.team - team.count && !isFull {
      var blockers = known
      var isPossible = true
      for other in staff[index].blockers.sessions where isPossible {
        isPossible = admit(other, to: &blockers)
      }
      guard isPossible else { continue }
      if !staff[index].blockers.excesses.isEmpty { blockers.excesses += staff[index].blockers.excesses }
      let team = kind.team == 1 ? staff[index].alone : team + [staff[index].person]
      extend(team, from: index + 1, slot, room, staff, blockers)
    }
  }

  /// Chooses, in every smallest way, the sessions that must go from days and weeks that are too full.
  private mutating func settle(_ excesses: ArraySlice<Excess>, _ blockers: [Int], _ step: Replanner.Step) {
    guard let excess = excesses.first else {
      vary(blockers, step)
      return
    }
    let freed = excess.sessions.filter(blockers.contains).reduce(0) { $0 + board.length($1) }
    let missing = excess.periods - freed
    if missing <= 0 {
      settle(excesses.dropFirst(), blockers, step)
      return
    }
    choices.vetoes.formUnion(excess.sessions.filter { board.standing[$0] == .placed })
    let movable = excess.sessions.filter { board.standing[$0] == .kept && !blockers.contains($0) }
    guard movable.reduce(0, { $0 + board.length($1) }) >= missing else { return }
    for chosen in smallest(of: movable[...], freeing: missing, atMost: most - blockers.count) where !isFull {
      settle(excesses.dropFirst(), blockers + chosen, step)
    }
  }

  /// Every set of sessions that frees so many periods and none of whose members is superfluous.
  private mutating func smallest(of sessions: ArraySlice<Int>, freeing periods: Int, atMost count: Int)
    -> [[Int]]
  {
    looked += 1
    if periods <= 0 { return [[]] }
    guard let first = sessions.first, !isFull else { return [] }
    if count <= 0 {
      choices.isCut = true
      return []
    }
    let with = smallest(of: sessions.dropFirst(), freeing: periods - board.length(first), atMost: count - 1)
      .map { [first] + $0 }
      .filter { $0.reduce(0) { $0 + board.length($1) } - board.length(first) < periods }
    return with + smallest(of: sessions.dropFirst(), freeing: periods, atMost: count)
  }

  /// Where the series would be complete with too few lecturers, each kept session of it in turn must go too.
  private mutating func vary(_ blockers: [Int], _ step: Replanner.Step) {
    guard isLast, !blockers.contains(where: { Int(space.seriesOf[$0]) == seriesIndex }) else {
      choices.candidates.append(Candidate(step: step, blockers: blockers))
      return
    }
    let keeper = board.keeper
    let new = step.people.count { keeper.sessions(of: seriesIndex, heldBy: $0) == 0 }
    if keeper.distinctLecturers(of: seriesIndex) + new >= space.problem.series[seriesIndex].minLecturers {
      choices.candidates.append(Candidate(step: step, blockers: blockers))
      return
    }
    choices.vetoes.formUnion(siblings.map(\.session).filter { board.standing[$0] == .placed })
    let kept = siblings.map(\.session).filter { board.standing[$0] == .kept }
    if blockers.count >= most {
      if !kept.isEmpty { choices.isCut = true }
      return
    }
    for other in kept { choices.candidates.append(Candidate(step: step, blockers: blockers + [other])) }
  }
}
