import Civil

extension LedgerTable {
  /// Rows that may have been struck out.
  private static func struck(_ table: String) -> String {
    "\(table) x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day"
  }

  /// The last day as an ending of the row says, the one recorded last.
  private static let ended = """
    (SELECT e.day FROM ending e WHERE e.entryID = x.id AND e.recordedOn <= :day ORDER BY e.rowid DESC LIMIT 1)
    """

  private static let span: [Column] = [
    .day("from", "x.fromDay", "自", "from"),
    .day(
      "to", "x.toDay", "至", "agreed through", note: Wording(zh: "空：未约定", en: "blank: nothing was agreed")),
    .day(
      "ended_on", ended, "结束日期", "ended on",
      note: Wording(zh: "有日期的以此为最后一天", en: "where it stands, it is the last day")),
  ]

  static let pledges = LedgerTable(
    "pledges", Wording(zh: "“三包”责任书", en: "Pledges"),
    row: Wording(zh: "一名责任人对一名学员的责任书", en: "that an officer answers for a trainee"),
    from: struck("pledge"), area: "x.trainee IN (\(LedgerScope.people))", order: "x.number",
    [
      .whole("pledge", "x.number", "责任书序号", "pledge"), .text("trainee", "x.trainee", "学员编号", "trainee"),
      .text("officer", "x.officer", "首任责任人", "first officer"),
    ], span, Column.recorded, [.struckOut, .struckOutBy])

  private static let ofPledges = """
    x.pledge IN (SELECT number FROM pledge WHERE trainee IN (\(LedgerScope.people)))
    """

  static let pledgeOfficers = LedgerTable(
    "pledge_officers", Wording(zh: "责任人变更", en: "Pledges handed on"),
    row: Wording(zh: "责任书自某日起换人", en: "that another officer answers from a day on"),
    from: "pledgeOfficer x", area: ofPledges, order: "x.pledge, x.rowid",
    [
      .whole("pledge", "x.pledge", "责任书序号", "pledge"), .text("officer", "x.officer", "责任人", "officer"),
      .day("from", "x.fromDay", "自", "from"),
    ], Column.recorded)

  /// What was done is told by its item and its day only.
  static let pledgeDeeds = LedgerTable(
    "pledge_deeds", Wording(zh: "“三包”履责台账", en: "Deeds for pledges"),
    row: Wording(zh: "为一项责任做的一件事", en: "one thing done for an item of a pledge"),
    from: struck("pledgeDeed"), area: ofPledges, order: "x.pledge, x.day, x.number",
    [
      .whole("deed", "x.number", "履责序号", "deed"), .whole("pledge", "x.pledge", "责任书序号", "pledge"),
      .text(
        "item", "x.item", "责任事项", "item",
        note: Wording(zh: "project 包项目；service 包服务；supervision 包监管", en: "project, service or supervision")),
      .day("on", "x.day", "日期", "on"),
    ], Column.recorded, [.struckOut, .struckOutBy])

  static let pairings = LedgerTable(
    "pairings", Wording(zh: "结对（双联、挂钩、互助）", en: "Pairings"), row: Wording(zh: "一对", en: "two who are paired"),
    from: struck("pairing"),
    area: "x.helped IN (\(LedgerScope.people)) OR x.helped IN (\(LedgerScope.ventures))", order: "x.number",
    [
      .whole("pairing", "x.number", "结对序号", "pairing"),
      .text(
        "kind", "x.kind", "种类", "kind",
        note: Wording(
          zh: "departmentCommunity 部门联系社区；cadreHousehold 干部联系创业户；cadreFirm 干部挂钩企业；peers 结对互助",
          en: "departmentCommunity, cadreHousehold, cadreFirm or peers")),
      .text("helper", "x.helper", "结对方", "helper"), .text("helped", "x.helped", "结对对象", "helped"),
    ], span, Column.recorded, [.struckOut, .struckOutBy])

  static let assignments = LedgerTable(
    "assignments", Wording(zh: "导师辅导关系", en: "Assignments of mentors"),
    row: Wording(zh: "一名导师辅导一名学员", en: "that a mentor helps a trainee"), from: struck("assignment"),
    area: "x.trainee IN (\(LedgerScope.people))", order: "x.number",
    [
      .whole("assignment", "x.number", "辅导关系序号", "assignment"),
      .text("mentor", "x.mentor", "导师编号", "mentor"), .text("trainee", "x.trainee", "学员编号", "trainee"),
      .text(
        "origin", "x.origin", "由来", "origin",
        note: Wording(
          zh: "officer 指定；everyoneFirst、bestTotal 匹配；twoWay 双向选择",
          en: "officer: named; everyoneFirst, bestTotal: matched; twoWay: a two-way choice")),
    ], span, Column.recorded, [.struckOut, .struckOutBy])
}
