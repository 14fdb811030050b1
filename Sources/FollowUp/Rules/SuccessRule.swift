package import Civil

/// What counts as a successful start (创业成功) in a region and year.
package struct SuccessRule: RegulationRule {
  package let stamp: RuleStamp
  /// Whether a licence is needed, or operating is enough.
  package let needsLicence: Bool
  /// It must have started within so many days after the class ended; not before the class began.
  package let withinDays: Int
  /// It must have operated for so many days without an end.
  package let operatingDays: Int
  /// It must give work to so many people besides the founders.
  package let leastEmployees: Int

  package init(
    stamp: RuleStamp, needsLicence: Bool, withinDays: Int, operatingDays: Int, leastEmployees: Int = 0
  ) {
    self.stamp = stamp
    self.needsLicence = needsLicence
    self.withinDays = withinDays
    self.operatingDays = operatingDays
    self.leastEmployees = leastEmployees
  }

  /// Whether a venture is a success, and if not, why not.
  package enum Verdict: Hashable, Sendable {
    /// The day on which the last condition was met.
    case success(on: CivilDate)
    case notYet(Reason)
    case no(Reason)

    package var isSuccess: Bool { if case .success = self { true } else { false } }
  }

  package enum Reason: Hashable, Sendable {
    case neverOperated, unlicensed, beforeClass
    case tooLate(days: Int, limit: Int)
    case operatedTooShort(days: Int, needed: Int)
    case tooFewEmployees(Int, needed: Int)

    package var sentence: Wording {
      switch self {
      case .neverOperated: Wording(zh: "尚未营业", en: "never operated")
      case .unlicensed: Wording(zh: "未领取营业执照", en: "without a licence")
      case .beforeClass: Wording(zh: "开班前已创业", en: "started before the class began")
      case .tooLate(let days, let limit):
        Wording(
          zh: "结业后第 \(days) 天创办，超过 \(limit) 天", en: "started \(days) days after the class, limit \(limit)")
      case .operatedTooShort(let days, let needed):
        Wording(zh: "经营 \(days) 天，须满 \(needed) 天", en: "operated for \(days) days of \(needed)")
      case .tooFewEmployees(let count, let needed):
        Wording(zh: "带动就业 \(count) 人，须满 \(needed) 人", en: "\(count) employees of \(needed)")
      }
    }
  }

  /// Judges a venture for one founder's class, as of a date and with what was known on a day.
  ///
  /// The start is the later one of licence and first operation where a licence is needed, else the first operation.
  /// Days of operation run from the start to the first state that is not operating.
  package func verdict(
    on record: VentureRecord, class span: ClosedRange<CivilDate>, asOf date: CivilDate, knownOn day: CivilDate
  ) -> Verdict {
    let waits = date <= span.upperBound + withinDays
    func missing(_ reason: Reason) -> Verdict { waits ? .notYet(reason) : .no(reason) }

    guard let operating = record.operatingSince(knownOn: day), operating <= date else {
      return missing(.neverOperated)
    }
    var start = operating
    if needsLicence {
      guard let licensed = record.venture.licensedOn, licensed <= date else { return missing(.unlicensed) }
      start = max(licensed, operating)
      if licensed < span.lowerBound { return .no(.beforeClass) }
    }
    if operating < span.lowerBound { return .no(.beforeClass) }
    let late = start - span.upperBound
    if late > withinDays { return .no(.tooLate(days: late, limit: withinDays)) }

    let stop = record.states.standing(knownOn: day)
      .first { $0.from > operating && $0.from <= date && $0.fact != .operating }?.from
    let operated = max(0, (stop ?? date) - start)
    if operated < operatingDays {
      let reason = Reason.operatedTooShort(days: operated, needed: operatingDays)
      return stop == nil ? .notYet(reason) : .no(reason)
    }
    guard leastEmployees > 0 else { return .success(on: start + operatingDays) }
    let staffed = record.jobs.standing(knownOn: day).first { entry in
      entry.from <= date && entry.fact.map { $0.employees >= leastEmployees } ?? false
    }
    guard let staffed else {
      let employees = record.jobs.fact(on: date, knownOn: day)?.employees ?? 0
      return missing(.tooFewEmployees(employees, needed: leastEmployees))
    }
    return .success(on: max(start + operatingDays, staffed.from))
  }
}
