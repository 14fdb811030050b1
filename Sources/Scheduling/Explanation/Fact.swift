package import Civil

/// One thing given that limits where sessions can go: a cell of a table, or a row.
///
/// Indices are those of the problem; owners, modules and pairs of sites those of ``FactSources``. What a problem
/// becomes without a fact is told by ``Excerpt``: dropping one never takes a place away.
package enum Fact: Hashable, Sendable {
  /// A class or a request for mentoring is to be held; without it, it has no sessions.
  case held(Int)
  case earliest(Int)
  case latest(Int)
  case site(Int)
  /// Seats that a series needs.
  case seats(Int)
  /// Who alone may hold a series.
  case people(Int)
  case meetingGap(Int)
  /// That meetings are in the office or visits; without it they are on line.
  case mode(Int)
  case attends(trainee: Int, series: Int)
  // Shared by the series of an owner.
  case open(Int)
  case dayLimit(Int)
  case variety(Int)
  // Of a module.
  case module(Int)
  case qualification(Int)
  case features(Int)
  case team(Int)
  case gapDays(Int)
  case order(Int)
  // Of a person.
  case personOpen(Int)
  case personDay(Int)
  case personWeek(Int)
  case busy(person: Int, event: Int)
  // Of all people: who holds a qualification, who lectures, who mentors.
  case holders(String)
  case lecturers
  case mentors
  // Of rooms: one's pattern; all rooms' seats; which rooms have a feature.
  case roomOpen(Int)
  case capacity
  case equipped(String)
  // Of places and time.
  case travel(Int, Int)
  case defaultTravel
  case planStart
  case planEnd
  case holiday(CivilDate)
  case pin(session: Int, pin: Int, PinnedPart)

  /// What a pin can give.
  package enum PinnedPart: Int, CaseIterable, Hashable, Sendable {
    case date, block, first, room, people
  }
}

extension Fact {
  /// Hashed as one number, as sets of facts are made over and over.
  package func hash(into hasher: inout Hasher) {
    let (kind, first, second) = numbers
    hasher.combine(kind << 58 ^ first << 29 ^ second)
    switch self {
    case .holders(let word), .equipped(let word): hasher.combine(word)
    default: break
    }
  }

  /// The case's own number, and what it holds.
  private var numbers: (kind: Int, first: Int, second: Int) {
    switch self {
    case .held(let one): (0, one, 0)
    case .earliest(let one): (1, one, 0)
    case .latest(let one): (2, one, 0)
    case .site(let one): (3, one, 0)
    case .seats(let one): (4, one, 0)
    case .people(let one): (5, one, 0)
    case .meetingGap(let one): (6, one, 0)
    case .mode(let one): (7, one, 0)
    case .attends(let trainee, let series): (8, trainee, series)
    case .open(let one): (9, one, 0)
    case .dayLimit(let one): (10, one, 0)
    case .variety(let one): (11, one, 0)
    case .module(let one): (12, one, 0)
    case .qualification(let one): (13, one, 0)
    case .features(let one): (14, one, 0)
    case .team(let one): (15, one, 0)
    case .gapDays(let one): (16, one, 0)
    case .order(let one): (17, one, 0)
    case .personOpen(let one): (18, one, 0)
    case .personDay(let one): (19, one, 0)
    case .personWeek(let one): (20, one, 0)
    case .busy(let person, let event): (21, person, event)
    case .holders: (22, 0, 0)
    case .lecturers: (23, 0, 0)
    case .mentors: (24, 0, 0)
    case .roomOpen(let one): (25, one, 0)
    case .capacity: (26, 0, 0)
    case .equipped: (27, 0, 0)
    case .travel(let one, let other): (28, one, other)
    case .defaultTravel: (29, 0, 0)
    case .planStart: (30, 0, 0)
    case .planEnd: (31, 0, 0)
    case .holiday(let date): (32, date.daysSinceEpoch, 0)
    case .pin(let session, let pin, let part): (33, session, pin << 3 | part.rawValue)
    }
  }
}

/// Which facts of a problem stand in one cell that several series share, and which cells there are.
package struct FactSources: Sendable {
  /// By series: who owns its pattern, its periods a day and its number of lecturers; nil: no cell gives it.
  package var openOwner: [Int?]
  package var dayOwner: [Int?]
  package var varietyOwner: [Int?]
  /// By series: whether cells of its own give its first and last date.
  package var hasEarliest: [Bool]
  package var hasLatest: [Bool]
  /// By session: its module; nil for a meeting.
  package var moduleOf: [Int?]
  /// Pairs of sites, smaller index first, of which a row gives the minutes; the others have the default.
  package var givenTravel: Set<[Int]>

  package init(
    openOwner: [Int?], dayOwner: [Int?], varietyOwner: [Int?], hasEarliest: [Bool], hasLatest: [Bool],
    moduleOf: [Int?], givenTravel: Set<[Int]>
  ) {
    self.hasEarliest = hasEarliest
    self.hasLatest = hasLatest
    self.openOwner = openOwner
    self.dayOwner = dayOwner
    self.varietyOwner = varietyOwner
    self.moduleOf = moduleOf
    self.givenTravel = givenTravel
  }

  /// Each series and each module on its own: no cell is shared.
  package init(_ problem: Problem) {
    let classes = problem.series.indices.map { problem.series[$0].kind == .taught ? $0 : nil }
    openOwner = classes
    dayOwner = classes
    varietyOwner = classes
    hasEarliest = problem.series.map { $0.earliest != nil }
    hasLatest = problem.series.map { $0.latest != nil }
    var known: [String: Int] = [:]
    moduleOf = problem.sessions.map { session in
      guard problem.series[session.series].kind == .taught else { return nil }
      let key = "\(session.series)/\(session.module)"
      let index = known[key] ?? known.count
      known[key] = index
      return index
    }
    givenTravel = Set(
      problem.sites.indices.flatMap { from in problem.sites.indices.dropFirst(from + 1).map { [from, $0] } })
  }
}
