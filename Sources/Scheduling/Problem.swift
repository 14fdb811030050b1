package import Civil

/// A scheduling problem: sessions to be given a time, a room and people (FORMATS.md, Sessions).
///
/// Everything is named by its index; ids are kept for explanations.
package struct Problem: Sendable {
  package var planFrom: CivilDate
  package var planTo: CivilDate
  /// Holidays, on which nothing is held, and make-up working days.
  package var calendar: WorkingCalendar
  package var blocks: [Block]
  package var sites: [String]
  /// Minutes between sites, `sites.count` to a row.
  package var travelMinutes: [Int]
  /// Minutes to or from a visit.
  package var defaultTravelMinutes: Int
  package var rooms: [Room]
  package var people: [Person]
  package var series: [Series]
  package var sessions: [Session]

  package init(
    planFrom: CivilDate, planTo: CivilDate, calendar: WorkingCalendar, blocks: [Block], sites: [String],
    travelMinutes: [Int], defaultTravelMinutes: Int, rooms: [Room], people: [Person], series: [Series],
    sessions: [Session]
  ) {
    self.planFrom = planFrom
    self.planTo = planTo
    self.calendar = calendar
    self.blocks = blocks
    self.sites = sites
    self.travelMinutes = travelMinutes
    self.defaultTravelMinutes = defaultTravelMinutes
    self.rooms = rooms
    self.people = people
    self.series = series
    self.sessions = sessions
  }

  /// A room and what it offers.
  package struct Room: Sendable {
    package var id: String
    package var site: Int
    package var capacity: Int
    package var features: Set<String>
    package var open: WeeklyPattern
    /// Dates on which it cannot be used, whatever its pattern says.
    package var closed: Set<CivilDate> = []

    package init(id: String, site: Int, capacity: Int, features: Set<String> = [], open: WeeklyPattern) {
      self.id = id
      self.site = site
      self.capacity = capacity
      self.features = features
      self.open = open
    }
  }

  /// Somebody who can hold sessions.
  package struct Person: Sendable {
    package var id: String
    /// False for a name that a timetable mentions and the problem does not know.
    package var isKnown: Bool
    package var isLecturer: Bool
    package var isMentor: Bool
    package var qualifications: Set<String>
    package var maxPeriodsDay: Int
    package var maxPeriodsWeek: Int
    package var open: WeeklyPattern
    package var busy: [BusyTime]

    package init(
      id: String, isKnown: Bool = true, isLecturer: Bool, isMentor: Bool = false,
      qualifications: Set<String> = [], maxPeriodsDay: Int = 8, maxPeriodsWeek: Int = 40, open: WeeklyPattern,
      busy: [BusyTime] = []
    ) {
      self.id = id
      self.isKnown = isKnown
      self.isLecturer = isLecturer
      self.isMentor = isMentor
      self.qualifications = qualifications
      self.maxPeriodsDay = maxPeriodsDay
      self.maxPeriodsWeek = maxPeriodsWeek
      self.open = open
      self.busy = busy
    }
  }

  /// The sessions that belong together: those of a class, or the meetings of one mentoring request.
  package struct Series: Sendable {
    package enum Kind: Hashable, Sendable {
      case taught
      /// Meetings with a mentor in a room, at the trainee's, or on line.
      case office, visit, online

      package var isMentoring: Bool { self != .taught }
      /// Whether its sessions need a room.
      package var needsRoom: Bool { self == .taught || self == .office }
    }

    /// The class, or the trainee of the meetings.
    package var id: String
    package var kind: Kind
    /// Indices of its sessions, by order and part.
    package var sessions: [Int] = []
    package var earliest: CivilDate?
    package var latest: CivilDate?
    package var open: WeeklyPattern
    /// Where it must be held; nil: any one site.
    package var site: Int?
    /// Seats that its rooms must have.
    package var size: Int
    /// Trainees who want a seat; one without costs `seats`.
    package var attendance: Int
    /// Days over which its sessions should be spread; each day short costs `days`.
    package var wantedDays: Int
    package var maxPeriodsDay: Int
    /// Only these may hold it; empty: anyone qualified.
    package var people: Set<Int>
    package var minLecturers: Int
    /// Days between two of its meetings; only for mentoring.
    package var minGapDays: Int
    /// Indices of the trainees that attend it, each once, in the order of their enrolment.
    package var trainees: [Int]

    package init(
      id: String, kind: Kind = .taught, earliest: CivilDate? = nil, latest: CivilDate? = nil,
      open: WeeklyPattern, site: Int? = nil, size: Int = 0, attendance: Int? = nil, wantedDays: Int = 0,
      maxPeriodsDay: Int = 8, people: Set<Int> = [], minLecturers: Int = 1, minGapDays: Int = 0,
      trainees: [Int] = []
    ) {
      self.id = id
      self.kind = kind
      self.earliest = earliest
      self.latest = latest
      self.open = open
      self.site = site
      self.size = size
      self.attendance = attendance ?? size
      self.wantedDays = wantedDays
      self.maxPeriodsDay = maxPeriodsDay
      self.people = people
      self.minLecturers = minLecturers
      self.minGapDays = minGapDays
      var known: Set<Int> = []
      self.trainees = trainees.filter { known.insert($0).inserted }
    }
  }

  /// One session, held within one block of one day.
  package struct Session: Sendable {
    package var series: Int
    /// Sessions of a lower order come before it.
    package var order: Int
    /// The module; sessions of one module follow by part.
    package var module: String
    package var part: Int
    package var periods: Int
    package var qualification: String?
    package var features: Set<String>
    /// How many people hold it together.
    package var team: Int
    /// Days after the last session of a lower order.
    package var gapDays: Int
    /// What must hold of its placement; usually nothing.
    package var pins: [Pin]

    package init(
      series: Int, order: Int = 1, module: String, part: Int = 1, periods: Int, qualification: String? = nil,
      features: Set<String> = [], team: Int = 1, gapDays: Int = 0, pins: [Pin] = []
    ) {
      self.series = series
      self.order = order
      self.module = module
      self.part = part
      self.periods = periods
      self.qualification = qualification
      self.features = features
      self.team = team
      self.gapDays = gapDays
      self.pins = pins
    }
  }

  /// What must hold of a session's placement; nil: free.
  package struct Pin: Hashable, Sendable {
    package let date: CivilDate?
    package let block: Int?
    package let first: Int?
    package let room: Int?
    package let people: Set<Int>?

    package init(date: CivilDate?, block: Int?, first: Int?, room: Int?, people: Set<Int>?) {
      self.date = date
      self.block = block
      self.first = first
      self.room = room
      self.people = people
    }
  }
}

