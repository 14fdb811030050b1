package import Civil
package import FollowUp

extension Report {
  /// What a venture received, beside its record.
  package struct Support: Hashable, Sendable {
    /// Paid out of loans up to the date of the report.
    package let lent: Money
    /// Subsidies paid up to it.
    package let subsidised: Money

    package init(lent: Money = .zero, subsidised: Money = .zero) {
      self.lent = lent
      self.subsidised = subsidised
    }

    /// What was lent and given up to a date, as known on a day.
    package init(
      _ loans: [Loan], _ subsidies: [Subsidy], upTo date: CivilDate, knownOn day: CivilDate
    ) {
      lent = loans.reduce(.zero) { sum, loan in
        loan.steps.standing(knownOn: day).filter { $0.from <= date && $0.fact?.state == .disbursed }
          .reduce(sum) { $0 + ($1.fact?.amount ?? .zero) }
      }
      subsidised = subsidies.filter { $0.paidOn <= date }.reduce(.zero) { $0 + $1.amount }
    }
  }

  /// The register of ventures (创业实体台账) on a date, with states, jobs, loans and subsidies.
  ///
  /// `support` is by the venture's id.
  package static func ventureRegister(
    _ records: [VentureRecord], asOf date: CivilDate, knownOn day: CivilDate, area: String = "",
    support: [String: Support], names: FollowedNames
  ) -> Report {
    let code = AreaCode.prefix(area)
    var rows: [VentureRow] = []
    for record in records where record.venture.area.hasPrefix(code) {
      let own = support[record.venture.id] ?? Support()
      let row = VentureRow(record, asOf: date, knownOn: day, support: own)
      if row.state != nil { rows.append(row) }
    }
    rows.sort {
      ($0.record.venture.area, $0.record.venture.id) < ($1.record.venture.area, $1.record.venture.id)
    }
    return Report(
      "venture-register", title: Wording(zh: "创业实体台账", en: "Register of ventures"),
      particulars: Particular.asOf(date, knownOn: day)
        + Particular.scope(officer: nil, area: area, names)
        .dropFirst(),
      parts: [
        .table(VentureRow.summary(rows)), .chart(VentureRow.chart(rows)),
        .table(VentureRow.table(rows, names)),
      ],
      isLandscape: true)
  }
}

/// A venture as a row of the register.
private struct VentureRow {
  let record: VentureRecord
  /// Nil: nothing was known of it by the date.
  let state: VentureState?
  let since: CivilDate?
  let jobs: Headcount?
  let support: Report.Support

  init(_ record: VentureRecord, asOf date: CivilDate, knownOn day: CivilDate, support: Report.Support) {
    self.record = record
    let entry = record.states.entry(on: date, knownOn: day)
    state = entry?.fact
    since = entry?.from
    jobs = record.jobs.fact(on: date, knownOn: day)
    self.support = support
  }

  var kind: LegalForm.Kind { record.venture.legalForm.kind }
  var hasEnded: Bool { state.map { $0.isFinal || $0 == .revoked } ?? true }

  static let kinds: [(LegalForm.Kind, Wording)] = [
    (.enterprise, Wording(zh: "企业（家）", en: "Enterprises")),
    (.individualBusiness, Wording(zh: "个体工商户（户）", en: "Individual businesses")),
    (.otherBody, Wording(zh: "合作社等（个）", en: "Cooperatives and others")),
    (.unregistered, Wording(zh: "未登记（个）", en: "Unregistered")),
  ]

  static func summary(_ rows: [VentureRow]) -> ReportTable {
    ReportTable(
      Wording(zh: "按状态与法律形态", en: "By state and legal form"),
      columns: [ReportTable.Column(Wording(zh: "经营状态", en: "State"), width: 24)]
        + kinds.map { ReportTable.Column($0.1, width: 16) }
        + [
          ReportTable.Column(Wording(zh: "带动就业（人）", en: "Employees"), width: 14),
          ReportTable.Column(Wording(zh: "其中参保（人）", en: "Of them insured"), width: 14),
        ],
      rows: VentureState.allCases.map { state in
        [.words(state.name)]
          + kinds.map { kind in .count(rows.count { $0.kind == kind.0 && $0.state == state }) }
          + jobs(of: rows.lazy.filter { $0.state == state })
      },
      total: [.words(Wording(zh: "合计", en: "Total"))]
        + kinds.map { kind in .count(rows.count { $0.kind == kind.0 }) } + jobs(of: rows),
      notes: [
        Wording(
          zh: "企业（家）与个体工商户（户）分别计数，不相加；带动就业不含创办人，已终止的实体不计。",
          en:
            "Enterprises and individual businesses are counted apart and never added up; employees are without the founders, and not counted where the venture has ended."
        )
      ])
  }

