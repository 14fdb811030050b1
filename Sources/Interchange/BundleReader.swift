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
  /// - Parameter partial: the bundle holds the sound rows; rows that hang on unsound ones are left out and listed too.
  package func read(_ files: BundleFiles, partial: Bool = false) -> BundleReading {
    BundleReading(bundle: nil, problems: [], tables: [])
  }
}
