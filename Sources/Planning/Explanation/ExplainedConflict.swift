package import Civil

/// A cell of the bundle that a conflict rests on (FORMATS.md, Tables).
package struct FactCell: Hashable, Sendable {
  /// The table's English name; `calendars` for a holiday.
  package let table: String
  /// The row's key: `C001`, `SYB/法律形态`, `C001/法律形态/1` for a pin, `T001@C001` for an enrolment, `S1/S2` for a
  /// way, the key of a setting, the date of a holiday; `*` for the column of all rows.
  package let id: String
  package let column: String
  package let value: String
}

/// A change of one cell that was shown to repair a conflict.
package struct CellChange: Hashable, Sendable {
  package let table: String
  package let id: String
  package let column: String
  /// As the cell stands, and as it would stand; blank: empty, or the row is gone.
  package let from: String
  package let to: String
  /// By the scale of the article on explanations.
  package let cost: Double
}

/// A set of cells that cannot hold together, in a planner's words.
package struct ExplainedConflict: Sendable {
  /// Ids of the rules that the cells stand for (`H5`).
  package let rules: [String]
  package let facts: [FactCell]
  package let sentence: Wording
  /// Cheapest first.
  package let relaxations: [CellChange]
  /// Whether each single cell was shown to be needed.
  package let isMinimal: Bool
}

/// Why a bundle cannot be planned.
package struct BundleExplanation: Sendable {
  package let conflicts: [ExplainedConflict]
  /// Sessions that found no place and for which no reason was proved.
  package let unexplained: [SessionKey]
  /// Whether a timetable with every session was found.
  package let isComplete: Bool
}
