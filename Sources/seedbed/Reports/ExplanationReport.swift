import Civil
import Planning
import Reports

/// Why a bundle cannot be planned, for people and for programs.
struct ExplanationReport: Encodable {
  struct Conflict: Encodable {
    let rules: [String]
    let facts: [Fact]
    let sentence: Sentence
    let relaxations: [Change]
    let minimal: Bool
  }
  struct Fact: Encodable {
    let table: String
    let id: String
    let column: String
    let value: String
  }
  struct Sentence: Encodable {
    let zh: String
    let en: String
  }
  struct Change: Encodable {
    let table: String
    let id: String
    let column: String
    let from: String
    let to: String
    let cost: Double
  }
  let complete: Bool
  let conflicts: [Conflict]
  let unexplained: [String]

  init(_ explanation: BundleExplanation) {
    complete = explanation.isComplete
    conflicts = explanation.conflicts.map { one in
      Conflict(
        rules: one.rules,
        facts: one.facts.map { Fact(table: $0.table, id: $0.id, column: $0.column, value: $0.value) },
        sentence: Sentence(zh: one.sentence.chinese, en: one.sentence.english),
        relaxations: one.relaxations.map {
          Change(table: $0.table, id: $0.id, column: $0.column, from: $0.from, to: $0.to, cost: $0.cost)
        }, minimal: one.isMinimal)
    }
    unexplained = explanation.unexplained.map(\.description)
  }

  /// Each conflict in a sentence, with its cells and ways out.
  static func lines(_ explanation: BundleExplanation, in language: Language) -> [String] {
    var lines = explanation.conflicts.enumerated().flatMap { index, conflict in
      entry(conflict, number: index + 1, in: language) + [""]
    }
    lines += verdict(explanation, in: language)
    return lines
  }

  /// Each conflict in its sentence and its cheapest way out: what a solve ends with.
  static func shortLines(_ explanation: BundleExplanation, in language: Language) -> [String] {
    explanation.conflicts.enumerated().flatMap { index, conflict in
      DisplayWidth.lines(of: "\(index + 1). " + conflict.sentence[language], width: 100, indent: 3)
        + conflict.relaxations.prefix(1).map { "   → " + change($0) }
    }
  }

  private static func entry(
    _ conflict: ExplainedConflict, number: Int, in language: Language
  ) -> [String] {
    let head = "\(number). [\(conflict.rules.joined(separator: " "))] " + conflict.sentence[language]
    let cells = Wording(zh: "   依据：", en: "   facts:")[language]
    let ways = Wording(zh: "   可改：", en: "   ways out:")[language]
    let none = Wording(zh: "   没有找到只改一处的办法", en: "   no change of one cell was found to repair it")[language]
    let doubt = Wording(zh: "   未能证明每一项都不可少", en: "   not every fact was shown to be needed")[language]
    return DisplayWidth.lines(of: head, width: 100, indent: 3) + [cells]
      + cellLines(conflict.facts)
      + (conflict.isMinimal ? [] : [doubt])
      + (conflict.relaxations.isEmpty ? [none] : [ways] + conflict.relaxations.map { "     " + cost($0) })
  }

  /// The cells, those of many rows with one value in one entry, and those of one row with many values.
  private static func cellLines(_ facts: [FactCell]) -> [String] {
    // Rows that are named for being there at all hold their own key.
    func value(_ fact: FactCell) -> [String] {
      [fact.table, fact.column] + (fact.value == fact.id ? [] : [fact.value])
    }
    func cell(_ fact: FactCell) -> [String] { [fact.table, fact.id, fact.column] }
    let alike = Dictionary(grouping: facts, by: value)
    let alone = Dictionary(grouping: facts.filter { alike[value($0)]?.count == 1 }, by: cell)
    var told: Set<FactCell> = []
    return facts.flatMap { one -> [String] in
      guard !told.contains(one) else { return [] }
      let rows = alike[value(one)] ?? [one]
      if rows.count > 1 {
        told.formUnion(rows)
        let ids = rows.map(\.id).joined(separator: ", ")
        let said = one.value == one.id ? "" : " = \(one.value)"
        return entry("\(one.table) \(one.column)\(said) (\(rows.count)): \(ids)")
      }
      let values = alone[cell(one)] ?? [one]
      told.formUnion(values)
      let count = values.count > 1 ? " (\(values.count))" : ""
      let listed = values.map(\.value).joined(separator: ", ")
      return entry("\(one.table) \(one.id) \(one.column)\(count) = \(listed)")
    }
  }

  private static func entry(_ text: String) -> [String] {
    DisplayWidth.lines(of: "     " + text, width: 100, indent: 7)
  }

  private static func cost(_ one: CellChange) -> String {
    change(one) + " (\(Numbers.short(one.cost)))"
  }

  private static func change(_ one: CellChange) -> String {
    "\(one.table) \(one.id) \(one.column): \(one.from.isEmpty ? "–" : one.from) → \(one.to.isEmpty ? "–" : one.to)"
  }

  private static func verdict(_ explanation: BundleExplanation, in language: Language) -> [String] {
    if explanation.isComplete {
      return [
        Wording(zh: "排得出完整课表，没有矛盾。", en: "a complete timetable was found: nothing stands against it")[
          language]
      ]
    }
    var lines: [String] = []
    if !explanation.conflicts.isEmpty {
      let count = explanation.conflicts.count
      lines.append(
        Wording(zh: "共 \(count) 处矛盾", en: "\(count) \(count == 1 ? "conflict" : "conflicts")")[language])
    }
    if !explanation.unexplained.isEmpty {
      let names = explanation.unexplained.map { SessionName.of($0)[language] }
      let head = Wording(
        zh: "另有 \(names.count) 个课次在限定的搜索内没有排上，未证明原因：",
        en: "\(names.count) sessions were not placed by the search, no reason proved:")
      lines.append(head[language])
      lines += DisplayWidth.lines(
        of: "  " + names.joined(separator: language == .chinese ? "；" : "; "), width: 100, indent: 2)
    }
    return lines
  }
}
