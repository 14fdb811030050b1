import Civil
import Foundation

/// Files and folders: where they are found, read and written.
enum Places {
  /// A variable of the environment, if it is set to something.
  static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path in the working folder, or else in the nearest folder above the program itself.
  static func nearest(_ path: String) -> String? {
    if FileManager.default.fileExists(atPath: path) { return path }
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    while folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: path).path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
    }
    return nil
  }

  /// How the program was called: what a user would type to call it again.
  static var command: String { CommandLine.arguments.first ?? "seedbed" }

  /// The last part of a path: how a file's problems name it.
  static func name(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }

  static func read(_ path: String) throws -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure(
        Wording(
          zh: "\(path)：无法读取；请检查路径和权限", en: "\(path): cannot be read; check the path and its permissions"))
    }
  }

  /// Makes sure, before long work, that a file can be written there at its end.
  static func expectWritable(_ path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else { throw notWritable(path) }
  }

  /// Writes the file in one step: whoever reads it finds the old bytes or the new ones, never half of them.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw notWritable(path)
    }
  }

  /// Makes a folder that is to be written to, unless it is there; throws where none can be.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw notWritable(path)
    }
  }

  private static func notWritable(_ path: String) -> Failure {
    Failure(
      Wording(
        zh: "\(path)：无法写入；请检查文件夹是否存在、权限和磁盘空间",
        en: "\(path): cannot be written; check that its folder exists, its permissions and the free space"))
  }
}
