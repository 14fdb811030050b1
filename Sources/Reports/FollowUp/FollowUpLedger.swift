package import Civil
package import FollowUp

extension Report {
  /// The follow-up ledger (回访台账): the contacts of a period, by day, and how many of them reached somebody.
  ///
  /// Contacts outside the period or recorded after `day` are left out. `areas` holds the area of each subject.
  package static func followUpLedger(
    _ contacts: [Contact], within period: ClosedRange<CivilDate>, knownOn day: CivilDate,
    officer: String? = nil, area: String = "", areas: [String: String], names: FollowedNames,
    disclosure: Disclosure = .masked
  ) -> Report {
    let code = AreaCode.prefix(area)
    let chosen = contacts.filter { contact in
      period.contains(contact.on) && contact.recordedOn <= day
        && (officer == nil || contact.officer == officer)
        && (areas[contact.subject] ?? "").hasPrefix(code)
    }.sorted { ($0.on, $0.subject, $0.id) < ($1.on, $1.subject, $1.id) }
    return Report(
      "follow-up-ledger", title: Wording(zh: "回访台账", en: "Follow-up ledger"),
      particulars: [
        Particular(Wording(zh: "起", en: "From"), .date(period.lowerBound)),
        Particular(Wording(zh: "止", en: "To"), .date(period.upperBound)),
        Particular(Wording(zh: "数据登记截至", en: "As recorded up to"), .date(day)),
      ] + Particular.scope(officer: officer, area: area, names),
      parts: [.table(outcomes(of: chosen)), .table(rows(of: chosen, areas, names, disclosure))],
      isLandscape: true)
  }

  private static func outcomes(of contacts: [Contact]) -> ReportTable {
    func row(_ title: Wording, _ chosen: [Contact]) -> [Cell] {
      let reached = chosen.filter { $0.result == .reached }.count
      return [.words(title), .count(chosen.count), .count(Set(chosen.map(\.subject)).count)]
        + Contact.Result.allCases.map { result in .count(chosen.filter { $0.result == result }.count) } + [
          chosen.isEmpty
            ? .missing(Wording(zh: "没有回访", en: "no contacts"))
            : .share(Double(reached) / Double(chosen.count), places: 1)
        ]
    }
    let methods = Contact.Method.allCases.map { method in (method, contacts.filter { $0.method == method }) }
    return ReportTable(
      Wording(zh: "回访方式与结果", en: "Methods and results"),
      columns: [
        ReportTable.Column(Wording(zh: "回访方式", en: "Method"), width: 14),
        ReportTable.Column(Wording(zh: "人次", en: "Contacts"), width: 9),
        ReportTable.Column(Wording(zh: "人数", en: "People"), width: 9),
      ] + Contact.Result.allCases.map { ReportTable.Column($0.name, width: 10) } + [
        ReportTable.Column(Wording(zh: "联系率", en: "Reached"), width: 10)
      ],
      rows: methods.filter { !$0.1.isEmpty }.map { row($0.0.name, $0.1) },
      total: row(Wording(zh: "合计", en: "Total"), contacts),
      notes: [
        Wording(
          zh: "同一人可用多种方式联系，各行人数之和可大于合计。", en: "A person may be met in several ways: people do not add up.")
      ])
  }

  private static func rows(
    of contacts: [Contact], _ areas: [String: String], _ names: FollowedNames, _ disclosure: Disclosure
  ) -> ReportTable {
    let late = contacts.count { $0.recordedOn - $0.on > 7 }
    let isListed = contacts.count <= ListLimit.rows
    let narrowing = Wording(zh: " --officer、--area 或更短的期间", en: "--officer, --area or a shorter period")
    return ReportTable(
      Wording(zh: "回访记录", en: "Contacts"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(Wording(zh: "回访日期", en: "Day"), width: 12),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 12),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
        ReportTable.Column(Wording(zh: "联系电话", en: "Telephone"), width: 14),
        ReportTable.Column(Wording(zh: "区域", en: "Area"), width: 12),
        ReportTable.Column(Wording(zh: "回访方式", en: "Method"), width: 10),
        ReportTable.Column(Wording(zh: "回访结果", en: "Result"), width: 10),
        ReportTable.Column(Wording(zh: "回访内容", en: "What was said"), width: 30),
        ReportTable.Column(Wording(zh: "经营困难", en: "Troubles"), width: 20),
        ReportTable.Column(Wording(zh: "帮扶需求", en: "Need"), width: 16),
        ReportTable.Column(Wording(zh: "下次回访日期", en: "Next contact"), width: 13),
        ReportTable.Column(Wording(zh: "回访人", en: "Officer"), width: 10),
        ReportTable.Column(Wording(zh: "登记日期", en: "Recorded on"), width: 12),
      ],
      rows: !isListed
        ? []
        : contacts.enumerated().map { place, contact in
          [
            .count(place + 1), .date(contact.on), .text(contact.subject),
            .text(names.person(contact.subject)),
            names.phone(of: contact.subject, disclosure), .words(areas[contact.subject].map(names.area)),
            .words(contact.method.name), .words(contact.result.name), .text(contact.said),
            .words(contact.troublesNamed), .words(contact.need?.name), .date(contact.next),
            .text(names.person(contact.officer)), .date(contact.recordedOn),
          ]
        },
      notes: (isListed ? [] : [ListLimit.note(contacts.count, narrowedBy: narrowing)])
        + (late == 0
          ? []
          : [
            Wording(
              zh: "其中 \(late) 次在回访后 7 天以上才登记。",
              en: "\(late) of them were recorded more than 7 days later.")
          ]))
  }
}

extension Contact {
  /// The troubles told, in the order of their list.
  var troublesNamed: Wording { Trouble.allCases.filter(troubles.contains).map(\.name).listed }
}
