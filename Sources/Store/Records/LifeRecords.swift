import Civil
import Cohorts
package import Courses
package import FollowUp
import Foundation
import GRDB

extension CentreStore {
  /// Enters classes with their trainees and what became of them, all in one transaction or none of it.
  ///
  /// For ledgers that were kept elsewhere, and for made-up centres: what is entered keeps the days on which it was
  /// recorded. Ventures have to be new.
  package func record(
    _ courses: RecordedCourses, _ lives: RecordedLives = RecordedLives(), stamp: RecordStamp
  ) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Self.enter(courses, db, &scribe, stamp)
      try Self.enter(lives.ventures, lives.whereabouts, db, &scribe, stamp)
      try Self.enter(lives.loans, lives.subsidies, db, &scribe, stamp)
      try Self.enter(lives.contacts, db, &scribe, stamp)
      for request in lives.requests {
        try Records.helpRequests.append([request], db, &scribe, stamp.on(request.openedOn, stamp.by))
      }
      try Self.enter(lives.cases, db, &scribe, stamp)
    }
  }

  private static func enter(
    _ courses: RecordedCourses, _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    let first = courses.classes.map(\.days.lowerBound).min() ?? stamp.on
    try append(courses.trainees, db, &scribe, stamp.on(first, stamp.by))
    for membership in courses.memberships {
      let entry = membership.entry
      _ = try enter([membership], db, &scribe, stamp.on(entry.on, entry.by))
    }
    for held in courses.classes { try enter([held], db, &scribe, stamp.on(held.days.lowerBound, stamp.by)) }
    for step in courses.steps {
      try Records.classSteps.append([step], db, &scribe, stamp.on(step.recordedOn, step.recordedBy))
    }
    for cell in courses.attendance {
      try Records.attendance.append([(1, cell)], db, &scribe, stamp.on(cell.recordedOn, cell.recordedBy))
    }
    for review in courses.reviews {
      try Records.planReviews.append([review], db, &scribe, stamp.on(review.recordedOn, review.recordedBy))
    }
    for paper in courses.certificates {
      try Records.certificates.append([paper], db, &scribe, stamp.on(paper.recordedOn, paper.recordedBy))
    }
    for training in courses.trainings {
      let entry = training.entry
      try Records.subsidisedTrainings.append([training], db, &scribe, stamp.on(entry.on, entry.by))
    }
    for claim in courses.claims {
      try Records.claims.append([claim], db, &scribe, stamp.on(claim.recordedOn, claim.recordedBy))
    }
  }

  /// Adds trainees who are not on record yet; the others stay as they are.
  private static func append(
    _ trainees: [TraineeRecord], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    let known = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM traineeRecord WHERE centreID = ? AND code = ?)")
    for trainee in trainees {
      let isKnown = try Bool.fetchOne(known, arguments: [scribe.centre, trainee.id])
      if isKnown != true { try Records.trainees.append([trainee], db, &scribe, stamp) }
    }
  }

  private static func enter(
    _ ventures: [VentureRecord], _ whereabouts: [String: VentureWhereabouts], _ db: Database,
    _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    for record in ventures {
      let venture = record.venture
      let known = (record.states.entries.map(\.recordedOn) + record.jobs.entries.map(\.recordedOn)).min()
      let place = whereabouts[venture.id] ?? VentureWhereabouts()
      try enter([(venture, place)], db, &scribe, stamp.on(known ?? stamp.on, stamp.by))
      try enter(record.states, of: venture.id, Records.ventureStates, db, &scribe, stamp)
      try enter(record.jobs, of: venture.id, Records.ventureJobs, db, &scribe, stamp)
    }
  }

  private static func enter(
    _ loans: [Loan], _ subsidies: [Subsidy], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    for loan in loans {
      let on = loan.steps.entries.map(\.recordedOn).min() ?? stamp.on
      try db.execute(
        sql: """
          INSERT INTO loan (id, centreID, code, borrower, venture, recordedOn, recordedBy)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          scribe.ids.next(), scribe.centre, loan.id, loan.borrower, loan.venture, on.daysSinceEpoch, stamp.by,
        ])
      try enter(loan.steps, of: loan.id, Records.loanSteps, db, &scribe, stamp)
    }
    for subsidy in subsidies {
      try Records.subsidies.append([subsidy], db, &scribe, stamp.on(subsidy.paidOn, stamp.by))
    }
  }

  /// Numbers the entries in their order; what one corrects is the number of the entry with that id.
  private static func enter<Fact>(
    _ ledger: Ledger<Fact>, of owner: String, _ table: RecordTable<LedgerRow<Fact>>, _ db: Database,
    _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    var numbers: [String: Int] = [:]
    for (index, entry) in ledger.entries.enumerated() {
      numbers[entry.id] = index + 1
      let corrects = entry.corrects.flatMap { numbers[$0] }
      let row = LedgerRow(owner: owner, number: index + 1, corrects: corrects, entry: entry)
      let ids = try table.append([row], db, &scribe, stamp.on(entry.recordedOn, entry.recordedBy))
      if let id = ids.first { try enter(entry.evidence, of: id, db, &scribe) }
    }
  }

  private static func enter(
    _ contacts: [Contact], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    let last = try db.cachedStatement(sql: "SELECT max(number) FROM contact WHERE subject = ?")
    var numbers: [String: Int] = [:]
    for contact in contacts {
      let before: Int
      if let number = numbers[contact.subject] {
        before = number
      } else {
        before = try Int.fetchOne(last, arguments: [contact.subject]) ?? 0
      }
      numbers[contact.subject] = before + 1
      try Records.contacts.append(
        [(before + 1, contact)], db, &scribe, stamp.on(contact.recordedOn, contact.officer))
    }
    for (day, group) in Dictionary(grouping: contacts, by: \.recordedOn) {
      try count(group.count, on: day, db)
    }
  }
}

extension RecordStamp {
  /// The same moment, for something that was recorded on another day by somebody else.
  fileprivate func on(_ day: CivilDate, _ actor: String) -> RecordStamp {
    RecordStamp(at: at, on: day, by: actor)
  }
}
