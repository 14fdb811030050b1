import Civil
import Cohorts
import Courses
import Foundation
import Mentors
import Planning

extension Facts {
  static func cohorts(_ blocks: [String] = []) -> FactTable<Cohort> {
    FactTable(
      name: "cohort", columns: ["code", "name", "category", "maxPeriodsDay"],
      cells: { cohort, _ in [cohort.id, cohort.name, cohort.category, cohort.maxPeriodsDay] },
      lists: [.openings("cohortOpening", blocks) { $0.open }],
      value: { row in
        try Cohort(
          id: row["code"], name: row["name"], category: row["category"], open: row.pattern("cohortOpening"),
          maxPeriodsDay: row["maxPeriodsDay"])
      })
  }
}

extension Facts {
  static func classes(_ blocks: [String] = []) -> FactTable<TrainingClass> {
    FactTable(
      name: "class",
      columns: ["code", "course", "cohort", "site", "size", "earliest", "latest", "hasOwnOpening"],
      cells: { held, _ in
        [
          held.id, held.course, held.cohort, held.site, held.size, held.earliest, held.latest,
          held.open != nil,
        ]
      },
      lists: [
        ListTable("classLecturer", "person") { $0.lecturers },
        .openings("classOpening", blocks) { $0.open },
      ],
      value: { row in
        let hasOwnOpening: Bool = try row["hasOwnOpening"]
        return try TrainingClass(
          id: row["code"], course: row["course"], cohort: row["cohort"], site: row[optional: "site"],
          size: row[optional: "size"],
          earliest: row[optional: "earliest"], latest: row[optional: "latest"],
          open: hasOwnOpening ? row.pattern("classOpening") : nil, lecturers: row.list("classLecturer"))
      })
  }
}

extension Facts {
  static let trainees = FactTable<Trainee>(
    name: "trainee",
    columns: [
      "code", "name", "idNumberSealed", "idNumberHash", "category", "area", "phoneSealed", "registeredOn",
      "industry", "languages",
    ],
    cells: { trainee, scribe in
      [
        trainee.id, trainee.name, scribe.sealed(trainee.idNumber),
        trainee.idNumber.map { Data(scribe.seal.fingerprint($0)) }, trainee.category, trainee.area,
        scribe.sealed(trainee.phone), trainee.registeredOn, trainee.industry,
        Lines.text(words: trainee.languages),
      ]
    },
    value: { row in
      try Trainee(
        id: row["code"], name: row["name"], idNumber: row.opened("idNumberSealed"), category: row["category"],
        area: row[optional: "area"], phone: row.opened("phoneSealed"),
        registeredOn: row[optional: "registeredOn"],
        industry: row[optional: "industry"], languages: Lines.words(row[optional: "languages"]))
    })
}

extension Facts {
  static let enrolments = FactTable<Enrolment>(
    name: "enrolment", columns: ["class", "trainee"],
    cells: { enrolment, _ in [enrolment.classID, enrolment.trainee] },
    value: { row in try Enrolment(classID: row["class"], trainee: row["trainee"]) })
}

extension Facts {
  static let mentoring = FactTable<MentoringRequest>(
    name: "mentoring",
    columns: ["trainee", "mentor", "meetings", "periods", "earliest", "latest", "minGapDays", "mode"],
    cells: { request, _ in
      [
        request.trainee, request.mentor, request.meetings, request.periods, request.earliest, request.latest,
        request.minGapDays, request.mode.rawValue,
      ]
    },
    value: { row in
      try MentoringRequest(
        trainee: row["trainee"], mentor: row[optional: "mentor"], meetings: row["meetings"],
        periods: row["periods"],
        earliest: row[optional: "earliest"], latest: row[optional: "latest"], minGapDays: row["minGapDays"],
        mode: row.word("mode"))
    })
}

extension Facts {
  static let pins = FactTable<Pin>(
    name: "pin", columns: ["class", "module", "part", "date", "block", "firstPeriod", "room"],
    cells: { pin, _ in
      [pin.classID, pin.module, pin.part, pin.date, pin.block, pin.firstPeriod, pin.room]
    },
    lists: [ListTable("pinLecturer", "person") { $0.lecturers }],
    value: { row in
      try Pin(
        classID: row["class"], module: row["module"], part: row["part"], date: row[optional: "date"],
        block: row[optional: "block"], firstPeriod: row[optional: "firstPeriod"], room: row[optional: "room"],
        lecturers: row.list("pinLecturer"))
    })
}
