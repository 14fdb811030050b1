import Civil
import Foundation

/// Makes the ids of new rows: UUIDs of version 7 (RFC 9562, 5.7), from a time and random bytes.
struct RowIDs {
  private let milliseconds: UInt64
  private var random: RandomStock

  init(at time: Instant, random: @escaping @Sendable (Int) -> [UInt8]) {
    milliseconds = UInt64(max(0, time.secondsSinceEpoch)) * 1000
    self.random = RandomStock(source: random)
  }

  mutating func next() -> UUID {
    let tail = random.take(10)
    let time = milliseconds
    return UUID(
      uuid: (
        UInt8(truncatingIfNeeded: time >> 40), UInt8(truncatingIfNeeded: time >> 32),
        UInt8(truncatingIfNeeded: time >> 24), UInt8(truncatingIfNeeded: time >> 16),
        UInt8(truncatingIfNeeded: time >> 8), UInt8(truncatingIfNeeded: time),
        0x70 | tail[0] & 0x0f, tail[1], 0x80 | tail[2] & 0x3f, tail[3],
        tail[4], tail[5], tail[6], tail[7], tail[8], tail[9]
      ))
  }

  /// An id that nobody can take for a telephone or identity number: no long run of decimal digits in it.
  mutating func nextForPublic() -> UUID {
    while true {
      let id = next()
      let runs = id.uuidString.filter { $0 != "-" }.split { !$0.isNumber }
      if runs.allSatisfy({ $0.count < 10 }) { return id }
    }
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
