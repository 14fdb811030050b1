import Civil
import Indicators
import Interchange

/// The files that targets and indicators are read from.
enum FigureFiles {
  static func targets(_ path: String, known: [Target]) throws -> FileReading<Target> {
    try opened(path) { bytes, name throws(WorkbookError) in
      try TargetFile.read(bytes, file: name, known: known)
    }
  }

  static func areas(_ path: String) throws -> FileReading<AreaNames.Entry> {
    try opened(path) { bytes, name throws(WorkbookError) in try AreaFile.read(bytes, file: name) }
  }

  static func printed(_ path: String) throws -> FileReading<PrintedClaim> {
    try opened(path) { bytes, name throws(WorkbookError) in try PrintedFile.read(bytes, file: name) }
  }

  static func outside(_ path: String, today: CivilDate) throws -> OutsideFile.Reading {
    try opened(path) { bytes, name throws(WorkbookError) in
      try OutsideFile.read(bytes, file: name, today: today)
    }
  }

  /// Says what is wrong with a file, errors and warnings.
  static func tell(_ problems: [ImportProblem]) {
    for line in ProblemList.lines(problems, in: Console.language) { Console.writeError(line) }
  }

  private static func opened<Reading>(
    _ path: String, _ read: ([UInt8], String) throws(WorkbookError) -> Reading
  ) throws -> Reading {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = try Places.read(path)
    do throws(WorkbookError) {
      return try read(bytes, name)
    } catch {
      throw Failure(
        Wording(zh: "\(path)：\(error.wording.chinese)", en: "\(path): \(error.wording.english)"))
    }
  }
}
