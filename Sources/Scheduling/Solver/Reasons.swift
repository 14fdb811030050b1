import Civil

/// Why sessions stay out of a timetable: the first reason found for each.
struct Reasons {
  let space: SearchSpace
  let prices: SoftPrices

  init(_ space: SearchSpace, _ prices: SoftPrices) {
    self.space = space
    self.prices = prices
  }

  func unplaced(in snapshot: Snapshot) -> [(session: Int, reason: Wording)] {
    let keeper = ScoreKeeper(space)
    for one in snapshot.placements {
      keeper.place(one.session, day: one.day, position: one.position, room: one.room, people: one.people)
    }
    return space.problem.sessions.indices.filter { !keeper.isPlaced($0) }.map {
      ($0, structural($0) ?? crowded($0, keeper))
    }
  }

  /// What makes the session impossible whatever else is planned.
  private func structural(_ session: Int) -> Wording? {
    let kind = space.kinds[Int(space.kindOf[session])]
    let one = space.problem.sessions[session]
    let series = space.problem.series[one.series]
    if space.pins[session]?.isImpossible == true {
      return Wording(zh: "固定安排互相矛盾或在计划期之外", en: "its pins contradict each other or lie outside the plan")
    }
    if kind.eligible.count < kind.team {
      let needed = one.qualification ?? (series.kind == .taught ? "lecturer" : "mentor")
      return Wording(
        zh: "需要 \(kind.team) 名具备资格的人员（\(needed)），只有 \(kind.eligible.count) 名",
        en: "needs \(kind.team) qualified people (\(needed)), there are \(kind.eligible.count)")
    }
    if series.kind.needsRoom, kind.suitable.isEmpty { return noRoom(one, series) }
    guard let window = space.window[one.series] else {
      return Wording(zh: "起止日期不在计划期之内", en: "its dates lie outside the plan")
    }
    let fits = window.contains { day in
      var open = space.seriesOpen[one.series * space.days + day]
      while open != 0 {
        if one.periods <= space.grid.longest,
          space.grid.mask(length: one.periods, position: open.trailingZeroBitCount) != 0
        {
          return true
        }
        open &= open &- 1
      }
      return false
    }
    return fits
      ? nil
      : Wording(
        zh: "起止日期之内没有能容纳 \(one.periods) 课时的可上课时段",
        en: "no open block within its dates holds \(one.periods) periods")
  }

  private func noRoom(_ session: Problem.Session, _ series: Problem.Series) -> Wording {
    let features = session.features.sorted().joined(separator: ";")
    let site = series.site.map { space.problem.sites[$0] }
    return Wording(
      zh: (site.map { "培训点 \($0) " } ?? "") + "没有" + (series.size > 0 ? "能容纳 \(series.size) 人" : "")
        + (features.isEmpty ? "" : "设有 \(features) ") + "的教室",
      en: "no room" + (site.map { " at \($0)" } ?? "") + (series.size > 0 ? " with \(series.size) seats" : "")
        + (features.isEmpty ? "" : " that has \(features)"))
  }

  /// The rule that stands against most of the places tried.
  private func crowded(_ session: Int, _ keeper: ScoreKeeper) -> Wording {
    let kind = space.kinds[Int(space.kindOf[session])]
    let index = Int(space.seriesOf[session])
    let rooms = space.problem.series[index].kind.needsRoom ? kind.suitable.prefix(40).map(Int.init) : [-1]
    let teams = kind.eligible.indices.map { start in
      (0..<kind.team).map { Int(kind.eligible[(start + $0) % kind.eligible.count]) }
    }
    var counts = Array(repeating: 0, count: Obstacle.allCases.count)
    for day in space.window[index] ?? 0...0 {
      for position in 0..<space.grid.count
      where space.seriesOpen[index * space.days + day] & 1 << UInt64(position) != 0 {
        // What stands against a time does so for all rooms and people, what stands against a room for all people.
        search: for (rank, room) in rooms.enumerated() {
          for people in teams {
            guard
              let obstacle = keeper.obstacle(
                session, day: day, position: position, room: room, people: people)
            else { return Wording(zh: "在时限内没有安排上", en: "not placed within the time allowed") }
            if obstacle == .outside { break search }
            // A pin can stand before either.
            let scope = space.pins[session] == nil ? obstacle.scope : .place
            let others =
              scope == .time ? (rooms.count - rank) * teams.count : scope == .room ? teams.count : 1
            counts[obstacle.rawValue] += others
            if scope == .time { break search }
            if scope == .room { break }
          }
        }
      }
    }
    let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    return Obstacle(rawValue: most)?.reason ?? Wording(zh: "没有空位", en: "no free place")
  }
}

extension Obstacle {
  /// For which places it stands: for all at the time, for all in the room at the time, or for one.
  fileprivate enum Scope {
    case time, room, place
  }

  fileprivate var scope: Scope {
    switch self {
    case .outside, .closed, .classBusy, .classDay, .order, .trainee, .meetingGap: .time
    case .roomUnsuitable, .roomBusy, .otherSite: .room
    case .unqualified, .personClosed, .personBusy, .personDay, .personWeek, .travel, .variety, .otherMentor,
      .pinned:
      .place
    }
  }

  /// What a planner is told when this stands against most places of a session.
  var reason: Wording {
    switch self {
    case .outside, .closed: Wording(zh: "班级没有可上课的时段", en: "the class has no open block")
    case .classBusy, .classDay: Wording(zh: "班级的可上课时段已排满", en: "the class's open blocks are full")
    case .order:
      Wording(zh: "前后课次之间没有空位（先后顺序、间隔）", en: "no place between the sessions before and after it (order, gap)")
    case .trainee: Wording(zh: "学员同时有别的课次", en: "its trainees have other sessions then")
    case .roomUnsuitable, .otherSite:
      Wording(zh: "合适的教室不开放或不在同一培训点", en: "suitable rooms are closed or at another site")
    case .roomBusy: Wording(zh: "合适的教室已被占用", en: "suitable rooms are taken")
    case .unqualified: Wording(zh: "没有具备资格的人员", en: "nobody qualified")
    case .personClosed, .personBusy: Wording(zh: "具备资格的人员都没有空", en: "the people qualified are not free")
    case .personDay, .personWeek:
      Wording(
        zh: "具备资格的人员已达到每天或每周课时上限", en: "the people qualified have reached their periods a day or a week")
    case .travel: Wording(zh: "具备资格的人员来不及往返", en: "the people qualified cannot travel in time")
    case .variety: Wording(zh: "班级的不同讲师人数不够", en: "the class would meet too few lecturers")
    case .otherMentor: Wording(zh: "同一辅导的导师没有空", en: "the mentor of the other meetings is not free")
    case .meetingGap: Wording(zh: "见面之间的间隔天数不够", en: "the meetings would be too close together")
    case .pinned: Wording(zh: "与固定安排冲突", en: "stands against its pin")
    }
  }
}
