import Civil
import FollowUp
import Indicators

/// The rules of what follows a course.
extension RuleReaders {
  static func followUp(_ keys: KeyReader, _ head: RegulationHead) -> FollowUpRule? {
    let days = keys.required("traineeDays", .list(.integer(1...3650)))
    let months = keys.required("ventureMonths", .list(.integer(1...120)))
    let early = keys.required("daysEarly", .integer(0...365))
    let grace = keys.required("graceWorkingDays", .integer(0...365))
    let tries = keys.required("triesToLose", .integer(1...100))
    let failures = keys.required("failures", .list(least: 1, NodeReader<Contact.Result>.word))
    guard let days, let months, let early, let grace, let tries, let failures else { return nil }
    return FollowUpRule(
      stamp: head.stamp(.followUp), traineeDays: days, ventureMonths: months, daysEarly: early,
      graceWorkingDays: grace, triesToLose: tries, failures: Set(failures))
  }

  static func warning(_ keys: KeyReader, _ head: RegulationHead) -> WarningRule? {
    let jobsLost = keys.required("jobsLost", .decimal(0...1))
    let jobsDays = keys.required("jobsDays", .integer(1...3650))
    let requests = keys.required("requestWorkingDays", .integer(0...365))
    guard let jobsLost, let jobsDays, let requests else { return nil }
    return WarningRule(
      stamp: head.stamp(.warning), jobsLost: jobsLost, jobsDays: jobsDays, requestWorkingDays: requests)
  }

  static func success(_ head: RegulationHead) -> NodeReader<[String: SuccessRule]> {
    .named(.object { success($0, head) })
  }

  private static func success(_ keys: KeyReader, _ head: RegulationHead) -> SuccessRule? {
    let name = keys.optional("name", .wording)
    let licence = keys.required("needsLicence", .boolean)
    let within = keys.required("withinDays", .integer(0...3650))
    let operating = keys.required("operatingDays", .integer(0...3650))
    let employees = keys.required("leastEmployees", .integer(0...10_000))
    guard let licence, let within, let operating, let employees else { return nil }
    return SuccessRule(
      stamp: head.stamp(.success, name), needsLicence: licence, withinDays: within, operatingDays: operating,
      leastEmployees: employees)
  }

  static func survival(_ keys: KeyReader, _ head: RegulationHead) -> SurvivalRule? {
    let beginning = keys.required(
      "beginning", .word([("licence", SurvivalRule.Beginning.licence), ("operation", .operation)]))
    let ends = keys.required("endStates", .list(least: 1, NodeReader<VentureState>.word))
    let suspension = keys.optional("suspensionDays", .integer(0...3650))
    let confirmation = keys.optional("confirmationDays", .integer(1...3650))
    let horizons = keys.required("horizons", .list(least: 1, .object(horizon)))
    let least = keys.required("leastGroup", .integer(1...100))
    guard let beginning, let ends, let horizons, let least else { return nil }
    return SurvivalRule(
      stamp: head.stamp(.survival), beginning: beginning, endStates: Set(ends), suspensionDays: suspension,
      confirmationDays: confirmation, horizons: horizons, leastGroup: least)
  }

  private static func horizon(_ keys: KeyReader) -> SurvivalRule.Horizon? {
    let (months, days) = (
      keys.required("months", .integer(1...120)), keys.required("days", .integer(1...3660))
    )
    guard let months, let days else { return nil }
    return SurvivalRule.Horizon(months: months, days: days)
  }

  static func subsidies(_ head: RegulationHead) -> NodeReader<SubsidyRule> {
    NodeReader<[SubsidyRule.Kind]>.list(.object(subsidy)).map {
      SubsidyRule(stamp: head.stamp(.subsidies), kinds: $0)
    }
  }

  private static func subsidy(_ keys: KeyReader) -> SubsidyRule.Kind? {
    let (code, name) = (keys.required("kind", .string), keys.required("name", .wording))
    let times = keys.optional("times", .integer(1...1000))
    let span = keys.optional(
      "per", .word([("ever", SubsidyLimit.Span.ever), ("calendarYear", .calendarYear)]))
    guard let code, let name else { return nil }
    guard (times == nil) == (span == nil) else {
      keys.problems.add(
        keys.path, keys.line,
        Wording(zh: "times 与 per 须同时给出或同时省略", en: "times and per belong together"),
        Wording(zh: "如 \"times\": 1, \"per\": \"ever\"", en: "as \"times\": 1, \"per\": \"ever\""))
      return nil
    }
    let limit = times.flatMap { times in span.map { SubsidyLimit(kind: code, times: times, per: $0) } }
    return SubsidyRule.Kind(code: code, name: name, limit: limit)
  }
}
