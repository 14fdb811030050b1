import Civil
import Planning
import Reports
import Scheduling

/// What a change would break and cost, for people and for programs.
enum WhatIfReport {
  static func lines(_ effect: WhatIf, in language: Language) -> [String] {
    let name = SessionName.of(effect.session)[language]
    let was = effect.old.map(RepairReport.place) ?? Wording(zh: "未排入", en: "not placed")[language]
    var lines = [name, "  \(was) → \(RepairReport.place(effect.new))", ""]
    lines += rules(Wording(zh: "将违反：", en: "Broken by it:"), effect.broken, in: language)
    lines += rules(Wording(zh: "将不再违反：", en: "No longer broken:"), effect.mended, in: language)
    lines += costs(effect.cost, in: language)
    let verdict = Wording(
      zh: effect.broken.isEmpty ? "不违反硬规则" : "违反硬规则 \(effect.broken.count) 处",
      en: effect.broken.isEmpty ? "no hard rule is broken" : "hard rules broken: \(effect.broken.count)")
    let total = CostComparison.signed(effect.total)
    return lines + [
      Wording(
        zh: "\(verdict.chinese)；扣分增减 \(total)", en: "\(verdict.english); cost \(total)")[language]
    ]
  }

  private static func rules(_ head: Wording, _ violations: [Violation], in language: Language) -> [String] {
    guard !violations.isEmpty else { return [] }
    return [head[language]] + violations.map { "  \($0.constraint) \($0.explanation[language])" } + [""]
  }

  /// The rules whose count changes.
  private static func costs(_ costs: [SoftCost], in language: Language) -> [String] {
    let changed = costs.filter { $0.count != 0 }
    guard !changed.isEmpty else { return [] }
    let heads = [
      Wording(zh: "软规则", en: "soft rule"), Wording(zh: "名称", en: "name"),
      Wording(zh: "数量增减", en: "more or less"),
      Wording(zh: "权重", en: "weight"), Wording(zh: "扣分增减", en: "cost"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .right, .right, .right])
    let names = Dictionary([Constraint].standard.map { ($0.id, $0.name) }) { first, _ in first }
    for cost in changed {
      table.add([
        cost.constraint, names[cost.constraint]?[language] ?? "", CostComparison.signed(Double(cost.count)),
        Numbers.short(cost.weight), CostComparison.signed(Double(cost.count) * cost.weight),
      ])
    }
    return table.lines() + [""]
  }

  /// A broken rule as a program reads it.
  struct Rule: Encodable {
    let rule: String
    let sentence: BothLanguages

    init(_ violation: Violation) {
      rule = violation.constraint
      sentence = BothLanguages(violation.explanation)
    }
  }

  /// A change as a program reads it.
  struct Effect: Encodable {
    let session: String
    let old: RepairReport.JSON.Place?
    let new: RepairReport.JSON.Place
    let broken: [Rule]
    let mended: [Rule]
    /// Units more or less.
    let units: [String: Int]
    let cost: Double

    init(_ effect: WhatIf) {
      session = effect.session.sessionID
      old = effect.old.map(RepairReport.JSON.Place.init)
      new = RepairReport.JSON.Place(effect.new)
      broken = effect.broken.map(Rule.init)
      mended = effect.mended.map(Rule.init)
      units = Dictionary(effect.cost.map { ($0.constraint, $0.count) }) { first, _ in first }
      cost = effect.total
    }
  }
}
