import Civil
import Foundation
import GRDB

/// The database of a training centre: one SQLite file, and the key beside it.
///
/// The file is in WAL mode; the connection that writes waits for the disk (`synchronous=FULL`), so what a call has
/// stored is there after a power cut, and a call that did not return has stored all or nothing.
package final class CentreStore: Sendable {
  let pool: DatabasePool
  let path: String
  let seal: Seal
  let randomBytes: @Sendable (Int) -> [UInt8]
  /// The transaction that this store is a part of; nil: each call has its own.
  let step: OpenStep?

  /// Opens the database, or makes it with a new key (`<path>.key`, mode 0600), and brings its schema up to date.
  package init(path: String, randomBytes: @escaping @Sendable (Int) -> [UInt8]) throws(StoreError) {
    self.path = path
    self.randomBytes = randomBytes
    step = nil
    do {
      pool = try Self.openedPool(path)
      seal = try Self.foundSeal(pool, KeyFile(path: path + ".key"), randomBytes)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The same database, as a part of a transaction.
  init(_ store: CentreStore, in step: OpenStep) {
    (pool, path, seal, randomBytes) = (store.pool, store.path, store.seal, store.randomBytes)
    self.step = step
  }

  /// What `PRAGMA synchronous` must read: the writer waits for the disk at every commit.
  private static let fullSynchronous = 2

  private static func openedPool(_ path: String) throws -> DatabasePool {
    // The names of people are in it: the file, and with it those that SQLite puts beside it, is the owner's.
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StoreError.cannotOpen(path: path, reason: lastSystemError()) }
    close(file)
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.label = "Store"
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB's pool sets NORMAL on its writer after the configuration's own preparation: FULL has to come after that.
    let synchronous = try pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
    }
    guard synchronous == fullSynchronous else {
      throw StoreError.notDurable(path: path, synchronous: synchronous)
    }
    let migrator = [SchemaStep].all.migrator
    guard try !pool.read(migrator.hasBeenSuperseded) else { throw StoreError.tooNew(path: path) }
    try migrator.migrate(pool)
    return pool
  }

  /// The seal that the database was made with; the first time, a new one.
  private static func foundSeal(
    _ pool: DatabasePool, _ file: KeyFile, _ randomBytes: @Sendable (Int) -> [UInt8]
  ) throws -> Seal {
    try pool.write { db in
      let known = try Data.fetchOne(db, sql: "SELECT keyCheck FROM sealing")
      var secret = try file.secret()
      if secret == nil {
        guard known == nil else { throw StoreError.keyMissing(path: file.path) }
        let new = randomBytes(Seal.secretBytes)
        try file.store(new)
        secret = new
      }
      guard let seal = secret.flatMap(Seal.init(secret:)) else {
        throw StoreError.keyUnusable(path: file.path, reason: "libsodium")
      }
      if let known {
        guard Array(known) == seal.keyCheck else { throw StoreError.keyWrong(path: file.path) }
      } else {
        try db.execute(
          sql: "INSERT INTO sealing (id, keyCheck) VALUES (1, ?)", arguments: [Data(seal.keyCheck)])
      }
      return seal
    }
  }

  /// Reads one state of the database: within a step, with what the step has written so far.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      if let step { return try body(step.db) }
      return try pool.read(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes in one transaction: all of it, or nothing where anything is thrown.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      guard let step else { return try pool.write(body) }
      var written: Value?
      try step.db.inSavepoint {
        written = try body(step.db)
        return .commit
      }
      guard let written else { throw StoreError.failed(path: path, reason: "savepoint") }
      return written
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes a compact copy of the present state to a file that does not exist yet; the key is not part of it.
  package func backUp(to copy: String) throws(StoreError) {
    do {
      try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    } catch {
      throw StoreError(error, path: copy)
    }
  }
}
