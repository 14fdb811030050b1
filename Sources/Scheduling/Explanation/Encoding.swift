/// An excerpt as clauses: when each task starts, who holds it, at which site and in which room.
///
/// `until[task][i]` says that the task starts at its i-th start or before.
final class Encoding {
  let excerpt: Excerpt
  var search = ClauseSearch()
  let isLazy: Bool
  let yes: Literal
  private var until: [[Literal]] = []
  /// By task: who holds it, in the order of the task's people; empty where somebody is free whatever else is planned.
  private(set) var holders: [[Literal]] = []
  /// By task: the sites that it can be at, with what says so.
  private(set) var sites: [[(site: Int, literal: Literal)]] = []
  /// By task: its rooms; empty where one is free at each of its sites whatever else is planned.
  private(set) var rooms: [[Literal]] = []
  /// By member: those that share a trainee with it.
  let sharers: [[Int]]
  /// By task: what says that it lies in a day or week, once it was asked for.
  private var lying: [Span: [Int: [(part: Int, literal: Literal)]]] = [:]
  /// What orders two tasks by chains of precedences, found once.
  var chains: [Int: Set<Int>] = [:]
  /// Pairs of tasks, the first and the second, that are kept apart already.
  var separated: Set<[Int]> = []

  /// `isLazy`: tasks are kept apart only once an assignment shows that they meet (``separate(meeting:)``).
  init(_ excerpt: Excerpt, isLazy: Bool = false) {
    self.excerpt = excerpt
    self.isLazy = isLazy
    sharers = excerpt.sharers
    yes = search.question()
    search.add([yes])
    for task in excerpt.tasks { addTimes(task) }
    for member in excerpt.members.indices { addPlaces(excerpt.members[member]) }
    for member in excerpt.members { addStaff(member) }
    for one in excerpt.precedences {
      precede(one.before, one.after, gap: one.gap, minutes: 0, unless: [])
    }
    for member in excerpt.members { addDayLimit(member) }
    if !isLazy { separateAll() }
    addLimits()
    addCapacity()
  }

  private var no: Literal { !yes }

  func starts(_ task: Int, until index: Int) -> Literal { index < 0 ? no : until[task][index] }

  /// The task's start is none of a run of its starts, unless the literals say otherwise.
  private func exclude(_ task: Int, _ run: ClosedRange<Int>, unless literals: [Literal]) {
    search.add(literals + [starts(task, until: run.lowerBound - 1), !starts(task, until: run.upperBound)])
  }

  /// Excludes each run of starts for which the condition fails.
  private func exclude(_ task: Int, unless literals: [Literal], where holds: (Excerpt.Start) -> Bool) {
    let all = excerpt.tasks[task].starts
    OrderedStarts.forEachRun(in: all.indices, where: { !holds(all[$0]) }) {
      exclude(task, $0, unless: literals)
    }
  }

  // MARK: One task

  private func addTimes(_ task: Excerpt.Task) {
    guard !task.starts.isEmpty else {
      search.add([])
      until.append([])
      return
    }
    let literals = task.starts.indices.map { $0 == task.starts.count - 1 ? yes : search.question() }
    for (earlier, later) in zip(literals, literals.dropFirst()) { search.add([!earlier, later]) }
    until.append(literals)
  }

  /// How many other members' tasks could take a room or people at once.
  private func others(than member: Int, where counts: (Excerpt.Task) -> Bool) -> Int {
    excerpt.members.indices.count { other in
      other != member && excerpt.members[other].tasks.contains { counts(excerpt.tasks[$0]) }
    }
  }

