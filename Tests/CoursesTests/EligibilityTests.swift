import Civil
import Cohorts
import Courses
import Testing

@Suite struct EligibilityTests {
  private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
  private static func area(_ text: String) throws -> AreaCode { try #require(AreaCode(text)) }
  private let entry = Entry(on: CivilDate(daysSinceEpoch: 0), by: "录入员甲")

  /// A made-up province, a city of it with its own text from 2026, and Shenzhen's two limits (深人社规〔2022〕6号).
  private func regulations() throws -> EligibilityRegulations {
    let all = Set(Course.Programme.allCases)
    let limits = [
      EntitlementRule(id: "once", programmes: all, counting: .sameProgramme, period: .lifetime),
      EntitlementRule(id: "yearly", programmes: all, counting: .together, period: .calendarYear),
    ]
    let province = EligibilityRegulation(
      id: "P", name: Wording(zh: "省口径", en: "Province"), area: try Self.area("990000"),
      from: try Self.day("2020-01-01"), source: "示例",
      rules: [
        EligibilityRule(
          id: "P-five", programmes: [.gyb, .syb], categories: CategoryPackage.trainingSubsidy.categories,
          needsEvidence: true, youngestAge: 16, oldestAge: .beforeRetirement(women: .womenOf50)),
        EligibilityRule(id: "P-owner", programmes: [.iyb], categories: ["owner"]),
      ], entitlements: limits)
    let city = EligibilityRegulation(
      id: "C", name: Wording(zh: "市口径", en: "City"), area: try Self.area("990100"),
      from: try Self.day("2026-01-01"), source: "示例",
      rules: [
        EligibilityRule(
          id: "C-wide", programmes: [.syb], categories: ["graduate", "returning_migrant"], youngestAge: 16,
          oldestAge: .years(60), residence: try Self.area("990100"))
      ],
      entitlements: [
        EntitlementRule(
          id: "warn", programmes: [.syb], counting: .sameProgramme, period: .months(36), blocks: false)
      ],
      categories: CategoryTree(adding: [("landless", "returning_migrant")]))
    return EligibilityRegulations([city, province])
  }

  private func applicant(
    _ category: String, from: String = "2020-01-01", through: String? = nil, proved: Bool = true,
    birth: String? = "1995-03-15", sex: Sex? = .female, area: String? = "990102"
  ) throws -> Applicant {
    Applicant(
      person: ["P1"], birthDate: try birth.map(Self.day), sex: sex, area: try area.map(Self.area),
      memberships: [
        CategoryMembership(
          id: "m", person: "P1", category: category, from: try Self.day(from),
          through: try through.map(Self.day), evidence: proved ? [Evidence(kind: "示例证明")] : [],
          entry: entry)
      ])
  }

  private func judge(
    _ applicant: Applicant, _ programme: Course.Programme = .syb, in area: String = "990200",
    on date: String = "2026-05-01", trained: [SubsidisedTraining] = []
  ) throws -> Eligibility {
    try regulations().eligibility(
      of: applicant, for: programme, in: try Self.area(area), on: try Self.day(date), trained: trained,
      classID: "K1")
  }

  private func training(_ programme: Course.Programme, _ date: String, classID: String = "K0") throws
    -> SubsidisedTraining
  {
    SubsidisedTraining(
      id: "\(programme) \(date)", person: "P1", programme: programme, classID: classID,
      on: try Self.day(date), area: try Self.area("990200"), entry: entry)
  }

  @Test func `the nearest area's regulation of the date rules`() throws {
    let migrant = try applicant("returning_migrant")
    #expect(try judge(migrant, in: "990102").regulation == "C")
    #expect(try judge(migrant, in: "990102").ruling == .eligible)
    #expect(try judge(migrant, in: "990102", on: "2025-12-31").regulation == "P")
    #expect(try judge(migrant, in: "990200").ruling == .ineligible)
    #expect(try judge(migrant, in: "980000").reasons.count == 1)
    #expect(try judge(migrant, in: "980000").regulation == nil)
  }

  @Test func `a part of an admitted group is admitted, a region's own parts too`() throws {
    #expect(try judge(applicant("graduate_2"), in: "990102").ruling == .eligible)
    #expect(try judge(applicant("landless"), in: "990102").ruling == .eligible)
    #expect(try judge(applicant("landless"), in: "990200").ruling == .ineligible)
  }

  @Test func `a category counts only while it holds, and with its paper`() throws {
    let past = try judge(applicant("graduating_year", through: "2026-04-30"))
    #expect(past.ruling == .ineligible)
    #expect(past.reasons.first?.text[.english].contains("not when the class starts") == true)
    let unproved = try judge(applicant("graduating_year", proved: false))
    #expect(
      unproved.ruling == .undecided && unproved.reasons == [.evidenceMissing(category: "graduating_year")])
  }

