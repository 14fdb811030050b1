package import Civil
import Mentors
import Planning

/// Where arranged guidance is to be put; nil: as it is.
package struct AppointmentPlace: Hashable, Sendable {
  package var date: CivilDate?
  package var block: String?
  package var firstPeriod: Int?
  package var mentor: String?
  package var room: String?

  package init(
    date: CivilDate? = nil, block: String? = nil, firstPeriod: Int? = nil, mentor: String? = nil,
    room: String? = nil
  ) {
    self.date = date
    self.block = block
    self.firstPeriod = firstPeriod
    self.mentor = mentor
    self.room = room
  }

  /// The row in its new place; throws where the bundle has no such block, room or person.
  func applied(
    to row: TimetableRow, _ bundle: PlanningBundle, today: CivilDate
  ) throws(CentreError) -> TimetableRow {
    var row = row
    if let date {
      guard today <= date else {
        throw .refused(
          Wording(
            zh: "\(date) 已过；指导只能改到今天或以后", en: "\(date) is past: guidance is moved to today or later"))
      }
      row.date = date
    }
    if let block { row.block = block }
    if let firstPeriod { row.firstPeriod = firstPeriod }
    guard let block = bundle.blocks.first(where: { $0.id == row.block }) else {
      throw Self.unknown("--block", row.block, bundle.blocks.map(\.id))
    }
    let minutes = block.minutes(first: row.firstPeriod, count: row.periods)
    (row.start, row.end) = (
      ClockTime(minutes: minutes.lowerBound), ClockTime(minutes: minutes.upperBound)
    )
    if let mentor {
      let known = bundle.people.filter { $0.roles.contains(.mentor) }.map(\.id)
      guard known.contains(mentor) else { throw Self.unknown("--mentor", mentor, known) }
      row.people = [mentor]
    }
    if let room {
      guard let found = bundle.rooms.first(where: { $0.id == room }) else {
        throw Self.unknown("--room", room, bundle.rooms.filter { $0.features.contains("consult") }.map(\.id))
      }
      (row.room, row.site) = (found.id, found.site)
    }
    return row
  }

  private static func unknown(_ option: String, _ value: String, _ known: [String]) -> CentreError {
    .refused(
      Wording(
        zh: "\(option)：没有“\(value)”；现有：\(known.joined(separator: "、"))",
        en: "\(option): there is no '\(value)'; there are \(known.joined(separator: ", "))"))
  }
}
