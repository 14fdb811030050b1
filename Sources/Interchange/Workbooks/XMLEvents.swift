import CExpat

/// What a reader of XML is told, element by element; names come without their prefix.
protocol XMLEvents: AnyObject {
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: UnsafeRawBufferPointer)
}

/// Reads the XML parts of a workbook with expat.
///
/// Document types, which no workbook has, end the reading.
struct XMLPart {
  private let part: String

  init(_ part: String) { self.part = part }

  /// Tells the reader all that stands in the part.
  func read(from archive: borrowing WorkbookArchive, _ reader: any XMLEvents) throws(WorkbookError) {
    guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part) }
    defer { XML_ParserFree(parser) }
    let box = Box(reader, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(box).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let box = Box.from(data), let name, let attributes else { return }
        var pairs: [String: String] = [:]
        var place = 0
        while let key = attributes[place], let value = attributes[place + 1] {
          pairs[Box.plain(key)] = String(cString: value)
          place += 2
        }
        box.reader.start(Box.plain(name), pairs)
      },
      { data, name in
        guard let box = Box.from(data), let name else { return }
        box.reader.end(Box.plain(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let box = Box.from(data), let text else { return }
      box.reader.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let box = Box.from(data) else { return }
      XML_StopParser(box.parser, XML_Bool(0))
    }
    try archive.read(part) { piece throws(WorkbookError) in
      let text = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard XML_Parse(parser, text, Int32(piece.count), 0) == XML_STATUS_OK else {
        throw .damaged(part: part)
      }
    }
    guard XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK else { throw .damaged(part: part) }
    withExtendedLifetime(box) {}
  }

  /// What C hands back to us.
  private final class Box {
    let reader: any XMLEvents
    let parser: XML_Parser

    init(_ reader: any XMLEvents, _ parser: XML_Parser) {
      self.reader = reader
      self.parser = parser
    }

    static func from(_ data: UnsafeMutableRawPointer?) -> Box? {
      data.map { Unmanaged<Box>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The name without its prefix.
    static func plain(_ name: UnsafePointer<CChar>) -> String {
      let name = String(cString: name)
      return name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
  }
}
