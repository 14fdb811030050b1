import Civil

extension LedgerTable {
  private static let borrowed = """
    x.borrower IN (\(LedgerScope.people)) OR x.venture IN (\(LedgerScope.ventures))
    """

  static let loans = LedgerTable(
    "loans", Wording(zh: "创业担保贷款", en: "Start-up loans"), row: Wording(zh: "一笔贷款", en: "a loan"),
    from: "loan x", area: borrowed, order: "x.code",
    [
      .text("loan", "x.code", "贷款编号", "loan"),
      .text("borrower", "x.borrower", "借款人（学员）", "borrower (trainee)"),
      .text("venture", "x.venture", "创业实体编号", "venture"),
    ], Column.recorded)

  static let loanSteps = LedgerTable(
    "loan_steps", Wording(zh: "贷款进度", en: "Steps of loans"),
    row: Wording(zh: "一笔贷款的一步", en: "a step of a loan"),
    from: "loanStep x", area: "x.loan IN (SELECT x.code FROM loan x WHERE \(borrowed))",
    order: "x.loan, x.number",
    [
      .text("loan", "x.loan", "贷款编号", "loan"), .whole("number", "x.number", "序号", "number"),
      .text(
        "state", "x.state", "状态", "state",
        note: Wording(
          zh: "applied 申请；approved 审核通过；disbursed 放款；extended 展期；overdue 逾期；repaid 还清",
          en: "applied, approved, disbursed, extended, overdue or repaid")),
      .yuan("amount", "x.amountFen", "金额", "amount"),
    ], Column.entry(), [Column.evidence()])

  static let subsidies = LedgerTable(
    "subsidies", Wording(zh: "创业补贴", en: "Subsidies"), row: Wording(zh: "一笔补贴", en: "a payment"),
    from: "subsidy x",
    area: """
      x.recipientKind = 'person' AND x.recipient IN (\(LedgerScope.people))
        OR x.recipientKind = 'venture' AND x.recipient IN (\(LedgerScope.ventures))
      """, order: "x.paidDay, x.code",
    [
      .text("subsidy", "x.code", "补贴编号", "subsidy"), .text("kind", "x.kind", "项目", "kind"),
      .text(
        "recipient_kind", "x.recipientKind", "享受对象种类", "kind of recipient",
        note: Wording(zh: "person 个人；venture 创业实体", en: "person or venture")),
      .text("recipient", "x.recipient", "享受对象", "recipient"), .yuan("amount", "x.amountFen", "金额", "amount"),
      .day("paid_on", "x.paidDay", "发放日期", "paid on"),
    ], Column.recorded)

  static let followUpCases = LedgerTable(
    "follow_up_cases", Wording(zh: "跟踪对象", en: "Follow-up cases"),
    row: Wording(zh: "一名学员一个班后的跟踪", en: "a trainee followed after a class"), from: "followUpCase x",
    // That the consent was withdrawn counts from its own day on, whenever the case was planned.
    known: "1",
    area: "x.trainee IN (\(LedgerScope.people))", order: "x.trainee, x.class",
    [
      .text("trainee", "x.trainee", "学员编号", "trainee"), .text("class", "x.class", "班级编号", "class"),
      .day("class_end", "x.classEnd", "结业日期", "class ended on"),
      .text("officer", "x.officer", "回访员", "officer"),
      .text("area", "x.area", "区划代码", "area"),
      .whole(
        "has_venture", "x.hasVenture", "有创业实体", "has a venture", note: Wording(zh: "1 有；0 无", en: "1 or 0")),
      .day("venture_ended_on", "x.ventureEndedOn", "实体终止日期", "venture ended on"),
      .day("followed_to", "x.followedTo", "同意跟踪的最后一天", "last day with consent to be followed"),
    ], Column.recorded)

  /// What somebody said is not told.
  static let contacts = LedgerTable(
    "contacts", Wording(zh: "回访", en: "Contacts"), row: Wording(zh: "一次回访", en: "a contact"),
    from: "contact x",
    area: "x.subject IN (\(LedgerScope.people)) OR x.subject IN (\(LedgerScope.ventures))",
    order: "x.subject, x.number",
    [
      .text(
        "subject", "x.subject", "回访对象", "with whom",
        note: Wording(zh: "学员或创业实体编号", en: "a trainee or a venture")),
      .whole("number", "x.number", "序号", "number"), .day("on", "x.day", "回访日期", "on"),
      .text(
        "method", "x.method", "方式", "method",
        note: Wording(
          zh: "telephone 电话；weChat 微信；visit 上门；officeVisit 到访；meeting 座谈",
          en: "telephone, weChat, visit, officeVisit or meeting")),
      .text(
        "result", "x.result", "结果", "result",
        note: Wording(
          zh: "reached 已联系；noAnswer 无人接听；wrongNumber 号码错误；refused 拒访；away 外出；lost 失联",
          en: "reached, noAnswer, wrongNumber, refused, away or lost")),
      .text("officer", "x.officer", "回访员", "officer"), .text("troubles", "x.troubles", "经营困难", "troubles"),
      .text("need", "x.need", "帮扶需求", "help needed"), .day("next_on", "x.nextDay", "约定下次", "next agreed for"),
    ], Column.recorded)

