import GRDB

/// What narrows a query: conditions that all hold, each with what it is compared with.
struct RowConditions {
  private var conditions: [String] = []
  private var cells: [Cell] = []

  /// Adds a condition where there is something to compare with.
  mutating func narrow(_ condition: String, _ cell: Cell) {
    guard let cell else { return }
    conditions.append(condition)
    cells.append(cell)
  }

  /// `WHERE …`; blank where nothing narrows it.
  var clause: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

  var arguments: StatementArguments { StatementArguments(cells) }
}
