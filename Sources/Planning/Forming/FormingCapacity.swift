package import Civil
package import Cohorts
import Courses
import Mentors
import Scheduling

/// What rooms and lecturers leave for new classes, by month.
///
/// All of a class is counted in the month in which it begins. Taken off is what the timetable in force holds, and of
/// classes that it does not hold what they need, spread over their days. It is a count of periods, not of clashes:
/// whether the classes fit together is shown by a timetable alone.
struct FormingCapacity {
  private let bundle: PlanningBundle
  private let offers: [ClassOffer]
  private let slots: PlanSlots
  /// By month, the days of the plan that are in it.
  private let months: [Range<Int>]
  /// By room and by lecturer, free periods of each slot.
  private let rooms: [[Int]]
  private let lecturers: [(person: Person, free: [Int], taught: [Int])]
  /// Classes that the timetable in force does not hold, each with its share of every month.
  private let unplanned: [(one: TrainingClass, shares: [Double])]
  private let masks: [String: [Bool]]

  /// `months` are the first days of the months, rising, and `horizon` is the day after the last of them; `rows` are the
  /// timetable in force.
  init(
    _ bundle: PlanningBundle, offers: [ClassOffer], months: [CivilDate], horizon: CivilDate,
    rows: [TimetableRow]
  ) {
    var wider = bundle
    wider.centre.planFrom = min(bundle.centre.planFrom, months.first ?? bundle.centre.planFrom)
    wider.centre.planTo = max(bundle.centre.planTo, horizon)
    let problem = ClassProblem(wider)
    let slots = PlanSlots(problem.problem)
    (self.bundle, self.offers, self.slots) = (bundle, offers, slots)
    let from = wider.centre.planFrom
    self.months = months.indices.map { place in
      let next = place + 1 < months.count ? months[place + 1] : horizon
      return months[place] - from..<max(months[place], next) - from
    }
    var used = Used(slots, rooms: bundle.rooms.count, people: bundle.people.count)
    for row in rows { used.take(row, problem, from: from) }
    rooms = bundle.rooms.enumerated().map { place, room in
      zip(slots.free(room.open), used.rooms[place]).map { max(0, ($0?.filled(by: [1]) ?? 0) - $1) }
    }
    lecturers = bundle.people.enumerated().filter { $0.element.roles.contains(.lecturer) }.map {
      place, person in
      let open = slots.free(person.open, busy: bundle.busy[person.id] ?? [])
      let taught = used.people[place]
      return (person, zip(open, taught).map { max(0, ($0?.filled(by: [1]) ?? 0) - $1) }, taught)
    }
    let planned = Set(rows.map(\.classID))
    unplanned = bundle.classes.filter { !planned.contains($0.id) }.map { one in
      let first = one.earliest ?? bundle.centre.planFrom
      let last = max(first, one.latest ?? bundle.centre.planTo)
      let length = Double(last - first + 1)
      let shares = months.indices.map { place -> Double in
        let end = (place + 1 < months.count ? months[place + 1] : horizon) + -1
        let days = min(last, end) - max(first, months[place]) + 1
        return days > 0 ? Double(days) / length : 0
      }
      return (one, shares)
    }
    var masks: [String: [Bool]] = [:]
    for cohort in bundle.cohorts {
      masks[cohort.id] = (0..<slots.count).map { slots.isOpen(cohort.open, $0) }
    }
    self.masks = masks
  }

  /// Rooms by site and times, then lecturers by course and times, then both over all times.
  var limits: [FormingLimit] {
    var limits: [FormingLimit] = []
    for site in bundle.sites where offers.contains(where: { $0.site == site.id }) {
      for cohort in bundle.cohorts {
        let own = offers.indices.filter { offers[$0].site == site.id && offers[$0].cohort == cohort.id }
        add(
          &limits, own, [cohort.id],
          Wording(
            zh: "\(site.name)在\(cohort.name)上课时间的教室",
            en: "rooms of \(site.name) at the times of \(cohort.name)")
        ) { rooms(of: site.id, own, cohorts: [cohort.id], month: $0) }
      }
      let all = offers.indices.filter { offers[$0].site == site.id }
      let cohorts = cohorts(of: all)
      add(&limits, all, cohorts, Wording(zh: "\(site.name)的教室", en: "rooms of \(site.name)")) {
        rooms(of: site.id, all, cohorts: cohorts, month: $0)
      }
    }
    for course in bundle.courses {
      let all = offers.indices.filter { offers[$0].course == course.id }
      for cohort in bundle.cohorts {
        let own = all.filter { offers[$0].cohort == cohort.id }
        add(
          &limits, own, [cohort.id],
          Wording(
            zh: "\(course.name)在\(cohort.name)上课时间的讲师",
            en: "lecturers of \(course.name) at the times of \(cohort.name)")
        ) { lecturers(of: [course.id], cohorts: [cohort.id], month: $0) }
      }
      let cohorts = cohorts(of: all)
      add(&limits, all, cohorts, Wording(zh: "\(course.name)的讲师", en: "lecturers of \(course.name)")) {
        lecturers(of: [course.id], cohorts: cohorts, month: $0)
      }
    }
    let all = Array(offers.indices)
    let courses = Set(offers.map(\.course)).sorted()
    let cohorts = cohorts(of: all)
    add(&limits, all, cohorts, Wording(zh: "全部讲师", en: "all lecturers")) {
      lecturers(of: courses, cohorts: cohorts, month: $0)
    }
    return limits
  }

  private func add(
    _ limits: inout [FormingLimit], _ own: [Int], _ cohorts: [String], _ name: Wording, _ most: (Int) -> Int
  ) {
    guard !own.isEmpty, !cohorts.isEmpty else { return }
    limits.append(FormingLimit(name: name, offers: Set(own), most: months.indices.map(most)))
  }

