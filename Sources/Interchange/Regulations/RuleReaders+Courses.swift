import Civil
import Cohorts
import Courses
import Indicators

/// The rules of courses and their subsidies.
extension RuleReaders {
  private static var programmes: NodeReader<[Course.Programme]> {
    .list(least: 1, NodeReader<Course.Programme>.word)
  }

  static func classes(_ keys: KeyReader, _ head: RegulationHead) -> ClassRule? {
    let minutes = keys.required("periodMinutes", .integer(1...240))
    let halfDay = keys.required("periodsPerHalfDay", .integer(1...12))
    let evening = keys.required("periodsPerEvening", .integer(0...12))
    let lengths = keys.required("lengths", .list(least: 1, .object(length)))
    let least = keys.required("leastTrainees", .integer(1...1000))
    let usual = keys.required("usualTrainees", .integer(1...1000))
    let most = keys.required("mostTrainees", .integer(1...1000))
    let lecturers = keys.required("leastLecturers", .integer(1...20))
    guard let minutes, let halfDay, let evening, let lengths, let least, let usual, let most, let lecturers
    else { return nil }
    guard least <= usual, usual <= most else {
      keys.problems.add(
        keys.inner("usualTrainees"), keys.line, found: "\(least), \(usual), \(most)",
        Wording(zh: "最少、通常、最多人数不是递增", en: "least, usual and most do not rise"),
        Wording(zh: "应为最少 ≤ 通常 ≤ 最多", en: "expected least ≤ usual ≤ most"))
      return nil
    }
    return ClassRule(
      stamp: head.stamp(.classes), periodMinutes: minutes, periodsPerHalfDay: halfDay,
      periodsPerEvening: evening, lengths: lengths, leastTrainees: least, usualTrainees: usual,
      mostTrainees: most, leastLecturers: lecturers)
  }

  private static func length(_ keys: KeyReader) -> ClassRule.Length? {
    let programmes = keys.required("programmes", programmes)
    let periods = keys.required("periods", .integer(1...2000))
    guard let programmes, let periods else { return nil }
    return ClassRule.Length(programmes, periods: periods)
  }

  static func admission(_ keys: KeyReader, _ head: RegulationHead) -> AdmissionRule? {
    let rules = keys.required("rules", .list(least: 1, .object(eligibilityRule)))
    let retirement = keys.required(
      "retirement",
      .word([("before2025", RetirementSchedule.before2025), ("from2025", RetirementSchedule.from2025)]))
    let edges = keys.optional("countedIn", .list(.object(edge))) ?? []
    guard let rules, let retirement else { return nil }
    return AdmissionRule(
      stamp: head.stamp(.admission), rules: rules, retirement: retirement,
      categories: CategoryTree(adding: edges))
  }

  private static var category: NodeReader<String> { .word(TraineeCategory.all.map { ($0.code, $0.code) }) }

  private static func edge(_ keys: KeyReader) -> (part: String, group: String)? {
    let (part, group) = (keys.required("part", category), keys.required("group", category))
    guard let part, let group else { return nil }
    return (part, group)
  }

  private static func eligibilityRule(_ keys: KeyReader) -> EligibilityRule? {
    let id = keys.required("id", .string)
    let programmes = keys.required("programmes", programmes)
    let categories = keys.optional("categories", .list(least: 1, category))
    let needsEvidence = keys.required("needsEvidence", .boolean)
    let youngest = keys.optional("youngestAge", .integer(0...150))
    let oldest = keys.optional("oldestAge", .object(oldestAge))
    let residence = keys.optional("residence", .area)
    guard let id, let programmes, let needsEvidence else { return nil }
    return EligibilityRule(
      id: id, programmes: Set(programmes), categories: categories, needsEvidence: needsEvidence,
      youngestAge: youngest, oldestAge: oldest, residence: residence)
  }

  /// `{ "years": 60 }` or `{ "beforeRetirement": "women_55" }`.
  private static func oldestAge(_ keys: KeyReader) -> EligibilityRule.OldestAge? {
    let years = keys.optional("years", .integer(0...150))
    let women = keys.optional("beforeRetirement", NodeReader<RetirementSchedule.Group>.word)
    switch (years, women) {
    case (let years?, nil): return .years(years)
    case (nil, let women?): return .beforeRetirement(women: women)
    default: return oneOf(["years", "beforeRetirement"], keys)
    }
  }

  /// Reports that exactly one of some keys is to be given.
  private static func oneOf<Value>(_ names: [String], _ keys: KeyReader) -> Value? {
    let list = names.joined(separator: ", ")
    keys.problems.add(
      keys.path, keys.line, Wording(zh: "须且只须给出其一", en: "needs exactly one of its keys"),
      Wording(zh: "应为其中之一：\(list)", en: "expected one of \(list)"))
    return nil
  }

