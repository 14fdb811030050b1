package import Civil
package import Mentors

extension Report {
  /// Who helps whom since when and why, in force on a day or ended in its year.
  package static func assignments(
    _ assignments: [MentorAssignment], asOf date: CivilDate, names: FollowedNames, mentors: FollowedNames
  ) -> Report {
    let year = CivilDate(year: date.year, month: 1, day: 1) ?? date
    let own = assignments.filter { $0.relation.to.map { $0 >= year } ?? true }
      .sorted { left, right in
        (left.relation.member, left.relation.from, left.id)
          < (right.relation.member, right.relation.from, right.id)
      }
    let held = own.filter { $0.relation.holds(on: date) }
    return Report(
      "mentor-assignments", title: Wording(zh: "导师辅导关系台账", en: "Assignments of mentors"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "在辅导（对）", en: "In force"), .count(held.count)),
        Particular(Wording(zh: "导师（人）", en: "Mentors"), .count(Set(held.map(\.relation.member)).count)),
        Particular(Wording(zh: "学员（人）", en: "Trainees"), .count(Set(held.map(\.relation.subject)).count)),
      ],
      parts: [
        .table(
          ReportTable(
            Wording(zh: "辅导关系", en: "Assignments"),
            columns: [
              ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 8),
              ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 14),
              ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
              ReportTable.Column(Wording(zh: "自", en: "From"), width: 11),
              ReportTable.Column(Wording(zh: "至", en: "To"), width: 11),
              ReportTable.Column(Wording(zh: "由来", en: "Came about"), width: 16),
              ReportTable.Column(Wording(zh: "理由", en: "Because"), width: 40),
              ReportTable.Column(Wording(zh: "结束原因", en: "Ended because"), width: 24),
            ],
            rows: own.map { one in
              [
                .text(one.id), .text(mentors.person(one.relation.member)),
                .text(names.person(one.relation.subject)), .date(one.relation.from), .date(one.relation.to),
                .words(one.origin.name), .text(one.reason), .text(one.endReason),
              ]
            }, notes: own.isEmpty ? [Wording(zh: "无。", en: "None.")] : []))
      ], isLandscape: true)
  }
}
