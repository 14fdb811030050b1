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
  /// The areas' codes, by trainee.
  package let areas: [String: String]

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
  /// Those count whose class has ended, and those who had guidance; the way begins with the first of the two. `area`
  /// blank: everywhere. Throws where no regulation sets a chain.
  package func chain(area: String, asOf day: CivilDate) throws(CentreError) -> ChainStanding {
    let chain = try rule(\.serviceChain, .serviceChain, in: area, on: day)
    let (cases, sessions, others, requests) = try stored { store throws(StoreError) in
      (
        try store.followUpCases(officer: nil, endedBy: day), try store.guidance(knownOn: day),
        try store.chainServices(in: Set(chain.links), knownOn: day), try store.helpRequests()
      )
    }
    var starts: [String: CivilDate] = [:]
    var areas: [String: String] = [:]
    for one in cases {
      starts[one.subject] = min(starts[one.subject] ?? one.classEnd, one.classEnd)
      areas[one.subject] = one.area
    }
    for session in sessions {
      starts[session.trainee] = min(starts[session.trainee] ?? session.on, session.on)
    }
    let unplaced = starts.keys.filter { areas[$0] == nil }.sorted()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: unplaced) }
    for trainee in unplaced { areas[trainee] = names[trainee]?.area ?? "" }
    let prefix = AreaCode.prefix(area)
    let own = Dictionary(grouping: sessions, by: \.trainee)
    let open = Dictionary(
      grouping: requests.filter { $0.openedOn <= day && $0.closedOn.map { $0 > day } ?? true }, by: \.subject)
    var guided = GuidedLinks(try poolMembers(asOf: day), on: day)
    var places: [ChainPlace] = []
    var stuck: [StuckTrainee] = []
    for (trainee, start) in starts.sorted(by: { $0.key < $1.key }) {
      guard AreaCode.prefix(areas[trainee] ?? "").hasPrefix(prefix) else { continue }
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
      stuck: stuck.sorted { ($1.days - $1.limit, $0.place.trainee) < ($0.days - $0.limit, $1.place.trainee) },
      areas: areas)
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
