/// The cells of one table as text, row by row, each row with the line on which it begins.
struct Sheet: Sendable {
  /// The contents of all cells one after the other, UTF-8.
  private(set) var contents: [UInt8] = []
  /// Where each cell's content ends.
  private var cellEnds: [Int] = []
  /// The index after the last cell of each row.
  private var rowEnds: [Int] = []
  private var lines: [Int] = []
  /// What is wrong with the quoting, by line.
  private(set) var faults: [Fault] = []

  /// A place where the text is not well-formed CSV.
  struct Fault: Sendable, Hashable {
    enum Kind: Sendable { case unclosedQuote, textAfterQuote }
    let kind: Kind
    let line: Int
    /// The row that it makes unsure.
    let row: Int
  }

  var rowCount: Int { rowEnds.count }

  /// The line of the file on which the row begins, counted from 1.
  func line(ofRow row: Int) -> Int { lines[row] }

  func cellCount(inRow row: Int) -> Int { rowEnds[row] - firstCell(ofRow: row) }

  /// The bytes of a cell without the blanks around it; empty where the row is too short.
  func bytes(row: Int, cell: Int) -> ArraySlice<UInt8> {
    let first = firstCell(ofRow: row)
    guard cell >= 0, first + cell < rowEnds[row] else { return [] }
    let start = first + cell == 0 ? 0 : cellEnds[first + cell - 1]
    return contents[start..<cellEnds[first + cell]].trimmingBlanks
  }

  func text(row: Int, cell: Int) -> String { String(decoding: bytes(row: row, cell: cell), as: UTF8.self) }

  func isBlank(row: Int) -> Bool {
    (0..<cellCount(inRow: row)).allSatisfy { bytes(row: row, cell: $0).isEmpty }
  }

  private func firstCell(ofRow row: Int) -> Int { row == 0 ? 0 : rowEnds[row - 1] }
}

// Building, for the parser.
extension Sheet {
  mutating func reserve(bytes: Int) { contents.reserveCapacity(bytes) }
  mutating func append(_ byte: UInt8) { contents.append(byte) }
  mutating func append(_ bytes: ArraySlice<UInt8>) { contents.append(contentsOf: bytes) }
  mutating func endCell() { cellEnds.append(contents.count) }

  mutating func endRow(begunOn line: Int) {
    rowEnds.append(cellEnds.count)
    lines.append(line)
  }

  mutating func report(_ kind: Fault.Kind, line: Int) {
    faults.append(Fault(kind: kind, line: line, row: rowCount))
  }

  /// Takes back what was added to the cell that is being built.
  mutating func restartCell() {
    contents.removeSubrange((cellEnds.last ?? 0)...)
  }

  /// Drops the empty lines at the end.
  mutating func dropEmptyLinesAtEnd() {
    while let last = rowEnds.last, cellCount(inRow: rowCount - 1) == 1, isBlank(row: rowCount - 1) {
      cellEnds.removeSubrange((last - 1)...)
      rowEnds.removeLast()
      lines.removeLast()
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without ASCII blanks, no-break, ideographic and zero-width spaces at both ends.
  var trimmingBlanks: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first {
      if first == 0x20 || (0x09...0x0D).contains(first) {
        slice.removeFirst()
      } else if first >= 0xC2, let width = slice.blankWidth(at: slice.startIndex) {
        slice.removeFirst(width)
      } else {
        break
      }
    }
    while let last = slice.last {
      if last == 0x20 || (0x09...0x0D).contains(last) {
        slice.removeLast()
      } else if last >= 0x80, slice.count >= 2, slice.blankWidth(at: slice.endIndex - 2) == 2 {
        slice.removeLast(2)
      } else if last >= 0x80, slice.count >= 3, slice.blankWidth(at: slice.endIndex - 3) == 3 {
        slice.removeLast(3)
      } else {
        break
      }
    }
    return slice
  }

  /// How many bytes the blank that begins here takes: U+00A0, U+3000, U+200B, U+FEFF; nil: no blank.
  private func blankWidth(at index: Int) -> Int? {
    if self[index] == 0xC2, index + 1 < endIndex, self[index + 1] == 0xA0 { return 2 }
    guard index + 2 < endIndex else { return nil }
    switch (self[index], self[index + 1], self[index + 2]) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
    default: return nil
    }
  }
}
