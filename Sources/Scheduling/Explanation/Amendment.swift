package import Civil

/// A change of one cell that could repair a conflict.
package enum Amendment: Hashable, Sendable {
  /// The date of `earliest`, `latest`, `planStart` or `planEnd`.
  case date(Fact, CivilDate)
  /// The number of a limit, a gap, a team, an order, seats that a series needs, minutes of a way.
  case number(Fact, Int)
  /// The cell is emptied, the row taken out.
  case clear(Fact)
  /// The pattern opens one more block of a weekday.
  case open(Fact, Weekday, block: Int)
  /// The room has so many seats.
  case seats(room: Int, Int)
  case equip(room: Int, String)
  case grant(person: Int, String)
  case lecturer(person: Int)
  case mentor(person: Int)
  /// One more person may hold the series.
  case join(person: Int, series: Int)

  /// The fact whose cell it changes; for rooms and people, the fact that says that none has it.
  package var fact: Fact {
    switch self {
    case .date(let fact, _), .number(let fact, _), .clear(let fact), .open(let fact, _, _): fact
    case .seats: .capacity
    case .equip(_, let feature): .equipped(feature)
    case .grant(_, let qualification): .holders(qualification)
    case .lecturer: .lecturers
    case .mentor: .mentors
    case .join(_, let series): .people(series)
    }
  }

  /// The problem with the change; emptied cells are for the caller to leave out of the facts.
  func applied(to problem: Problem, _ sources: FactSources) -> Problem {
    var problem = problem
    switch self {
    case .clear: break
    case .date(let fact, let date): Self.set(fact, date, &problem)
    case .number(let fact, let number): Self.set(fact, number, &problem, sources)
    case .open(let fact, let weekday, let block):
      Self.open(fact, weekday, problem.blocks[block].id, &problem, sources)
    case .seats(let room, let seats): problem.rooms[room].capacity = seats
    case .equip(let room, let feature): problem.rooms[room].features.insert(feature)
    case .grant(let person, let qualification): problem.people[person].qualifications.insert(qualification)
    case .lecturer(let person): problem.people[person].isLecturer = true
    case .mentor(let person): problem.people[person].isMentor = true
    case .join(let person, let series): problem.series[series].people.insert(person)
    }
    return problem
  }

  private static func set(_ fact: Fact, _ date: CivilDate, _ problem: inout Problem) {
    switch fact {
    case .earliest(let series): problem.series[series].earliest = date
    case .latest(let series): problem.series[series].latest = date
    case .planStart: problem.planFrom = date
    case .planEnd: problem.planTo = date
    default: break
    }
  }

  private static func set(_ fact: Fact, _ number: Int, _ problem: inout Problem, _ sources: FactSources) {
    func each(_ owners: [Int?], _ owner: Int, _ change: (inout Problem.Series) -> Void) {
      for index in problem.series.indices where owners[index] == owner { change(&problem.series[index]) }
    }
    func eachSession(of module: Int, _ change: (inout Problem.Session) -> Void) {
      for index in problem.sessions.indices where sources.moduleOf[index] == module {
        change(&problem.sessions[index])
      }
    }
    switch fact {
    case .dayLimit(let owner): each(sources.dayOwner, owner) { $0.maxPeriodsDay = number }
    case .variety(let owner): each(sources.varietyOwner, owner) { $0.minLecturers = number }
    case .seats(let series): problem.series[series].size = number
    case .meetingGap(let series): problem.series[series].minGapDays = number
    case .personDay(let person): problem.people[person].maxPeriodsDay = number
    case .personWeek(let person): problem.people[person].maxPeriodsWeek = number
    case .team(let module): eachSession(of: module) { $0.team = number }
    case .gapDays(let module): eachSession(of: module) { $0.gapDays = number }
    case .order(let module): eachSession(of: module) { $0.order = number }
    case .defaultTravel:
      problem.defaultTravelMinutes = number
      for from in problem.sites.indices {
        for to in problem.sites.indices
        where from != to && !sources.givenTravel.contains([min(from, to), max(from, to)]) {
          problem.travelMinutes[from * problem.sites.count + to] = number
        }
      }
    case .travel(let from, let to):
      problem.travelMinutes[from * problem.sites.count + to] = number
      problem.travelMinutes[to * problem.sites.count + from] = number
    default: break
    }
  }

  private static func open(
    _ fact: Fact, _ weekday: Weekday, _ block: String, _ problem: inout Problem, _ sources: FactSources
  ) {
    switch fact {
    case .open(let owner):
      for index in problem.series.indices where sources.openOwner[index] == owner {
        problem.series[index].open = problem.series[index].open.opening(block, on: weekday)
      }
    case .personOpen(let person):
      problem.people[person].open = problem.people[person].open.opening(block, on: weekday)
    case .roomOpen(let room):
      problem.rooms[room].open = problem.rooms[room].open.opening(block, on: weekday)
    default: break
    }
  }
}
