import Foundation
import Interchange

/// The folder that feeds are written to.
struct FeedFolder {
  static let index = "index.csv"

  let path: String

  /// Makes the folder where it is missing.
  init(_ path: String) throws(CentreError) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .notWritable(path: path, reason: reason(error))
    }
  }

  /// Puts the bytes in place in one step; false, and the file untouched, where it holds just these already.
  func write(_ bytes: [UInt8], to name: String) throws(CentreError) -> Bool {
    let file = path + "/" + name
    if FileManager.default.contents(atPath: file) == Data(bytes) { return false }
    // Under another name first, so that whoever reads the file sees the old one or the new one. The disk is not
    // waited for: feeds can be written again from the database at any time.
    let unfinished = path + "/." + name + ".new"
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: unfinished))
    } catch {
      throw .notWritable(path: unfinished, reason: reason(error))
    }
    guard rename(unfinished, file) == 0 else {
      throw .notWritable(path: file, reason: String(cString: strerror(errno)))
    }
    return true
  }

  /// Takes away the feeds that an earlier index lists and the present one does not; the number of them.
  func removeFeeds(listedIn old: [String], except present: Set<String>) throws(CentreError) -> Int {
    var removed = 0
    // A name from a file is used only if it is one that could have been written here.
    for name in old where !present.contains(name) && name.hasSuffix(".ics") && !name.contains("/") {
      let file = path + "/" + name
      guard FileManager.default.fileExists(atPath: file) else { continue }
      do {
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw .notWritable(path: file, reason: reason(error))
      }
      removed += 1
    }
    return removed
  }

  /// The file names in the present index: feeds' names hold neither quotes nor commas.
  var listed: [String] {
    guard let data = FileManager.default.contents(atPath: path + "/" + Self.index) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}

/// The system's words for what a file operation met.
private func reason(_ error: any Error) -> String {
  let error = error as NSError
  let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
  return cause.domain == NSPOSIXErrorDomain
    ? String(cString: strerror(Int32(cause.code))) : error.localizedDescription
}
