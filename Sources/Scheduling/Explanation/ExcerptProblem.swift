import Civil

/// An excerpt told as a problem of its own, for the solver to look for a placement.
///
/// Who may hold a session and which rooms suit it are told by qualifications and features made for it. A module whose
/// order is not kept becomes a series of its own that shares a trainee with its class. What the solver finds is
/// counted anew by the excerpt's rules, as a day's limit or a site of such a class could be missed.
struct ExcerptProblem {
  private let excerpt: Excerpt
  private let first: Int
  private(set) var problem: Problem
  /// By session of the problem: its task.
  private var told: [Int] = []
  private var lists: [[Int]: String] = [:]
  private static let unlimited = 999

  /// Nil where a task has nowhere to go, or the days reach too far.
  init?(_ excerpt: Excerpt, mostDays: Int = 400) {
    let days = excerpt.tasks.flatMap { [$0.starts.first?.day, $0.starts.last?.day] }
    guard let first = days.compactMap(\.self).min(), let last = days.compactMap(\.self).max(),
      !excerpt.isEmpty, last - first < mostDays
    else { return nil }
    self.excerpt = excerpt
    self.first = first
    problem = excerpt.terrain.problem
    problem.planFrom = excerpt.terrain.problem.planFrom + first
    problem.planTo = excerpt.terrain.problem.planFrom + last
    problem.series = []
    problem.sessions = []
    keepCalendar()
    keepWays()
    keepPeople()
    keepRooms()
    for member in excerpt.members { add(member) }
  }

  /// The placements found as spots of the excerpt's tasks; nil where one is missing or a rule does not hold.
  func spots(_ placements: [Placement]) -> [Excerpt.Spot]? {
    var spots: [Excerpt.Spot?] = Array(repeating: nil, count: excerpt.tasks.count)
    for one in placements {
      guard let position = excerpt.terrain.grid.position(block: one.block, first: one.first) else {
        return nil
      }
      let start = Excerpt.Start(day: one.date - problem.planFrom + first, position: position)
      spots[told[one.session]] = Excerpt.Spot(start: start, room: one.room, people: one.people)
    }
    let all = spots.compactMap(\.self)
    return all.count == spots.count && excerpt.holds(all) ? all : nil
  }

  // MARK: What is kept of people, rooms and days

  private mutating func keepCalendar() {
    var kept = WorkingCalendar()
    for (date, mark) in problem.calendar.marked
    where mark.kind == .makeUpDay || excerpt.has(.holiday(date)) {
      kept.add(mark, on: date)
    }
    problem.calendar = kept
  }

  private mutating func keepWays() {
    let sites = problem.sites.indices
    problem.travelMinutes = sites.flatMap { from in
      sites.map { excerpt.minutes((.taught, from), (.taught, $0)) }
    }
    problem.defaultTravelMinutes = excerpt.minutes((.visit, nil), (.visit, nil))
  }

  private mutating func keepPeople() {
    let always = WeeklyPattern.always(problem.blocks.map(\.id))
    for index in problem.people.indices {
      let own = problem.people[index]
      problem.people[index].isLecturer = true
      problem.people[index].isMentor = true
      problem.people[index].qualifications = []
      if !excerpt.keepsOpen[index] { problem.people[index].open = always }
      problem.people[index].maxPeriodsDay = excerpt.dayLimit(of: index) ?? Self.unlimited
      problem.people[index].maxPeriodsWeek = excerpt.weekLimit(of: index) ?? Self.unlimited
      problem.people[index].busy = own.busy.indices.filter { excerpt.has(.busy(person: index, event: $0)) }
        .map { own.busy[$0] }
    }
  }

  private mutating func keepRooms() {
    let always = WeeklyPattern.always(problem.blocks.map(\.id))
    for index in problem.rooms.indices {
      problem.rooms[index].features = []
      if !excerpt.boundRooms.contains(index) { problem.rooms[index].open = always }
    }
  }

