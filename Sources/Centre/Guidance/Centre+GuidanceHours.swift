package import Civil
import Cohorts
import Indicators
import Mentors
package import Planning
package import Reports
import Store

extension Centre {
  /// The guidance wanted in a period against the hours of the mentors, and the page that says so.
  ///
  /// Links and ways are wanted as often as guidance was given in them by today, or alike where none was; chains are
  /// those in force. Sessions are those of the timetable in force; guided are trainees of the plan and of earlier years
  /// who had guidance.
  package func guidanceHours(
    wanted: Int, period: ClosedRange<CivilDate>, minutes: Int, area: String, calendar: WorkingCalendar
  ) throws(CentreError) -> (hours: GuidanceHours, report: Report) {
    let today = try today()
    let rows = try publishedRows() ?? []
    var bundle = try facts(with: rows)
    bundle.calendar.merge(calendar)
    bundle.addBusy(try standingOccurrences(within: period, bundle), beside: rows)
    let sessions = try guidance(knownOn: today).filter(\.wasHeld)
    let chain = (try? rule(\.serviceChain, .serviceChain, in: area, on: today))?.links ?? ServiceLink.allCases
    let given = Dictionary(grouping: sessions) { GuidanceHours.Want($0.link, $0.mode) }.mapValues(\.count)
    let shares =
      given.isEmpty ? Dictionary(chain.map { (GuidanceHours.Want($0), 1) }) { first, _ in first } : given
    let trainees = Set(bundle.trainees.map(\.id)).union(sessions.map(\.trainee))
    let length = bundle.blocks.map(\.periodMinutes).min() ?? 45
    let hours = GuidanceHours(
      bundle, rows: rows.filter { period.contains($0.date) }, period: period, wanted: wanted, shares: shares,
      trainees: trainees.count, periods: max(1, (minutes + length / 2) / length),
      experts: try experts(in: bundle))
    let basis =
      given.isEmpty
      ? Wording(
        zh: "还没有指导记录：各环节按相等计，方式不限。", en: "No guidance is on record: the links count alike, by any way.")
      : Wording(
        zh: "各环节、各方式的比例按已有指导记录 \(sessions.count) 人次。",
        en: "Links and ways are wanted as in the \(sessions.count) meetings on record.")
    return (
      hours,
      .guidanceHours(
        hours, given: GuidanceCount(sessions, in: period), basis: basis,
        mentors: Dictionary(bundle.people.map { ($0.id, $0.name) }) { first, _ in first })
    )
  }
}
