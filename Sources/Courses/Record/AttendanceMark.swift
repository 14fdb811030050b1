package import Civil

/// What a signed sheet says of a cell before it is recorded.
package struct AttendanceMark: Hashable, Sendable {
  package let trainee: String
  package let halfDay: HalfDay
  /// 0: absent.
  package let periods: Int

  package init(trainee: String, halfDay: HalfDay, periods: Int) {
    self.trainee = trainee
    self.halfDay = halfDay
    self.periods = periods
  }
}

/// That a mark says otherwise than what is recorded.
package struct AttendanceConflict: Hashable, Sendable {
  package let mark: AttendanceMark
  package let recorded: Attendance

  package var text: Wording {
    Wording(
      zh:
        "学员“\(mark.trainee)”\(mark.halfDay.title.chinese)：已登记 \(recorded.periods) 课时（\(recorded.recordedOn) "
        + "\(recorded.recordedBy)），新表为 \(mark.periods) 课时",
      en: "trainee \(mark.trainee), \(mark.halfDay.title.english): recorded are \(recorded.periods) periods "
        + "(\(recorded.recordedOn), \(recorded.recordedBy)), the sheet has \(mark.periods)")
  }
}

extension AttendanceBook {
  /// The marks parted into those that are new, those that say what is recorded, and those that say otherwise.
  package func compared(with marks: [AttendanceMark]) -> (
    new: [AttendanceMark], known: [AttendanceMark], conflicts: [AttendanceConflict]
  ) {
    var (new, known): ([AttendanceMark], [AttendanceMark]) = ([], [])
    var conflicts: [AttendanceConflict] = []
    for mark in marks {
      guard let recorded = record(of: mark.trainee, in: mark.halfDay) else {
        new.append(mark)
        continue
      }
      if recorded.periods == mark.periods {
        known.append(mark)
      } else {
        conflicts.append(AttendanceConflict(mark: mark, recorded: recorded))
      }
    }
    return (new, known, conflicts)
  }
}
