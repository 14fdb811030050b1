package import Civil

/// How many events of each kind a region asks for in a year (不少于3次、5次、2次).
package struct OutreachQuota: RegulationRule {
  package let stamp: RuleStamp
  package let least: [OutreachEvent.Kind: Int]

  package init(stamp: RuleStamp, least: [OutreachEvent.Kind: Int]) {
    self.stamp = stamp
    self.least = least
  }
}

/// The events of a period, counted once each however many units held them.
package struct OutreachCount: Hashable, Sendable {
  /// The events of one kind against what is asked.
  package struct Line: Hashable, Sendable {
    package let kind: OutreachEvent.Kind
    /// Ids of the events that have been held.
    package let held: [String]
    /// Those of the period that are still to come.
    package let planned: [String]
    package let need: Int
    package let reached: Int
    package let consultations: Int
    package let materials: Int

    package var missing: Int { max(0, need - held.count) }
  }

  /// What one unit may say of itself.
  package struct HostLine: Hashable, Sendable {
    package let host: String
    /// Events that it held alone or leads.
    package let led: [String]
    /// Events of others that it helped to hold.
    package let shared: [String]
    /// Its credit when each event's one credit is divided equally among its hosts: parts of 1; credits of all
    /// hosts add up to the number of events.
    package let credit: Double
  }

  package let lines: [Line]
  package let hosts: [HostLine]
  /// Held events of the period, each once.
  package let held: Int
  /// Events that look like one entered twice, by two of their hosts.
  package let suspectedTwice: [Pair]

  /// Two events that may be one.
  package struct Pair: Hashable, Sendable {
    package let first: String
    package let second: String
  }

  /// An event belongs to the period in which it begins, and is held once its last day has come; one that was
  /// cancelled counts nowhere.
  package init(
    _ events: [OutreachEvent], quota: OutreachQuota?, period: ClosedRange<CivilDate>, asOf date: CivilDate
  ) {
    let here = events.filter { period.contains($0.days.lowerBound) && $0.cancelled == nil }.sorted {
      $0.id < $1.id
    }
    let done = here.filter { $0.days.upperBound <= date }
    held = done.count
    lines = OutreachEvent.Kind.allCases.compactMap { kind in
      let own = done.filter { $0.kind == kind }
      let coming = here.filter { $0.kind == kind && $0.days.upperBound > date }
      let need = quota?.least[kind] ?? 0
      guard need > 0 || !own.isEmpty || !coming.isEmpty else { return nil }
      return Line(
        kind: kind, held: own.map(\.id), planned: coming.map(\.id), need: need,
        reached: own.reduce(0) { $0 + ($1.reached ?? 0) },
        consultations: own.reduce(0) { $0 + ($1.consultations ?? 0) },
        materials: own.reduce(0) { $0 + ($1.materials ?? 0) })
    }
    let names = Set(done.flatMap(\.hosts)).sorted()
    hosts = names.map { host in
      let own = done.filter { $0.hosts.contains(host) }
      return HostLine(
        host: host, led: own.filter { $0.hosts.first == host }.map(\.id),
        shared: own.filter { $0.hosts.first != host }.map(\.id),
        credit: own.reduce(0) { $0 + 1 / Double(Set($1.hosts).count) })
    }
    suspectedTwice = here.enumerated().flatMap { place, first in
      here[(place + 1)...].filter { second in
        first.kind == second.kind && first.days.overlaps(second.days)
          && (first.place == second.place
            || ShingleWeights([]).dice(TextShingles(first.name), TextShingles(second.name)) >= 0.6)
      }.map { Pair(first: first.id, second: $0.id) }
    }
  }
}

/// What an exhibition or contest brought: its projects, and the matches made there.
package struct EventMatches: Hashable, Sendable {
  package let event: String
  package let projects: [String]
  /// Choices by people at the event, by day and id.
  package let matches: [ProjectChoice]
  /// Choices that name a project which was not shown there.
  package let ofOthers: [ProjectChoice]

  package init(_ event: OutreachEvent, choices: [ProjectChoice]) {
    self.event = event.id
    projects = event.allProjects
    let here = choices.filter { $0.event == event.id }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    matches = here.filter { event.allProjects.contains($0.project) }
    ofOthers = here.filter { !event.allProjects.contains($0.project) }
  }

  /// People who found a project there, each once.
  package var people: Int { Set(matches.map(\.person)).count }
}
