import Civil
import FollowUp
import Reports

/// A survival curve for the terminal: the share alive by months, with its 95 % interval as a shade.
struct CurvePicture {
  let curve: SurvivalCurve
  /// Days of life at the right edge.
  let days: Int
  /// Days of life below which a mark stands, with its words.
  let marks: [(days: Int, words: String)]

  private static let height = 12

  /// The picture in lines of at most `width` columns.
  func lines(width: Int) -> [String] {
    let columns = max(20, min(width - 8, 72))
    let values = (0..<columns).map { column in curve.value(at: days * column / (columns - 1)) }
    // Each line stands for two halves, the lower one first.
    let halves = Self.height * 2
    func half(_ share: Double) -> Int { min(halves - 1, max(0, Int(share * Double(halves - 1) + 0.5))) }
    var lines: [String] = []
    for row in (0..<Self.height).reversed() {
      var line = label(row)
      for value in values {
        guard let estimate = value?.estimate else {
          line += " "
          continue
        }
        let place = half(estimate.survival)
        if place / 2 == row {
          line += place.isMultiple(of: 2) ? "▄" : "▀"
        } else if let interval = estimate.interval,
          (half(interval.lowerBound) / 2...half(interval.upperBound) / 2).contains(row)
        {
          line += "░"
        } else {
          line += " "
        }
      }
      lines.append(trimmed(line))
    }
    return lines + axis(columns)
  }

  private func label(_ row: Int) -> String {
    switch row {
    case Self.height - 1: "100% ┤"
    case (Self.height - 1) / 2: " 50% ┤"
    case 0: "  0% ┤"
    default: "     │"
    }
  }

  private func axis(_ columns: Int) -> [String] {
    var line = Array(repeating: "─", count: columns)
    var words = ""
    for mark in marks where mark.days <= days {
      let column = mark.days * (columns - 1) / max(1, days)
      line[column] = "┴"
      let start = max(0, min(column - DisplayWidth.of(mark.words) / 2, columns - DisplayWidth.of(mark.words)))
      words += String(repeating: " ", count: max(0, start - DisplayWidth.of(words))) + mark.words
    }
    return ["     └" + line.joined(), "      " + words]
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
