/// A repair as clauses: where each session that may move goes, and which of all others stay.
///
/// A session that is not a task stays at its published place or is gone, which counts as a move and asks for
/// nothing. So no repair moves fewer sessions than the clauses need, whatever the tasks are; and an assignment in
/// which none is gone and none left out is a repair. Tasks are kept apart from one another, and limits counted, only where an
/// assignment breaks them: ``MoveEncoding/keep(_:)``.
final class MoveEncoding {
  let board: RepairBoard
  let space: SearchSpace
  var search = ClauseSearch()
  let yes: Literal
  var tasks: [MoveTask] = []
  private(set) var taskOf: [Int: Int] = [:]
  /// By session that is no task, or was none: that it stays.
  private(set) var stays: [Int: Literal] = [:]
  /// What was said to stay or to be placed since it was last asked.
  private var new: (stays: [Literal], placed: [Literal]) = ([], [])
  private var siteAnswers: [Int: [Int: Literal]] = [:]
  private var mentors: [Int: [Int: Literal]] = [:]
  /// By person, series and room: what stands there on the board as published.
  private let byPerson: [[Int]]
  private let byRoom: [[Int]]
  private let checks: Eligibility
  // Where two tasks, or a limit, were looked at before.
  var separated: Set<[Int]> = []
  var limited: [[Int]: Int] = [:]

  /// The board is as published, with what must be placed taken up.
  init(_ board: RepairBoard) {
    self.board = board
    space = board.space
    checks = Eligibility(board.space)
    var byPerson: [[Int]] = Array(repeating: [], count: space.problem.people.count)
    var byRoom: [[Int]] = Array(repeating: [], count: space.problem.rooms.count)
    for session in board.standing.indices where board.keeper.isPlaced(session) {
      for person in board.keeper.people(of: session) { byPerson[person].append(session) }
      if board.keeper.room[session] >= 0 { byRoom[Int(board.keeper.room[session])].append(session) }
    }
    (self.byPerson, self.byRoom) = (byPerson, byRoom)
    yes = search.question()
    search.add([yes])
  }

  private var no: Literal { !yes }

  /// That the task starts at that start or before.
  func starts(_ task: MoveTask, until index: Int) -> Literal { index < 0 ? no : task.until[index] }

  /// That a session which is placed on the board stays there.
  func stay(_ session: Int) -> Literal {
    if let known = stays[session] { return known }
    guard board.standing[session] == .kept || board.standing[session] == .open else { return yes }
    let literal = search.question()
    stays[session] = literal
    new.stays.append(literal)
    return literal
  }

  /// What says that sessions stay, and that tasks are placed, since this was asked last.
  func takeNew() -> (stays: [Literal], placed: [Literal]) {
    defer { new = ([], []) }
    return new
  }

  // MARK: Tasks

  /// Lets a session move; the board is as published.
  func add(_ session: Int) {
    guard taskOf[session] == nil else { return }
    var task = MoveTask(session, space)
    guard !task.starts.isEmpty, task.people.count >= task.team else { return search.add([]) }
    if board.isPublished[session], board.mayStay[session] { task.stay = stay(session) }
    addTimes(&task)
    new.placed.append(task.placed)
    addRooms(&task)
    addPeople(&task)
    addStay(task)
    let index = tasks.count
    // Others of its series that are tasks already are told apart from those that stay.
    for other in tasks.indices where tasks[other].series == task.series {
      if space.members.precedes(task.session, tasks[other].session) { precede(task, tasks[other]) }
      if space.members.precedes(tasks[other].session, task.session) { precede(tasks[other], task) }
    }
    tasks.append(task)
    taskOf[session] = index
    addSiblings(task)
    addTrainees(task)
    addRoomUses(task)
    addPeopleUses(task)
  }

  /// The task's start is none of those, unless the literals say otherwise.
  func exclude(
    _ task: MoveTask, among indices: Range<Int>, unless literals: [Literal],
    where isExcluded: (MoveTask.Start) -> Bool
  ) {
    OrderedStarts.forEachRun(in: indices, where: { isExcluded(task.starts[$0]) }) { run in
      search.add(literals + [starts(task, until: run.lowerBound - 1), !task.until[run.upperBound]])
    }
  }

