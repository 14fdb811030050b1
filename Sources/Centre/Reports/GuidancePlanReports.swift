import Civil
import Mentors
import Planning
package import Reports

extension Centre {
  /// What was planned, as a page.
  package func report(on draft: GuidanceDraft) throws(CentreError) -> Report {
    try report(
      draft.plan, on: draft.days, draft.list, appointments: draft.appointments)
  }

  /// That nothing was to be planned, with who has a meeting already and who waits.
  package func report(onNothingFrom list: GuidanceList) throws(CentreError) -> Report {
    let bundle = try facts()
    let today = try today()
    let plan = GuidancePlan(
      rows: [], meetings: [], waiting: [], trips: [], bundle: bundle, unplaced: [],
      judgement: Planner(bundle).judge([]), steps: 0)
    return try report(plan, on: today...today, list, appointments: [:])
  }

  private func report(
    _ plan: GuidancePlan, on days: ClosedRange<CivilDate>, _ list: GuidanceList,
    appointments: [SessionKey: String]
  ) throws(CentreError) -> Report {
    let needs =
      plan.meetings.map(\.need) + plan.waiting.map(\.need) + list.waiting.map(\.need)
      + list.covered.map(\.need) + list.lapsed
    return .guidancePlan(
      plan, on: days, covered: list.covered.map { ($0.need, $0.row) }, waiting: list.waiting,
      lapsed: list.lapsed, appointments: appointments,
      names: try names(of: Array(Set(needs.map(\.trainee))).sorted()),
      mentors: Dictionary(plan.bundle.people.map { ($0.id, $0.name) }) { first, _ in first },
      rooms: Dictionary(plan.bundle.rooms.map { ($0.id, $0.name) }) { first, _ in first })
  }
}
