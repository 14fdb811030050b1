package import Civil
package import Indicators
package import ProjectLibrary

extension Report {
  /// The library against its gates: what counts, what is missing by industry, and what does not count and why.
  package static func projectLibrary(_ status: LibraryStatus, names: [String: String]) -> Report {
    Report(
      "project-library", title: Wording(zh: "创业项目库建设情况", en: "State of the project library"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(status.date)),
        Particular(Wording(zh: "口径", en: "Rule"), .words(status.rule.stamp.wording)),
      ],
      parts: [
        .table(gates(status)), .table(missing(status)), .table(industries(status)),
        .table(excluded(status, names)),
      ])
  }

  private static func gates(_ status: LibraryStatus) -> ReportTable {
    var notes: [Wording] = []
    if status.gates.contains(where: \.isOneReading) {
      notes.append(
        Wording(
          zh:
            "“覆盖行业和项目不少于\(status.rule.leastIndustries)个”可读作行业数，也可读作项目数，两种读法分列；行业按\(status.rule.counting.name.chinese)计。",
          en:
            "“covers at least \(status.rule.leastIndustries) industries and items” can be read as industries or as "
            + "items: both are shown; industries are \(status.rule.counting.name.english)."))
    }
    if !status.unclassified.isEmpty {
      let ids = status.unclassified.joined(separator: "、")
      notes.append(
        Wording(
          zh: "行业代码不够细、未计入行业数的项目：\(ids)", en: "in no industry, as the code is too coarse: \(ids)"))
    }
    return ReportTable(
      Wording(zh: "达标情况", en: "Gates"),
      columns: [
        .init(Wording(zh: "项目", en: "Gate"), width: 40), .init(Wording(zh: "应达", en: "Needed"), width: 8),
        .init(Wording(zh: "实有", en: "Counted"), width: 8), .init(Wording(zh: "尚缺", en: "Missing"), width: 8),
        .init(Wording(zh: "结论", en: "Result"), width: 10),
      ],
      rows: status.gates.map { gate in
        [
          .words(gate.name), .count(gate.need), .count(gate.counted.count), .count(gate.missing),
          .words(
            gate.isReached ? Wording(zh: "达标", en: "reached") : Wording(zh: "未达标", en: "not reached")),
        ]
      }, notes: notes)
  }

  private static func missing(_ status: LibraryStatus) -> ReportTable {
    ReportTable(
      Wording(zh: "地方优先产业中尚无项目的行业", en: "Local priorities without a project"),
      columns: [
        .init(Wording(zh: "行业", en: "Industry"), width: 36),
        .init(Wording(zh: "优先分", en: "Points"), width: 8),
        .init(Wording(zh: "征集评审中", en: "On the way"), width: 16),
        .init(Wording(zh: "已过期", en: "Expired"), width: 16),
      ],
      rows: status.missingPriorities.map { line in
        [
          .words(line.industry.title), .count(line.points),
          .text(line.pending.joined(separator: " ")), .text(line.expired.joined(separator: " ")),
        ]
      },
      notes: status.rule.priorities.isEmpty
        ? [Wording(zh: "政策口径未列地方优先产业。", en: "The regulation names no local priorities.")] : [])
  }

  private static func industries(_ status: LibraryStatus) -> ReportTable {
    ReportTable(
      Wording(zh: "分行业情况", en: "By industry"),
      columns: [
        .init(Wording(zh: "行业", en: "Industry"), width: 36),
        .init(Wording(zh: "优先分", en: "Points"), width: 8),
        .init(Wording(zh: "有效", en: "Valid"), width: 8), .init(Wording(zh: "其中推介", en: "Promoted"), width: 8),
        .init(Wording(zh: "征集评审中", en: "On the way"), width: 10),
        .init(Wording(zh: "已过期", en: "Expired"), width: 8),
      ],
      rows: status.lines.map { line in
        [
          .words(line.industry.divisionTitle), line.points > 0 ? .count(line.points) : .blank,
          .count(line.counted.count), .count(line.promoted.count), .count(line.pending.count),
          .count(line.expired.count),
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .blank,
        .count(status.lines.reduce(0) { $0 + $1.counted.count }),
        .count(status.lines.reduce(0) { $0 + $1.promoted.count }),
        .count(status.lines.reduce(0) { $0 + $1.pending.count }),
        .count(status.lines.reduce(0) { $0 + $1.expired.count }),
      ])
  }

  private static func excluded(_ status: LibraryStatus, _ names: [String: String]) -> ReportTable {
    ReportTable(
      Wording(zh: "未计入的项目", en: "Not counted"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "项目", en: "Project"), width: 28),
        .init(Wording(zh: "原因", en: "Why"), width: 40),
      ],
      rows: status.excluded.map { [.text($0.id), .text(names[$0.id] ?? ""), .words($0.why.text)] })
  }

  /// The projects of the library as a list, with their state and their points in the local plan.
  ///
  /// `outcomes` are those of earlier choices, by the code of the division.
  package static func projects(
    _ records: [ProjectRecord], rule: LibraryRule, outcomes: [String: ProjectOutcome] = [:],
    on date: CivilDate, knownOn day: CivilDate
  ) -> Report {
    let rows = records.sorted { $0.project.id < $1.project.id }.map { record -> [Cell] in
      let project = record.project
      let risk = project.greatestRisk?.name ?? Wording(zh: "未评估", en: "not judged")
      return [
        .text(project.id), .words(project.kind.name), .text(project.name),
        .words(project.industry?.divisionTitle ?? Wording(zh: "未定", en: "not told")),
        project.investment.map { .money(fen: $0.lowerBound.fen) } ?? .blank,
        project.investment.map { .money(fen: $0.upperBound.fen) } ?? .blank,
        project.paybackMonths.map { .count($0) } ?? .blank, .words(risk), .count(rule.score(of: project)),
        .words(record.state(on: date, knownOn: day).name),
        record.validUntil(on: date, knownOn: day).map { .date($0) } ?? .blank, .text(project.owner),
        project.industry.map { outcomes[$0.divisionCode].shortSuccess(rule) } ?? .blank,
      ]
    }
    let columns: [(Wording, Int)] = [
      (Wording(zh: "编号", en: "No."), 9), (Wording(zh: "类型", en: "Kind"), 12),
      (Wording(zh: "项目名称", en: "Name"), 24), (Wording(zh: "行业", en: "Industry"), 24),
      (Wording(zh: "投资下限（元）", en: "Invested from, yuan"), 13), (Wording(zh: "投资上限（元）", en: "to, yuan"), 13),
      (Wording(zh: "回收期（月）", en: "Payback, months"), 12), (Wording(zh: "最高风险", en: "Risk"), 11),
      (Wording(zh: "优先分", en: "Points"), 9), (Wording(zh: "状态", en: "State"), 12),
      (Wording(zh: "有效期至", en: "Valid until"), 14), (Wording(zh: "责任部门", en: "Department"), 16),
      (Wording(zh: "同行业以往创业率", en: "Past start-ups of the industry"), 16),
    ]
    return Report(
      "projects", title: Wording(zh: "创业项目清单", en: "Projects"),
      particulars: [Particular(Wording(zh: "截至", en: "As of"), .date(date))],
      parts: [
        .table(
          ReportTable(
            Wording(zh: "项目", en: "Projects"), columns: columns.map { .init($0.0, width: $0.1) }, rows: rows))
      ], isLandscape: true)
  }
}
