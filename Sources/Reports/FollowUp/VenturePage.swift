package import Civil
package import FollowUp

/// All that is recorded of one venture.
package struct VentureHistory: Sendable {
  /// The venture as it is now, with its ledgers.
  package let record: VentureRecord
  package let whereabouts: VentureWhereabouts
  package let facts: Ledger<VentureFact>
  package let loans: [Loan]
  package let subsidies: [Subsidy]
  /// With the venture and with its founders.
  package let contacts: [Contact]
  package let requests: [HelpRequest]

  package init(
    record: VentureRecord, whereabouts: VentureWhereabouts = VentureWhereabouts(),
    facts: Ledger<VentureFact> = Ledger(), loans: [Loan] = [], subsidies: [Subsidy] = [],
    contacts: [Contact] = [], requests: [HelpRequest] = []
  ) {
    self.record = record
    self.whereabouts = whereabouts
    self.facts = facts
    self.loans = loans
    self.subsidies = subsidies
    self.contacts = contacts
    self.requests = requests
  }
}

extension Report {
  /// One venture with its whole history: what was recorded when, by whom and on what evidence.
  package static func venturePage(
    _ history: VentureHistory, asOf date: CivilDate, warnings: [(name: Wording, reason: Wording)] = [],
    calendar: WorkingCalendar, names: FollowedNames, disclosure: Disclosure = .masked
  ) -> Report {
    let venture = history.record.venture
    let page = VenturePage(history: history, date: date, names: names)
    let warned = warnings.map { warning in
      Part.paragraph(
        Wording(
          zh: "预警·\(warning.name.chinese)：\(warning.reason.chinese)。",
          en: "Warning, \(warning.name.english.lowercased()): \(warning.reason.english)."))
    }
    return Report(
      "venture-page", title: Wording(zh: "创业实体档案：\(venture.name)", en: "Venture: \(venture.name)"),
      particulars: Particular.asOf(date, knownOn: date) + page.particulars(disclosure),
      parts: warned + [.table(page.states), .table(page.jobs)]
        + (history.facts.entries.isEmpty ? [] : [.table(page.facts(disclosure))]) + [.table(page.money)]
        + [.table(page.contacts)]
        + (history.requests.isEmpty ? [] : [.table(page.requests(calendar))]))
  }
}

private struct VenturePage {
  let history: VentureHistory
  let date: CivilDate
  let names: FollowedNames

  func particulars(_ disclosure: Disclosure) -> [Report.Particular] {
    let venture = history.record.venture
    let founders = venture.founders.map { founder in
      Wording(
        zh: "\(names.person(founder.person))（\(founder.attempt == 1 ? "初次创业" : "第 \(founder.attempt) 次创业")）",
        en:
          "\(names.person(founder.person)) (\(founder.attempt == 1 ? "first venture" : "venture \(founder.attempt)"))"
      )
    }
    let unknown = Cell.words(Wording(zh: "未登记", en: "not recorded"))
    func given(_ cell: Cell) -> Cell { cell == .blank ? unknown : cell }
    return [
      Report.Particular(Wording(zh: "编号", en: "Id"), .text(venture.id)),
      Report.Particular(Wording(zh: "创办人", en: "Founders"), .words(founders.listed)),
      Report.Particular(Wording(zh: "登记证照", en: "Licence"), .words(venture.registration.wording)),
      Report.Particular(Wording(zh: "登记日期", en: "Registered on"), given(.date(venture.licensedOn))),
      Report.Particular(Wording(zh: "法律形态", en: "Legal form"), .words(venture.legalForm.name)),
      Report.Particular(
        Wording(zh: "行业", en: "Industry"),
        given(
          .words(
            venture.industry.map {
              Wording(
                zh: "\($0.section)\($0.code) \($0.sectionName.chinese)",
                en: "\($0.section)\($0.code) \($0.sectionName.english)")
            }))),
      Report.Particular(Wording(zh: "区域", en: "Area"), .words(names.area(venture.area))),
      Report.Particular(
        Wording(zh: "经营地址", en: "Address"), given(.text(history.whereabouts.address))),
      Report.Particular(
        Wording(zh: "联系电话", en: "Telephone"), given(disclosure.phone(history.whereabouts.phone))),
      Report.Particular(
        Wording(zh: "创办资金（元）", en: "Start-up cost (yuan)"),
        venture.startUpCost.map { .money(fen: $0.fen) } ?? unknown),
      Report.Particular(Wording(zh: "孵化基地", en: "Incubator"), given(.text(venture.incubator))),
    ]
  }

