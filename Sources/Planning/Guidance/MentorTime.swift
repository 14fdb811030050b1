import Civil
import Cohorts
import Mentors

/// The meetings that mentors, desks and trainees have time for beside classes and calendars: bounds from above.
struct MentorTime {
  /// By ranges of days, each by itself: a week that lies in two of them counts in full in both.
  struct Bearing: Hashable {
    /// Meetings of any kind; those in the office, where a desk has to be free as well; and visits, with the ways
    /// between them.
    var any: [Int]
    var office: [Int]
    var visits: [Int]
  }

  private let bundle: PlanningBundle
  private let slots: PlanSlots
  private let periods: Int
  private let busy: [String: [BusyTime]]
  private let taught: [String: [CivilDate: Int]]
  private let rows: [TimetableRow]
  private let period: ClosedRange<CivilDate>
  /// What is free of each desk, by slot.
  private let desks: [[FreeBlock?]]

  init(
    _ bundle: PlanningBundle, rows: [TimetableRow], period: ClosedRange<CivilDate>, periods: Int
  ) {
    var plan = bundle
    (plan.centre.planFrom, plan.centre.planTo) = (period.lowerBound, period.upperBound)
    (plan.classes, plan.mentoring) = ([], [])
    var taught: [String: [CivilDate: Int]] = [:]
    var used: [String: [BusyTime]] = [:]
    for row in rows {
      used[row.room, default: []].append(row.time())
      for person in row.people { taught[person, default: [:]][row.date, default: 0] += row.periods }
    }
    let slots = PlanSlots(ClassProblem(plan).problem)
    self.bundle = bundle
    self.slots = slots
    self.rows = rows
    self.taught = taught
    self.periods = periods
    self.period = period
    busy = bundle.busy
    desks = bundle.rooms.filter { $0.features.contains("consult") }.map {
      slots.free($0.open, busy: used[$0.id] ?? [])
    }
  }

  /// The meetings of a mentor.
  func meetings(of mentor: Person, by ranges: [ClosedRange<CivilDate>]) -> Bearing {
    let own = rows.filter { $0.people.contains(mentor.id) }
    let free = slots.free(mentor.open, busy: (busy[mentor.id] ?? []) + own.map { $0.time() })
    // Before and after a visit lies the way to any other place.
    let travel = bundle.centre.defaultTravelMinutes
    let apart = slots.free(
      mentor.open, busy: (busy[mentor.id] ?? []) + own.map { $0.time(with: $0.room.isEmpty ? 0 : travel) })
    return Bearing(
      any: within(mentor, ranges) { held(free[$0], $0) },
      office: within(mentor, ranges) { slot in
        held(free[slot], slot) { start in
          desks.contains { ($0[slot]?.longest[start] ?? 0) >= periods }
        }
      },
      visits: within(mentor, ranges) { held(apart[$0], $0, travel: travel) })
  }

  /// The meetings that the desks have room for.
  func atDesks(by ranges: [ClosedRange<CivilDate>]) -> [Int] {
    sum(ranges) { slot in desks.reduce(0) { $0 + held($1[slot], slot) } }
  }

  /// The meetings that so many trainees have time for while some mentor is open: those in class have what it leaves.
  func withTrainees(_ count: Int, by ranges: [ClosedRange<CivilDate>]) -> [Int] {
    let enrolled = Dictionary(grouping: bundle.enrolments, by: \.classID).mapValues { $0.map(\.trainee) }
    let mentors = bundle.people.filter { $0.roles.contains(.mentor) }
    let byDay = Dictionary(grouping: rows, by: \.date)
    return sum(ranges) { slot in
      let block = bundle.blocks[slot % slots.blocks]
      guard mentors.contains(where: { slots.isOpen($0.open, slot) }) else { return 0 }
      let whole = FreeBlock(periods: block.periods)
      var inClass: [String: FreeBlock] = [:]
      for row in byDay[slots.date(slots.day(of: slot))] ?? [] where row.kind == .class {
        for trainee in enrolled[row.classID] ?? [] {
          inClass[trainee, default: whole].take(row.start.minutes..<row.end.minutes, of: block)
        }
      }
      let others = max(0, count - inClass.count) * held(whole, slot)
      return others + inClass.values.reduce(0) { $0 + held($1, slot) }
    }
  }

  /// The most meetings in what is free of a slot, starting where they may, with a way from one to the next.
  private func held(
    _ free: FreeBlock?, _ slot: Int, travel: Int = 0, where mayStart: (Int) -> Bool = { _ in true }
  ) -> Int {
    guard let longest = free?.longest else { return 0 }
    let block = bundle.blocks[slot % slots.blocks]
    var best = Array(repeating: 0, count: longest.count + 1)
    for start in longest.indices.reversed() {
      best[start] = best[start + 1]
      guard longest[start] >= periods, mayStart(start) else { continue }
      let end = block.minutes(first: start + 1, count: periods).upperBound + travel
      var next = start + periods
      while next < longest.count, block.minutes(first: next + 1, count: 1).lowerBound < end { next += 1 }
      best[start] = max(best[start], 1 + best[min(next, longest.count)])
    }
    return best[0]
  }

  private func sum(_ ranges: [ClosedRange<CivilDate>], _ count: (Int) -> Int) -> [Int] {
    ranges.map { range in
      range.reduce(0) { sum, day in
        slots.slots(of: day - period.lowerBound).reduce(sum) { $0 + count($1) }
      }
    }
  }

  /// By ranges, within what the mentor may do in a day and in an ISO week.
  private func within(
    _ mentor: Person, _ ranges: [ClosedRange<CivilDate>], _ count: (Int) -> Int
  ) -> [Int] {
    var taughtInWeek: [ISOWeek: Int] = [:]
    for (day, count) in taught[mentor.id] ?? [:] { taughtInWeek[day.isoWeek, default: 0] += count }
    return ranges.map { range in
      var given: [ISOWeek: Int] = [:]
      return range.reduce(0) { sum, day in
        let open = slots.slots(of: day - period.lowerBound).reduce(0) { $0 + count($1) }
        let ofDay = mentor.maxPeriodsDay - (taught[mentor.id]?[day] ?? 0)
        let week = day.isoWeek
        let ofWeek = mentor.maxPeriodsWeek - (taughtInWeek[week] ?? 0) - (given[week] ?? 0)
        let meetings = max(0, min(open, max(0, ofDay) / periods, max(0, ofWeek) / periods))
        given[week, default: 0] += meetings * periods
        return sum + meetings
      }
    }
  }
}

extension TimetableRow {
  /// Its minutes, with some more before and after.
  fileprivate func time(with more: Int = 0) -> BusyTime {
    let from = CivilMoment(date, start).minutesSinceEpoch - more
    let to = CivilMoment(date, end).minutesSinceEpoch + more
    return CivilMoment(minutesSinceEpoch: from)..<CivilMoment(minutesSinceEpoch: to)
  }
}