  private func addPlaces(_ member: Excerpt.Member) {
    var shared: [Int: Literal] = [:]
    let isTaught = member.kind == .taught
    for index in member.tasks {
      let task = excerpt.tasks[index]
      guard let candidates = task.rooms else {
        sites.append([])
        rooms.append([])
        continue
      }
      let all = excerpt.terrain.problem.rooms
      let here = Set(candidates.map { all[$0].site }).sorted()
      if !isTaught { shared = [:] }
      var own: [(site: Int, literal: Literal)] = []
      if isTaught, shared.isEmpty {
        let anywhere = Set(
          member.tasks.flatMap { excerpt.tasks[$0].rooms ?? [] }.map { all[$0].site }
        ).sorted()
        shared = Dictionary(
          anywhere.map { ($0, anywhere.count == 1 ? yes : search.question()) }, uniquingKeysWith: { $1 })
        search.limit(shared.sorted { $0.key < $1.key }.map { ($0.value, 1) }, to: 1)
      }
      for site in here {
        let literal = shared[site] ?? (here.count == 1 ? yes : search.question())
        own.append((site, literal))
      }
      search.add(own.map(\.literal))
      if !isTaught { search.limit(own.map { ($0.literal, 1) }, to: 1) }
      sites.append(own)
      let rivals = others(than: task.member) { $0.rooms?.contains(where: candidates.contains) ?? false }
      let hasFreeRoom = here.allSatisfy { site in
        candidates.count { all[$0].site == site && !excerpt.boundRooms.contains($0) } > rivals
      }
      if hasFreeRoom {
        rooms.append([])
        continue
      }
      let literals = candidates.map { _ in search.question() }
      search.add(literals)
      search.limit(literals.map { ($0, 1) }, to: 1)
      for (room, literal) in zip(candidates, literals) {
        if let site = own.first(where: { $0.site == all[room].site }) {
          search.add([!literal, site.literal])
        }
        if excerpt.boundRooms.contains(room) {
          exclude(index, unless: [!literal]) { excerpt.isOpen(room, $0) }
        }
      }
      rooms.append(literals)
    }
  }

  private func addStaff(_ member: Excerpt.Member) {
    var mentor: [Literal] = []
    for index in member.tasks {
      let task = excerpt.tasks[index]
      if member.kind != .taught, !mentor.isEmpty {
        // One mentor for all the meetings.
        holders.append(mentor)
      } else {
        guard task.people.count >= task.team.lowerBound, !task.people.isEmpty else {
          search.add([])
          holders.append([])
          continue
        }
        if member.variety <= 1, somebodyIsFree(task) {
          holders.append([])
          continue
        }
        let literals = task.people.map { _ in
          task.people.count == task.team.lowerBound ? yes : search.question()
        }
        if task.people.count > task.team.lowerBound {
          search.require(task.team.lowerBound, of: literals)
          search.limit(literals.map { ($0, 1) }, to: task.team.upperBound)
        }
        holders.append(literals)
        if member.kind != .taught { mentor = literals }
      }
      for (person, literal) in zip(task.people, holders[index])
      where excerpt.boundPeople.contains(person) {
        exclude(index, unless: [!literal]) { excerpt.isFree(person, task, $0) }
      }
    }
    if member.variety > 1 { addVariety(member) }
  }

  /// Whether enough people who are bound by nothing are left whatever the other members' tasks take.
  private func somebodyIsFree(_ task: Excerpt.Task) -> Bool {
    let unbound = task.people.count { !excerpt.boundPeople.contains($0) }
    guard unbound >= task.team.lowerBound else { return false }
    let taken = excerpt.members.indices.filter { $0 != task.member }.reduce(0) { sum, other in
      sum + excerpt.members[other].tasks.reduce(0) { $0 + excerpt.tasks[$1].team.upperBound }
    }
    return unbound >= task.team.lowerBound + taken
  }

  private func addVariety(_ member: Excerpt.Member) {
    var met: [Int: [Literal]] = [:]
    for index in member.tasks {
      for (person, literal) in zip(excerpt.tasks[index].people, holders[index]) {
        met[person, default: []].append(literal)
      }
    }
    var ghosts: [Literal] = []
    for person in member.ghosts where member.ghostSeats > 0 {
      let literal = search.question()
      ghosts.append(literal)
      met[person, default: []].append(literal)
    }
    search.limit(ghosts.map { ($0, 1) }, to: member.ghostSeats)
    let literals = met.sorted { $0.key < $1.key }.map { _, why -> Literal in
      let meets = search.question()
      search.add([!meets] + why)
      return meets
    }
    guard literals.count >= member.variety else { return search.add([]) }
    search.require(member.variety, of: literals)
  }

