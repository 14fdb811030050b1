package import Civil
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
  /// on unsound ones are left out and listed too. People's busy times are read up to `until` where the plan ends
  /// before it.
  package func read(_ files: BundleFiles, partial: Bool = false, until: CivilDate? = nil) -> BundleReading {
    var draft = BundleDraft()
    let places = BundlePlaces(files.names)
    let source = TableSource(files: files, places: places)
    for table in DraftTable.all { table.read(&draft, source) }
    draft.reportForeignFiles(of: files, places)
    draft.checkKeysAndReferences()
    CalendarReading(readers: calendars, files: files, until: until).read(into: &draft)
    for check in BundleCheck.all { check.run(&draft) }
    let problems = draft.problems
    let isSound = !problems.contains(where: \.isError)
    let plannable = problems.contains { $0.severity == .error } ? nil : draft.bundle
    if partial, !isSound { draft.leaveOutUnsound() }
    return BundleReading(
      bundle: isSound || partial ? draft.bundle : nil, plannable: plannable,
      problems: partial ? draft.problems : problems,
      tables: DraftTable.all.map { $0.count(draft) })
  }
}
