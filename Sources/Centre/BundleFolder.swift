package import Interchange

/// A folder of .csv and .ics files, read without ever leaving it.
package enum BundleFolder {
  /// The files of the folder: regular ones that end in .csv or .ics, by name; links are not followed.
  ///
  /// Throws where the folder cannot be listed; reading a name throws ``CentreError`` too.
  package static func open(_ path: String) throws(CentreError) -> BundleFiles {
    throw .notAFolder(path: path)
  }
}
