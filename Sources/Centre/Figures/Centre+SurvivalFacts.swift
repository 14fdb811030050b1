package import Civil
import FollowUp
package import Reports
import Store

extension Centre {
  /// What the survival report of an area is made of, as of a date, with what was known on a day.
  package func survivalFacts(
    area: String?, asOf date: CivilDate, knownOn day: CivilDate
  ) throws(CentreError) -> SurvivalFacts {
    let lives = try ventureLives(
      area: area ?? "", by: SurvivalDivision.allCases, asOf: date, knownOn: day)
    let watched = lives.lives.map { (start: $0.start, lifetime: $0.lifetime) }
    let late = lives.lives.reduce(0) { sum, life in
      sum + life.record.states.lateEntries(upTo: date, closedOn: day).count
    }
    return SurvivalFacts(
      areaName: try areaName(area), date: date, knownOn: day, rule: lives.rule,
      breakdown: SurvivalBreakdown(
        watched.map(\.lifetime), by: lives.divisions, least: lives.rule.leastGroup),
      responses: lives.rule.horizons.map { horizon in
        (horizon, Response(aliveAfter: horizon.days, of: watched, asOf: date))
      }, lateEntries: late)
  }
}
