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
    func ids<Row>(_ table: TableRows<Row>, _ referred: ReferredTable) {
      sound[referred] = Set(table.keys)
      unsound[referred] = Set(table.unsoundKeys)
      if !table.isUsable { unusable.insert(referred) }
    }
    ids(draft.blocks, .blocks)
    ids(draft.sites, .sites)
    ids(draft.rooms, .rooms)
    ids(draft.courses, .courses)
    ids(draft.people, .people)
    ids(draft.cohorts, .cohorts)
    ids(draft.classes, .classes)
    ids(draft.trainees, .trainees)
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
          let table = reference.table
          var expected = Wording(
            zh: "应为 \(table.chinese) (\(table.rawValue)) 表中已有的编号",
            en: "expected an id of the \(table.rawValue) table")
          if let alike = known.spelling(like: id, in: table) {
            let alike = Masking.shown(alike)
            expected = Wording(
              zh: expected.chinese + ", 如“\(alike)” (写法须完全一致)",
              en: expected.english + ", such as '\(alike)' (compared exactly)")
          }
          report(
            .error, row: number, reference.column, found: id,
            problem: Wording(zh: "没有这个\(table.chinese)", en: "unknown in \(table.rawValue)"),
            expected: expected)
        }
      }
    }
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

  /// Reports every row whose key an earlier row has.
  mutating func reportDuplicates() {
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
    switch self {
    case .blocks: Tables.blocks.title.chinese
    case .sites: Tables.sites.title.chinese
    case .rooms: Tables.rooms.title.chinese
    case .courses: Tables.courses.title.chinese
    case .people: Tables.people.title.chinese
    case .cohorts: Tables.cohorts.title.chinese
    case .classes: Tables.classes.title.chinese
    case .trainees: Tables.trainees.title.chinese
    }
  }
}
