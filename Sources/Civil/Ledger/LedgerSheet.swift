/// A ledger (台账) as it is handed out: one file, its columns explained, so that anybody can count from it.
package struct LedgerSheet: Hashable, Sendable {
  /// A column: its name in the file, what it is called, and what stands in it.
  package struct Column: Hashable, Sendable {
    package let name: String
    package let title: Wording
    /// Unit, words that occur, or how it is counted; blank where the title says it all.
    package let note: Wording

    package init(_ name: String, _ title: Wording, note: Wording = Wording(zh: "", en: "")) {
      self.name = name
      self.title = title
      self.note = note
    }
  }

  /// The file's name without its ending, in small letters.
  package let name: String
  package let title: Wording
  /// What one row is.
  package let row: Wording
  package let columns: [Column]

  package init(_ name: String, _ title: Wording, row: Wording, columns: [Column]) {
    self.name = name
    self.title = title
    self.row = row
    self.columns = columns
  }
}

/// One value of a ledger that is handed out.
package enum LedgerCell: Hashable, Sendable {
  case blank
  case text(String)
  case whole(Int)
  case day(CivilDate)
  case money(Money)
}
