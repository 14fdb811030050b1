/// A table of the draft, whatever its rows are: what is done with all tables alike.
struct DraftTable: Sendable {
  let title: TableTitle
  let read: @Sendable (inout BundleDraft, TableSource) -> Void
  let problems: @Sendable (BundleDraft) -> [ImportProblem]
  let count: @Sendable (BundleDraft) -> TableCount
  /// The keys of the rows that are left, those of unsound rows, and whether the table could be read at all.
  let keys: @Sendable (BundleDraft) -> (sound: [String], unsound: [String], isUsable: Bool)
  let reportDuplicates: @Sendable (inout BundleDraft) -> Void
  let reportUnknownReferences: @Sendable (inout BundleDraft, inout KnownIDs) -> Void
  let leaveOutHanging: @Sendable (inout BundleDraft, KnownIDs) -> Void
  let hasUnsound: @Sendable (BundleDraft) -> Bool
  let removeUnsound: @Sendable (inout BundleDraft) -> Void

  /// A table with its rows in the draft; `reading` reads a file of another shape than rows below a header.
  init<Row>(
    _ description: TableDescription<Row>, _ rows: any WritableKeyPath<BundleDraft, TableRows<Row>> & Sendable,
    reading bytes: (@Sendable ([UInt8], String) -> TableRows<Row>)? = nil
  ) {
    title = description.title
    read = { draft, source in
      let blocks = draft.knownBlocks
      guard let (content, file) = source.open(&draft[keyPath: rows]) else { return }
      draft[keyPath: rows] =
        bytes?(content, file)
        ?? TableReader.rows(description, of: content, file: file, blocks: blocks)
    }
    problems = { $0[keyPath: rows].problems }
    count = { $0[keyPath: rows].count }
    keys = { draft in
      let table = draft[keyPath: rows]
      return (table.keys, table.unsoundKeys, table.isUsable)
    }
    reportDuplicates = { $0[keyPath: rows].reportDuplicates() }
    reportUnknownReferences = { $0[keyPath: rows].reportUnknownReferences(&$1) }
    leaveOutHanging = { $0[keyPath: rows].leaveOutHanging(on: $1) }
    hasUnsound = { !$0[keyPath: rows].unsound.isEmpty }
    removeUnsound = { $0[keyPath: rows].removeUnsound() }
  }
}

extension DraftTable {
  /// The tables of a bundle, in the order of FORMATS.md: they are read and reported in it, and none refers to a
  /// later one.
  static let all: [DraftTable] = [
    DraftTable(Tables.centre, \.centre, reading: TableReader.centre),
    DraftTable(Tables.blocks, \.blocks),
    DraftTable(Tables.sites, \.sites),
    DraftTable(Tables.travel, \.travel),
    DraftTable(Tables.rooms, \.rooms),
    DraftTable(Tables.courses, \.courses),
    DraftTable(Tables.modules, \.modules),
    DraftTable(Tables.people, \.people),
    DraftTable(Tables.cohorts, \.cohorts),
    DraftTable(Tables.classes, \.classes),
    DraftTable(Tables.trainees, \.trainees),
    DraftTable(Tables.enrolments, \.enrolments),
    DraftTable(Tables.mentoring, \.mentoring),
    DraftTable(Tables.pins, \.pins),
  ]
}
