package import Civil
import Courses
import FollowUp
import Indicators
import ProjectLibrary
package import Reports
import Store

extension ReportKind {
  /// The reports on bases and outreach events.
  static let bases: [ReportKind] = [baseRegisters, outreach]

  static let baseRegisters = ReportKind(
    "bases", Wording(zh: "创业见习基地和孵化基地", en: "Internship hosts and incubators"),
    purpose: Wording(
      zh: "主管看：30 家见习基地等任务完成多少，名额和单元空余多少", en: "hosts and incubators against their quotas, and what is free"),
    takes: [.area]
  ) { centre, request in
    try centre.basesReport(area: request.area ?? "", asOf: request.asOf)
  }

  static let outreach = ReportKind(
    "outreach", Wording(zh: "创业宣传活动台账", en: "Outreach events"),
    purpose: Wording(
      zh: "存档和考核用：各类活动办了几场、还差几场，共办的只计一场", en: "events against their quotas; one of several hosts counts once"),
    takes: [.area, .period]
  ) { centre, request in
    try centre.outreachReport(area: request.area ?? "", within: request.period, asOf: request.asOf)
  }
}

extension Centre {
  /// The bases of an area, with those below it, on a day, as known then.
  package func basesReport(area: String = "", asOf day: CivilDate) throws(CentreError) -> Report {
    let all = try bases(asOf: day)
    let hosts = all.internships.hosts.filter { isIn(area, $0.area) }
    let incubators = all.incubators.incubators.filter { isIn(area, $0.area) }
    let (hostIDs, incubatorIDs) = (Set(hosts.map(\.id)), Set(incubators.map(\.id)))
    let placements = all.internships.placements.filter { hostIDs.contains($0.host) }
    let tenancies = all.incubators.tenancies.filter { incubatorIDs.contains($0.incubator) }
    return .bases(
      InternshipRegister(hosts: hosts, placements: placements),
      IncubatorRegister(incubators: incubators, tenancies: tenancies),
      quota: environment.regulations.rule(\.bases, in: AreaCode(area) ?? .nation, on: day), on: day,
      names: try stayNames(placements, tenancies), areas: try areaNames())
  }

  /// One base with all who were, are and will be there.
  ///
  /// Throws where there is none of the code.
  package func baseReport(_ code: String, asOf day: CivilDate) throws(CentreError) -> Report {
    let bases = try bases(asOf: day)
    if let host = bases.host(code) {
      return .internshipHost(
        host, bases.internships, on: day, names: try stayNames(bases.internships.placements, []),
        areas: try areaNames())
    }
    guard let incubator = bases.incubator(code) else { throw .refused(.noBase(code)) }
    return .incubator(
      incubator, bases.incubators, on: day, names: try stayNames([], bases.incubators.tenancies),
      areas: try areaNames())
  }

  private func stayNames(
    _ placements: [InternshipPlacement], _ tenancies: [Tenancy]
  ) throws(CentreError) -> [String: String] {
    let trainees = Set(placements.map(\.trainee)).sorted()
    let ventures = Set(tenancies.map(\.venture)).sorted()
    return try stored { store throws(StoreError) in
      try store.traineeNames(of: trainees).mapValues(\.name)
        .merging(try store.ventureNames(of: ventures)) { first, _ in first }
    }
  }

  /// The events of an area, with those below it, that begin in a period, by default the year of the day.
  package func outreachReport(
    area: String = "", within period: ClosedRange<CivilDate>? = nil, asOf day: CivilDate
  ) throws(CentreError) -> Report {
    let year = day.year
    let whole = CivilDate(year: year, month: 1, day: 1).flatMap { first in
      CivilDate(year: year, month: 12, day: 31).map { first...$0 }
    }
    let period = period ?? whole ?? day...day
    let events = try events(asOf: day).filter { isIn(area, $0.area) }
    let choices = try projectChoices(asOf: day)
    let chosenAt = Set(choices.compactMap(\.event))
    let showing = events.filter { event in
      period.contains(event.days.lowerBound) && (!event.allProjects.isEmpty || chosenAt.contains(event.id))
    }.sorted { ($0.days.lowerBound, $0.id) < ($1.days.lowerBound, $1.id) }
    let quota = outreachQuota(area: area, on: day)
    return .outreach(
      OutreachCount(events, quota: quota, period: period, asOf: day), events: events,
      matches: showing.map { EventMatches($0, choices: choices) }, period: period, asOf: day,
      quota: quota?.stamp, projects: try projectNames(asOf: day))
  }

  /// One event with the matches made there.
  ///
  /// Throws where there is none of the code.
  package func eventReport(_ code: String, asOf day: CivilDate) throws(CentreError) -> Report {
    let event = try event(code, asOf: day)
    let matches = EventMatches(event, choices: try projectChoices(asOf: day))
    let people = Set((matches.matches + matches.ofOthers).map(\.person)).sorted()
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: people) }
    return .outreachEvent(
      event, matches,
      names: try projectNames(asOf: day).merging(names.mapValues(\.name)) { first, _ in first })
  }

  private func projectNames(asOf day: CivilDate) throws(CentreError) -> [String: String] {
    Dictionary(try projects(asOf: day).map { ($0.project.id, $0.project.name) }) { first, _ in first }
  }

  /// Whether a place lies in an area or below it; one without an area is everywhere's.
  private func isIn(_ area: String, _ place: AreaCode?) -> Bool {
    guard !area.isEmpty, let code = AreaCode(area) else { return true }
    return place?.isWithin(code) ?? false
  }
}
