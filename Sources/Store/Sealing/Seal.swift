import CSodium

/// Seals personal numbers, so that the database file alone tells nobody any of them.
///
/// libsodium's secretbox (XSalsa20-Poly1305) with a random nonce in front; the keys for sealing, for finding and
/// for knowing the secret again are derived from one secret of 32 bytes.
struct Seal: Sendable, CustomStringConvertible {
  static let secretBytes = 32
  static let nonceBytes = crypto_secretbox_noncebytes()

  private let boxKey: [UInt8]
  private let findKey: [UInt8]
  /// What the database stores to know the secret again.
  let keyCheck: [UInt8]

  /// nil where libsodium cannot start or the secret has another length.
  init?(secret: [UInt8]) {
    guard sodium_init() >= 0, secret.count == Self.secretBytes else { return nil }
    boxKey = Self.derived(1, from: secret)
    findKey = Self.derived(2, from: secret)
    keyCheck = Self.derived(3, from: secret)
  }

  var description: String { "Seal" }

  /// The text sealed; `nonce` is random, `nonceBytes` long, and never used twice.
  func sealed(_ text: String, nonce: [UInt8]) -> [UInt8] {
    let plain = Array(text.utf8)
    var box = [UInt8](repeating: 0, count: plain.count + crypto_secretbox_macbytes())
    crypto_secretbox_easy(&box, plain, UInt64(plain.count), nonce, boxKey)
    return nonce + box
  }

  /// The text that was sealed, or nil where the bytes or the key are not the same any more.
  func opened(_ sealed: [UInt8]) -> String? {
    let overhead = Self.nonceBytes + crypto_secretbox_macbytes()
    guard sealed.count >= overhead else { return nil }
    let nonce = Array(sealed.prefix(Self.nonceBytes))
    let box = Array(sealed.dropFirst(Self.nonceBytes))
    var plain = [UInt8](repeating: 0, count: sealed.count - overhead)
    guard crypto_secretbox_open_easy(&plain, box, UInt64(box.count), nonce, boxKey) == 0 else { return nil }
    return String(validating: plain, as: UTF8.self)
  }

  /// A keyed hash of an identity number: equal exactly for equal numbers, X in either case.
  func fingerprint(_ idNumber: String) -> [UInt8] {
    let number = Array(idNumber.uppercased().filter { !$0.isWhitespace }.utf8)
    var hash = [UInt8](repeating: 0, count: 32)
    crypto_generichash(&hash, hash.count, number, UInt64(number.count), findKey, findKey.count)
    return hash
  }

  private static func derived(_ number: UInt64, from secret: [UInt8]) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    crypto_kdf_derive_from_key(&key, key.count, number, "seedbed1", secret)
    return key
  }
}