  private func addTimes(_ task: inout MoveTask) {
    let old = board.old[task.session]
    let last = task.starts.count - 1
    task.until = task.starts.indices.map { index in
      let start = task.starts[index]
      let isLater = old.map { ($0.day, $0.position) <= (start.day, start.position) } ?? false
      return search.question(preferring: isLater || index == last)
    }
    for (earlier, later) in zip(task.until, task.until.dropFirst()) { search.add([!earlier, later]) }
  }

  private func addRooms(_ task: inout MoveTask) {
    guard space.problem.series[task.series].kind.needsRoom else { return }
    let old = board.old[task.session]?.room
    task.roomAnswers = task.rooms.map { task.rooms.count == 1 ? yes : search.question(preferring: $0 == old) }
    search.add([!task.placed] + task.roomAnswers)
    if task.rooms.count > 1 { search.limit(task.roomAnswers.map { ($0, 1) }, to: 1) }
    let isTaught = space.problem.series[task.series].kind == .taught
    for site in Set(task.rooms.map { Int(space.siteOf[$0]) }).sorted() {
      let known = isTaught ? siteAnswers[task.series]?[site] : nil
      let literal =
        known ?? search.question(preferring: old.map { $0 >= 0 && Int(space.siteOf[$0]) == site } ?? true)
      if isTaught, known == nil {
        // One site for the whole class.
        for other in siteAnswers[task.series, default: [:]].sorted(by: { $0.key < $1.key }) {
          search.add([!literal, !other.value])
        }
        siteAnswers[task.series, default: [:]][site] = literal
      }
      task.sites.append((site, literal))
    }
    for (room, answer) in zip(task.rooms, task.roomAnswers) {
      let site = Int(space.siteOf[room])
      for one in task.sites where one.site == site { search.add([!answer, one.literal]) }
      exclude(task, among: task.starts.indices, unless: [!answer]) {
        !checks.isUsable(room, for: task.session, $0.day, $0.position)
      }
    }
  }

  private func addPeople(_ task: inout MoveTask) {
    let isMentoring = space.problem.series[task.series].kind.isMentoring
    let old = board.old[task.session]?.people ?? []
    for person in task.people {
      let known = isMentoring ? mentors[task.series]?[person] : nil
      let literal = known ?? search.question(preferring: old.contains(person))
      if isMentoring { mentors[task.series, default: [:]][person] = literal }
      task.holders.append(literal)
      // One mentor for all the meetings: whoever cannot hold one of them holds none.
      if isMentoring, known == nil, tasks.contains(where: { $0.series == task.series }) {
        search.add([!literal])
      }
    }
    for (person, literal) in (mentors[task.series] ?? [:]).sorted(by: { $0.key < $1.key })
    where !task.people.contains(person) { search.add([!literal]) }
    search.require(task.team, of: task.holders)
    search.limit(task.holders.map { ($0, 1) }, to: task.team)
    for (person, answer) in zip(task.people, task.holders) {
      exclude(task, among: task.starts.indices, unless: [!answer]) {
        !checks.isUsable(person: person, for: task.session, $0.day, $0.position)
      }
    }
  }

  private func addStay(_ task: MoveTask) {
    guard let stay = task.stay, let old = board.old[task.session] else { return }
    guard
      let index = task.starts.firstIndex(where: { ($0.day, $0.position) == (old.day, old.position) })
    else { return search.add([!stay]) }
    search.add([!stay, task.until[index]])
    search.add([!stay, !starts(task, until: index - 1)])
    for person in old.people { search.add([!stay] + [task.holder(person)].compactMap(\.self)) }
    if old.room >= 0 { search.add([!stay] + [task.room(old.room)].compactMap(\.self)) }
  }

  // MARK: Beside what stays

  private func isOther(_ session: Int, than task: MoveTask) -> Bool {
    session != task.session && taskOf[session] == nil
  }