extension Problem {
  /// Whether the person's roles and qualifications, and the series' own list, let it hold the session.
  package func isEligible(_ person: Int, for session: Int) -> Bool {
    let needed = sessions[session]
    let series = series[needed.series]
    let candidate = people[person]
    guard candidate.isKnown, series.people.isEmpty || series.people.contains(person) else { return false }
    guard series.kind == .taught else { return candidate.isMentor }
    return candidate.isLecturer && needed.qualification.map(candidate.qualifications.contains) ?? true
  }

  /// Whether the room has the seats and features for the session and stands where its series may be.
  package func isSuitable(_ room: Int, for session: Int) -> Bool {
    let needed = sessions[session]
    let series = series[needed.series]
    let candidate = rooms[room]
    return candidate.capacity >= series.size && needed.features.isSubset(of: candidate.features)
      && (series.site.map { $0 == candidate.site } ?? true)
  }

  /// Minutes that a person needs from a session of one series and site to the next.
  func minutes(from: (kind: Series.Kind, site: Int?), to: (kind: Series.Kind, site: Int?)) -> Int {
    if from.kind == .visit || to.kind == .visit { return defaultTravelMinutes }
    guard let origin = from.site, let destination = to.site, origin != destination else { return 0 }
    return travelMinutes[origin * sites.count + destination]
  }

  /// The block that starts first and the one that starts last in a day.
  var outerBlocks: (first: Int, last: Int)? {
    let byStart = blocks.indices.sorted { (blocks[$0].start, $0) < (blocks[$1].start, $1) }
    guard let first = byStart.first, let last = byStart.last else { return nil }
    return (first, last)
  }

  /// Periods a lecturer teaches when all teach alike: ceil(all lecturer-periods / number of lecturers).
  package var fairLoad: Int {
    let teaching = sessions.filter { series[$0.series].kind == .taught }.reduce(0) {
      $0 + $1.periods * $1.team
    }
    let lecturers = max(1, people.count { $0.isKnown && $0.isLecturer })
    return (teaching + lecturers - 1) / lecturers
  }
}
