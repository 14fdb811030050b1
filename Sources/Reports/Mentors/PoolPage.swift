package import Civil
package import Mentors

/// What a member of the pool has done and will do.
package struct PoolActivity: Sendable {
  /// A day on which the member is expected, and for what.
  package struct Meeting: Hashable, Sendable {
    package let on: CivilDate
    package let what: Wording
    /// The trainee; nil: a class.
    package let trainee: String?

    package init(on: CivilDate, what: Wording, trainee: String? = nil) {
      self.on = on
      self.what = what
      self.trainee = trainee
    }
  }

  package let relations: [MentorRelation]
  /// Guidance in the year up to the day.
  package let guidance: GuidanceCount
  /// Periods taught in the year up to the day, and planned for the rest of it.
  package let periods: (taught: Int, planned: Int)
  package let meetings: [Meeting]

  package init(
    relations: [MentorRelation], guidance: GuidanceCount, periods: (taught: Int, planned: Int),
    meetings: [Meeting]
  ) {
    self.relations = relations
    self.guidance = guidance
    self.periods = periods
    self.meetings = meetings
  }
}

extension Report {
  /// A member of the pool: who it is, terms and certificates, whom it helps, what it did this year, and what comes.
  package static func poolPage(
    _ record: PoolRecord, _ activity: PoolActivity, asOf date: CivilDate, names: FollowedNames,
    disclosure: Disclosure = .masked
  ) -> Report {
    let member = record.member
    let (taken, left) = member.places(activity.relations, on: date)
    let seats =
      member.capacity.map { capacity in
        Wording(
          zh: "共 \(capacity)，在辅导 \(taken)，剩余 \(left ?? 0)",
          en: "\(capacity) in all, \(taken) taken, \(left ?? 0) left")
      } ?? Wording(zh: "未约定（在辅导 \(taken)）", en: "none agreed (\(taken) taken)")
    let unknown = Cell.words(Wording(zh: "未登记", en: "not recorded"))
    func given(_ cell: Cell) -> Cell { cell == .blank ? unknown : cell }
    let everywhere = Cell.words(Wording(zh: "不限", en: "everywhere"))
    let industries = IndustryScope.names(member.industries)
    return Report(
      "mentor-page", title: Wording(zh: "导师档案：\(record.name)", en: "Mentor: \(record.name)"),
      particulars: Particular.asOf(date, knownOn: date) + [
        Particular(Wording(zh: "编号", en: "Id"), .text(member.id)),
        Particular(Wording(zh: "类别", en: "Kind"), .words(member.kindNames)),
        Particular(Wording(zh: "部门", en: "Department"), given(.text(member.department))),
        Particular(Wording(zh: "状态", en: "Standing"), given(.words(member.standing(on: date)?.name))),
        Particular(Wording(zh: "联系电话", en: "Telephone"), given(disclosure.phone(record.identity.phone))),
        Particular(Wording(zh: "服务环节", en: "Links"), given(.words(member.linkNames))),
        Particular(Wording(zh: "行业", en: "Industries"), given(.words(industries))),
        Particular(
          Wording(zh: "专业领域", en: "Fields"), given(.text(member.fields.sorted().joined(separator: "、")))),
        Particular(
          Wording(zh: "服务区域", en: "Areas"),
          member.areas.isEmpty ? everywhere : .words(member.areaNames(names))),
        Particular(
          Wording(zh: "语言", en: "Languages"), given(.text(member.languages.sorted().joined(separator: "、")))),
        Particular(
          Wording(zh: "指导团成员", en: "In the team"),
          .words(member.isInTeam ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no"))),
        Particular(
          Wording(zh: "公益", en: "Free of charge"),
          .words(member.isFree ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no"))),
      ]
        + (record.identity.trainee.map { [Particular(Wording(zh: "原学员", en: "Was trainee"), .text($0))] }
          ?? []) + [
          Particular(Wording(zh: "辅导名额（人）", en: "Places"), .words(seats)),
          Particular(
            Wording(zh: "本年指导", en: "Guidance this year"),
            .words(
              Wording(
                zh:
                  "\(activity.guidance.people) 人、\(activity.guidance.personTimes) 人次、\(activity.guidance.minutes) 分钟",
                en:
                  "\(activity.guidance.people) people, \(activity.guidance.personTimes) times, \(activity.guidance.minutes) minutes"
              ))),
          Particular(
            Wording(zh: "本年授课（课时）", en: "Periods taught this year"),
            .words(
              Wording(
                zh: "已授 \(activity.periods.taught)，已排 \(activity.periods.planned)",
                en: "\(activity.periods.taught) so far, \(activity.periods.planned) planned"))),
        ],
      parts: [
        .table(steps(record, date)), .table(certificates(record, activity, date)),
        .table(places(activity, date, names)), .table(meetings(activity, names)),
      ])
  }

  private static func steps(_ record: PoolRecord, _ date: CivilDate) -> ReportTable {
    let ledger = record.member.membership
    return ReportTable(
      Wording(zh: "聘任记录", en: "Membership"),
      columns: [
        ReportTable.Column(Wording(zh: "自", en: "From"), width: 12),
        ReportTable.Column(Wording(zh: "状态", en: "State"), width: 12),
        ReportTable.Column(Wording(zh: "聘期止", en: "Term ends"), width: 12),
        ReportTable.Column(Wording(zh: "原因", en: "Why"), width: 24),
      ] + recordColumns,
      rows: ledger.entries.filter { $0.fact != nil }.map { entry in
        var end: CivilDate?
        if case .serving(let last) = entry.fact { end = last }
        return [
          .date(entry.from), .words(entry.fact?.name), .date(end), .text(entry.fact?.reason),
        ] + recordCells(entry, in: ledger)
      }, notes: ledger.entries.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static func certificates(
    _ record: PoolRecord, _ activity: PoolActivity, _ date: CivilDate
  ) -> ReportTable {
    let ledger = record.certificates
    return ReportTable(
      Wording(zh: "证书", en: "Certificates"),
      columns: [
        ReportTable.Column(Wording(zh: "证书", en: "Certificate"), width: 18),
        ReportTable.Column(Wording(zh: "编号", en: "Number"), width: 16),
        ReportTable.Column(Wording(zh: "有效期起", en: "From"), width: 12),
        ReportTable.Column(Wording(zh: "有效期止", en: "To"), width: 12),
        ReportTable.Column(Wording(zh: "年度最低课时", en: "Periods a year"), width: 10),
        ReportTable.Column(Wording(zh: "本年尚缺", en: "Short this year"), width: 10),
      ] + recordColumns,
      rows: ledger.entries.compactMap { entry in
        guard let certificate = entry.fact else { return nil }
        let short = certificate.yearlyPeriods.map { _ in
          Cell.count(certificate.periodsShort(taught: activity.periods.taught))
        }
        return [
          .text(certificate.kind), .text(certificate.number), .date(certificate.from), .date(certificate.to),
          certificate.yearlyPeriods.map { .count($0) } ?? .blank,
          certificate.isValid(on: date) ? short ?? .blank : .blank,
        ] + recordCells(entry, in: ledger)
      }, notes: ledger.entries.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static func places(
    _ activity: PoolActivity, _ date: CivilDate, _ names: FollowedNames
  ) -> ReportTable {
    let now = activity.relations.filter { $0.holds(on: date) }
      .sorted { ($0.from, $0.subject) < ($1.from, $1.subject) }
    return ReportTable(
      Wording(zh: "在辅导对象", en: "Whom it helps now"),
      columns: [
        ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 12),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 14),
        ReportTable.Column(Wording(zh: "自", en: "Since"), width: 12),
        ReportTable.Column(Wording(zh: "名额占至", en: "Place taken to"), width: 12),
      ],
      rows: now.map { relation in
        [
          .text(relation.subject), .text(names.person(relation.subject)), .date(relation.from),
          .date(relation.to),
        ]
      }, notes: now.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static func meetings(_ activity: PoolActivity, _ names: FollowedNames) -> ReportTable {
    ReportTable(
      Wording(zh: "今后安排", en: "What comes"),
      columns: [
        ReportTable.Column(Wording(zh: "日期", en: "Day"), width: 12),
        ReportTable.Column(Wording(zh: "事项", en: "What"), width: 36),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
      ],
      rows: activity.meetings.map { meeting in
        [.date(meeting.on), .words(meeting.what), .text(meeting.trainee.map(names.person))]
      }, notes: activity.meetings.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static let recordColumns = [
    ReportTable.Column(Wording(zh: "登记日期", en: "Recorded on"), width: 12),
    ReportTable.Column(Wording(zh: "登记人", en: "By"), width: 10),
    ReportTable.Column(Wording(zh: "记录号", en: "Entry"), width: 10),
    ReportTable.Column(Wording(zh: "备注", en: "Note"), width: 12),
  ]

  private static func recordCells<Fact>(_ entry: Ledger<Fact>.Entry, in ledger: Ledger<Fact>) -> [Cell] {
    let isCorrected = ledger.entries.contains { $0.corrects == entry.id }
    return [
      .date(entry.recordedOn), .text(entry.recordedBy), .text(entry.id),
      isCorrected ? .words(Wording(zh: "已更正", en: "corrected")) : .blank,
    ]
  }
}

extension IndustryScope {
  /// Codes with the names of their sections.
  static func names(_ scopes: Set<IndustryScope>) -> Wording {
    scopes.sorted { $0.code < $1.code }.map { scope in
      let name = sectionName(scope.section)
      return Wording(zh: "\(scope.code) \(name.chinese)", en: "\(scope.code) \(name.english)")
    }.listed
  }
}