  /// The columns that every ledger ends with: since when, who recorded it, on what evidence, and by which id a correction
  /// names it.
  private static let recorded = [
    ReportTable.Column(Wording(zh: "登记日期", en: "Recorded on"), width: 12),
    ReportTable.Column(Wording(zh: "登记人", en: "By"), width: 10),
    ReportTable.Column(Wording(zh: "证明材料", en: "Evidence"), width: 26),
    ReportTable.Column(Wording(zh: "记录号", en: "Entry"), width: 14),
    ReportTable.Column(Wording(zh: "备注", en: "Note"), width: 18),
  ]

  private func recorded<Fact>(_ entry: Ledger<Fact>.Entry, in ledger: Ledger<Fact>) -> [Cell] {
    let corrected = ledger.entries.contains { $0.corrects == entry.id && $0.recordedOn <= date }
    let note: Wording? =
      corrected
      ? Wording(zh: "已被更正", en: "corrected later")
      : entry.corrects.map { Wording(zh: "更正 \($0)", en: "corrects \($0)") }
    let evidence = entry.evidence.map { paper in
      [paper.kind, paper.reference].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return [
      .date(entry.recordedOn), .text(names.person(entry.recordedBy)),
      .text(evidence.joined(separator: "；")), .text(entry.id), .words(note),
    ]
  }

  private func known<Fact>(_ ledger: Ledger<Fact>) -> [Ledger<Fact>.Entry] {
    ledger.entries.filter { $0.recordedOn <= date }.enumerated().sorted { left, right in
      (left.element.from, left.offset) < (right.element.from, right.offset)
    }.map(\.element)
  }

  private func table(_ title: Wording, _ columns: [ReportTable.Column], _ rows: [[Cell]]) -> ReportTable {
    ReportTable(
      title, columns: [ReportTable.Column(Wording(zh: "日期", en: "From"), width: 12)] + columns, rows: rows,
      notes: rows.isEmpty ? [Wording(zh: "无记录。", en: "Nothing recorded.")] : [])
  }

  var states: ReportTable {
    let ledger = history.record.states
    return table(
      Wording(zh: "经营状态", en: "States"),
      [ReportTable.Column(Wording(zh: "状态", en: "State"), width: 20)] + VenturePage.recorded,
      known(ledger).map { entry in
        [.date(entry.from), .words(entry.fact?.name ?? Wording(zh: "撤销", en: "struck out"))]
          + recorded(entry, in: ledger)
      })
  }

  var jobs: ReportTable {
    let ledger = history.record.jobs
    return table(
      Wording(zh: "就业人数", en: "Jobs"),
      [
        ReportTable.Column(Wording(zh: "在岗创办人", en: "Founders"), width: 10),
        ReportTable.Column(Wording(zh: "带动就业", en: "Employees"), width: 10),
        ReportTable.Column(Wording(zh: "其中参保", en: "Insured"), width: 10),
      ] + VenturePage.recorded,
      known(ledger).map { entry in
        let counts = entry.fact.map { [$0.founders, $0.employees, $0.insured].map { Cell.count($0) } }
        return [.date(entry.from)] + (counts ?? Array(repeating: .blank, count: 3))
          + recorded(entry, in: ledger)
      })
  }

  func facts(_ disclosure: Disclosure) -> ReportTable {
    table(
      Wording(zh: "登记事项变更", en: "Changes of the record"),
      [
        ReportTable.Column(Wording(zh: "事项", en: "What"), width: 14),
        ReportTable.Column(Wording(zh: "变更为", en: "To"), width: 24),
      ] + VenturePage.recorded,
      known(history.facts).map { entry in
        [.date(entry.from), .words(entry.fact?.kind.wording), shown(entry.fact, disclosure)]
          + recorded(entry, in: history.facts)
      })
  }

  private func shown(_ fact: VentureFact?, _ disclosure: Disclosure) -> Cell {
    switch fact {
    case .founders(let founders):
      .text(founders.map { names.person($0.person) }.joined(separator: "、"))
    case .registration(let registration): .words(registration.wording)
    case .legalForm(let form): .words(form.name)
    case .phone(let phone): disclosure.phone(phone)
    case .startUpCost(let cost): cost.map { .money(fen: $0.fen) } ?? .blank
    case .area(let code): .words(names.area(code))
    case .some(let fact): .text(fact.text)
    case nil: .words(Wording(zh: "撤销", en: "struck out"))
    }
  }

  var money: ReportTable {
    let steps = history.loans.sorted { $0.id < $1.id }.flatMap { loan in
      known(loan.steps).map { entry -> (CivilDate, [Cell]) in
        let kind = Wording(
          zh: "创业担保贷款·\(entry.fact?.state.name.chinese ?? "撤销")",
          en: "start-up loan, \(entry.fact?.state.name.english ?? "struck out")")
        let cells: [Cell] = [
          .date(entry.from), .words(kind), entry.fact.map { .money(fen: $0.amount.fen) } ?? .blank,
          .text(names.person(loan.borrower)),
        ]
        return (entry.from, cells + recorded(entry, in: loan.steps))
      }
    }
    let subsidies = history.subsidies.filter { $0.paidOn <= date }.sorted { $0.id < $1.id }.map {
      subsidy -> (CivilDate, [Cell]) in
      let recipient: Cell =
        switch subsidy.recipient {
        case .person(let id): .text(names.person(id))
        case .venture: .words(Wording(zh: "本实体", en: "the venture"))
        }
      return (
        subsidy.paidOn,
        [
          .date(subsidy.paidOn), .words(Wording(zh: "补贴·\(subsidy.kind)", en: "subsidy \(subsidy.kind)")),
          .money(fen: subsidy.amount.fen), recipient,
        ]
      )
    }
    let rows = (steps + subsidies).enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }.map(\.element.1)
    return table(
      Wording(zh: "贷款与补贴", en: "Loans and subsidies"),
      [
        ReportTable.Column(Wording(zh: "事项", en: "What"), width: 24),
        ReportTable.Column(Wording(zh: "金额（元）", en: "Yuan"), width: 14),
        ReportTable.Column(Wording(zh: "对象", en: "To"), width: 12),
      ] + VenturePage.recorded, rows)
  }

