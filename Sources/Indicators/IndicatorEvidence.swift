package import Civil
package import FollowUp

/// That a person took part in something on a day: was served, was trained.
package struct Participation: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case training
    /// A request for help.
    case service
    /// Guidance by a mentor, on record.
    case guidance
    /// A meeting with mentors by the published timetable, of which nothing is on record.
    case meeting

    /// Whether it is a start-up service: all but training is.
    package var isService: Bool { self != .training }
  }

  package let person: String
  package let kind: Kind
  package let on: CivilDate
  package let area: String
  package let recordedOn: CivilDate

  package init(person: String, _ kind: Kind, on: CivilDate, area: String, recordedOn: CivilDate? = nil) {
    self.person = person
    self.kind = kind
    self.on = on
    self.area = area
    self.recordedOn = recordedOn ?? on
  }
}

/// A number that a centre cannot know and must import, with its source and date.
package struct Denominator: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Urban workers (城镇劳动者) of the area.
    case urbanWorkers
    /// All new employment (全部新增就业人数) of the area in the period.
    case newEmployment
    /// Enterprises and individual businesses newly registered in the area in the period (新登记经营主体), whoever
    /// founded them.
    case newRegistrations

    /// What it counts.
    package var unit: Unit { self == .newRegistrations ? .venture : .person }

    package var name: Wording {
      switch self {
      case .urbanWorkers: Wording(zh: "城镇劳动者人数", en: "urban workers")
      case .newEmployment: Wording(zh: "全部新增就业人数", en: "all new employment")
      case .newRegistrations: Wording(zh: "全部新登记经营主体数", en: "all new registrations")
      }
    }
  }

  package let kind: Kind
  package let area: String
  package let period: ClosedRange<CivilDate>
  package let quantity: Quantity
  package let source: String
  package let publishedOn: CivilDate
  package let recordedOn: CivilDate

  package init(
    _ kind: Kind, area: String, period: ClosedRange<CivilDate>, _ quantity: Quantity, source: String,
    publishedOn: CivilDate, recordedOn: CivilDate? = nil
  ) {
    self.kind = kind
    self.area = area
    self.period = period
    self.quantity = quantity
    self.source = source
    self.publishedOn = publishedOn
    self.recordedOn = recordedOn ?? publishedOn
  }
}

/// A survey or a check of papers: so many agreed of so many asked.
package struct SurveyResult: Hashable, Sendable {
  package enum Question: String, Hashable, Sendable, CaseIterable {
    case serviceSatisfaction, activityEmployment, policyCompleteness
  }

  package let question: Question
  package let area: String
  package let period: ClosedRange<CivilDate>
  package let response: Response
  package let source: String
  package let on: CivilDate
  package let recordedOn: CivilDate

  package init(
    _ question: Question, area: String, period: ClosedRange<CivilDate>, _ response: Response, source: String,
    on: CivilDate, recordedOn: CivilDate? = nil
  ) {
    self.question = question
    self.area = area
    self.period = period
    self.response = response
    self.source = source
    self.on = on
    self.recordedOn = recordedOn ?? on
  }
}

/// A class that a person attended, which a success is counted from.
package struct Training: Hashable, Sendable {
  package let person: String
  /// The first and the last day of the class.
  package let days: ClosedRange<CivilDate>

  package init(person: String, days: ClosedRange<CivilDate>) {
    self.person = person
    self.days = days
  }
}

