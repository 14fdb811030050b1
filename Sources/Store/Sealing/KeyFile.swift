import Foundation

/// The file beside the database that holds its secret: 32 bytes that only the owner may read.
struct KeyFile {
  let path: String

  /// Reads the secret; nil where there is no such file.
  func secret() throws(StoreError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if file < 0 {
      if errno == ENOENT { return nil }
      throw .keyUnusable(path: path, reason: lastSystemError())
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .keyUnusable(path: path, reason: "not a regular file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw .keyUnusable(path: path, reason: "mode 0" + String(status.st_mode & 0o777, radix: 8))
    }
    guard status.st_size == Seal.secretBytes else {
      throw .keyUnusable(path: path, reason: "\(status.st_size) bytes")
    }
    var secret = [UInt8](repeating: 0, count: Seal.secretBytes)
    guard read(file, &secret, secret.count) == secret.count else {
      throw .keyUnusable(path: path, reason: lastSystemError())
    }
    return secret
  }

  /// Writes a new secret and waits until the disk has it; under another name first, so that no half key is ever seen.
  func store(_ secret: [UInt8]) throws(StoreError) {
    let unfinished = path + ".new"
    let file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .keyUnusable(path: unfinished, reason: lastSystemError()) }
    let isWritten =
      fchmod(file, 0o600) == 0 && write(file, secret, secret.count) == secret.count && fsync(file) == 0
    let reason = lastSystemError()
    close(file)
    guard isWritten else { throw .keyUnusable(path: unfinished, reason: reason) }
    guard rename(unfinished, path) == 0 else { throw .keyUnusable(path: path, reason: lastSystemError()) }
    let folder = open((path as NSString).deletingLastPathComponent.orCurrentFolder, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}

/// The system's own words for what went wrong last.
func lastSystemError() -> String { String(cString: strerror(errno)) }

extension String {
  fileprivate var orCurrentFolder: String { isEmpty ? "." : self }
}
