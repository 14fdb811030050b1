package import Civil
import Cohorts
import FollowUp
package import Indicators
package import ProjectLibrary

extension Report {
  /// What became of those who chose the library's projects, and which reported figures are doubted.
  ///
  /// `lines` hold the name and outcome of each project, `industries` of each division, `reported` what reports say without
  /// a list of people.
  package static func projectOutcomes(
    _ lines: [(name: Wording, outcome: ProjectOutcome)],
    industries: [(name: Wording, outcome: ProjectOutcome)] = [], reported: [ReportedPlacement],
    rule: LibraryRule, lagDays: Int, asOf date: CivilDate
  ) -> Report {
    let projects = outcomes(
      Wording(zh: "项目成效", en: "Outcomes"), Wording(zh: "项目", en: "Project"), lines, rule, lagDays)
    let divisions = outcomes(
      Wording(zh: "分行业成效", en: "By industry"), Wording(zh: "行业", en: "Industry"), industries, rule, lagDays)
    let tables =
      [projects] + (industries.isEmpty ? [] : [divisions])
      + (reported.isEmpty ? [] : [reports(reported, rule)])
    return Report(
      "project-outcomes", title: Wording(zh: "创业项目成效", en: "Outcomes of projects"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "口径", en: "Rule"), .words(rule.stamp.wording)),
      ], parts: tables.map(Part.table), isLandscape: true)
  }

  private static func outcomes(
    _ title: Wording, _ head: Wording, _ lines: [(name: Wording, outcome: ProjectOutcome)],
    _ rule: LibraryRule, _ lagDays: Int
  ) -> ReportTable {
    ReportTable(
      title,
      columns: [
        .init(head, width: 30),
        .init(Wording(zh: "选择人数", en: "Chosen by"), width: 8),
        .init(Wording(zh: "满期人数", en: "Days passed"), width: 8),
        .init(Wording(zh: "已创业", en: "Started"), width: 8),
        .init(Wording(zh: "无音讯", en: "Silent"), width: 8),
        .init(Wording(zh: "创业率", en: "Start-up rate"), width: 10),
        .init(Wording(zh: "95% 区间", en: "95% interval"), width: 16),
        .init(Wording(zh: "满一年存活", en: "Alive after a year"), width: 12),
        .init(Wording(zh: "创业实体", en: "Ventures"), width: 11),
        .init(Wording(zh: "带动就业", en: "Employees"), width: 12),
        .init(Wording(zh: "备注", en: "Remark"), width: 26),
      ],
      rows: lines.map { row($0.name, $0.outcome, rule) },
      notes: [
        Wording(
          zh: "创业率：选择项目满 \(lagDays) 天时已用该项目创业的人数 ÷ 已满期的人数，无音讯的计入分母；区间按 Wilson 法。",
          en:
            "start-up rate: who had started with the project \(lagDays) days after choosing it, of those whose days have "
            + "passed, the silent ones in the denominator; Wilson's interval."),
        Wording(
          zh: "满期不足 \(rule.leastGroup) 人的，人数太少，不计算比例。",
          en: "Of fewer than \(rule.leastGroup) people no share is told: it would say nothing."),
      ] + (lines.isEmpty ? [Wording(zh: "无。", en: "None.")] : []))
  }

  private static func row(_ name: Wording, _ outcome: ProjectOutcome, _ rule: LibraryRule) -> [Cell] {
    let response = outcome.startUp.response
    return [
      .words(name), .count(outcome.people.count), .count(response.drawn), .count(response.yes.count),
      .count(response.silent.count), share(response.ofDrawn, rule), interval(response.ofDrawn, rule),
      share(outcome.survival.ofReached, rule), .count(outcome.ventures.count), .count(outcome.employees),
      .words(remark(outcome, rule)),
    ]
  }

  private static func share(_ share: Share?, _ rule: LibraryRule) -> Cell {
    guard let share, let value = share.value, ProjectOutcome.isTellable(share, rule) else {
      return .words(Wording(zh: "人数太少", en: "too few"))
    }
    return .share(value, places: 1)
  }

  private static func interval(_ share: Share?, _ rule: LibraryRule) -> Cell {
    guard let share, let interval = share.interval(), ProjectOutcome.isTellable(share, rule) else {
      return .blank
    }
    return .text("\(percent(interval.lowerBound))–\(percent(interval.upperBound))")
  }

  private static func remark(_ outcome: ProjectOutcome, _ rule: LibraryRule) -> Wording {
    var remarks: [Wording] = []
    if outcome.isDoubtful(rule), let mean = outcome.employeesPerVenture {
      let found = Figures.decimal(mean, places: 1)
      remarks.append(
        Wording(zh: "户均就业 \(found) 人，请核对", en: "\(found) employees to a venture: check"))
    }
    if !outcome.withoutHeadcount.isEmpty {
      let count = outcome.withoutHeadcount.count
      remarks.append(Wording(zh: "\(count) 户未登记用工", en: "\(count) without a headcount"))
    }
    return remarks.joined
  }

  private static func reports(_ reported: [ReportedPlacement], _ rule: LibraryRule) -> ReportTable {
    ReportTable(
      Wording(zh: "汇总上报数核对", en: "Reported sums, checked"),
      columns: [
        .init(Wording(zh: "编号", en: "Id"), width: 9),
        .init(Wording(zh: "来源", en: "Source"), width: 22),
        .init(Wording(zh: "截至", en: "Up to"), width: 11),
        .init(Wording(zh: "项目数", en: "Projects"), width: 8),
        .init(Wording(zh: "投资（元）", en: "Invested, yuan"), width: 14),
        .init(Wording(zh: "安置人数", en: "Placed"), width: 8),
        .init(Wording(zh: "每项目安置", en: "Per project"), width: 9),
        .init(Wording(zh: "每人投入（元）", en: "Yuan for a place"), width: 12),
        .init(Wording(zh: "存疑", en: "Doubts"), width: 40),
        .init(Wording(zh: "登记", en: "Recorded"), width: 16),
      ],
      rows: reported.map { one in
        let doubts = one.doubts(rule).map(\.text)
        return [
          .text(one.id), .text(one.source), .date(one.on), .count(one.projects),
          one.invested.map { .money(fen: $0.fen) } ?? .blank,
          .count(one.placed), one.placedPerProject.map { .decimal($0, places: 1) } ?? .blank,
          one.investedPerPlace.map { .money(fen: $0.fen) } ?? .blank,
          .words(doubts.joined),
          .words(
            one.recorded.map { Wording(zh: "\($0.on) \($0.by)", en: "\($0.on) \($0.by)") }
              ?? Wording(zh: "未登记", en: "not recorded")),
        ]
      },
      notes: [
        Wording(
          zh: "汇总上报数没有人员名单，只作核对，不计入成效和统计指标。",
          en:
            "Reported sums have no list of people behind them: they are checked here, and no figure counts them."
        )
      ])
  }
}