/// The numbers of the regulation on indicators.
package struct IndicatorRule: RegulationRule {
  /// Of whom the start-up rate is told.
  package enum StartBase: String, CaseIterable, Hashable, Sendable {
    /// Who holds the certificate of the class: passed, as the plans for subsidies count.
    case certified
    /// Who stayed to the end of the class, passed or not.
    case attended

    package var name: Wording {
      switch self {
      case .certified: Wording(zh: "取得培训合格证书的学员", en: "certificate holders")
      case .attended: Wording(zh: "参加培训到结业的学员", en: "trainees who stayed to the end")
      }
    }

    /// In the name of a figure.
    package var short: Wording {
      switch self {
      case .certified: Wording(zh: "持证学员", en: "certificate holders")
      case .attended: Wording(zh: "参训学员", en: "trainees")
      }
    }
  }

  package let stamp: RuleStamp
  /// Of whom the start-up rate is told: its denominator.
  package let startBase: StartBase
  /// Days after the class at which the start-up rate is told (培训后创业成功率).
  package let startLag: Int
  /// Days after the start at which the initial success is told (企业初始成功率).
  package let initialDays: Int

  package init(stamp: RuleStamp, startBase: StartBase, startLag: Int, initialDays: Int) {
    self.stamp = stamp
    self.startBase = startBase
    self.startLag = startLag
    self.initialDays = initialDays
  }
}

/// All that indicators are worked out from, for one area and period.
package struct IndicatorEvidence: Sendable {
  /// The area with those below it.
  package let area: String
  package let period: ClosedRange<CivilDate>
  /// Only what was recorded by this day is counted.
  package let knownOn: CivilDate
  package let survivalRule: SurvivalRule
  package let successRule: SuccessRule
  package let indicatorRule: IndicatorRule
  package let participations: [Participation]
  package let ventures: [VentureRecord]
  package let trainings: [Training]
  /// Who had started by the lag of the indicators; the caller chooses the area's trainees, as their area is not known
  /// here.
  package let startUpRate: StartUpRate
  /// Trainees whose lag has passed and who hold no certificate, where the rate is told of those who do.
  package let uncertified: [String]
  package let surveys: [SurveyResult]
  /// Loans and subsidies of the area's people and ventures; the caller chooses them.
  package let loans: [Loan]
  package let subsidies: [Subsidy]
  /// Which subsidies there are; nil: no regulation says so.
  package let subsidyRule: SubsidyRule?
  /// The first day on which a person was guided by a mentor.
  package let mentored: [String: CivilDate]
  package let households: Households
  /// When the life of each venture began that had begun by the end of the period, and its lifetime.
  let lifetimes: [(start: CivilDate, lifetime: Lifetime)]
  /// The ventures whose life began in the period.
  package let newVentures: [VentureRecord]
  private let denominators: [Denominator]
  /// The ids of ledger entries on the period that were recorded too late to count.
  package let lateEntries: [String]

  /// Keeps of the facts those of the area that were known on the day.
  package init(
    area: String, period: ClosedRange<CivilDate>, knownOn: CivilDate, survivalRule: SurvivalRule,
    successRule: SuccessRule, indicatorRule: IndicatorRule,
    participations: [Participation] = [],
    ventures: [VentureRecord] = [], trainings: [Training] = [], outcomes: [TrainingOutcome] = [],
    surveys: [SurveyResult] = [],
    denominators: [Denominator] = [], loans: [Loan] = [], subsidies: [Subsidy] = [],
    subsidyRule: SubsidyRule? = nil, mentored: [String: CivilDate] = [:],
    households: Households = Households()
  ) {
    let code = AreaCode.prefix(area)
    self.area = area
    self.period = period
    self.knownOn = knownOn
    self.survivalRule = survivalRule
    self.successRule = successRule
    self.indicatorRule = indicatorRule
    self.participations = participations.filter {
      $0.area.hasPrefix(code) && period.contains($0.on) && $0.recordedOn <= knownOn
    }
    // Where all are of the area they are not copied: there may be hundreds of thousands.
    let areAllHere = ventures.allSatisfy { $0.venture.area.hasPrefix(code) }
    let here = areAllHere ? ventures : ventures.filter { $0.venture.area.hasPrefix(code) }
    let isSorted = zip(here, here.dropFirst()).allSatisfy { $0.venture.id <= $1.venture.id }
    let local = isSorted ? here : here.sorted { $0.venture.id < $1.venture.id }
    self.ventures = local
    self.trainings = trainings
    let (base, others) = indicatorRule.parted(outcomes, asOf: min(period.upperBound, knownOn))
    startUpRate = StartUpRate(
      lagDays: indicatorRule.startLag, base, asOf: min(period.upperBound, knownOn))
    uncertified = others
    self.loans = loans
    self.subsidies = subsidies
    self.subsidyRule = subsidyRule
    self.mentored = mentored
    self.households = households
    self.surveys = surveys.filter {
      AreaCode.prefix($0.area) == code && $0.period == period && $0.recordedOn <= knownOn
    }
    self.denominators = denominators.filter { AreaCode.prefix($0.area) == code && $0.recordedOn <= knownOn }
    let date = min(period.upperBound, knownOn)
    var lifetimes: [(start: CivilDate, lifetime: Lifetime)] = []
    var newVentures: [VentureRecord] = []
    var late: [String] = []
    for record in local {
      late += record.states.lateEntries(upTo: period.upperBound, closedOn: knownOn).map(\.id)
      late += record.jobs.lateEntries(upTo: period.upperBound, closedOn: knownOn).map(\.id)
      guard let start = survivalRule.start(of: record, knownOn: knownOn),
        let lifetime = survivalRule.lifetime(of: record, asOf: date, knownOn: knownOn)
      else { continue }
      lifetimes.append((start, lifetime))
      if period.contains(start) { newVentures.append(record) }
    }
    self.lifetimes = lifetimes
    self.newVentures = newVentures
    lateEntries = late.sorted()
  }

  /// The last day of the period that is known.
  package var date: CivilDate { min(period.upperBound, knownOn) }

  /// What a figure names of a rule; nil: no regulation sets it.
  func stamp(_ rule: Indicator.Rule) -> RuleStamp? {
    switch rule {
    case .survival: survivalRule.stamp
    case .success: successRule.stamp
    case .indicators: indicatorRule.stamp
    case .subsidies: subsidyRule?.stamp
    }
  }

  /// The imported denominator of the period as a part, or the reason why there is none.
  package func denominator(_ kind: Denominator.Kind) -> Result<Figure.Part, MissingDenominator> {
    let known = denominators.filter { $0.kind == kind && $0.period == period }
    // Of several the one published last; of those the one recorded last, as it corrects the others.
    let latest = known.enumerated().max { left, right in
      let (one, other) = (left.element, right.element)
      return (one.publishedOn, one.recordedOn, left.offset) < (
        other.publishedOn, other.recordedOn, right.offset
      )
    }
    guard let latest = latest?.element else {
      return .failure(MissingDenominator(kind: kind, area: area, period: period))
    }
    return .success(
      Figure.Part(kind.name, latest.quantity, .imported(source: latest.source, on: latest.publishedOn)))
  }
}