  // MARK: Limits

  /// What the limits of people and series are told by.
  enum Span { case day, week }

  func number(_ span: Span, _ day: Int) -> Int { span == .day ? day : excerpt.terrain.week(day) }

  /// By day or week, what says that the task lies in it.
  func lies(_ task: Int, in span: Span) -> [(part: Int, literal: Literal)] {
    if let known = lying[span]?[task] { return known }
    let all = excerpt.tasks[task].starts
    func part(_ start: Excerpt.Start) -> Int { number(span, start.day) }
    var found: [(part: Int, literal: Literal)] = []
    var from = 0
    for index in all.indices where index == all.count - 1 || part(all[index + 1]) != part(all[index]) {
      let literal = from == 0 && index == all.count - 1 ? yes : search.question(preferring: false)
      if literal != yes { search.add([literal, starts(task, until: from - 1), !starts(task, until: index)]) }
      found.append((part(all[index]), literal))
      from = index + 1
    }
    lying[span, default: [:]][task] = found
    return found
  }

  private func addDayLimit(_ member: Excerpt.Member) {
    guard let limit = member.dayLimit else { return }
    var byDay: [Int: [(literal: Literal, weight: Int)]] = [:]
    for task in member.tasks {
      for (day, literal) in lies(task, in: .day) {
        byDay[day, default: []].append((literal, excerpt.tasks[task].length))
      }
    }
    for (_, terms) in byDay.sorted(by: { $0.key < $1.key }) { search.limit(terms, to: limit) }
  }

  private func addLimits() {
    for person in excerpt.boundPeople.sorted() {
      if let limit = excerpt.dayLimit(of: person) { addLimit(person, limit, .day) }
      if let limit = excerpt.weekLimit(of: person) { addLimit(person, limit, .week) }
    }
  }

  private func addLimit(_ person: Int, _ limit: Int, _ span: Span) {
    var byPart: [Int: [(literal: Literal, weight: Int)]] = [:]
    for task in excerpt.tasks.indices where !holders[task].isEmpty {
      guard let index = excerpt.tasks[task].people.firstIndex(of: person) else { continue }
      let holds = holders[task][index]
      for (part, lies) in lies(task, in: span) {
        var both = holds == yes ? lies : holds
        if holds != yes, lies != yes {
          both = search.question(preferring: false)
          search.add([!holds, !lies, both])
        }
        // A mentor's one literal can stand for several meetings of a day.
        if both == holds, holds != yes {
          both = search.question(preferring: false)
          search.add([!holds, both])
        }
        byPart[part, default: []].append((both, excerpt.tasks[task].length))
      }
    }
    for (_, terms) in byPart.sorted(by: { $0.key < $1.key }) { search.limit(terms, to: limit) }
  }

  // MARK: Reading back

  /// The start that the assignment found gives a task.
  func start(of task: Int) -> Excerpt.Start? {
    let index = until[task].firstIndex { search.holds($0) }
    return index.map { excerpt.tasks[task].starts[$0] }
  }

  func site(of task: Int) -> Int? { sites[task].first { search.holds($0.literal) }?.site }

  // MARK: Beginning with a placement

  /// Answers that agree with a placement of some tasks, by session, are tried first.
  func prefer(_ known: [Int: Excerpt.Spot]) {
    for (index, task) in excerpt.tasks.enumerated() {
      guard let spot = known[task.session] else { continue }
      for (start, literal) in zip(task.starts, until[index]) { search.prefer(literal, spot.start <= start) }
      for (person, literal) in zip(task.people, holders[index]) {
        search.prefer(literal, spot.people.contains(person))
      }
      for (room, literal) in zip(task.rooms ?? [], rooms[index]) { search.prefer(literal, room == spot.room) }
      let site = excerpt.site(spot)
      for one in sites[index] { search.prefer(one.literal, one.site == site) }
    }
  }
}
