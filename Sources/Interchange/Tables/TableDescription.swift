import Civil

/// One table of the bundle: its names, its columns with how each is read, and how a row is made of them.
struct TableDescription<Row: Sendable>: Sendable {
  let title: TableTitle
  let columns: [ColumnHeader]
  /// The columns that together name a row.
  let key: [Int]
  /// Which cells name rows of other tables.
  let references: [Reference<Row>]
  /// The value of a row whose cells are all sound; nil where one is not, which the reader of the row reports.
  let make: @Sendable (inout RowReader) -> Row?

  /// Describes a table by its columns, in the order of the arguments of `make`; `key` names those columns that
  /// together name a row.
  init<each Value: Sendable>(
    _ title: TableTitle, key: [String], references: [Reference<Row>] = [],
    columns: repeat Column<each Value>,
    make: @escaping @Sendable (repeat each Value) -> Row
  ) {
    var headers: [ColumnHeader] = []
    repeat headers.append((each columns).header)
    self.title = title
    self.columns = headers
    self.references = references
    self.key = key.compactMap { name in headers.firstIndex { $0.name == name } }
    self.make = { row in
      guard let values = try? (repeat row.read(each columns)) else {
        // The cells after an unsound one are read too, so that all problems of the row are told.
        repeat row.readOn(each columns)
        return nil
      }
      return row.isSound ? make(repeat each values) : nil
    }
  }
}

/// That a cell names rows of another table.
struct Reference<Row: Sendable>: Sendable {
  let column: String
  let table: ReferredTable
  /// Whether a cell names several.
  let isList: Bool
  let ids: @Sendable (Row) -> [String]

  init(
    _ column: String, in table: ReferredTable, isList: Bool = false,
    _ ids: @escaping @Sendable (Row) -> [String]
  ) {
    self.column = column
    self.table = table
    self.isList = isList
    self.ids = ids
  }
}

/// The tables whose rows others name; raw values as in FORMATS.md.
enum ReferredTable: String, Sendable, CaseIterable {
  case blocks, sites, rooms, courses, people, cohorts, classes, trainees
}

/// What a table is called.
struct TableTitle: Sendable, Hashable {
  /// As in FORMATS.md and, with `.csv`, the file's name.
  let name: String
  let chinese: String
  private let keys: Set<String>
  /// Whether a bundle without it is unsound, or only odd, or sound.
  let absence: Absence

  enum Absence: Sendable { case isAnError, isOdd, isFine }

  init(_ name: String, _ chinese: String, or synonyms: [String] = [], absence: Absence = .isAnError) {
    self.name = name
    self.chinese = chinese
    keys = Set(([name, chinese] + synonyms).map(\.headerKey))
    self.absence = absence
  }

  /// Whether a file of that name, without `.csv`, holds the table.
  func matches(_ fileName: String) -> Bool {
    fileName.headerKeys.contains(where: keys.contains)
  }
}

/// What a column is called and whether it has to be there.
struct ColumnHeader: Sendable, Hashable {
  /// As in FORMATS.md.
  let name: String
  let chinese: String
  /// What its header is compared by, in both languages and with the synonyms.
  let keys: [String]
  /// Whether the table is of no use without the column.
  let isRequired: Bool
  /// Whether its cells may never be shown.
  let isPrivate: Bool

  /// As a problem names it: `最迟 (latest)`.
  var title: Wording { Wording(zh: "\(chinese) (\(name))", en: name) }

  init(_ name: String, _ chinese: String, or synonyms: [String], isRequired: Bool, isPrivate: Bool) {
    self.name = name
    self.chinese = chinese
    keys = ([name, chinese] + synonyms).map(\.headerKey)
    self.isRequired = isRequired
    self.isPrivate = isPrivate
  }
}

/// A column: its header, how its cells are read, and what a blank cell means.
struct Column<Value: Sendable>: Sendable {
  let header: ColumnHeader
  /// What a blank cell stands for; nil: it may not be blank.
  let blank: (@Sendable (CellNotes) -> Value)?
  let reader: CellReader<Value>

  /// A column that has to be there; a blank cell is an error unless `blank` says what it stands for.
  init(
    _ name: String, _ chinese: String, or synonyms: [String] = [], _ reader: CellReader<Value>,
    blank: Value? = nil,
    isPrivate: Bool = false
  ) {
    header = ColumnHeader(name, chinese, or: synonyms, isRequired: true, isPrivate: isPrivate)
    if let blank { self.blank = { _ in blank } } else { self.blank = nil }
    self.reader = reader
  }

  /// A column that may be missing, and what a missing or blank cell stands for.
  init(
    _ name: String, _ chinese: String, or synonyms: [String] = [], _ reader: CellReader<Value>,
    default: Value,
    isPrivate: Bool = false
  ) {
    header = ColumnHeader(name, chinese, or: synonyms, isRequired: false, isPrivate: isPrivate)
    blank = { _ in `default` }
    self.reader = reader
  }

  /// A column that may be missing; a missing or blank cell is nil.
  static func optional<Wrapped>(
    _ name: String, _ chinese: String, or synonyms: [String] = [], _ reader: CellReader<Wrapped>,
    isPrivate: Bool = false
  ) -> Column<Wrapped?> where Value == Wrapped? {
    Column<Wrapped?>(
      name, chinese, or: synonyms,
      CellReader { (text, notes) throws(CellFault) in try reader.read(text, &notes) },
      default: .none, isPrivate: isPrivate)
  }
}

extension Column<WeeklyPattern> {
  /// When something is open; blank: always.
  static var open: Column {
    Column(
      blankMeans: { .always($0.blocks ?? []) }, "open", "开放时间", or: ["开放", "可用时间", "可上课时间", "上课安排"], .pattern)
  }

  private init(
    blankMeans blank: @escaping @Sendable (CellNotes) -> WeeklyPattern, _ name: String, _ chinese: String,
    or synonyms: [String], _ reader: CellReader<WeeklyPattern>
  ) {
    header = ColumnHeader(name, chinese, or: synonyms, isRequired: false, isPrivate: false)
    self.blank = blank
    self.reader = reader
  }
}
