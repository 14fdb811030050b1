package import ProjectLibrary

/// Words of the project library as somebody types them, in either language; nil where there is no such word.
package enum ProjectWords {
  package static func state(_ text: String) -> ProjectState? { Words.projectStates[text] }

  /// Opinions as a cell of the review form holds them: `name (unit): pass`.
  package static func opinions(_ text: String) -> [ProjectOpinion]? {
    var notes = CellNotes()
    return try? CellReader<[ProjectOpinion]>.opinions.read(text, &notes)
  }
}
