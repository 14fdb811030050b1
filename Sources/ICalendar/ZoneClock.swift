/// What clocks show in a zone: its offsets from UTC and the moments at which they change.
struct ZoneClock: Sendable {
  /// Moments of change, in seconds since 1970 UTC, ascending.
  private let onsets: [Int]
  /// Seconds east of UTC before the first change, then after each: one more than ``onsets``.
  private let offsets: [Int]

  static let utc = ZoneClock(onsets: [], offsets: [0])

  private init(onsets: [Int], offsets: [Int]) {
    self.onsets = onsets
    self.offsets = offsets
  }

  /// The zone that a VTIMEZONE describes (RFC 5545 3.6.5); nil where it describes none.
  ///
  /// The rules are followed up to the year 2100; their work is charged to the budget.
  init?(_ node: CalendarNode, budget: inout WorkBudget) throws(WorkBudget.Exhausted) {
    var changes: [(onset: Int, from: Int, to: Int)] = []
    for observance in node.children {
      guard let from = ZoneClock.offset(observance["TZOFFSETFROM"]?.value),
        let to = ZoneClock.offset(observance["TZOFFSETTO"]?.value),
        let start = observance["DTSTART"].flatMap({ WallTime($0.value) })
      else { continue }
      var walls = [start.seconds]
      for rdate in observance.all("RDATE") {
        guard let date = rdate.value.split(separator: "/").first.flatMap({ WallTime($0) }) else { continue }
        walls.append(date.form == .utc ? date.seconds + from : date.seconds)
      }
      for text in observance.all("RRULE") {
        guard let rule = try? RecurrenceRule(text.value), rule.frequency >= .monthly else { continue }
        let until = rule.until.map {
          $0.form == .utc ? $0.seconds + from : $0.seconds + ($0.isDate ? 86_399 : 0)
        }
        walls += try rule.starts(
          from: start.seconds, in: start.seconds...max(start.seconds, ZoneClock.horizon), until: until,
          budget: &budget)
      }
      // Changes are kept, days looked at are not: they cost more.
      try budget.spend(walls.count * 16)
      changes += walls.map { ($0 - from, from, to) }
    }
    guard let first = changes.min(by: { $0.onset < $1.onset }) else { return nil }
    changes.sort { $0.onset < $1.onset }
    onsets = changes.map(\.onset)
    offsets = [first.from] + changes.map(\.to)
  }

  /// 2100-01-01.
  private static let horizon = 4_102_444_800

  /// Reads `+0800`, `-0330`, `+080543`, in seconds.
  private static func offset(_ text: String?) -> Int? {
    guard let text, let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
    guard digits.count == text.count - 1, digits.count == 4 || digits.count == 6 else { return nil }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    let seconds = minutes * 60 + (digits.count == 6 ? digits[4] * 10 + digits[5] : 0)
    guard seconds < 86_400 else { return nil }
    return sign == "-" ? -seconds : seconds
  }

  /// Seconds east of UTC at a moment in seconds since 1970 UTC.
  func offset(atUTC moment: Int) -> Int {
    var low = 0
    var high = onsets.count
    while low < high {
      let middle = (low + high) / 2
      if onsets[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }

  /// What the clocks show at a moment; both in seconds since 1970.
  func wall(ofUTC moment: Int) -> Int { moment + offset(atUTC: moment) }

  /// The moment at which the clocks show that; both in seconds since 1970.
  ///
  /// A time that occurs twice is the first of the two; one that is jumped over is taken by the offset before the
  /// jump (RFC 5545 3.3.5).
  func utc(ofWall wall: Int) -> Int {
    let before = offset(atUTC: wall - 86_400 - 50_400)
    let after = offset(atUTC: wall + 86_400 + 50_400)
    guard before != after else { return wall - before }
    if offset(atUTC: wall - before) == before { return wall - before }
    return offset(atUTC: wall - after) == after ? wall - after : wall - before
  }
}