extension IndicatorRule {
  /// The outcomes of whom the start-up rate is told, and who else attended to the end and is past the lag.
  fileprivate func parted(
    _ outcomes: [TrainingOutcome], asOf date: CivilDate
  ) -> (base: [TrainingOutcome], others: [String]) {
    guard startBase == .certified else { return (outcomes, []) }
    let base = outcomes.filter(\.isCertified)
    let certified = Set(base.lazy.map(\.trainee))
    let others = outcomes.lazy.filter {
      !$0.isCertified && $0.classEnd + startLag <= date && !certified.contains($0.trainee)
    }
    return (base, Array(Set(others.map(\.trainee))).sorted())
  }
}

/// A denominator that has not been imported.
package struct MissingDenominator: Error, Hashable, Sendable {
  package let kind: Denominator.Kind
  package let area: String
  package let period: ClosedRange<CivilDate>

  package var sentence: Wording {
    let (first, last) = (period.lowerBound, period.upperBound)
    let place = area.isEmpty ? Wording(zh: "全部区域", en: "all areas") : Wording(zh: area, en: area)
    return Wording(
      zh: "缺少 \(place.chinese) \(first) 至 \(last) 的\(kind.name.chinese)；请导入该数并注明来源和日期",
      en:
        "\(kind.name.english) of \(place.english) from \(first) to \(last) are missing; import them with source and date"
    )
  }
}
