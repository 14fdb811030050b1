package import Civil
import Courses
package import FollowUp
import Indicators
import Store

/// The lives of ventures and what they may be divided by.
package struct VentureLives: Sendable {
  package let rule: SurvivalRule
  /// By venture.
  package let lives: [(record: VentureRecord, start: CivilDate, lifetime: Lifetime)]
  package let divisions: [SurvivalBreakdown.Division]
}

/// What ventures may be divided by; a venture of a class stands with its cohort, course and lecturers.
package enum SurvivalDivision: String, CaseIterable, Sendable {
  case cohort, course, area, industry, lecturer, mentor

  package var name: Wording {
    switch self {
    case .cohort: Wording(zh: "学员群体", en: "Cohort")
    case .course: Wording(zh: "课程", en: "Course")
    case .area: Wording(zh: "区域", en: "Area")
    case .industry: Wording(zh: "行业门类", en: "Industry")
    case .lecturer: Wording(zh: "讲师", en: "Lecturer")
    case .mentor: Wording(zh: "导师", en: "Mentor")
    }
  }
}

extension Centre {
  /// The lives of the ventures of an area that began by a date, as known on a day, divided as asked.
  ///
  /// `area` with those below it; blank: everywhere. Throws where no regulation says what survival means there.
  package func ventureLives(
    area: String, by divisions: [SurvivalDivision], asOf date: CivilDate, knownOn day: CivilDate
  ) throws(CentreError) -> VentureLives {
    let rule = try rule(\.survival, .survival, in: area, on: date)
    let (records, groups) = try together(
      { () throws(CentreError) in
        try self.stored { store throws(StoreError) in
          try store.ventureRecords(area: area, knownOn: day, withJobs: false)
        }
      }, { () throws(CentreError) in try GroupNames(self, divisions, knownOn: day) })
    let lives = records.compactMap { record -> (VentureRecord, CivilDate, Lifetime)? in
      guard let start = rule.start(of: record, knownOn: day),
        let lifetime = rule.lifetime(of: record, asOf: date, knownOn: day)
      else { return nil }
      return (record, start, lifetime)
    }
    return VentureLives(
      rule: rule, lives: lives,
      divisions: divisions.map { division in
        var members: [String: [Lifetime]] = [:]
        for (record, _, lifetime) in lives {
          for name in groups.names(of: record.venture, division) {
            members[name, default: []].append(lifetime)
          }
        }
        let sorted = members.sorted { $0.key < $1.key }.map { key, lifetimes in
          (name: groups.shown(key, division), lifetimes: lifetimes)
        }
        return SurvivalBreakdown.Division(division.name, sorted)
      })
  }
}

/// The names of the groups in which a venture stands.
private struct GroupNames: Sendable {
  private var origins: [String: String] = [:]
  private var classes: [String: ClassRecord] = [:]
  private var mentors: [String: [String]] = [:]
  private let areas: AreaNames

  init(
    _ centre: Centre, _ divisions: [SurvivalDivision], knownOn day: CivilDate
  ) throws(CentreError) {
    areas = try centre.areaNames()
    let isByClass = !Set(divisions).isDisjoint(with: [.cohort, .course, .lecturer])
    if isByClass {
      let (origins, classes) = try centre.stored { store throws(StoreError) in
        (try store.ventureOrigins(), try store.classRecords(withMembers: false))
      }
      for origin in origins { self.origins[origin.venture] = origin.classID }
      for held in classes { self.classes[held.id] = held }
    }
    if divisions.contains(.mentor) {
      let found = try centre.stored { store throws(StoreError) in try store.mentors(knownOn: day) }
      for (trainee, mentor) in found { mentors[trainee, default: []].append(mentor) }
    }
  }

  /// What a report calls a group.
  func shown(_ key: String, _ division: SurvivalDivision) -> Wording {
    switch division {
    case .area: areas.shown(key)
    case .industry: Industry.wording(of: key)
    case .cohort, .course, .lecturer, .mentor: Wording(zh: key, en: key)
    }
  }

  func names(of venture: Venture, _ division: SurvivalDivision) -> [String] {
    let held = origins[venture.id].flatMap { classes[$0] }
    switch division {
    case .cohort: return held.map { [$0.cohortName] } ?? []
    case .course: return held.map { [$0.courseName] } ?? []
    case .lecturer: return held.map { $0.teachers.map(\.name) } ?? []
    case .area: return [AreaCode(venture.area)?.ancestor(at: .street).description ?? venture.area]
    case .industry: return venture.industry.map { [String($0.section)] } ?? []
    case .mentor: return Array(Set(venture.founders.flatMap { mentors[$0.person] ?? [] })).sorted()
    }
  }
}
