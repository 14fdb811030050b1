import Civil
import FollowUp

extension SurvivalFacts {
  /// Survival at the horizons with its interval and who was still watched.
  func horizonTable(_ total: SurvivalCurve) -> ReportTable {
    ReportTable(
      Wording(zh: "各期限存活率", en: "Survival at the horizons"),
      columns: [
        .init(Wording(zh: "期限（月）", en: "Months")), .init(Wording(zh: "在访实体", en: "At risk")),
        .init(Wording(zh: "存活率", en: "Survival")), .init(Wording(zh: "95% 下限", en: "95% from")),
        .init(Wording(zh: "95% 上限", en: "95% to")),
      ],
      rows: rule.horizons.map { horizon in
        guard let value = total.value(at: horizon.days) else {
          return [
            .count(horizon.months), .count(0),
            .missing(Wording(zh: "没有跟踪满该期限的实体", en: "no venture was watched so long")),
          ]
        }
        let interval = value.estimate.interval
        return [
          .count(horizon.months), .count(value.atRisk), .share(value.estimate.survival, places: 1),
          interval.map { .share($0.lowerBound, places: 1) } ?? .blank,
          interval.map { .share($0.upperBound, places: 1) } ?? .blank,
        ]
      })
  }

  /// The curve in months, with its band and the days on which ventures went out of sight.
  func curveChart(_ total: SurvivalCurve) -> Chart {
    Chart(
      Wording(zh: "存活曲线（阴影为 95% 置信区间）", en: "Survival curve with its 95% interval"),
      .lines([line(Wording(zh: "全部", en: "all"), total, withBand: true)], isStepped: true),
      x: Wording(zh: "创办后月数", en: "Months after the start"), y: Wording(zh: "存活率", en: "Share alive"),
      unit: .share, xStep: 12)
  }

  private func line(_ name: Wording, _ curve: SurvivalCurve, withBand: Bool) -> Chart.Line {
    let start = Chart.Point(0, 1)
    func points(_ value: (SurvivalCurve.Estimate) -> Double) -> [Chart.Point] {
      [start] + curve.steps.map { Chart.Point(months($0.days), value($0.estimate)) }
    }
    let marks = curve.steps.filter { $0.censored > 0 }.map {
      Chart.Point(months($0.days), $0.estimate.survival)
    }
    return Chart.Line(
      name, points: points(\.survival),
      // Where nearly every day has its mark they would hide the curve.
      marks: marks.count <= 120 ? marks : [],
      lower: withBand ? points { $0.interval?.lowerBound ?? $0.survival } : [],
      upper: withBand ? points { $0.interval?.upperBound ?? $0.survival } : [])
  }

  private func months(_ days: Int) -> Double { Double(days) * 12 / 365 }

  /// Who was watched, had ended and had gone out of sight by each half year of life.
  func atRiskTable(_ total: SurvivalCurve) -> ReportTable {
    let longest = total.steps.last?.days ?? 0
    let halfYears = (0...max(0, min(20, longest * 2 / 365))).map { $0 * 6 }
    return ReportTable(
      Wording(zh: "在访表", en: "Numbers at risk"),
      columns: [
        .init(Wording(zh: "创办后（月）", en: "Months")), .init(Wording(zh: "在访", en: "At risk")),
        .init(Wording(zh: "累计终止", en: "Ended so far")), .init(Wording(zh: "累计删失", en: "Censored so far")),
        .init(Wording(zh: "存活率", en: "Survival")),
      ],
      rows: halfYears.map { month in
        let days = month * 365 / 12
        let past = total.steps.filter { $0.days <= days }
        return [
          .count(month), .count(total.atRisk(at: days)), .count(past.reduce(0) { $0 + $1.ended }),
          .count(past.reduce(0) { $0 + $1.censored }),
          total.value(at: days).map { .share($0.estimate.survival, places: 1) } ?? .blank,
        ]
      })
  }

