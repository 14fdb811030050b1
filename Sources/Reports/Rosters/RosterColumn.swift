package import Civil

/// A column that a roster may have: its id, its official title, and what it shows of a trainee.
package struct RosterColumn: Sendable {
  package let id: String
  package let title: Wording
  /// In characters of the Latin alphabet.
  package let width: Int
  package let cell: @Sendable (RosterEntry) -> Cell

  init(
    _ id: String, _ chinese: String, _ english: String, width: Int = 12,
    _ cell: @escaping @Sendable (RosterEntry) -> Cell
  ) {
    self.id = id
    title = Wording(zh: chinese, en: english)
    self.width = width
    self.cell = cell
  }

  /// Another title for the same column, as a region's form has it.
  package func titled(_ title: Wording) -> RosterColumn { RosterColumn(id, title, width, cell) }

  private init(
    _ id: String, _ title: Wording, _ width: Int, _ cell: @escaping @Sendable (RosterEntry) -> Cell
  ) {
    self.id = id
    self.title = title
    self.width = width
    self.cell = cell
  }
}

extension [RosterColumn] {
  /// Every column that a layout can name, in the order of the official forms.
  package static let all = person + course + claim + startUp
}