  static let denominators = LedgerTable(
    "denominators", Wording(zh: "外部数据", en: "Numbers from outside"),
    row: Wording(
      zh: "一个外部数据；同一项取发布最晚的，再取登记最晚的",
      en: "a number from outside; of one kind that published last holds, then that recorded last"),
    from: "denominator x", area: "x.area LIKE :area || '%'", order: "x.kind, x.area, x.firstDay, x.rowid",
    [
      .text("kind", "x.kind", "项目", "kind"), .text("area", "x.area", "区划代码", "area"),
      .day("from", "x.firstDay", "起", "from"), .day("to", "x.lastDay", "止", "to"),
      .whole("amount", "x.amount", "数值", "amount"), .text("unit", "x.unit", "单位", "unit"),
      .text("source", "x.source", "来源", "source"),
      .day("published_on", "x.publishedDay", "发布日期", "published on"),
    ], Column.recorded)

  static let surveys = LedgerTable(
    "surveys", Wording(zh: "满意度调查", en: "Surveys"),
    row: Wording(zh: "一项调查的结果；同一项取调查日期最晚的，再取登记最晚的", en: "the result of a survey; the latest one holds"),
    from: "survey x", area: "x.area LIKE :area || '%'", order: "x.question, x.area, x.firstDay, x.rowid",
    [
      .text("question", "x.question", "调查项目", "question"), .text("area", "x.area", "区划代码", "area"),
      .day("from", "x.firstDay", "起", "from"), .day("to", "x.lastDay", "止", "to"),
      .whole("yes", "x.yes", "肯定", "yes", note: Wording(zh: "人", en: "people")),
      .whole("no", "x.no", "否定", "no", note: Wording(zh: "人", en: "people")),
      .whole("silent", "x.silent", "未答复", "silent", note: Wording(zh: "人", en: "people")),
      .whole("withdrawn", "x.withdrawn", "退出", "withdrawn", note: Wording(zh: "人", en: "people")),
      .text("source", "x.source", "来源", "source"), .day("on", "x.day", "调查日期", "on"),
    ], Column.recorded)

  /// Of a target all versions.
  static let targets = LedgerTable(
    "targets", Wording(zh: "目标任务", en: "Targets"),
    row: Wording(
      zh: "一项目标的一个版本；replaced_on 为空的是现行版本", en: "one version of a target; that with a blank replaced_on holds"
    ),
    from: "target x", area: "x.area LIKE :area || '%'", order: "x.code, x.recordedOn, x.rowid",
    [
      .text("target", "x.code", "目标编号", "target"), .text("name", "x.nameChinese", "目标任务", "name in Chinese"),
      .text("english", "x.nameEnglish", "英文名称", "name in English"), .text("area", "x.area", "区划代码", "area"),
      .text("owner", "x.owner", "责任单位", "answered for by"),
      .text(
        "measure", "x.measure", "统计指标", "measure",
        note: Wording(zh: "空：分项合计", en: "blank: the sum of its parts")),
      .whole("amount", "x.amount", "目标数", "amount"), .text("unit", "x.unit", "单位", "unit"),
      .day("from", "x.firstDay", "起", "from"), .day("to", "x.lastDay", "止", "to"),
      .text(
        "months",
        """
        (SELECT group_concat(date(lastDay * 86400, 'unixepoch') || '=' || amount, ';') FROM (
          SELECT lastDay, amount FROM targetMonth WHERE targetID = x.id ORDER BY lastDay))
        """, "逐月累计", "by months, adding up", note: Wording(zh: "截至日=累计数;…", en: "last day=amount;…")),
      .text(
        "parts",
        """
        (SELECT group_concat(part, ';') FROM (SELECT part FROM targetPart WHERE targetID = x.id ORDER BY position))
        """, "分项", "parts"),
    ], Column.recorded, [Column.replaced])
}
