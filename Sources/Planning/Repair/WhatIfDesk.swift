package import Civil
package import Scheduling

/// A timetable of a bundle, ready for questions about single changes.
package struct WhatIfDesk: Sendable {
  private let classProblem: ClassProblem
  private let judge: ChangeJudge
  private let rows: [TimetableRow]
  private let placements: [Int: Placement]
  private let weights: Weights

  /// `previous` is the published timetable, of which each session that changes costs `moved`; usually the same.
  package init(
    _ bundle: PlanningBundle, _ rows: [TimetableRow], previous: [TimetableRow]? = nil,
    weights: Weights = .standard
  ) {
    let reading = RowReading(rows, in: ClassProblem(bundle))
    var named = reading.classProblem
    let published = named.previous(previous ?? rows)
    self.rows = rows
    self.weights = weights
    placements = Dictionary(reading.placements.map { ($0.session, $0) }) { first, _ in first }
    judge = ChangeJudge(
      Timetable(named.problem, reading.placements, previous: published),
      [Constraint].standard.filter { $0.isHard || $0.isPriced(by: weights) })
    classProblem = named
  }

  /// Where a session is to be put in thought; nil: as it is.
  package struct Place: Sendable {
    package var date: CivilDate?
    package var block: String?
    package var firstPeriod: Int?
    package var room: String?
    package var people: [String]?

    package init(
      date: CivilDate? = nil, block: String? = nil, firstPeriod: Int? = nil, room: String? = nil,
      people: [String]? = nil
    ) {
      self.date = date
      self.block = block
      self.firstPeriod = firstPeriod
      self.room = room
      self.people = people
    }
  }

  /// What it breaks and costs to put a session there; the id is that of the rows, or the stable one.
  package func whatIf(_ id: String, at place: Place) throws(WhatIfError) -> WhatIf {
    let session = try session(id)
    let placement = try placement(of: session, id, at: place)
    return effect(placement, judge.change(to: placement))
  }

  /// For each person of the session, everyone with the role and qualification who is not in it.
  ///
  /// Those who break nothing first, then by what they cost. As one mentor holds all the meetings of a trainee, a
  /// substitute for a mentor is judged with all of them taken over.
  package func substitutes(for id: String) throws(WhatIfError) -> [SubstituteRanking] {
    let session = try session(id)
    guard let known = placements[session] else { throw .notPlaced(id) }
    let series = classProblem.problem.series[classProblem.problem.sessions[session].series]
    return known.people.map { person in
      let taken =
        series.kind.isMentoring
        ? series.sessions.compactMap { placements[$0] }.filter { $0.people.contains(person) }
        : [known]
      let substitutes = classProblem.problem.people.indices.filter {
        !known.people.contains($0) && classProblem.problem.couldHold(session, $0)
      }.map { substitute in
        let new = taken.map { placement in
          var new = placement
          new.people = placement.people.map { $0 == person ? substitute : $0 }
          return new
        }
        let own = new.first { $0.session == session } ?? known
        return Substitute(
          person: classProblem.problem.people[substitute].id, effect: effect(own, judge.change(to: new)))
      }
      return SubstituteRanking(
        person: classProblem.problem.people[person].id,
        taken: taken.sorted { ($0.date, $0.session) < ($1.date, $1.session) }.map(classProblem.row),
        substitutes: substitutes.sorted {
          ($0.effect.broken.count, $0.effect.total, $0.person)
            < ($1.effect.broken.count, $1.effect.total, $1.person)
        })
    }
  }

  private func session(_ id: String) throws(WhatIfError) -> Int {
    if let row = rows.first(where: { $0.session == id }),
      let session = classProblem.sessionIndex[SessionKey(row)]
    {
      return session
    }
    guard let session = classProblem.keys.firstIndex(where: { $0.sessionID == id }) else {
      throw .unknownSession(id)
    }
    return session
  }

  private func placement(of session: Int, _ id: String, at place: Place) throws(WhatIfError) -> Placement {
    let old = placements[session]
    let series = classProblem.problem.series[classProblem.problem.sessions[session].series]
    guard let date = place.date ?? old?.date, let first = place.firstPeriod ?? old?.first else {
      throw .notPlaced(id)
    }
    let block: Int
    if let name = place.block {
      guard let known = classProblem.blockIndex[name] else {
        throw .unknownBlock(name, known: classProblem.problem.blocks.map(\.id))
      }
      block = known
    } else {
      guard let old else { throw .notPlaced(id) }
      block = old.block
    }
    var room = old?.room
    if let name = place.room {
      guard let known = classProblem.roomIndex[name] else { throw .unknownRoom(name) }
      room = known
    }
    if room == nil, series.kind.needsRoom { throw .noRoom(id) }
    var people = old?.people ?? []
    if let names = place.people {
      people = []
      for name in names {
        guard let known = classProblem.personIndex[name] else { throw .unknownPerson(name) }
        people.append(known)
      }
    }
    return Placement(
      session: session, date: date, block: block, first: first,
      periods: classProblem.problem.sessions[session].periods, room: room, people: people)
  }

  private func effect(_ placement: Placement, _ effect: ChangeEffect) -> WhatIf {
    WhatIf(
      session: classProblem.keys[placement.session], old: placements[placement.session].map(classProblem.row),
      new: classProblem.row(placement), broken: effect.broken, mended: effect.mended,
      cost: [Constraint].standard.soft.filter { $0.isPriced(by: weights) }.map {
        SoftCost(constraint: $0.id, count: effect.units[$0.id] ?? 0, weight: weights[$0])
      })
  }
}

extension Problem {
  /// Whether the person has the role and the qualification; the class's own list does not matter.
  fileprivate func couldHold(_ session: Int, _ person: Int) -> Bool {
    let candidate = people[person]
    guard candidate.isKnown else { return false }
    guard series[sessions[session].series].kind == .taught else { return candidate.isMentor }
    return candidate.isLecturer
      && sessions[session].qualification.map(candidate.qualifications.contains) ?? true
  }
}
