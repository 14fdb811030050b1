/// A value of a JSON text (RFC 8259) with the line on which it begins.
struct JSONNode: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// In the order of the file, repeated keys too.
    case object([Member])
  }

  struct Member: Hashable, Sendable {
    let key: String
    let line: Int
    let value: JSONNode
  }

  let value: Value
  let line: Int

  /// As a message shows it: short.
  var shown: String {
    switch value {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let number): number
    case .string(let string): "\"\(string)\""
    case .array(let nodes): "[…] (\(nodes.count))"
    case .object(let members): "{…} (\(members.count))"
    }
  }
}

/// Where a text stops being JSON, and what was expected there.
struct JSONFlaw: Error, Hashable, Sendable {
  let line: Int
  let expected: String
  /// Nil: the text ended.
  let found: String?
}

extension JSONNode {
  /// Deeper nesting is refused.
  fileprivate static let deepest = 32

  /// - Throws: the first place at which the text is not JSON.
  init(parsing bytes: [UInt8]) throws(JSONFlaw) {
    var parser = JSONParser(bytes: bytes)
    parser.skipByteOrderMark()
    self = try parser.node(depth: Self.deepest)
    try parser.end()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0
  var line = 1

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func flaw(_ expected: String) -> JSONFlaw {
    let found = bytes[position...].prefix { $0 != 10 && $0 != 13 }.prefix(12)
    return JSONFlaw(
      line: line, expected: expected, found: next == nil ? nil : String(decoding: found, as: UTF8.self))
  }

  private mutating func skipBlanks() {
    while let byte = next, [9, 10, 13, 32].contains(byte) {
      if byte == 10 { line += 1 }
      position += 1
    }
  }

  private mutating func take(_ character: Character) throws(JSONFlaw) {
    skipBlanks()
    guard next == character.asciiValue else { throw flaw("\(character)") }
    position += 1
  }

  private mutating func takes(_ character: Character) -> Bool {
    skipBlanks()
    guard next == character.asciiValue else { return false }
    position += 1
    return true
  }

  mutating func end() throws(JSONFlaw) {
    skipBlanks()
    if next != nil { throw flaw("EOF") }
  }

  mutating func node(depth: Int) throws(JSONFlaw) -> JSONNode {
    skipBlanks()
    let start = line
    guard depth > 0 else { throw flaw("≤ \(JSONNode.deepest) × [ {") }
    switch next {
    case UInt8(ascii: "{"): return JSONNode(value: .object(try members(depth)), line: start)
    case UInt8(ascii: "["): return JSONNode(value: .array(try items(depth)), line: start)
    case UInt8(ascii: "\""): return JSONNode(value: .string(try string()), line: start)
    default: return JSONNode(value: try word(), line: start)
    }
  }

  private mutating func members(_ depth: Int) throws(JSONFlaw) -> [JSONNode.Member] {
    try take("{")
    var members: [JSONNode.Member] = []
    if takes("}") { return [] }
    repeat {
      skipBlanks()
      let start = line
      guard next == UInt8(ascii: "\"") else { throw flaw("\"…\":") }
      let key = try string()
      try take(":")
      members.append(JSONNode.Member(key: key, line: start, value: try node(depth: depth - 1)))
    } while takes(",")
    try take("}")
    return members
  }

  private mutating func items(_ depth: Int) throws(JSONFlaw) -> [JSONNode] {
    try take("[")
    var items: [JSONNode] = []
    if takes("]") { return [] }
    repeat { items.append(try node(depth: depth - 1)) } while takes(",")
    try take("]")
    return items
  }

  /// true, false, null or a number.
  private mutating func word() throws(JSONFlaw) -> JSONNode.Value {
    let text = String(
      decoding: bytes[position...].prefix { byte in
        [0x2B, 0x2D, 0x2E].contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte)
      }, as: UTF8.self)
    let value: JSONNode.Value
    switch text {
    case "true": value = .boolean(true)
    case "false": value = .boolean(false)
    case "null": value = .null
    default:
      let isNumber = text.first.map { $0 == "-" || $0.isNumber } ?? false
      guard isNumber, let number = Double(text), number.isFinite else {
        throw flaw("{ [ \"…\" 123 true false null")
      }
      value = .number(text)
    }
    position += text.utf8.count
    return value
  }

  private mutating func string() throws(JSONFlaw) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw flaw("\"") }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    guard next != nil else { throw flaw("\"") }
    position += 1
    guard let string = String(validating: text, as: UTF8.self) else { throw flaw("UTF-8") }
    return string
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFlaw) {
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9,
    ]
    guard let kind = next else { throw flaw("\"") }
    if let byte = plain[kind] {
      position += 1
      text.append(byte)
      return
    }
    guard kind == UInt8(ascii: "u") else { throw flaw("\\n, \\u…") }
    position += 1
    var code = try hexadecimal()
    if (0xD800...0xDBFF).contains(code), bytes[position...].starts(with: [0x5C, 0x75]) {
      position += 2
      let low = try hexadecimal()
      guard (0xDC00...0xDFFF).contains(low) else { throw flaw("\\uDC00…") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw flaw("\\u…") }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(JSONFlaw) -> UInt32 {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16) else {
      throw flaw("4 × 0–F")
    }
    position += 4
    return code
  }
}
