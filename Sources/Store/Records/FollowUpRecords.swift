package import Civil
package import FollowUp
import Foundation
import GRDB

extension CentreStore {
  /// Puts cases with their tasks in the place of what was kept of the same trainees and classes.
  package func record(_ cases: [PlannedCase], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Self.enter(cases, db, &scribe, stamp) }
  }

  static func enter(
    _ cases: [PlannedCase], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    let removal = try db.cachedStatement(sql: "DELETE FROM followUpStep WHERE trainee = ? AND class = ?")
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO followUpCase (id, centreID, trainee, class, classEnd, officer, area, hasVenture,
          ventureEndedOn, followedTo, lostSince, lastReached, recordedOn, recordedBy)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (trainee, class) DO UPDATE SET classEnd = excluded.classEnd, officer = excluded.officer,
          area = excluded.area, hasVenture = excluded.hasVenture, ventureEndedOn = excluded.ventureEndedOn,
          followedTo = excluded.followedTo,
          lostSince = excluded.lostSince, lastReached = excluded.lastReached
        """)
    let step = try db.cachedStatement(
      sql: """
        INSERT INTO followUpStep (id, centreID, trainee, class, officer, unit, number, opensOn, dueOn, closesOn,
          answeredOn, answer)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for planned in cases {
      let followed = planned.followed
      try removal.execute(arguments: [followed.subject, followed.classID])
      try insertion.execute(arguments: [
        scribe.ids.next(), scribe.centre, followed.subject, followed.classID,
        followed.classEnd.daysSinceEpoch,
        followed.officer, followed.area, followed.hasVenture,
        followed.ventureEndedOn?.daysSinceEpoch, followed.followedTo?.daysSinceEpoch,
        planned.lostSince?.daysSinceEpoch, planned.lastReached?.daysSinceEpoch, stamp.on.daysSinceEpoch,
        stamp.by,
      ])
      for (index, task) in planned.tasks.enumerated() {
        let (unit, number) = task.step.cells
        let answer: (CivilDate, Contact.Result)? =
          if case .done(let day, let result) = task.status { (day, result) } else { nil }
        let closes = index + 1 < planned.tasks.count ? planned.tasks[index + 1].opens : nil
        try step.execute(arguments: [
          scribe.ids.next(), scribe.centre, followed.subject, followed.classID, followed.officer, unit,
          number,
          task.opens.daysSinceEpoch, task.due.daysSinceEpoch, closes?.daysSinceEpoch,
          answer?.0.daysSinceEpoch, answer?.1.rawValue,
        ])
      }
    }
  }

  /// The cases of an officer, or of all, that may have a task open on a date or cannot be reached: for the lists.
  ///
  /// The kept tasks only choose the cases; the rule says what is due.
  package func openCases(officer: String?, on date: CivilDate) throws(StoreError) -> [FollowUpCase] {
    // Of one officer the indexes give a few hundred entries among millions; each is then looked up by its key.
    let (by, steps, lost) =
      officer == nil
      ? ("", "followUpStep", "followUpCase")
      : (
        "officer = :officer AND ", "followUpStep INDEXED BY followUpStepOpen",
        "followUpCase INDEXED BY followUpCaseLost"
      )
    return try read { db in
      // One row after another: copies of hundreds of thousands would take more room than the cases.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          WITH open AS (
            SELECT trainee, class FROM \(steps)
            WHERE \(by)answeredOn IS NULL AND closesOn > :date AND opensOn <= :date
            UNION SELECT trainee, class FROM \(steps)
            WHERE \(by)answeredOn IS NULL AND closesOn IS NULL AND opensOn <= :date
            UNION SELECT trainee, class FROM \(lost) WHERE \(by)lostSince IS NOT NULL)
          SELECT c.trainee, c.class, c.classEnd, c.officer, c.area, c.hasVenture, c.followedTo, c.ventureEndedOn
          FROM open CROSS JOIN followUpCase c ON c.trainee = open.trainee AND c.class = open.class
          ORDER BY c.trainee, c.class
          """,
        arguments: officer.map { ["date": date.daysSinceEpoch, "officer": $0] }
          ?? ["date": date.daysSinceEpoch])
      var cases: [FollowUpCase] = []
      while let row = try rows.next() { cases.append(FollowUpCase(row: row)) }
      return cases
    }
  }

  /// The cases of some trainees, or all, by trainee and class.
  package func followUpCases(of trainees: [String]? = nil) throws(StoreError) -> [FollowUpCase] {
    try read { db in
      let (clause, arguments) = Self.clause("trainee", isIn: trainees)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT trainee, class, classEnd, officer, area, hasVenture, followedTo, ventureEndedOn
          FROM followUpCase \(clause)
          ORDER BY trainee, class
          """,
        arguments: arguments)
      var cases: [FollowUpCase] = []
      while let row = try rows.next() { cases.append(FollowUpCase(row: row)) }
      return cases
    }
  }

  /// The cases of an officer, or of all, of classes that had ended by a day, by trainee and class.
  package func followUpCases(officer: String?, endedBy day: CivilDate) throws(StoreError) -> [FollowUpCase] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT trainee, class, classEnd, officer, area, hasVenture, followedTo, ventureEndedOn
          FROM followUpCase WHERE (:officer IS NULL OR officer = :officer) AND classEnd <= :day
          ORDER BY trainee, class
          """,
        arguments: ["officer": officer, "day": day.daysSinceEpoch])
      var cases: [FollowUpCase] = []
      while let row = try rows.next() { cases.append(FollowUpCase(row: row)) }
      return cases
    }
  }

  /// The last day of consent of each trainee whose consent was known on a day to be withdrawn, by code.
  package func withdrawnConsents(knownOn day: CivilDate) throws(StoreError) -> [String: CivilDate] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT code, followedTo FROM traineeRecord WHERE followedTo IS NOT NULL AND recordedOn <= :day
          UNION ALL SELECT code, followedTo FROM traineeHistory
          WHERE followedTo IS NOT NULL AND recordedOn <= :day AND replacedOn > :day
          """, arguments: ["day": day.daysSinceEpoch])
      return Dictionary(rows.map { ($0[0], CivilDate(daysSinceEpoch: $0[1])) }) { first, _ in first }
    }
  }

  /// The officers who follow anybody, by name, with how many cases each has.
  package func officers() throws(StoreError) -> [(name: String, cases: Int)] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT officer, count(*) FROM followUpCase GROUP BY officer ORDER BY officer"
      ).map { ($0[0], $0[1]) }
    }
  }
}

extension FollowUpCase {
  /// From trainee, class, classEnd, officer, area, hasVenture, followedTo and ventureEndedOn, in this order.
  fileprivate init(row: Row) {
    let (followedTo, ended): (Int?, Int?) = (row[6], row[7])
    self.init(
      subject: row[0], classID: row[1], classEnd: CivilDate(daysSinceEpoch: row[2]), hasVenture: row[5],
      officer: row[3], area: row[4], ventureEndedOn: ended.map { CivilDate(daysSinceEpoch: $0) },
      followedTo: followedTo.map { CivilDate(daysSinceEpoch: $0) })
  }
}

extension FollowUpTask.Step {
  fileprivate var cells: (unit: String, number: Int) {
    switch self {
    case .day(let days): ("day", days)
    case .month(let months): ("month", months)
    }
  }
}
