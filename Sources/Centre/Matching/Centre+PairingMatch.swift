package import Civil
import Indicators
package import Interchange
package import Mentors
package import Reports

/// Two sides of a pairing matched: what came of it, and how it is told.
package struct PairingMatching: Sendable {
  package let kind: Pairing.Kind
  package let matching: Matching
  package let report: Report
  package let problems: [ImportProblem]
}

extension Centre {
  /// Reads both sides of a pairing; nothing is stored.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package func readMatchMembers(
    _ bytes: [UInt8], file: String
  ) throws(CentreError) -> FileReading<MatchMember> {
    try inWorkbook(file) { () throws(WorkbookError) in try MatchMemberFile.read(bytes, file: file) }
  }

  /// Matches those who are helped with those who help; nothing is stored.
  ///
  /// Pairings of the kind that are in force stay and take places. `seats` are those of the helped, where the list says
  /// nothing. Throws where the file of wishes is a workbook that cannot be opened, or no rule is set.
  package func matchPairings(
    _ members: [MatchMember], kind: Pairing.Kind, seats: Seats, mode: Matching.Mode,
    wishes file: WishSource? = nil, asOf day: CivilDate
  ) throws(CentreError) -> PairingMatching {
    let rule = try self.rule(\.matching, .matching, in: "", on: day)
    let held = try pairings(knownOn: day).filter { $0.kind == kind && $0.holds(on: day) }
    let (helped, helpers) = (members.filter { !$0.isHelper }, members.filter(\.isHelper))
    let ids = (Set(helped.map(\.profile.id)), Set(helpers.map(\.profile.id)))
    let wishes = try readWishes(file, seekers: ids.0, helpers: ids.1)
    let own = Dictionary(grouping: wishes.rows.map(\.row), by: \.chooser)
    // A partner who is not on the list takes a place all the same.
    var outside: [String: Int] = [:]
    for one in held where ids.0.contains(one.helped) != ids.1.contains(one.helper) {
      outside[ids.0.contains(one.helped) ? one.helped : one.helper, default: 0] += 1
    }
    func member(_ one: MatchMember, _ seats: Seats) -> Matching.Member {
      var profile = one.profile
      profile.take(own[profile.id] ?? [])
      let left = max(0, (one.places ?? seats.capacity) - (outside[profile.id] ?? 0))
      return Matching.Member(profile, Seats(minimum: seats.minimum, capacity: left))
    }
    let matching = Matching(
      helped.map { member($0, seats) }, with: helpers.map { member($0, Seats(minimum: 0, capacity: 1)) },
      fixed: held.map { (seeker: $0.helped, helper: $0.helper) }
        .filter { ids.0.contains($0.seeker) && ids.1.contains($0.helper) },
      mode: mode, settings: rule.settings, criteria: .ofPairings)
    let heads = kind.heads
    return PairingMatching(
      kind: kind, matching: matching,
      report: .matching(
        matching, asOf: day, seekers: heads.helped, helpers: heads.helper,
        names: FollowedNames(
          people: Dictionary(members.map { ($0.profile.id, $0.profile.name) }) { first, _ in first })),
      problems: wishes.problems)
  }

  /// Records the matches as pairings from today on; returns their ids.
  package func record(_ found: PairingMatching, in language: Language) throws(CentreError) -> [String] {
    try pair(
      found.matching.matches.filter { !$0.isFixed }.map { match in
        (
          PairingEntry(kind: found.kind, helper: match.helper, helped: match.seeker),
          Wording(
            zh: "\(found.matching.mode.name.chinese)：\(match.sentence.chinese)",
            en: "\(found.matching.mode.name.english): \(match.sentence.english)")[language]
        )
      })
  }
}
