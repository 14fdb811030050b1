package import Civil
import GRDB
package import Planning

extension SessionKey {
  /// The columns that name a session in every table of timetables.
  static let columns = ["kind", "class", "module", "part", "trainee"]

  var cells: [Cell] {
    switch self {
    case .classSession(let classID, let module, let part):
      [TimetableRow.Kind.class.rawValue, classID, module, part, ""]
    case .meeting(let trainee, let part): [TimetableRow.Kind.mentoring.rawValue, "", "", part, trainee]
    }
  }

  init(columnsOf row: Row) throws {
    let part = try row.decode(Int.self, forColumn: "part")
    if try row.decode(String.self, forColumn: "kind") == TimetableRow.Kind.class.rawValue {
      self = .classSession(
        classID: try row.decode(String.self, forColumn: "class"),
        module: try row.decode(String.self, forColumn: "module"), part: part)
    } else {
      self = .meeting(trainee: try row.decode(String.self, forColumn: "trainee"), part: part)
    }
  }
}

/// When and where a session is held: the columns that drafts and revisions have in common.
package struct SessionPlace: Hashable, Sendable {
  package let date: CivilDate
  package let block: String
  /// Counted from 1.
  package let firstPeriod: Int
  package let periods: Int
  package let start: ClockTime
  package let end: ClockTime
  /// Empty for a visit or an online meeting.
  package let site: String
  /// Empty for a visit or an online meeting.
  package let room: String

  package init(_ row: TimetableRow) {
    date = row.date
    block = row.block
    firstPeriod = row.firstPeriod
    periods = row.periods
    start = row.start
    end = row.end
    site = row.site
    room = row.room
  }

  static let columns = [
    "date", "block", "firstPeriod", "periods", "startMinute", "endMinute", "site", "room",
  ]

  var cells: [Cell] { [date, block, firstPeriod, periods, start.minutes, end.minutes, site, room] }

  init(columnsOf row: Row) throws {
    date = try row.decode(CivilDate.self, forColumn: "date")
    block = try row.decode(String.self, forColumn: "block")
    firstPeriod = try row.decode(Int.self, forColumn: "firstPeriod")
    periods = try row.decode(Int.self, forColumn: "periods")
    start = ClockTime(minutes: try row.decode(Int.self, forColumn: "startMinute"))
    end = ClockTime(minutes: try row.decode(Int.self, forColumn: "endMinute"))
    site = try row.decode(String.self, forColumn: "site")
    room = try row.decode(String.self, forColumn: "room")
  }
}
