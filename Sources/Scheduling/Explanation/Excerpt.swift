/// A problem of which only some facts are kept: the sessions that they ask for, and where these can go.
///
/// What is not kept: a series is not held; a module is not taught, and counts for `variety` as if anybody held it;
/// dates, patterns, holidays, busy times, limits and pins do not bind; nobody lacks a qualification or a role, no
/// room seats or a feature; sites are 0 minutes apart; a team can be smaller; meetings are on line.
struct Excerpt {
  /// A start: day from the plan's first, position of the day grid.
  struct Start: Hashable, Comparable {
    let day: Int
    let position: Int

    static func < (left: Start, right: Start) -> Bool {
      (left.day, left.position) < (right.day, right.position)
    }
  }

  /// A session that is held.
  struct Task {
    let session: Int
    /// Index of its member.
    let member: Int
    let length: Int
    var starts: [Start]
    let people: [Int]
    let team: ClosedRange<Int>
    /// The people that a pin gives.
    let pinned: [Int]?
    /// Suitable rooms; nil: it needs none.
    let rooms: [Int]?
  }

  /// A series that is held.
  struct Member {
    let series: Int
    let kind: Problem.Series.Kind
    var tasks: [Int]
    let dayLimit: Int?
    /// Different lecturers asked for, and how many modules' sessions that are not kept can count for one.
    let variety: Int
    let ghostSeats: Int
    let ghosts: [Int]
    /// Kept travel rules touch it.
    let travels: Bool
  }

  struct Precedence {
    let before: Int
    let after: Int
    let gap: Int
  }

  let terrain: Terrain
  let facts: Set<Fact>
  let reach: Int?
  /// Days were left out that the facts allow: what cannot be planned here may be possible there.
  var isCut = false
  /// By position: the one that is looked at in its place; empty where all are.
  var forward: [Int] = []
  var tasks: [Task] = []
  var members: [Member] = []
  var precedences: [Precedence] = []
  /// Pairs of members that share a trainee.
  var clashes: [(Int, Int)] = []
  /// By trainee: the members that the trainee attends.
  var attendance: [Int: [Int]] = [:]
  /// By person: the stretches taken by kept busy times, by day of the plan; empty where there are none.
  let taken: [[UInt64]]
  /// By person: whether its pattern is kept, and its limits as far as they are.
  let keepsOpen: [Bool]
  let dayLimits: [Int?]
  let weekLimits: [Int?]
  let boundPeople: Set<Int>
  let boundRooms: Set<Int>
  /// The same by person and by room.
  let (isBound, isRoomBound): ([Bool], [Bool])

  func has(_ fact: Fact) -> Bool { facts.contains(fact) }

  // MARK: What binds

  /// Whether the person is open and not busy.
  func isFree(_ person: Int, _ task: Task, _ start: Start) -> Bool {
    guard isBound[person] else { return true }
    let bit: UInt64 = 1 << UInt64(start.position)
    if keepsOpen[person], terrain.personOpen(person, start.day) & bit == 0 { return false }
    let taken = taken(by: person, on: start.day)
    return taken == 0 || taken & terrain.grid.mask(length: task.length, position: start.position) == 0
  }

  /// The stretches of a day that kept busy times of the person take.
  func taken(by person: Int, on day: Int) -> UInt64 {
    day >= 0 && day < taken[person].count ? taken[person][day] : 0
  }

  func isOpen(_ room: Int, _ start: Start) -> Bool {
    !isRoomBound[room] || terrain.roomOpen(room, start.day) & 1 << UInt64(start.position) != 0
  }

  func dayLimit(of person: Int) -> Int? { dayLimits[person] }
  func weekLimit(of person: Int) -> Int? { weekLimits[person] }

  /// Minutes of the way between two sessions' places, as far as facts give it; sites are nil without a room.
  func minutes(
    _ from: (kind: Problem.Series.Kind, site: Int?), _ to: (kind: Problem.Series.Kind, site: Int?)
  ) -> Int {
    if from.kind == .online || to.kind == .online { return 0 }
    if from.kind == .visit || to.kind == .visit {
      return has(.defaultTravel) ? terrain.problem.defaultTravelMinutes : 0
    }
    guard let one = from.site, let other = to.site, one != other else { return 0 }
    let pair = [min(one, other), max(one, other)]
    let fact: Fact = terrain.sources.givenTravel.contains(pair) ? .travel(pair[0], pair[1]) : .defaultTravel
    return has(fact) ? terrain.problem.travelMinutes[one * terrain.problem.sites.count + other] : 0
  }

  func end(_ task: Task, _ start: Start) -> Int {
    start.day * 1440 + terrain.grid.end(length: task.length, position: start.position)
  }

  func beginning(_ start: Start) -> Int { start.day * 1440 + terrain.grid.positions[start.position].start }

  /// Whether a task has nowhere to go, whatever the others do.
  var isEmpty: Bool { lostTask != nil }

  /// The first task with no start at which enough people are free and a room of one of its sites is open.
  var lostTask: Int? { tasks.firstIndex { $0.starts.isEmpty } }

  /// Whether both together need more people than there are for them, so that they are not held at once.
  func wantTooMany(_ one: Int, _ other: Int) -> Bool {
    let (task, rival) = (tasks[one], tasks[other])
    let needed = task.team.lowerBound + rival.team.lowerBound
    guard needed > 2, needed > max(task.people.count, rival.people.count) else { return false }
    return needed > Set(task.people).union(rival.people).count
  }

  /// About how many clauses tell it: starts, and for each pair that might meet the starts of both.
  var clauseEstimate: Int {
    let own = tasks.reduce(0) { $0 + $1.starts.count }
    let rivals = max(0, tasks.count - (members.map(\.tasks.count).min() ?? 0))
    return own * (2 + rivals)
  }

  /// About how many clauses tell it without those that keep tasks apart.
  var looseEstimate: Int {
    tasks.reduce(0) { $0 + $1.starts.count * (3 + $1.people.count { boundPeople.contains($0) } / 4) }
  }

  // MARK: Narrowing

  /// Takes away starts that precedence alone excludes.
  mutating func narrow() {
    var changed = true
    while changed {
      changed = false
      for one in precedences {
        guard let first = tasks[one.before].starts.first, let last = tasks[one.after].starts.last else {
          continue
        }
        let ready = end(tasks[one.before], first)
        let after = tasks[one.after].starts
        guard let kept = after.firstIndex(where: { beginning($0) >= ready && $0.day >= first.day + one.gap })
        else {
          tasks[one.after].starts = []
          changed = true
          continue
        }
        if kept > 0 {
          tasks[one.after].starts.removeFirst(kept)
          changed = true
        }
        let (due, dueDay) = (beginning(last), last.day - one.gap)
        let before = tasks[one.before]
        if let kept = before.starts.lastIndex(where: { end(before, $0) <= due && $0.day <= dueDay }) {
          if kept < before.starts.count - 1 {
            tasks[one.before].starts.removeSubrange((kept + 1)...)
            changed = true
          }
        } else {
          tasks[one.before].starts = []
          changed = true
        }
      }
    }
  }

  /// The same with only the days soon after each task's first.
  func shortened(to days: Int) -> Excerpt? {
    var shorter = self
    var changed = false
    for index in tasks.indices {
      guard let first = tasks[index].starts.first else { continue }
      let kept = tasks[index].starts.prefix { $0.day < first.day + days }
      if kept.count < tasks[index].starts.count {
        shorter.tasks[index].starts = Array(kept)
        changed = true
      }
    }
    shorter.isCut = isCut || changed
    return shorter.isCut ? shorter : nil
  }
}
