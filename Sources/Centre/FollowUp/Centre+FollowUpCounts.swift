import Civil
import Store

extension Centre {
  /// The officers who follow anybody, with how many cases each has.
  package func officers() throws(CentreError) -> [(name: String, cases: Int)] {
    try stored { store throws(StoreError) in try store.officers() }
  }

  /// Throws where an officer follows nobody: most likely the name is written otherwise.
  func expectOfficer(_ name: String) throws(CentreError) {
    let officers = try officers().map(\.name)
    guard !officers.contains(name) else { return }
    throw .refused(
      Wording(
        zh: "没有回访员“\(name)”；"
          + (officers.isEmpty ? "尚未安排回访，见 follow-up plan" : "现有：" + officers.joined(separator: "、")),
        en: "no officer '\(name)' follows anybody; "
          + (officers.isEmpty
            ? "nothing is planned yet, see 'follow-up plan'"
            : "there are " + officers.joined(separator: ", "))))
  }

  /// How many contacts were recorded.
  package func contactCount() throws(CentreError) -> Int {
    try stored { store throws(StoreError) in try store.contactCount() }
  }
}
