package import Civil
package import Indicators

/// What the progress table and the letters are made of: the targets of an area tree and how far each is.
package struct TargetFacts: Sendable {
  /// A target with what was done of it, or why that is not known.
  package struct Row: Sendable {
    package let target: Target
    package let progress: Result<Progress, NotCounted>

    package init(_ target: Target, _ progress: Result<Progress, NotCounted>) {
      self.target = target
      self.progress = progress
    }
  }

  package let areaName: Wording
  package let areaNames: AreaNames
  package let date: CivilDate
  package let rows: [Row]
  package let flaws: [TargetTree.Flaw]
  package let rule: RuleStamp?

  package init(
    areaName: Wording, areaNames: AreaNames = AreaNames(), date: CivilDate, rows: [Row],
    flaws: [TargetTree.Flaw], rule: RuleStamp?
  ) {
    self.areaName = areaName
    self.areaNames = areaNames
    self.date = date
    self.rows = rows
    self.flaws = flaws
    self.rule = rule
  }

  /// The target's name, with its area where it is not that of the highest targets.
  func name(of target: Target) -> Wording {
    let highest = rows.map { AreaCode.prefix($0.target.area) }.min { $0.utf8.count < $1.utf8.count }
    guard AreaCode.prefix(target.area) != highest else { return target.name }
    let area = areaNames.shown(target.area)
    return Wording(
      zh: "\(target.name.chinese)（\(area.chinese)）", en: "\(target.name.english) (\(area.english))")
  }

  /// The name of an area where it is known, else its code.
  func name(of area: String) -> Cell { .words(areaNames.shown(area)) }

  /// Whether a target is behind, or the parts of one do not add up.
  package var isBehind: Bool { known.contains { $0.light != .green } || !flaws.isEmpty }

  /// The progress of those rows that have a number.
  var known: [Progress] { rows.compactMap { try? $0.progress.get() } }
}

extension Report {
  /// The progress table (目标任务推进表) with lights, what does not add up, and the ranking of the areas.
  package static func progress(_ facts: TargetFacts) -> Report {
    let known = facts.known
    var parts: [Part] = [.paragraph(facts.overview)]
    parts.append(.table(facts.progressTable))
    if (1...20).contains(known.count) { parts.append(.chart(facts.progressChart(known))) }
    parts += facts.rankings
    if !facts.flaws.isEmpty {
      parts.append(.heading(Wording(zh: "分解核对", en: "What does not add up")))
      parts += facts.flaws.map { .paragraph($0.sentence) }
    }
    return Report(
      "progress", title: Wording(zh: "目标任务推进表", en: "Progress of the targets"),
      particulars: [
        .init(Wording(zh: "区域", en: "Area"), .words(facts.areaName)),
        .init(Wording(zh: "截至", en: "As of"), .date(facts.date)),
      ] + (facts.rule.map { [.init(Wording(zh: "口径", en: "Rule"), .words($0.wording))] } ?? []),
      parts: parts, isLandscape: true)
  }
}

extension TargetFacts {
  /// How many targets are on course, behind and far behind.
  fileprivate var overview: Wording {
    func count(_ light: Progress.Light) -> Int { known.count { $0.light == light } }
    let open = rows.count - known.count
    return Wording(
      zh: "共 \(rows.count) 项目标：正常 \(count(.green)) 项，滞后 \(count(.amber)) 项，严重滞后 \(count(.red)) 项"
        + (open > 0 ? "，无法统计 \(open) 项。" : "。"),
      en:
        "\(rows.count) targets: \(count(.green)) on course, \(count(.amber)) behind, \(count(.red)) far behind"
        + (open > 0 ? ", \(open) without a number." : "."))
  }

