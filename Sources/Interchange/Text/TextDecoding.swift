import Glibc

/// A file's text, whatever a spreadsheet program saved it as.
struct DecodedText {
  enum Encoding: Sendable { case utf8, utf16, gb18030 }

  /// UTF-8 without byte order mark; what could not be read stands as U+FFFD.
  let utf8: [UInt8]
  let encoding: Encoding
}

extension DecodedText {
  /// Finds out how the bytes are encoded and turns them into UTF-8.
  ///
  /// Byte order marks first (UTF-8, UTF-16); then UTF-16 without one, told by its zero bytes; then UTF-8 if all of
  /// it is valid or nearly all of its long sequences are; else GB18030, which Excel saves on a Chinese Windows.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: DecodedText.repaired(Array(bytes.dropFirst(3))), encoding: .utf8)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(utf16: bytes.dropFirst(2), littleEndian: true)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(utf16: bytes.dropFirst(2), littleEndian: false)
    } else if let littleEndian = DecodedText.zeroBytesSuggestLittleEndian(bytes) {
      self.init(utf16: bytes[...], littleEndian: littleEndian)
    } else if String(validating: bytes, as: UTF8.self) != nil {
      self.init(utf8: bytes, encoding: .utf8)
    } else if DecodedText.isMostlyUTF8(bytes) {
      self.init(utf8: DecodedText.repaired(bytes), encoding: .utf8)
    } else {
      self.init(utf8: DecodedText.fromGB18030(bytes), encoding: .gb18030)
    }
  }

  private init(utf16 bytes: ArraySlice<UInt8>, littleEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
      index += 2
    }
    if index < bytes.endIndex { units.append(0xFFFD) }
    self.init(utf8: Array(String(decoding: units, as: UTF16.self).utf8), encoding: .utf16)
  }

  /// Valid UTF-8, invalid sequences replaced by U+FFFD.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    String(validating: bytes, as: UTF8.self) != nil
      ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Whether text without byte order mark is UTF-16: every second byte of its beginning is mostly zero.
  private static func zeroBytesSuggestLittleEndian(_ bytes: [UInt8]) -> Bool? {
    let beginning = bytes.prefix(512)
    guard beginning.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in beginning.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let half = beginning.count / 2
    if zeros[1] * 2 > half, zeros[0] == 0 { return true }
    if zeros[0] * 2 > half, zeros[1] == 0 { return false }
    return nil
  }

  /// Whether damaged text was UTF-8: most of its sequences of several bytes are well formed.
  ///
  /// Chinese text in GB18030 forms such sequences only by rare chance.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var (sound, broken, index) = (0, 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      let length =
        byte < 0x80 ? 1 : byte & 0xE0 == 0xC0 ? 2 : byte & 0xF0 == 0xE0 ? 3 : byte & 0xF8 == 0xF0 ? 4 : 0
      let tail = bytes[min(index + 1, bytes.count)..<min(index + max(length, 1), bytes.count)]
      if length == 0 || tail.count < length - 1 || tail.contains(where: { $0 & 0xC0 != 0x80 }) {
        broken += 1
        index += 1
      } else {
        if length > 1 { sound += 1 }
        index += length
      }
    }
    return sound > broken * 4
  }

  /// Through the system's iconv; a byte that begins no character becomes U+FFFD.
  private static func fromGB18030(_ bytes: [UInt8]) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
      return repaired(bytes)
    }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 2)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBytes { source in
      chunk.withUnsafeMutableBytes { target in
        var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        while left > 0 {
          var free = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let result = iconv(converter, &next, &left, &free, &room)
          let reason = errno
          output.append(contentsOf: target.prefix(target.count - room))
          if result == -1, reason != E2BIG {
            // EILSEQ: a byte that fits nowhere; EINVAL: the file ends within a character.
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            next = next.map { $0 + 1 }
            left -= 1
          }
        }
      }
    }
    return output
  }
}
