extension Excerpt {
  /// Where a task is held, and by whom.
  struct Spot {
    let start: Start
    let room: Int?
    let people: [Int]
  }

  /// Whether the spots, one a task, hold every rule as far as facts give it: counted anew, pair by pair.
  func holds(_ spots: [Spot]) -> Bool {
    spots.count == tasks.count && spots.indices.allSatisfy { holds($0, spots[$0]) } && pairsHold(spots)
      && limitsHold(spots) && membersHold(spots)
      && precedences.allSatisfy { one in
        let (before, after) = (spots[one.before].start, spots[one.after].start)
        return end(tasks[one.before], before) <= beginning(after) && after.day - before.day >= one.gap
      }
  }

  private func holds(_ index: Int, _ spot: Spot) -> Bool {
    let task = tasks[index]
    let isRoomRight =
      task.rooms.map { rooms in spot.room.map { rooms.contains($0) && isOpen($0, spot.start) } ?? false }
      ?? (spot.room == nil)
    return isRoomRight && task.starts.contains(spot.start) && task.team.contains(spot.people.count)
      && Set(spot.people).count == spot.people.count
      && spot.people.allSatisfy { task.people.contains($0) && isFree($0, task, spot.start) }
  }

  private func pairsHold(_ spots: [Spot]) -> Bool {
    let byTime = spots.indices.sorted { spots[$0].start < spots[$1].start }
    for (position, one) in byTime.enumerated() {
      for other in byTime[(position + 1)...] {
        guard spots[other].start.day == spots[one].start.day else { break }
        guard pairHolds(one, other, spots) else { return false }
      }
    }
    return true
  }

  /// Of two tasks on one day: they do not overlap where they share a series, a trainee, a room or a person.
  private func pairHolds(_ one: Int, _ other: Int, _ spots: [Spot]) -> Bool {
    if overlap(one, spots[one].start, other, spots[other].start) {
      let (member, rival) = (tasks[one].member, tasks[other].member)
      if member == rival || spots[one].room != nil && spots[one].room == spots[other].room { return false }
      if clashes.contains(where: { $0 == (member, rival) || $0 == (rival, member) }) { return false }
    }
    return !spots[one].people.contains(where: spots[other].people.contains)
      || hasWay(one, spots[one], other, spots[other])
  }

  private func limitsHold(_ spots: [Spot]) -> Bool {
    var byDay: [[Int]: Int] = [:]
    var byWeek: [[Int]: Int] = [:]
    var byMember: [[Int]: Int] = [:]
    for (task, spot) in zip(tasks, spots) {
      byMember[[task.member, spot.start.day], default: 0] += task.length
      for person in spot.people {
        byDay[[person, spot.start.day], default: 0] += task.length
        byWeek[[person, terrain.week(spot.start.day)], default: 0] += task.length
      }
    }
    return byDay.allSatisfy { $0.value <= dayLimit(of: $0.key[0]) ?? .max }
      && byWeek.allSatisfy { $0.value <= weekLimit(of: $0.key[0]) ?? .max }
      && byMember.allSatisfy { $0.value <= members[$0.key[0]].dayLimit ?? .max }
  }

  private func membersHold(_ spots: [Spot]) -> Bool {
    members.allSatisfy { member in
      let people = Set(member.tasks.flatMap { spots[$0].people })
      guard member.kind == .taught else {
        return member.tasks.allSatisfy { Set(spots[$0].people) == people }
      }
      let sites = Set(member.tasks.compactMap { site(spots[$0]) })
      let others = min(member.ghostSeats, member.ghosts.count { !people.contains($0) })
      // One is met wherever anything is held.
      return sites.count <= 1 && (member.variety <= 1 || people.count + others >= member.variety)
    }
  }
}
