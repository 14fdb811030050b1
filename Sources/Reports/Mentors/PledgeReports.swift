package import Civil
package import Mentors

extension Report {
  /// What officers owe for their pledges: overdue and due up to a day, the most pressing first.
  package static func pledgeDuties(
    _ duties: [PledgeRule.Duty], upTo last: CivilDate, asOf date: CivilDate, rules: [RuleStamp],
    officer: String?, area: String, names: FollowedNames
  ) -> Report {
    let due = duties.filter { $0.due <= last }.sorted { left, right in
      (left.due, left.officer, left.trainee, left.item.place)
        < (right.due, right.officer, right.trainee, right.item.place)
    }
    return Report(
      "pledge-duties", title: Wording(zh: "“三包”履责到期与逾期", en: "Duties of pledges: due and overdue"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "列至", en: "Due up to"), .date(last)),
      ] + rules.map(Particular.rule) + pledgeScope(officer, area, names),
      parts: [
        .table(
          ReportTable(
            Wording(zh: "待履责事项", en: "Duties"),
            columns: [
              ReportTable.Column(Wording(zh: "责任人", en: "Officer"), width: 12),
              ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
              ReportTable.Column(Wording(zh: "责任事项", en: "Item"), width: 12),
              ReportTable.Column(Wording(zh: "应办日期", en: "Due on"), width: 12),
              ReportTable.Column(Wording(zh: "情况", en: "Standing"), width: 24),
              ReportTable.Column(Wording(zh: "已履责（次）", en: "Deeds"), width: 10),
              ReportTable.Column(Wording(zh: "上次", en: "Last"), width: 12),
              ReportTable.Column(Wording(zh: "上次内容", en: "What was done"), width: 30),
            ],
            rows: due.map { duty in
              [
                .text(duty.officer), .text(names.person(duty.trainee)), .words(duty.item.name),
                .date(duty.due), .words(duty.standing(on: date)), .count(duty.deeds),
                .date(duty.last?.on), .text(duty.last?.what),
              ]
            },
            notes: (due.isEmpty ? [Wording(zh: "无。", en: "None.")] : []) + [
              Wording(
                zh: "应办日期按工作日（含调休）从签订或上次履责之日起算。",
                en:
                  "Due dates are in working days, make-up days among them, from the pledge or the last deed on."
              )
            ]))
      ], isLandscape: true)
  }

  /// The ledger of pledges: who answers for whom, how each item was kept, and what was done in a period.
  package static func pledges(
    _ pledges: [Pledge], duties: [PledgeRule.Duty], within period: ClosedRange<CivilDate>,
    asOf date: CivilDate, rules: [RuleStamp], officer: String?, area: String, names: FollowedNames
  ) -> Report {
    let ordered = pledges.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    return Report(
      "pledges", title: Wording(zh: "“三包”责任及履责台账", en: "Ledger of pledges"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "履责记录起", en: "Deeds from"), .date(period.lowerBound)),
        Particular(Wording(zh: "履责记录止", en: "Deeds to"), .date(period.upperBound)),
      ] + rules.map(Particular.rule) + pledgeScope(officer, area, names),
      parts: [
        .table(byOfficer(ordered, duties, period, date)),
        .table(pledgeTable(ordered, duties, date, names)),
        .table(deeds(ordered, period, names)),
      ], isLandscape: true)
  }

  private static func pledgeScope(
    _ officer: String?, _ area: String, _ names: FollowedNames
  ) -> [Particular] {
    (officer.map { [Particular(Wording(zh: "责任人", en: "Officer"), .text($0))] } ?? [])
      + (area.isEmpty ? [] : [Particular(Wording(zh: "区域", en: "Area"), .words(names.area(area)))])
  }

  private static func byOfficer(
    _ pledges: [Pledge], _ duties: [PledgeRule.Duty], _ period: ClosedRange<CivilDate>, _ date: CivilDate
  ) -> ReportTable {
    let binding = Dictionary(grouping: pledges.filter { $0.binds(on: date) }) { $0.officer(on: date) ?? "" }
    let owed = Dictionary(grouping: duties, by: \.officer)
    var done: [String: Int] = [:]
    for pledge in pledges {
      for deed in pledge.deeds where period.contains(deed.on) {
        done[pledge.officer(on: deed.on, knownOn: date) ?? "", default: 0] += 1
      }
    }
    func row(_ name: Cell, _ held: Int, _ owed: [PledgeRule.Duty], _ deeds: Int) -> [Cell] {
      let overdue = owed.count { $0.overdue > 0 }
      return [
        name, .count(held), .count(owed.count), .count(overdue),
        owed.isEmpty ? .blank : .share(Double(owed.count - overdue) / Double(owed.count), places: 1),
        .count(deeds),
      ]
    }
    return ReportTable(
      Wording(zh: "按责任人", en: "By officer"),
      columns: [
        ReportTable.Column(Wording(zh: "责任人", en: "Officer"), width: 14),
        ReportTable.Column(Wording(zh: "负责学员（人）", en: "Trainees"), width: 12),
        ReportTable.Column(Wording(zh: "责任事项（项）", en: "Duties"), width: 12),
        ReportTable.Column(Wording(zh: "其中逾期", en: "Overdue"), width: 10),
        ReportTable.Column(Wording(zh: "按期率", en: "In time"), width: 10),
        ReportTable.Column(Wording(zh: "期内履责（次）", en: "Deeds in the period"), width: 12),
      ],
      rows: Set(binding.keys).union(done.keys).sorted().map { officer in
        row(.text(officer), binding[officer]?.count ?? 0, owed[officer] ?? [], done[officer] ?? 0)
      },
      total: row(
        .words(Wording(zh: "合计", en: "Total")), binding.values.reduce(0) { $0 + $1.count }, duties,
        done.values.reduce(0, +)))
  }

  private static func pledgeTable(
    _ pledges: [Pledge], _ duties: [PledgeRule.Duty], _ date: CivilDate, _ names: FollowedNames
  ) -> ReportTable {
    let owed = Dictionary(
      duties.map { (PledgeItem(trainee: $0.trainee, item: $0.item), $0) }, uniquingKeysWith: { $1 })
    return ReportTable(
      Wording(zh: "责任书", en: "Pledges"),
      columns: [
        ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 8),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
        ReportTable.Column(Wording(zh: "责任人", en: "Officer"), width: 12),
        ReportTable.Column(Wording(zh: "自", en: "From"), width: 11),
        ReportTable.Column(Wording(zh: "至", en: "To"), width: 11),
      ]
        + Pledge.Item.allCases.map { ReportTable.Column($0.name.headline, width: 22) } + [
          ReportTable.Column(Wording(zh: "结束原因", en: "Ended because"), width: 20)
        ],
      rows: pledges.map { pledge in
        [
          .text(pledge.id), .text(names.person(pledge.trainee)),
          .text(pledge.officer(on: min(date, pledge.to ?? date), knownOn: date)), .date(pledge.from),
          .date(pledge.to),
        ]
          + Pledge.Item.allCases.map { item in
            guard pledge.binds(on: date) else {
              let count = pledge.deeds.count { $0.item == item }
              return .words(Wording(zh: "共 \(count) 次", en: deeds(count)))
            }
            return .words(
              owed[PledgeItem(trainee: pledge.trainee, item: item)].map { duty in
                let standing = duty.standing(on: date)
                return Wording(
                  zh: "\(duty.deeds) 次，\(standing.chinese)", en: "\(deeds(duty.deeds)), \(standing.english)")
              } ?? Wording(zh: "不限时", en: "no limit"))
          } + [.text(pledge.endReason)]
      }, notes: pledges.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static func deeds(_ count: Int) -> String { count == 1 ? "1 deed" : "\(count) deeds" }

  private static func deeds(
    _ pledges: [Pledge], _ period: ClosedRange<CivilDate>, _ names: FollowedNames
  ) -> ReportTable {
    let own = pledges.flatMap { pledge in
      pledge.deeds.filter { period.contains($0.on) }.map { (pledge: pledge, deed: $0) }
    }.sorted { ($0.deed.on, $0.deed.id) < ($1.deed.on, $1.deed.id) }
    return ReportTable(
      Wording(zh: "履责记录", en: "What was done"),
      columns: [
        ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 8),
        ReportTable.Column(Wording(zh: "日期", en: "Date"), width: 11),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
        ReportTable.Column(Wording(zh: "责任事项", en: "Item"), width: 12),
        ReportTable.Column(Wording(zh: "内容", en: "What"), width: 44),
      ],
      rows: own.map { one in
        [
          .text(one.deed.id), .date(one.deed.on), .text(names.person(one.pledge.trainee)),
          .words(one.deed.item.name), .text(one.deed.what),
        ]
      }, notes: own.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }
}

/// An item of a trainee's pledge.
private struct PledgeItem: Hashable {
  let trainee: String
  let item: Pledge.Item
}

extension Pledge.Item {
  fileprivate var place: Int { Pledge.Item.allCases.firstIndex(of: self) ?? 0 }
}

extension PledgeRule.Duty {
  fileprivate func standing(on date: CivilDate) -> Wording {
    if overdue > 0 {
      return Wording(
        zh: "逾期 \(overdue) 个工作日", en: "overdue by \(overdue) working \(overdue == 1 ? "day" : "days")")
    }
    return due <= date
      ? Wording(zh: "今日到期", en: "due today") : Wording(zh: "\(due) 前", en: "due on \(due)")
  }
}