  var contacts: ReportTable {
    let known = history.contacts.filter { $0.on <= date && $0.recordedOn <= date }
      .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    return table(
      Wording(zh: "回访", en: "Follow-up"),
      [
        ReportTable.Column(Wording(zh: "对象", en: "With"), width: 12),
        ReportTable.Column(Wording(zh: "方式", en: "Method"), width: 10),
        ReportTable.Column(Wording(zh: "结果", en: "Result"), width: 10),
        ReportTable.Column(Wording(zh: "内容与困难", en: "What was said"), width: 36),
        ReportTable.Column(Wording(zh: "需求", en: "Need"), width: 16),
        ReportTable.Column(Wording(zh: "回访人", en: "Officer"), width: 10),
      ],
      known.map { contact in
        let troubles = contact.troublesNamed
        let said = contact.said ?? ""
        return [
          .date(contact.on), .text(names.person(contact.subject)), .words(contact.method.name),
          .words(contact.result.name),
          .words(
            Wording(
              zh: [said, troubles.chinese].filter { !$0.isEmpty }.joined(separator: "；"),
              en: [said, troubles.english].filter { !$0.isEmpty }.joined(separator: "; "))),
          .words(contact.need?.name), .text(names.person(contact.officer)),
        ]
      })
  }

  func requests(_ calendar: WorkingCalendar) -> ReportTable {
    table(
      Wording(zh: "帮扶需求", en: "Requests for help"),
      [
        ReportTable.Column(Wording(zh: "帮扶事项", en: "Help"), width: 22),
        ReportTable.Column(Wording(zh: "办结日期", en: "Settled on"), width: 12),
        ReportTable.Column(Wording(zh: "历时（工作日）", en: "Working days"), width: 12),
      ],
      history.requests.filter { $0.openedOn <= date }.sorted { ($0.openedOn, $0.id) < ($1.openedOn, $1.id) }
        .map { request in
          [
            .date(request.openedOn), .words(request.kind.name),
            .date(request.closedOn.flatMap { $0 <= date ? $0 : nil }),
            .count(request.workingDays(asOf: date, in: calendar)),
          ]
        })
  }
}
