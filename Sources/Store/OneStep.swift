import GRDB

/// The open transaction of a step.
///
/// `CentreStore.inOneStep` makes it and ends it; between the two only the thread that made it uses it.
struct OpenStep: @unchecked Sendable {
  let db: Database
}

extension CentreStore {
  /// Does what a user sees as one step in one transaction: all of it, or nothing where anything is thrown or the
  /// program ends in the middle.
  ///
  /// The store that `body` is given reads what was written before in the step; it must neither be kept nor be handed to
  /// another thread. Nobody else writes in the meantime. A step within a step is a part of it. What `body` throws comes
  /// back as the failure, and what the database cannot do is thrown.
  package func inOneStep<Value, Refusal: Error>(
    _ body: (CentreStore) throws(Refusal) -> Value
  ) throws(StoreError) -> Result<Value, Refusal> {
    if step != nil { return Result { () throws(Refusal) -> Value in try body(self) } }
    var outcome: Result<Value, Refusal>?
    do {
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          let store = CentreStore(self, in: OpenStep(db: db))
          let result = Result { () throws(Refusal) -> Value in try body(store) }
          outcome = result
          if case .failure = result { return .rollback }
          return .commit
        }
      }
    } catch {
      throw StoreError(error, path: path)
    }
    guard let outcome else { throw StoreError.failed(path: path, reason: "transaction") }
    return outcome
  }
}
