import Civil
import Scheduling

/// The days on which each session can be held at all, as the order of its class, gaps and open blocks leave them.
///
/// Both ends are bounds: no timetable can hold the session earlier or later, whatever else is planned. A session
/// needs room for all that comes before it: the periods that the class could take up to a day must reach what is
/// held up to and with it.
struct SessionWindows {
  /// By session, days of the plan; nil: there is none.
  private(set) var days: [ClosedRange<Int>?]

  init(_ slots: PlanSlots, _ free: [[FreeBlock?]]) {
    days = Array(repeating: nil, count: slots.problem.sessions.count)
    for (index, series) in slots.problem.series.enumerated() {
      guard let window = slots.days(from: series.earliest, to: series.latest) else { continue }
      if series.kind == .taught {
        addClass(series, window, slots, free[index])
      } else if (series.sessions.count - 1) * series.minGapDays < window.count {
        for session in series.sessions { days[session] = window }
      }
    }
    for (index, session) in slots.problem.sessions.enumerated() {
      for date in session.pins.compactMap(\.date) {
        let day = date - slots.problem.planFrom
        days[index] = days[index].flatMap { $0.contains(day) ? day...day : nil }
      }
    }
  }

  private mutating func addClass(
    _ series: Problem.Series, _ window: ClosedRange<Int>, _ slots: PlanSlots, _ free: [FreeBlock?]
  ) {
    let lengths = Array(Set(series.sessions.map { slots.problem.sessions[$0].periods })).sorted()
    var sums = Sums()
    let perDay = window.map { day in
      sums.most(
        min(
          series.maxPeriodsDay, slots.slots(of: day).reduce(0) { $0 + (free[$1]?.filled(by: lengths) ?? 0) }),
        of: lengths)
    }
    let steps = series.sessions.map { session in
      let one = slots.problem.sessions[session]
      return Step(
        order: one.order, module: one.module, part: one.part, periods: one.periods, gap: one.gapDays,
        isOpen: window.map { day in
          one.periods <= series.maxPeriodsDay
            && slots.slots(of: day).contains { (free[$0]?.filled(by: [one.periods]) ?? 0) > 0 }
        })
    }
    let earliest = Self.earliest(steps, perDay)
    let latest = Self.latest(steps, perDay)
    for (index, session) in series.sessions.enumerated() {
      guard let first = earliest[index], let last = latest[index], first <= last else { continue }
      days[session] = window.lowerBound + first...window.lowerBound + last
    }
  }

  private struct Step {
    let order: Int
    let module: String
    let part: Int
    let periods: Int
    let gap: Int
    /// By day of the window: whether a block of it holds the session.
    let isOpen: [Bool]
  }

  /// By session, the first day of the window on which it can be held; nil: none.
  private static func earliest(_ steps: [Step], _ perDay: [Int]) -> [Int?] {
    var result: [Int?] = Array(repeating: nil, count: steps.count)
    var below = 0
    // The earliest day on which all of the lower orders can be over.
    var done: Int? = 0
    for order in Set(steps.map(\.order)).sorted() {
      let level = steps.indices.filter { steps[$0].order == order }
      let total = level.reduce(0) { $0 + steps[$1].periods }
      var over = done.flatMap { _ in day(reaching: below + total, from: 0, perDay) }
      for index in level {
        let step = steps[index]
        let upTo = level.filter { steps[$0].module == step.module && steps[$0].part <= step.part }
          .reduce(0) { $0 + steps[$1].periods }
        guard let done, let base = day(reaching: below + upTo, from: 0, perDay),
          let own = day(reaching: upTo, from: done + (below > 0 ? step.gap : 0), perDay),
          let first = step.isOpen.indices.first(where: { $0 >= max(base, own) && step.isOpen[$0] })
        else {
          over = nil
          continue
        }
        result[index] = first
        over = over.map { max($0, first) }
      }
      below += total
      done = over
    }
    return result
  }

  /// The same from the window's end: the last day.
  private static func latest(_ steps: [Step], _ perDay: [Int]) -> [Int?] {
    let count = perDay.count
    let reversed = Array(perDay.reversed())
    var result: [Int?] = Array(repeating: nil, count: steps.count)
    var above = 0
    // The last day on which the lower orders may still be held.
    var limit: Int? = count - 1
    for order in Set(steps.map(\.order)).sorted(by: >) {
      let level = steps.indices.filter { steps[$0].order == order }
      var next = limit
      for index in level {
        let step = steps[index]
        let from = level.filter { steps[$0].module == step.module && steps[$0].part >= step.part }
          .reduce(0) { $0 + steps[$1].periods }
        guard let limit, let back = day(reaching: above + from, from: 0, reversed),
          let last = step.isOpen.indices.last(where: {
            $0 <= min(count - 1 - back, limit) && step.isOpen[$0]
          })
        else {
          next = nil
          continue
        }
        result[index] = last
        next = next.map { min($0, last - step.gap) }
      }
      above += level.reduce(0) { $0 + steps[$1].periods }
      limit = next
    }
    return result
  }

  /// The first day by which so many periods can be held, counting from a day on; nil: not in the window.
  private static func day(reaching periods: Int, from first: Int, _ perDay: [Int]) -> Int? {
    var held = 0
    var day = first
    while day < perDay.count {
      held += perDay[day]
      if held >= periods { return day }
      day += 1
    }
    return nil
  }
}
