/// A table of text with columns as wide as what they hold; Chinese widths are right.
package struct TextTable {
  package enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// - Parameters:
  ///   - header: the titles.
  ///   - alignments: left for the columns that are not named.
  package init(_ header: [String], _ alignments: [Alignment] = []) {
    rows = [header]
    self.alignments = header.indices.map { $0 < alignments.count ? alignments[$0] : .left }
  }

  package mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, with a rule under the header; the last column is wrapped to the width.
  package func lines(width: Int = 100) -> [String] {
    var widths = alignments.indices.map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let last = max(20, width - before)
    if let widest = widths.last, alignments.last == .left { widths[widths.count - 1] = min(widest, last) }
    var lines: [String] = []
    for (number, row) in rows.enumerated() {
      lines += self.lines(of: row, widths, before)
      if number == 0 {
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      }
    }
    return lines
  }

  private func lines(of row: [String], _ widths: [Int], _ before: Int) -> [String] {
    let head = zip(zip(row, widths), alignments).dropLast().map { cell, alignment in
      padded(cell.0, cell.1, alignment) + "  "
    }.joined()
    guard let last = row.last, let width = widths.last, let alignment = alignments.last else { return [] }
    let wrapped = alignment == .right ? [last] : DisplayWidth.lines(of: last, width: width)
    return wrapped.enumerated().map { number, line in
      let start = number == 0 ? head : String(repeating: " ", count: before)
      return start + (alignment == .right ? padded(line, width, .right) : line)
    }
  }

  private func padded(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
    let blanks = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return alignment == .left ? text + blanks : blanks + text
  }
}
