import Civil
import Cohorts
import Courses
import Mentors
package import Planning

/// Writes a whole bundle as the tables of FORMATS.md, so that it reads back as the same facts.
package struct BundleTables: Sendable {
  /// A table by its file's name.
  package struct File: Hashable, Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  private let bundle: PlanningBundle
  /// The file with each person's busy time, by id; who is not in it keeps what the bundle says.
  private let calendars: [String: String]
  /// Whether identity numbers and telephones of trainees are written.
  private let hasNumbers: Bool

  package init(_ bundle: PlanningBundle, calendars: [String: String] = [:], hasNumbers: Bool) {
    self.bundle = bundle
    self.calendars = calendars
    self.hasNumbers = hasNumbers
  }

  /// UTF-8 without byte order mark, in the order of FORMATS.md; a table without rows has its heads alone.
  package var files: [File] {
    [
      File(name: "centre.csv", bytes: centre),
      file("blocks", Tables.blocks, bundle.blocks) { one in
        [one.id, one.start.description, "\(one.periods)", "\(one.periodMinutes)", "\(one.breakMinutes)"]
      },
      file("sites", Tables.sites, bundle.sites) { one in
        [one.id, one.name, one.area ?? "", degrees(one.latitude), degrees(one.longitude)]
      },
      file("travel", Tables.travel, bundle.travel) { [$0.from, $0.to, "\($0.minutes)"] },
      file("rooms", Tables.rooms, bundle.rooms) { one in
        [one.id, one.site, one.name, "\(one.capacity)", list(one.features), pattern(one.open)]
      },
      file("courses", Tables.courses, bundle.courses) { one in
        [one.id, one.name, one.programme.rawValue, "\(one.maxClassSize)", "\(one.minLecturers)"]
      },
      file("modules", Tables.modules, bundle.modules, module),
      file("people", Tables.people, bundle.people, person),
      file("cohorts", Tables.cohorts, bundle.cohorts) { one in
        [one.id, one.name, one.category, pattern(one.open), "\(one.maxPeriodsDay)"]
      },
      file("classes", Tables.classes, bundle.classes) { one in
        [
          one.id, one.course, one.cohort, one.site ?? "", number(one.size), one.earliest?.description ?? "",
          one.latest?.description ?? "", one.open.map(pattern) ?? "", one.lecturers.joined(separator: ";"),
        ]
      },
      file("trainees", Tables.trainees, bundle.trainees) { one in
        [
          one.id, one.name, hasNumbers ? one.idNumber ?? "" : "", one.category, one.area ?? "",
          hasNumbers ? one.phone ?? "" : "", one.registeredOn?.description ?? "", one.industry ?? "",
          list(one.languages),
        ]
      },
      file("enrolments", Tables.enrolments, bundle.enrolments) { [$0.classID, $0.trainee] },
      file("mentoring", Tables.mentoring, bundle.mentoring) { one in
        [
          one.trainee, one.mentor ?? "", "\(one.meetings)", "\(one.periods)",
          one.earliest?.description ?? "", one.latest?.description ?? "", "\(one.minGapDays)",
          one.mode.rawValue,
        ]
      },
      file("pins", Tables.pins, bundle.pins) { one in
        [
          one.classID, one.module, "\(one.part)", one.date?.description ?? "", one.block ?? "",
          number(one.firstPeriod), one.room ?? "", one.lecturers.joined(separator: ";"),
        ]
      },
    ]
  }

  private func file<Row>(
    _ name: String, _ table: TableDescription<Row>, _ rows: [Row], _ cells: (Row) -> [String]
  ) -> File {
    var writer = CSVWriter()
    writer.write(table.columns.map(\.name))
    for row in rows { writer.write(cells(row)) }
    return File(name: name + ".csv", bytes: writer.bytes)
  }

  private var centre: [UInt8] {
    let centre = bundle.centre
    var rows = [
      ("name", centre.name), ("time_zone", centre.timeZone), ("plan_from", centre.planFrom.description),
      ("plan_to", centre.planTo.description), ("calendars", centre.calendars.joined(separator: ";")),
      ("default_travel_minutes", "\(centre.defaultTravelMinutes)"),
    ]
    if let account = centre.account {
      rows += [
        ("account_name", account.name), ("bank", account.bank), ("account", account.number),
      ].compactMap { key, value in value.map { (key, $0) } }
    }
    var writer = CSVWriter()
    writer.write(["key", "value"])
    for (key, value) in rows { writer.write([key, value]) }
    return writer.bytes
  }

  private func module(_ one: Module) -> [String] {
    [
      one.course, "\(one.order)", one.id, one.name, "\(one.periods)", "\(one.sessionPeriods)",
      one.qualification ?? "", list(one.features), "\(one.team)", "\(one.gapDays)",
    ]
  }

  private func person(_ one: Person) -> [String] {
    [
      one.id, one.name, list(Set(one.roles.map(\.rawValue))), list(one.qualifications),
      list(one.industries), one.site ?? "", "\(one.maxPeriodsDay)", "\(one.maxPeriodsWeek)",
      pattern(one.open), calendars[one.id] ?? one.calendar ?? "", one.email ?? "", one.phone ?? "",
    ]
  }

  /// What is open always says so: a blank cell of a class would stand for its cohort's times.
  private func pattern(_ open: WeeklyPattern) -> String {
    let text = open.text(blocks: bundle.blocks.map(\.id))
    return text.isEmpty ? "Daily" : text
  }

  private func list(_ words: Set<String>) -> String { words.sorted().joined(separator: ";") }
  private func number(_ number: Int?) -> String { number.map(String.init) ?? "" }
  private func degrees(_ degrees: Double?) -> String { degrees.map { "\($0)" } ?? "" }
}
