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
    let id = encoded(owner.audience.id)
    let isPlain = id.utf8.count <= longest && !mayBeNumber(owner.audience.id)
    return "\(owner.audience.kind.rawValue)-\(isPlain ? id : owner.opaqueID).ics"
  }

  /// The id for a list that people read.
  static func shownID(of owner: FeedOwner) -> String {
    mayBeNumber(owner.audience.id) ? "***" : owner.audience.id
  }

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
