import Civil
import FollowUp

extension LedgerTable {
  private static let local = "IN (\(LedgerScope.ventures))"

  /// The ventures as they began; what changed since stands in the changes.
  static let ventures = LedgerTable(
    "ventures", Wording(zh: "创业实体", en: "Ventures"),
    row: Wording(
      zh: "一个创业实体登记时的情况；其后的变更见 venture_changes",
      en: "a venture as it began; what changed is in venture_changes"),
    from: "venture x", area: "x.code \(local)", order: "x.code",
    [
      .text("venture", "x.code", "创业实体编号", "venture"),
      .text("legal_form", "x.legalForm", "法律形态", "legal form"),
      .ventureKind("x.legalForm"), .licence("'registration'", "x.registration"),
      .licensedOn("'registration'", "x.registration"),
      .text(
        "industry", "x.industry", "行业", "industry", note: Wording(zh: "GB/T 4754 代码", en: "code of GB/T 4754")
      ),
      .text("area", "x.area", "区划代码", "area"),
      .yuan("start_up_cost", "x.startUpCostFen", "创业成本", "start-up cost"),
      .text("incubator", "x.incubator", "孵化基地", "incubator"),
    ], Column.recorded)

  static let founders = LedgerTable(
    "founders", Wording(zh: "创业者", en: "Founders"),
    row: Wording(
      zh: "一个创业实体登记时的一名创业者；其后的变更见 venture_changes",
      en: "a founder of a venture as it began; what changed is in venture_changes"),
    from: """
      (SELECT v.code, v.recordedOn, v.recordedBy, j.key AS place, \(StoredFounders.person) AS person,
         \(StoredFounders.attempt) AS attempt
       FROM venture v, \(StoredFounders.lines(of: "v.founders"))) x
      """, area: "x.code \(local)", order: "x.code, x.place",
    [
      .text("venture", "x.code", "创业实体编号", "venture"), .text("trainee", "x.person", "学员编号", "trainee"),
      .whole(
        "attempt", "x.attempt", "第几次创业", "attempt",
        note: Wording(zh: "1 初次创业；2 及以上 再次创业", en: "1 is the first")),
    ], Column.recorded)

  /// Address, telephone and name are told to have changed, not into what.
  static let ventureChanges = LedgerTable(
    "venture_changes", Wording(zh: "创业实体变更", en: "Changes of ventures"),
    row: Wording(zh: "一个创业实体的一项变更", en: "one thing that changed of a venture"), from: "ventureFact x",
    area: "x.venture \(local)", order: "x.venture, x.number",
    [
      .text("venture", "x.venture", "创业实体编号", "venture"), .whole("number", "x.number", "序号", "number"),
      .text(
        "what", "x.kind", "变更事项", "what",
        note: Wording(
          zh: "name、address、phone 的内容不公开", en: "of name, address and phone the value is not told")),
      .column(
        "value", "变更后", "value",
        Wording(
          zh: "创业者写作“学员:次数;…”；证照只写号码，日期见下一列；金额为元",
          en:
            "founders as trainee:attempt;…; of a licence its number, its day in the next column; money in yuan"
        ),
        from: ["x.kind", "x.text"]
      ) { values in
        switch values.fact {
        case .legalForm(let form): .text(form.rawValue)
        case .registration(let registration): registration.licence.map { .text($0.text) } ?? .blank
        case .industry(let industry): industry.map { .text($0.code) } ?? .blank
        case .area(let area): .text(area)
        case .founders(let founders):
          .text(founders.map { "\($0.person):\($0.attempt)" }.joined(separator: ";"))
        case .startUpCost(let cost): cost.map { .money($0) } ?? .blank
        case .incubator(let incubator): incubator.map { .text($0) } ?? .blank
        case .name, .address, .phone, nil: .blank
        }
      }, .licensedOn("x.kind", "x.text"),
    ], Column.entry(isBounded: false), [Column.evidence()])

  static let ventureStates = LedgerTable(
    "venture_states", Wording(zh: "创业实体状态", en: "States of ventures"),
    row: Wording(zh: "一个创业实体进入一个状态", en: "that a venture entered a state"), from: "ventureState x",
    area: "x.venture \(local)", order: "x.venture, x.number",
    [
      .text("venture", "x.venture", "创业实体编号", "venture"), .whole("number", "x.number", "序号", "number"),
      .text(
        "state", "x.state", "状态", "state",
        note: Wording(
          zh:
            "preparing 筹备；registered 已登记未营业；operating 正常经营；suspended 停业；deregistered 注销；revoked 吊销；transferred 转让",
          en: "preparing, registered, operating, suspended, deregistered, revoked or transferred")),
    ], Column.entry(), [Column.evidence()])

  static let ventureJobs = LedgerTable(
    "jobs", Wording(zh: "创业实体用工", en: "Jobs of ventures"),
    row: Wording(zh: "一个创业实体某日起的用工人数", en: "who works in a venture as of a day"), from: "ventureJobs x",
    area: "x.venture \(local)", order: "x.venture, x.number",
    [
      .text("venture", "x.venture", "创业实体编号", "venture"), .whole("number", "x.number", "序号", "number"),
      .whole("founders", "x.founders", "在岗创业者", "founders at work", note: Wording(zh: "人", en: "people")),
      .whole(
        "employees", "x.employees", "带动就业人数", "employees",
        note: Wording(zh: "人，不含创业者", en: "people, without founders")),
      .whole("insured", "x.insured", "其中参保", "of them insured", note: Wording(zh: "人", en: "people")),
      .text(
        "key_groups", "x.keyGroups", "其中重点群体", "of them of key groups",
        note: Wording(zh: "类别=人数;…；一人可属几类", en: "category=people;…; one may be of several")),
    ], Column.entry(), [Column.evidence()])
}

extension LedgerTable.Column {
  /// The number of a licence that stands in a stored registration.
  fileprivate static func licence(_ kind: String, _ text: String) -> Self {
    column(
      "licence", "证照号码", "licence",
      Wording(zh: "统一社会信用代码或旧注册号；空：未登记或免予登记", en: "credit code or old number; blank: none, or exempt"),
      from: [kind, text]
    ) { values in
      guard case .registration(let registration) = values.fact else { return .blank }
      return registration.licence.map { .text($0.text) } ?? .blank
    }
  }

  fileprivate static func licensedOn(_ kind: String, _ text: String) -> Self {
    column("licensed_on", "登记日期", "licensed on", nil, from: [kind, text]) { values in
      guard case .registration(let registration) = values.fact else { return .blank }
      return registration.date.map { .day($0) } ?? .blank
    }
  }
}

extension LedgerValues {
  /// What a stored kind and text say of a venture.
  fileprivate var fact: VentureFact? {
    guard let kind = text(0).flatMap(VentureFact.Kind.init), let stored = text(1) else { return nil }
    return VentureFact(kind: kind, text: stored)
  }
}
