import Civil
import Reports

/// A week as a grid for the terminal: days as columns, periods as rows, a bracket along each session.
struct WeekGrid {
  /// One session as it stands in the grid.
  struct Entry {
    let date: CivilDate
    let block: String
    /// Counted from 1.
    let first: Int
    let periods: Int
    let title: String
    /// Follows the title and stays where that is cut: `(2/3)`.
    let mark: String
    /// Less and less important; joined where there is no room for a line each.
    let details: [String]
  }

  let week: ISOWeek
  /// In the order of their start.
  let blocks: [Block]
  /// Those of other weeks are left out.
  let entries: [Entry]
  /// What the working calendar says of a day.
  let notes: [CivilDate: String]

  /// The grid in lines of at most `width` columns.
  func lines(width: Int, in language: Language) -> [String] {
    let mine = entries.filter { $0.date.isoWeek == week }
    let days = (week.monday..<week.monday + 7).filter { day in
      !day.weekday.isWeekend || notes[day] != nil || mine.contains { $0.date == day }
    }
    let names = blocks.map { BlockName.of($0.id)[language] }
    let label = min(8, names.map { DisplayWidth.of($0) }.max() ?? 0) + 7
    let columns = self.columns(days, mine, width: width - label)
    var lines = [
      header(days, label, columns) { DayName.of($0, isShort: $1 < 11)[language] },
      String(repeating: "─", count: label + columns.reduce(0, +) - 1),
    ]
    if days.contains(where: { notes[$0] != nil }) {
      lines.insert(header(days, label, columns) { day, _ in notes[day] ?? "" }, at: 1)
    }
    var unseen: [Entry] = []
    for (block, name) in zip(blocks, names) {
      let rows = BlockRows(
        block, days: days, entries: mine.filter { $0.block == block.id }, columns: columns)
      unseen += rows.unseen
      lines += rows.lines(name: DisplayWidth.fitted(name, to: label - 7))
    }
    if lines.last == "" { lines.removeLast() }
    for entry in unseen {
      let place = "\(DayName.of(entry.date)[language]) \(entry.block)\(entry.first)"
      let words = ([entry.title, entry.mark] + entry.details).filter { !$0.isEmpty }.joined(separator: " ")
      lines.append(
        Wording(zh: "！\(place) 另有：\(words)", en: "! \(place) also: \(words)")[language])
    }
    return lines
  }

  /// The width of each day's column: the days on which nothing is held leave their room to the others.
  private func columns(_ days: [CivilDate], _ entries: [Entry], width: Int) -> [Int] {
    let isUsed = days.map { day in notes[day] != nil || entries.contains { $0.date == day } }
    let equal = min(30, width / days.count)
    guard isUsed.contains(true), equal > Self.narrow else { return days.map { _ in equal } }
    let used = isUsed.count { $0 }
    let wide = min(30, (width - (days.count - used) * Self.narrow) / used)
    return isUsed.map { $0 ? wide : Self.narrow }
  }

  private static let narrow = 9

  private func header(
    _ days: [CivilDate], _ label: Int, _ columns: [Int], _ text: (CivilDate, Int) -> String
  ) -> String {
    let cells = zip(days, columns).map { DisplayWidth.fitted(text($0, $1), to: $1 - 1) + " " }.joined()
    return trimmed(String(repeating: " ", count: label) + cells)
  }
}

/// The rows of one block: as high as its fullest session needs.
private struct BlockRows {
  let block: Block
  /// The width of each day's column.
  let columns: [Int]
  /// Sessions that overlap another of their day and found no place in the grid.
  private(set) var unseen: [WeekGrid.Entry] = []
  /// Lines of each period.
  private var heights: [Int]
  /// Text by day, one a line.
  private var cells: [[String]]

  /// Lays out the sessions of the block.
  init(_ block: Block, days: [CivilDate], entries: [WeekGrid.Entry], columns: [Int]) {
    self.block = block
    self.columns = columns
    // A bracket before the text and a blank behind it.
    let widths = columns.map { $0 - 2 }
    var free = days.map { _ in Set(1...block.periods) }
    var placed: [(day: Int, entry: WeekGrid.Entry)] = []
    for entry in entries.sorted(by: { ($0.date, $0.first) < ($1.date, $1.first) }) {
      let taken = Set(entry.first..<entry.first + max(1, entry.periods))
      if let day = days.firstIndex(of: entry.date), taken.isSubset(of: free[day]) {
        free[day].subtract(taken)
        placed.append((day, entry))
      } else {
        unseen.append(entry)
      }
    }
    heights = Array(repeating: entries.isEmpty ? 0 : 1, count: block.periods)
    for (day, entry) in placed {
      let rows = entry.first - 1..<entry.first - 1 + entry.periods
      let wanted = min(
        SessionCell(entry, width: widths[day]).wanted,
        entry.periods + 2, 4)
      heights[rows.upperBound - 1] += max(0, wanted - heights[rows].reduce(0, +))
    }
    if entries.isEmpty { heights[0] = 1 }
    cells = days.map { [heights] _ in Array(repeating: "", count: heights.reduce(0, +)) }
    for (day, entry) in placed {
      let start = heights[..<(entry.first - 1)].reduce(0, +)
      let height = heights[entry.first - 1..<entry.first - 1 + entry.periods].reduce(0, +)
      for (number, text) in SessionCell(entry, width: widths[day]).lines(height).enumerated() {
        let bracket = height == 1 ? "╶" : number == 0 ? "┌" : number == height - 1 ? "└" : "│"
        cells[day][start + number] = bracket + text
      }
    }
  }

  func lines(name: String) -> [String] {
    var lines: [String] = []
    for (period, height) in heights.enumerated() {
      for line in 0..<height {
        let time = ClockTime(minutes: block.minutes(first: period + 1, count: 1).lowerBound)
        let blank = String(repeating: " ", count: DisplayWidth.of(name))
        let label = (lines.isEmpty ? name : blank) + (line == 0 ? " \(time) " : "       ")
        let text = zip(cells, columns).map { DisplayWidth.fitted($0[lines.count], to: $1) }.joined()
        lines.append(trimmed(label + text))
      }
    }
    return lines + [""]
  }
}

private func trimmed(_ line: String) -> String {
  String(line.reversed().drop { $0 == " " }.reversed())
}

/// Days as they stand at the head of a column.
enum DayName {
  /// - Parameters:
  ///   - date: any day.
  ///   - isShort: without the month.
  /// - Returns: as `周一 03-02`.
  static func of(_ date: CivilDate, isShort: Bool = false) -> Wording {
    let day = date.description.dropFirst(isShort ? 8 : 5)
    return Wording(
      zh: "周" + ["一", "二", "三", "四", "五", "六", "日"][date.weekday.rawValue] + " \(day)",
      en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday.rawValue] + " \(day)")
  }
}

/// Blocks as people call them; those of other ids keep their id.
enum BlockName {
  static func of(_ id: String) -> Wording {
    let names = ["AM": "上午", "PM": "下午", "EVE": "晚上"]
    return Wording(zh: names[id] ?? id, en: id)
  }
}
