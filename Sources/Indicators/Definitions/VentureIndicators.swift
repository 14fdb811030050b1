import Civil
import FollowUp

extension Indicator {
  /// The growth of the ventures and their survival, which are two things and are never averaged.
  package static let enterpriseGrowth = Indicator(
    "enterprise-growth", Wording(zh: "创业活动对企业成长的贡献率", en: "Contribution to enterprise growth"),
    formula: Wording(
      zh: "两项分列：创业企业增长率 =（期末存活数 − 期初存活数）÷ 期初存活数；1—3 年存活率按 Kaplan-Meier 法估计",
      en:
        "two numbers: growth = (ventures alive at the end − at the start) ÷ at the start; survival after 1 to 3 "
        + "years by Kaplan and Meier"),
    source: ministryNotice, rules: [.survival]
  ) { evidence in
    [evidence.growth] + evidence.survival
  }

  /// Who lived on day 365, of the ventures whose day 365 has passed.
  package static let oneYearSurvival = Indicator(
    "one-year-survival", Wording(zh: "创业企业存活率（存活1年以上）", en: "Ventures alive after a year"),
    formula: Wording(
      zh: "满一年时仍存活的创业企业 ÷ 已满一年的创业企业（未满一年的不进分母）",
      en:
        "ventures alive on their day 365 ÷ ventures whose day 365 has passed; younger ones are in no denominator"
    ),
    source: "区创业型城市工作方案（存活1年以上达到80%以上）", rules: [.survival]
  ) { evidence in
    let name = Wording(zh: "存活1年以上", en: "alive after a year")
    guard let year = evidence.survivalRule.horizons.first(where: { $0.months == 12 })?.days else {
      return [
        Component(name, .notComputable(Wording(zh: "口径未定义满一年的天数", en: "the rule has no day for 12 months")))
      ]
    }
    let lives = evidence.lifetimes
    let response = Response(aliveAfter: year, of: lives, asOf: evidence.date)
    return [Component(name, response.outcome(Wording(zh: "存活", en: "alive"), .venture))]
  }

  /// Who had started a venture so many days after the class, of those whose days have passed.
  package static let startUpRate = Indicator(
    "start-up-rate", Wording(zh: "创业培训后创业成功率", en: "Start-up rate after training"),
    formula: Wording(
      zh: "结业满规定天数时已创业的学员 ÷ 结业已满该天数的学员；学员以取得合格证书的为准或以参加到结业的为准，按口径（按人去重，退出跟踪的不计）",
      en:
        "trainees who had started by the lag ÷ trainees whose lag has passed; certificate holders, or all who stayed to "
        + "the end, as the rule says; each once, without who withdrew"
    ),
    source: "区创业型城市工作方案", rules: [.indicators]
  ) { evidence in [evidence.startUpAfterTraining] }

  /// People who were trained and whose venture became a success in the period, each once; people, not firms.
  package static let successfulStarts = Indicator(
    "successful-starts", Wording(zh: "帮助创业成功人数", en: "Successful starts"),
    formula: Wording(
      zh: "参加培训后按创业成功口径于期内认定成功的人数（按人去重）；未参加培训的登记不计",
      en:
        "trained people whose venture met the success rule in the period, each once; who only registered is not counted"
    ),
    source: "区创业型城市工作方案（帮助创业成功500人）", rules: [.success]
  ) { evidence in
    let name = Wording(zh: "创业成功", en: "successful starts")
    let part = Figure.Part(name, .person, evidence.successfulPeople)
    return [Component(name, .figure(Figure(.count(part.quantity), numerator: part)))]
  }

  /// New enterprises and new individual businesses, which are counted apart.
  package static let newEntities = Indicator(
    "new-entities", Wording(zh: "新增创业实体", en: "New entities"),
    formula: Wording(
      zh: "期内新增企业（家）、个体工商户（户）、其他组织和未登记实体，分别统计",
      en: "new enterprises, individual businesses, other bodies and unregistered ventures, each by itself"),
    source: "区创业型城市工作方案（每年新增企业200户、个体工商户500户）", rules: [.survival]
  ) { evidence in
    let kinds: [(LegalForm.Kind, Unit, Wording)] = [
      (.enterprise, .enterprise, Wording(zh: "企业", en: "enterprises")),
      (.individualBusiness, .individualBusiness, Wording(zh: "个体工商户", en: "individual businesses")),
      (.otherBody, .venture, Wording(zh: "其他组织", en: "other bodies")),
      (.unregistered, .venture, Wording(zh: "未登记", en: "unregistered")),
    ]
    return kinds.map { kind, unit, name in
      let ids = evidence.newVentures.filter { $0.venture.legalForm.kind == kind }.map(\.venture.id)
      let part = Figure.Part(name, unit, Set(ids))
      return Component(name, .figure(Figure(.count(part.quantity), numerator: part)))
    }
  }
}

extension IndicatorEvidence {
  /// The trained people with a success in the period.
  var successfulPeople: Set<String> {
    let trainings = trainings.sorted { $0.person < $1.person }
    let firsts = Dictionary(
      trainings.enumerated().map { ($1.person, $0) }, uniquingKeysWith: { first, _ in first })
    var people: Set<String> = []
    for record in ventures {
      // Who has not operated for long enough by the end of the period had no success in it.
      guard let operating = record.operatingSince(knownOn: knownOn),
        operating + successRule.operatingDays <= date
      else { continue }
      for founder in record.venture.founders {
        guard let first = firsts[founder.person] else { continue }
        let own = trainings[first...].prefix { $0.person == founder.person }
        let hasSuccess = own.contains { training in
          let verdict = successRule.verdict(on: record, class: training.days, asOf: date, knownOn: knownOn)
          guard case .success(let day) = verdict else { return false }
          return period.contains(day)
        }
        if hasSuccess { people.insert(founder.person) }
      }
    }
    return people
  }

