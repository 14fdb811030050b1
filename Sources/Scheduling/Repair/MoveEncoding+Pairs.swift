/// How tasks are kept apart from one another and within limits, once an assignment shows that they are not.
extension MoveEncoding {
  /// The second starts when the first has ended, so many days and minutes later, unless a literal says otherwise.
  func precede(
    _ first: MoveTask, _ second: MoveTask, gap: Int, minutes: Int = 0, unless literals: [Literal] = []
  ) {
    OrderedStarts.forEachBound(before: first.starts.count, second.starts.count) { earlier, later in
      let (start, next) = (first.starts[earlier], second.starts[later])
      return start.day <= next.day - gap
        && start.end + (start.day == next.day ? minutes : 0) <= next.begin
    } _: { start, bound in
      search.add(literals + [!first.placed, !second.until[start], starts(first, until: bound)])
    }
  }

  /// The order of two sessions of a class.
  func precede(_ first: MoveTask, _ second: MoveTask) {
    let isLower = space.members.isLower(first.session, than: second.session)
    precede(first, second, gap: isLower ? Int(space.gapOf[second.session]) : 0)
  }

  /// Literals of which one holds where the tasks are so far apart.
  private func apart(_ one: MoveTask, _ other: MoveTask, gap: Int = 0, minutes: Int = 0) -> [Literal] {
    let (forth, back) = (search.question(), search.question())
    precede(one, other, gap: gap, minutes: minutes, unless: [!forth])
    precede(other, one, gap: gap, minutes: minutes, unless: [!back])
    return [forth, back]
  }

  /// Keeps two tasks apart as far as they share a series, trainees, a room or people; false where that was done before.
  func separate(_ first: Int, _ second: Int) -> Bool {
    guard separated.insert([min(first, second), max(first, second)]).inserted else { return false }
    let (one, other) = (tasks[first], tasks[second])
    if one.series == other.series {
      let series = space.problem.series[one.series]
      if series.kind.isMentoring {
        search.add(apart(one, other, gap: series.minGapDays))
      } else if !space.members.precedes(one.session, other.session),
        !space.members.precedes(other.session, one.session)
      {
        search.add(apart(one, other))
      }
    }
    lazy var plain = apart(one, other)
    if space.conflicting[one.series].contains(Int32(other.series)) { search.add(plain) }
    for room in one.rooms {
      if let mine = one.room(room), let theirs = other.room(room) { search.add([!mine, !theirs] + plain) }
    }
    let ways = ways(of: one).flatMap { from in
      self.ways(of: other).compactMap { to -> (minutes: Int, unless: [Literal])? in
        let minutes = minutes((from.kind, from.site), (to.kind, to.site))
        return minutes > 0 ? (minutes, from.unless + to.unless) : nil
      }
    }
    let needed = Dictionary(grouping: ways, by: \.minutes).sorted { $0.key < $1.key }
    var far: [Int: [Literal]] = [:]
    for person in one.people {
      guard let mine = one.holder(person), let theirs = other.holder(person) else { continue }
      search.add([!mine, !theirs] + plain)
      for (minutes, ways) in needed {
        let literals = far[minutes] ?? apart(one, other, minutes: minutes)
        far[minutes] = literals
        for way in ways { search.add([!mine, !theirs] + way.unless + literals) }
      }
    }
    return true
  }

  // MARK: Limits

  /// That the task lies in these of its starts.
  private func lies(_ task: MoveTask, in indices: Range<Int>) -> Literal {
    let literal = search.question(preferring: false)
    search.add([literal, starts(task, until: indices.lowerBound - 1), !task.until[indices.upperBound - 1]])
    return literal
  }

  /// Those of the task's starts that lie in some days.
  private func indices(_ task: MoveTask, _ days: ClosedRange<Int>) -> Range<Int>? {
    let within = task.starts.indices.filter { days.contains(task.starts[$0].day) }
    return within.first.flatMap { first in within.last.map { first..<($0 + 1) } }
  }

  /// Whether a limit has to be counted anew for the tasks that there are now.
  private func isNew(_ key: [Int], _ count: Int) -> Bool {
    guard limited[key] != count else { return false }
    limited[key] = count
    return true
  }

  /// Counts the periods of a class on a day; false where that was done before.
  func limitDay(ofSeries series: Int, _ day: Int) -> Bool {
    let mine = tasks.filter { $0.series == series && $0.byDay[day] != nil }
    guard isNew([0, series, day], mine.count) else { return false }
    var terms = mine.compactMap { task in
      task.byDay[day].map { (literal: lies(task, in: $0), weight: task.length) }
    }
    let own = space.problem.series[series]
    terms += staying(own.sessions, day...day)
    search.limit(terms, to: own.maxPeriodsDay)
    return true
  }

