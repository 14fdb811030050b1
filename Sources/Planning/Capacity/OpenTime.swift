import Civil
import Scheduling

/// The days and blocks of a plan, numbered: a slot is one block of one day.
struct PlanSlots {
  let problem: Problem
  let days: Int
  let blocks: Int
  /// By day, counted from the ISO week of the plan's first day.
  let weekOf: [Int]
  private let holidays: [Bool]

  init(_ problem: Problem) {
    self.problem = problem
    let days = max(0, problem.planTo - problem.planFrom + 1)
    self.days = days
    blocks = problem.blocks.count
    let monday = problem.planFrom.isoWeek.monday
    weekOf = (0..<days).map { (problem.planFrom + $0 - monday) / 7 }
    holidays = (0..<days).map { problem.calendar.isHoliday(problem.planFrom + $0) }
  }

  var count: Int { days * blocks }
  var weeks: Int { weekOf.last.map { $0 + 1 } ?? 0 }

  func day(of slot: Int) -> Int { slot / blocks }
  func slots(of day: Int) -> Range<Int> { day * blocks..<(day + 1) * blocks }
  func date(_ day: Int) -> CivilDate { problem.planFrom + day }
  func week(_ index: Int) -> ISOWeek { (problem.planFrom.isoWeek.monday + index * 7).isoWeek }

  /// The days of a window, cut to the plan; nil: none.
  func days(from earliest: CivilDate?, to latest: CivilDate?) -> ClosedRange<Int>? {
    let first = max(0, earliest.map { $0 - problem.planFrom } ?? 0)
    let last = min(days - 1, latest.map { $0 - problem.planFrom } ?? days - 1)
    return first <= last ? first...last : nil
  }

  func isOpen(_ pattern: WeeklyPattern, _ slot: Int) -> Bool {
    let day = slot / blocks
    return !holidays[day]
      && pattern.opens(problem.blocks[slot % blocks].id, on: date(day), in: problem.calendar)
  }

  /// What the pattern and the busy times leave free of each slot.
  func free(_ pattern: WeeklyPattern, busy: [BusyTime] = []) -> [FreeBlock?] {
    var free = (0..<count).map { slot in
      isOpen(pattern, slot) ? FreeBlock(periods: problem.blocks[slot % blocks].periods) : nil
    }
    for time in busy {
      let first = max(0, time.lowerBound.date - problem.planFrom)
      let last = min(days - 1, time.upperBound.date - problem.planFrom)
      guard first <= last else { continue }
      for slot in first * blocks..<(last + 1) * blocks where free[slot] != nil {
        let midnight = CivilMoment(date(slot / blocks)).minutesSinceEpoch
        let busyMinutes =
          time.lowerBound.minutesSinceEpoch - midnight..<time.upperBound.minutesSinceEpoch - midnight
        free[slot]?.take(busyMinutes, of: problem.blocks[slot % blocks])
      }
    }
    return free
  }
}

/// What is free of a block: by period, how many periods the longest session that starts there could have.
struct FreeBlock: Hashable {
  private(set) var longest: [Int]

  init(periods: Int) {
    longest = (0..<max(0, periods)).map { periods - $0 }
  }

  /// Takes the sessions out that would overlap these minutes of the day.
  mutating func take(_ minutes: Range<Int>, of block: Block) {
    guard !minutes.isEmpty else { return }
    for index in longest.indices {
      while longest[index] > 0,
        block.minutes(first: index + 1, count: longest[index]).overlaps(minutes)
      {
        longest[index] -= 1
      }
    }
  }

  /// The most periods that sessions of these lengths can fill, none of them over another.
  func filled(by lengths: [Int]) -> Int {
    var best = Array(repeating: 0, count: longest.count + 1)
    for index in longest.indices.reversed() {
      best[index] = best[index + 1]
      for length in lengths where length > 0 && length <= longest[index] {
        best[index] = max(best[index], length + best[index + length])
      }
    }
    return best[0]
  }
}

/// The greatest number up to a limit that lengths, each as often as wanted, can add up to.
struct Sums {
  private var known: [[Int]: [Int]] = [:]

  mutating func most(_ limit: Int, of lengths: [Int]) -> Int {
    let limit = max(0, limit)
    if let sums = known[lengths], limit < sums.count { return sums[limit] }
    var sums = [0]
    for total in stride(from: 1, through: max(limit, 80), by: 1) {
      let isReached = lengths.contains { $0 > 0 && $0 <= total && sums[total - $0] == total - $0 }
      sums.append(isReached ? total : sums[total - 1])
    }
    known[lengths] = sums
    return sums[limit]
  }
}