  private func addSiblings(_ task: MoveTask) {
    let isMentoring = space.problem.series[task.series].kind.isMentoring
    for sibling in Siblings(of: task.session, on: board).all where isOther(sibling.session, than: task) {
      let stays = stay(sibling.session)
      exclude(task, among: task.starts.indices, unless: [!stays]) {
        sibling.clashes(day: $0.day, mask: $0.mask, start: $0.begin, end: $0.end)
      }
      guard let site = sibling.site else { continue }
      if isMentoring {
        let mentor = board.keeper.people(of: sibling.session).first.flatMap(task.holder)
        search.add([!stays, !task.placed] + [mentor].compactMap(\.self))
      } else {
        search.add([!stays, !task.placed] + task.sites.filter { $0.site == site }.map(\.literal))
      }
    }
  }

  private func addTrainees(_ task: MoveTask) {
    for other in space.conflicting[task.series] {
      for session in space.problem.series[Int(other)].sessions
      where board.keeper.isPlaced(session) && isOther(session, than: task) {
        guard let range = task.byDay[Int(board.keeper.day[session])] else { continue }
        let mask = board.mask(session)
        exclude(task, among: range, unless: [!stay(session)]) { $0.mask & mask != 0 }
      }
    }
  }

  private func addRoomUses(_ task: MoveTask) {
    for (room, answer) in zip(task.rooms, task.roomAnswers) {
      for session in byRoom[room] where isOther(session, than: task) {
        guard let range = task.byDay[Int(board.keeper.day[session])] else { continue }
        let mask = board.mask(session)
        guard range.contains(where: { task.starts[$0].mask & mask != 0 }) else { continue }
        exclude(task, among: range, unless: [!answer, !stay(session)]) { $0.mask & mask != 0 }
      }
    }
  }

  private func addPeopleUses(_ task: MoveTask) {
    for (person, answer) in zip(task.people, task.holders) {
      for session in byPerson[person] where isOther(session, than: task) {
        guard let range = task.byDay[Int(board.keeper.day[session])] else { continue }
        let mask = board.mask(session)
        if range.contains(where: { task.starts[$0].mask & mask != 0 }) {
          exclude(task, among: range, unless: [!answer, !stay(session)]) { $0.mask & mask != 0 }
        }
        for way in ways(of: task, to: session) {
          let theirs = board.minutes(session)
          let day = Int(board.keeper.day[session]) * 1440
          let taken = (day + theirs.lowerBound - way.minutes)..<(day + theirs.upperBound + way.minutes)
          guard range.contains(where: { task.starts[$0].meets(taken) }) else { continue }
          exclude(task, among: range, unless: [!answer, !stay(session)] + way.unless) { $0.meets(taken) }
        }
      }
    }
  }

  /// The ways from the sites that the task can be at to a session that stays: minutes, and what says that it is not there.
  private func ways(of task: MoveTask, to session: Int) -> [(minutes: Int, unless: [Literal])] {
    let site = board.keeper.site(of: session)
    let theirs = space.problem.series[Int(space.seriesOf[session])].kind
    return ways(of: task).compactMap { from in
      let minutes = self.minutes((from.kind, from.site), (theirs, site < 0 ? nil : site))
      return minutes > 0 ? (minutes, from.unless) : nil
    }
  }

  /// The sites that the task can be at, with what says that it is not there.
  func ways(of task: MoveTask) -> [(kind: Problem.Series.Kind, site: Int?, unless: [Literal])] {
    let kind = space.problem.series[task.series].kind
    return task.sites.isEmpty ? [(kind, nil, [])] : task.sites.map { (kind, $0.site, [!$0.literal]) }
  }

  func minutes(
    _ from: (kind: Problem.Series.Kind, site: Int?), _ to: (kind: Problem.Series.Kind, site: Int?)
  ) -> Int {
    if from.kind == .online || to.kind == .online { return 0 }
    return space.problem.minutes(from: from, to: to)
  }
}

extension MoveTask.Start {
  /// Whether it overlaps minutes since the plan's first midnight.
  func meets(_ minutes: Range<Int>) -> Bool { begin < minutes.upperBound && minutes.lowerBound < end }
}
