package import Civil
import GRDB

/// Why the database could not be used.
package enum StoreError: Error, Hashable, Sendable {
  case cannotOpen(path: String, reason: String)
  /// Another program holds the write lock.
  case busy(path: String)
  /// The connection that writes does not wait for the disk: what `PRAGMA synchronous` reads.
  case notDurable(path: String, synchronous: Int)
  /// The database was made by a later version of the program.
  case tooNew(path: String)
  case damaged(path: String, reason: String)
  case diskFull(path: String)
  /// Anything else that SQLite could not do, in its own words.
  case failed(path: String, reason: String)
  case keyMissing(path: String)
  case keyUnusable(path: String, reason: String)
  case keyWrong(path: String)
  /// A sealed value does not open with the key: the table and the row's id in it.
  case sealBroken(table: String, row: String)
  /// The schema refuses a value; the rule that it breaks.
  case refused(rule: String)
  /// No bundle was imported yet, so that nobody knows whose records they would be.
  case noCentre(path: String)

  /// Where, what was found, what to do; never a personal number.
  package var wording: Wording {
    switch self {
    case .cannotOpen(let path, let reason):
      Wording(
        zh: "\(path)：数据库无法打开（\(reason)）；请检查路径和权限",
        en: "\(path): the database cannot be opened (\(reason)); check the path and its permissions")
    case .busy(let path):
      Wording(
        zh: "\(path)：数据库正被另一程序写入；请稍后再试", en: "\(path): another program is writing to the database; try again")
    case .notDurable(let path, let synchronous):
      Wording(
        zh: "\(path)：写入连接的 synchronous 为 \(synchronous)，应为 2 (FULL)；请更换系统的 SQLite 库",
        en: "\(path): the writing connection reads synchronous \(synchronous), expected 2 (FULL); "
          + "use another SQLite library")
    case .tooNew(let path):
      Wording(
        zh: "\(path)：数据库由更新版本的程序建立；请升级程序",
        en: "\(path): the database was made by a later version of the program; upgrade the program")
    case .damaged(let path, let reason):
      Wording(
        zh: "\(path)：数据库已损坏或不是数据库（\(reason)）；请恢复备份",
        en: "\(path): the database is damaged or is none (\(reason)); restore a backup")
    case .diskFull(let path):
      Wording(zh: "\(path)：磁盘空间不足；请腾出空间后重试", en: "\(path): the disk is full; free some space and try again")
    case .failed(let path, let reason):
      Wording(
        zh: "\(path)：数据库操作失败（\(reason)）；请检查磁盘后重试",
        en: "\(path): the database could not do it (\(reason)); check the disk and try again")
    case .keyMissing(let path):
      Wording(
        zh: "\(path)：找不到密钥文件，而数据库中有用它封存的号码；请把原密钥文件放回",
        en: "\(path): the key file is missing and the database holds numbers sealed with it; put it back")
    case .keyUnusable(let path, let reason):
      Wording(
        zh: "\(path)：密钥文件不可用（\(reason)）；应为 32 字节，且只有本人可读 (0600)",
        en:
          "\(path): the key file is not usable (\(reason)); expected 32 bytes that only the owner may read (0600)"
      )
    case .keyWrong(let path):
      Wording(
        zh: "\(path)：密钥文件与数据库不匹配；请换回建库时的密钥文件",
        en: "\(path): the key file is not that of the database; put the original one back")
    case .sealBroken(let table, let row):
      Wording(
        zh: "数据表 \(table) 第 \(row) 行：封存的号码无法解开；请恢复备份",
        en: "table \(table), row \(row): a sealed number does not open; restore a backup")
    case .noCentre(let path):
      Wording(
        zh: "\(path)：数据库里还没有中心的资料；请先用“bundle import”导入数据包",
        en: "\(path): the database does not know its centre yet; import a bundle first ('bundle import')")
    case .refused(let rule):
      Wording(
        zh: "数据违反数据库规则（\(rule)），没有存入任何内容；请核对所给的数据",
        en: "the data breaks a rule of the database (\(rule)) and nothing was stored; check what was given")
    }
  }
}

extension StoreError {
  /// What an error of SQLite means for the caller.
  ///
  /// Only the message of SQLite is kept, which names tables and columns but never a value.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError:
      self = error
    case let error as DatabaseError:
      let reason = error.message ?? error.resultCode.description
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      case .SQLITE_FULL: self = .diskFull(path: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path, reason: reason)
      case .SQLITE_CONSTRAINT: self = .refused(rule: reason)
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: self = .cannotOpen(path: path, reason: reason)
      default: self = .failed(path: path, reason: reason)
      }
    case is RowDecodingError:
      self = .damaged(path: path, reason: "a value of another type than the schema's")
    default:
      self = .failed(path: path, reason: String(describing: type(of: error)))
    }
  }
}
