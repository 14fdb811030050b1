import Foundation
import Testing

/// Files of the project, found from where this file lies.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func path(_ relative: String) -> String { root.appending(path: relative).path }
}

/// Texts that must stay as they are, in Fixtures/golden; SEEDBED_GOLDEN=write writes them anew.
enum Golden {
  static func expect(_ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = Project.root.appending(path: "Fixtures/golden/\(name).txt")
    if ProcessInfo.processInfo.environment["SEEDBED_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(found, wanted).prefix { $0 == $1 }.count
    let here = line < found.count ? String(found[line]) : "(the end)"
    let there = line < wanted.count ? String(wanted[line]) : "(the end)"
    Issue.record(
      "\(name).txt:\(line + 1): expected “\(there)”, found “\(here)”", sourceLocation: sourceLocation)
  }
}
