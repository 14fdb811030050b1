extension CellSpace {
  /// The placements of a moment, those left out that would break a hard rule.
  ///
  /// - Parameters:
  ///   - period: by session.
  ///   - room: by session.
  ///   - teams: by series, who holds it.
  /// - Returns: what is placed, and what it costs by the readable rules.
  func snapshot(_ period: Table<Int32>, _ room: Table<Int32>, teams: [[Int]]) -> Snapshot {
    var taken = Array(repeating: false, count: series * periods)
    var placements: [Replanner.Step] = []
    placements.reserveCapacity(sessions)
    for session in 0..<sessions {
      let one = Int(seriesOf[session])
      let (at, place) = (Int(period[session]), Int(room[session]))
      guard at >= 0, closed[one * periods + at] == 0, !isUnfit[one * rooms + place] else { continue }
      let others = Int(rivalStart[one])..<Int(rivalStart[one + 1])
      if others.contains(where: { taken[Int(rivals[$0]) * periods + at] }) { continue }
      taken[one * periods + at] = true
      placements.append(
        Replanner.Step(
          session: session, day: at / slots, position: at % slots, room: place, people: teams[one]))
    }
    let units = units(of: placements)
    return Snapshot(
      placements: placements, unplaced: sessions - placements.count, cost: prices.cost(units))
  }

  /// Units of the rules that cells have a price for.
  private func units(of placements: [Replanner.Step]) -> SoftUnits {
    var units = SoftUnits()
    var onDay = Array(repeating: false, count: series * days)
    var inRoom = Array(repeating: false, count: series * realRooms)
    var hasRoom = Array(repeating: false, count: series)
    var held = Array(repeating: 0, count: series)
    var busy = Array(repeating: UInt64(0), count: companies * days)
    for one in placements {
      let index = Int(seriesOf[one.session])
      units.seats += space.seatsShort(of: index, in: one.room)
      if !onDay[index * days + one.day] { held[index] += 1 }
      onDay[index * days + one.day] = true
      if !inRoom[index * realRooms + one.room], hasRoom[index] { units.rooms += 1 }
      inRoom[index * realRooms + one.room] = true
      hasRoom[index] = true
      for company in Int(groupStart[index])..<Int(groupStart[index + 1]) - 1 {
        busy[Int(groupsOf[company]) * days + one.day] |= 1 << UInt64(one.position)
      }
    }
    for index in 0..<series { units.days += max(0, Int(wantedDays[index]) - held[index]) }
    for company in 0..<companies {
      for day in 0..<days {
        let bits = busy[company * days + day]
        units.compactness +=
          (bits & ~(bits << 1) & ~(bits >> 1)).nonzeroBitCount * space.company[company].trainees
      }
    }
    return units
  }
}
