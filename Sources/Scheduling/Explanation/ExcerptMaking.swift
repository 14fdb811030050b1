import Civil

extension Excerpt {
  /// What the facts keep of the problem; with a `reach`, only so many days from each series' first on.
  init(_ terrain: Terrain, _ facts: Set<Fact>, reach: Int? = nil) {
    self.terrain = terrain
    self.facts = facts
    self.reach = reach
    let count = terrain.problem.people.count
    var taken: [[UInt64]] = Array(repeating: [], count: count)
    var keepsOpen = Array(repeating: false, count: count)
    var (dayLimits, weekLimits) = ([Int?](repeating: nil, count: count), [Int?](repeating: nil, count: count))
    var people: Set<Int> = []
    var rooms: Set<Int> = []
    var held: Set<Int> = []
    var holidays: Set<Int> = []
    var travels = false
    var misaligned: UInt64 = 0
    for fact in facts {
      switch fact {
      case .held(let series): held.insert(series)
      case .busy(let person, let event):
        people.insert(person)
        misaligned |= terrain.misaligned[person][event]
        if taken[person].isEmpty { taken[person] = Array(repeating: 0, count: terrain.days) }
        for (day, mask) in terrain.busy[person][event] where taken[person].indices.contains(day) {
          taken[person][day] |= mask
        }
      case .personOpen(let person):
        people.insert(person)
        keepsOpen[person] = true
      case .personDay(let person):
        people.insert(person)
        dayLimits[person] = terrain.problem.people[person].maxPeriodsDay
      case .personWeek(let person):
        people.insert(person)
        weekLimits[person] = terrain.problem.people[person].maxPeriodsWeek
      case .roomOpen(let room): rooms.insert(room)
      case .holiday(let date): holidays.insert(date - terrain.problem.planFrom)
      case .travel, .defaultTravel: travels = true
      default: break
      }
    }
    self.taken = taken
    self.keepsOpen = keepsOpen
    self.dayLimits = dayLimits
    self.weekLimits = weekLimits
    boundPeople = people
    boundRooms = rooms
    isBound = (0..<count).map(people.contains)
    isRoomBound = terrain.problem.rooms.indices.map(rooms.contains)
    var serving = Serving()
    for series in held.sorted() { add(series, holidays, travels: travels, &serving) }
    for member in members.indices {
      for trainee in attending(members[member].series) { attendance[trainee, default: []].append(member) }
    }
    var known: Set<[Int]> = []
    for (_, attended) in attendance.sorted(by: { $0.key < $1.key }) {
      for (position, one) in attended.enumerated() {
        for other in attended[(position + 1)...] where known.insert([one, other]).inserted {
          clashes.append((one, other))
        }
      }
    }
    align(travels: travels, misaligned: misaligned)
    narrowToServed()
    narrow()
  }

  /// Days before the plan that are looked at soon.
  private static let daysBefore = 42

  private func attending(_ series: Int) -> [Int] {
    let own = terrain.problem.series[series]
    return own.kind.isMentoring
      ? own.trainees : own.trainees.filter { has(.attends(trainee: $0, series: series)) }
  }

  private mutating func add(
    _ series: Int, _ holidays: Set<Int>, travels: Bool, _ serving: inout Serving
  ) {
    let problem = terrain.problem
    let own = problem.series[series]
    let kind = own.kind.isMentoring && !has(.mode(series)) ? .online : own.kind
    let kept = own.sessions.filter { isTaught($0) }
    let isVaried =
      own.minLecturers > 1 && terrain.sources.varietyOwner[series].map { has(.variety($0)) } == true
    let member = members.count
    members.append(
      Member(
        series: series, kind: kind, tasks: Array(tasks.count..<tasks.count + kept.count),
        dayLimit: terrain.sources.dayOwner[series].flatMap { has(.dayLimit($0)) ? own.maxPeriodsDay : nil },
        variety: isVaried && !own.sessions.isEmpty ? own.minLecturers : 1,
        ghostSeats: own.sessions.filter { !isTaught($0) }.reduce(0) { $0 + problem.sessions[$1].team },
        ghosts: serving.teachers(of: series, in: self), travels: travels))
    let open = openPositions(series, holidays)
    for session in kept {
      let people = serving.people(of: session, in: self)
      let rooms = kind.needsRoom ? serving.rooms(of: session, in: self) : nil
      tasks.append(task(session, member, open, people, rooms))
    }
    order(members[member])
  }

  private func isTaught(_ session: Int) -> Bool {
    terrain.sources.moduleOf[session].map { has(.module($0)) } ?? true
  }

