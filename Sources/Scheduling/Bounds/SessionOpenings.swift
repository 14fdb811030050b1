/// Where in the days a session of a series could be held if nothing else were planned, as bits of positions.
final class SessionOpenings {
  private struct Staffing: Hashable {
    let eligible: [Int32]
    let team: Int
    let length: Int
  }

  private let space: SearchSpace
  private var staffed: [Staffing: [UInt64]] = [:]

  init(_ space: SearchSpace) {
    self.space = space
  }

  /// The sites at which a series can be; for one without rooms, just one, nil.
  func sites(of series: Int) -> [Int?] {
    let own = space.problem.series[series]
    guard own.kind.needsRoom else { return [nil] }
    if let site = own.site { return [site] }
    return space.problem.sites.indices.map { $0 }
  }

  /// The positions on each day of the plan at which series, rooms of the site and enough people are open.
  func positions(of session: Int, at site: Int?) -> [UInt64] {
    let series = Int(space.seriesOf[session])
    let kind = space.kinds[Int(space.kindOf[session])]
    let pin = space.pins[session]
    let rooms = kind.suitable.map(Int.init).filter {
      Int(space.siteOf[$0]) == site && (pin?.room ?? $0) == $0
    }
    let people = staffing(kind, pinned: pin?.people)
    return (0..<space.days).map { day in
      guard pin.map({ !$0.isImpossible && ($0.day ?? day) == day }) ?? true else { return 0 }
      let open = space.seriesOpen[series * space.days + day] & (pin?.positions ?? UInt64.max) & people[day]
      guard site != nil else { return open }
      return open & rooms.reduce(0) { $0 | space.roomOpen[$1 * space.days + day] }
    }
  }

  /// By day, the positions at which a whole team is open and free.
  private func staffing(_ kind: SearchSpace.Kind, pinned: Set<Int>?) -> [UInt64] {
    let eligible = pinned.map { people in kind.eligible.filter { people.contains(Int($0)) } } ?? kind.eligible
    let key = Staffing(eligible: eligible, team: kind.team, length: kind.length)
    if let known = staffed[key] { return known }
    let grid = space.grid
    let able = eligible.map(Int.init).filter {
      let person = space.problem.people[$0]
      return min(person.maxPeriodsDay, person.maxPeriodsWeek) >= kind.length
    }
    let days = (0..<space.days).map { day in
      (0..<grid.count).reduce(UInt64(0)) { bits, position in
        guard kind.length <= grid.longest else { return bits }
        let mask = grid.mask(length: kind.length, position: position)
        let bit: UInt64 = 1 << UInt64(position)
        let free = able.count {
          let cell = $0 * space.days + day
          return space.personOpen[cell] & bit != 0 && space.personBusy[cell] & mask == 0
        }
        return mask != 0 && free >= kind.team ? bits | bit : bits
      }
    }
    staffed[key] = days
    return days
  }
}
