package import Civil
package import Courses
package import FollowUp

extension Report {
  /// Internship hosts and incubators on a date: what is there, how full it is, and what is asked.
  package static func bases(
    _ internships: InternshipRegister, _ incubators: IncubatorRegister, quota: BaseQuota?, on date: CivilDate
  ) -> Report {
    let hosts = internships.recognised(on: date)
    let open = incubators.incubators.filter { $0.isOpen(on: date) }
    return Report(
      "bases", title: Wording(zh: "创业见习基地和孵化基地", en: "Internship hosts and incubators"),
      particulars: [Particular(Wording(zh: "截至", en: "As of"), .date(date))],
      parts: (quota.map { [.table(progress(hosts, open, $0))] } ?? []) + [
        .table(hostTable(internships, hosts, date)), .table(incubatorTable(incubators, open, date)),
      ])
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
    _ register: InternshipRegister, _ hosts: [InternshipHost], _ date: CivilDate
  ) -> ReportTable {
    let taken = hosts.map { register.interns(at: $0.id, on: date).count }
    return ReportTable(
      Wording(zh: "创业见习基地", en: "Internship hosts"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "名称", en: "Name"), width: 26),
        .init(Wording(zh: "区域", en: "Area"), width: 12), .init(Wording(zh: "行业", en: "Industry"), width: 24),
        .init(Wording(zh: "名额", en: "Places"), width: 7), .init(Wording(zh: "在岗", en: "Interns"), width: 7),
        .init(Wording(zh: "空余", en: "Free"), width: 7),
        .init(Wording(zh: "认定至", en: "Recognised until"), width: 11),
      ],
      rows: zip(hosts, taken).map { host, taken in
        [
          .text(host.id), .text(host.name), .text(host.area?.description ?? ""),
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
    _ register: IncubatorRegister, _ open: [Incubator], _ date: CivilDate
  ) -> ReportTable {
    ReportTable(
      Wording(zh: "创业孵化基地", en: "Incubators"),
      columns: [
        .init(Wording(zh: "编号", en: "No."), width: 8), .init(Wording(zh: "名称", en: "Name"), width: 26),
        .init(Wording(zh: "区域", en: "Area"), width: 12),
        .init(Wording(zh: "面积（平方米）", en: "Area (m²)"), width: 10),
        .init(Wording(zh: "单元", en: "Units"), width: 7),
        .init(Wording(zh: "空余单元", en: "Free units"), width: 9),
        .init(Wording(zh: "在驻实体", en: "Tenants"), width: 9),
      ],
      rows: open.map { one in
        [
          .text(one.id), .text(one.name), .text(one.area?.description ?? ""), .count(one.squareMetres),
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
