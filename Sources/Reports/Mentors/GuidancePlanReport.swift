package import Civil
package import Mentors
package import Planning

extension Report {
  /// The meetings that were planned, the trips, who has a meeting already, and who waits and why.
  ///
  /// `covered` are needs that a meeting serves already, `waiting` those that were not tried, `lapsed` those about
  /// which the trainee is to be asked first; `appointments` are the ids
  /// of the meetings by session, `mentors` and `rooms` the names of people and rooms by id.
  package static func guidancePlan(
    _ plan: GuidancePlan, on days: ClosedRange<CivilDate>, covered: [(GuidanceNeed, TimetableRow)],
    waiting: [GuidancePlan.Waiting], lapsed: [GuidanceNeed], appointments: [SessionKey: String],
    names: FollowedNames,
    mentors: [String: String], rooms: [String: String]
  ) -> Report {
    let wishes = plan.meetings.filter { $0.need.wish.map(days.contains) ?? false }
    let onWish = wishes.count { $0.isOnWish == true }
    let wished = wishes.count { $0.isOnWish != nil }
    let late = plan.meetings.count(where: \.isLate)
    let left = (plan.waiting + waiting).sorted { GuidanceNeed.isMorePressing($0.need, $1.need) }
    return Report(
      "guidance-plan", title: Wording(zh: "指导排期", en: "Guidance planned"),
      particulars: [
        Particular(Wording(zh: "自", en: "From"), .date(days.lowerBound)),
        Particular(Wording(zh: "至", en: "To"), .date(days.upperBound)),
        Particular(Wording(zh: "排入（人次）", en: "Meetings placed"), .count(plan.meetings.count)),
        Particular(
          Wording(zh: "涉及学员（人）", en: "Trainees"), .count(Set(plan.meetings.map(\.need.trainee)).count)),
        Particular(
          Wording(zh: "在约定日期", en: "On the day wished for"),
          .words(Wording(zh: "\(onWish)/\(wished)", en: "\(onWish) of \(wished)"))),
        Particular(Wording(zh: "晚于期限", en: "After the deadline"), .count(late)),
        Particular(Wording(zh: "未排入", en: "Waiting"), .count(left.count)),
        Particular(Wording(zh: "约定已久，待询问", en: "Lapsed, to be asked"), .count(lapsed.count)),
      ],
      parts: [
        .table(meetings(plan, appointments, names, mentors, rooms)),
        .table(trips(plan.trips, names, mentors)),
        .table(
          ReportTable(
            Wording(zh: "未排入", en: "Waiting"),
            columns: [
              ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
              ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 16),
              ReportTable.Column(Wording(zh: "事由", en: "Asked for by"), width: 30),
              ReportTable.Column(Wording(zh: "原因", en: "Why it waits"), width: 50),
            ],
            rows: left.map { one in
              [
                .text(names.person(one.need.trainee)), .words(one.need.link.name),
                .words(one.need.asked), .words(one.reason),
              ]
            }, notes: left.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])),
      ]
        + (lapsed.isEmpty ? [] : [.table(self.lapsed(lapsed, names, mentors))])
        + (covered.isEmpty
          ? []
          : [
            .table(
              ReportTable(
                Wording(zh: "已有安排", en: "Arranged already"),
                columns: [
                  ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
                  ReportTable.Column(Wording(zh: "事由", en: "Asked for by"), width: 30),
                  ReportTable.Column(Wording(zh: "日期", en: "On"), width: 12),
                  ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 14),
                ],
                rows: covered.map { need, row in
                  [
                    .text(names.person(need.trainee)), .words(need.asked), .date(row.date),
                    .text(row.people.map { mentors[$0] ?? $0 }.joined(separator: "、")),
                  ]
                }))
          ]),
      isLandscape: true)
  }

  private static func lapsed(
    _ needs: [GuidanceNeed], _ names: FollowedNames, _ mentors: [String: String]
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "约定已久，请先询问学员", en: "Lapsed: ask the trainee first"),
      columns: [
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
        ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 16),
        ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 14),
        ReportTable.Column(Wording(zh: "事由", en: "Asked for by"), width: 40),
        ReportTable.Column(Wording(zh: "已过（天）", en: "Days ago"), width: 10),
      ],
      rows: needs.map { need in
        [
          .text(names.person(need.trainee)), .words(need.link.name),
          .text(need.mentor.map { mentors[$0] ?? $0 }), .words(need.reasons.wording),
          .count(need.waitingDays),
        ]
      },
      notes: [
        Wording(
          zh: "还需要的，问明日期后用 guidance record 登记；不需要的，登记一次未到场并不再约下次。",
          en:
            "Who still wants it: record when with 'guidance record --next'; who does not: record a missed meeting "
            + "without a next day.")
      ])
  }

  private static func meetings(
    _ plan: GuidancePlan, _ appointments: [SessionKey: String], _ names: FollowedNames,
    _ mentors: [String: String], _ rooms: [String: String]
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "排入的指导", en: "Meetings"),
      columns: [
        ReportTable.Column(Wording(zh: "预约", en: "Appointment"), width: 12),
        ReportTable.Column(Wording(zh: "日期", en: "On"), width: 12),
        ReportTable.Column(Wording(zh: "时间", en: "At"), width: 12),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
        ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 14),
        ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 16),
        ReportTable.Column(Wording(zh: "地点", en: "Where"), width: 16),
        ReportTable.Column(Wording(zh: "事由", en: "Asked for by"), width: 40),
      ],
      rows: plan.meetings.map { meeting in
        let row = meeting.row
        let place: Cell =
          row.room.isEmpty ? .words(meeting.need.mode.name) : .text(rooms[row.room] ?? row.room)
        return [
          .text(appointments[SessionKey(row)]), .date(row.date), .text("\(row.start)–\(row.end)"),
          .text(names.person(row.trainee)),
          .text(row.people.map { mentors[$0] ?? $0 }.joined(separator: "、")),
          .words(meeting.need.link.name), place, .words(meeting.remark),
        ]
      }, notes: plan.meetings.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }

  private static func trips(
    _ trips: [GuidanceTrip], _ names: FollowedNames, _ mentors: [String: String]
  ) -> ReportTable {
    let saved = trips.reduce(0) { $0 + $1.savedMinutes }
    return ReportTable(
      Wording(zh: "合并上门", en: "Trips"),
      columns: [
        ReportTable.Column(Wording(zh: "日期", en: "On"), width: 12),
        ReportTable.Column(Wording(zh: "时段", en: "Block"), width: 8),
        ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 14),
        ReportTable.Column(Wording(zh: "路程（分钟）", en: "Travel, minutes"), width: 14),
        ReportTable.Column(Wording(zh: "省下（分钟）", en: "Saved, minutes"), width: 14),
        ReportTable.Column(Wording(zh: "依次上门", en: "Visits in turn"), width: 40),
      ],
      rows: trips.map { trip in
        [
          .date(trip.date), .text(trip.block), .text(mentors[trip.mentor] ?? trip.mentor),
          .count(trip.travelMinutes), .count(trip.savedMinutes),
          .text(trip.trainees.map { names.person($0) }.joined(separator: " → ")),
        ]
      },
      notes: [
        trips.isEmpty
          ? Wording(zh: "无。", en: "None.")
          : Wording(
            zh: "同一导师同一半天到同一街道（乡镇），比逐户往返少走 \(saved) 分钟。",
            en:
              "One mentor, one half-day, one street or township: \(saved) minutes less than going to each alone."
          )
      ])
  }
}

extension GuidancePlan.Meeting {
  /// What asked for it, and where it misses the day.
  fileprivate var remark: Wording {
    let asked = need.asked
    if isLate {
      return Wording(zh: asked.chinese + "（已逾期）", en: asked.english + " (late)")
    }
    guard isOnWish == false, let wish = need.wish else { return asked }
    return Wording(zh: asked.chinese + "（原约 \(wish)）", en: asked.english + " (wished for \(wish))")
  }
}

extension [GuidanceNeed.Reason] {
  package var wording: Wording {
    Wording(
      zh: map(\.wording.chinese).joined(separator: "；"), en: map(\.wording.english).joined(separator: "; "))
  }
}
