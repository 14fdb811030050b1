/// One place that an open session could take, and the kept sessions that would have to move for it.
struct Candidate {
  let step: Replanner.Step
  let blockers: [Int]
}

/// What the search knows of an open session: every place it could take within the moves left.
struct Choices {
  var candidates: [Candidate] = []
  /// Sessions put down by the search that rule places out.
  var vetoes: Set<Int> = []
  /// Whether places were left out that need more moves than are left.
  var isCut = false
  /// The fewest blockers of a candidate; 0 where there is none.
  var fewest: Int { candidates.map(\.blockers.count).min() ?? 0 }
}

/// Lists the places of open sessions, each with a smallest set of kept sessions that stand in its way.
///
/// A place that several such sets would free (a day or week that is too full, a class that would meet too few
/// lecturers) is listed once for each. Places are left out only for hard rules or for the number of blockers.
struct CandidateList {
  private let board: RepairBoard
  private let space: SearchSpace
  private let checks: Eligibility
  private let session: Int
  private let series: Problem.Series
  private let seriesIndex: Int
  private let length: Int
  /// How many kept sessions may be in the way.
  private let most: Int
  private(set) var choices = Choices()
  /// Of a trainee's meetings: who holds those that are placed, and what another mentor would have to move.
  private var holder: Int?
  private var otherMeetings: Blockers??

  static func choices(of session: Int, on board: RepairBoard, blockers most: Int) -> Choices {
    var list = CandidateList(session, board, most)
    list.fill()
    return list.choices
  }

  private init(_ session: Int, _ board: RepairBoard, _ most: Int) {
    self.session = session
    self.board = board
    self.most = most
    space = board.space
    checks = Eligibility(board.space)
    seriesIndex = Int(space.seriesOf[session])
    series = space.problem.series[seriesIndex]
    length = board.length(session)
  }

  private mutating func fill() {
    guard let window = space.window[seriesIndex] else { return }
    let first = space.pins[session]?.day ?? window.lowerBound
    let last = space.pins[session]?.day ?? window.upperBound
    if series.kind.isMentoring {
      let placed = series.sessions.first { $0 != session && board.keeper.isPlaced($0) }
      holder = placed.flatMap { board.keeper.people(of: $0).first }
    }
    guard window.contains(first), window.contains(last) else { return }
    for day in first...last where space.seriesOpen[seriesIndex * space.days + day] != 0 {
      for position in 0..<space.grid.count where checks.isOpen(session, day, position) {
        let slot = Slot(
          day: day, position: position, mask: space.grid.mask(length: length, position: position))
        if let blockers = inSeries(slot) { fill(slot, blockers) }
      }
    }
  }

  /// A day and position, with the stretches that the session would take.
  private struct Slot {
    let day: Int
    let position: Int
    let mask: UInt64
  }

  /// Sessions of which so many periods must go, whichever.
  private struct Excess {
    let periods: Int
    let sessions: [Int]
  }

  /// Kept sessions in the way; nil where one cannot be moved or they are too many.
  private struct Blockers {
    var sessions: [Int] = []
    var excesses: [Excess] = []
  }

  // MARK: The class and its trainees

  private mutating func inSeries(_ slot: Slot) -> Blockers? {
    var blockers = Blockers()
    let cell = seriesIndex * space.days + slot.day
    let minutes = space.minutes(length: length, position: slot.position)
    for other in series.sessions where other != session && board.keeper.isPlaced(other) {
      if clashes(slot, minutes, with: other), !admit(other, to: &blockers) { return nil }
    }
    for other in space.conflicting[seriesIndex]
    where board.keeper.seriesBusy[Int(other) * space.days + slot.day] & slot.mask != 0 {
      for attended in space.problem.series[Int(other)].sessions where overlaps(slot, attended) {
        if !admit(attended, to: &blockers) { return nil }
      }
    }
    if series.kind == .taught {
      let over = Int(board.keeper.seriesDayPeriods[cell]) + length - series.maxPeriodsDay
      let today = series.sessions.filter {
        board.keeper.isPlaced($0) && Int(board.keeper.day[$0]) == slot.day
      }
      if over > 0 { blockers.excesses.append(Excess(periods: over, sessions: today)) }
    }
    return blockers
  }

