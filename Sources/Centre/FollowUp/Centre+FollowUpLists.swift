package import Civil
package import FollowUp
import Indicators
import Store

extension Centre {
  /// What an officer, or everybody, has due, overdue and lost on a date, in an area with those below it, or all.
  package func followUpLists(
    officer: String? = nil, area: String = "", on date: CivilDate, calendar: WorkingCalendar
  ) throws(CentreError) -> FollowUpLists {
    let open = try openFollowUp(officer: officer, area: area, asOf: date, calendar: calendar)
    return FollowUpLists(open.tasks, officer: officer, area: area)
  }

  /// The contacts with each of some trainees or ventures.
  package func contacts(with subjects: [String]) throws(CentreError) -> [String: [Contact]] {
    Dictionary(
      grouping: try stored { store throws(StoreError) in
        try store.contacts(with: Set(subjects).sorted())
      }, by: \.subject)
  }

  /// The officers who follow anybody, with how many cases each has.
  package func officers() throws(CentreError) -> [(name: String, cases: Int)] {
    try stored { store throws(StoreError) in try store.officers() }
  }

  /// How many contacts were recorded.
  package func contactCount() throws(CentreError) -> Int {
    try stored { store throws(StoreError) in try store.contactCount() }
  }
}

/// The follow-up rules of many cases: each is looked up once for an area and a day.
struct FollowUpRules {
  private struct Key: Hashable {
    let area: String
    let day: CivilDate
  }

  private let regulations: Regulations
  private var known: [Key: FollowUpRule?] = [:]

  init(_ regulations: Regulations) {
    self.regulations = regulations
  }

  /// The rule in force in the area of a trainee on the day the class ended; nil: none is.
  mutating func rule(for followed: FollowUpCase) -> FollowUpRule? {
    let key = Key(area: followed.area, day: followed.classEnd)
    if let rule = known[key] { return rule }
    let rule = regulations.rule(\.followUp, in: AreaCode(followed.area) ?? .nation, on: followed.classEnd)
    known[key] = .some(rule)
    return rule
  }
}