  fileprivate var growth: Component {
    let name = Wording(zh: "创业企业增长率", en: "growth of ventures")
    let before = alive(on: period.lowerBound + -1)
    let after = alive(on: date)
    guard !before.isEmpty else {
      return Component(
        name, .notComputable(Wording(zh: "期初没有存活的创业企业", en: "no venture lived before the period")))
    }
    let start = Figure.Part(Wording(zh: "期初存活", en: "alive before the period"), .venture, ids: before)
    let end = Figure.Part(Wording(zh: "期末存活", en: "alive at its end"), .venture, ids: after)
    let growth = Double(after.count - before.count) / Double(before.count)
    return Component(name, .figure(Figure(.share(growth), numerator: end, denominator: start)))
  }

  /// Who is known to have lived on a date: watched to it or beyond, and not ended by it.
  private func alive(on date: CivilDate) -> [String] {
    lifetimes.filter { start, lifetime in
      start <= date && (lifetime.days > date - start || lifetime.days == date - start && !lifetime.ended)
    }.map(\.lifetime.subject)
  }

  fileprivate var survival: [Component] {
    let lifetimes = lifetimes.map(\.lifetime)
    let curve = SurvivalCurve(lifetimes)
    let all = Figure.Part(Wording(zh: "创业企业", en: "ventures"), .venture, ids: lifetimes.map(\.subject))
    return survivalRule.horizons.map { horizon in
      let name = Wording(zh: "\(horizon.months) 个月存活率", en: "survival after \(horizon.months) months")
      guard all.quantity.amount >= survivalRule.leastGroup else {
        return Component(
          name,
          .notComputable(
            Wording(
              zh: "少于 \(survivalRule.leastGroup) 个，不单独公布",
              en: "fewer than \(survivalRule.leastGroup), not shown"))
        )
      }
      guard let value = curve.value(at: horizon.days) else {
        return Component(
          name,
          .notComputable(
            Wording(zh: "没有跟踪满 \(horizon.days) 天的企业", en: "no venture was watched for \(horizon.days) days")))
      }
      let atRisk = Figure.Part(
        Wording(zh: "跟踪满该期的企业", en: "at risk then"), .venture,
        ids: lifetimes.filter { $0.days >= horizon.days }.map(\.subject))
      return Component(
        name,
        .figure(
          Figure(
            .share(value.estimate.survival), numerator: all, details: [atRisk],
            interval: value.estimate.interval)))
    }
  }

  var startUpAfterTraining: Component {
    let lag = indicatorRule.startLag
    let base = indicatorRule.startBase.name
    let others = Figure.Part(
      Wording(zh: "参加到结业而未取得证书（不计入）", en: "stayed to the end without a certificate: not counted"), .person,
      ids: uncertified)
    return Component(
      Wording(
        zh: "\(indicatorRule.startBase.short.chinese)结业 \(lag) 天创业率",
        en: "\(indicatorRule.startBase.short.english) started within \(lag) days"),
      startUpRate.response.outcome(
        Wording(zh: "已创业", en: "started"), .person,
        of: Wording(
          zh: "\(base.chinese)中结业已满 \(lag) 天的",
          en: "\(base.english) whose class ended \(lag) days ago or more"),
        besides: indicatorRule.startBase == .certified ? [others] : []))
  }

  /// Of the ventures that have begun so long ago, who still lived then.
  var initialSuccess: Component {
    let days = indicatorRule.initialDays
    let response = Response(aliveAfter: days, of: lifetimes, asOf: date)
    return Component(
      Wording(zh: "企业初始成功率", en: "initial success"),
      response.outcome(Wording(zh: "\(days) 天后仍经营", en: "alive after \(days) days"), .venture))
  }
}

extension Response {
  /// Yes of all drawn, with Wilson's interval; the silent and the bounds stand beside it.
  func outcome(
    _ name: Wording, _ unit: Unit, of drawn: Wording = Wording(zh: "应访对象", en: "all drawn"),
    besides: [Figure.Part] = []
  ) -> Component.Outcome {
    guard let share = ofDrawn, let value = share.value else {
      return .notComputable(Wording(zh: "没有已到期的对象", en: "nobody whose time has passed"))
    }
    let all = yes + no + silent
    var notes: [Wording] = []
    if let reached = ofReached?.value, !silent.isEmpty, let bounds {
      notes.append(
        Wording(
          zh: "占应访的 \(percent(value))，占已访的 \(percent(reached))；\(silent.count) 个未答复，真值在 "
            + "\(percent(bounds.lowerBound))—\(percent(bounds.upperBound)) 之间",
          en:
            "\(percent(value)) of all drawn, \(percent(reached)) of those reached; \(silent.count) gave no answer, so "
            + "the truth lies between \(percent(bounds.lowerBound)) and \(percent(bounds.upperBound))"))
    }
    return .figure(
      Figure(
        .share(value), numerator: .init(name, unit, ids: yes),
        denominator: .init(drawn, unit, ids: all),
        details: [.init(Wording(zh: "未答复", en: "silent"), unit, ids: silent)] + besides,
        interval: share.interval(),
        notes: notes))
  }
}
