/// What two tasks, or two series, of an excerpt keep from one another.
extension Excerpt {
  /// By task: those that must come before it, and the days that must lie between.
  var predecessors: [[(task: Int, gap: Int)]] {
    var found: [[(task: Int, gap: Int)]] = Array(repeating: [], count: tasks.count)
    for one in precedences { found[one.after].append((one.before, one.gap)) }
    return found
  }

  /// By task: those that must come after it, and the days that must lie between.
  var successors: [[(task: Int, gap: Int)]] {
    var found: [[(task: Int, gap: Int)]] = Array(repeating: [], count: tasks.count)
    for one in precedences { found[one.before].append((one.after, one.gap)) }
    return found
  }

  /// By member: those that share a trainee with it.
  var sharers: [[Int]] {
    var found: [[Int]] = Array(repeating: [], count: members.count)
    for (one, other) in clashes {
      found[one].append(other)
      found[other].append(one)
    }
    return found
  }

  func site(_ spot: Spot) -> Int? { spot.room.map { terrain.problem.rooms[$0].site } }

  /// Whether two tasks that start so meet in time.
  func overlap(_ one: Int, _ start: Start, _ other: Int, _ otherStart: Start) -> Bool {
    beginning(start) < end(tasks[other], otherStart) && beginning(otherStart) < end(tasks[one], start)
  }

  /// Whether somebody who holds both tasks is done with one, and with the way, when the other begins.
  func hasWay(_ one: Int, _ spot: Spot, _ other: Int, _ another: Spot) -> Bool {
    let (task, later) = (tasks[one], tasks[other])
    let apart = max(
      beginning(another.start) - end(task, spot.start), beginning(spot.start) - end(later, another.start))
    return apart
      >= minutes(
        (members[task.member].kind, site(spot)), (members[later.member].kind, site(another)))
  }
}
