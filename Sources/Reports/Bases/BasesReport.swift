package import Civil
package import Courses
package import FollowUp

extension Report {
  /// Internship hosts and incubators on a date: what is there, how full it is, and what is asked.
  package static func bases(
    _ internships: InternshipRegister, _ incubators: IncubatorRegister, quota: BaseQuota?, on date: CivilDate,
    names: [String: String] = [:], areas: AreaNames = AreaNames()
  ) -> Report {
    let hosts = internships.recognised(on: date)
    let open = incubators.incubators.filter { $0.isOpen(on: date) }
    return Report(
      "bases", title: Wording(zh: "创业见习基地和孵化基地", en: "Internship hosts and incubators"),
      particulars: [Particular(Wording(zh: "截至", en: "As of"), .date(date))],
      parts: (quota.map { [.table(progress(hosts, open, $0))] } ?? []) + [
        .table(hostTable(internships, hosts, date, areas)),
        .table(incubatorTable(incubators, open, date, areas)),
        .table(interns(internships.placements.filter { $0.holds(on: date) }, internships, names)),
        .table(tenants(incubators.tenancies.filter { $0.holds(on: date) }, incubators, names)),
      ])
  }

  /// One base with all who were, are and will be there, by their first day; `names` are those of trainees and ventures.
  package static func internshipHost(
    _ host: InternshipHost, _ register: InternshipRegister, on date: CivilDate, names: [String: String],
    areas: AreaNames = AreaNames()
  ) -> Report {
    let own = register.placements.filter { $0.host == host.id }
    let there = own.count { $0.holds(on: date) }
    return Report(
      "internship-host", title: Wording(zh: "创业见习基地", en: "Internship host"),
      particulars: [
        Particular(Wording(zh: "编号", en: "No."), .text(host.id)),
        Particular(Wording(zh: "名称", en: "Name"), .text(host.name)),
        Particular(Wording(zh: "区域", en: "Area"), .words(host.area.map { areas.shown($0.description) })),
        Particular(
          Wording(zh: "行业", en: "Industry"), host.industry.map { .words($0.divisionTitle) } ?? .blank),
        Particular(Wording(zh: "名额", en: "Places"), .count(host.places)),
        Particular(Wording(zh: "在岗", en: "Interns"), .count(there)),
        Particular(Wording(zh: "认定日期", en: "Recognised on"), .date(host.recognisedOn)),
        Particular(
          Wording(zh: "认定至", en: "Recognised until"), host.recognisedUntil.map { .date($0) } ?? .blank),
      ], parts: [.table(interns(own, register, names))])
  }

  /// One incubator with all its tenancies, by their first day.
  package static func incubator(
    _ incubator: Incubator, _ register: IncubatorRegister, on date: CivilDate, names: [String: String],
    areas: AreaNames = AreaNames()
  ) -> Report {
    Report(
      "incubator", title: Wording(zh: "创业孵化基地", en: "Incubator"),
      particulars: [
        Particular(Wording(zh: "编号", en: "No."), .text(incubator.id)),
        Particular(Wording(zh: "名称", en: "Name"), .text(incubator.name)),
        Particular(Wording(zh: "区域", en: "Area"), .words(incubator.area.map { areas.shown($0.description) })),
        Particular(Wording(zh: "面积（平方米）", en: "Area (m²)"), .count(incubator.squareMetres)),
        Particular(Wording(zh: "单元", en: "Units"), .count(incubator.units)),
        Particular(
          Wording(zh: "空余单元", en: "Free units"), .count(register.freeUnits(of: incubator, on: date))),
        Particular(Wording(zh: "启用日期", en: "Opened on"), .date(incubator.openedOn)),
        Particular(Wording(zh: "停用日期", en: "Closed on"), incubator.closedOn.map { .date($0) } ?? .blank),
      ],
      parts: [
        .table(tenants(register.tenancies.filter { $0.incubator == incubator.id }, register, names))
      ])
  }

