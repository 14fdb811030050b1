package import Civil
package import ProjectLibrary

extension Report {
  /// The events of a period against what is asked, with the credit of each host and what exhibitions brought.
  package static func outreach(
    _ count: OutreachCount, events: [OutreachEvent], matches: [EventMatches],
    period: ClosedRange<CivilDate>, asOf date: CivilDate, quota stamp: RuleStamp? = nil,
    projects: [String: String] = [:]
  ) -> Report {
    let names = Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let listed = events.filter { period.contains($0.days.lowerBound) }
      .sorted { ($0.days.lowerBound, $0.id) < ($1.days.lowerBound, $1.id) }
    return Report(
      "outreach", title: Wording(zh: "创业宣传活动台账", en: "Outreach events"),
      particulars: [
        Particular(Wording(zh: "起", en: "From"), .date(period.lowerBound)),
        Particular(Wording(zh: "止", en: "To"), .date(period.upperBound)),
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
      ],
      parts: [
        .table(quota(count, stamp)), .table(list(listed)), .table(hosts(count)),
        .table(brought(matches, names)), .table(awards(listed, projects)),
      ], isLandscape: true)
  }

  /// What contests gave, by project.
  private static func awards(_ events: [OutreachEvent], _ names: [String: String]) -> ReportTable {
    let all = events.filter { $0.cancelled == nil }.flatMap { event in
      event.awards.enumerated().map { (event: event, place: $0.offset, award: $0.element) }
    }.sorted {
      ($0.award.project, $0.event.days.lowerBound, $0.event.id, $0.place)
        < ($1.award.project, $1.event.days.lowerBound, $1.event.id, $1.place)
    }
    return ReportTable(
      Wording(zh: "获奖项目", en: "Projects that won"),
      columns: [
        .init(Wording(zh: "项目编号", en: "Project"), width: 9),
        .init(Wording(zh: "项目名称", en: "Name"), width: 28),
        .init(Wording(zh: "奖项", en: "Prize"), width: 16), .init(Wording(zh: "活动", en: "Event"), width: 28),
        .init(Wording(zh: "日期", en: "On"), width: 11),
      ],
      rows: all.map { one in
        [
          .text(one.award.project), .text(names[one.award.project] ?? ""), .text(one.award.prize),
          .text(one.event.name), .date(one.event.days.upperBound),
        ]
      })
  }

