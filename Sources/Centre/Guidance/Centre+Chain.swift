package import Civil
import FollowUp
import Indicators
package import Mentors
import Store

/// The service chain of an area on a day: where each trainee stands, who is stuck, and how many came how far.
package struct ChainStanding: Sendable {
  package let chain: ServiceChain
  package let places: [ChainPlace]
  package let stuck: [StuckTrainee]

  package var funnel: ChainFunnel { ChainFunnel(chain, places, stuck: stuck) }
}

/// A meeting that was agreed, and what has become of its day.
package struct AgreedGuidance: Hashable, Sendable {
  /// The meeting in which it was agreed.
  package let session: GuidanceSession
  package let on: CivilDate
  /// Working days since then; 0: it is not over.
  package let overdue: Int
}

extension Centre {
  /// Where the trainees of an area stand in the chain that is in force there, as known on a day.
  ///
  /// Those count who stayed to the end of a class that has ended, and those who had guidance; the way begins with the
  /// first of the two. `area` blank: everywhere. Throws where no regulation sets a chain.
  package func chain(area: String, asOf day: CivilDate) throws(CentreError) -> ChainStanding {
    let chain = try rule(\.serviceChain, .serviceChain, in: area, on: day)
    let (attended, sessions, others, requests) = try stored { store throws(StoreError) in
      (
        try store.attended(area: area, knownOn: day), try store.guidance(knownOn: day),
        try store.chainServices(in: Set(chain.links), knownOn: day), try store.helpRequests(knownOn: day)
      )
    }
    var starts: [String: CivilDate] = [:]
    for one in attended where one.isLocal && one.days.upperBound <= day {
      starts[one.trainee] = min(starts[one.trainee] ?? one.days.upperBound, one.days.upperBound)
    }
    let own = Dictionary(grouping: sessions, by: \.trainee)
    let isHere = try people(of: area, own.keys.filter { starts[$0] == nil }, knownOn: day)
    for (trainee, meetings) in own where starts[trainee] != nil || isHere(trainee) {
      guard let first = meetings.map(\.on).min() else { continue }
      starts[trainee] = min(starts[trainee] ?? first, first)
    }
    let open = Dictionary(grouping: requests.filter { $0.closedOn == nil }, by: \.subject)
    let pool = try poolMembers(asOf: day)
    var guided = GuidedLinks(pool, on: day)
    let all = pool.isEmpty ? [] : Array(starts.keys)
    let areas = try stored { store throws(StoreError) in try store.traineeAreas(of: all, knownOn: day) }
    var places: [ChainPlace] = []
    var stuck: [StuckTrainee] = []
    for (trainee, start) in starts.sorted(by: { $0.key < $1.key }) {
      let meetings = own[trainee] ?? []
      let place = chain.place(
        of: trainee, from: start, services: meetings.compactMap(ChainService.init) + (others[trainee] ?? []),
        asOf: day)
      places.append(place)
      let requests = (open[trainee] ?? []).map { (id: $0.id, since: $0.openedOn) }
      let links = guided.links(in: areas[trainee] ?? "")
      if let found = chain.stuck(place, sessions: meetings, requests: requests, guided: links, asOf: day) {
        stuck.append(found)
      }
    }
    return ChainStanding(
      chain: chain, places: places,
      stuck: stuck.sorted { ($1.days - $1.limit, $0.place.trainee) < ($0.days - $0.limit, $1.place.trainee) })
  }

  /// Which of some people belong to an area with those below it, by what was on record on a day; blank: all do.
  func people(
    of area: String, _ people: [String], knownOn day: CivilDate
  ) throws(CentreError) -> (String) -> Bool {
    let code = AreaCode.prefix(area)
    if code.isEmpty { return { _ in true } }
    let areas = try stored { store throws(StoreError) in
      try store.traineeAreas(of: people, knownOn: day)
    }
    return { areas[$0]?.hasPrefix(code) ?? false }
  }

  /// The meetings that were agreed and are not on record yet, the oldest first: those up to a day.
  package func agreedGuidance(
    mentor: String? = nil, upTo last: CivilDate, asOf day: CivilDate, calendar: WorkingCalendar
  ) throws(CentreError) -> [AgreedGuidance] {
    let sessions = try guidance(knownOn: day)
    var latest: [String: GuidanceSession] = [:]
    for session in sessions where latest[session.trainee].map({ $0.on <= session.on }) ?? true {
      latest[session.trainee] = session
    }
    return latest.values.compactMap { session -> AgreedGuidance? in
      guard let next = session.next, next <= last, mentor.map({ session.mentor == $0 }) ?? true else {
        return nil
      }
      return AgreedGuidance(
        session: session, on: next, overdue: calendar.countWorkingDays(after: next, to: day))
    }.sorted { ($0.on, $0.session.trainee) < ($1.on, $1.session.trainee) }
  }
}
