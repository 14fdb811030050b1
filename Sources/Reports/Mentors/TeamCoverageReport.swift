import Civil
package import Mentors

extension Report {
  /// Whom the expert team (专家指导团) lacks, what ends soon, and the places there are against those wanted.
  package static func teamCoverage(_ coverage: TeamCoverage, names: FollowedNames) -> Report {
    Report(
      "team-coverage", title: Wording(zh: "专家指导团覆盖检查", en: "Coverage of the expert team"),
      particulars: Particular.asOf(coverage.asOf, knownOn: coverage.asOf) + [.rule(coverage.rule)],
      parts: [
        .paragraph(coverage.summary), .table(items(coverage, names)), .table(expiries(coverage, names)),
        .table(capacity(coverage)),
      ], isLandscape: true)
  }

  private static func items(_ coverage: TeamCoverage, _ names: FollowedNames) -> ReportTable {
    ReportTable(
      Wording(zh: "覆盖情况", en: "What is covered"),
      columns: [
        ReportTable.Column(Wording(zh: "项目", en: "To be covered"), width: 30),
        ReportTable.Column(Wording(zh: "应有（人）", en: "Wanted"), width: 10),
        ReportTable.Column(Wording(zh: "现有（人）", en: "There"), width: 10),
        ReportTable.Column(Wording(zh: "缺（人）", en: "Missing"), width: 10),
        ReportTable.Column(Wording(zh: "待办需求（件）", en: "Open needs"), width: 12),
        ReportTable.Column(Wording(zh: "人员", en: "Members"), width: 44),
      ],
      rows: coverage.items.map { item in
        [
          .words(item.name), .count(item.wanted), .count(item.members.count), .count(item.missing),
          item.demand.map { .count($0) } ?? .blank,
          .text(item.members.map(names.person).joined(separator: "、")),
        ]
      },
      notes: [
        Wording(
          zh: "人数、部门和结构只计指导团成员，环节、领域和行业计全部在聘人员；一人可计入多项。",
          en:
            "Number, departments and kinds are of the team, the rest of all who serve; one may count for several."
        ),
        Wording(
          zh: "待办需求：未办结的帮扶单和卡在该环节的学员，各计一件。",
          en: "Open needs are requests for help that are open, and trainees who are stuck in the link."),
      ])
  }

  private static func expiries(_ coverage: TeamCoverage, _ names: FollowedNames) -> ReportTable {
    ReportTable(
      Wording(zh: "到期与年度课时", en: "What ends, and yearly minimums"),
      columns: [
        ReportTable.Column(Wording(zh: "日期", en: "Day"), width: 12),
        ReportTable.Column(Wording(zh: "人员", en: "Member"), width: 14),
        ReportTable.Column(Wording(zh: "事项", en: "What"), width: 34),
        ReportTable.Column(Wording(zh: "届时将缺", en: "Then not covered"), width: 44),
      ],
      rows: coverage.expiries.map { expiry in
        [
          .date(expiry.on), .text(names.person(expiry.member)), .words(expiry.name),
          .words(expiry.uncovers.isEmpty ? nil : expiry.uncovers.listed),
        ]
      }, notes: coverage.expiries.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static func capacity(_ coverage: TeamCoverage) -> ReportTable {
    let left = coverage.places.total - coverage.places.taken
    return ReportTable(
      Wording(zh: "能力与需求", en: "Capacity and demand"),
      columns: [
        ReportTable.Column(Wording(zh: "项目", en: "What"), width: 24),
        ReportTable.Column(Wording(zh: "总量", en: "In total"), width: 10),
        ReportTable.Column(Wording(zh: "已用", en: "Taken"), width: 10),
        ReportTable.Column(Wording(zh: "需求", en: "Wanted"), width: 10),
        ReportTable.Column(Wording(zh: "缺口", en: "Short"), width: 10),
      ],
      rows: [
        [
          .words(Wording(zh: "辅导名额（人）", en: "places of mentors")), .count(coverage.places.total),
          .count(coverage.places.taken), .count(coverage.places.wanted),
          .count(max(0, coverage.places.wanted - left)),
        ]
      ]
        + coverage.teaching.map { row in
          [
            .words(row.name), .count(row.capacity), .blank, .count(row.wanted), .count(row.short),
          ]
        },
      notes: [
        Wording(
          zh: "名额需求：卡在环节中的、有未办结帮扶单的和计划辅导而尚无导师的学员；缺口 = 需求 − 尚余。",
          en:
            "Places are wanted by those who are stuck, have an open request or are planned to be mentored, and have no mentor."
        ),
        Wording(
          zh: "授课：排课期内有相应资质者可授的课时与各班需要的课时；一人多证的课时在各行重复列出，缺口已扣除重复。",
          en:
            "Periods are of the whole plan; who holds several qualifications stands in several rows, and what is short counts once."
        ),
      ])
  }
}

extension TeamCoverage {
  fileprivate var summary: Wording {
    let missing = gaps.map(\.name)
    return missing.isEmpty
      ? Wording(zh: "各项均有人员。", en: "Everything is covered.")
      : Wording(
        zh: "有 \(missing.count) 项不足：\(missing.listed.chinese)。",
        en: "Short in \(missing.count): \(missing.listed.english).")
  }
}

extension TeamCoverage.Teaching {
  fileprivate var name: Wording {
    qualification.map { Wording(zh: "授课：\($0)（课时）", en: "periods of \($0)") }
      ?? Wording(zh: "授课（课时）", en: "periods of class")
  }
}

extension TeamCoverage.Expiry {
  fileprivate var name: Wording {
    switch cause {
    case .term: Wording(zh: "聘期届满", en: "the term of service ends")
    case .certificate(let kind): Wording(zh: "\(kind)有效期届满", en: "certificate ends: \(kind)")
    case .yearlyMinimum(let kind, let short, let planned):
      Wording(
        zh: "\(kind)年度课时尚缺 \(short)，年内已排 \(planned)",
        en: "\(kind): \(short) periods short this year, \(planned) planned")
    }
  }
}