  private static func interns(
    _ placements: [InternshipPlacement], _ register: InternshipRegister, _ names: [String: String]
  ) -> ReportTable {
    let hosts = Dictionary(register.hosts.map { ($0.id, $0.name) }) { first, _ in first }
    return ReportTable(
      Wording(zh: "见习人员", en: "Interns"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "基地", en: "Host"), width: 26),
        .init(Wording(zh: "学员编号", en: "Trainee"), width: 10), .init(Wording(zh: "姓名", en: "Name"), width: 12),
        .init(Wording(zh: "自", en: "From"), width: 11), .init(Wording(zh: "至", en: "To"), width: 11),
        .init(Wording(zh: "带教导师", en: "Mentor"), width: 12),
      ],
      rows: placements.map { one in
        [
          .text(one.id), .text(hosts[one.host] ?? one.host), .text(one.trainee),
          .text(names[one.trainee] ?? ""), .date(one.from), one.to.map { .date($0) } ?? .blank,
          .text(one.mentor ?? ""),
        ]
      })
  }

  private static func tenants(
    _ tenancies: [Tenancy], _ register: IncubatorRegister, _ names: [String: String]
  ) -> ReportTable {
    let incubators = Dictionary(register.incubators.map { ($0.id, $0.name) }) { first, _ in first }
    return ReportTable(
      Wording(zh: "入驻实体", en: "Tenants"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "基地", en: "Incubator"), width: 26),
        .init(Wording(zh: "实体编号", en: "Venture"), width: 10), .init(Wording(zh: "名称", en: "Name"), width: 26),
        .init(Wording(zh: "单元", en: "Units"), width: 7),
        .init(Wording(zh: "自", en: "From"), width: 11), .init(Wording(zh: "至", en: "To"), width: 11),
      ],
      rows: tenancies.map { one in
        [
          .text(one.id), .text(incubators[one.incubator] ?? one.incubator), .text(one.venture),
          .text(names[one.venture] ?? ""), .count(one.units), .date(one.from),
          one.to.map { .date($0) } ?? .blank,
        ]
      })
  }

  private static func progress(
    _ hosts: [InternshipHost], _ open: [Incubator], _ quota: BaseQuota
  ) -> ReportTable {
    let metres = open.reduce(0) { $0 + $1.squareMetres }
    let lines: [(Wording, Int, Int)] = [
      (Wording(zh: "创业见习基地（家）", en: "internship hosts"), quota.leastHosts, hosts.count),
      (Wording(zh: "创业孵化基地（个）", en: "incubators"), quota.leastIncubators, open.count),
      (Wording(zh: "孵化面积（平方米）", en: "incubator area (m²)"), quota.leastSquareMetres, metres),
    ]
    return ReportTable(
      Wording(zh: "任务完成", en: "Against what is asked"),
      columns: [
        .init(Wording(zh: "项目", en: "Item"), width: 26), .init(Wording(zh: "应有", en: "Asked"), width: 10),
        .init(Wording(zh: "实有", en: "There"), width: 10), .init(Wording(zh: "尚缺", en: "Missing"), width: 10),
      ],
      rows: lines.map { [.words($0.0), .count($0.1), .count($0.2), .count(max(0, $0.1 - $0.2))] },
      notes: [quota.stamp.wording])
  }

  private static func hostTable(
    _ register: InternshipRegister, _ hosts: [InternshipHost], _ date: CivilDate, _ areas: AreaNames
  ) -> ReportTable {
    let taken = hosts.map { register.interns(at: $0.id, on: date).count }
    return ReportTable(
      Wording(zh: "创业见习基地", en: "Internship hosts"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "名称", en: "Name"), width: 26),
        .init(Wording(zh: "区域", en: "Area"), width: 16), .init(Wording(zh: "行业", en: "Industry"), width: 24),
        .init(Wording(zh: "名额", en: "Places"), width: 7), .init(Wording(zh: "在岗", en: "Interns"), width: 7),
        .init(Wording(zh: "空余", en: "Free"), width: 7),
        .init(Wording(zh: "认定至", en: "Recognised until"), width: 11),
      ],
      rows: zip(hosts, taken).map { host, taken in
        [
          .text(host.id), .text(host.name), .words(host.area.map { areas.shown($0.description) }),
          host.industry.map { .words($0.divisionTitle) } ?? .blank, .count(host.places), .count(taken),
          .count(max(0, host.places - taken)), host.recognisedUntil.map { .date($0) } ?? .blank,
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .blank, .blank, .blank,
        .count(hosts.reduce(0) { $0 + $1.places }), .count(taken.reduce(0, +)),
        .count(zip(hosts, taken).reduce(0) { $0 + max(0, $1.0.places - $1.1) }),
      ])
  }

  private static func incubatorTable(
    _ register: IncubatorRegister, _ open: [Incubator], _ date: CivilDate, _ areas: AreaNames
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "创业孵化基地", en: "Incubators"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "名称", en: "Name"), width: 26),
        .init(Wording(zh: "区域", en: "Area"), width: 16),
        .init(Wording(zh: "面积（平方米）", en: "Area (m²)"), width: 10),
        .init(Wording(zh: "单元", en: "Units"), width: 7),
        .init(Wording(zh: "空余单元", en: "Free units"), width: 9),
        .init(Wording(zh: "在驻实体", en: "Tenants"), width: 9),
      ],
      rows: open.map { one in
        [
          .text(one.id), .text(one.name), .words(one.area.map { areas.shown($0.description) }),
          .count(one.squareMetres),
          .count(one.units), .count(register.freeUnits(of: one, on: date)),
          .count(Set(register.tenants(of: one.id, on: date).map(\.venture)).count),
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .blank, .blank,
        .count(open.reduce(0) { $0 + $1.squareMetres }), .count(open.reduce(0) { $0 + $1.units }),
        .count(open.reduce(0) { $0 + register.freeUnits(of: $1, on: date) }),
        .count(Set(open.flatMap { register.tenants(of: $0.id, on: date).map(\.venture) }).count),
      ])
  }
}
