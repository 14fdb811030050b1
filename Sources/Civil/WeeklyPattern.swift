/// Which blocks are open on which days of the week (`Mon-Fri AM,PM; Sat EVE`).
package struct WeeklyPattern: Hashable, Sendable {
  /// The open blocks of each weekday, Monday first.
  private let open: [Set<String>]

  /// - Parameter open: the ids of the open blocks, by weekday; exactly seven sets, Monday first.
  package init(open: [Set<String>]) {
    precondition(open.count == 7, "a week has seven days")
    self.open = open
  }

  /// Every block on every day: what a blank cell means.
  package static func always(_ blocks: [String]) -> WeeklyPattern {
    WeeklyPattern(open: Array(repeating: Set(blocks), count: 7))
  }

  package func opens(_ block: String, on weekday: Weekday) -> Bool {
    open[weekday.rawValue].contains(block)
  }

  /// The pattern that opens one more block of a weekday.
  package func opening(_ block: String, on weekday: Weekday) -> WeeklyPattern {
    var more = open
    more[weekday.rawValue].insert(block)
    return WeeklyPattern(open: more)
  }

  /// The pattern as a cell gives it (`Mon-Fri AM,PM; Sat EVE`), blocks in the order of `blocks`; blank: always open.
  package func text(blocks: [String]) -> String {
    guard open.contains(where: { $0 != Set(blocks) }) else { return "" }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    var items: [String] = []
    var first = 0
    while first < 7 {
      var last = first
      while last < 6, open[last + 1] == open[first] { last += 1 }
      let chosen = blocks.filter(open[first].contains)
      if !chosen.isEmpty {
        let days = first == last ? names[first] : names[first] + "-" + names[last]
        items.append(days + (chosen.count == blocks.count ? "" : " " + chosen.joined(separator: ",")))
      }
      first = last + 1
    }
    return items.joined(separator: "; ")
  }

  /// Whether the block is open on that date.
  ///
  /// On a make-up working day (调休上班) a block is open exactly when it is open on all of Monday to Friday.
  package func opens(_ block: String, on date: CivilDate, in calendar: WorkingCalendar) -> Bool {
    guard date.weekday.isWeekend, calendar.isMakeUpDay(date) else { return opens(block, on: date.weekday) }
    return open[0..<5].allSatisfy { $0.contains(block) }
  }
}
