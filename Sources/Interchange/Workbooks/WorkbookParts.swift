/// The list of a workbook's sheets (`xl/workbook.xml`; ECMA-376 part 1, 18.2).
final class WorkbookIndex: XMLEvents {
  private(set) var sheets: [(name: String, relation: String)] = []
  /// Whether days count from 1904-01-01, as old workbooks of the Macintosh do.
  private(set) var startsIn1904 = false

  func start(_ name: String, _ attributes: [String: String]) {
    if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
      sheets.append((title, id))
    }
    if name == "workbookPr" { startsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "") }
  }
  func end(_ name: String) {}
  func text(_ text: UnsafeRawBufferPointer) {}
}

/// Where the parts stand that a workbook names (`xl/_rels/workbook.xml.rels`).
final class WorkbookRelations: XMLEvents {
  /// By the relation's id: the path within the archive.
  private(set) var paths: [String: String] = [:]
  private(set) var sharedStrings: String?
  private(set) var styles: String?

  func start(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    paths[id] = path
    if attributes["Type"]?.hasSuffix("/sharedStrings") == true { sharedStrings = path }
    if attributes["Type"]?.hasSuffix("/styles") == true { styles = path }
  }
  func end(_ name: String) {}
  func text(_ text: UnsafeRawBufferPointer) {}
}

/// The texts that cells share (18.4): the runs of each joined, its phonetic reading left out.
final class SharedStrings: XMLEvents {
  private(set) var texts: [String] = []
  private var now: [UInt8] = []
  private var isText = false
  private var phonetic = 0

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si": now = []
    case "rPh": phonetic += 1
    case "t": isText = true
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si": texts.append(String(decoding: now, as: UTF8.self))
    case "rPh": phonetic -= 1
    case "t": isText = false
    default: break
    }
  }

  func text(_ text: UnsafeRawBufferPointer) {
    if isText, phonetic == 0 { now.append(contentsOf: text) }
  }
}

/// Which styles of cells show their number as a date, and which as a time (18.8).
final class CellStyles: XMLEvents {
  enum Kind { case number, date, time }

  /// By the style's index.
  private(set) var kinds: [Kind] = []
  private var formats: [Int: String] = [:]
  private var isCellStyle = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { formats[id] = attributes["formatCode"] }
    case "cellXfs": isCellStyle = true
    case "xf" where isCellStyle:
      kinds.append(kind(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
    default: break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isCellStyle = false }
  }
  func text(_ text: UnsafeRawBufferPointer) {}

  /// Formats 14 to 17, 22, 27 to 31, 36, 50 to 54, 57 and 58 are dates, 18 to 21, 32 to 35, 45 to 47, 55 and 56 times
  /// (18.8.30, with those of a Chinese system); others say so by their letters.
  private func kind(_ id: Int) -> Kind {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: return .date
    case 18...21, 32...35, 45...47, 55, 56: return .time
    default: break
    }
    guard let code = formats[id] else { return .number }
    var letters: Set<Character> = []
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if !isQuoted, !isBracketed {
        if character == ";" { break }
        letters.insert(character)
      }
    }
    if letters.contains("y") || letters.contains("d") { return .date }
    return letters.contains("h") || letters.contains("s") && letters.contains("m") ? .time : .number
  }
}
