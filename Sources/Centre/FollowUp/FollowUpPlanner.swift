import Civil
import FollowUp
import Indicators

/// Makes tasks of cases by the rule that was in force where and when each class ended.
struct FollowUpPlanner {
  private struct Place: Hashable {
    let area: String
    let date: CivilDate
  }

  let centre: Centre
  let calendar: WorkingCalendar
  let date: CivilDate
  /// Contacts that were recorded later are left out.
  private let knownOn: CivilDate
  private var rules: [Place: FollowUpRule] = [:]

  /// Tells how things stood on a date, by what was known on a day: that date, unless another is given.
  init(centre: Centre, calendar: WorkingCalendar, date: CivilDate, knownOn: CivilDate? = nil) {
    self.centre = centre
    self.calendar = calendar
    self.date = date
    self.knownOn = knownOn ?? date
  }

  /// The stamps of the rules that were used, each once, by their names and versions.
  var stamps: [RuleStamp] {
    Set(rules.values.map(\.stamp)).sorted {
      ($0.name.chinese, $0.version, $0.from) < ($1.name.chinese, $1.version, $1.from)
    }
  }

  /// The rule for an area on a date.
  mutating func rule(in area: String, on date: CivilDate) throws(CentreError) -> FollowUpRule {
    let place = Place(area: area, date: date)
    if let known = rules[place] { return known }
    let rule = try centre.rule(\.followUp, .followUp, in: area, on: date)
    rules[place] = rule
    return rule
  }

  /// The tasks of a case with what the contacts have made of them.
  mutating func tasks(
    of followed: FollowUpCase, _ contacts: [Contact]
  ) throws(CentreError) -> [FollowUpTask] {
    try rule(in: followed.area, on: followed.classEnd)
      .tasks(for: followed, contacts: known(contacts), calendar: calendar, asOf: date)
  }

  /// A case as it is kept.
  mutating func planned(_ followed: FollowUpCase, _ contacts: [Contact]) throws(CentreError) -> PlannedCase {
    PlannedCase(
      followed, by: try rule(in: followed.area, on: followed.classEnd), contacts: known(contacts),
      calendar: calendar, asOf: date)
  }

  /// The contacts that were recorded by then.
  private func known(_ contacts: [Contact]) -> [Contact] { contacts.filter { $0.recordedOn <= knownOn } }
}

/// Whether a trainee has a venture to be followed, by all that the trainee founded.
struct FollowedVenture {
  let exists: Bool
  /// When the last of them ended; nil: one goes on.
  let endedOn: CivilDate?

  init(_ records: some Collection<VentureRecord>, asOf date: CivilDate) {
    exists = !records.isEmpty
    let ends = records.map { record -> CivilDate? in
      record.states.standing(knownOn: date).first { $0.from <= date && $0.fact?.isFinal == true }?.from
    }
    endedOn = ends.isEmpty || ends.contains(nil) ? nil : ends.compactMap(\.self).max()
  }
}
