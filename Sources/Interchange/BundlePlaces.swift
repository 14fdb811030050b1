import Civil

/// Which file of a bundle holds which table.
struct BundlePlaces {
  /// By table; the first file that bears the table's name.
  private(set) var files: [TableTitle: String] = [:]
  /// Further files that bear the name of a table that has one already.
  private(set) var doubled: [(file: String, title: TableTitle)] = []
  /// Files that bear the name of no table.
  private(set) var others: [String] = []

  /// Names are looked at in order, so that the same folder always reads the same.
  init(_ names: [String]) {
    for name in names.sorted() {
      guard let table = Self.table(of: name), let title = Tables.titles.first(where: { $0.matches(table) })
      else {
        others.append(name)
        continue
      }
      if files[title] == nil { files[title] = name } else { doubled.append((name, title)) }
    }
  }

  /// What a file or a sheet (`BundleFiles.sheetName`) could be the table of; nil where it holds none.
  static func table(of name: String) -> String? {
    if name.lowercased().hasSuffix(".csv") { return String(name.dropLast(4)) }
    guard name.hasSuffix("]"), let start = name.firstIndex(of: "[") else { return nil }
    return String(name[name.index(after: start)...].dropLast())
  }
}

/// Opens the files that hold the tables.
struct TableSource {
  let files: BundleFiles
  let places: BundlePlaces

  /// The bytes of a table's file; without one, says so as far as the bundle needs the table.
  func open<Row>(_ table: inout TableRows<Row>) -> (bytes: [UInt8], file: String)? {
    let title = table.title
    guard let file = places.files[title] else {
      table.isUsable = title.absence != .isAnError
      if title.absence == .isFine { return nil }
      table.report(
        title.absence == .isAnError ? .error : .warning,
        problem: Wording(zh: "缺少\(title.chinese)表", en: "the table \(title.name) is missing"),
        expected: Wording(
          zh: "应有文件 \(title.name).csv 或 \(title.chinese).csv",
          en: "expected a file \(title.name).csv or \(title.chinese).csv"))
      return nil
    }
    table.file = file
    do {
      return (try files.read(file), file)
    } catch {
      table.report(
        .error, problem: Wording(zh: "文件无法读取：\(error)", en: "the file cannot be read: \(error)"),
        expected: Wording(zh: "请检查文件及其权限", en: "check the file and its permissions"))
      return nil
    }
  }
}

extension BundleDraft {
  /// The columns that a file must have in common with a timetable to be taken for one.
  private static let timetableColumns = 10
  private static let workbooks = [".xlsx", ".xlsm", ".xls", ".et", ".ods"]

  /// Warns of files that look like tables and are none that the bundle knows; timetables may lie beside the tables.
  mutating func reportForeignFiles(of files: BundleFiles, _ places: BundlePlaces) {
    for (file, title) in places.doubled {
      let first = places.files[title] ?? title.name
      fileProblems.append(
        ImportProblem(
          .error, file: file,
          problem: Wording(zh: "\(title.chinese)表有两个文件", en: "a second file for the table \(title.name)"),
          expected: Wording(zh: "已读取 \(first)，请删除其中一个", en: "\(first) was read: remove one of them")))
    }
    for file in places.others {
      let name = file.lowercased()
      if BundlePlaces.table(of: name) != nil, !isTimetable(file, of: files) {
        let known = Tables.titles.map(\.name).joined(separator: ", ")
        fileProblems.append(
          ImportProblem(
            .warning, file: file, problem: Wording(zh: "不是任何一张表", en: "the name of no table"),
            expected: Wording(zh: "未读取；表名应为：\(known)", en: "it is not read; tables are named \(known)")))
      } else if BundleDraft.workbooks.contains(where: name.hasSuffix) {
        fileProblems.append(
          ImportProblem(
            .warning, file: file, problem: Wording(zh: "工作簿未读取", en: "the workbook is not read"),
            expected: Wording(
              zh: "文件夹里已有 CSV 表格；要读取工作簿，请直接给出该 .xlsx 文件",
              en: "the folder has tables in CSV; to read the workbook, name the .xlsx file itself")))
      }
    }
  }

  private func isTimetable(_ file: String, of files: BundleFiles) -> Bool {
    guard let bytes = try? files.read(file) else { return false }
    let headed = HeadedSheet(DecodedText(bytes).utf8, columns: Tables.timetable.columns)
    return headed.places.count { $0 != nil } >= BundleDraft.timetableColumns
  }
}
