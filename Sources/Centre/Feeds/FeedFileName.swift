import Foundation
import Store

/// The name of a feed's file: made of the owner's id, which can be any text.
enum FeedFileName {
  /// Bytes of a name, so that every file system takes it.
  private static let longest = 120
  /// So many digits in an id may be somebody's telephone or identity number.
  private static let longestNumber = 10

  /// As `person-P001.ics`: what is no letter, digit, hyphen or underscore is percent-encoded.
  ///
  /// An id that is very long, or that may be somebody's number, gives way to an opaque one.
  static func name(of owner: FeedOwner) -> String {
    "\(owner.audience.kind.rawValue)-\(safe(owner.audience.id, or: owner.opaqueID)).ics"
  }

  /// The text as a part of a file's name, or the opaque one in its place.
  static func safe(_ text: String, or opaque: String) -> String {
    let id = encoded(text)
    return id.utf8.count <= longest && !mayBeNumber(text) ? id : opaque
  }

  /// The id for a list that people read.
  static func shownID(of owner: FeedOwner) -> String { shown(owner.audience.id) }

  /// A name for a list that people read: stars where it may be somebody's number.
  static func shown(_ text: String) -> String { mayBeNumber(text) ? "***" : text }

  private static func mayBeNumber(_ id: String) -> Bool {
    id.unicodeScalars.count { $0.properties.numericType != nil } > longestNumber
  }

  private static func encoded(_ id: String) -> String {
    var text = ""
    for scalar in id.unicodeScalars {
      if isPlain(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 { text += "%" + String(format: "%02X", byte) }
      }
    }
    return text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return CharacterSet.alphanumerics.contains(scalar) || scalar == "-" || scalar == "_" }
    // Chinese characters stand as they are; what has several forms is encoded.
    return (0x4E00...0x9FFF).contains(scalar.value)
  }
}
