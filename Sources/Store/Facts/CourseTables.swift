import Courses
import Foundation

extension Facts {
  static let courses = FactTable<Course>(
    name: "course", columns: ["code", "name", "programme", "maxClassSize", "minLecturers"],
    cells: { course, _ in
      [course.id, course.name, course.programme.rawValue, course.maxClassSize, course.minLecturers]
    },
    value: { row in
      try Course(
        id: row["code"], name: row["name"], programme: row.word("programme"),
        maxClassSize: row["maxClassSize"], minLecturers: row["minLecturers"])
    })
}

extension Facts {
  static let modules = FactTable<Module>(
    name: "module",
    columns: [
      "course", "rank", "code", "name", "periods", "sessionPeriods", "qualification", "team", "gapDays",
    ],
    cells: { module, _ in
      [
        module.course, module.order, module.id, module.name, module.periods, module.sessionPeriods,
        module.qualification, module.team, module.gapDays,
      ]
    },
    lists: [ListTable("moduleFeature", "feature") { $0.features.sorted() }],
    value: { row in
      try Module(
        course: row["course"], order: row["rank"], id: row["code"], name: row["name"],
        periods: row["periods"], sessionPeriods: row["sessionPeriods"],
        qualification: row[optional: "qualification"],
        features: Set(row.list("moduleFeature")), team: row["team"], gapDays: row["gapDays"])
    })
}