  static func entitlements(_ head: RegulationHead) -> NodeReader<EntitlementLimits> {
    NodeReader<[EntitlementRule]>.list(.object(entitlement)).map {
      EntitlementLimits(stamp: head.stamp(.entitlements), rules: $0)
    }
  }

  private static func entitlement(_ keys: KeyReader) -> EntitlementRule? {
    let id = keys.required("id", .string)
    let programmes = keys.required("programmes", programmes)
    let counting = keys.required(
      "counting", .word([("sameProgramme", EntitlementRule.Counting.sameProgramme), ("together", .together)]))
    let limit = keys.required("limit", .integer(1...100))
    let period = keys.required("period", .object(entitlementPeriod))
    let area = keys.optional("area", .area)
    let blocks = keys.required("blocks", .boolean)
    guard let id, let programmes, let counting, let limit, let period, let blocks else { return nil }
    return EntitlementRule(
      id: id, programmes: Set(programmes), counting: counting, limit: limit, period: period, area: area,
      blocks: blocks)
  }

  /// `{ "per": "lifetime" }`, `{ "per": "calendarYear" }` or `{ "months": 12 }`.
  private static func entitlementPeriod(_ keys: KeyReader) -> EntitlementRule.Period? {
    let per = keys.optional(
      "per", .word([("lifetime", EntitlementRule.Period.lifetime), ("calendarYear", .calendarYear)]))
    let months = keys.optional("months", .integer(1...600))
    switch (per, months) {
    case (let per?, nil): return per
    case (nil, let months?): return .months(months)
    default: return oneOf(["per", "months"], keys)
    }
  }

  static func completion(_ keys: KeyReader, _ head: RegulationHead) -> CompletionRule? {
    let attendance = keys.required("leastAttendance", .decimal(0...1))
    let grade = keys.optional("lowestGrade", NodeReader<PlanGrade>.word)
    let programmes = keys.optional("gradedProgrammes", programmes)
    let format = keys.optional("certificateFormat", NodeReader<String>.string)
    guard let attendance else { return nil }
    return CompletionRule(
      stamp: head.stamp(.completion), leastAttendance: attendance, lowestGrade: grade,
      gradedProgrammes: programmes.map(Set.init), certificateFormat: format.map(CertificateFormat.init))
  }

  static func claim(_ keys: KeyReader, _ head: RegulationHead) -> ClaimRule? {
    let rates = keys.required("rates", .object(rates))
    let stages = keys.required("stages", .list(least: 1, .object(stage)))
    let within = keys.required("claimWithin", .object(claimPeriod))
    let day = keys.optional("monthlyDay", .integer(1...28))
    let notice = keys.required("noticeWorkingDays", .integer(0...365))
    let needsApproval = keys.required("needsApproval", .boolean)
    let papers = keys.required("papers", .list(NodeReader<ClaimRule.Paper>.word))
    guard let rates, let stages, let within, let notice, let needsApproval, let papers else { return nil }
    return ClaimRule(
      stamp: head.stamp(.claim), rates: rates, stages: stages, claimWithin: within, monthlyDay: day,
      noticeWorkingDays: notice, needsApproval: needsApproval, papers: papers)
  }

  /// Yuan for one trainee by programme.
  private static func rates(_ keys: KeyReader) -> [Course.Programme: Money]? {
    var rates: [Course.Programme: Money] = [:]
    for programme in Course.Programme.allCases {
      rates[programme] = keys.optional(programme.rawValue, .yuan)
    }
    return rates
  }

  private static func stage(_ keys: KeyReader) -> ClaimRule.Stage? {
    let occasion = keys.required("on", NodeReader<ClaimRule.Occasion>.word)
    let share = keys.optional("share", .decimal(0...1))
    let amount = keys.optional("yuan", .yuan)
    let passRate = keys.optional("leastPassRate", .decimal(0...1))
    let payment: ClaimRule.Payment? =
      switch (share, amount) {
      case (let share?, nil): .share(share)
      case (nil, let amount?): .amount(amount)
      default: oneOf(["share", "yuan"], keys)
      }
    guard let occasion, let payment else { return nil }
    return ClaimRule.Stage(occasion, payment, leastPassRate: passRate)
  }

  private static func claimPeriod(_ keys: KeyReader) -> ClaimRule.Period? {
    let range = 1...3650
    let days = keys.optional("days", .integer(range)).map(ClaimRule.Period.days)
    let working = keys.optional("workingDays", .integer(range)).map(ClaimRule.Period.workingDays)
    let months = keys.optional("months", .integer(range)).map(ClaimRule.Period.months)
    let given = [days, working, months].compactMap { $0 }
    return given.count == 1 ? given[0] : oneOf(["days", "workingDays", "months"], keys)
  }
}
