import Civil
package import ProjectLibrary

/// Words and numbers of outreach events as people write them, outside of a file.
package enum OutreachWords {
  /// A number as it was written.
  package enum Count: Hashable, Sendable {
    case exactly(Int)
    /// With 余, 多 or 约.
    case about(Int)
    /// `0余`: the digits before are lost.
    case lost
  }

  package static func kind(_ text: String) -> OutreachEvent.Kind? {
    OutreachEvent.Kind.allCases.first { [$0.rawValue, $0.name.english, $0.name.chinese].contains(text) }
      ?? (try? read(.word(Words.outreachKinds), text))
  }

  /// As `09:00-16:30`.
  package static func hours(_ text: String) -> OutreachEvent.Hours? { try? read(.openHours, text) }

  /// As `一等奖:P001；二等奖:P007`.
  package static func awards(_ text: String) -> [OutreachEvent.Award]? { try? read(.awards, text) }

  /// Nil where it is no number from 0 to 100 million.
  package static func count(_ text: String) -> Count? {
    guard let count = CountText(text), (0...100_000_000).contains(count.value) else { return nil }
    if count.isApproximate { return count.value == 0 ? .lost : .about(count.value) }
    return .exactly(count.value)
  }

  private static func read<Value>(
    _ reader: CellReader<Value>, _ text: String
  ) throws(CellFault) -> Value {
    var notes = CellNotes()
    return try reader.read(text, &notes)
  }
}
