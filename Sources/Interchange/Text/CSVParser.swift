/// Splits UTF-8 text into rows and cells (RFC 4180), byte by byte in one pass.
///
/// Rows end with CR, LF or CRLF; the last needs no end. Newlines within quotes belong to the cell.
struct CSVParser {
  enum Delimiter: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
  }

  private static let quote: UInt8 = 0x22
  private static let (lineFeed, carriageReturn): (UInt8, UInt8) = (0x0A, 0x0D)
  /// A file with more unclosed quotes than this is taken as it stands from there on.
  private static let maxUnclosedQuotes = 20

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var sheet = Sheet()
  private var index = 0
  private var line = 1
  private var unclosedQuotes = 0

  /// The rows of a text; `maxRows` stops after so many, for a look at the beginning.
  static func sheet(of bytes: [UInt8], delimiter: Delimiter, maxRows: Int = .max) -> Sheet {
    var parser = CSVParser(bytes: bytes, delimiter: delimiter.rawValue)
    if maxRows == .max { parser.sheet.reserve(bytes: bytes.count) }
    while parser.index < bytes.count, parser.sheet.rowCount < maxRows { parser.readRow() }
    parser.sheet.dropEmptyLinesAtEnd()
    return parser.sheet
  }

  private init(bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  private mutating func readRow() {
    let begun = line
    while true {
      if index < bytes.count, bytes[index] == CSVParser.quote { readQuoted() }
      readPlain()
      sheet.endCell()
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    if index < bytes.count { skipLineEnd() }
    sheet.endRow(begunOn: begun)
  }

  /// Up to the next delimiter or line end, quotes and all.
  private mutating func readPlain() {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == CSVParser.lineFeed || byte == CSVParser.carriageReturn { break }
      index += 1
    }
    sheet.append(bytes[start..<index])
  }

  private mutating func readQuoted() {
    let (opening, openingLine) = (index, line)
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == CSVParser.quote {
        index += 1
        guard index < bytes.count, bytes[index] == CSVParser.quote else {
          reportTextAfterQuote()
          return
        }
        sheet.append(byte)
        index += 1
      } else if byte == CSVParser.lineFeed || byte == CSVParser.carriageReturn {
        sheet.append(CSVParser.lineFeed)
        skipLineEnd()
      } else {
        sheet.append(byte)
        index += 1
      }
    }
    sheet.report(.unclosedQuote, line: openingLine)
    unclosedQuotes += 1
    guard unclosedQuotes <= CSVParser.maxUnclosedQuotes else { return }
    // Reads on as if the quote were an ordinary character, so that the rows after it can still be judged.
    sheet.restartCell()
    sheet.append(CSVParser.quote)
    index = opening + 1
    line = openingLine
  }

  private mutating func reportTextAfterQuote() {
    guard index < bytes.count else { return }
    let next = bytes[index]
    let ends = [delimiter, CSVParser.lineFeed, CSVParser.carriageReturn]
    if !ends.contains(next) { sheet.report(.textAfterQuote, line: line) }
  }

  private mutating func skipLineEnd() {
    if bytes[index] == CSVParser.carriageReturn, index + 1 < bytes.count,
      bytes[index + 1] == CSVParser.lineFeed
    {
      index += 1
    }
    index += 1
    line += 1
  }
}
