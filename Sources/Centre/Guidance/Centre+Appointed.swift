import Civil
package import Mentors
import Planning

/// Members of the pool who may guide, though the table `people` does not name them mentors.
package struct AppointedGuides: Hashable, Sendable {
  /// Those of the plan's people: they guide in the office and on line, in the hours that they gave.
  package var planned: [String] = []
  /// Those who are none of the plan's people: nobody knows their hours.
  package var leftOut: [PoolRecord] = []
}

extension Centre {
  /// The facts with those as mentors whom the pool has appointed to guide, now or when a meeting of `rows` was theirs.
  ///
  /// Requests of the bundle that leave the mentor open stay with those whom the table names mentors.
  func appointing(
    _ bundle: PlanningBundle, for rows: [TimetableRow] = []
  ) throws(CentreError) -> PlanningBundle {
    let others = bundle.people.filter { !$0.roles.contains(.mentor) }.map(\.id)
    guard !others.isEmpty else { return bundle }
    let today = try today()
    let own = Dictionary(
      rows.filter { $0.kind == .mentoring }.flatMap { row in row.people.map { ($0, [row.date]) } },
      uniquingKeysWith: +)
    let members = try poolMembers(asOf: today).map(\.member)
    let appointed = Set(
      members.filter { member in
        member.guides
          && ([today] + (own[member.id] ?? [])).contains { member.isServing(on: $0, knownOn: today) }
      }.map(\.id)
    ).intersection(others)
    guard !appointed.isEmpty else { return bundle }
    var bundle = bundle
    let mentors = Set(bundle.people.filter { $0.roles.contains(.mentor) }.map(\.id))
    for index in bundle.mentoring.indices
    where bundle.mentoring[index].mentor == nil && bundle.mentoring[index].candidates.isEmpty {
      bundle.mentoring[index].candidates = mentors
    }
    bundle.people = bundle.people.map { appointed.contains($0.id) ? $0.adding(.mentor) : $0 }
    return bundle
  }

  /// Who of the pool guides without being named a mentor, and who is left out for want of a row.
  func appointedGuides() throws(CentreError) -> AppointedGuides {
    let today = try today()
    let people = Dictionary(try facts().people.map { ($0.id, $0.roles) }) { first, _ in first }
    let serving = try poolMembers(asOf: today).filter { $0.member.isServing(on: today) && $0.member.guides }
      .sorted { $0.id < $1.id }
    return AppointedGuides(
      planned: serving.map(\.id).filter { people[$0].map { !$0.contains(.mentor) } ?? false },
      leftOut: serving.filter { people[$0.id] == nil })
  }
}

extension PoolMember {
  /// Whether it guides in any link of the chain; teaching alone is no guidance.
  fileprivate var guides: Bool { !links.subtracting([.training]).isEmpty }
}
