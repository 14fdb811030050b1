import Civil
import Foundation

/// Makes the ids of new rows: UUIDs of version 7 (RFC 9562, 5.7), from a time and random bytes.
struct RowIDs {
  private let milliseconds: UInt64
  private let publicMilliseconds: UInt64
  private var random: RandomStock

  init(at time: Instant, random: @escaping @Sendable (Int) -> [UInt8]) {
    milliseconds = UInt64(max(0, time.secondsSinceEpoch)) * 1000
    publicMilliseconds = Self.unmistakable(from: milliseconds)
    self.random = RandomStock(source: random)
  }

  mutating func next() -> UUID { next(at: milliseconds) }

  private mutating func next(at time: UInt64) -> UUID {
    let tail = random.take(10)
    return UUID(
      uuid: (
        UInt8(truncatingIfNeeded: time >> 40), UInt8(truncatingIfNeeded: time >> 32),
        UInt8(truncatingIfNeeded: time >> 24), UInt8(truncatingIfNeeded: time >> 16),
        UInt8(truncatingIfNeeded: time >> 8), UInt8(truncatingIfNeeded: time),
        0x70 | tail[0] & 0x0f, tail[1], 0x80 | tail[2] & 0x3f, tail[3],
        tail[4], tail[5], tail[6], tail[7], tail[8], tail[9]
      ))
  }

  /// An id that nobody can take for a telephone or identity number: no ten decimal digits in a row in it.
  ///
  /// Its time may lie up to 2.6 s ahead, which RFC 9562, 6.1, allows: the digits of some times are such a row by
  /// themselves, whatever random bytes follow.
  mutating func nextForPublic() -> UUID {
    while true {
      let id = next(at: publicMilliseconds)
      if !Self.looksLikeNumber(id.uuidString.filter { $0 != "-" }) { return id }
    }
  }

  /// The first millisecond from one on whose digits, with the version's behind them, are no long row of decimals.
  ///
  /// Found within 0xA00: a letter in the third digit from the right parts the twelve.
  private static func unmistakable(from milliseconds: UInt64) -> UInt64 {
    var time = milliseconds
    while true {
      let digits = String(time, radix: 16, uppercase: true)
      let leading = String(repeating: "0", count: max(0, 12 - digits.count))
      if !looksLikeNumber(leading + digits + "7") { return time }
      time += 1
    }
  }

  private static func looksLikeNumber(_ digits: String) -> Bool {
    digits.split { !$0.isNumber }.contains { $0.count >= 10 }
  }

  /// Random bytes, for a nonce.
  mutating func bytes(_ count: Int) -> [UInt8] { random.take(count) }
}

/// Random bytes drawn in large pieces, as each draw asks the system.
private struct RandomStock {
  let source: @Sendable (Int) -> [UInt8]
  private var stock: [UInt8] = []
  private var used = 0

  init(source: @escaping @Sendable (Int) -> [UInt8]) {
    self.source = source
  }

  mutating func take(_ count: Int) -> [UInt8] {
    if stock.count - used < count {
      stock = source(max(4096, count))
      precondition(stock.count >= count, "the source of randomness gives as many bytes as asked")
      used = 0
    }
    defer { used += count }
    return Array(stock[used..<used + count])
  }
}
