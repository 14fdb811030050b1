extension Excerpt {
  /// Takes away the starts at which too few people are free or every room is closed, whatever the others do.
  mutating func narrowToServed() {
    guard let first = tasks.compactMap({ $0.starts.first?.day }).min(),
      let last = tasks.compactMap({ $0.starts.last?.day }).max()
    else { return }
    var known: [Service: [UInt64?]] = [:]
    for index in tasks.indices {
      guard let service = Service(tasks[index], in: self) else {
        tasks[index].starts = []
        continue
      }
      guard service.isLimited else { continue }
      var masks = known.removeValue(forKey: service) ?? Array(repeating: nil, count: last - first + 1)
      var (day, mask) = (Int.min, UInt64(0))
      tasks[index].starts = tasks[index].starts.filter { start in
        if start.day != day {
          day = start.day
          mask = masks[day - first] ?? service.positions(on: day, in: self)
          masks[day - first] = mask
        }
        return mask & 1 << UInt64(start.position) != 0
      }
      known[service] = masks
    }
  }
}

/// Who and what can serve sessions of one length: people, of whom so many must be free, and rooms.
private struct Service: Hashable {
  private let length: Int
  /// People whom kept facts bind, and how many of them are needed beside those who are always free.
  private let people: [Int]
  private let missing: Int
  /// Rooms with kept hours; nil: one is always open, or none is needed.
  private let rooms: [Int]?

  /// Nil where too few people may hold such a session on any day, or no room is suitable.
  init?(_ task: Excerpt.Task, in excerpt: Excerpt) {
    let length = task.length
    if let limit = excerpt.members[task.member].dayLimit, length > limit { return nil }
    let able = task.people.filter {
      length <= excerpt.dayLimit(of: $0) ?? .max && length <= excerpt.weekLimit(of: $0) ?? .max
    }
    let bound = able.filter { excerpt.keepsOpen[$0] || !excerpt.taken[$0].isEmpty }
    guard able.count >= task.team.lowerBound, task.rooms.map({ !$0.isEmpty }) ?? true else { return nil }
    self.length = length
    missing = max(0, task.team.lowerBound - (able.count - bound.count))
    people = missing > 0 ? bound : []
    rooms = task.rooms.flatMap { $0.allSatisfy { excerpt.isRoomBound[$0] } ? $0 : nil }
  }

  var isLimited: Bool { missing > 0 || rooms != nil }

  /// The positions of a day at which enough people are free and a room is open.
  func positions(on day: Int, in excerpt: Excerpt) -> UInt64 {
    let terrain = excerpt.terrain
    var served = terrain.fitting(length)
    if let rooms { served &= rooms.reduce(0) { $0 | terrain.roomOpen($1, day) } }
    guard missing > 0, served != 0 else { return served }
    // At which positions at least so many of those looked at are free: index k for k + 1 of them.
    var free = [UInt64](repeating: 0, count: missing)
    for person in people {
      var own = served
      if excerpt.keepsOpen[person] { own &= terrain.personOpen(person, day) }
      let taken = excerpt.taken(by: person, on: day)
      if taken != 0 { own &= terrain.grid.clear(of: taken, length: length) }
      for count in free.indices.reversed() { free[count] |= count == 0 ? own : free[count - 1] & own }
      if free[missing - 1] == served { break }
    }
    return free[missing - 1]
  }
}
