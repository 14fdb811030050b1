import Foundation

/// Files of the Fixtures folder, found from this file.
enum Fixture {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  /// All files of one folder, by name.
  static func files(in path: String) throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try bytes(path + "/" + $0)) })
  }

  /// Replaces a golden file.
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }
}