  @Test func `the age is judged on the first day`() throws {
    #expect(try judge(applicant("poor", birth: "2010-05-01")).ruling == .eligible)
    #expect(try judge(applicant("poor", birth: "2010-05-02")).reasons == [.tooYoung(age: 15, least: 16)])
    // Born in April 1975: two months later than at 50.
    let born = try applicant("poor", birth: "1975-04-10")
    #expect(try judge(born, on: "2025-06-09").ruling == .eligible)
    #expect(try judge(born, on: "2025-06-10").reasons == [.retired(on: try Self.day("2025-06-10"))])
    #expect(try judge(applicant("poor", birth: nil)).reasons == [.birthDateUnknown])
    #expect(try judge(applicant("poor", birth: nil)).ruling == .undecided)
  }

  @Test func `somebody from elsewhere is refused, somebody from nowhere asked`() throws {
    #expect(try judge(applicant("graduate", area: "990300"), in: "990102").ruling == .ineligible)
    #expect(try judge(applicant("graduate", area: nil), in: "990102").ruling == .undecided)
  }

  @Test func `each course is paid once, and one course a year`() throws {
    let poor = try applicant("poor")
    #expect(try judge(poor, trained: [training(.gyb, "2025-12-31")]).ruling == .eligible)
    #expect(try judge(poor, trained: [training(.gyb, "2026-01-01")]).ruling == .ineligible)
    #expect(try judge(poor, trained: [training(.syb, "2021-06-01")]).ruling == .ineligible)
    #expect(try judge(poor, trained: [training(.syb, "2026-05-01", classID: "K1")]).ruling == .eligible)
    let reason = try #require(try judge(poor, trained: [training(.syb, "2021-06-01")]).reasons.first)
    #expect(reason.text[.chinese].contains("此前已享受补贴培训 1 次"))
  }

  @Test func `what only warns leaves somebody eligible`() throws {
    let graduate = try applicant("graduate")
    let warned = try judge(graduate, in: "990102", trained: [training(.syb, "2023-05-02")])
    #expect(warned.ruling == .eligible && warned.reasons.count == 1)
    #expect(try judge(graduate, in: "990102", trained: [training(.syb, "2023-05-01")]).reasons == [])
  }

  @Test func `a person's trainings are counted under all names, less what was withdrawn`() throws {
    let ledger = EntitlementLedger(
      [
        try training(.syb, "2024-01-10"),
        SubsidisedTraining(
          id: "x", person: "P2", programme: .gyb, classID: "K7", on: try Self.day("2023-01-10"),
          area: try Self.area("99"), entry: entry),
      ],
      withdrawals: [
        Correction(of: "x", reason: "误录", entry: Entry(on: try Self.day("2026-01-01"), by: "录入员甲"))
      ])
    let known = try Self.day("2025-01-01")
    #expect(ledger.trainings(of: ["P1", "P2"], asKnownOn: known).map(\.person) == ["P2", "P1"])
    #expect(ledger.trainings(of: ["P1"], asKnownOn: known).count == 1)
    #expect(ledger.trainings(of: ["P1", "P2"], asKnownOn: try Self.day("2026-01-01")).count == 1)
  }

  @Test func `regulations of one area that overlap are told`() throws {
    let province = try regulations().all[1]
    let next = EligibilityRegulation(
      id: "P2", name: province.name, area: province.area, from: try Self.day("2027-01-01"), source: "示例",
      rules: [])
    let both = EligibilityRegulations([next, province])
    #expect(both.overlaps.map(\.later) == ["P2"])
    #expect(both.inForce(in: province.area, on: try Self.day("2027-01-01"))?.id == "P2")
  }
}
