import Civil

/// Which ids the tables hold that others refer to.
struct KnownIDs {
  private var sound: [ReferredTable: Set<String>] = [:]
  /// Ids of rows that are in the bundle and unsound: a reference to one is not unknown.
  private var unsound: [ReferredTable: Set<String>] = [:]
  /// Tables that could not be read at all.
  private var unusable: Set<ReferredTable> = []
  /// By a loose spelling, the id; made when the first unknown id is met.
  private var spellings: [ReferredTable: [String: String]] = [:]

  enum Answer { case known, unsound, unknown }

  init(_ draft: BundleDraft) {
    for table in DraftTable.all {
      guard let referred = ReferredTable(rawValue: table.title.name) else { continue }
      let keys = table.keys(draft)
      sound[referred] = Set(keys.sound)
      unsound[referred] = Set(keys.unsound)
      if !keys.isUsable { unusable.insert(referred) }
    }
  }

  func answer(_ id: String, in table: ReferredTable) -> Answer {
    if sound[table]?.contains(id) == true { return .known }
    return unusable.contains(table) || unsound[table]?.contains(id) == true ? .unsound : .unknown
  }

  /// An id that differs only in letter case, blanks or full-width forms.
  mutating func spelling(like id: String, in table: ReferredTable) -> String? {
    if spellings[table] == nil {
      let ids = sound[table] ?? []
      spellings[table] = Dictionary(ids.map { ($0.headerKey, $0) }) { min($0, $1) }
    }
    return spellings[table]?[id.headerKey]
  }
}

extension TableRows {
  /// Reports every cell that names a row which the bundle does not have.
  mutating func reportUnknownReferences(_ known: inout KnownIDs) {
    for (number, row) in zip(rows.indices, rows) {
      for reference in references {
        for id in reference.ids(row) where known.answer(id, in: reference.table) == .unknown {
          reportUnknown(id, reference, row: number, line: nil, &known)
        }
      }
    }
    for (line, index, ids) in unsoundReferences {
      for id in ids where known.answer(id, in: references[index].table) == .unknown {
        reportUnknown(id, references[index], row: nil, line: line, &known)
      }
    }
  }

  private mutating func reportUnknown(
    _ id: String, _ reference: Reference<Row>, row: Int?, line: Int?, _ known: inout KnownIDs
  ) {
    let table = reference.table
    var expected = Wording(
      zh: "应为 \(table.chinese) (\(table.rawValue)) 表中已有的编号",
      en: "expected an id of the \(table.rawValue) table")
    if let alike = known.spelling(like: id, in: table).map(Masking.shown) {
      expected = Wording(
        zh: expected.chinese + ", 如“\(alike)” (写法须完全一致)",
        en: expected.english + ", such as '\(alike)' (compared exactly)")
    }
    report(
      .error, row: row, line: line, reference.column, found: id,
      problem: Wording(zh: "没有这个\(table.chinese)", en: "unknown in \(table.rawValue)"), expected: expected)
  }

  /// Marks the rows that name a row which is left out.
  mutating func leaveOutHanging(on known: KnownIDs) {
    for (number, row) in zip(rows.indices, rows) where !unsound.contains(number) {
      for reference in references {
        guard let id = reference.ids(row).first(where: { known.answer($0, in: reference.table) != .known })
        else { continue }
        let table = reference.table
        leaveOut(
          row: number, reference.column, found: id,
          because: Wording(
            zh: "所引用的\(table.chinese)未导入", en: "hangs on a row of \(table.rawValue) that is left out"))
        break
      }
    }
  }

  /// Reports every row whose key an earlier row has; a table without a key has checks of its own.
  mutating func reportDuplicates() {
    guard keyColumn != nil else { return }
    var firstLines: [String: Int] = [:]
    firstLines.reserveCapacity(keys.count)
    for (number, key) in keys.enumerated() {
      guard let first = firstLines.updateValue(lines[number], forKey: key) else { continue }
      firstLines[key] = first
      let shown = key.split(separator: TableReader.keySeparator, omittingEmptySubsequences: false)
      report(
        .error, row: number, keyColumn, found: shown.joined(separator: " + "),
        problem: Wording(zh: "与第 \(first) 行重复", en: "already on line \(first)"),
        expected: Wording(zh: "每个\(title.chinese)应只有一行", en: "expected one row for each"))
    }
  }
}

extension ReferredTable {
  var chinese: String {
    DraftTable.all.first { $0.title.name == rawValue }?.title.chinese ?? rawValue
  }
}
