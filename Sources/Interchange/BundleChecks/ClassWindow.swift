import Civil
import Courses

/// The blocks that a class has between its first and its last day, and what fits into them.
struct ClassWindow {
  private let blocks: [Block]
  private let maxPeriodsDay: Int
  /// How many of its days open exactly this set of blocks (one bit a block).
  private var days: [UInt64: Int] = [:]

  /// Counts the days; at most 64 blocks are looked at, and the day's limit on stretches is below that.
  init(
    pattern: WeeklyPattern, blocks: [Block], maxPeriodsDay: Int, days: ClosedRange<CivilDate>,
    calendar: WorkingCalendar
  ) {
    self.blocks = Array(blocks.prefix(64))
    self.maxPeriodsDay = maxPeriodsDay
    var masks: [UInt64] = Array(repeating: 0, count: 7)
    for (index, block) in self.blocks.enumerated() {
      for weekday in Weekday.allCases where pattern.opens(block.id, on: weekday) {
        masks[weekday.rawValue] |= 1 << UInt64(index)
      }
    }
    // What is open on all of Monday to Friday is open on a make-up working day.
    let makeUp = masks[0..<5].reduce(~0, &)
    for day in days where !calendar.isHoliday(day) {
      let isMakeUpWeekend = day.weekday.isWeekend && calendar.isMakeUpDay(day)
      self.days[isMakeUpWeekend ? makeUp : masks[day.weekday.rawValue], default: 0] += 1
    }
  }

  /// Why the modules' sessions cannot all be held: one is too long for every block, or there are too many.
  func problem(with modules: [Module]) -> (column: String, problem: Wording, expected: Wording)? {
    let longest = days.keys.map { mask in open(mask).map(\.periods).max() ?? 0 }.max() ?? 0
    let mostAtOnce = min(longest, maxPeriodsDay)
    for module in modules {
      guard let length = module.sessionLengths.max(), length > mostAtOnce else { continue }
      return (
        "open",
        Wording(
          zh: "模块“\(module.id)”一次课 \(length) 课时，该班没有时段容得下",
          en: "a session of \(length) periods of the module '\(module.id)' fits no block that the class has"),
        Wording(
          zh: "该班一次最多 \(mostAtOnce) 课时 (开放时段与每日上限)",
          en: "the class can have \(mostAtOnce) at once, by its open blocks and its limit a day")
      )
    }
    let lengths = Set(modules.flatMap(\.sessionLengths))
    let needed = modules.reduce(0) { $0 + $1.periods }
    let fitting = days.reduce(0) { $0 + mostPeriods(onDayOpening: $1.key, lengths: lengths) * $1.value }
    guard needed > fitting else { return nil }
    return (
      "latest",
      Wording(
        zh: "需要 \(needed) 课时，最早与最迟之间只容得下 \(fitting) 课时",
        en: "it needs \(needed) periods, and \(fitting) fit between its earliest and latest date"),
      Wording(zh: "应延长日期范围或增加开放时段", en: "expected more days or more open blocks")
    )
  }

  private func open(_ mask: UInt64) -> [Block] {
    blocks.indices.filter { mask & 1 << UInt64($0) != 0 }.map { blocks[$0] }
  }

  /// The most periods that sessions of these lengths can fill on one day: no session crosses a block's end.
  private func mostPeriods(onDayOpening mask: UInt64, lengths: Set<Int>) -> Int {
    var sums: Set<Int> = [0]
    for block in open(mask) {
      var within: Set<Int> = [0]
      for sum in 0...block.periods where within.contains(sum) {
        within.formUnion(lengths.map { sum + $0 }.filter { $0 <= block.periods })
      }
      sums = Set(sums.flatMap { sum in within.map { sum + $0 } }.filter { $0 <= maxPeriodsDay })
    }
    return sums.max() ?? 0
  }
}
