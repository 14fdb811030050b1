import Foundation
package import Interchange

/// A bundle on disk: a folder of .csv and .ics files, or a workbook with .ics files beside it, read without ever
/// leaving the folder.
package enum BundleFolder {
  /// Bytes of the largest file that is read; a table of 100,000 trainees has a tenth of it.
  static let largestFile = 128 << 20

  private static let workbooks = [".xlsx", ".xlsm", ".xls", ".et"]

  /// The files of the folder that end in .csv or .ics, or the sheets of a workbook and the .ics files beside it,
  /// sorted by name.
  ///
  /// A folder without .csv files and with one workbook is read as that workbook.
  /// Reading one throws ``CentreError`` where it is a link, a device or a folder, or too large.
  /// Throws where the folder cannot be listed.
  package static func open(_ path: String) throws(CentreError) -> BundleFiles {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .unreadable(path: path, reason: String(cString: strerror(ENOENT)))
    }
    guard isFolder.boolValue else {
      guard isWorkbook(path) else { throw .notAFolder(path: path) }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      let folder = parts.dropLast().joined(separator: "/")
      let isAtRoot = folder.isEmpty && path.hasPrefix("/")
      return try open(workbook: String(parts.last ?? ""), in: isAtRoot ? "/" : folder.isEmpty ? "." : folder)
    }
    let all = try list(path)
    let workbooks = all.filter { isWorkbook($0) && !$0.hasPrefix("~$") && !$0.hasPrefix(".") }
    if let only = workbooks.first, workbooks.count == 1,
      !all.contains(where: { $0.lowercased().hasSuffix(".csv") })
    {
      return try open(workbook: only, in: path)
    }
    let names =
      all.filter { name in [".csv", ".ics"].contains { name.lowercased().hasSuffix($0) } } + workbooks
    let known = Set(names)
    return BundleFiles(names: names.sorted()) { name in
      guard known.contains(name) else { throw CentreError.outsideFolder(name: name) }
      return try read(path + "/" + name)
    }
  }

  /// The sheets of the workbook, and the calendars beside it.
  private static func open(workbook: String, in folder: String) throws(CentreError) -> BundleFiles {
    let path = folder + "/" + workbook
    let bytes = try read(path)
    var sheets: [String: [UInt8]] = [:]
    do throws(WorkbookError) {
      for sheet in try WorkbookReader.sheets(of: bytes) {
        sheets[BundleFiles.sheetName(sheet.name, of: workbook)] = sheet.csv
      }
    } catch {
      throw .workbook(path: path, error)
    }
    let calendars = Set(try list(folder).filter { $0.lowercased().hasSuffix(".ics") })
    let tables = sheets
    return BundleFiles(names: (Array(tables.keys) + calendars).sorted()) { name in
      if let table = tables[name] { return table }
      guard calendars.contains(name) else { throw CentreError.outsideFolder(name: name) }
      return try read(folder + "/" + name)
    }
  }

  private static func isWorkbook(_ name: String) -> Bool {
    workbooks.contains { name.lowercased().hasSuffix($0) }
  }

  /// The names of what lies in a folder.
  static func list(_ path: String) throws(CentreError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .unreadable(path: path, reason: String(cString: strerror(EACCES)))
    }
  }

  /// The bytes of a regular file; a link is not followed.
  static func read(_ path: String) throws(CentreError) -> [UInt8] {
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
