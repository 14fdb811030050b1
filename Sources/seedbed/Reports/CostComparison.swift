import Civil
import Planning
import Reports
import Scheduling

/// What two timetables cost, rule by rule, and the difference.
enum CostComparison {
  static func lines(_ before: [SoftCost], _ after: [SoftCost], in language: Language) -> [String] {
    let heads = [
      Wording(zh: "软规则", en: "soft rule"), Wording(zh: "名称", en: "name"), Wording(zh: "原数量", en: "before"),
      Wording(zh: "现数量", en: "after"), Wording(zh: "扣分增减", en: "cost more or less"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .right, .right, .right])
    let names = Dictionary([Constraint].standard.map { ($0.id, $0.name) }) { first, _ in first }
    for (old, new) in zip(before, after) {
      table.add([
        new.constraint, names[new.constraint]?[language] ?? "", "\(old.count)", "\(new.count)",
        signed(Double(new.count - old.count) * new.weight),
      ])
    }
    let total = total(before, after)
    table.add([
      Wording(zh: "合计", en: "total")[language], "", Numbers.short(total.before), Numbers.short(total.after),
      signed(total.after - total.before),
    ])
    return table.lines()
  }

  /// With its sign; zero without.
  static func signed(_ number: Double) -> String { (number > 0 ? "+" : "") + Numbers.short(number) }

  struct Entry: Encodable {
    let before: Double
    let after: Double
  }

  /// Units of each rule.
  static func entries(_ before: [SoftCost], _ after: [SoftCost]) -> [String: Entry] {
    Dictionary(
      zip(before, after).map { ($1.constraint, Entry(before: Double($0.count), after: Double($1.count))) }
    ) { first, _ in first }
  }

  /// Weighted, over all rules.
  static func total(_ before: [SoftCost], _ after: [SoftCost]) -> Entry {
    func total(_ costs: [SoftCost]) -> Double { costs.reduce(0) { $0 + Double($1.count) * $1.weight } }
    return Entry(before: total(before), after: total(after))
  }
}
