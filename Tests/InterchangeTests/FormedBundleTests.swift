import Civil
import Cohorts
import Courses
import Planning
import Testing

@testable import Interchange

@Suite struct FormedBundleTests {
  private let today = CivilDate(daysSinceEpoch: 20_778)

  private func demo() throws -> PlanningBundle {
    let reading = ExampleBundle(files: try files()).read()
    let errors = reading.problems.filter(\.isError).map { $0.text(in: .english) }
    #expect(errors.isEmpty)
    return try #require(reading.bundle)
  }

  /// A bundle of the fixtures without its people's calendars.
  func files(_ name: String = "demo") throws -> [String: [UInt8]] {
    var files = try Fixture.files(in: name).filter { $0.key.hasSuffix(".csv") }
    let drop = { (name: String, words: [String]) in
      let text = String(decoding: files[name] ?? [], as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return Array(
        lines.filter { line in !words.contains { line.contains($0) } }.joined(separator: "\n").utf8)
    }
    files["centre.csv"] = drop("centre.csv", ["calendars"])
    let people = String(decoding: files["people.csv"] ?? [], as: UTF8.self)
    let rows = people.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.hasSuffix(".ics") ? "" : String($0) }.joined(separator: ",")
    }
    files["people.csv"] = Array(rows.joined(separator: "\n").utf8)
    return files
  }

  private func stamp() -> RuleStamp {
    RuleStamp(name: Wording(zh: "示例", en: "example"), version: "1", from: today + -3000, source: "made up")
  }

  private func rules(_ bundle: PlanningBundle, entry: [EntryRule.Condition] = []) -> FormingRules {
    let anybody = EligibilityRegulation(
      id: "all", name: Wording(zh: "示例", en: "example"), area: .nation, from: today + -3000,
      source: "made up",
      rules: [EligibilityRule(id: "age", programmes: [.gyb, .syb], youngestAge: 16)],
      entitlements: [
        EntitlementRule(id: "once", programmes: [.syb], counting: .sameProgramme, period: .lifetime)
      ])
    return FormingRules(
      offers: bundle.classOffers(), courses: bundle.courses, cohorts: bundle.cohorts,
      eligibility: EligibilityRegulations([anybody]), entry: EntryRule(stamp: stamp(), conditions: entry),
      date: bundle.centre.planFrom, area: AreaCode("610113") ?? .nation)
  }

  private func intent(
    _ number: Int, _ category: String = "graduate", programme: String? = "SYB", area: String = "610113001",
    age: Int = 30
  ) -> Intent {
    Intent(
      id: "Y\(padded(number, 3))", name: "示例\(number)", birthDate: today.adding(months: -12 * age),
      area: AreaCode(area), categories: [category], wish: "开店", programme: programme,
      surveyedOn: today + (-number % 60), entry: Entry(on: today, by: "示例"))
  }

  private func propose(
    _ intents: [Intent], facts: [String: WishFacts] = [:], _ rules: FormingRules, months: Int = 3
  ) throws -> FormingProposal {
    let bundle = try demo()
    let sizes = ClassRule(
      stamp: stamp(), periodMinutes: 45, periodsPerHalfDay: 4, periodsPerEvening: 4, lengths: [],
      leastTrainees: 20, usualTrainees: 30, mostTrainees: 30, leastLecturers: 2)
    let starts = (0..<months).map { bundle.centre.planFrom.adding(months: $0) }
    return FormingProposal(
      intents, facts: facts, rules: rules, sizes: sizes, months: starts,
      horizon: bundle.centre.planFrom.adding(months: months),
      limits: (0..<months).map {
        FormingLimit(
          name: Wording(zh: "讲师", en: "lecturers"), ground: .proved, offers: Set(rules.offers.indices),
          month: $0,
          most: 2)
      }, taken: Set(bundle.classes.map(\.id)))
  }

  @Test func `a proposal and the centre's other tables are a sound bundle`() throws {
    let bundle = try demo()
    let intents =
      (0..<50).map { intent($0) } + (50..<95).map { intent($0, "laid_off") }
      + (95..<100).map { intent($0, "returning_migrant") }
    let proposal = try propose(intents, rules(bundle))
    #expect(proposal.classes.count == 4)
    let people = Dictionary(
      uniqueKeysWithValues: intents.map { ($0.id, Trainee(id: $0.id, name: $0.name, category: "graduate")) })
    let wider = bundle.adding(proposal.classes, trainees: people)
    let files = BundleTables(wider, hasNumbers: false).files
    let reading = ExampleBundle(
      files: Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
    ).read()
    let errors = reading.problems.filter(\.isError).map { $0.text(in: .english) }
    #expect(errors.isEmpty, "\(errors.prefix(5))")
    let formed = try #require(reading.bundle)
    #expect(formed.classes.count == bundle.classes.count + 4)
    #expect(
      formed.enrolments.count == bundle.enrolments.count
        + proposal.classes.reduce(0) { $0 + $1.intents.count })
    #expect(Array(formed.classes.prefix(bundle.classes.count)).map(\.id) == bundle.classes.map(\.id))
    #expect(proposal.classes.allSatisfy { (20...30).contains($0.intents.count) })
    #expect(
      proposal.leftOver.map(\.reason)
        == Array(repeating: .left(.tooFew(wishing: 5, least: 20, full: [])), count: 5))
  }

  @Test func `who is not entitled, not prepared or wishes nothing that there is is told why`() throws {
    let bundle = try demo()
    let condition = EntryRule.Condition(.syb, leastSelfTest: 76)
    let rules = rules(bundle, entry: [condition])
    let ready = WishFacts(entry: EntryFacts(selfTest: 80))
    let trained = WishFacts(
      trained: [
        SubsidisedTraining(
          id: "T", person: "P", programme: .syb, classID: "G01", on: today + -300,
          area: AreaCode("610113") ?? .nation, entry: Entry(on: today, by: "示例"))
      ], entry: EntryFacts(selfTest: 90))
    let intents = [
      intent(1, programme: nil), intent(2, age: 12), intent(3), intent(4), intent(5, "cadre"),
      intent(6, area: "110101001"), intent(7),
    ]
    let facts = [
      "Y002": ready, "Y003": WishFacts(entry: EntryFacts(selfTest: 70)), "Y005": ready, "Y006": ready,
      "Y007": trained,
    ]
    let proposal = try propose(intents, facts: facts, rules)
    let reasons = Dictionary(uniqueKeysWithValues: proposal.leftOver.map { ($0.intent.id, $0.reason) })
    #expect(reasons["Y001"] == .refused(.noProgramme))
    #expect(reasons["Y002"] == .refused(.notEntitled([.tooYoung(age: 12, least: 16)])))
    #expect(reasons["Y003"] == .refused(.notPrepared([.selfTestTooLow(70, least: 76)])))
    #expect(reasons["Y004"] == .refused(.notPrepared([.selfTestMissing(least: 76)])))
    #expect(reasons["Y005"] == .refused(.noCohort(categories: ["cadre"])))
    #expect(reasons["Y006"] == .refused(.noSite(AreaCode("110101001") ?? .nation)))
    guard case .refused(.notEntitled(let used)) = reasons["Y007"], case .entitlementUsed? = used.first else {
      Issue.record("the entitlement is used: \(String(describing: reasons["Y007"]))")
      return
    }
    #expect(
      proposal.leftOver.allSatisfy { !$0.reason.text.chinese.isEmpty && !$0.reason.text.english.isEmpty })
  }

  @Test func `who lacks the course before is offered that one first`() throws {
    let bundle = try demo()
    let rules = rules(bundle, entry: [.init(.syb, after: [.gyb], ideaSuffices: true)])
    let judged = rules.judge(intent(1), WishFacts())
    let hasCourse = bundle.courses.contains { $0.programme == .gyb }
    if hasCourse {
      guard case .offers(_, .gyb, .syb, _) = judged else {
        Issue.record("GYB comes first: \(judged)")
        return
      }
    } else {
      #expect(judged == .refused(.noCourse(.gyb)))
    }
    guard case .offers(_, .syb, nil, _) = rules.judge(intent(1), WishFacts(entry: EntryFacts(hasIdea: true)))
    else {
      Issue.record("an idea stands for GYB")
      return
    }
  }
}
