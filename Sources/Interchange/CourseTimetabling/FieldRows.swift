/// A line that is not empty, cut at blanks and tabs.
struct FieldRow {
  /// Counted from 1.
  let line: Int
  /// At least one.
  let fields: [String]
}

/// The lines of a text that have fields; they end in LF, CR or CR LF.
struct FieldRows: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 0

  init(_ utf8: [UInt8]) { bytes = utf8 }

  mutating func next() -> FieldRow? {
    while index < bytes.count {
      line += 1
      let fields = nextLine()
      if !fields.isEmpty { return FieldRow(line: line, fields: fields) }
    }
    return nil
  }

  private mutating func nextLine() -> [String] {
    var fields: [String] = []
    var start = index
    func end(_ at: Int) {
      if at > start { fields.append(String(decoding: bytes[start..<at], as: UTF8.self)) }
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        end(index - 1)
        start = index
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        end(index - 1)
        if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        return fields
      default: continue
      }
    }
    end(index)
    return fields
  }
}