  private static func jobs(of rows: some Sequence<VentureRow>) -> [Cell] {
    var (employees, insured) = (0, 0)
    for row in rows where !row.hasEnded {
      employees += row.jobs?.employees ?? 0
      insured += row.jobs?.insured ?? 0
    }
    return [.count(employees), .count(insured)]
  }

  static func chart(_ rows: [VentureRow]) -> Chart {
    Chart(
      Wording(zh: "创业实体经营状态", en: "Ventures by state"),
      .bars(
        kinds.map { kind in
          Chart.Bars(
            kind.1,
            values: VentureState.allCases.map { state in
              Double(rows.count { $0.kind == kind.0 && $0.state == state })
            })
        }, categories: VentureState.allCases.map(\.name)),
      x: Wording(zh: "经营状态", en: "State"), y: Wording(zh: "个数", en: "Ventures"), unit: .count)
  }

  static func table(_ rows: [VentureRow], _ names: FollowedNames) -> ReportTable {
    func sum(_ value: (VentureRow) -> Int) -> Int { rows.reduce(0) { $0 + value($1) } }
    let isListed = rows.count <= ListLimit.rows
    let narrowing = Wording(zh: " --area ", en: "--area")
    return ReportTable(
      Wording(zh: "创业实体", en: "Ventures"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(Wording(zh: "名称", en: "Name"), width: 22),
        ReportTable.Column(Wording(zh: "创办人", en: "Founders"), width: 14),
        ReportTable.Column(Wording(zh: "创业次数", en: "Attempt"), width: 9),
        ReportTable.Column(Wording(zh: "登记证照", en: "Licence"), width: 20),
        ReportTable.Column(Wording(zh: "登记日期", en: "Registered on"), width: 12),
        ReportTable.Column(Wording(zh: "法律形态", en: "Legal form"), width: 14),
        ReportTable.Column(Wording(zh: "行业", en: "Industry"), width: 18),
        ReportTable.Column(Wording(zh: "区域", en: "Area"), width: 14),
        ReportTable.Column(Wording(zh: "经营状态", en: "State"), width: 14),
        ReportTable.Column(Wording(zh: "状态起始", en: "Since"), width: 12),
        ReportTable.Column(Wording(zh: "在岗创办人", en: "Founders at work"), width: 10),
        ReportTable.Column(Wording(zh: "带动就业", en: "Employees"), width: 9),
        ReportTable.Column(Wording(zh: "其中参保", en: "Insured"), width: 9),
        ReportTable.Column(Wording(zh: "累计放款（元）", en: "Lent (yuan)"), width: 14),
        ReportTable.Column(Wording(zh: "累计补贴（元）", en: "Subsidies (yuan)"), width: 14),
        ReportTable.Column(Wording(zh: "孵化基地", en: "Incubator"), width: 14),
      ],
      rows: isListed ? rows.enumerated().map { place, row in row.cells(place + 1, names) } : [],
      total: [.words(Wording(zh: "合计", en: "Total"))] + Array(repeating: .blank, count: 10) + [
        .count(sum { $0.jobs?.founders ?? 0 }), .count(sum { $0.jobs?.employees ?? 0 }),
        .count(sum { $0.jobs?.insured ?? 0 }), .money(fen: sum(\.support.lent.fen)),
        .money(fen: sum(\.support.subsidised.fen)),
      ],
      notes: [
        Wording(
          zh: "就业人数为各实体最近一次登记数，含已终止实体的最后登记数。",
          en: "Jobs as last recorded of each venture, of ended ones too.")
      ] + (isListed ? [] : [ListLimit.note(rows.count, narrowedBy: narrowing)]))
  }

  private func cells(_ number: Int, _ names: FollowedNames) -> [Cell] {
    let venture = record.venture
    return [
      .count(number), .text(venture.name),
      .text(venture.founders.map { names.person($0.person) }.joined(separator: "、")),
      .text(venture.founders.map { String($0.attempt) }.joined(separator: "、")),
      .words(venture.registration.wording), .date(venture.licensedOn), .words(venture.legalForm.name),
      .words(
        venture.industry.map {
          Wording(
            zh: "\($0.section)\($0.code) \($0.sectionName.chinese)",
            en: "\($0.section)\($0.code) \($0.sectionName.english)")
        }), .words(names.area(venture.area)), .words(state?.name), .date(since),
      jobs.map { .count($0.founders) } ?? .blank, jobs.map { .count($0.employees) } ?? .blank,
      jobs.map { .count($0.insured) } ?? .blank, .money(fen: support.lent.fen),
      .money(fen: support.subsidised.fen), .text(venture.incubator),
    ]
  }
}
