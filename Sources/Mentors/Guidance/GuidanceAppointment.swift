package import Civil

/// A meeting that was arranged (指导预约), with what asked for it.
///
/// When, where and with whom it is stands in the timetable.
package struct GuidanceAppointment: Hashable, Sendable {
  /// Where the numbers of arranged meetings begin among those of a trainee: those of the bundle come before.
  package static let firstPart = 1_001

  /// Counted from 1 over the whole centre.
  package let number: Int
  package let trainee: String
  /// The number of the meeting among the trainee's: it names the session in timetables, for life.
  package let part: Int
  package let link: ServiceLink
  package let mode: MentoringRequest.Mode
  package let wish: CivilDate?
  package let earliest: CivilDate
  package let latest: CivilDate?
  package let reasons: [GuidanceNeed.Reason]
  /// The day of its cancellation, and why; nil: it stands.
  package var cancelled: Cancellation?

  package struct Cancellation: Hashable, Sendable {
    package let on: CivilDate
    package let reason: String

    package init(on: CivilDate, reason: String) {
      self.on = on
      self.reason = reason
    }
  }

  package init(
    number: Int, trainee: String, part: Int, link: ServiceLink, mode: MentoringRequest.Mode,
    wish: CivilDate? = nil, earliest: CivilDate, latest: CivilDate? = nil, reasons: [GuidanceNeed.Reason],
    cancelled: Cancellation? = nil
  ) {
    self.number = number
    self.trainee = trainee
    self.part = part
    self.link = link
    self.mode = mode
    self.wish = wish
    self.earliest = earliest
    self.latest = latest
    self.reasons = reasons
    self.cancelled = cancelled
  }

  /// As people name it: `A00012`.
  package var id: String { "A" + padded(number, 5) }

  /// The number of a text like `A00012`; nil where it is none.
  package static func number(_ id: String) -> Int? {
    id.first == "A" || id.first == "a" ? Int(id.dropFirst()) : nil
  }

  /// Whether guidance that is on record settles it: held or missed with the trainee on the day or after it.
  package func isSettled(by sessions: [GuidanceSession], on day: CivilDate) -> Bool {
    sessions.contains { $0.trainee == trainee && $0.on >= day }
  }
}

extension GuidanceNeed.Reason {
  /// As it is stored: `request=help-T1-r1@2026-03-02`.
  package var code: String {
    switch self {
    case .request(let id, let due): "request=\(id)" + (due.map { "@\($0)" } ?? "")
    case .agreed(let id, let day): "agreed=\(id)@\(day)"
    case .visit(let id, let day): "visit=\(id)@\(day)"
    case .stuck(let link, let days): "stuck=\(link.rawValue)@\(days)"
    }
  }

  /// Nil where the text is no such code.
  package init?(code: String) {
    guard let mark = code.firstIndex(of: "=") else { return nil }
    let rest = code[code.index(after: mark)...]
    let at = rest.lastIndex(of: "@")
    let id = String(at.map { rest[..<$0] } ?? rest)
    let tail = at.map { String(rest[rest.index(after: $0)...]) }
    let day = tail.flatMap { CivilDate($0) }
    switch code[..<mark] {
    case "request": self = .request(id, due: day)
    case "agreed":
      guard let day else { return nil }
      self = .agreed(id, on: day)
    case "visit":
      guard let day else { return nil }
      self = .visit(id, on: day)
    case "stuck":
      guard let link = ServiceLink(rawValue: id), let days = tail.flatMap({ Int($0) }) else { return nil }
      self = .stuck(link, days: days)
    default: return nil
    }
  }
}
