package import Civil
import Indicators
import Mentors
package import Planning
package import Reports
import Store

extension Centre {
  /// The guidance wanted in a period against the hours of the mentors, and the page that says so.
  ///
  /// The links are wanted as often as guidance was given in them by today, or alike where none was; chains are those in
  /// force. Sessions are those of the timetable in force.
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
    let given = Dictionary(grouping: sessions, by: \.link).mapValues(\.count)
    let shares =
      given.isEmpty ? Dictionary(chain.map { ($0, 1) }) { first, _ in first } : given
    let length = bundle.blocks.map(\.periodMinutes).min() ?? 45
    let hours = GuidanceHours(
      bundle, rows: rows.filter { period.contains($0.date) }, period: period, wanted: wanted, shares: shares,
      periods: max(1, (minutes + length / 2) / length), experts: try experts(in: bundle))
    let basis =
      given.isEmpty
      ? Wording(zh: "还没有指导记录：各环节按相等计。", en: "No guidance is on record: the links count alike.")
      : Wording(
        zh: "各环节的比例按已有指导记录 \(sessions.count) 人次。",
        en: "The links are wanted as in the \(sessions.count) meetings on record.")
    return (
      hours,
      .guidanceHours(
        hours, given: GuidanceCount(sessions, in: period), basis: basis,
        mentors: Dictionary(bundle.people.map { ($0.id, $0.name) }) { first, _ in first })
    )
  }
}
