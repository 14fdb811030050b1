package import Civil

/// A class's attendance (考勤册): the half days held, and of each cell the record that holds.
package struct AttendanceBook: Sendable {
  private struct Place: Hashable {
    let trainee: String
    let halfDay: HalfDay
  }

  package let classID: String
  /// In the order of the sheet: by date, then as the day's blocks follow each other.
  package let held: [HeldHalfDay]
  /// Records of half days in which the class was not taught: they count for nothing, and somebody should look.
  package let strays: [Attendance]
  private let cells: [Place: Attendance]

  /// Puts the book together from what was known on a day.
  ///
  /// `held` names each half day that the class was taught in once, in the order of the sheet. `records` are those of
  /// the class in the order in which they were appended: of one cell the one recorded last holds, of several of one
  /// day the one appended last.
  package init(classID: String, held: [HeldHalfDay], records: [Attendance], knownOn day: CivilDate) {
    var cells: [Place: Attendance] = [:]
    for record in records where record.classID == classID && record.recordedOn <= day {
      let place = Place(trainee: record.trainee, halfDay: record.halfDay)
      if let standing = cells[place], standing.recordedOn > record.recordedOn { continue }
      cells[place] = record
    }
    let known = Set(held.map(\.halfDay))
    self.classID = classID
    self.held = held
    self.cells = cells
    strays = cells.values.filter { !known.contains($0.halfDay) && $0.periods > 0 }
      .sorted { ($0.date, $0.block, $0.trainee) < ($1.date, $1.block, $1.trainee) }
  }

  /// The record that holds for a cell; nil: nothing was recorded.
  package func record(of trainee: String, in halfDay: HalfDay) -> Attendance? {
    cells[Place(trainee: trainee, halfDay: halfDay)]
  }

  /// What a trainee attended of the half days up to a date.
  package func count(of trainee: String, through date: CivilDate) -> AttendanceCount {
    var (due, attended, unrecorded) = (0, 0, 0)
    for one in held where one.halfDay.date <= date {
      due += one.periods
      if let record = record(of: trainee, in: one.halfDay) {
        attended += min(record.periods, one.periods)
      } else {
        unrecorded += one.periods
      }
    }
    return AttendanceCount(held: due, attended: attended, unrecorded: unrecorded)
  }
}

/// How many periods (课时) were held for a trainee, and how many were attended.
package struct AttendanceCount: Hashable, Sendable {
  package let held: Int
  /// At most those held.
  package let attended: Int
  /// Those of half days without a record: whether they were attended is not known.
  package let unrecorded: Int

  package init(held: Int, attended: Int, unrecorded: Int = 0) {
    self.held = held
    self.attended = attended
    self.unrecorded = unrecorded
  }

  /// The share attended of those held (出勤率), 0 to 1; nil before anything was held and while any is not recorded.
  package var rate: Double? { held > 0 && unrecorded == 0 ? Double(attended) / Double(held) : nil }
}

extension Attendance {
  package var halfDay: HalfDay { HalfDay(date: date, block: block) }
}
