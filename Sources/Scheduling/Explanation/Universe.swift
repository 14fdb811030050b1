import Civil

/// All facts that can limit some series, in the order in which a planner would rather read them.
struct Universe {
  let terrain: Terrain

  private var problem: Problem { terrain.problem }

  /// The facts that bear on the series when they are planned alone.
  func facts(of series: [Int]) -> [Fact] {
    var facts: [Fact] = []
    var known: Set<Fact> = []
    func add(_ fact: Fact) {
      if known.insert(fact).inserted { facts.append(fact) }
    }
    for index in series { add(.held(index)) }
    for index in series { ownFacts(index).forEach(add) }
    let sessions = series.flatMap { problem.series[$0].sessions }
    for session in sessions { pinFacts(session).forEach(add) }
    for session in sessions { moduleFacts(session).forEach(add) }
    for index in series {
      if let owner = terrain.sources.dayOwner[index] { add(.dayLimit(owner)) }
    }
    peopleFacts(series, sessions).forEach(add)
    if sessions.contains(where: { problem.series[problem.sessions[$0].series].kind.needsRoom }) {
      add(.capacity)
      let features = Set(sessions.flatMap { problem.sessions[$0].features }).sorted()
      for feature in features { add(.equipped(feature)) }
      for room in problem.rooms.indices where isLimited(problem.rooms[room].open) { add(.roomOpen(room)) }
    }
    for session in sessions { orderFacts(session).forEach(add) }
    let among = Set(series)
    for index in series { attendance(index, among: among).forEach(add) }
    add(.planStart)
    add(.planEnd)
    let days = days(of: series)
    for day in terrain.holidays.keys.sorted() where days?.contains(day) ?? false {
      if let date = terrain.holidays[day] { add(.holiday(date)) }
    }
    if series.count > 1 || series.contains(where: { problem.series[$0].kind == .visit }) {
      for pair in terrain.sources.givenTravel.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        add(.travel(pair[0], pair[1]))
      }
      add(.defaultTravel)
    }
    return facts
  }

  private func isLimited(_ pattern: WeeklyPattern) -> Bool {
    Weekday.allCases.contains { day in !problem.blocks.allSatisfy { pattern.opens($0.id, on: day) } }
  }

  private func ownFacts(_ index: Int) -> [Fact] {
    let own = problem.series[index]
    var facts: [Fact] = []
    if terrain.sources.hasEarliest[index] { facts.append(.earliest(index)) }
    if terrain.sources.hasLatest[index] { facts.append(.latest(index)) }
    if let owner = terrain.sources.openOwner[index], isLimited(own.open) { facts.append(.open(owner)) }
    if own.site != nil { facts.append(.site(index)) }
    if own.size > 0, own.kind == .taught { facts.append(.seats(index)) }
    if !own.people.isEmpty { facts.append(.people(index)) }
    if let owner = terrain.sources.varietyOwner[index], own.minLecturers > 1 { facts.append(.variety(owner)) }
    if own.kind.isMentoring, own.minGapDays > 0, own.sessions.count > 1 { facts.append(.meetingGap(index)) }
    if own.kind.isMentoring, own.kind != .online { facts.append(.mode(index)) }
    return facts
  }

  /// The days of the plan in which the series can lie; nil: there is none.
  private func days(of series: [Int]) -> ClosedRange<Int>? {
    let windows = series.compactMap { index -> ClosedRange<Int>? in
      let own = problem.series[index]
      let first = max(0, own.earliest.map { $0 - problem.planFrom } ?? 0)
      let last = min(terrain.days - 1, own.latest.map { $0 - problem.planFrom } ?? terrain.days - 1)
      return first <= last ? first...last : nil
    }
    guard let first = windows.map(\.lowerBound).min(), let last = windows.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }

  private func orderFacts(_ session: Int) -> [Fact] {
    guard let module = terrain.sources.moduleOf[session] else { return [] }
    return problem.sessions[session].gapDays > 0 ? [.order(module), .gapDays(module)] : [.order(module)]
  }

  private func moduleFacts(_ session: Int) -> [Fact] {
    guard let module = terrain.sources.moduleOf[session] else { return [] }
    let needed = problem.sessions[session]
    var facts: [Fact] = [.module(module)]
    if needed.qualification != nil { facts.append(.qualification(module)) }
    if !needed.features.isEmpty { facts.append(.features(module)) }
    if needed.team > 1 { facts.append(.team(module)) }
    return facts
  }

  private func pinFacts(_ session: Int) -> [Fact] {
    problem.sessions[session].pins.enumerated().flatMap { index, pin in
      Fact.PinnedPart.allCases.filter { part in
        switch part {
        case .date: pin.date != nil
        case .block: pin.block != nil
        case .first: pin.first != nil
        case .room: pin.room != nil
        case .people: pin.people != nil
        }
      }.map { .pin(session: session, pin: index, $0) }
    }
  }

  private func peopleFacts(_ series: [Int], _ sessions: [Int]) -> [Fact] {
    var facts = Set(sessions.compactMap { problem.sessions[$0].qualification }).sorted().map(Fact.holders)
    if series.contains(where: { problem.series[$0].kind == .taught }) { facts.append(.lecturers) }
    if series.contains(where: { problem.series[$0].kind.isMentoring }) { facts.append(.mentors) }
    let days = days(of: series)
    for (index, person) in problem.people.enumerated() where person.isKnown && mayServe(person, index, series)
    {
      facts.append(.personWeek(index))
      facts.append(.personDay(index))
      if isLimited(person.open) { facts.append(.personOpen(index)) }
      facts += person.busy.indices.filter { event in
        terrain.busy[index][event].contains { days?.contains($0.day) ?? false }
      }.map { .busy(person: index, event: $0) }
    }
    return facts
  }

  private func mayServe(_ person: Problem.Person, _ index: Int, _ series: [Int]) -> Bool {
    series.contains { one in
      let own = problem.series[one]
      return (own.kind == .taught ? person.isLecturer : person.isMentor)
        && (own.people.isEmpty || own.people.contains(index))
    }
  }

  /// One trainee's enrolments a pair of classes: any of those shared keeps the two apart.
  private func attendance(_ index: Int, among series: Set<Int>) -> [Fact] {
    let own = problem.series[index]
    guard !own.kind.isMentoring else { return [] }
    return terrain.companions[index].filter(series.contains).compactMap { other in
      let theirs = Set(problem.series[other].trainees)
      return own.trainees.filter(theirs.contains).min().map { .attends(trainee: $0, series: index) }
    }
  }
}
