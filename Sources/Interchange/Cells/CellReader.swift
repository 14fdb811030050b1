import Civil

/// How the text of a cell becomes a value.
///
/// The text has no blanks around it, is not empty and holds no control character but newlines and tabs.
struct CellReader<Value: Sendable>: Sendable {
  let read: @Sendable (_ text: String, _ notes: inout CellNotes) throws(CellFault) -> Value

  init(_ read: @escaping @Sendable (String, inout CellNotes) throws(CellFault) -> Value) {
    self.read = read
  }
}

/// Why a cell holds no value, or what is odd about the one it holds.
struct CellFault: Error, Hashable {
  let problem: Wording
  let expected: Wording
}

/// What readers of cells need to know and have to tell besides the value.
struct CellNotes {
  /// The ids of all blocks, for patterns; nil: they could not be read, so that no name can be judged.
  var blocks: [String]? = []
  /// What is odd about the cell just read, though it has a value.
  var warnings: [CellFault] = []
  /// Words that were already warned of.
  var seenWords: Set<String> = []
}
