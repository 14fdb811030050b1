package import Civil

/// One thing that is wrong with a bundle or a timetable: where, what was found, what was expected.
package struct ImportProblem: Sendable, Hashable {
  package enum Severity: Sendable, CaseIterable {
    case error
    /// The row can be read and means something, but no timetable can satisfy it: an error to whoever stores the
    /// bundle, and a reason to whoever plans with it.
    case infeasible
    case warning
  }

  package let severity: Severity
  /// The file's name, as it stands in the bundle.
  package let file: String
  /// The line of the file on which the row begins, counted from 1; nil where the whole file is meant.
  package let line: Int?
  /// The column's name as FORMATS.md writes it (`latest`), or the header that was found.
  package let column: String?
  /// The column's name in both languages (`最迟 (latest)`).
  package let columnTitle: Wording?
  /// What stood in the cell: identity numbers and phones masked, control characters taken out, cut when long.
  package let found: String?
  /// What is wrong.
  package let problem: Wording
  /// What was expected, or what to do.
  package let expected: Wording

  package init(
    _ severity: Severity, file: String, line: Int? = nil, column: String? = nil, columnTitle: Wording? = nil,
    found: String? = nil, problem: Wording, expected: Wording
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.columnTitle = columnTitle
    self.found = found.map(Masking.shown)
    self.problem = problem
    self.expected = expected
  }

  /// Whether the bundle is not sound because of it.
  package var isError: Bool { severity != .warning }

  /// One sentence, as `classes.csv:14: latest: no such day, found 2026-02-30: expected a date such as 2026-03-02`.
  package func text(in language: Language) -> String {
    var text = file
    if let line { text += ":\(line)" }
    if let title = columnTitle?[language] ?? column { text += ": \(title)" }
    text += ": " + problem[language]
    if let found { text += language == .chinese ? ", 找到 \(found)" : ", found \(found)" }
    return text + ": " + expected[language]
  }
}
