import Civil
import FollowUp
import Indicators

/// Makes tasks of cases by the rule that was in force where and when each class ended.
struct FollowUpPlanner {
  private let calendar: WorkingCalendar
  private let date: CivilDate
  private var rules: FollowUpRules
  private var used: Set<RuleStamp> = []

  init(centre: Centre, calendar: WorkingCalendar, date: CivilDate) {
    self.calendar = calendar
    self.date = date
    rules = FollowUpRules(centre.environment.regulations)
  }

  /// The stamps of the rules that were used, each once, by their names and versions.
  var stamps: [RuleStamp] {
    used.sorted { ($0.name.chinese, $0.version, $0.from) < ($1.name.chinese, $1.version, $1.from) }
  }

  /// The rule of a case.
  private mutating func rule(for followed: FollowUpCase) throws(CentreError) -> FollowUpRule {
    guard let rule = rules.rule(for: followed) else {
      throw .noRule(.followUp, area: AreaCode(followed.area) ?? .nation, date: followed.classEnd)
    }
    used.insert(rule.stamp)
    return rule
  }

  /// The tasks of a case with what the contacts have made of them.
  mutating func tasks(
    of followed: FollowUpCase, _ contacts: [Contact]
  ) throws(CentreError) -> [FollowUpTask] {
    try rule(for: followed)
      .tasks(for: followed, contacts: contacts, calendar: calendar, asOf: date)
  }

  /// A case as it is kept.
  mutating func planned(_ followed: FollowUpCase, _ contacts: [Contact]) throws(CentreError) -> PlannedCase {
    let rule = try rule(for: followed)
    return PlannedCase(
      followed: followed,
      tasks: rule.tasks(for: followed, contacts: contacts, calendar: calendar, asOf: date),
      lostSince: rule.lostSince(contacts, asOf: date),
      lastReached: contacts.filter { $0.result == .reached && $0.on <= date }.map(\.on).max())
  }
}

/// Whether a trainee has a venture to be followed, by all that the trainee founded.
struct FollowedVenture {
  let exists: Bool
  /// When the last of them ended; nil: one goes on.
  let endedOn: CivilDate?

  init(_ records: some Collection<VentureRecord>, asOf date: CivilDate) {
    exists = !records.isEmpty
    let ends = records.map { record -> CivilDate? in
      record.states.standing(knownOn: date).first { $0.from <= date && $0.fact?.next.isEmpty == true }?.from
    }
    endedOn = ends.isEmpty || ends.contains(nil) ? nil : ends.compactMap(\.self).max()
  }
}
