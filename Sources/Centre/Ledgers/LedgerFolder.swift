import Civil
import Foundation

/// A folder that is filled under another name and put in place when it is whole.
struct LedgerFolder {
  /// The file by which a folder is known to be one of ours.
  static let mark = "README.txt"

  private let folder: String
  private let unfinished: String

  /// Makes the folder that is filled, beside the one that is wanted.
  ///
  /// Throws where something else lies at the path.
  init(_ folder: String) throws(CentreError) {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.folder = path
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      let names = (try? files.contentsOfDirectory(atPath: path)) ?? []
      guard isFolder.boolValue, names.isEmpty || names.contains(Self.mark) && names.contains("columns.csv")
      else {
        throw .refused(
          .init(
            zh: "\(path)：已有别的内容；请换一个文件夹",
            en: "\(path): something else lies there; choose another folder"))
      }
    }
    unfinished = path + ".unfinished-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      if files.fileExists(atPath: unfinished) { try files.removeItem(atPath: unfinished) }
      try files.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: unfinished, reason: error.localizedDescription)
    }
  }

  func path(of name: String) -> String { unfinished + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws(CentreError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path(of: name)))
    } catch {
      throw .notWritable(path: path(of: name), reason: error.localizedDescription)
    }
  }

  /// Puts the folder in place; the one handed out before goes when the new one stands.
  func finish() throws(CentreError) {
    let old = folder + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    let hasOld = FileManager.default.fileExists(atPath: folder)
    if hasOld, rename(folder, old) != 0 {
      throw .notWritable(path: folder, reason: String(cString: strerror(errno)))
    }
    guard rename(unfinished, folder) == 0 else {
      let reason = String(cString: strerror(errno))
      if hasOld { _ = rename(old, folder) }
      throw .notWritable(path: folder, reason: reason)
    }
    if hasOld { try? FileManager.default.removeItem(atPath: old) }
  }

  /// Takes what was filled so far away.
  func discard() { try? FileManager.default.removeItem(atPath: unfinished) }
}
