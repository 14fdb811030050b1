import Civil
import Planning
import Scheduling

/// Who could hold a session in place of each of its people, for people and for programs.
enum SubstituteReport {
  static func lines(
    _ ranked: [(person: String, substitutes: [Substitute])], in language: Language, width: Int
  ) -> [String] {
    ranked.flatMap { person, substitutes -> [String] in
      let free = substitutes.count { $0.effect.broken.isEmpty }
      let head = Wording(
        zh: "代替 \(person)：\(substitutes.count) 人具备资格，其中 \(free) 人不违反硬规则",
        en: "in place of \(person): \(substitutes.count) qualified, \(free) of whom break no hard rule")
      guard !substitutes.isEmpty else { return [head[language], ""] }
      return [head[language]] + table(substitutes, in: language).lines(width: width) + [""]
    }
  }

  private static func table(_ substitutes: [Substitute], in language: Language) -> TextTable {
    let heads = [
      Wording(zh: "人选", en: "person"), Wording(zh: "扣分增减", en: "cost"), Wording(zh: "说明", en: "what changes"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .right, .left])
    for substitute in substitutes {
      let effect = substitute.effect
      let broken = effect.broken.map { "\($0.constraint) \($0.explanation[language])" }
      let costs = effect.cost.filter { $0.count != 0 }.map {
        "\($0.constraint) \(CostComparison.signed(Double($0.count) * $0.weight))"
      }
      let what = broken + (costs.isEmpty ? [] : [costs.joined(separator: ", ")])
      table.add([
        substitute.person, CostComparison.signed(effect.total),
        what.joined(separator: language == .chinese ? "；" : "; "),
      ])
    }
    return table
  }

  /// One person's substitutes as a program reads them.
  struct Ranking: Encodable {
    struct Entry: Encodable {
      let person: String
      let broken: [WhatIfReport.Rule]
      let units: [String: Int]
      let cost: Double
    }
    let person: String
    let substitutes: [Entry]

    init(_ ranking: (person: String, substitutes: [Substitute])) {
      person = ranking.person
      substitutes = ranking.substitutes.map { substitute in
        Entry(
          person: substitute.person, broken: substitute.effect.broken.map(WhatIfReport.Rule.init),
          units: Dictionary(substitute.effect.cost.map { ($0.constraint, $0.count) }) { first, _ in first },
          cost: substitute.effect.total)
      }
    }
  }
}
