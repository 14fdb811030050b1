/// What stands against a placement: the first hard rule that it would break.
enum Obstacle: Int, CaseIterable {
  case outside, closed, classBusy, classDay, order, trainee, roomUnsuitable, roomBusy, otherSite, unqualified
  case personClosed, personBusy, personDay, personWeek, travel, variety, otherMentor, meetingGap, pinned
}

extension ScoreKeeper {
  /// The first hard rule that placing an unplaced session so would break, given all that is placed; nil: none.
  func obstacle(_ session: Int, day: Int, position: Int, room: Int, people: [Int]) -> Obstacle? {
    guard (0..<space.days).contains(day), (0..<space.grid.count).contains(position) else { return .outside }
    let length = Int(space.lengthOf[session])
    guard length <= space.grid.longest else { return .outside }
    let mask = space.grid.mask(length: length, position: position)
    let bit: UInt64 = 1 << UInt64(position)
    let series = Int(space.seriesOf[session])
    let cell = series * space.days + day
    if mask == 0 { return .outside }
    if space.seriesOpen[cell] & bit == 0 { return .closed }
    if seriesBusy[cell] & mask != 0 { return .classBusy }
    let own = space.problem.series[series]
    if own.kind == .taught, Int(seriesDayPeriods[cell]) + length > own.maxPeriodsDay { return .classDay }
    if !space.pins.isEmpty, let pin = space.pins[session], !pin.allows(day, position, room, people) {
      return .pinned
    }
    for other in space.conflicting[series] where seriesBusy[Int(other) * space.days + day] & mask != 0 {
      return .trainee
    }
    if let found = sequence(session, of: series, own, day, position, length) { return found }
    if let found = roomObstacle(session, own, day, mask, bit, room) { return found }
    if let found = staffObstacle(session, own, day, mask, bit, room, position, people) { return found }
    return varietyObstacle(series, own, people)
  }

  private func sequence(
    _ session: Int, of index: Int, _ series: Problem.Series, _ day: Int, _ position: Int, _ length: Int
  ) -> Obstacle? {
    let (grid, members) = (space.grid, space.members)
    let start = day * 1440 + Int(grid.starts[position])
    let end = day * 1440 + grid.end(length: length, position: position)
    for place in members.range(index) {
      let other = members[place]
      guard isPlaced(other) else { continue }
      let otherDay = Int(self.day[other])
      if series.kind.isMentoring {
        if abs(otherDay - day) < series.minGapDays { return .meetingGap }
        continue
      }
      let otherPosition = Int(self.position[other])
      if members.precedes(other, session) {
        let otherEnd = otherDay * 1440 + grid.end(length: Int(space.lengthOf[other]), position: otherPosition)
        if start < otherEnd { return .order }
        if members.isLower(other, than: session), day - otherDay < Int(space.gapOf[session]) { return .order }
      } else if members.precedes(session, other) {
        if otherDay * 1440 + Int(grid.starts[otherPosition]) < end { return .order }
        if members.isLower(session, than: other), otherDay - day < Int(space.gapOf[other]) { return .order }
      }
    }
    return nil
  }

  private func roomObstacle(
    _ session: Int, _ series: Problem.Series, _ day: Int, _ mask: UInt64, _ bit: UInt64, _ room: Int
  ) -> Obstacle? {
    guard series.kind.needsRoom else { return room < 0 ? nil : .roomUnsuitable }
    guard room >= 0, space.kinds[Int(space.kindOf[session])].isSuitable[room] else { return .roomUnsuitable }
    if space.roomOpen[room * space.days + day] & bit == 0 { return .roomUnsuitable }
    if roomBusy[room * space.days + day] & mask != 0 { return .roomBusy }
    guard series.kind == .taught else { return nil }
    let site = space.problem.rooms[room].site
    for other in series.sessions where isPlaced(other) {
      return self.site(of: other) == site ? nil : .otherSite
    }
    return nil
  }

  private func staffObstacle(
    _ session: Int, _ series: Problem.Series, _ day: Int, _ mask: UInt64, _ bit: UInt64, _ room: Int,
    _ position: Int, _ people: [Int]
  ) -> Obstacle? {
    let kind = space.kinds[Int(space.kindOf[session])]
    guard people.count == kind.team, Set(people).count == people.count,
      people.allSatisfy({ kind.isEligible[$0] })
    else { return .unqualified }
    for person in people {
      let cell = person * space.days + day
      let known = space.problem.people[person]
      if space.personOpen[cell] & bit == 0 { return .personClosed }
      if personBusy[cell] & mask != 0 { return .personBusy }
      if Int(personDayPeriods[cell]) + kind.length > known.maxPeriodsDay { return .personDay }
      let week = person * space.weeks + Int(space.weekOf[day])
      if Int(personWeekPeriods[week]) + kind.length > known.maxPeriodsWeek { return .personWeek }
      let site = room < 0 ? -1 : space.problem.rooms[room].site
      if travelMask(person, day, series.kind, site: site) & mask != 0 { return .travel }
    }
    return nil
  }

  private func varietyObstacle(_ index: Int, _ series: Problem.Series, _ people: [Int]) -> Obstacle? {
    if series.kind.isMentoring {
      for other in series.sessions where isPlaced(other) {
        return self.people(of: other) == people ? nil : .otherMentor
      }
      return nil
    }
    guard Int(seriesPlaced[index]) == series.sessions.count - 1 else { return nil }
    let more = people.count { sessions(of: index, heldBy: $0) == 0 }
    return distinctLecturers(of: index) + more < series.minLecturers ? .variety : nil
  }

  /// The stretches of the day that lie too near to the person's sessions elsewhere.
  ///
  /// Every pair of sessions is kept apart, not only neighbours, so that taking one out never breaks the rule.
  func travelMask(_ person: Int, _ day: Int, _ kind: Problem.Series.Kind, site: Int) -> UInt64 {
    if kind == .online { return 0 }
    let cell = person * space.days + day
    var mask: UInt64 = 0
    for index in 0..<Int(personDayCount[cell]) {
      let other = Int(personDaySessions[cell * dayCapacity + index])
      let otherKind = space.problem.series[Int(space.seriesOf[other])].kind
      let otherSite = self.site(of: other)
      if otherKind == .online || kind == otherKind && kind != .visit && site == otherSite { continue }
      let needed = space.problem.minutes(
        from: (otherKind, otherSite < 0 ? nil : otherSite), to: (kind, site < 0 ? nil : site))
      guard needed > 0 else { continue }
      let otherPosition = Int(position[other])
      let from = space.grid.positions[otherPosition].start - needed
      let to = space.grid.end(length: Int(space.lengthOf[other]), position: otherPosition) + needed
      mask |= space.grid.mask(of: from..<to)
    }
    return mask
  }
}

extension SearchSpace.PinnedSpot {
  func allows(_ day: Int, _ position: Int, _ room: Int, _ people: [Int]) -> Bool {
    !isImpossible && (self.day ?? day) == day && positions & (1 << UInt64(position)) != 0
      && (self.room ?? room) == room && (self.people.map { $0 == Set(people) } ?? true)
  }
}
