package import Civil
package import Courses
package import Interchange
import Logging
import Store

extension Centre {
  /// Reads a signed attendance sheet, or attendance in its long form; all its problems are told.
  package func readAttendance(
    _ bytes: [UInt8], file: String, of classID: String
  ) throws(CentreError) -> FileReading<AttendanceMark> {
    let record = try classRecord(classID)
    let members = try members(of: record)
    return try inWorkbook(file) { () throws(WorkbookError) in
      try AttendanceFile.read(bytes, file: file, members: members, held: record.halfDays)
    }
  }

  /// What of the marks is new, what is on record already, and what is on record otherwise.
  package func compare(_ marks: [AttendanceMark], of classID: String) throws(CentreError) -> (
    new: [AttendanceMark], known: [AttendanceMark], conflicts: [AttendanceConflict]
  ) {
    try classFile(classID).book.compared(with: marks)
  }

  /// The mark of one trainee in one half day, checked against the class.
  package func mark(
    _ trainee: String, on date: CivilDate, block: String, periods: Int?, of classID: String
  ) throws(CentreError) -> AttendanceMark {
    let record = try classRecord(classID)
    let isPresent = record.members.contains { $0.trainee == trainee && $0.leftOn == nil }
    guard isPresent else { throw .refused(Self.noMember(trainee, of: classID)) }
    let half = record.halfDays.first { held in
      held.halfDay.date == date
        && [held.halfDay.block, held.halfDay.blockName.chinese, held.halfDay.blockName.english]
          .contains { $0.lowercased() == block.lowercased() }
    }
    guard let half, (0...half.periods).contains(periods ?? half.periods) else {
      throw .refused(notHeld(classID, HalfDay(date: date, block: block), half?.periods))
    }
    return AttendanceMark(trainee: trainee, halfDay: half.halfDay, periods: periods ?? half.periods)
  }

  /// Why a half day cannot be marked: the class was not taught then, or not for so many periods.
  private func notHeld(_ classID: String, _ half: HalfDay, _ periods: Int?) -> Wording {
    guard let periods else {
      return Wording(
        zh: "班级“\(classID)”在 \(half.title.chinese) 没有课；请核对日期和时段（见 class show）",
        en: "class \(classID) was not taught on \(half.title.english); check day and block (see class show)")
    }
    return Wording(
      zh: "班级“\(classID)”在 \(half.title.chinese) 有 \(periods) 课时；实到课时应为 0 到 \(periods)",
      en:
        "class \(classID) was taught \(periods) periods on \(half.title.english); give a number from 0 to \(periods)"
    )
  }

  /// Enters attendance; a later record of a half day holds, the earlier one stays in the ledger.
  package func enter(_ marks: [AttendanceMark], of classID: String) throws(CentreError) {
    let stamp = try recordStamp()
    try stored { store throws(StoreError) in
      try store.record(
        marks.map { mark in
          Attendance(
            classID: classID, trainee: mark.trainee, date: mark.halfDay.date, block: mark.halfDay.block,
            periods: mark.periods, recordedOn: stamp.on, recordedBy: stamp.by)
        }, stamp: stamp)
    }
    log.notice("attendance entered", metadata: ["class": "\(classID)", "cells": "\(marks.count)"])
  }
}
