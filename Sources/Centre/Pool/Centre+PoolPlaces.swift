package import Civil
import FollowUp
import Indicators
package import Mentors
import Store

extension Centre {
  /// Whom the members of the pool help, as known on a day: who has a place with whom.
  ///
  /// A trainee has a place with a mentor by an assignment, or from a meeting until as many days after the last one as the
  /// rule of the expert team says.
  package func mentorRelations(knownOn day: CivilDate) throws(CentreError) -> [MentorRelation] {
    let assigned = try assignments(knownOn: day)
    guard let days = guidanceDays(on: day) else { return assigned.map(\.relation) }
    return assigned.relations(with: MentorRelation.guided(by: try guidance(knownOn: day), days: days))
  }

  /// For how many days a trainee counts as guided after a meeting; nil where no regulation says.
  func guidanceDays(on day: CivilDate) -> Int? {
    (try? rule(\.team, .team, in: "", on: day))?.guidanceDays
  }

  /// What guidance that is to be entered is looked at with.
  func guidanceCheck(knownOn day: CivilDate) throws(CentreError) -> GuidanceCheck {
    let pool = try poolMembers(asOf: day)
    let sessions = pool.isEmpty ? [] : try guidance(knownOn: day)
    return GuidanceCheck(
      pool, sessions: sessions, assignments: pool.isEmpty ? [] : try assignments(knownOn: day),
      guidanceDays: guidanceDays(on: day), knownOn: day)
  }

  /// What an officer should know of guidance that is to be entered, each sentence once.
  package func concerns(about sessions: [GuidanceSession]) throws(CentreError) -> [GuidanceConcern] {
    var check = try guidanceCheck(knownOn: today())
    var told: Set<GuidanceConcern> = []
    return sessions.flatMap { check.concerns(of: $0) }.filter { told.insert($0).inserted }
  }

  /// The id of the member of the pool that is meant by an id or a name; what was given where that is nobody.
  package func mentorID(_ text: String, asOf day: CivilDate) throws(CentreError) -> String {
    GuidanceCheck(try poolMembers(asOf: day), sessions: [], guidanceDays: nil, knownOn: day).mentor(text)
  }
}

/// In which links somebody of the pool guides, by area, on a day.
struct GuidedLinks {
  private let serving: [PoolMember]
  private let hasPool: Bool
  private var known: [String: Set<ServiceLink>] = [:]

  init(_ pool: [PoolRecord], on day: CivilDate) {
    hasPool = !pool.isEmpty
    serving = pool.map(\.member).filter { $0.isServing(on: day) }
  }

  /// All links where the centre keeps no pool: then nothing can be said.
  mutating func links(in area: String) -> Set<ServiceLink> {
    guard hasPool else { return Set(ServiceLink.allCases) }
    if let links = known[area] { return links }
    let links = Set(serving.filter { $0.serves(area) }.flatMap(\.guidedLinks))
    known[area] = links
    return links
  }
}
