import Civil
import Planning

/// Reads a bundle (FORMATS.md) from its files and says all that is wrong with it in one pass.
package struct BundleReader: Sendable {
  let calendars: CalendarReaders

  package init(calendars: CalendarReaders) {
    self.calendars = calendars
  }

  /// Reads and checks the whole bundle.
  ///
  /// There is a bundle only when there is no error. When `partial` is set it holds the sound rows; rows that hang
  /// on unsound ones are left out and listed too.
  package func read(_ files: BundleFiles, partial: Bool = false) -> BundleReading {
    var draft = BundleDraft()
    let places = BundlePlaces(files.names)
    draft.readTables(of: files, places)
    draft.reportForeignFiles(of: files, places)
    draft.checkKeysAndReferences()
    CalendarReading(readers: calendars, files: files).read(into: &draft)
    for check in BundleCheck.all { check.run(&draft) }
    let problems = draft.problems
    let isSound = !problems.contains { $0.severity == .error }
    if isSound {
      return BundleReading(bundle: draft.bundle, problems: problems, tables: draft.counts)
    }
    guard partial else {
      return BundleReading(bundle: nil, problems: problems, tables: draft.counts)
    }
    draft.leaveOutUnsound()
    return BundleReading(bundle: draft.bundle, problems: draft.problems, tables: draft.counts)
  }
}

extension BundleDraft {
  mutating func readTables(of files: BundleFiles, _ places: BundlePlaces) {
    let source = TableSource(files: files, places: places)
    if let (bytes, file) = source.open(&centre) { centre = TableReader.centre(of: bytes, file: file) }
    source.read(&blocks, Tables.blocks, blocks: [])
    let known = blocks.isUsable ? blocks.keys + blocks.unsoundKeys : nil
    source.read(&sites, Tables.sites, blocks: known)
    source.read(&travel, Tables.travel, blocks: known)
    source.read(&rooms, Tables.rooms, blocks: known)
    source.read(&courses, Tables.courses, blocks: known)
    source.read(&modules, Tables.modules, blocks: known)
    source.read(&people, Tables.people, blocks: known)
    source.read(&cohorts, Tables.cohorts, blocks: known)
    source.read(&classes, Tables.classes, blocks: known)
    source.read(&trainees, Tables.trainees, blocks: known)
    source.read(&enrolments, Tables.enrolments, blocks: known)
    source.read(&mentoring, Tables.mentoring, blocks: known)
    source.read(&pins, Tables.pins, blocks: known)
  }
}
