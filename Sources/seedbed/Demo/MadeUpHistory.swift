import Civil
import Cohorts
import Courses
import FollowUp

/// The classes of made-up years, one after the other, with their trainees and what became of them.
///
/// Every person is made up: identity numbers carry sound check characters of an area that does not exist (999999).
struct MadeUpHistory: Sendable {
  let teller: LifeTeller
  /// The first day of the first class.
  let from: CivilDate
  /// Classes from then to the teller's day, evenly.
  let classes: Int
  let traineesPerClass: Int
  let officers: [String]
  /// Codes of the areas that the trainees come from.
  let areas: [String]
  /// Before each id, so that none is that of the plan's own trainees and classes.
  let prefix: String
  /// Whether the attendance of each half day, plans and claims are told too.
  let isDetailed: Bool

  private static let categories = [
    "graduate", "returning_migrant", "laid_off", "registered_unemployed", "veteran", "hard_to_employ",
  ]
  private static let surnames = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜")
  private static let givenNames = Array("安平和顺康宁乐文武成业兴旺丰收春夏秋冬山川云海松柏竹梅兰")

  /// The class of a number from 0, and what became of its trainees.
  func held(_ number: Int) -> (courses: RecordedCourses, lives: RecordedLives) {
    let last = teller.until + -30
    let days = max(1, last - from - 10)
    let first = teller.calendar.firstWorkingDay(from: from + days * number / max(1, classes))
    let teaching = teller.calendar.workingDays(7, from: first)
    let span = first...(teaching.last ?? first)
    let id = prefix + "C" + padded(number + 1, 5)
    let category = Self.categories[number % 3]
    let people = (0..<traineesPerClass).map { place in
      trainee(number * traineesPerClass + place + 1, category: category, before: first)
    }
    let members = people.map { person in
      MadeUpTrainee(
        number: Int(person.id.dropFirst(prefix.count + 1)) ?? 0, id: person.id,
        category: person.trainee.category, area: person.trainee.area ?? "",
        officer: officers[number % officers.count])
    }
    let record = classRecord(id, category, teaching, span, people)
    let lives = teller.lives(of: MadeUpClass(id: id, days: span, trainees: members))
    return (courses(record, people), recorded(lives, record, members))
  }

  private func classRecord(
    _ id: String, _ category: String, _ teaching: [CivilDate], _ span: ClosedRange<CivilDate>,
    _ people: [TraineeRecord]
  ) -> ClassRecord {
    let name = TraineeCategory.all.first { $0.code == category }?.name.chinese ?? category
    let number = Int(id.dropFirst(prefix.count + 1)) ?? 0
    return ClassRecord(
      id: id, course: "SYB", courseName: "创办你的企业", programme: .syb, cohort: category, cohortName: name,
      site: "示例培训点", area: areas[number % areas.count], days: span, periods: teaching.count * 8,
      teachers: [0, 1].map { place in
        let teacher = (number + place * 3) % 8 + 1
        return .init(person: "L\(teacher)", name: "示例讲师\(teacher)")
      },
      halfDays: !isDetailed
        ? []
        : teaching.flatMap { day in
          ["AM", "PM"].map { HeldHalfDay(HalfDay(date: day, block: $0), periods: 4) }
        }, members: people.map { .init(trainee: $0.id, joinedOn: span.lowerBound) })
  }

  private func trainee(_ number: Int, category: String, before day: CivilDate) -> TraineeRecord {
    var random = MadeUpRandom(seed: teller.seed &+ 77, number: number)
    let birth = day + -random.between(20 * 365, 48 * 365)
    let parts = birth.parts
    let digits =
      [9, 9, 9, 9, 9, 9] + digits(parts.year, 4) + digits(parts.month, 2) + digits(parts.day, 2)
      + digits(number % 999 + 1, 3)
    let check = String(decoding: [ResidentID.checkCharacter(of: digits)], as: UTF8.self)
    let surname = Self.surnames[random.between(0, Self.surnames.count - 1)]
    let given = (0..<2).map { _ in Self.givenNames[random.between(0, Self.givenNames.count - 1)] }
    let id = prefix + "T" + padded(number, 7)
    return TraineeRecord(
      Trainee(
        id: id, name: "示例\(surname)" + String(given), idNumber: digits.map(String.init).joined() + check,
        category: random.chance(0.85) ? category : Self.categories[random.between(3, 5)],
        area: areas[random.between(0, areas.count - 1)], phone: "1990" + padded(number % 10_000_000, 7),
        registeredOn: day + -random.between(5, 40),
        industry: random.pick(LifeRules.industries).map { String($0.prefix(1)) },
        languages: isDetailed ? languages(number) : []),
      profile: TraineeProfile(
        trainee: id, education: random.pick([(.middle, 2), (.high, 4), (.college, 3), (.bachelor, 2)]),
        household: random.chance(0.5) ? .rural : .urban,
        // Every ninth lives with the one before.
        householdNumber: isDetailed ? padded(number % 9 == 0 ? number - 1 : number, 9) : nil,
        hadSubsidy: false, consentOn: day + -1))
  }

  /// Half of them have told: most speak the common language, a few only that of the place.
  private func languages(_ number: Int) -> Set<String> {
    var random = MadeUpRandom(seed: teller.seed &+ 55, number: number)
    guard random.chance(0.5) else { return [] }
    let own: Set<String> = random.chance(0.4) ? ["关中话"] : []
    return random.chance(0.9) ? own.union([SpokenLanguage.putonghua]) : ["关中话"]
  }

  private func recorded(
    _ lives: MadeUpLives, _ held: ClassRecord, _ members: [MadeUpTrainee]
  ) -> RecordedLives {
    let contacts = Dictionary(grouping: lives.contacts, by: \.subject)
    let founders = Set(lives.ventures.flatMap { $0.venture.founders.map(\.person) })
    let cases = members.map { member in
      PlannedCase(
        FollowUpCase(
          subject: member.id, classID: held.id, classEnd: held.days.upperBound,
          hasVenture: founders.contains(member.id), officer: member.officer, area: member.area),
        by: teller.followUp, contacts: contacts[member.id] ?? [], calendar: teller.calendar,
        asOf: teller.until)
    }
    return RecordedLives(
      ventures: lives.ventures, loans: lives.loans, subsidies: lives.subsidies, contacts: lives.contacts,
      requests: lives.requests, cases: cases)
  }

  private func digits(_ number: Int, _ count: Int) -> [Int] {
    padded(number, count).compactMap(\.wholeNumberValue)
  }
}