  private static func quota(_ count: OutreachCount, _ stamp: RuleStamp?) -> ReportTable {
    ReportTable(
      Wording(zh: "任务完成", en: "Against what is asked"),
      columns: [
        .init(Wording(zh: "活动", en: "Kind"), width: 24), .init(Wording(zh: "应办", en: "Asked"), width: 8),
        .init(Wording(zh: "已办", en: "Held"), width: 8), .init(Wording(zh: "待办", en: "To come"), width: 8),
        .init(Wording(zh: "尚缺", en: "Missing"), width: 8),
        .init(Wording(zh: "参与人数", en: "Reached"), width: 10),
        .init(Wording(zh: "咨询人次", en: "Consultations"), width: 10),
        .init(Wording(zh: "资料份数", en: "Materials"), width: 10),
      ],
      rows: count.lines.map { line in
        [
          .words(line.kind.name), .count(line.need), .count(line.held.count), .count(line.planned.count),
          .count(line.missing), .count(line.reached), .count(line.consultations), .count(line.materials),
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .count(count.lines.reduce(0) { $0 + $1.need }),
        .count(count.held), .count(count.lines.reduce(0) { $0 + $1.planned.count }),
        .count(count.lines.reduce(0) { $0 + $1.missing }), .count(count.lines.reduce(0) { $0 + $1.reached }),
        .count(count.lines.reduce(0) { $0 + $1.consultations }),
        .count(count.lines.reduce(0) { $0 + $1.materials }),
      ],
      notes: (stamp.map { [$0.wording] } ?? [])
        + count.suspectedTwice.map { pair in
          Wording(
            zh: "“\(pair.first)”与“\(pair.second)”可能是同一活动，由不同主办单位重复登记，请核对。",
            en:
              "\(pair.first) and \(pair.second) may be one event that two of its hosts entered: compare them."
          )
        })
  }

  private static func list(_ events: [OutreachEvent]) -> ReportTable {
    ReportTable(
      Wording(zh: "活动", en: "Events"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "日期", en: "From"), width: 11),
        .init(Wording(zh: "至", en: "To"), width: 11), .init(Wording(zh: "活动名称", en: "Name"), width: 28),
        .init(Wording(zh: "类型", en: "Kind"), width: 22), .init(Wording(zh: "地点", en: "Place"), width: 18),
        .init(Wording(zh: "主办单位", en: "Hosts"), width: 28),
        .init(Wording(zh: "参与人数", en: "Reached"), width: 11),
        .init(Wording(zh: "备注", en: "Remark"), width: 20),
      ],
      rows: events.map { event in
        [
          .text(event.id), .date(event.days.lowerBound), .date(event.days.upperBound), .text(event.name),
          .words(event.kind.name), .text(event.place), .text(event.hosts.joined(separator: "、")),
          event.reached.map { .count($0) } ?? .blank,
          event.cancelled.map { .words(Wording(zh: "已取消：\($0)", en: "cancelled: \($0)")) }
            ?? (event.isPublic ? .blank : .words(Wording(zh: "不公开", en: "not public"))),
        ]
      })
  }

  private static func hosts(_ count: OutreachCount) -> ReportTable {
    ReportTable(
      Wording(zh: "主办单位", en: "Hosts"),
      columns: [
        .init(Wording(zh: "单位", en: "Host"), width: 28), .init(Wording(zh: "牵头", en: "Led"), width: 8),
        .init(Wording(zh: "协办", en: "Shared"), width: 8), .init(Wording(zh: "折算场次", en: "Credit"), width: 10),
      ],
      rows: count.hosts.map { host in
        [
          .text(host.host), .count(host.led.count), .count(host.shared.count),
          .decimal(host.credit, places: 2),
        ]
      },
      total: [
        .words(Wording(zh: "合计（每场计 1）", en: "Total, each event once")), .blank, .blank,
        .decimal(Double(count.held), places: 2),
      ],
      notes: [
        Wording(
          zh: "几家共办的活动只计一场，折算场次由各主办单位均分，合计等于活动场数。",
          en:
            "An event of several hosts counts once; its credit is divided equally, and all credits add up to the events."
        )
      ])
  }

  private static func brought(_ matches: [EventMatches], _ names: [String: OutreachEvent]) -> ReportTable {
    ReportTable(
      Wording(zh: "项目展示与对接", en: "Exhibitions and contests"),
      columns: [
        .init(Wording(zh: "活动", en: "Event"), width: 30),
        .init(Wording(zh: "展示项目", en: "Projects"), width: 9),
        .init(Wording(zh: "对接项次", en: "Matches"), width: 9),
        .init(Wording(zh: "对接人数", en: "People"), width: 9),
        .init(Wording(zh: "奖项", en: "Awards"), width: 40),
        .init(Wording(zh: "未展示项目的对接", en: "Of projects not shown"), width: 14),
      ],
      rows: matches.map { one in
        let event = names[one.event]
        let awards = event?.awards.map { "\($0.prize) \($0.project)" } ?? []
        return [
          .text(event?.name ?? one.event), .count(one.projects.count), .count(one.matches.count),
          .count(one.people), .text(awards.joined(separator: "；")), .count(one.ofOthers.count),
        ]
      })
  }

  /// One event with all that is known of it, and the matches made there; `names` are those of projects and trainees.
  package static func outreachEvent(
    _ event: OutreachEvent, _ matches: EventMatches, names: [String: String]
  ) -> Report {
    let hours = event.hours.map { "\($0.opens)-\($0.closes)" }
    return Report(
      "outreach-event", title: Wording(zh: "宣传活动", en: "Outreach event"),
      particulars: [
        Particular(Wording(zh: "编号", en: "No."), .text(event.id)),
        Particular(Wording(zh: "活动名称", en: "Name"), .text(event.name)),
        Particular(Wording(zh: "类型", en: "Kind"), .words(event.kind.name)),
        Particular(Wording(zh: "日期", en: "From"), .date(event.days.lowerBound)),
        Particular(Wording(zh: "至", en: "To"), .date(event.days.upperBound)),
        Particular(Wording(zh: "时间", en: "Hours"), .text(hours ?? "")),
        Particular(Wording(zh: "地点", en: "Place"), .text(event.place)),
        Particular(Wording(zh: "区域", en: "Area"), .text(event.area?.description ?? "")),
        Particular(Wording(zh: "主办单位", en: "Hosts"), .text(event.hosts.joined(separator: "、"))),
        Particular(Wording(zh: "可容纳人数", en: "Room for"), event.capacity.map { .count($0) } ?? .blank),
        Particular(Wording(zh: "参与人数", en: "Reached"), event.reached.map { .count($0) } ?? .blank),
        Particular(
          Wording(zh: "咨询人次", en: "Consultations"), event.consultations.map { .count($0) } ?? .blank),
        Particular(Wording(zh: "资料份数", en: "Materials"), event.materials.map { .count($0) } ?? .blank),
        Particular(
          Wording(zh: "公开", en: "Public"),
          .words(event.isPublic ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no"))),
        Particular(Wording(zh: "取消原因", en: "Cancelled"), .text(event.cancelled ?? "")),
      ],
      parts: [
        .table(
          ReportTable(
            Wording(zh: "项目", en: "Projects"),
            columns: [
              .init(Wording(zh: "项目编号", en: "Project"), width: 9),
              .init(Wording(zh: "项目名称", en: "Name"), width: 28),
              .init(Wording(zh: "奖项", en: "Prize"), width: 16),
              .init(Wording(zh: "对接人数", en: "People"), width: 9),
            ],
            rows: event.allProjects.map { project in
              [
                .text(project), .text(names[project] ?? ""),
                .text(event.awards.filter { $0.project == project }.map(\.prize).joined(separator: "、")),
                .count(Set(matches.matches.filter { $0.project == project }.map(\.person)).count),
              ]
            })),
        .table(
          ReportTable(
            Wording(zh: "对接", en: "Matches"),
            columns: [
              .init(Wording(zh: "日期", en: "On"), width: 11),
              .init(Wording(zh: "学员", en: "Trainee"), width: 10),
              .init(Wording(zh: "姓名", en: "Name"), width: 12),
              .init(Wording(zh: "项目", en: "Project"), width: 10),
              .init(Wording(zh: "创业实体", en: "Venture"), width: 10),
              .init(Wording(zh: "备注", en: "Remark"), width: 20),
            ],
            rows: (matches.matches + matches.ofOthers).map { match in
              [
                .date(match.on), .text(match.person), .text(names[match.person] ?? ""), .text(match.project),
                .text(match.venture ?? ""),
                event.allProjects.contains(match.project)
                  ? .blank : .words(Wording(zh: "未在活动上展示", en: "not shown there")),
              ]
            })),
      ])
  }
}
