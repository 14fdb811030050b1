package import Civil
package import Mentors

extension Report {
  /// Who is paired with whom, kind by kind, in force on a day or ended in its year.
  package static func pairings(
    _ pairings: [Pairing], kind: Pairing.Kind? = nil, asOf date: CivilDate, names: FollowedNames
  ) -> Report {
    let year = CivilDate(year: date.year, month: 1, day: 1) ?? date
    let own = pairings.filter { one in
      kind.map { one.kind == $0 } ?? true && one.to.map { $0 >= year } ?? true
    }
    let kinds = kind.map { [$0] } ?? Pairing.Kind.allCases
    let shown = kinds.filter { kind in own.contains { $0.kind == kind } }
    return Report(
      "pairings", title: Wording(zh: "结对台账（双联、挂钩、互助）", en: "Pairings"),
      particulars: [Particular(Wording(zh: "截至", en: "As of"), .date(date))],
      parts: [.table(counts(own, kinds, date))]
        + shown.map { kind in .table(table(own.filter { $0.kind == kind }, kind, date, names)) },
      isLandscape: true)
  }

  private static func counts(
    _ pairings: [Pairing], _ kinds: [Pairing.Kind], _ date: CivilDate
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "结对情况", en: "In force"),
      columns: [
        ReportTable.Column(Wording(zh: "种类", en: "Kind"), width: 26),
        ReportTable.Column(Wording(zh: "在结对（对）", en: "Pairs"), width: 12),
        ReportTable.Column(Wording(zh: "结对方（个）", en: "Who help"), width: 12),
        ReportTable.Column(Wording(zh: "结对对象（个）", en: "Who are helped"), width: 14),
        ReportTable.Column(Wording(zh: "本年结束（对）", en: "Ended this year"), width: 14),
      ],
      rows: kinds.map { kind in
        let own = pairings.filter { $0.kind == kind }
        let held = own.filter { $0.holds(on: date) }
        return [
          .words(kind.name), .count(held.count), .count(Set(held.map(\.helper)).count),
          .count(Set(held.map(\.helped)).count), .count(own.count { $0.to.map { $0 < date } ?? false }),
        ]
      })
  }

  private static func table(
    _ pairings: [Pairing], _ kind: Pairing.Kind, _ date: CivilDate, _ names: FollowedNames
  ) -> ReportTable {
    let heads = kind.heads
    return ReportTable(
      kind.name.headline,
      columns: [
        ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 8),
        ReportTable.Column(heads.helper, width: 20), ReportTable.Column(heads.helped, width: 20),
        ReportTable.Column(Wording(zh: "自", en: "From"), width: 11),
        ReportTable.Column(Wording(zh: "至", en: "To"), width: 11),
        ReportTable.Column(Wording(zh: "情况", en: "Standing"), width: 12),
        ReportTable.Column(Wording(zh: "由来", en: "Came about"), width: 26),
        ReportTable.Column(Wording(zh: "结束原因", en: "Ended because"), width: 24),
      ],
      rows: pairings.sorted { ($0.helped, $0.from, $0.id) < ($1.helped, $1.from, $1.id) }.map { one in
        [
          .text(one.id), .text(names.person(one.helper)), .words(names.place(one.helped, of: kind)),
          .date(one.from), .date(one.to), .words(one.standing(on: date)), .text(one.reason),
          .text(one.endReason),
        ]
      })
  }
}

extension FollowedNames {
  /// A community is called by the name of its code, where there is one.
  fileprivate func place(_ id: String, of kind: Pairing.Kind) -> Wording {
    if kind == .departmentCommunity, AreaCode(id) != nil { return area(id) }
    return Wording(zh: person(id), en: person(id))
  }
}

extension Pairing {
  fileprivate func standing(on date: CivilDate) -> Wording {
    if holds(on: date) { return Wording(zh: "结对中", en: "in force") }
    return from > date ? Wording(zh: "未开始", en: "not begun") : Wording(zh: "已结束", en: "ended")
  }
}

extension Pairing.Kind {
  /// What the two sides are called.
  package var heads: (helper: Wording, helped: Wording) {
    switch self {
    case .departmentCommunity:
      (Wording(zh: "部门", en: "Department"), Wording(zh: "社区", en: "Community"))
    case .cadreHousehold:
      (Wording(zh: "机关干部", en: "Cadre"), Wording(zh: "创业户", en: "Founder's household"))
    case .cadreFirm: (Wording(zh: "挂钩干部", en: "Cadre"), Wording(zh: "企业", en: "Firm"))
    case .peers: (Wording(zh: "创业者", en: "Founder"), Wording(zh: "互助对象", en: "With founder"))
    }
  }
}
