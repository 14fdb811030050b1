package import Civil

/// A rule that timetables are judged by: its readable definition.
///
/// The solver's incremental count stands beside it and is held equal to it by test.
package struct Constraint: Sendable {
  package enum Level: Hashable, Sendable {
    /// A timetable that breaks it is not published.
    case hard
    /// Each unit costs this much unless the weights say otherwise; the solver makes the sum small.
    case soft(weight: Double)
  }

  /// As in FORMATS.md: `H4`, `span`.
  package let id: String
  package let name: Wording
  /// The rule in one sentence, as a planner would say it.
  package let sentence: Wording
  package let level: Level
  private let body: @Sendable (Timetable) -> [Finding]

  package init(
    _ id: String, _ level: Level, name: Wording, _ sentence: Wording,
    body: @escaping @Sendable (Timetable) -> [Finding]
  ) {
    self.id = id
    self.level = level
    self.name = name
    self.sentence = sentence
    self.body = body
  }

  package var isHard: Bool { level == .hard }

  /// How the timetable breaks the rule, each time with its explanation.
  package func violations(in timetable: Timetable) -> [Violation] {
    body(timetable).map { Violation(id, amount: $0.amount, $0.explanation) }
  }

  /// Units counted over the whole timetable.
  package func total(in timetable: Timetable) -> Int {
    body(timetable).reduce(0) { $0 + $1.amount }
  }
}

/// One finding of a rule: what is wrong, and how many units it counts for.
package struct Finding: Sendable {
  let amount: Int
  let explanation: Wording

  init(_ amount: Int = 1, zh: String, en: String) {
    self.amount = amount
    explanation = Wording(zh: zh, en: en)
  }
}
