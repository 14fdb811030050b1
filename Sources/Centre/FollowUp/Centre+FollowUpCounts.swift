import Store

extension Centre {
  /// The officers who follow anybody, with how many cases each has.
  package func officers() throws(CentreError) -> [(name: String, cases: Int)] {
    try stored { store throws(StoreError) in try store.officers() }
  }

  /// How many contacts were recorded.
  package func contactCount() throws(CentreError) -> Int {
    try stored { store throws(StoreError) in try store.contactCount() }
  }
}