  fileprivate var progressTable: ReportTable {
    let cells = rows.enumerated().map { number, row -> [Cell] in
      let target = row.target
      let head: [Cell] = [
        .count(number + 1), .words(target.name), name(of: target.area), .text(target.owner),
        .words(target.quantity.unit.shown), target.quantity.cell,
      ]
      switch row.progress {
      case .failure(let reason): return head + [.blank, .blank, .blank, .words(reason.sentence)]
      case .success(let progress):
        return head + [
          .count(Int(progress.planned.rounded(.up))), progress.done.cell,
          progress.share.map { .share($0, places: 1) } ?? .blank, .words(progress.light.name),
          progress.missing.cell,
        ]
      }
    }
    return ReportTable(
      Wording(zh: "目标任务推进表", en: "Progress of the targets"),
      columns: [
        .init(Wording(zh: "序号", en: "No."), width: 5), .init(Wording(zh: "目标任务", en: "Target"), width: 26),
        .init(Wording(zh: "区域", en: "Area"), width: 14), .init(Wording(zh: "责任单位", en: "Owner"), width: 16),
        .init(Wording(zh: "单位", en: "Unit"), width: 7), .init(Wording(zh: "全期目标", en: "Target"), width: 10),
        .init(Wording(zh: "时序目标", en: "Planned by now"), width: 10),
        .init(Wording(zh: "已完成", en: "Done"), width: 10), .init(Wording(zh: "完成率", en: "Share"), width: 9),
        .init(Wording(zh: "状态", en: "State"), width: 12), .init(Wording(zh: "缺口", en: "Missing"), width: 10),
      ], rows: cells,
      notes: [
        Wording(
          zh: "时序目标：有逐月计划的取截至当日的计划数，否则按天数折算。",
          en: "Planned by now: by the months where they are planned, else in proportion to the days.")
      ])
  }

  fileprivate func progressChart(_ known: [Progress]) -> Chart {
    Chart(
      Wording(zh: "完成率", en: "Share of each target"),
      .bars(
        [.init(Wording(zh: "完成率", en: "share done"), values: known.map(\.share))],
        categories: known.map { name(of: $0.target) }),
      x: Wording(zh: "目标任务", en: "Target"), y: Wording(zh: "完成率", en: "Share"), unit: .share)
  }

  /// The areas ranked by each target that several of them have, with ties and how firm the order is.
  fileprivate var rankings: [Report.Part] {
    var measures: [String] = []
    for progress in known
    where !progress.target.measure.isEmpty && !measures.contains(progress.target.measure) {
      measures.append(progress.target.measure)
    }
    return measures.flatMap { measure -> [Report.Part] in
      let own = known.filter { $0.target.measure == measure }
      let levels = Dictionary(grouping: own) { AreaCode($0.target.area)?.level }
      return levels.sorted { ($0.key ?? .nation) < ($1.key ?? .nation) }.compactMap { _, level in
        Set(level.map(\.target.area)).count > 1 ? .table(rankingTable(level)) : nil
      }
    }
  }

  private func rankingTable(_ level: [Progress]) -> ReportTable {
    let ranking = Ranking(
      level.compactMap { progress in
        Ranking.Entry(
          id: progress.target.area, progress.done.amount, of: progress.target.quantity.amount)
      })
    let title = level.first?.target.name ?? Wording(zh: "", en: "")
    return ReportTable(
      Wording(zh: "排名：\(title.chinese)", en: "Ranking: \(title.english)"),
      columns: [
        .init(Wording(zh: "名次", en: "Rank"), width: 6), .init(Wording(zh: "区域", en: "Area"), width: 20),
        .init(Wording(zh: "已完成", en: "Done"), width: 10), .init(Wording(zh: "目标", en: "Target"), width: 10),
        .init(Wording(zh: "完成率", en: "Share"), width: 9),
      ],
      rows: ranking.places.map { place in
        let share = Double(place.entry.numerator) / Double(place.entry.denominator)
        return [
          .count(place.rank), name(of: place.entry.id), .count(place.entry.numerator),
          .count(place.entry.denominator), .share(share, places: 1),
        ]
      }, notes: ranking.sensitivity(areaNames.shown).map { [$0] } ?? [])
  }
}
