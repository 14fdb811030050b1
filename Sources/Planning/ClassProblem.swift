import Civil
import Cohorts
import Courses
import Mentors
import Scheduling

/// A bundle as a scheduling problem, with the way back from indices to ids.
struct ClassProblem: Sendable {
  var problem: Problem
  /// By session index.
  let keys: [SessionKey]
  let sessionIndex: [SessionKey: Int]
  let blockIndex: [String: Int]
  let roomIndex: [String: Int]
  var personIndex: [String: Int]

  init(_ bundle: PlanningBundle) {
    let blocks = bundle.blocks.map(\.id)
    blockIndex = index(blocks)
    let siteIndex = index(bundle.sites.map(\.id))
    roomIndex = index(bundle.rooms.map(\.id))
    personIndex = index(bundle.people.map(\.id))
    let traineeIndex = index(bundle.trainees.map(\.id))
    var sessions: [Problem.Session] = []
    var keys: [SessionKey] = []
    var series: [Problem.Series] = []
    func add(_ one: Problem.Series, _ own: [(session: Problem.Session, key: SessionKey)]) {
      var one = one
      one.sessions = Array(sessions.count..<sessions.count + own.count)
      sessions += own.map(\.session)
      keys += own.map(\.key)
      series.append(one)
    }
    let indices = Indices(
      block: blockIndex, site: siteIndex, room: roomIndex, person: personIndex, trainee: traineeIndex)
    let tables = Tables(bundle)
    for one in bundle.classes {
      add(tables.series(for: one, indices), tables.sessions(of: one, series: series.count, indices))
    }
    for request in bundle.mentoring {
      add(tables.series(for: request, indices), tables.sessions(of: request, series: series.count))
    }
    problem = Problem(
      planFrom: bundle.centre.planFrom, planTo: bundle.centre.planTo, calendar: bundle.calendar,
      blocks: bundle.blocks, sites: bundle.sites.map(\.id), travelMinutes: travel(bundle, siteIndex),
      defaultTravelMinutes: bundle.centre.defaultTravelMinutes,
      rooms: bundle.rooms.map {
        Problem.Room(
          id: $0.id, site: siteIndex[$0.site] ?? 0, capacity: $0.capacity, features: $0.features,
          open: $0.open)
      },
      people: bundle.people.map { person in
        Problem.Person(
          id: person.id, isLecturer: person.roles.contains(.lecturer),
          isMentor: person.roles.contains(.mentor),
          qualifications: person.qualifications, maxPeriodsDay: person.maxPeriodsDay,
          maxPeriodsWeek: person.maxPeriodsWeek, open: person.open, busy: bundle.busy[person.id] ?? [])
      }, series: series, sessions: sessions)
    self.keys = keys
    sessionIndex = index(keys)
  }

  /// Leaves the sessions of rows no other place than theirs.
  ///
  /// A row that names a block, a room or a person that the problem does not know fixes nothing.
  mutating func fix(_ rows: [TimetableRow]) {
    for row in rows {
      guard let session = sessionIndex[SessionKey(row)], let block = blockIndex[row.block],
        row.room.isEmpty || roomIndex[row.room] != nil, row.people.allSatisfy({ personIndex[$0] != nil })
      else { continue }
      problem.sessions[session].pins.append(
        Problem.Pin(
          date: row.date, block: block, first: row.firstPeriod, room: roomIndex[row.room],
          people: Set(row.people.compactMap { personIndex[$0] })))
    }
  }

  /// The index of a person, who is made known as a stranger if the problem has no such id.
  mutating func person(_ id: String) -> Int {
    if let known = personIndex[id] { return known }
    problem.people.append(
      Problem.Person(id: id, isKnown: false, isLecturer: false, open: .always(problem.blocks.map(\.id))))
    personIndex[id] = problem.people.count - 1
    return problem.people.count - 1
  }
}

private struct Indices {
  let block: [String: Int]
  let site: [String: Int]
  let room: [String: Int]
  let person: [String: Int]
  let trainee: [String: Int]
}

/// The tables of a bundle by their keys.
private struct Tables {
  let bundle: PlanningBundle
  let modules: [String: [Module]]
  let courses: [String: Course]
  let cohorts: [String: Cohort]
  let enrolments: [String: [Enrolment]]
  let pins: [SessionKey: [Pin]]