  /// By day of the series' window, the positions at which its sessions may start, whatever their length.
  private mutating func openPositions(_ series: Int, _ holidays: Set<Int>) -> [(day: Int, positions: UInt64)]
  {
    let problem = terrain.problem
    let own = problem.series[series]
    var first = has(.planStart) ? 0 : -Terrain.margin
    var last = has(.planEnd) ? terrain.days - 1 : terrain.days + Terrain.margin
    if has(.earliest(series)), let date = own.earliest { first = max(first, date - problem.planFrom) }
    if has(.latest(series)), let date = own.latest { last = min(last, date - problem.planFrom) }
    // A series that is not held in the plan by facts is looked for around it.
    guard first <= last else { return [] }
    if let reach {
      // Without a first day, a series is looked for within the plan and soon before.
      let near = max(first, min(0, last) - Self.daysBefore)
      // What is not much longer is looked at whole.
      let end = near + reach * 3 / 2 >= last ? last : near + reach
      if near > first || end < last { isCut = true }
      (first, last) = (near, end)
    }
    let isOpenKept = terrain.sources.openOwner[series].map { has(.open($0)) } ?? false
    return (first...last).compactMap { day in
      if holidays.contains(day) { return nil }
      let positions = isOpenKept ? terrain.seriesOpen(series, day) : terrain.all
      return positions == 0 ? nil : (day, positions)
    }
  }

  private func task(
    _ session: Int, _ member: Int, _ open: [(day: Int, positions: UInt64)], _ eligible: [Int],
    _ suitable: [Int]?
  ) -> Task {
    let problem = terrain.problem
    let needed = problem.sessions[session]
    let module = terrain.sources.moduleOf[session]
    let isTeamKept = module.map { has(.team($0)) } ?? true
    var fitting = terrain.fitting(needed.periods)
    var days: Set<Int>?
    var pinned: [Int]?
    var pinnedRooms: Set<Int>?
    for (index, pin) in needed.pins.enumerated() {
      if let date = pin.date, has(.pin(session: session, pin: index, .date)) {
        let day = date - problem.planFrom
        days = days.map { $0.intersection([day]) } ?? [day]
      }
      for (position, at) in terrain.grid.positions.enumerated() {
        if let block = pin.block, block != at.block, has(.pin(session: session, pin: index, .block)) {
          fitting &= ~(1 << UInt64(position))
        }
        if let first = pin.first, first != at.first, has(.pin(session: session, pin: index, .first)) {
          fitting &= ~(1 << UInt64(position))
        }
      }
      if let room = pin.room, has(.pin(session: session, pin: index, .room)) {
        pinnedRooms = pinnedRooms.map { $0.intersection([room]) } ?? [room]
      }
      if let people = pin.people, has(.pin(session: session, pin: index, .people)) {
        // Two pins that differ leave nobody.
        pinned = pinned.map { Set($0) == people ? $0 : [-1] } ?? people.sorted()
      }
    }
    var starts: [Start] = []
    for (day, positions) in open where days?.contains(day) ?? true {
      var bits = positions & fitting
      while bits != 0 {
        starts.append(Start(day: day, position: bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
    var team = isTeamKept ? needed.team...max(1, needed.team) : 1...max(1, needed.team)
    if let pinned {
      let isPossible = team.contains(pinned.count) && pinned.allSatisfy(eligible.contains)
      if !isPossible { starts = [] }
      team = pinned.count...pinned.count
    }
    return Task(
      session: session, member: member, length: needed.periods, starts: starts,
      people: pinned.map { $0.filter(eligible.contains) } ?? eligible, team: team, pinned: pinned,
      rooms: suitable.map { rooms in pinnedRooms.map { pinned in rooms.filter(pinned.contains) } ?? rooms })
  }

  /// What must come before what in a series, by neighbours alone.
  private mutating func order(_ member: Member) {
    let sessions = terrain.problem.sessions
    guard member.kind == .taught else {
      let gap = has(.meetingGap(member.series)) ? terrain.problem.series[member.series].minGapDays : 0
      for (before, after) in zip(member.tasks, member.tasks.dropFirst()) {
        precedences.append(Precedence(before: before, after: after, gap: gap))
      }
      return
    }
    var levels: [Int: [(first: Int, last: Int, gap: Int)]] = [:]
    let byModule = Dictionary(grouping: member.tasks) {
      terrain.sources.moduleOf[tasks[$0].session] ?? -1 - $0
    }
    for (module, tasks) in byModule.sorted(by: { $0.key < $1.key }) {
      let parts = tasks.sorted {
        sessions[self.tasks[$0].session].part < sessions[self.tasks[$1].session].part
      }
      for (before, after) in zip(parts, parts.dropFirst()) {
        precedences.append(Precedence(before: before, after: after, gap: 0))
      }
      guard has(.order(module)), let first = parts.first, let last = parts.last else { continue }
      let session = sessions[self.tasks[first].session]
      levels[session.order, default: []].append((first, last, has(.gapDays(module)) ? session.gapDays : 0))
    }
    let ordered = levels.sorted { $0.key < $1.key }.map(\.value)
    for (lower, higher) in zip(ordered, ordered.dropFirst()) {
      for before in lower {
        for after in higher {
          precedences.append(Precedence(before: before.last, after: after.first, gap: after.gap))
        }
      }
    }
  }
}
