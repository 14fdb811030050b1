import Centre
import Civil
import Courses
import FollowUp
import Foundation
import Indicators
import Interchange

/// A made-up centre of any size in a database of its own.
struct MadeUpCentre {
  let path: String
  let centre: Centre
  let calendar: WorkingCalendar
  /// The day on which everything is asked.
  let today: CivilDate
  private let regulations: Regulations
  static let area = "999901"

  /// 2026-11-21.
  static let usualDay = CivilDate(daysSinceEpoch: 20_778)

  init(path: String, calendars: String, today day: CivilDate = usualDay) throws {
    self.path = path
    calendar = WorkingCalendars.all(in: calendars)
    today = day
    let regulations = try RegulationFolder().regulations
    self.regulations = regulations
    var environment = CentreEnvironment.live
    environment.stopClock(on: day)
    environment.regulations = regulations
    centre = try Centre(database: path, environment: environment)
    if try isEmpty {
      let bundle = Places.nearest("Fixtures/two-classes") ?? "Fixtures/two-classes"
      let reading = try BundleService.readBundle(at: bundle, partial: false, calendarsFolder: calendars)
      _ = try centre.importBundle(reading, source: bundle)
    }
  }

  /// Whether nobody's history was entered yet.
  var isEmpty: Bool { get throws { try centre.contactCount() == 0 } }

  var officers: [String] { (1...200).map { "回访员" + padded($0, 3) } }

  /// Lives as many trainees in classes of 30 over four years, a hundred classes in one transaction.
  func fill(trainees: Int, seed: UInt64) throws {
    guard let rule = regulations.rule(\.followUp, in: .nation, on: today) else { return }
    let teller = LifeTeller(
      seed: seed, rules: LifeRules(), followUp: rule, calendar: calendar, until: today)
    let classes = max(1, trainees / 30)
    let history = MadeUpHistory(
      teller: teller, from: today + -4 * 365, classes: classes, traineesPerClass: 30,
      officers: Array(officers.prefix(max(3, trainees / 5_000))),
      areas: (1...12).map { Self.area + padded($0, 3) }, prefix: "B", isDetailed: false)
    for start in stride(from: 0, to: classes, by: 100) {
      var courses = RecordedCourses()
      var lives = RecordedLives()
      for number in start..<min(start + 100, classes) {
        let held = history.held(number)
        courses.append(held.courses)
        lives.append(held.lives)
      }
      try centre.record(courses, lives)
    }
  }
}

extension RecordedCourses {
  mutating func append(_ other: RecordedCourses) {
    classes += other.classes
    trainees += other.trainees
    memberships += other.memberships
    steps += other.steps
    attendance += other.attendance
    reviews += other.reviews
    certificates += other.certificates
    trainings += other.trainings
    claims += other.claims
  }
}

extension RecordedLives {
  mutating func append(_ other: RecordedLives) {
    ventures += other.ventures
    whereabouts.merge(other.whereabouts) { _, new in new }
    loans += other.loans
    subsidies += other.subsidies
    contacts += other.contacts
    requests += other.requests
    cases += other.cases
  }
}
