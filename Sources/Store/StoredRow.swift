import Foundation
import GRDB

/// A row as it is read back: its cells by name, and what opens its sealed numbers.
protocol StoredRow {
  var table: String { get }
  var row: Row { get }
  var seal: Seal { get }
}

extension StoredRow {
  subscript<Value: DatabaseValueConvertible>(_ column: String) -> Value {
    get throws { try row.decode(Value.self, forColumn: column) }
  }

  /// A cell that may be empty.
  subscript<Value: DatabaseValueConvertible>(optional column: String) -> Value? {
    get throws { try row.decode(Optional<Value>.self, forColumn: column) }
  }

  /// One of the words that the schema allows in the column.
  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    guard let word: Word = try word(optional: column) else { throw misfit(column) }
    return word
  }

  /// One of the words that the schema allows in the column, or none.
  func word<Word: RawRepresentable<String>>(optional column: String) throws -> Word? {
    guard let text = try row.decode(String?.self, forColumn: column) else { return nil }
    guard let word = Word(rawValue: text) else { throw misfit(column) }
    return word
  }

  /// A personal number that is sealed in the column.
  func opened(_ column: String) throws -> String? {
    guard let sealed = try row.decode(Data?.self, forColumn: column) else { return nil }
    guard let number = seal.opened(Array(sealed)) else {
      let id = try row.decode(UUID.self, forColumn: "id")
      throw StoreError.sealBroken(table: table, row: id.uuidString.lowercased())
    }
    return number
  }

  func misfit(_ column: String) -> StoreError {
    .failed(path: table, reason: "column \(column) holds a value that the schema does not allow")
  }
}
