package import Civil
package import Mentors

extension Report {
  /// Places taken and left of each member, the load over a time, and how evenly it is shared.
  package static func mentorLoad(
    _ pool: [PoolMember], _ relations: [MentorRelation], within period: ClosedRange<CivilDate>,
    names: FollowedNames
  ) -> Report {
    let date = period.upperBound
    let balance = LoadBalance(pool, relations, within: period)
    let byMember = Dictionary(grouping: relations, by: \.member)
    let shares = Dictionary(uniqueKeysWithValues: balance.shares.map { ($0.member, $0) })
    let members = pool.filter { $0.isServing(on: date) || shares[$0.id] != nil || byMember[$0.id] != nil }
      .sorted { left, right in
        let uses = (shares[left.id]?.use ?? -1, shares[right.id]?.use ?? -1)
        return uses.0 != uses.1 ? uses.0 > uses.1 : left.id < right.id
      }
    let places = members.map { ($0, $0.places(byMember[$0.id] ?? [], on: date)) }
    let table = ReportTable(
      Wording(zh: "导师工作量", en: "Load of the mentors"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(Wording(zh: "人员", en: "Member"), width: 14),
        ReportTable.Column(Wording(zh: "类别", en: "Kind"), width: 24),
        ReportTable.Column(Wording(zh: "聘期止", en: "Term ends"), width: 12),
        ReportTable.Column(Wording(zh: "名额（人）", en: "Places"), width: 10),
        ReportTable.Column(Wording(zh: "在辅导（人）", en: "Taken"), width: 10),
        ReportTable.Column(Wording(zh: "剩余（人）", en: "Left"), width: 10),
        ReportTable.Column(Wording(zh: "辅导人日", en: "Person-days"), width: 12),
        ReportTable.Column(Wording(zh: "名额利用率", en: "Use of places"), width: 10),
      ],
      rows: places.enumerated().map { number, row in
        let (member, taken) = row
        return [
          .count(number + 1), .text(names.person(member.id)), .words(member.kindNames),
          member.isServing(on: date)
            ? .date(member.term(on: date)?.end) : .words(Wording(zh: "不在聘", en: "not serving")),
          member.capacity.map { .count($0) } ?? .blank, .count(taken.taken),
          taken.left.map { .count($0) } ?? .blank, shares[member.id].map { .count($0.load) } ?? .blank,
          shares[member.id].map { .share($0.use, places: 1) } ?? .blank,
        ]
      },
      total: [
        .blank, .words(Wording(zh: "合计", en: "Total")), .blank, .blank,
        .count(members.reduce(0) { $0 + ($1.capacity ?? 0) }), .count(places.reduce(0) { $0 + $1.1.taken }),
        .count(places.reduce(0) { $0 + ($1.1.left ?? 0) }), .count(balance.shares.reduce(0) { $0 + $1.load }),
      ],
      notes: [
        Wording(
          zh: "人日：一名学员辅导一天计一；利用率 = 人日 ÷（名额 × 在聘天数）。",
          en:
            "One trainee helped for a day is a person-day; use is person-days by places times days of service."
        ),
        Wording(
          zh: "均衡度为 Jain 指数：1 为各人利用率相同，1/n 为一人独担。",
          en: "Balance is Jain's index: 1 where all are used alike, 1/n where one bears it all."),
      ])
    let fairness: Cell =
      balance.fairness.map { .decimal($0, places: 2) }
      ?? .missing(Wording(zh: "期内没有辅导", en: "nobody was helped in the time"))
    return Report(
      "mentor-load", title: Wording(zh: "导师工作量与均衡", en: "Load of the mentors"),
      particulars: [
        Particular(Wording(zh: "起", en: "From"), .date(period.lowerBound)),
        Particular(Wording(zh: "止", en: "To"), .date(date)),
        Particular(Wording(zh: "均衡度", en: "Balance"), fairness),
      ], parts: [.table(table)], isLandscape: true)
  }
}
