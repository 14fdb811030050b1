/// What of each series', room's and person's days is taken, and of people's weeks.
struct ResourceUsage {
  enum Resource {
    case member(Int), room(Int), person(Int)
  }

  /// Days and weeks from the first start of any task on.
  private let (firstDay, days, firstWeek, weeks): (Int, Int, Int, Int)
  private let (members, rooms): (Int, Int)
  private let terrain: Terrain
  /// By resource: where its days are; -1 until something of it is taken.
  private var rows: ContiguousArray<Int32>
  private var masks: ContiguousArray<UInt64> = []
  private var loads: ContiguousArray<Int32> = []
  private var weekLoads: ContiguousArray<Int32> = []
  private var held: ContiguousArray<[Int]> = []
  private var rowCount = 0

  init(_ excerpt: Excerpt) {
    terrain = excerpt.terrain
    let first = excerpt.tasks.compactMap { $0.starts.first?.day }.min() ?? 0
    let last = excerpt.tasks.compactMap { $0.starts.last?.day }.max() ?? first
    (firstDay, days) = (first, last - first + 1)
    firstWeek = terrain.week(first)
    weeks = terrain.week(last) - firstWeek + 1
    (members, rooms) = (excerpt.members.count, terrain.problem.rooms.count)
    rows = ContiguousArray(repeating: -1, count: members + rooms + terrain.problem.people.count)
  }

  /// Gives everything back.
  mutating func clear() {
    for index in rows.indices { rows[index] = -1 }
    masks.removeAll(keepingCapacity: true)
    loads.removeAll(keepingCapacity: true)
    weekLoads.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
    rowCount = 0
  }

  private func number(_ resource: Resource) -> Int {
    switch resource {
    case .member(let one): one
    case .room(let one): members + one
    case .person(let one): members + rooms + one
    }
  }

  private func place(_ resource: Resource, _ day: Int) -> Int? {
    let row = rows[number(resource)]
    return row < 0 ? nil : Int(row) * days + day - firstDay
  }

  /// The stretches taken of a day; days are those on which some task can start.
  func taken(_ resource: Resource, _ day: Int) -> UInt64 { place(resource, day).map { masks[$0] } ?? 0 }

  /// The periods taken of a day.
  func load(_ resource: Resource, _ day: Int) -> Int { place(resource, day).map { Int(loads[$0]) } ?? 0 }

  /// The periods taken of the week of a day.
  func weekLoad(_ resource: Resource, _ day: Int) -> Int {
    let row = rows[number(resource)]
    return row < 0 ? 0 : Int(weekLoads[Int(row) * weeks + terrain.week(day) - firstWeek])
  }

  /// The tasks held on a day, in no order that tells anything.
  func tasks(_ resource: Resource, _ day: Int) -> [Int] { place(resource, day).map { held[$0] } ?? [] }

  /// The tasks held in the week of a day, day by day.
  func weekTasks(_ resource: Resource, _ day: Int) -> [Int] {
    let row = rows[number(resource)]
    guard row >= 0, weekLoad(resource, day) > 0 else { return [] }
    let monday = terrain.monday(ofWeek: terrain.week(day))
    let span = max(firstDay, monday)..<min(firstDay + days, monday + 7)
    return span.flatMap { held[Int(row) * days + $0 - firstDay] }
  }

  mutating func take(_ resource: Resource, _ day: Int, _ mask: UInt64, _ task: Int, periods: Int) {
    let index = number(resource)
    if rows[index] < 0 {
      rows[index] = Int32(rowCount)
      rowCount += 1
      masks.append(contentsOf: repeatElement(0, count: days))
      loads.append(contentsOf: repeatElement(0, count: days))
      weekLoads.append(contentsOf: repeatElement(0, count: weeks))
      held.append(contentsOf: repeatElement([], count: days))
    }
    let row = Int(rows[index])
    let place = row * days + day - firstDay
    masks[place] |= mask
    loads[place] += Int32(periods)
    weekLoads[row * weeks + terrain.week(day) - firstWeek] += Int32(periods)
    held[place].append(task)
  }

  mutating func giveBack(_ resource: Resource, _ day: Int, _ mask: UInt64, _ task: Int, periods: Int) {
    guard let place = place(resource, day) else { return }
    masks[place] &= ~mask
    loads[place] -= Int32(periods)
    weekLoads[Int(rows[number(resource)]) * weeks + terrain.week(day) - firstWeek] -= Int32(periods)
    held[place].removeAll { $0 == task }
  }
}

extension ResourceUsage {
  /// Takes or gives back all that a task needs at a spot.
  mutating func change(_ index: Int, _ spot: Excerpt.Spot, of excerpt: Excerpt, isTaken: Bool) {
    let (length, member) = (excerpt.tasks[index].length, excerpt.tasks[index].member)
    let day = spot.start.day
    let mask = terrain.grid.mask(length: length, position: spot.start.position)
    func change(_ resource: Resource, _ usage: inout ResourceUsage) {
      if isTaken {
        usage.take(resource, day, mask, index, periods: length)
      } else {
        usage.giveBack(resource, day, mask, index, periods: length)
      }
    }
    change(.member(member), &self)
    if let room = spot.room { change(.room(room), &self) }
    for person in spot.people { change(.person(person), &self) }
  }
}
