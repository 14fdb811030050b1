import Civil
import Synchronization

/// The zones of one calendar file: the system's by IANA or Windows name, else those that the file describes.
struct ZoneDirectory {
  private var described: [String: ZoneClock] = [:]
  /// Names that stand for no zone at all.
  private(set) var unknown: Set<String> = []
  /// The zone of times that name none.
  private(set) var floating: ZoneClock
  let centre: ZoneClock

  init(centre: ZoneClock, floating: ZoneClock) {
    self.centre = centre
    self.floating = floating
  }

  /// Keeps what a VTIMEZONE says, for names that are not the system's.
  mutating func add(_ node: CalendarNode, budget: inout WorkBudget) throws(WorkBudget.Exhausted) {
    guard let name = node["TZID"]?.value, described[name] == nil, SystemZones.clock(named: name) == nil,
      let clock = try ZoneClock(node, budget: &budget)
    else { return }
    described[name] = clock
  }

  /// Takes the zone that the calendar names for times without one; an unknown name is remembered.
  mutating func setFloating(_ name: String) { floating = clock(of: .zoned(name)) }

  /// The clock of a form of time; an unknown name counts as no name and is remembered.
  mutating func clock(of form: WallTime.Form) -> ZoneClock {
    switch form {
    case .date: return centre
    case .floating: return floating
    case .utc: return .utc
    case .zoned(let name):
      if let clock = described[name] ?? SystemZones.clock(named: name) { return clock }
      unknown.insert(name)
      return floating
    }
  }
}

/// The zones of the system's time zone database, read through libical once each.
enum SystemZones {
  private static let known = Mutex<[String: ZoneClock?]>([:])

  /// The zone with that IANA or Windows name, also behind a vendor's prefix (`/mozilla.org/20050126_1/Asia/Tokyo`).
  static func clock(named name: String) -> ZoneClock? {
    guard name.utf8.count <= 100 else { return nil }
    if let windows = windowsZones[name] { return clock(ofIANA: windows) }
    if let clock = clock(ofIANA: name) { return clock }
    guard name.hasPrefix("/") else { return nil }
    let parts = name.split(separator: "/")
    for count in [3, 2, 1] where parts.count > count {
      if let clock = clock(ofIANA: parts.suffix(count).joined(separator: "/")) { return clock }
    }
    return nil
  }

  /// The zone with exactly that IANA name.
  static func clock(ofIANA name: String) -> ZoneClock? {
    if ["UTC", "GMT", "Etc/UTC", "Z"].contains(name) { return .utc }
    return known.withLock { known in
      if let clock = known[name] { return clock as ZoneClock? }
      var budget = WorkBudget(1_000_000)
      let clock = component(ofIANA: name).flatMap { try? ZoneClock($0, budget: &budget) }
      known[name] = .some(clock)
      return clock
    }
  }

  /// Libical's VTIMEZONE of the zone with exactly that IANA name.
  static func node(ofIANA name: String) -> CalendarNode? {
    known.withLock { _ in component(ofIANA: name) }
  }

  private static func component(ofIANA name: String) -> CalendarNode? {
    // The name becomes part of a path.
    let isPlain = name.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "_+-/".utf8.contains($0)
    }
    guard isPlain, !name.isEmpty, !name.hasPrefix("/"), name.utf8.count <= 64 else { return nil }
    return Component(builtInZone: name)?.node
  }
}
