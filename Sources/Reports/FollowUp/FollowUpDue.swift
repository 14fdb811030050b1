package import Civil
package import FollowUp

extension Report {
  /// Who is due a contact, who is overdue and who is lost, with a summary by officer and by area (到期、逾期、失联).
  ///
  /// `tasks` are those of all subjects as of the date; `lastContacts` the last contact of each subject; `agreed` the
  /// contacts in which a next one was agreed that has come and was not made.
  package static func followUpDue(
    _ tasks: [FollowUpTask], asOf date: CivilDate, officer: String? = nil, area: String = "",
    rules: [RuleStamp], lastContacts: [String: Contact], agreed: [Contact] = [], names: FollowedNames,
    disclosure: Disclosure = .masked
  ) -> Report {
    let lists = FollowUpLists(tasks, officer: officer, area: area)
    let table = FollowUpTable(lastContacts: lastContacts, names: names, disclosure: disclosure)
    return Report(
      "follow-up-due", title: Wording(zh: "回访任务：到期、逾期、失联", en: "Follow-up: due, overdue, lost"),
      particulars: Particular.asOf(date, knownOn: date)
        + Particular.scope(officer: officer, area: area, names) + rules.map(Particular.rule),
      parts: [
        .table(summary(lists, by: Wording(zh: "回访员", en: "Officer"), names.officer) { $0.officer }),
        .table(
          summary(lists, by: Wording(zh: "区域", en: "Area"), names.area) {
            AreaCode($0.area)?.ancestor(at: .street).description ?? $0.area
          }),
        .table(table.table(Wording(zh: "逾期未回访", en: "Overdue"), lists.overdue)),
        .table(table.table(Wording(zh: "到期应回访", en: "Due"), lists.due)),
        .table(table.agreed(agreed)),
        .table(table.table(Wording(zh: "失联", en: "Lost contact"), lists.lost)),
      ], isLandscape: true)
  }

  private static func summary(
    _ lists: FollowUpLists, by title: Wording, _ name: (String) -> Wording,
    _ key: (FollowUpTask) -> String
  ) -> ReportTable {
    var counts: [String: [Int]] = [:]
    for (column, tasks) in [lists.due, lists.overdue, lists.lost].enumerated() {
      for task in tasks { counts[key(task), default: [0, 0, 0, 0]][column] += 1 }
    }
    for task in lists.overdue {
      let most = counts[key(task)]?[3] ?? 0
      counts[key(task), default: [0, 0, 0, 0]][3] = max(most, task.workingDaysOverdue)
    }
    return ReportTable(
      Wording(zh: "按\(title.chinese)", en: "By \(title.english.lowercased())"),
      columns: [
        ReportTable.Column(title, width: 18),
        ReportTable.Column(Wording(zh: "到期（项）", en: "Due"), width: 10),
        ReportTable.Column(Wording(zh: "逾期（项）", en: "Overdue"), width: 10),
        ReportTable.Column(Wording(zh: "失联（人）", en: "Lost (people)"), width: 13),
        ReportTable.Column(Wording(zh: "最长逾期（工作日）", en: "Longest overdue (working days)"), width: 20),
      ],
      rows: counts.sorted { $0.key < $1.key }.map { key, counts in
        [.words(name(key))] + counts.map { .count($0) }
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .count(lists.due.count), .count(lists.overdue.count),
        .count(lists.lost.count), .count(lists.overdue.map(\.workingDaysOverdue).max() ?? 0),
      ])
  }
}

extension FollowUpTask {
  /// 0 where it is not overdue.
  var workingDaysOverdue: Int { if case .overdue(let days) = status { days } else { 0 } }
}

/// Tasks as rows of a table.
private struct FollowUpTable {
  let lastContacts: [String: Contact]
  let names: FollowedNames
  let disclosure: Disclosure

  func table(_ title: Wording, _ tasks: [FollowUpTask]) -> ReportTable {
    ReportTable(
      title,
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(Wording(zh: "应回访日期", en: "Due on"), width: 12),
        ReportTable.Column(Wording(zh: "逾期（工作日）", en: "Working days overdue"), width: 12),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 12),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
        ReportTable.Column(Wording(zh: "联系电话", en: "Telephone"), width: 14),
        ReportTable.Column(Wording(zh: "区域", en: "Area"), width: 14),
        ReportTable.Column(Wording(zh: "班级", en: "Class"), width: 16),
        ReportTable.Column(Wording(zh: "回访节点", en: "Step"), width: 18),
        ReportTable.Column(Wording(zh: "上次回访", en: "Last contact"), width: 24),
        ReportTable.Column(Wording(zh: "回访员", en: "Officer"), width: 10),
      ],
      rows: tasks.count > ListLimit.rows
        ? []
        : tasks.enumerated().map { place, task in
          [
            .count(place + 1), .date(task.due),
            task.workingDaysOverdue > 0 ? .count(task.workingDaysOverdue) : .blank, .text(task.subject),
            .text(names.person(task.subject)), names.phone(of: task.subject, disclosure),
            .words(names.area(task.area)), .text(names.className(task.classID)), .words(task.step.name),
            .words(last(task.subject)), .text(names.person(task.officer)),
          ]
        },
      notes: notes(tasks.count))
  }

  private func notes(_ count: Int) -> [Wording] {
    if count == 0 { return [Wording(zh: "无。", en: "None.")] }
    let narrowing = Wording(zh: " --officer 或 --area ", en: "--officer or --area")
    return count > ListLimit.rows ? [ListLimit.note(count, narrowedBy: narrowing)] : []
  }

  /// Those who were promised a contact.
  func agreed(_ contacts: [Contact]) -> ReportTable {
    ReportTable(
      Wording(zh: "已约定的回访", en: "Agreed contacts"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(Wording(zh: "约定日期", en: "Agreed for"), width: 12),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 12),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
        ReportTable.Column(Wording(zh: "联系电话", en: "Telephone"), width: 14),
        ReportTable.Column(Wording(zh: "上次回访", en: "Last contact"), width: 24),
        ReportTable.Column(Wording(zh: "当时反映", en: "What was said"), width: 30),
        ReportTable.Column(Wording(zh: "回访员", en: "Officer"), width: 10),
      ],
      rows: contacts.count > ListLimit.rows
        ? []
        : contacts.enumerated().map { place, contact in
          [
            .count(place + 1), .date(contact.next), .text(contact.subject),
            .text(names.person(contact.subject)),
            names.phone(of: contact.subject, disclosure), .words(last(contact.subject)), .text(contact.said),
            .text(names.person(contact.officer)),
          ]
        }, notes: notes(contacts.count))
  }

  private func last(_ subject: String) -> Wording? {
    lastContacts[subject].map { contact in
      Wording(
        zh: "\(contact.on) \(contact.method.name.chinese) \(contact.result.name.chinese)",
        en: "\(contact.on) \(contact.method.name.english), \(contact.result.name.english)")
    }
  }
}
