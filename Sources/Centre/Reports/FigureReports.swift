import Civil
import Indicators
import Reports

/// The reports of figures: survival, indicators, targets and bulletins.
extension ReportKind {
  /// In the order in which they are listed.
  static let figures: [ReportKind] = [
    .survival, .indicators, .progress, .responsibilityLetter, .assessment, .monthlyBulletin,
    .quarterlyBulletin,
  ]

  static let survival = ReportKind(
    "survival", Wording(zh: "创业实体存活分析报告", en: "Survival of ventures"),
    purpose: Wording(
      zh: "存活曲线、在访表、未答复的可能范围和分组比较；小组不单独公布",
      en: "curve, numbers at risk, bounds for the silent, groups compared; small groups withheld"),
    takes: [.area]
  ) { centre, request in
    .survival(try centre.survivalFacts(area: request.area, asOf: request.asOf, knownOn: request.asOf))
  }

  static let indicators = ReportKind(
    "indicators", Wording(zh: "创业型城市指标报告", en: "Indicator report"),
    purpose: Wording(
      zh: "全部指标及公式、口径、构成、来源和迟报记录；默认本年度",
      en: "all indicators with formula, rule, parts, sources and late entries; by default of this year"),
    takes: [.area, .period]
  ) { centre, request in
    let (area, period) = (request.area ?? "", request.period ?? request.year)
    let indicators = centre.indicators(area: area, period: period)
    let results = try centre.results(of: indicators, area: area, period: period, knownOn: request.asOf)
    return .indicators(indicators, results, areaName: try centre.areaName(request.area))
  }

  static let progress = ReportKind(
    "progress", Wording(zh: "目标任务推进表", en: "Progress of the targets"),
    purpose: Wording(
      zh: "各项目标的完成率、时序进度、排名和分解核对", en: "share done, against the plan, ranking, and what does not add up"),
    takes: [.area]
  ) { centre, request in
    .progress(try centre.targetFacts(area: request.area, on: request.asOf, knownOn: request.asOf))
  }

  static let responsibilityLetter = ReportKind(
    "responsibility-letter", Wording(zh: "目标责任书", en: "Responsibility letter"),
    purpose: Wording(zh: "一个区域的目标任务和逐月计划，供签订", en: "an area's targets and months, to be signed"),
    needs: [.area]
  ) { centre, request in
    let facts = try centre.targetFacts(area: request.area, on: request.asOf, knownOn: request.asOf)
    let code = AreaCode.prefix(request.area ?? "")
    let targets = facts.rows.map(\.target).filter { AreaCode.prefix($0.area) == code }
    guard !targets.isEmpty else {
      throw CentreError.refused(
        Wording(
          zh: "\(request.area ?? "") 没有目标任务；请先导入目标，或核对区划代码",
          en: "\(request.area ?? "") has no targets; import them first, or check the area's code"))
    }
    var owners: [String] = []
    for target in targets where !owners.contains(target.owner) { owners.append(target.owner) }
    return .responsibilityLetter(
      targets, owner: owners.joined(separator: "、"), issuer: try centre.areaName(nil).chinese, facts)
  }

  static let assessment = ReportKind(
    "assessment", Wording(zh: "模拟考评表", en: "Dry-run assessment"),
    purpose: Wording(zh: "今天能得几分、缺什么、最省的补差办法", en: "points today, what is missing, the cheapest way to pass"),
    takes: [.area]
  ) { centre, request in
    let (assessment, area) = try centre.assessment(area: request.area, on: request.asOf)
    return .assessment(assessment, areaName: try centre.areaName(area), date: request.asOf)
  }

  static let monthlyBulletin = bulletin(
    .month, "monthly-bulletin", Wording(zh: "创业带动就业工作通报", en: "Monthly bulletin"))

  static let quarterlyBulletin = bulletin(
    .quarter, "quarterly-bulletin", Wording(zh: "创业带动就业工作季报", en: "Quarterly bulletin"))

  private static func bulletin(_ kind: BulletinFacts.Kind, _ name: String, _ title: Wording) -> ReportKind {
    ReportKind(
      name, title,
      purpose: Wording(
        zh: "由数据写成的通报：总体、目标、指标、跟踪、问题、下步；默认上一个完整期间",
        en:
          "written from the figures: overview, targets, indicators, follow-up, problems, next; by default of the last whole period"
      ),
      takes: [.area, .period]
    ) { centre, request in
      // The period that ended last, unless today is its last day.
      let present = kind.period(holding: request.asOf)
      let day =
        request.period?.lowerBound
        ?? (present.upperBound == request.asOf ? request.asOf : present.lowerBound + -1)
      return .bulletin(
        try centre.bulletinFacts(
          kind, holding: day, area: request.area, knownOn: request.asOf, calendar: request.calendar))
    }
  }
}

extension ReportRequest {
  /// The calendar year of the day up to which things count as known.
  fileprivate var year: ClosedRange<CivilDate> {
    let year = asOf.year
    let first = CivilDate(year: year, month: 1, day: 1) ?? asOf
    return first...(CivilDate(year: year, month: 12, day: 31) ?? asOf)
  }
}
