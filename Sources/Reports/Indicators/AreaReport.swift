package import Civil

extension Report {
  /// The codes and names of areas, each with the one above it.
  package static func areas(_ areas: [AreaNames.Entry]) -> Report {
    let names = AreaNames(areas)
    return Report(
      "areas", title: Wording(zh: "区划代码和名称", en: "Codes and names of areas"),
      parts: [
        .table(
          ReportTable(
            Wording(zh: "区划", en: "Areas"),
            columns: [
              .init(Wording(zh: "区划代码", en: "Code"), width: 14),
              .init(Wording(zh: "级别", en: "Level"), width: 14),
              .init(Wording(zh: "名称", en: "Name"), width: 28),
              .init(Wording(zh: "上一级", en: "Within"), width: 28),
            ],
            rows: areas.map { entry in
              [
                .text(entry.area.description), .words(entry.area.level.name), .words(entry.name),
                .words(entry.area.parent.flatMap { names.name(of: $0.description) }),
              ]
            }))
      ])
  }
}

extension AreaCode.Level {
  /// What an area of the level is called.
  package var name: Wording {
    switch self {
    case .nation: Wording(zh: "全国", en: "nation")
    case .province: Wording(zh: "省级", en: "province")
    case .prefecture: Wording(zh: "地级", en: "prefecture")
    case .county: Wording(zh: "县级", en: "county")
    case .street: Wording(zh: "乡级（街道）", en: "street or town")
    case .community: Wording(zh: "村级（社区）", en: "community")
    }
  }
}
