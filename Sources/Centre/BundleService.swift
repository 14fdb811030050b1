package import Interchange

/// Reads bundles from disk, with the calendars that they name.
package enum BundleService {
  /// Reads the bundle in a folder and says all that is wrong with it.
  ///
  /// - Parameters:
  ///   - partial: keep the sound rows where others are not.
  ///   - calendarsFolder: the program's own calendars, where a working calendar that the bundle lacks is looked up.
  /// - Throws: where the folder cannot be read at all.
  package static func readBundle(
    at path: String, partial: Bool, calendarsFolder: String
  ) throws(CentreError) -> BundleReading {
    throw .notAFolder(path: path)
  }
}
