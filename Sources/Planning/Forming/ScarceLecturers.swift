import Civil
import Courses
import Mentors
import Scheduling

/// Who should be spared for what few others can teach, when many classes are planned.
///
/// A lecturer who holds a scarce qualification and a common one is soon used up by the common one. So new classes ask
/// others for it, as long as those who are left are not what runs short first: a timetable within this choice is one of
/// the problem, only found sooner.
struct ScarceLecturers {
  /// By qualification, the lecturers who are spared.
  private(set) var spared: [String: Set<Int>] = [:]

  /// The classes of the problem make up the demand.
  init(_ problem: Problem) {
    let slots = PlanSlots(problem)
    let lecturers = problem.people.indices.filter { problem.people[$0].isLecturer }
    var demand: [String: Int] = [:]
    for session in problem.sessions {
      guard let held = session.qualification else { continue }
      demand[held, default: 0] += session.periods * session.team
    }
    let time = Dictionary(
      uniqueKeysWithValues: lecturers.map { ($0, Self.time(of: problem.people[$0], slots)) })
    var holders = demand.mapValues { _ in Set<Int>() }
    for person in lecturers {
      for held in problem.people[person].qualifications { holders[held]?.insert(person) }
    }
    func strain(_ held: String, _ people: Set<Int>) -> Double {
      Double(demand[held] ?? 0) / Double(max(1, people.reduce(0) { $0 + (time[$1] ?? 0) }))
    }
    let worst = demand.keys.map { strain($0, holders[$0] ?? []) }.max() ?? 0
    // The common ones first, and of their holders those with most other qualifications.
    for held in demand.keys.sorted(by: { ((holders[$1]?.count ?? 0), $0) < ((holders[$0]?.count ?? 0), $1) })
    {
      let all = holders[held] ?? []
      for person in all.sorted() {
        let isWanted = problem.people[person].qualifications.contains { other in
          other != held && (holders[other]?.count ?? .max) < all.count
        }
        let rest = all.subtracting(spared[held, default: []]).subtracting([person])
        guard isWanted, !rest.isEmpty, strain(held, rest) <= worst else { continue }
        spared[held, default: []].insert(person)
      }
    }
  }

  /// Periods that a lecturer can give in the plan.
  private static func time(of person: Problem.Person, _ slots: PlanSlots) -> Int {
    let free = slots.free(person.open, busy: person.busy)
    var weeks: [Int: Int] = [:]
    for day in 0..<slots.days {
      let open = slots.slots(of: day).reduce(0) { $0 + (free[$1]?.filled(by: [1]) ?? 0) }
      weeks[slots.weekOf[day], default: 0] += min(open, person.maxPeriodsDay)
    }
    return weeks.values.reduce(0) { $0 + min($1, person.maxPeriodsWeek) }
  }

  /// The problem in which the sessions of new series ask only for those who are not spared.
  func sparing(_ problem: Problem, isNew: (Problem.Series) -> Bool) -> Problem {
    var narrower = problem
    for (held, people) in spared where !people.isEmpty {
      // A qualification of its own, which the others hold: no table can hold this name.
      let narrow = held + "\u{1F}"
      for person in problem.people.indices
      where problem.people[person].qualifications.contains(held) && !people.contains(person) {
        narrower.people[person].qualifications.insert(narrow)
      }
      for session in problem.sessions.indices
      where problem.sessions[session].qualification == held
        && isNew(problem.series[problem.sessions[session].series])
      {
        narrower.sessions[session].qualification = narrow
      }
    }
    return narrower
  }
}
