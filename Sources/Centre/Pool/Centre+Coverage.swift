package import Civil
import FollowUp
import Indicators
package import Mentors
import Planning
import Scheduling
import Store

extension Centre {
  /// The expert team against its rule on a day: who is missing, what ends soon, and places and lecturers against the
  /// demand of the plan, of open requests and of those who are stuck.
  ///
  /// The team is the centre's; `area` chooses the rule and whose demand is looked at. Throws where no regulation sets one.
  package func teamCoverage(area: String = "", asOf day: CivilDate) throws(CentreError) -> TeamCoverage {
    let rule = try rule(\.team, .team, in: area, on: day)
    let pool = try poolMembers(asOf: day)
    let relations = try mentorRelations(knownOn: day)
    let plan = try stored { store throws(StoreError) in try store.facts() }
    let demand = try guidanceDemand(area: area, relations: relations, plan: plan, asOf: day)
    let teaching = plan.map { $0.centre.planTo >= day ? $0.teaching(without: pool, on: day) : [] }
    let chain = try? self.rule(\.serviceChain, .serviceChain, in: area, on: day)
    let (taught, planned) = try periods(ofYearOf: day)
    return TeamCoverage(
      of: pool.map(\.member), rule: rule, chain: chain?.links ?? [], asOf: day, relations: relations,
      demand: demand, taught: taught, planned: planned, teaching: teaching ?? [])
  }

  /// Periods of class in the year of a day: those up to the day, and those that are published for the rest of the year.
  package func periods(
    ofYearOf day: CivilDate
  ) throws(CentreError) -> (taught: [String: Int], planned: [String: Int]) {
    let first = CivilDate(year: day.year, month: 1, day: 1) ?? day
    let last = CivilDate(year: day.year, month: 12, day: 31) ?? day
    return try stored { store throws(StoreError) in
      (
        try store.publishedPeriods(within: first...day),
        day < last ? try store.publishedPeriods(within: (day + 1)...last) : [:]
      )
    }
  }

  /// Who asks for help now: trainees who are stuck in the chain, open requests, and meetings that the plan asks for.
  private func guidanceDemand(
    area: String, relations: [MentorRelation], plan: PlanningBundle?, asOf day: CivilDate
  ) throws(CentreError) -> GuidanceDemand {
    var demand = GuidanceDemand()
    var people: Set<String> = []
    for stuck in (try? chain(area: area, asOf: day))?.stuck ?? [] {
      demand.byLink[stuck.link, default: 0] += 1
      people.insert(stuck.place.trainee)
    }
    let requests = try stored { store throws(StoreError) in try store.helpRequests(knownOn: day) }
      .filter { $0.closedOn == nil }
    let isHere = try self.people(of: area, requests.map(\.subject), knownOn: day)
    for request in requests where isHere(request.subject) {
      demand.byLink[request.kind.link, default: 0] += 1
      people.insert(request.subject)
    }
    for request in plan?.mentoring ?? [] where (request.latest ?? plan?.centre.planTo ?? day) >= day {
      people.insert(request.trainee)
    }
    let industries = try stored { store throws(StoreError) in try store.industries(of: people.sorted()) }
    for industry in industries.values {
      if let section = IndustryScope(industry)?.section { demand.bySection[section, default: 0] += 1 }
    }
    let helped = Set(relations.filter { $0.holds(on: day) }.map(\.subject))
    demand.places = people.subtracting(helped).count
    return demand
  }
}

extension PlanningBundle {
  /// Periods that the plan's classes need of lecturers, and that those may give who are not out of the pool.
  fileprivate func teaching(without pool: [PoolRecord], on day: CivilDate) -> [TeamCoverage.Teaching] {
    let out = Set(
      pool.filter { [.ended, .over, .suspended].contains($0.member.standing(on: day)) }.map(\.id))
    var plan = self
    plan.people.removeAll { out.contains($0.id) }
    return Planner(plan).capacity().rows.compactMap { row in
      guard case .lecturers(let qualification) = row.subject else { return nil }
      return TeamCoverage.Teaching(
        qualification: qualification, capacity: row.supply, wanted: row.need, short: max(0, -row.spare))
    }
  }
}

extension HelpRequest.Kind {
  /// The link of the chain in which such help is given.
  var link: ServiceLink {
    switch self {
    case .projectApplication: .projectDevelopment
    case .fundRaising: .financing
    case .licences: .openingGuidance
    case .businessDifficulty: .followUp
    case .planning: .planDesign
    }
  }
}
