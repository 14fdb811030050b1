import Civil

extension LedgerTable {
  /// Which version of an entry a row is, and whether it was struck out.
  private static let version: [Column] = [
    .whole(
      "version", "x.number", "版本", "version",
      note: Wording(zh: "同一编号中版本最大的为准", en: "of one id the highest version holds"))
  ]
  private static let struckOut: [Column] = [
    .text(
      "struck_out", "x.struckOut", "作废原因", "why it was struck out",
      note: Wording(zh: "空：有效", en: "blank: it stands"))
  ]

  /// Whom to ask there is not told.
  static let internshipHosts = LedgerTable(
    "internship_hosts", Wording(zh: "创业见习基地", en: "Internship hosts"),
    row: Wording(zh: "一家见习基地的一个版本", en: "one version of a host"), from: "internshipHost x",
    area: "x.area LIKE :area || '%'", order: "x.code, x.number",
    [.text("host", "x.code", "基地编号", "host")], version,
    [
      .text("name", "x.name", "基地名称", "name"), .text("area", "x.area", "区划代码", "area"),
      .text("industry", "x.industry", "行业", "industry"), .whole("places", "x.places", "见习名额", "places"),
      .day("recognised_on", "x.recognisedDay", "认定日期", "recognised on"),
      .day("recognised_until", "x.untilDay", "认定至", "recognised until"),
    ], struckOut, Column.recorded)

  static let internshipPlacements = LedgerTable(
    "internship_placements", Wording(zh: "见习人员", en: "Placements at hosts"),
    row: Wording(zh: "一次见习的一个版本", en: "one version of a placement"), from: "internshipPlacement x",
    area: """
      x.trainee IN (\(LedgerScope.people))
        OR x.host IN (SELECT code FROM internshipHost WHERE area LIKE :area || '%')
      """, order: "x.code, x.number",
    [.text("placement", "x.code", "见习编号", "placement")], version,
    [
      .text("host", "x.host", "基地编号", "host"), .text("trainee", "x.trainee", "学员编号", "trainee"),
      .day("from", "x.fromDay", "起", "from"),
      .day("to", "x.toDay", "止", "to", note: Wording(zh: "空：仍在岗", en: "blank: still there")),
      .text("mentor", "x.mentor", "带教导师", "mentor"),
    ], struckOut, Column.recorded)

  static let incubators = LedgerTable(
    "incubators", Wording(zh: "创业孵化基地", en: "Incubators"),
    row: Wording(zh: "一个孵化基地的一个版本", en: "one version of an incubator"), from: "incubator x",
    area: "x.area LIKE :area || '%'", order: "x.code, x.number",
    [.text("incubator", "x.code", "基地编号", "incubator")], version,
    [
      .text("name", "x.name", "基地名称", "name"), .text("area", "x.area", "区划代码", "area"),
      .whole("square_metres", "x.squareMetres", "面积", "area in square metres"),
      .whole("units", "x.units", "孵化单元", "units"), .day("opened_on", "x.openedDay", "启用日期", "opened on"),
      .day("closed_on", "x.closedDay", "停用日期", "closed on"),
    ], struckOut, Column.recorded)

  static let tenancies = LedgerTable(
    "tenancies", Wording(zh: "入驻实体", en: "Tenants of incubators"),
    row: Wording(zh: "一次入驻的一个版本", en: "one version of a tenancy"), from: "tenancy x",
    area: """
      x.venture IN (\(LedgerScope.ventures))
        OR x.incubator IN (SELECT code FROM incubator WHERE area LIKE :area || '%')
      """, order: "x.code, x.number",
    [.text("tenancy", "x.code", "入驻编号", "tenancy")], version,
    [
      .text("incubator", "x.incubator", "基地编号", "incubator"),
      .text("venture", "x.venture", "创业实体编号", "venture"), .whole("units", "x.units", "单元数", "units"),
      .day("from", "x.fromDay", "入驻日期", "from"),
      .day("to", "x.toDay", "退出日期", "to", note: Wording(zh: "空：仍在驻", en: "blank: still there")),
    ], struckOut, Column.recorded)

  static let outreachEvents = LedgerTable(
    "outreach_events", Wording(zh: "创业宣传活动", en: "Outreach events"),
    row: Wording(
      zh: "一场活动的一个版本；几家共办的也只有一个编号", en: "one version of an event; it has one id however many hold it"),
    from: "outreachEvent x", area: "x.area LIKE :area || '%'", order: "x.code, x.number",
    [.text("event", "x.code", "活动编号", "event")], version,
    [
      .text(
        "kind", "x.kind", "活动类型", "kind",
        note: Wording(
          zh:
            "media 媒体；consultation 咨询；contest 大赛或评选；exhibition 展示推介；lecture 宣讲；jobFair 招聘；square 广场；other 其他",
          en: "media, consultation, contest, exhibition, lecture, jobFair, square or other")),
      .text("name", "x.name", "活动名称", "name"), .day("from", "x.fromDay", "开始日期", "from"),
      .day("to", "x.toDay", "结束日期", "to"), .text("place", "x.place", "地点", "place"),
      .text("area", "x.area", "区划代码", "area"),
      .text(
        "hosts", "replace(x.hosts, char(10), ';')", "主办单位", "hosts",
        note: Wording(zh: "牵头单位在前", en: "the leading one first")),
      .whole("capacity", "x.capacity", "可容纳人数", "room for"),
      .whole("reached", "x.reached", "参与人数", "people reached"),
      .whole("consultations", "x.consultations", "咨询人次", "consultations"),
      .whole("materials", "x.materials", "资料份数", "materials"),
      .text("projects", "replace(x.projects, char(10), ';')", "展示项目", "projects shown"),
      .text(
        "awards", "replace(replace(x.awards, char(10), ';'), char(9), ':')", "奖项", "awards",
        note: Wording(zh: "项目编号:奖项;…", en: "project:prize;…")),
      .whole("public", "x.isPublic", "公开", "public", note: Wording(zh: "1 是；0 否", en: "1 or 0")),
      .text("cancelled", "x.cancelled", "取消原因", "why it was cancelled"),
    ], struckOut, Column.recorded)
}