  /// Of the ventures whose time has passed: alive, ended, not heard of, and between which shares the truth lies.
  var silentTable: ReportTable {
    ReportTable(
      Wording(zh: "满期实体的去向", en: "Ventures whose time has passed"),
      columns: [
        .init(Wording(zh: "期限（月）", en: "Months")), .init(Wording(zh: "已满期", en: "Due")),
        .init(Wording(zh: "存活", en: "Alive")), .init(Wording(zh: "终止", en: "Ended")),
        .init(Wording(zh: "未答复", en: "Silent")), .init(Wording(zh: "占已访", en: "Of reached")),
        .init(Wording(zh: "下界（未答复均终止）", en: "If no silent one lived"), width: 20),
        .init(Wording(zh: "上界（未答复均存活）", en: "If all silent ones lived"), width: 20),
      ],
      rows: responses.map { horizon, response in
        guard response.drawn == 0 || response.drawn >= rule.leastGroup else {
          return [.count(horizon.months), .withheld]
        }
        return [
          .count(horizon.months), .count(response.drawn), .count(response.yes.count),
          .count(response.no.count),
          .count(response.silent.count), response.ofReached?.value.map { .share($0, places: 1) } ?? .blank,
          response.bounds.map { .share($0.lowerBound, places: 1) } ?? .blank,
          response.bounds.map { .share($0.upperBound, places: 1) } ?? .blank,
        ]
      },
      notes: [
        Wording(
          zh: "“占已访”不代表全部；真值在下界与上界之间。",
          en: "Of those reached says nothing of the silent; the truth lies between the bounds.")
      ])
  }

  /// A division: its groups, their curves and the test.
  func parts(of table: SurvivalBreakdown.Table) -> [Report.Part] {
    let comparison = table.comparison
    let name = table.name
    let horizonColumns = rule.horizons.flatMap { horizon -> [ReportTable.Column] in
      [
        .init(Wording(zh: "\(horizon.months) 个月", en: "\(horizon.months) months"), width: 10),
        .init(Wording(zh: "95% 区间", en: "95% interval"), width: 16),
      ]
    }
    let rows = comparison.groups.map { group -> [Cell] in
      switch group.outcome {
      case .withheld: return [.words(group.name), .withheld, .withheld]
      case .shown(let curve):
        return [.words(group.name), .count(curve.subjects), .count(curve.ended)]
          + rule.horizons.flatMap { horizon -> [Cell] in
            guard let value = curve.value(at: horizon.days) else { return [.blank, .blank] }
            return [.share(value.estimate.survival, places: 1), interval(value.estimate.interval)]
          }
      }
    }
    var parts: [Report.Part] = [
      .table(
        ReportTable(
          Wording(zh: "按\(name.chinese)", en: "By \(name.english)"),
          columns: [
            .init(name, width: 24), .init(Wording(zh: "实体", en: "Ventures")),
            .init(Wording(zh: "终止", en: "Ended")),
          ] + horizonColumns,
          rows: rows, notes: [test(comparison, name)]))
    ]
    let curves = comparison.groups.compactMap { group -> Chart.Line? in
      guard case .shown(let curve) = group.outcome, curve.subjects > 0 else { return nil }
      return line(group.name, curve, withBand: false)
    }
    // More curves than this cannot be told apart.
    if (2...6).contains(curves.count) {
      parts.append(
        .chart(
          Chart(
            Wording(zh: "按\(name.chinese)的存活曲线", en: "Survival by \(name.english)"),
            .lines(curves, isStepped: true), x: Wording(zh: "创办后月数", en: "Months after the start"),
            y: Wording(zh: "存活率", en: "Share alive"), unit: .share, xStep: 12)))
    }
    return parts
  }

  private func interval(_ interval: ClosedRange<Double>?) -> Cell {
    guard let interval else { return .blank }
    let (low, high) = (interval.lowerBound * 100, interval.upperBound * 100)
    return .text("\(Figures.decimal(low, places: 1))%–\(Figures.decimal(high, places: 1))%")
  }

  /// The log-rank test between the groups shown, in words, or why there is none.
  private func test(_ comparison: SurvivalComparison, _ name: Wording) -> Wording {
    switch comparison.test {
    case .success(let test):
      let p = test.pValue < 0.001 ? "p < 0.001" : "p = \(Figures.decimal(test.pValue, places: 3))"
      let chi = "χ² = \(Figures.decimal(test.statistic, places: 2))"
      let differs = test.pValue < 0.05
      return Wording(
        zh: "对数秩检验：\(chi)，自由度 \(test.degrees)，\(p)；"
          + (differs ? "各组存活有显著差异（5% 水平）。" : "未见各组存活有显著差异（5% 水平）。"),
        en: "Log-rank test: \(chi), \(test.degrees) degrees of freedom, \(p); "
          + (differs ? "the groups differ at the 5% level." : "no difference is seen at the 5% level."))
    case .failure(.groupsOverlap(let shared)):
      return Wording(
        zh: "未做检验：有 \(shared.count) 个实体同属几组。",
        en: "Not tested: \(shared.count) ventures stand in several groups.")
    case .failure(.logRank(.fewerThanTwoGroups)):
      return Wording(zh: "未做检验：可公布的组不足两个。", en: "Not tested: fewer than two groups are shown.")
    case .failure(.logRank(.nothingToCompare)):
      return Wording(zh: "未做检验：各组之间没有可比的终止。", en: "Not tested: nothing ended that could be compared.")
    }
  }
}
