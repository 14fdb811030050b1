package import Civil
package import Mentors

extension Report {
  /// The members of the pool with what help can be had and how many places are left.
  package static func poolList(
    _ pool: [PoolRecord], _ relations: [MentorRelation], asOf date: CivilDate, names: FollowedNames
  ) -> Report {
    let byMember = Dictionary(grouping: relations, by: \.member)
    let rows = pool.sorted { $0.id < $1.id }.map { record -> [Cell] in
      let member = record.member
      let (taken, left) = member.places(byMember[member.id] ?? [], on: date)
      return [
        .text(member.id), .text(record.name), .words(member.kindNames), .text(member.department),
        .words(member.linkNames), .text(member.industries.map(\.code).sorted().joined(separator: " ")),
        .text(member.fields.sorted().joined(separator: "、")), .words(member.areaNames(names)),
        member.capacity.map { .count($0) } ?? .blank, .count(taken), left.map { .count($0) } ?? .blank,
        .words(member.standing(on: date)?.name), .date(member.term(on: date)?.end),
      ]
    }
    let table = ReportTable(
      Wording(zh: "导师库", en: "Members of the pool"),
      columns: [
        ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 8),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
        ReportTable.Column(Wording(zh: "类别", en: "Kind"), width: 18),
        ReportTable.Column(Wording(zh: "部门", en: "Department"), width: 14),
        ReportTable.Column(Wording(zh: "服务环节", en: "Links"), width: 30),
        ReportTable.Column(Wording(zh: "行业", en: "Industries"), width: 13),
        ReportTable.Column(Wording(zh: "专业领域", en: "Fields"), width: 20),
        ReportTable.Column(Wording(zh: "服务区域", en: "Areas"), width: 16),
        ReportTable.Column(Wording(zh: "名额（人）", en: "Places"), width: 8),
        ReportTable.Column(Wording(zh: "在辅导（人）", en: "Taken"), width: 8),
        ReportTable.Column(Wording(zh: "剩余（人）", en: "Left"), width: 8),
        ReportTable.Column(Wording(zh: "状态", en: "Standing"), width: 12),
        ReportTable.Column(Wording(zh: "聘期止", en: "Term ends"), width: 12),
      ], rows: rows,
      notes: rows.isEmpty
        ? [Wording(zh: "无。", en: "None.")]
        : [
          Wording(
            zh: "服务区域为空：不限区域；名额为空：未约定，不能安排。",
            en: "Without areas: everywhere. Without places: none was agreed, and nobody is assigned.")
        ])
    return Report(
      "mentor-pool", title: Wording(zh: "创业导师名册", en: "Pool of mentors"),
      particulars: Particular.asOf(date, knownOn: date) + [
        Particular(
          Wording(zh: "人数", en: "Members"),
          .words(
            Wording(
              zh: "\(pool.count) 人，其中在聘 \(pool.serving(on: date)) 人",
              en: "\(pool.count), of whom \(pool.serving(on: date)) serve")))
      ], parts: [.table(table)], isLandscape: true)
  }
}

extension [PoolRecord] {
  fileprivate func serving(on date: CivilDate) -> Int { count { $0.member.isServing(on: date) } }
}

extension PoolMember {
  var kindNames: Wording { Kind.allCases.filter(kinds.contains).map(\.name).listed }

  var linkNames: Wording { guidedLinks.sorted().map(\.name).listed }

  func areaNames(_ names: FollowedNames) -> Wording {
    areas.sorted().map { names.area($0.description) }.listed
  }
}
