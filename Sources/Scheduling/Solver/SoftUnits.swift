/// Units of each soft constraint.
struct SoftUnits: Equatable, Sendable {
  var span = 0
  var gap = 0
  var lecturers = 0
  var rooms = 0
  var load = 0
  var rest = 0
  var sites = 0
  var moved = 0
  var seats = 0
  var days = 0
  var compactness = 0

  /// By the id of the constraint.
  subscript(id: String) -> Int? {
    switch id {
    case Constraint.span.id: span
    case Constraint.gap.id: gap
    case Constraint.lecturers.id: lecturers
    case Constraint.rooms.id: rooms
    case Constraint.load.id: load
    case Constraint.rest.id: rest
    case Constraint.sites.id: sites
    case Constraint.moved.id: moved
    case Constraint.seats.id: seats
    case Constraint.days.id: days
    case Constraint.compactness.id: compactness
    default: nil
    }
  }
}

/// The price of each unit.
struct SoftPrices: Sendable {
  let span: Double
  let gap: Double
  let lecturers: Double
  let rooms: Double
  let load: Double
  let rest: Double
  let sites: Double
  let moved: Double
  let seats: Double
  let days: Double
  let compactness: Double
  /// What a session that is not placed costs during the search: more than it could ever save.
  let unplaced: Double

  init(_ weights: Weights) {
    span = weights[.span]
    gap = weights[.gap]
    lecturers = weights[.lecturers]
    rooms = weights[.rooms]
    load = weights[.load]
    rest = weights[.rest]
    sites = weights[.sites]
    moved = weights[.moved]
    seats = weights[.seats]
    days = weights[.days]
    compactness = weights[.compactness]
    let usual = span + gap + lecturers + rooms + load + rest + sites + moved
    unplaced = 50 + 5 * (usual + seats + days + compactness)
  }

  func cost(_ units: SoftUnits) -> Double {
    let perClass = Double(units.span) * span + Double(units.gap) * gap + Double(units.rooms) * rooms
    let perPerson = Double(units.load) * load + Double(units.rest) * rest + Double(units.sites) * sites
    let spread =
      Double(units.seats) * seats + Double(units.days) * days + Double(units.compactness) * compactness
    return perClass + perPerson + Double(units.lecturers) * lecturers + Double(units.moved) * moved + spread
  }
}
