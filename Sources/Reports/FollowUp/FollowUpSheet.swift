package import Civil
package import FollowUp

extension Report {
  /// The follow-up sheet (回访记录表): one row a task that is due or overdue, with room to write.
  ///
  /// As CSV it is what is filled in on the way and read back; the columns carry the names that the reader knows.
  /// `ventures` are those of the subjects, by subject.
  package static func followUpSheet(
    _ tasks: [FollowUpTask], asOf date: CivilDate, officer: String? = nil, area: String = "",
    ventures: [String: VentureRecord], names: FollowedNames, disclosure: Disclosure = .masked
  ) -> Report {
    let lists = FollowUpLists(tasks, officer: officer, area: area)
    let rows = (lists.overdue + lists.due).sorted { left, right in
      (left.area, left.due, left.subject, left.id) < (right.area, right.due, right.subject, right.id)
    }
    let table = ReportTable(
      Wording(zh: "回访记录表", en: "Follow-up sheet"),
      columns: [
        ReportTable.Column(Wording(zh: "回访任务", en: "task"), width: 16),
        ReportTable.Column(Wording(zh: "学员编号", en: "subject"), width: 10),
        ReportTable.Column(Wording(zh: "姓名", en: "name"), width: 10),
        ReportTable.Column(Wording(zh: "联系电话", en: "phone"), width: 17),
        ReportTable.Column(Wording(zh: "区域", en: "area"), width: 14),
        ReportTable.Column(Wording(zh: "应回访日期", en: "due"), width: 14),
        ReportTable.Column(Wording(zh: "创业实体", en: "venture"), width: 18),
        ReportTable.Column(Wording(zh: "回访日期", en: "on"), width: 11),
        ReportTable.Column(Wording(zh: "回访方式", en: "method"), width: 9),
        ReportTable.Column(Wording(zh: "回访结果", en: "result"), width: 9),
        ReportTable.Column(Wording(zh: "回访内容", en: "said"), width: 28),
        ReportTable.Column(Wording(zh: "经营困难", en: "troubles"), width: 14),
        ReportTable.Column(Wording(zh: "帮扶需求", en: "need"), width: 12),
        ReportTable.Column(Wording(zh: "下次回访日期", en: "next"), width: 13),
        ReportTable.Column(Wording(zh: "经营状态", en: "state"), width: 10),
        ReportTable.Column(Wording(zh: "带动就业人数", en: "employees"), width: 12),
        ReportTable.Column(Wording(zh: "参保人数", en: "insured"), width: 9),
        ReportTable.Column(Wording(zh: "回访人", en: "officer"), width: 10),
      ],
      rows: rows.map { task in
        [
          .text(task.id), .text(task.subject), .text(names.person(task.subject)),
          names.phone(of: task.subject, disclosure), .words(names.area(task.area)), .date(task.due),
          .words(ventures[task.subject].map { named($0, on: date) }),
        ] + Array(repeating: .blank, count: 10) + [.text(names.person(task.officer))]
      }, notes: instructions)
    return Report(
      "follow-up-sheet", title: Wording(zh: "回访记录表", en: "Follow-up sheet"),
      particulars: Particular.asOf(date, knownOn: date)
        + Particular.scope(officer: officer, area: area, names),
      parts: [
        .table(table),
        .signatures([Wording(zh: "回访人签字", en: "Officer"), Wording(zh: "复核人签字", en: "Checked by")]),
      ], isLandscape: true)
  }

  private static func named(_ record: VentureRecord, on date: CivilDate) -> Wording {
    let state = record.states.fact(on: date, knownOn: date)
    return Wording(
      zh: record.venture.name + (state.map { "（\($0.name.chinese)）" } ?? ""),
      en: record.venture.name + (state.map { " (\($0.name.english))" } ?? ""))
  }

  private static var instructions: [Wording] {
    func words(_ names: [Wording]) -> Wording { names.listed }
    let (methods, results) = (
      words(Contact.Method.allCases.map(\.name)), words(Contact.Result.allCases.map(\.name))
    )
    let (troubles, helps) = (
      words(Contact.Trouble.allCases.map(\.name)), words(HelpRequest.Kind.allCases.map(\.name))
    )
    let states = words(VentureState.allCases.map(\.name))
    return [
      Wording(
        zh: "前七列请勿改动。方式填：\(methods.chinese)。结果填：\(results.chinese)。",
        en: "Leave the first seven columns. Method: \(methods.english). Result: \(results.english)."),
      Wording(
        zh: "困难可填多项，用“；”分隔：\(troubles.chinese)。需求填：\(helps.chinese)。",
        en: "Troubles, several separated by “;”: \(troubles.english). Need: \(helps.english)."),
      Wording(
        zh: "经营状态仅在有变化时填：\(states.chinese)。带动就业人数不含创办人。",
        en: "State, only if it changed: \(states.english). Employees without the founders."),
    ]
  }
}