  init(_ bundle: PlanningBundle) {
    self.bundle = bundle
    modules = Dictionary(grouping: bundle.modules, by: \.course)
    courses = Dictionary(bundle.courses.map { ($0.id, $0) }) { first, _ in first }
    cohorts = Dictionary(bundle.cohorts.map { ($0.id, $0) }) { first, _ in first }
    enrolments = Dictionary(grouping: bundle.enrolments, by: \.classID)
    pins = Dictionary(grouping: bundle.pins) {
      .classSession(classID: $0.classID, module: $0.module, part: $0.part)
    }
  }

  var always: WeeklyPattern { .always(bundle.blocks.map(\.id)) }

  func series(for one: TrainingClass, _ indices: Indices) -> Problem.Series {
    let cohort = cohorts[one.cohort]
    let trainees = (enrolments[one.id] ?? []).compactMap { indices.trainee[$0.trainee] }
    return Problem.Series(
      id: one.id, earliest: one.earliest ?? bundle.centre.planFrom,
      latest: one.latest ?? bundle.centre.planTo,
      open: one.open ?? cohort?.open ?? always, site: one.site.flatMap { indices.site[$0] },
      size: one.size ?? trainees.count, maxPeriodsDay: cohort?.maxPeriodsDay ?? 8,
      people: Set(one.lecturers.compactMap { indices.person[$0] }),
      minLecturers: courses[one.course]?.minLecturers ?? 1, trainees: trainees)
  }

  func series(for request: MentoringRequest, _ indices: Indices) -> Problem.Series {
    let kind: Problem.Series.Kind =
      switch request.mode {
      case .office: .office
      case .visit: .visit
      case .online: .online
      }
    return Problem.Series(
      id: request.trainee, kind: kind, earliest: request.earliest, latest: request.latest,
      open: request.open ?? always,
      people: Set((request.mentor.map { [$0] } ?? request.candidates).compactMap { indices.person[$0] }),
      minLecturers: 1,
      minGapDays: request.minGapDays, trainees: indices.trainee[request.trainee].map { [$0] } ?? [])
  }

  func sessions(
    of one: TrainingClass, series: Int, _ indices: Indices
  ) -> [(session: Problem.Session, key: SessionKey)] {
    let ordered = (modules[one.course] ?? []).enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element)
    return ordered.flatMap { module in
      module.sessionLengths.enumerated().map { index, periods in
        let key = SessionKey.classSession(classID: one.id, module: module.id, part: index + 1)
        let session = Problem.Session(
          series: series, order: module.order, module: module.id, part: index + 1, periods: periods,
          qualification: module.qualification, features: module.features, team: module.team,
          gapDays: module.gapDays, pins: (pins[key] ?? []).map { pin(for: $0, indices) })
        return (session, key)
      }
    }
  }

  func sessions(
    of request: MentoringRequest, series: Int
  ) -> [(session: Problem.Session, key: SessionKey)] {
    request.parts.map { part in
      let session = Problem.Session(
        series: series, module: "", part: part, periods: request.periods,
        features: request.mode == .office ? [consultingFeature] : [])
      return (session, .meeting(trainee: request.trainee, part: part))
    }
  }

  private func pin(for pin: Pin, _ indices: Indices) -> Problem.Pin {
    Problem.Pin(
      date: pin.date, block: pin.block.flatMap { indices.block[$0] }, first: pin.firstPeriod,
      room: pin.room.flatMap { indices.room[$0] },
      people: pin.lecturers.isEmpty ? nil : Set(pin.lecturers.compactMap { indices.person[$0] }))
  }
}

/// What a room for office meetings has (FORMATS.md, mentoring).
private let consultingFeature = "consult"

private func index<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
  Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
}

private func travel(_ bundle: PlanningBundle, _ sites: [String: Int]) -> [Int] {
  let count = bundle.sites.count
  var minutes = Array(repeating: bundle.centre.defaultTravelMinutes, count: count * count)
  for site in 0..<count { minutes[site * count + site] = 0 }
  for row in bundle.travel {
    guard let from = sites[row.from], let to = sites[row.to] else { continue }
    minutes[from * count + to] = row.minutes
    minutes[to * count + from] = row.minutes
  }
  return minutes
}