extension ProjectOutcome? {
  /// The same for a narrow column; blank where nobody chose such a project.
  func shortSuccess(_ rule: LibraryRule) -> Cell {
    guard let outcome = self, !outcome.people.isEmpty else { return .blank }
    guard let share = outcome.startUp.response.ofDrawn, let value = share.value,
      ProjectOutcome.isTellable(share, rule)
    else {
      let people = outcome.people.count
      return .words(Wording(zh: "\(people) 人，太少", en: "\(people): too few"))
    }
    return .text("\(share.numerator)/\(share.denominator) (\(percent(value)))")
  }

  /// How many of those who chose such projects have started, in words; a share only of enough people.
  package func success(_ rule: LibraryRule) -> Wording {
    guard let outcome = self, !outcome.people.isEmpty else {
      return Wording(zh: "尚无人选用", en: "chosen by nobody yet")
    }
    let (people, share) = (outcome.people.count, outcome.startUp.response.ofDrawn)
    guard let share, let value = share.value, ProjectOutcome.isTellable(share, rule) else {
      return Wording(
        zh: "\(people) 人选用，满期 \(share?.denominator ?? 0) 人，人数太少不计算比例",
        en: "chosen by \(people), days passed for \(share?.denominator ?? 0): too few for a share")
    }
    return Wording(
      zh: "\(people) 人选用，满期 \(share.denominator) 人中 \(share.numerator) 人已创业（\(percent(value))）",
      en: "chosen by \(people); \(share.numerator) of \(share.denominator) have started (\(percent(value)))")
  }
}