  /// Counts the periods of a person on some days; false where that was done before.
  func limit(_ person: Int, _ days: ClosedRange<Int>, to most: Int) -> Bool {
    let mine = tasks.filter { $0.people.contains(person) }.compactMap { task in
      indices(task, days).map { (task: task, indices: $0) }
    }
    guard isNew([1, person, days.lowerBound, days.upperBound], mine.count) else { return false }
    var terms: [(literal: Literal, weight: Int)] = []
    for (task, indices) in mine {
      guard let holds = task.holder(person) else { continue }
      let both = search.question(preferring: false)
      search.add([!holds, !lies(task, in: indices), both])
      terms.append((both, task.length))
    }
    terms += staying(days.flatMap { board.sessions(of: person, on: $0) }, days)
    search.limit(terms, to: most)
    return true
  }

  /// The periods of sessions that are no tasks and lie in the days while they stay.
  private func staying(_ sessions: [Int], _ days: ClosedRange<Int>) -> [(literal: Literal, weight: Int)] {
    sessions.filter {
      taskOf[$0] == nil && board.keeper.isPlaced($0) && days.contains(Int(board.keeper.day[$0]))
    }.map { (stay($0), board.length($0)) }
  }

  /// Counts the lecturers that a class meets, those of sessions that are gone as any; false where it was done before.
  func countLecturers(of series: Int) -> Bool {
    let mine = tasks.filter { $0.series == series }
    guard isNew([2, series], mine.count) else { return false }
    var met: [Int: [Literal]] = [:]
    for task in mine {
      for (person, literal) in zip(task.people, task.holders) { met[person, default: []].append(literal) }
    }
    var gone: [Literal] = []
    for session in space.problem.series[series].sessions
    where taskOf[session] == nil && board.keeper.isPlaced(session) {
      let stays = stay(session)
      for person in board.keeper.people(of: session) { met[person, default: []].append(stays) }
      for _ in 0..<Int(space.kinds[Int(space.kindOf[session])].team) {
        let literal = search.question(preferring: false)
        search.add([!literal, !stays])
        gone.append(literal)
      }
    }
    let isShort = space.problem.series[series].sessions.contains {
      taskOf[$0] == nil && !board.keeper.isPlaced($0)
    }
    // Nothing is asked of a class that is not complete.
    if isShort { return false }
    let meets = met.sorted { $0.key < $1.key }.map { _, why -> Literal in
      let literal = search.question()
      search.add([!literal] + why)
      return literal
    }
    let isComplete = search.question()
    search.add([isComplete] + mine.map { !$0.placed })
    let counted = meets + gone
    let wanted = min(space.problem.series[series].minLecturers, counted.count + 1)
    search.limit(counted.map { (!$0, 1) } + [(isComplete, wanted)], to: counted.count)
    return true
  }
}

// MARK: Reading an assignment

extension MoveEncoding {
  /// Tasks that are left out.
  var leftOut: [Int] { tasks.filter { !search.holds($0.placed) }.map(\.session) }

  /// Where the others go.
  var steps: [Replanner.Step] {
    tasks.compactMap { task in
      guard let index = task.until.firstIndex(where: search.holds) else { return nil }
      let start = task.starts[index]
      return Replanner.Step(
        session: task.session, day: start.day, position: start.position,
        room: zip(task.rooms, task.roomAnswers).first { search.holds($1) }?.0 ?? -1,
        people: zip(task.people, task.holders).filter { search.holds($1) }.map(\.0))
    }
  }

  /// Sessions that are no tasks and do not stay.
  var gone: [Int] {
    stays.filter { taskOf[$0.key] == nil && !search.holds($0.value) }.map(\.key).sorted()
  }

  /// Adds what the step breaks beside the others; false where all of that was known.
  func keep(_ step: Replanner.Step, from obstacle: Obstacle, among steps: [Replanner.Step]) -> Bool {
    let series = Int(space.seriesOf[step.session])
    switch obstacle {
    case .classDay: return limitDay(ofSeries: series, step.day)
    case .personDay:
      return step.people.count { limit($0, step.day...step.day, to: space.problem.people[$0].maxPeriodsDay) }
        > 0
    case .personWeek:
      let week = space.weekOf[step.day]
      let days = (max(0, step.day - 6)...min(space.days - 1, step.day + 6)).filter {
        space.weekOf[$0] == week
      }
      guard let first = days.first, let last = days.last else { return false }
      return step.people.count { limit($0, first...last, to: space.problem.people[$0].maxPeriodsWeek) } > 0
    case .variety: return countLecturers(of: series)
    default:
      guard let mine = taskOf[step.session] else { return false }
      return steps.count { other in
        guard other.session != step.session, isMet(step, other), let task = taskOf[other.session] else {
          return false
        }
        return separate(mine, task)
      } > 0
    }
  }

  /// Whether two tasks share so much that they may stand in each other's way there.
  private func isMet(_ one: Replanner.Step, _ other: Replanner.Step) -> Bool {
    let (mine, theirs) = (space.seriesOf[one.session], space.seriesOf[other.session])
    if mine == theirs { return true }
    guard one.day == other.day else { return false }
    return space.conflicting[Int(mine)].contains(theirs) || one.room >= 0 && one.room == other.room
      || one.people.contains(where: other.people.contains)
  }
}
