import Civil
package import Planning

/// Reads and writes timetable.csv (FORMATS.md).
package enum TimetableCSV {
  /// UTF-8 without byte order mark, LF line ends, one row a session in the order given.
  package static func write(_ rows: [TimetableRow]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(Tables.timetable.columns.map(\.name))
    for row in rows {
      writer.write([
        row.session, row.kind.rawValue, row.classID, row.module, "\(row.part)", row.trainee,
        row.date.description,
        row.block, "\(row.firstPeriod)", "\(row.periods)", row.start.description, row.end.description,
        row.site,
        row.room, row.people.joined(separator: ";"),
      ])
    }
    return writer.bytes
  }

  /// The rows in the file's order; a row that the types cannot hold is a problem.
  ///
  /// Takes any file that a bundle's table could be: other encodings, headers in Chinese, titles above the header.
  package static func read(_ bytes: [UInt8], file: String) -> (
    rows: [TimetableRow], problems: [ImportProblem]
  ) {
    let table = TableReader.rows(Tables.timetable, of: bytes, file: file)
    return (table.rows, table.problems)
  }
}

/// Writes rows as RFC 4180 asks, with LF line ends.
package struct CSVWriter {
  /// What was written, UTF-8 without byte order mark.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// What was written since the last time.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Writes one row; cells that hold a comma, a quote or a line end are quoted.
  package mutating func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(0x0A)
  }
}
