import GRDB

/// One numbered step of the schema, in its own file; never edited once shipped.
struct SchemaStep: Sendable {
  /// A number and a sentence.
  let name: String
  let sql: String
}

extension [SchemaStep] {
  /// The whole schema, in the order in which it grew.
  static let all: [SchemaStep] = [
    .centreAndLedger,
    .placesAndTimes,
    .coursesAndPeople,
    .classesAndTrainees,
    .draftTimetables,
    .publications,
    .peopleOnRecord,
    .classesOnRecord,
    .ventures,
    .followUp,
    .indicatorsAndTargets,
    .areasAndHouseholds,
    .correctedPapers,
    .figuresOverMany,
    .guidance,
    .projectLibrary,
    .mentorPool,
    .basesAndEvents,
    .pledgesPairingsAssignments,
    .guidanceInTheTimetable,
    .languagesOfTrainees,
    .reportedPlacements,
  ]

  var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in self {
      migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
    }
    return migrator
  }
}
