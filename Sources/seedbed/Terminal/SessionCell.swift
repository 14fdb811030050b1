import Reports

/// The words of one session within the width of its day.
struct SessionCell {
  private let width: Int
  private let mark: String
  private let title: [String]
  private let details: [String]

  init(_ entry: WeekGrid.Entry, width: Int) {
    self.width = width
    mark = entry.mark
    title = DisplayWidth.lines(
      of: [entry.title, entry.mark].filter { !$0.isEmpty }.joined(separator: " "), width: width)
    details = entry.details.filter { !$0.isEmpty }
  }

  /// Lines that it would fill if it could.
  var wanted: Int { title.count + details.count }

  /// Title and details in exactly so many lines, the details joined where there is no line for each.
  func lines(_ count: Int) -> [String] {
    let lower = count > details.count ? details : count > 1 ? [details.joined(separator: " ")] : []
    let filled = heading(count - lower.count) + lower.map { DisplayWidth.truncated($0, to: width) }
    return filled + Array(repeating: "", count: max(0, count - filled.count))
  }

  /// The title in at most so many lines; what is cut off is never its mark.
  private func heading(_ count: Int) -> [String] {
    guard title.count > count, count > 0 else { return Array(title.prefix(max(0, count))) }
    // A Chinese line goes on without a blank, an English one with.
    var rest = title.dropFirst(count - 1).reduce("") { rest, line in
      let isWide =
        DisplayWidth.of(String(rest.suffix(1))) != 1 || DisplayWidth.of(String(line.prefix(1))) != 1
      return rest + (isWide ? "" : " ") + line
    }
    if !mark.isEmpty, rest.hasSuffix(mark) {
      rest = String(rest.dropLast(mark.count)).trimmingSuffix(" ")
      rest = DisplayWidth.truncated(rest, to: max(1, width - DisplayWidth.of(mark))) + mark
    }
    return title.prefix(count - 1) + [DisplayWidth.truncated(rest, to: width)]
  }
}

extension String {
  /// Without such characters at its end.
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    String(reversed().drop { $0 == character }.reversed())
  }
}