  /// Whether the session held then would break order, gap or time against another of its series.
  private func clashes(_ slot: Slot, _ minutes: Range<Int>, with other: Int) -> Bool {
    let keeper = board.keeper
    let otherDay = Int(keeper.day[other])
    if overlaps(slot, other) { return true }
    if series.kind.isMentoring { return abs(otherDay - slot.day) < series.minGapDays }
    let mine = space.problem.sessions[session]
    let theirs = space.problem.sessions[other]
    let otherMinutes = board.minutes(other)
    let isSameModule = theirs.module == mine.module
    if theirs.order < mine.order || isSameModule && theirs.part < mine.part {
      if (slot.day, minutes.lowerBound) < (otherDay, otherMinutes.upperBound) { return true }
      if theirs.order < mine.order, slot.day - otherDay < mine.gapDays { return true }
    }
    if theirs.order > mine.order || isSameModule && theirs.part > mine.part {
      if (otherDay, otherMinutes.lowerBound) < (slot.day, minutes.upperBound) { return true }
      if theirs.order > mine.order, otherDay - slot.day < theirs.gapDays { return true }
    }
    return false
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

  private mutating func fill(_ slot: Slot, _ blockers: Blockers) {
    guard series.kind.needsRoom else {
      fill(slot, room: -1, staffed(slot, site: -1), blockers)
      return
    }
    var staff: [Int: [(person: Int, blockers: Blockers)]] = [:]
    for suitable in space.kinds[Int(space.kindOf[session])].suitable {
      let room = Int(suitable)
      guard checks.isUsable(room, for: session, slot.day, slot.position),
        let merged = inRoom(room, slot, blockers)
      else { continue }
      let site = Int(space.siteOf[room])
      let people = staff[site] ?? staffed(slot, site: site)
      staff[site] = people
      fill(slot, room: room, people, merged)
    }
  }

  private mutating func inRoom(_ room: Int, _ slot: Slot, _ known: Blockers) -> Blockers? {
    var blockers = known
    for other in board.sessions(in: room, on: slot.day) where board.mask(Int(other)) & slot.mask != 0 {
      if !admit(Int(other), to: &blockers) { return nil }
    }
    guard series.kind == .taught else { return blockers }
    let site = Int(space.siteOf[room])
    for other in series.sessions
    where other != session && board.keeper.isPlaced(other) && board.keeper.site(of: other) != site {
      if !admit(other, to: &blockers) { return nil }
    }
    return blockers
  }

  /// Everyone who could hold the session then at the site, with what stands in the way.
  private mutating func staffed(_ slot: Slot, site: Int) -> [(person: Int, blockers: Blockers)] {
    let minutes = space.minutes(length: length, position: slot.position)
    var staff: [(person: Int, blockers: Blockers)] = []
    for eligible in space.kinds[Int(space.kindOf[session])].eligible {
      let person = Int(eligible)
      guard checks.isUsable(person: person, for: session, slot.day, slot.position) else { continue }
      if let blockers = blockers(of: person, slot, minutes, site) { staff.append((person, blockers)) }
    }
    return staff
  }

  /// The placed meetings of the trainee; nil where they cannot all move.
  private mutating func meetingsInTheWay() -> Blockers? {
    if let otherMeetings { return otherMeetings }
    var blockers: Blockers? = Blockers()
    for other in series.sessions where other != session && board.keeper.isPlaced(other) {
      guard var known = blockers else { break }
      blockers = admit(other, to: &known) ? known : nil
    }
    otherMeetings = .some(blockers)
    return blockers
  }

  private mutating func blockers(
    of person: Int, _ slot: Slot, _ minutes: Range<Int>, _ site: Int
  ) -> Blockers? {
    var blockers = Blockers()
    if let holder, holder != person {
      guard let meetings = meetingsInTheWay() else { return nil }
      blockers = meetings
    }
    let keeper = board.keeper
    let cell = person * space.days + slot.day
    for index in 0..<Int(keeper.personDayCount[cell]) {
      let other = Int(keeper.personDaySessions[cell * keeper.dayCapacity + index])
      if isTooNear(slot, minutes, site, other), !admit(other, to: &blockers) { return nil }
    }
    let known = space.problem.people[person]
    let overDay = Int(keeper.personDayPeriods[cell]) + length - known.maxPeriodsDay
    if overDay > 0 {
      let excess = Excess(periods: overDay, sessions: board.sessions(of: person, on: slot.day))
      if !note(excess, in: &blockers) { return nil }
    }
    let week = space.weekOf[slot.day]
    let inWeek = Int(keeper.personWeekPeriods[person * space.weeks + Int(week)])
    if inWeek + length > known.maxPeriodsWeek {
      let near = max(0, slot.day - 6)...min(space.days - 1, slot.day + 6)
      let held = near.filter { space.weekOf[$0] == week }.flatMap { board.sessions(of: person, on: $0) }
      let excess = Excess(periods: inWeek + length - known.maxPeriodsWeek, sessions: held)
      if !note(excess, in: &blockers) { return nil }
    }
    return blockers
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
  private func isTooNear(_ slot: Slot, _ minutes: Range<Int>, _ site: Int, _ other: Int) -> Bool {
    if board.mask(other) & slot.mask != 0 { return true }
    let otherKind = space.problem.series[Int(space.seriesOf[other])].kind
    if otherKind == .online || series.kind == .online { return false }
    let otherSite = board.keeper.site(of: other)
    let needed = space.problem.minutes(
      from: (series.kind, site < 0 ? nil : site), to: (otherKind, otherSite < 0 ? nil : otherSite))
    let theirs = board.minutes(other)
    return minutes.lowerBound < theirs.upperBound + needed && theirs.lowerBound < minutes.upperBound + needed
  }

  // MARK: Whole candidates

  private mutating func fill(
    _ slot: Slot, room: Int, _ staff: [(person: Int, blockers: Blockers)], _ known: Blockers
  ) {
    extend([], from: 0, slot, room, staff, known)
  }

  /// Adds people until the team is complete; teams in the order of their members.
  private mutating func extend(
    _ team: [Int], from start: Int, _ slot: Slot, _ room: Int,
    _ staff: [(person: Int, blockers: Blockers)], _ known: Blockers
  ) {
    let wanted = space.kinds[Int(space.kindOf[session])].team
    if team.count == wanted {
      let step = Replanner.Step(
        session: session, day: slot.day, position: slot.position, room: room, people: team)
      if let pin = space.pins[session], !pin.allows(step.day, step.position, room, team) { return }
      settle(known.excesses[...], known.sessions, step)
      return
    }
    guard start < staff.count else { return }
    for index in start..<staff.count where staff.count - index >= wanted - team.count {
      var blockers = known
      var isPossible = true
      for other in staff[index].blockers.sessions where isPossible {
        isPossible = admit(other, to: &blockers)
      }
      guard isPossible else { continue }
      blockers.excesses += staff[index].blockers.excesses
      extend(team + [staff[index].person], from: index + 1, slot, room, staff, blockers)
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
    for chosen in smallest(of: movable[...], freeing: missing, atMost: most - blockers.count) {
      settle(excesses.dropFirst(), blockers + chosen, step)
    }
  }

  /// Every set of sessions that frees so many periods and none of whose members is superfluous.
  private mutating func smallest(of sessions: ArraySlice<Int>, freeing periods: Int, atMost count: Int)
    -> [[Int]]
  {
    if periods <= 0 { return [[]] }
    guard let first = sessions.first else { return [] }
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
    let keeper = board.keeper
    let isComplete =
      series.kind == .taught && Int(keeper.seriesPlaced[seriesIndex]) == series.sessions.count - 1
      && !blockers.contains { Int(space.seriesOf[$0]) == seriesIndex }
    guard isComplete else {
      choices.candidates.append(Candidate(step: step, blockers: blockers))
      return
    }
    let new = step.people.count { keeper.sessions(of: seriesIndex, heldBy: $0) == 0 }
    if keeper.distinctLecturers(of: seriesIndex) + new >= series.minLecturers {
      choices.candidates.append(Candidate(step: step, blockers: blockers))
      return
    }
    choices.vetoes.formUnion(series.sessions.filter { board.standing[$0] == .placed })
    let kept = series.sessions.filter { board.standing[$0] == .kept }
    if blockers.count >= most {
      if !kept.isEmpty { choices.isCut = true }
      return
    }
    for other in kept { choices.candidates.append(Candidate(step: step, blockers: blockers + [other])) }
  }
}
