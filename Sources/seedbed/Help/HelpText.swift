import Civil
import Reports

/// The argument parser's messages in the user's language, wrapped by what is seen.
enum HelpText {
  /// Columns so many that the parser itself wraps nothing: it counts characters, and a Chinese one takes two columns.
  static let unwrapped = 10_000
  /// Columns of a help page, the same in every terminal.
  static let columns = 80

  /// The parser's message, translated where it is the parser's own and wrapped.
  static func arranged(_ message: String, in language: Language = Console.language) -> String {
    translated(message, to: language).split(separator: "\n", omittingEmptySubsequences: false)
      .map { wrapped(String($0)) }.joined(separator: "\n")
  }

  private static func wrapped(_ line: String) -> String {
    let indent: Int
    if line.hasPrefix("  ") {
      indent = 26
    } else if let usage = ["USAGE: ", "Usage: ", "用法："].first(where: line.hasPrefix) {
      indent = DisplayWidth.of(usage)
    } else {
      indent = 0
    }
    // An option and its value stay on one line.
    let whole = line.replacing(/\[[^\]]*\]/) { $0.output.replacing(" ", with: "\u{A0}") }
    return DisplayWidth.lines(of: whole, width: columns, indent: indent).joined(separator: "\n")
      .replacing("\u{A0}", with: " ")
  }

  private static func translated(_ message: String, to language: Language) -> String {
    guard language == .chinese else { return message }
    let marked = message.replacing(#/ \(default: ([^)]*)\)/#) { "（默认：\($0.output.1)）" }
    return chinese.reduce(marked) { text, pair in
      text.replacing(pair.english, with: pair.chinese)
    }
  }

  /// What the argument parser says in English of its own accord; longer pieces before those they hold.
  private static let chinese: [(english: String, chinese: String)] = [
    ("OVERVIEW: ", ""),
    ("USAGE: ", "用法："),
    ("Usage: ", "用法："),
    ("ARGUMENTS:", "参数："),
    ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "命令："),
    ("Show subcommand help information.", "显示某个命令的说明。"),
    ("Show help information.", "显示说明。"),
    (" <subcommand>' for detailed help.", " <命令>' 显示某个命令的详细说明。"),
    (" for more information.", " 显示更多说明。"),
    ("  See '", "  用 '"),
    ("<subcommand>", "<命令>"),
    ("<subcommands>", "<命令>"),
    ("<options>", "<选项>"),
    ("(values: ", "(可选："),
    ("; default: ", "；默认："),
    ("Error: ", "错误："),
    ("Help:  ", "说明："),
    ("Unknown option ", "没有选项 "),
    (". Did you mean ", "。是不是 "),
    ("Missing value for ", "缺少值："),
    ("Missing expected argument ", "缺少参数 "),
    ("Missing one of: ", "缺少其中之一："),
    ("Missing required subcommand.", "缺少命令。"),
    ("Unexpected argument ", "多余的参数 "),
    (" unexpected arguments: ", " 个多余的参数："),
    ("The value '", "值 '"),
    ("' is invalid for ", "' 不能用于 "),
    (". Please provide one of ", "。可用："),
    ("The option ", "选项 "),
    (" does not take any value, but ", " 不带值，却给了 "),
    (" was specified.", "。"),
    ("Value to be set with ", "由 "),
    (" had already been set with ", " 给出的值先前已由下者给出："),
  ]
}
