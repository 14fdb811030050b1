/// Short lists kept in one cell: a line an item, its fields parted by tabs.
enum Lines {
  static func text(_ items: [[String]]) -> String {
    items.map { $0.map(plain).joined(separator: "\t") }.joined(separator: "\n")
  }

  static func fields(_ text: String) -> [[String]] {
    text.isEmpty
      ? []
      : text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
  }

  /// Words in order, one a line; nil: there are none.
  static func text(words: Set<String>) -> String? {
    words.isEmpty ? nil : text(words.sorted().map { [$0] })
  }

  static func words(_ text: String?) -> Set<String> { Set(fields(text ?? "").flatMap(\.self)) }

  /// What parts lines and fields becomes a space.
  private static func plain(_ field: String) -> String {
    String(field.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
