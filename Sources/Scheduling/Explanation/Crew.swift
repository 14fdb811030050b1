/// People of whom several are needed at once, and how many such sessions can be held at a time.
struct Crew {
  let people: [Int]
  /// People that one session needs at least.
  let size: Int
  let excerpt: Excerpt

  /// Sessions that can be held at once in the block: as many as the free people make teams when most are free.
  func breadth(_ day: Int, _ block: Int) -> Int {
    let terrain = excerpt.terrain
    var free = [Int](repeating: 0, count: terrain.grid.count)
    let bits = terrain.grid.blockBits[block]
    for person in people {
      var own = bits
      if excerpt.keepsOpen[person] { own &= terrain.personOpen(person, day) }
      let taken = excerpt.taken(by: person, on: day)
      if taken != 0 { own &= terrain.grid.clear(of: taken, length: 1) }
      while own != 0 {
        free[own.trailingZeroBitCount] += 1
        own &= own &- 1
      }
    }
    return (free.max() ?? 0) / size
  }

  /// Periods of sessions that all their limits of a day allow; nil: somebody has none.
  var dayLimit: Int? { shared(excerpt.dayLimit) }

  /// The same of a week.
  var weekLimit: Int? { shared(excerpt.weekLimit) }

  private func shared(_ limit: (Int) -> Int?) -> Int? {
    let limits = people.compactMap(limit)
    return limits.count == people.count ? limits.reduce(0, +) / size : nil
  }
}
