import Civil

extension LedgerTable {
  static let projects = LedgerTable(
    "projects", Wording(zh: "创业项目", en: "Projects"),
    row: Wording(
      zh: "一个项目的一个版本；序号最大的是现行版本", en: "a version of a project; that with the highest number holds"),
    from: "project x", area: nil, order: "x.code, x.number",
    [
      .text("project", "x.code", "项目编号", "project"), .whole("number", "x.number", "版本", "version"),
      .text(
        "kind", "x.kind", "类型", "kind",
        note: Wording(zh: "project 创业项目；idea 金点子", en: "project, or idea: a golden idea")),
      .text("name", "x.name", "项目名称", "name"), .text("source", "x.source", "项目来源", "source"),
      .text("owner", "x.owner", "责任部门", "department"),
      .text(
        "industry", "x.industry", "行业", "industry", note: Wording(zh: "GB/T 4754 代码", en: "code of GB/T 4754")
      ),
      .yuan("investment_from", "x.investmentLowFen", "投资下限", "invested from"),
      .yuan("investment_to", "x.investmentHighFen", "投资上限", "invested to"),
      .whole(
        "staff_from", "x.staffLow", "用工下限", "staff from", note: Wording(zh: "人", en: "people")),
      .whole("staff_to", "x.staffHigh", "用工上限", "staff to", note: Wording(zh: "人", en: "people")),
      .whole("payback", "x.paybackMonths", "回收期", "payback", note: Wording(zh: "月", en: "months")),
      .text("area", "x.area", "适用区域", "area"),
      .whole(
        "high_tech", "x.isHighTech", "高新技术", "high technology", note: Wording(zh: "1 是；0 否", en: "1 or 0")),
      .day("collected_on", "x.collectedDay", "征集日期", "collected on"),
      .day(
        "valid_until", "x.validUntilDay", "有效期至", "valid until",
        note: Wording(
          zh: "评审另定有效期的以评审为准，见 project_steps",
          en: "where a review sets another, that holds: see project_steps")),
    ], Column.recorded)

  static let projectSteps = LedgerTable(
    "project_steps", Wording(zh: "项目评审和状态", en: "Steps of projects"),
    row: Wording(
      zh: "一个项目进入一个状态；日期最晚的状态有效，同日取序号最大的",
      en: "that a project entered a state; the latest holds, of one day that with the highest number"),
    from: "projectStep x", area: nil, order: "x.project, x.number",
    [
      .text("project", "x.project", "项目编号", "project"), .whole("number", "x.number", "序号", "number"),
      .text(
        "state", "x.state", "状态", "state",
        note: Wording(
          zh: "collected 征集；review 评审；listed 入库；promoted 推介；retired 停用",
          en: "collected, review, listed, promoted or retired")),
      .day("from", "x.fromDay", "自", "holds from"),
      .column(
        "verdicts", "评审意见", "verdicts",
        Wording(
          zh: "每位评审一项：pass 同意入库；revise 修改后再审；reject 不同意；不列姓名",
          en: "one of each reviewer, without names: pass, revise or reject"), from: ["x.opinions"]
      ) { values in
        let lines = (values.text() ?? "").split(separator: "\n")
        let verdicts = lines.compactMap { line -> Substring? in
          let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
          return fields.count > 2 ? fields[2] : nil
        }
        return verdicts.isEmpty ? .blank : .text(verdicts.joined(separator: ";"))
      }, .text("reason", "x.reason", "理由", "reason"),
      .day("valid_until", "x.validUntilDay", "有效期至", "valid until"),
    ], Column.recorded)

  static let projectChoices = LedgerTable(
    "project_choices", Wording(zh: "项目选用", en: "Choices of projects"),
    row: Wording(zh: "一名学员选用一个项目", en: "that a trainee chose a project"),
    from: "projectChoice x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people)) OR x.venture IN (\(LedgerScope.ventures))",
    order: "x.day, x.trainee, x.project, x.rowid",
    [
      .text("trainee", "x.trainee", "学员编号", "trainee"), .text("project", "x.project", "项目编号", "project"),
      .day("on", "x.day", "选用日期", "on"),
      .text(
        "venture", "x.venture", "由此开办的创业实体", "venture started with it",
        note: Wording(zh: "空：尚未开办", en: "blank: none yet")),
      .text("event", "x.event", "对接活动", "event at which they met"),
    ], Column.recorded, [.struckOut, .struckOutBy])

  static let reportedPlacements = LedgerTable(
    "reported_placements", Wording(zh: "项目安置汇总上报", en: "Reported sums of projects"),
    row: Wording(
      zh: "一个来源一天的汇总上报数，没有人员名单；不计入任何统计指标",
      en: "what a source reports of a day, without a list of people; no figure counts it"),
    from: "reportedPlacement x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: nil, order: "x.number",
    [
      .whole("number", "x.number", "序号", "number"), .text("source", "x.source", "来源", "source"),
      .text("area", "x.area", "区划代码", "area", note: Wording(zh: "空：全中心", en: "blank: the whole centre's")),
      .day("on", "x.day", "截至日期", "counted up to"),
      .whole("projects", "x.projects", "项目数", "projects"),
      .yuan("invested", "x.investedFen", "投资", "invested"),
      .whole("placed", "x.placed", "安置人数", "placed", note: Wording(zh: "人", en: "people")),
    ], Column.recorded, [.struckOut, .struckOutBy])
}
