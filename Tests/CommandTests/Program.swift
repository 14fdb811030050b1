import Foundation
import Testing

/// The built command, run as a user runs it.
struct Program {
  /// What one run of it gave.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The folder in which it runs.
  let folder: URL

  /// A folder of its own, with nothing in it.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "seedbed-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Runs it with the arguments as typed after the command's name, and `language` as LANG.
  func run(_ arguments: [String], language: String = "en_GB.UTF-8") throws -> Run {
    let (output, errors) = (folder.appending(path: ".out"), folder.appending(path: ".err"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = try Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "LANG": language, "PATH": "/usr/bin:/bin", "SEEDBED_CALENDARS": Project.path("Calendars"),
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: try Self.text(output), errors: try Self.text(errors))
  }

  /// A file that the command wrote.
  func read(_ path: String) throws -> String { try Self.text(folder.appending(path: path)) }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: path))
  }

  /// Copies a bundle of Fixtures into a folder here, each file changed as told.
  func copyBundle(
    _ name: String, to path: String, changing change: (_ text: String, _ file: String) -> String
  )
    throws
  {
    let files = FileManager.default
    let source = Project.root.appending(path: "Fixtures/\(name)")
    try files.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
    for file in try files.contentsOfDirectory(atPath: source.path) {
      try write(change(try Self.text(source.appending(path: file)), file), to: path + "/" + file)
    }
  }

  /// The program that was built together with these tests: it lies in the same folder.
  private static var executable: URL {
    get throws {
      var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
      while folder.pathComponents.count > 1 {
        let candidate = folder.appending(path: "seedbed")
        if FileManager.default.isExecutableFile(atPath: candidate.path), !candidate.hasDirectoryPath {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }

  private static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
