import Civil

/// All by which a simple program can replay the hard rules of a timetable, without searching, and add up its bounds.
///
/// The article Certificates describes the lines. Everything is named by the bundle's ids; sessions by their number in
/// the certificate, in the order of time. Minutes count from the plan's first midnight.
package struct Certificate: Sendable {
  package let lines: [Line]

  /// One fact, or several of one thing, as one line of the file.
  package enum Line: Sendable {
    case certificate(CertificateHead)
    case session(SessionWitness)
    case `class`(ClassWitness)
    case room(RoomWitness)
    case person(PersonWitness)
    case trainees(TraineeWitness)
    case meetings(MeetingWitness)
    case cost(CostWitness)
    case bound(BoundWitness)
  }

  /// Nil for a timetable that breaks a hard rule: there is nothing to certify.
  ///
  /// - Parameters:
  ///   - timetable: may be incomplete.
  ///   - bounds: what every complete timetable costs at least, if that is to be told too.
  ///   - weights: what each unit costs.
  package init?(_ timetable: Timetable, bounds: LowerBounds?, weights: Weights) {
    guard [Constraint].standard.hard.allSatisfy({ $0.violations(in: timetable).isEmpty }) else { return nil }
    let numbered = NumberedTimetable(timetable)
    let problem = timetable.problem
    var lines: [Line] = [.certificate(CertificateHead(numbered))]
    lines += numbered.placed.indices.map { .session(SessionWitness(numbered, $0)) }
    lines += timetable.byClass.map { .class(ClassWitness(numbered, $0.series, $0.placed)) }
    lines += timetable.byRoom.map { .room(RoomWitness(numbered, $0.room, $0.placed)) }
    lines += timetable.byPerson.map { .person(PersonWitness(numbered, $0.person, $0.placed)) }
    lines += TraineeWitness.all(in: numbered).map { .trainees($0) }
    lines += timetable.bySeries.filter { problem.series[$0.series].kind.isMentoring }
      .map { .meetings(MeetingWitness(numbered, $0.series, $0.placed)) }
    lines += [Constraint].standard.soft.map {
      .cost(CostWitness(constraint: $0.id, units: $0.total(in: timetable), weight: weights[$0]))
    }
    lines += bounds?.proofs.map { .bound(BoundWitness($0, numbered)) } ?? []
    self.lines = lines
  }
}

extension Certificate.Line: Encodable {
  private enum Key: String, CodingKey {
    case certificate, session, `class`, room, person, trainees, meetings, cost, bound
  }

  /// An object with one key, which says what it is.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .certificate(let one): try container.encode(one, forKey: .certificate)
    case .session(let one): try container.encode(one, forKey: .session)
    case .class(let one): try container.encode(one, forKey: .class)
    case .room(let one): try container.encode(one, forKey: .room)
    case .person(let one): try container.encode(one, forKey: .person)
    case .trainees(let one): try container.encode(one, forKey: .trainees)
    case .meetings(let one): try container.encode(one, forKey: .meetings)
    case .cost(let one): try container.encode(one, forKey: .cost)
    case .bound(let one): try container.encode(one, forKey: .bound)
    }
  }
}

/// The first line: which format, which dates, and how much there is.
package struct CertificateHead: Encodable, Sendable {
  let format = "seedbed-certificate-1"
  let planFrom: String
  let planTo: String
  let sessions: Int
  /// Sessions that the timetable lacks, as series, module and part.
  let missing: [SessionName]

  enum CodingKeys: String, CodingKey {
    case format, sessions, missing
    case planFrom = "plan_from"
    case planTo = "plan_to"
  }

  init(_ numbered: NumberedTimetable) {
    let problem = numbered.problem
    planFrom = problem.planFrom.description
    planTo = problem.planTo.description
    sessions = numbered.placed.count
    let placed = Set(numbered.placed.map(\.placement.session))
    missing = problem.sessions.indices.filter { !placed.contains($0) }.map { SessionName(problem, $0) }
  }
}

/// What names a session.
package struct SessionName: Encodable, Sendable {
  /// The class, or the trainee of the meeting.
  let series: String
  /// `taught`, `office`, `visit` or `online`.
  let kind: String
  let module: String
  let part: Int

  init(_ problem: Problem, _ session: Int) {
    let one = problem.sessions[session]
    series = problem.series[one.series].id
    kind = problem.series[one.series].kind.word
    module = one.module
    part = one.part
  }
}

/// Units of a soft constraint, and what each costs.
package struct CostWitness: Encodable, Sendable {
  let constraint: String
  let units: Int
  let weight: Double
}

extension Problem.Series.Kind {
  var word: String {
    switch self {
    case .taught: "taught"
    case .office: "office"
    case .visit: "visit"
    case .online: "online"
    }
  }
}

/// The placements of a timetable in the order of time, with their numbers.
struct NumberedTimetable {
  let timetable: Timetable
  let placed: [Timetable.Placed]
  /// By place in the timetable's own order.
  private let numbers: [Int: Int]

  var problem: Problem { timetable.problem }

  init(_ timetable: Timetable) {
    self.timetable = timetable
    placed = timetable.placed.inTime
    numbers = Dictionary(uniqueKeysWithValues: placed.enumerated().map { ($1.index, $0) })
  }

  func number(of one: Timetable.Placed) -> Int { numbers[one.index] ?? 0 }

  /// Minutes since the plan's first midnight.
  func minutes(of one: Timetable.Placed) -> Range<Int> {
    let midnight = CivilMoment(problem.planFrom).minutesSinceEpoch
    return one.minutes.lowerBound - midnight..<one.minutes.upperBound - midnight
  }
}
