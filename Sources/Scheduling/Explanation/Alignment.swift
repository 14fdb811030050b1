/// Starts at which sessions leave no gap that nothing fits into.
///
/// Where all sessions last multiples of some number of periods, each can move forward in its block to the last
/// multiple of it before its start: of two that do not meet neither then meets the other, and none is out of order. So
/// only such starts need be looked at, as long as nothing else speaks of times within a block: no busy time that ends
/// within such a stretch, no pin to a period between, no way to go. Left-justified schedules are no less (K. R. Baker,
/// "Introduction to Sequencing and Scheduling", New York 1974: semiactive schedules).
extension Excerpt {
  /// Takes away the starts that are not needed.
  ///
  /// `misaligned`: as bits, the numbers of periods to whose multiples sessions cannot move beside kept busy times.
  mutating func align(travels: Bool, misaligned: UInt64) {
    let periods = tasks.reduce(0) { Self.greatestCommonDivisor($0, $1.length) }
    guard (2..<UInt64.bitWidth).contains(periods), misaligned & 1 << UInt64(periods) == 0, !travels,
      terrain.blocksAreApart
    else { return }
    let isKept = terrain.grid.positions.map { ($0.first - 1).isMultiple(of: periods) }
    let forward = terrain.grid.positions.map { position in
      terrain.grid.position(
        block: position.block, first: position.first - (position.first - 1) % periods) ?? 0
    }
    // A pin can leave a start of which the one before it is no start.
    for task in tasks where !terrain.problem.sessions[task.session].pins.isEmpty {
      let own = Set(task.starts)
      let isWhole = task.starts.allSatisfy {
        own.contains(Start(day: $0.day, position: forward[$0.position]))
      }
      guard isWhole else { return }
    }
    for index in tasks.indices { tasks[index].starts.removeAll { !isKept[$0.position] } }
    self.forward = forward
  }

  /// The start that is looked at in place of another.
  func aligned(_ start: Start) -> Start {
    forward.isEmpty ? start : Start(day: start.day, position: forward[start.position])
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
  }
}

extension Terrain {
  /// By number of periods, as bits: whether the stretches that a busy time takes leave a start free, but not the last
  /// multiple of so many periods before it.
  static func misalignments(of busy: [(day: Int, mask: UInt64)], _ grid: DayGrid) -> UInt64 {
    var found: UInt64 = 0
    for (_, taken) in busy {
      for periods in 2...max(2, min(grid.longest, UInt64.bitWidth - 1))
      where found & 1 << UInt64(periods) == 0 {
        let isMissed = grid.positions.indices.contains { index in
          let position = grid.positions[index]
          let offset = (position.first - 1) % periods
          guard offset > 0, let before = grid.position(block: position.block, first: position.first - offset)
          else { return false }
          return stride(from: periods, through: grid.longest, by: periods).contains { length in
            let own = grid.mask(length: length, position: index)
            return own != 0 && own & taken == 0 && grid.mask(length: length, position: before) & taken != 0
          }
        }
        if isMissed { found |= 1 << UInt64(periods) }
      }
    }
    return found
  }

  /// Whether no two blocks have a time in common.
  static func areApart(_ grid: DayGrid, _ problem: Problem) -> Bool {
    var taken: UInt64 = 0
    for block in problem.blocks {
      let own = grid.mask(of: block)
      if taken & own != 0 { return false }
      taken |= own
    }
    return grid.isExact
  }
}
