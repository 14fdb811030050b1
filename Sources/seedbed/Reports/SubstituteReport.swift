import Civil
import Planning
import Reports
import Scheduling

/// Who could hold a session in place of each of its people, for people and for programs.
enum SubstituteReport {
  static func lines(_ ranked: [SubstituteRanking], in language: Language, width: Int) -> [String] {
    ranked.flatMap { ranking -> [String] in
      let (person, substitutes) = (ranking.person, ranking.substitutes)
      let free = substitutes.count { $0.effect.broken.isEmpty }
      let head = Wording(
        zh: "代替 \(person)：\(substitutes.count) 人具备资格，其中 \(free) 人不违反硬规则",
        en: "in place of \(person): \(substitutes.count) qualified, \(free) of whom break no hard rule")
      let heads = [head[language]] + takeover(ranking.taken, in: language)
      guard !substitutes.isEmpty else { return heads + [""] }
      return heads + table(substitutes, in: language).lines(width: width) + [""]
    }
  }

  /// What a substitute takes over where that is more than the session asked about.
  private static func takeover(_ rows: [TimetableRow], in language: Language) -> [String] {
    guard rows.count > 1 else { return [] }
    let head = Wording(
      zh: "该学员的辅导须由同一位导师承担，代课人选将接手全部 \(rows.count) 次：",
      en: "one mentor holds all the meetings of a trainee: a substitute takes over all \(rows.count):")
    return [head[language]]
      + rows.map { "  \(SessionName.of(SessionKey($0))[language])  \(RepairReport.place($0))" }
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
    /// Ids of the sessions that a substitute takes over.
    let takesOver: [String]
    let substitutes: [Entry]

    init(_ ranking: SubstituteRanking) {
      person = ranking.person
      takesOver = ranking.taken.map(\.session)
      substitutes = ranking.substitutes.map { substitute in
        Entry(
          person: substitute.person, broken: substitute.effect.broken.map(WhatIfReport.Rule.init),
          units: Dictionary(substitute.effect.cost.map { ($0.constraint, $0.count) }) { first, _ in first },
          cost: substitute.effect.total)
      }
    }
  }
}
