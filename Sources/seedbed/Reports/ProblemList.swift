import Civil
import Foundation
import Interchange

/// What is wrong with a bundle or a timetable file, for people and for programs.
enum ProblemList {
  static func lines(_ problems: [ImportProblem], in language: Language) -> [String] {
    problems.map { problem in
      let mark = problem.isError ? Wording(zh: "错误", en: "error") : Wording(zh: "提示", en: "warning")
      return mark[language] + (language == .chinese ? "：" : ": ") + problem.text(in: language)
    }
  }

  /// How many errors and warnings, in words.
  static func tally(_ problems: [ImportProblem]) -> Wording {
    let errors = problems.count(where: \.isError)
    let warnings = problems.count - errors
    return Wording(
      zh: "\(errors) 处错误，\(warnings) 处提示",
      en:
        "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    )
  }

  /// One problem as a program reads it.
  struct Entry: Encodable {
    let severity: String
    let file: String
    let line: Int?
    let column: String?
    let found: String?
    let problem: String
    let expected: String

    init(_ problem: ImportProblem, in language: Language) {
      severity = problem.isError ? "error" : "warning"
      file = problem.file
      line = problem.line
      column = problem.column
      found = problem.found
      self.problem = problem.problem[language]
      expected = problem.expected[language]
    }
  }
}

/// Values as JSON text, keys in order so that two runs can be compared.
enum JSONText {
  static func of(_ value: some Encodable, isOnOneLine: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if !isOnOneLine { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
