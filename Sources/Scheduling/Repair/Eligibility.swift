/// What stands against a placement whatever else is planned: windows, patterns, calendars, pins, rooms, people.
struct Eligibility {
  let space: SearchSpace

  init(_ space: SearchSpace) { self.space = space }

  /// Whether only other sessions could stand against the placement.
  func allows(_ step: Replanner.Step) -> Bool {
    guard isOpen(step.session, step.day, step.position) else { return false }
    let kind = space.kinds[Int(space.kindOf[step.session])]
    let series = space.problem.series[Int(space.seriesOf[step.session])]
    if let pin = space.pins[step.session], !pin.allows(step.day, step.position, step.room, step.people) {
      return false
    }
    guard series.kind.needsRoom ? step.room >= 0 : step.room < 0 else { return false }
    if step.room >= 0, !isUsable(step.room, for: step.session, step.day, step.position) { return false }
    guard step.people.count == kind.team, Set(step.people).count == kind.team else { return false }
    return step.people.allSatisfy { isUsable(person: $0, for: step.session, step.day, step.position) }
  }

  /// Whether the session fits the position and its series is open then.
  func isOpen(_ session: Int, _ day: Int, _ position: Int) -> Bool {
    let length = Int(space.lengthOf[session])
    guard length <= space.grid.longest, space.grid.mask(length: length, position: position) != 0 else {
      return false
    }
    let series = Int(space.seriesOf[session])
    if let pin = space.pins[session],
      pin.isImpossible || (pin.day ?? day) != day || pin.positions & (1 << UInt64(position)) == 0
    {
      return false
    }
    let own = space.problem.series[series]
    if own.kind == .taught, length > own.maxPeriodsDay { return false }
    return space.seriesOpen[series * space.days + day] & (1 << UInt64(position)) != 0
  }

  func isUsable(_ room: Int, for session: Int, _ day: Int, _ position: Int) -> Bool {
    space.kinds[Int(space.kindOf[session])].isSuitable[room]
      && (space.pins[session]?.room ?? room) == room
      && space.roomOpen[room * space.days + day] & (1 << UInt64(position)) != 0
  }

  func isUsable(person: Int, for session: Int, _ day: Int, _ position: Int) -> Bool {
    let length = Int(space.lengthOf[session])
    let cell = person * space.days + day
    return space.kinds[Int(space.kindOf[session])].isEligible[person]
      && space.pins[session]?.people?.contains(person) ?? true
      && space.personOpen[cell] & (1 << UInt64(position)) != 0
      && space.personBusy[cell] & space.grid.mask(length: length, position: position) == 0
      && length <= Int(space.mostPerDay[person]) && length <= Int(space.mostPerWeek[person])
  }
}

extension Eligibility {
  /// Whether the session has any place on an empty timetable.
  func hasPlace(_ session: Int) -> Bool {
    let kind = space.kinds[Int(space.kindOf[session])]
    let needsRoom = space.problem.series[Int(space.seriesOf[session])].kind.needsRoom
    guard let window = space.window[Int(space.seriesOf[session])] else { return false }
    for day in space.pins[session]?.day.map({ $0...$0 }) ?? window {
      for position in 0..<space.grid.count where isOpen(session, day, position) {
        let team = kind.eligible.count { isUsable(person: Int($0), for: session, day, position) }
        guard team >= kind.team, (space.pins[session]?.people).map({ $0.count == kind.team }) ?? true else {
          continue
        }
        if !needsRoom || kind.suitable.contains(where: { isUsable(Int($0), for: session, day, position) }) {
          return true
        }
      }
    }
    return false
  }
}