  private mutating func word(for people: [Int]) -> String {
    if let known = lists[people] { return known }
    let word = "\(lists.count)"
    lists[people] = word
    for person in people where person >= 0 { problem.people[person].qualifications.insert(word) }
    return word
  }

  private mutating func feature(for rooms: [Int]) -> String {
    // Told apart from the lists of people by what no list of people begins with.
    let key = [-1] + rooms
    if let known = lists[key] { return known }
    let word = "\(lists.count)"
    lists[key] = word
    for room in rooms { problem.rooms[room].features.insert(word) }
    return word
  }

  // MARK: Series and sessions

  private mutating func add(_ member: Excerpt.Member) {
    let sources = excerpt.terrain.sources
    let loose = member.tasks.filter { task in
      sources.moduleOf[excerpt.tasks[task].session].map { !excerpt.has(.order($0)) } ?? false
    }
    let byModule = Dictionary(grouping: loose) { sources.moduleOf[excerpt.tasks[$0].session] ?? -1 }
    let apart = byModule.sorted { $0.key < $1.key }.map(\.value)
    add(member.tasks.filter { !loose.contains($0) }, of: member, variety: member.variety - member.ghostSeats)
    for tasks in apart { add(tasks, of: member, variety: 1) }
  }

  private mutating func add(_ tasks: [Int], of member: Excerpt.Member, variety: Int) {
    guard !tasks.isEmpty else { return }
    let own = excerpt.terrain.problem.series[member.series]
    let starts = tasks.flatMap { [excerpt.tasks[$0].starts.first, excerpt.tasks[$0].starts.last] }
    let days = starts.compactMap { $0?.day }
    let index = problem.series.count
    var series = own
    series.kind = member.kind
    series.sessions = Array(problem.sessions.count..<problem.sessions.count + tasks.count)
    series.earliest = days.min().map { problem.planFrom + ($0 - first) }
    series.latest = days.max().map { problem.planFrom + ($0 - first) }
    if excerpt.terrain.sources.openOwner[member.series].map({ excerpt.has(.open($0)) }) != true {
      series.open = .always(problem.blocks.map(\.id))
    }
    (series.site, series.size, series.people) = (nil, 0, [])
    series.maxPeriodsDay = member.dayLimit ?? Self.unlimited
    series.minLecturers = max(1, variety)
    series.minGapDays = excerpt.has(.meetingGap(member.series)) ? own.minGapDays : 0
    // A trainee of the class itself keeps its parts apart; no trainee has a negative number.
    series.trainees =
      [-1 - member.series]
      + excerpt.attendance.filter { attended in
        attended.value.contains { excerpt.members[$0].series == member.series }
      }.keys.sorted()
    problem.series.append(series)
    for task in tasks { problem.sessions.append(session(task, of: index, member)) }
    told += tasks
  }

  private mutating func session(_ task: Int, of series: Int, _ member: Excerpt.Member) -> Problem.Session {
    let needed = excerpt.tasks[task]
    var session = excerpt.terrain.problem.sessions[needed.session]
    session.series = series
    session.team = needed.team.lowerBound
    session.features = needed.rooms.map { [feature(for: $0)] } ?? []
    if let module = excerpt.terrain.sources.moduleOf[needed.session] {
      if !excerpt.has(.order(module)) || !excerpt.has(.gapDays(module)) { session.gapDays = 0 }
      session.qualification = word(for: needed.people)
    } else {
      problem.series[series].people = Set(needed.people)
    }
    session.pins = session.pins.enumerated().map { index, pin in
      func keeps(_ part: Fact.PinnedPart) -> Bool {
        excerpt.has(.pin(session: needed.session, pin: index, part))
      }
      return Problem.Pin(
        date: keeps(.date) ? pin.date : nil, block: keeps(.block) ? pin.block : nil,
        first: keeps(.first) ? pin.first : nil, room: nil, people: nil)
    }
    return session
  }
}
