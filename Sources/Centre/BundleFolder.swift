import Foundation
package import Interchange

/// A folder of .csv and .ics files, read without ever leaving it.
package enum BundleFolder {
  /// Bytes of the largest file that is read; a table of 100,000 trainees has a tenth of it.
  static let largestFile = 128 << 20

  /// The files of the folder that end in .csv or .ics, sorted by name.
  ///
  /// Reading one throws ``CentreError`` where it is a link, a device or a folder, or too large.
  /// Throws where the folder cannot be listed.
  package static func open(_ path: String) throws(CentreError) -> BundleFiles {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .unreadable(path: path, reason: String(cString: strerror(ENOENT)))
    }
    guard isFolder.boolValue else { throw .notAFolder(path: path) }
    let all: [String]
    do {
      all = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .unreadable(path: path, reason: String(cString: strerror(EACCES)))
    }
    let names = all.filter { name in [".csv", ".ics"].contains { name.lowercased().hasSuffix($0) } }.sorted()
    let known = Set(names)
    return BundleFiles(names: names) { name in
      guard known.contains(name) else { throw CentreError.outsideFolder(name: name) }
      return try read(path + "/" + name)
    }
  }

  /// The bytes of a regular file; a link is not followed.
  private static func read(_ path: String) throws(CentreError) -> [UInt8] {
    // Opening must not wait for the other end of a pipe.
    let file = Foundation.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ELOOP { throw .notARegularFile(path: path) }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notARegularFile(path: path)
    }
    let size = Int(status.st_size)
    guard size <= largestFile else { throw .fileTooLarge(path: path, bytes: size, limit: largestFile) }
    do {
      return Array(try handle.read(upToCount: largestFile) ?? Data())
    } catch {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
