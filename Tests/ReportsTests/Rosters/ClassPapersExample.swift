import Civil
import Cohorts
import Courses
import Reports

/// A made-up class of four, whose numbers cannot exist (area 999999), and the papers of it.
enum ClassPapersExample {
  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSinceEpoch: 0) }

  static let today = day("2026-04-01")

  private static func stamp(_ name: String) -> RuleStamp {
    RuleStamp(name: Wording(zh: name, en: "Example"), version: "1", from: day("2020-01-01"), source: "示例文件")
  }

  static let completionRule = CompletionRule(
    stamp: stamp("示例结业条件"), leastAttendance: 0.8, lowestGrade: .pass)

  static let claimRule = ClaimRule(
    stamp: stamp("示例补贴口径"), rates: [.syb: Money(yuan: 1000)], claimWithin: .days(180), monthlyDay: 15,
    noticeWorkingDays: 5)

  private static let people: [(id: String, name: String, number: String, category: String)] = [
    ("T1", "虚构甲", "999999199001010024", "returning_migrant"),
    ("T2", "=虚构乙", "999999199001010032", "graduate_5"),
    ("T3", "虚构丙", "999999199001010040", "returning_migrant"),
    ("T4", "虚构丁", "999999199001011019", "registered_unemployed"),
  ]

  static let trainees = people.map { person in
    TraineeRecord(
      Trainee(
        id: person.id, name: person.name, idNumber: person.number, category: person.category,
        area: "999999", phone: "00000000001"),
      profile: TraineeProfile(
        trainee: person.id, education: .college, household: .rural, hadSubsidy: false, wish: "茶叶种植"))
  }

  static let record = ClassRecord(
    id: "C1", course: "SYB", courseName: "创办你的企业（SYB）", programme: .syb, cohort: "G1", cohortName: "返乡群体",
    site: "示例培训点", area: "999999", days: day("2026-03-02")...day("2026-03-03"), periods: 12,
    teachers: [.init(person: "P1", name: "讲师甲"), .init(person: "P2", name: "讲师乙")],
    halfDays: [
      HeldHalfDay(HalfDay(date: day("2026-03-02"), block: "AM"), periods: 4),
      HeldHalfDay(HalfDay(date: day("2026-03-02"), block: "PM"), periods: 4),
      HeldHalfDay(HalfDay(date: day("2026-03-03"), block: "AM"), periods: 4),
    ],
    members: people.map { .init(trainee: $0.id, joinedOn: day("2026-02-20")) })

  /// T1 attended all, T2 ten periods of twelve, T3 four; T4 is not recorded on the last half day.
  private static var attendance: [Attendance] {
    let periods: [String: [Int?]] = [
      "T1": [4, 4, 4], "T2": [4, 2, 4], "T3": [4, 0, 0], "T4": [4, 4, nil],
    ]
    let halfDays = record.halfDays.map(\.halfDay)
    return people.flatMap { person in
      zip(halfDays, periods[person.id] ?? []).compactMap { half, attended in
        attended.map { attended in
          Attendance(
            classID: "C1", trainee: person.id, date: half.date, block: half.block, periods: attended,
            recordedOn: day("2026-03-04"), recordedBy: "班主任甲")
        }
      }
    }
  }

  private static func step(_ state: ClassState, _ date: String, paper: String? = nil) -> ClassStep {
    ClassStep(
      classID: "C1", state: state, on: day(date), paper: paper, recordedOn: day(date), recordedBy: "教务甲")
  }

  static let file = ClassFile(
    record, members: trainees,
    categories: CategoryLedger(
      people.map { person in
        CategoryMembership(
          id: "M-" + person.id, person: person.id, category: person.category, from: day("2026-01-01"),
          evidence: person.id == "T4" ? [] : [Evidence(kind: "就业创业证", reference: "9999990000000001")],
          entry: Entry(on: day("2026-02-20"), by: "教务甲"))
      }),
    steps: [
      step(.submitted, "2026-02-02"), step(.approved, "2026-02-10", paper: "示例批〔2026〕1号"),
      step(.opened, "2026-03-02"), step(.teaching, "2026-03-02"), step(.completed, "2026-03-06"),
    ], attendance: attendance,
    reviews: [("T1", PlanGrade.excellent), ("T2", .pass), ("T3", .pass)].map { trainee, grade in
      PlanReview(
        classID: "C1", trainee: trainee, grade: grade, score: 88, on: day("2026-03-05"),
        recordedOn: day("2026-03-05"), recordedBy: "专家甲")
    },
    certificates: ["T1", "T2"].map { trainee in
      Certificate(
        number: "CY2026-" + trainee, classID: "C1", trainee: trainee, issuedOn: day("2026-03-10"),
        recordedOn: day("2026-03-10"), recordedBy: "教务甲")
    }, claims: [], completionRule: completionRule, asOf: today)

  static var claims: [ClaimVerdict] {
    trainees.flatMap { trainee in
      claimRule.judge(
        ClaimCandidate(
          trainee: trainee.id, completion: file.completion(of: trainee.id)?.verdict ?? .open,
          certificate: file.certificates[trainee.id],
          eligibility: Eligibility(
            ruling: .eligible, regulation: "示例", rule: nil, membership: nil, reasons: [])),
        in: file.claimedClass, on: today, WorkingCalendar())
    }
  }

  static func papers(_ disclosure: Disclosure = .masked, layouts: [RosterLayout] = []) -> ClassPapers {
    ClassPapers(
      file, institution: Institution(name: "示例培训中心", bank: "示例银行", account: "0000 0000"),
      disclosure: disclosure, layouts: layouts, claimRule: claimRule, claims: claims)
  }
}