  private func cohorts(of own: [Int]) -> [String] { Set(own.map { offers[$0].cohort }).sorted() }

  private func modules(of course: String) -> [Module] { bundle.modules.filter { $0.course == course } }

  private func isOpen(_ cohorts: [String], _ slot: Int) -> Bool {
    cohorts.contains { masks[$0]?[slot] ?? false }
  }

  /// Classes that the rooms of a site can take in a month: for each set of features the rooms that have it.
  private func rooms(of site: String, _ own: [Int], cohorts: [String], month: Int) -> Int {
    let courses = Set(own.map { offers[$0].course }).sorted().map(modules)
    let wanted = Set(courses.flatMap { $0.map(\.features) })
    let ids = Set(cohorts)
    return wanted.map { features -> Int in
      func need(_ modules: [Module]) -> Int {
        modules.filter { features.isSubset(of: $0.features) }.reduce(0) { $0 + $1.periods }
      }
      guard let least = courses.map(need).filter({ $0 > 0 }).min() else { return .max }
      let held = unplanned.reduce(0.0) { sum, one in
        guard one.one.site == site, ids.contains(one.one.cohort) else { return sum }
        return sum + one.shares[month] * Double(need(modules(of: one.one.course)))
      }
      var supply = 0
      for (place, room) in bundle.rooms.enumerated()
      where room.site == site && features.isSubset(of: room.features) && seats(room, own) {
        for slot in slotRange(month) where isOpen(cohorts, slot) { supply += rooms[place][slot] }
      }
      return max(0, Int((Double(supply) - held).rounded(.down)) / least)
    }.min() ?? 0
  }

  /// Whether a room seats the largest class that the site is offered for.
  private func seats(_ room: Room, _ own: [Int]) -> Bool {
    own.contains { room.capacity >= offers[$0].most } || own.isEmpty
  }

  /// Classes that the lecturers can teach in a month: for each qualification those who hold it.
  private func lecturers(of courses: [String], cohorts: [String], month: Int) -> Int {
    let modules = courses.map(modules)
    let wanted = Set(modules.flatMap { $0.map(\.qualification) }).union([nil])
    let own = Set(courses)
    let ids = Set(cohorts)
    return wanted.map { qualification -> Int in
      func need(_ modules: [Module]) -> Int {
        modules.filter { qualification == nil || $0.qualification == qualification }
          .reduce(0) { $0 + $1.periods * $1.team }
      }
      guard let least = modules.map(need).filter({ $0 > 0 }).min() else { return .max }
      let held = unplanned.reduce(0.0) { sum, one in
        guard own.contains(one.one.course), ids.contains(one.one.cohort) else { return sum }
        return sum + one.shares[month] * Double(need(self.modules(of: one.one.course)))
      }
      let supply = lecturers.reduce(0) { sum, lecturer in
        guard qualification.map(lecturer.person.qualifications.contains) ?? true else { return sum }
        return sum + time(of: lecturer, cohorts, month)
      }
      return max(0, Int((Double(supply) - held).rounded(.down)) / least)
    }.min() ?? 0
  }

  /// The periods that a lecturer can give in a month beside what is planned, by the most of a day and a week.
  private func time(
    of lecturer: (person: Person, free: [Int], taught: [Int]), _ cohorts: [String], _ month: Int
  ) -> Int {
    var weeks: [Int: (open: Int, taught: Int)] = [:]
    for day in months[month] where day >= 0 && day < slots.days {
      var (open, taught) = (0, 0)
      for slot in slots.slots(of: day) {
        taught += lecturer.taught[slot]
        if isOpen(cohorts, slot) { open += lecturer.free[slot] }
      }
      let week = slots.weekOf[day]
      weeks[week, default: (0, 0)].open += min(open, max(0, lecturer.person.maxPeriodsDay - taught))
      weeks[week, default: (0, 0)].taught += taught
    }
    return weeks.values.reduce(0) { $0 + min($1.open, max(0, lecturer.person.maxPeriodsWeek - $1.taught)) }
  }

  private func slotRange(_ month: Int) -> Range<Int> {
    let (first, last) = (max(0, months[month].lowerBound), min(slots.days, months[month].upperBound))
    return first < last ? first * slots.blocks..<last * slots.blocks : 0..<0
  }
}

/// Periods that a timetable takes of rooms and people, by slot.
private struct Used {
  var rooms: [[Int]]
  var people: [[Int]]
  private let slots: PlanSlots

  init(_ slots: PlanSlots, rooms: Int, people: Int) {
    self.slots = slots
    self.rooms = Array(repeating: Array(repeating: 0, count: slots.count), count: rooms)
    self.people = Array(repeating: Array(repeating: 0, count: slots.count), count: people)
  }

  mutating func take(_ row: TimetableRow, _ problem: ClassProblem, from: CivilDate) {
    let day = row.date - from
    guard day >= 0, day < slots.days, let block = problem.blockIndex[row.block] else { return }
    let slot = day * slots.blocks + block
    if let room = problem.roomIndex[row.room], room < rooms.count { rooms[room][slot] += row.periods }
    for person in row.people {
      guard let place = problem.personIndex[person], place < people.count else { continue }
      people[place][slot] += row.periods
    }
  }
}

extension PlanningBundle {
  /// How many classes of the offers may begin in each month by what rooms and lecturers leave.
  ///
  /// `months` are the first days of months, rising; `horizon` is the day after the last; `rows` are the timetable in
  /// force.
  package func formingLimits(
    of offers: [ClassOffer], months: [CivilDate], horizon: CivilDate, rows: [TimetableRow]
  ) -> [FormingLimit] {
    FormingCapacity(self, offers: offers, months: months, horizon: horizon, rows: rows).limits
  }
}
