import Civil
import Courses
import Interchange
import Planning
import Testing

/// What is looked for in the whole bundle: one change to a sound bundle, and what is said of it.
@Suite struct BundleCheckTests {
  /// A change to one file, and the beginning of the one problem that it gives.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    var old: String?
    let new: String
    let severity: ImportProblem.Severity
    let says: String

    var testDescription: String { says }

    /// A row added at the end of a file.
    static func adding(
      _ row: String, to file: String, _ severity: ImportProblem.Severity = .error, says: String
    ) -> Case {
      Case(file: file, new: row, severity: severity, says: says)
    }

    /// A piece of a file's text replaced by another.
    static func replacing(
      _ old: String, by new: String, in file: String, _ severity: ImportProblem.Severity = .error,
      says: String
    ) -> Case {
      Case(file: file, old: old, new: new, severity: severity, says: says)
    }

    var bundle: ExampleBundle {
      old.map { ExampleBundle().replacing($0, by: new, in: file) } ?? ExampleBundle().adding(new, to: file)
    }
  }

  static let references: [Case] = [
    .adding("S1,S7,5", to: "travel.csv", says: "travel.csv:3: to: unknown in sites, found S7"),
    .adding("R9,S7,x,20,", to: "rooms.csv", says: "rooms.csv:4: site: unknown in sites, found S7"),
    .adding(
      "SYB,1,a,b,4,,,,,", to: "modules.csv", says: "modules.csv:4: course: unknown in courses, found SYB"),
    .adding(
      "P3,x,lecturer,,,S7,,,,,,", to: "people.csv", says: "people.csv:4: site: unknown in sites, found S7"),
    .adding(
      "C2,XYZ,grads,,9,,,,", to: "classes.csv", says: "classes.csv:3: course: unknown in courses, found XYZ"),
    .adding(
      "C2,GYB,kids,,9,,,,", to: "classes.csv", says: "classes.csv:3: cohort: unknown in cohorts, found kids"),
    .adding(
      "C2,GYB,grads,S7,9,,,,", to: "classes.csv", says: "classes.csv:3: site: unknown in sites, found S7"),
    .adding(
      "C2,GYB,grads,,9,,,,P9", to: "classes.csv",
      says: "classes.csv:3: lecturers: unknown in people, found P9"),
    .adding("C9,T1", to: "enrolments.csv", says: "enrolments.csv:4: class: unknown in classes, found C9"),
    .adding("C1,T9", to: "enrolments.csv", says: "enrolments.csv:4: trainee: unknown in trainees, found T9"),
    .adding(
      "T9,P2,1,2,7,office", to: "mentoring.csv",
      says: "mentoring.csv:3: trainee: unknown in trainees, found T9"),
    .adding(
      "T2,P9,1,2,7,office", to: "mentoring.csv", says: "mentoring.csv:3: mentor: unknown in people, found P9"),
    .adding("C9,know,2,,,,,", to: "pins.csv", says: "pins.csv:3: class: unknown in classes, found C9"),
    .adding(
      "C1,sing,1,,,,,", to: "pins.csv",
      says: "pins.csv:3: module: the course of the class has no such module, found sing"),
    .adding("C1,know,2,,NIGHT,,,", to: "pins.csv", says: "pins.csv:3: block: unknown in blocks, found NIGHT"),
    .adding("C1,know,2,,,,R9,", to: "pins.csv", says: "pins.csv:3: room: unknown in rooms, found R9"),
    .adding("C1,know,2,,,,,P9", to: "pins.csv", says: "pins.csv:3: lecturers: unknown in people, found P9"),
  ]

  static let duplicates: [Case] = [
    .adding("AM,20:00,1", to: "blocks.csv", says: "blocks.csv:5: block: already on line 2, found AM"),
    .adding(
      "GYB,4,know,x,4,4,,,,", to: "modules.csv",
      says: "modules.csv:4: module: already on line 2, found GYB + know"),
    .adding(
      "C1,T1", to: "enrolments.csv", says: "enrolments.csv:4: trainee: already on line 2, found C1 + T1"),
    .adding(
      "T1,,1,2,7,online", to: "mentoring.csv", says: "mentoring.csv:3: trainee: already on line 2, found T1"),
    .adding(
      "S2,S1,25", to: "travel.csv", says: "travel.csv:3: minutes: the pair is already on line 2, found 25"),
    .adding(
      "S2,S1,20", to: "travel.csv", .warning,
      says: "travel.csv:3: minutes: the pair is already on line 2, found 20"),
    .adding("S1,S1,5", to: "travel.csv", says: "travel.csv:3: to: from a site to itself, found S1"),
    .adding(
      "T3,Made up,999999188003010016,graduate,,,,", to: "trainees.csv", .warning,
      says: "trainees.csv:4: id_number: the same number as on line 2, found 9****6"),
    .adding(
      "C1,know,1,2026-03-10,,,,", to: "pins.csv",
      says: "pins.csv:3: part: it contradicts the pin on line 2, found 1"),
  ]

  static let times: [Case] = [
    .replacing(
      "plan_to,2026-04-26", by: "plan_to,2026-02-01", in: "centre.csv",
      says: "centre.csv:2: plan_to: it ends before it begins, found 2026-02-01"),
    .replacing(
      "plan_to,2026-04-26", by: "plan_to,2036-02-01", in: "centre.csv",
      says: "centre.csv:2: plan_to: a plan of 3624 days"),
    .replacing(
      "EVE,18:30,3", by: "EVE,21:30,4", in: "blocks.csv",
      says: "blocks.csv:4: periods: the block runs past midnight, found 4"),
    .replacing(
      "PM,14:00,4", by: "PM,11:00,4", in: "blocks.csv", .warning,
      says: "blocks.csv:3: start: overlaps the block 'AM', found 11:00"),
    .replacing(
      "EVE,18:30,3", by: "EVE,18:30,3\nX,00:00,12\nY,08:33,9", in: "blocks.csv",
      says: "blocks.csv:6: periods: the periods' limits cut the day into 6"),
    .replacing(
      "2026-03-09,2026-03-27", by: "2026-03-27,2026-03-09", in: "classes.csv",
      says: "classes.csv:2: latest: it ends before it begins, found 2026-03-09"),
    .replacing(
      "2026-03-09,2026-03-27", by: "2026-05-09,2026-05-27", in: "classes.csv",
      says: "classes.csv:2: latest: no day of the plan lies between earliest and latest, found 2026-05-27"),
    .replacing(
      "2026-03-09,2026-03-27", by: "2026-03-09,2026-03-09", in: "classes.csv",
      says: "classes.csv:2: latest: it needs 14 periods, and 8 fit between"),
    .replacing(
      "Mon-Fri AM,PM", by: "Mon-Fri EVE", in: "cohorts.csv",
      says:
        "classes.csv:2: open: a session of 4 periods of the module 'know' fits no block that the class has"),
    .replacing(
      "\"Mon-Fri AM,PM\",8", by: "\"Mon-Fri AM,PM\",3", in: "cohorts.csv",
      says: "classes.csv:2: open: a session of 4 periods"),
    .replacing(
      "know,Know business,8,4", by: "know,Know business,8,5", in: "modules.csv",
      says: "modules.csv:2: session_periods: a session of 5 periods fits no block, found 5"),
    .replacing(
      "T1,P2,2,2,7", by: "T1,P2,9,2,7", in: "mentoring.csv",
      says: "mentoring.csv:2: latest: 9 meetings need 57 days, and there are 56"),
    .replacing(
      "T1,P2,2,2,7", by: "T1,P2,2,5,7", in: "mentoring.csv",
      says: "mentoring.csv:2: periods: it fits no block, found 5"),
    .replacing(
      "1,2026-03-09,AM", by: "1,2026-03-30,AM", in: "pins.csv",
      says: "pins.csv:2: date: a date outside the class's dates, found 2026-03-30"),
    .replacing(
      "2026-04-06", by: "2026-03-09", in: "holidays.ics",
      says: "pins.csv:2: date: the day is a holiday, found 2026-03-09"),
    .replacing(
      "1,2026-03-09,AM", by: "1,2026-03-14,AM", in: "pins.csv",
      says: "pins.csv:2: block: the class is not open then, found AM"),
    .replacing(
      "AM,1,R1", by: "AM,2,R1", in: "pins.csv",
      says: "pins.csv:2: first_period: 4 periods from there run beyond the block, found 2"),
    .replacing(
      "2026-03-09,AM,1", by: ",EVE,", in: "pins.csv",
      says: "pins.csv:2: block: the block does not hold 4 periods, found EVE"),
    .replacing(
      "know,1,", by: "know,3,", in: "pins.csv", says: "pins.csv:2: part: the module has no such part, found 3"
    ),
  ]

  static let people: [Case] = [
    .replacing(
      "T1,P2", by: "T1,P1", in: "mentoring.csv",
      says: "mentoring.csv:2: mentor: the person has not the role of mentor, found P1"),
    .replacing(
      ",2026-03-27,,", by: ",2026-03-27,,P3", in: "classes.csv",
      says: "classes.csv:2: lecturers: unknown in people, found P3"),
    .replacing(
      "lecturer,GYB,A", by: "expert,GYB,A", in: "people.csv",
      says: "pins.csv:2: lecturers: the person has not the role of lecturer, found P1"),
    .replacing("4,4,GYB,,1,1", by: "4,4,law,,1,1", in: "modules.csv", .warning, says: ""),
    .replacing(
      "6,4,GYB,,1,1", by: "6,4,law,,1,1", in: "modules.csv", .warning,
      says: "modules.csv:3: qualification: no lecturer may teach the module, found law"),
    .replacing(
      "6,4,GYB,,1,1", by: "6,4,GYB,,3,1", in: "modules.csv", .warning,
      says: "modules.csv:3: qualification: only 2 lecturers may teach the module, found GYB"),
    .replacing(
      "6,4,GYB,,1,1", by: "6,4,GYB,kitchen,1,1", in: "modules.csv", .warning,
      says: "modules.csv:3: features: no room has all of them, found kitchen"),
    .replacing(
      "30,1", by: "30,5", in: "courses.csv", .warning,
      says: "courses.csv:2: min_lecturers: there are only 2 lecturers, found 5"),
    .replacing(
      "30,1", by: "1,1", in: "courses.csv", .warning,
      says: "classes.csv:2: size: more than the course's max_class_size, 1, found 2"),
    .replacing(
      "S1,,2026", by: "S1,50,2026", in: "classes.csv",
      says: "classes.csv:2: size: no room holds so many, found 50"),
    .replacing(
      "S1,,2026", by: "S1,1,2026", in: "classes.csv", .warning,
      says: "classes.csv:2: size: fewer than the 2 enrolled, found 1"),
    .adding(
      "C2,GYB,grads,,,,,,", to: "classes.csv", .warning,
      says: "classes.csv:3: size: nobody is enrolled and no size is given"),
    .replacing(
      "R1,P1", by: "R2,P1", in: "pins.csv",
      says: "pins.csv:2: room: the room is not at the class's site, found R2"),
    .replacing(
      "R1,P1", by: "R1,P1;P2", in: "pins.csv",
      says: "pins.csv:2: lecturers: 2 lecturers are pinned, found P1;P2"),
    .replacing(
      "consult", by: "sofa", in: "rooms.csv", .warning,
      says: "mentoring.csv:2: mode: no room has the feature consult"),
    .replacing(
      "lecturer;mentor", by: "lecturer", in: "people.csv",
      says: "mentoring.csv:2: mentor: the person has not the role of mentor, found P2"),
    .replacing(
      "19900000011,", by: "call me,", in: "trainees.csv", .warning,
      says: "trainees.csv:2: phone: does not look like a telephone number, found c****e"),
    .replacing("999999188003010016", by: "999999188003010024", in: "trainees.csv", .warning, says: ""),
    .replacing(
      "999999188003010016", by: "999999188003010017", in: "trainees.csv",
      says: "trainees.csv:2: id_number: the check character does not fit, found 9****7"),
    .replacing(
      "Made up one", by: "Made\u{1}up", in: "trainees.csv",
      says: "trainees.csv:2: name: control characters in the cell, found M****p"),
    .adding(
      "P;3,x,lecturer,,,,,,,,,", to: "people.csv",
      says: "people.csv:4: person: an id with a separator in it, found P;3"),
    .adding(
      "P3,x,juggler,,,,,,,,,", to: "people.csv", says: "people.csv:4: roles: an unknown word, found juggler"),
    .adding(
      "P3,x,lecturer,,,,,,Someday,,,", to: "people.csv",
      says: "people.csv:4: open: 'Someday' names no day, found Someday"),
    .adding(
      "P3,x,lecturer,,,,,,Mon NIGHT,,,", to: "people.csv",
      says: "people.csv:4: open: no block 'NIGHT', found Mon NIGHT"),
  ]

  static let calendars: [Case] = [
    .replacing(
      "holidays.ics", by: "nowhere.ics", in: "centre.csv",
      says: "centre.csv:2: calendars: no such calendar file, found nowhere.ics"),
    .replacing(
      "holidays.ics", by: "../../etc/passwd", in: "centre.csv",
      says: "centre.csv:2: calendars: no such calendar file"),
    .replacing(
      "holidays.ics", by: "https://example.org/h.ics", in: "centre.csv", .warning,
      says: "centre.csv:2: calendars: a calendar on the net is not fetched here"),
    .replacing(
      "2026-04-06 holiday", by: "2026-04-06\nsoon", in: "holidays.ics", says: "holidays.ics:2: not a date"),
    .replacing(
      "2026-04-06 holiday", by: "2026-04-06 provisional", in: "holidays.ics", .warning,
      says: "centre.csv:2: calendars: the holidays of 2026 are provisional"),
    .replacing(
      "2026-04-06 holiday", by: "2025-04-06 holiday", in: "holidays.ics", .warning,
      says: "centre.csv:2: calendars: no holidays of 2026"),
    .replacing(
      "busy-P1.ics", by: "busy-P7.ics", in: "people.csv",
      says: "people.csv:2: calendar: no such calendar file, found busy-P7.ics"),
    .replacing(
      "busy-P1.ics", by: "webcal://example.org/secret", in: "people.csv", .warning,
      says: "people.csv:2: calendar: a calendar on the net is not fetched here, found webcal://example.org/…"),
    .replacing("2026-03-10", by: "2026-03-10\nx", in: "busy-P1.ics", says: "busy-P1.ics:2: not a date"),
  ]

  @Test(arguments: references + duplicates + times + people + calendars)
  func `what is wrong is told where it stands`(wrong: Case) {
    let problems = wrong.bundle.read().problems
    let told = problems.map { $0.text(in: .english) }
    guard !wrong.says.isEmpty else {
      #expect(told == [])
      return
    }
    #expect(told.contains { $0.hasPrefix(wrong.says) }, "told: \(told)")
    let found = problems.first { $0.text(in: .english).hasPrefix(wrong.says) }
    #expect(found?.isError == (wrong.severity == .error))
    #expect(problems.contains(where: \.isError) == (wrong.severity == .error))
    for problem in problems { #expect(!problem.text(in: .chinese).isEmpty) }
  }

  @Test func `what no timetable can satisfy is an error, and can be planned around`() {
    let short = ExampleBundle().replacing(
      "2026-03-09,2026-03-27", by: "2026-03-09,2026-03-09", in: "classes.csv"
    )
    .read()
    #expect(!short.isSound && short.bundle == nil)
    #expect(short.plannable?.classes.map(\.id) == ["C1"])
    let unknown = ExampleBundle().replacing("2026-03-09", by: "2026-02-30", in: "classes.csv").read()
    #expect(!unknown.isSound && unknown.plannable == nil)
  }

  @Test func `an id that differs only in its spelling is pointed out`() {
    let problems = ExampleBundle().adding("ｃ１,T2", to: "enrolments.csv").problems()
    #expect(
      problems == [
        "enrolments.csv:4: class: unknown in classes, found ｃ１: expected an id of the classes table, such as 'C1' (compared exactly)"
      ])
  }

  @Test func `a calendar of the program serves where the bundle has none`() {
    #expect(ExampleBundle().replacing("holidays.ics", by: "shared.ics", in: "centre.csv").problems() == [])
  }

  @Test func `holidays shorten a class's window`() {
    let days = (9...27).map { "2026-03-" + ($0 < 10 ? "0" : "") + "\($0)" }.filter { $0 != "2026-03-16" }
    let bundle = ExampleBundle().with("holidays.ics", days.map { $0 + " holiday\n" }.joined()).without(
      "pins.csv")
    #expect(
      bundle.problems().contains { $0.hasPrefix("classes.csv:2: latest: it needs 14 periods, and 8 fit") })
  }
}
