import Civil
import Foundation
import Glibc

/// Where a command's words go: results to standard output, everything else to standard error.
enum Console {
  /// The language that the environment asks for.
  static let language = Language(environment: ProcessInfo.processInfo.environment)

  /// Columns of the terminal: at least 60, at most 200; 100 in a pipe.
  static var columns: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 100 }
    return min(200, max(60, Int(size.ws_col)))
  }

  /// Whether somebody watches standard error.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// One line of the result.
  static func write(_ line: String = "") { put(line + "\n", STDOUT_FILENO) }
  static func write(_ wording: Wording) { write(wording[language]) }

  /// A remark or an error, which is no part of the result.
  static func note(_ wording: Wording) { writeError(wording[language]) }
  static func writeError(_ line: String) { put(line + "\n", STDERR_FILENO) }

  /// Puts text on standard error without ending the line.
  static func show(_ text: String) { put(text, STDERR_FILENO) }

  private static func put(_ text: String, _ descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }
}
