package import Civil
import Foundation
package import Indicators
package import Reports

/// What the centre takes from the machine it runs on: the clock, randomness, and who is at work.
package struct CentreEnvironment: Sendable {
  /// The present time.
  package var now: @Sendable () -> Instant
  /// Seconds of a clock that never goes back.
  package var monotonic: @Sendable () -> Double
  /// So many bytes that nobody can guess.
  package var randomBytes: @Sendable (Int) -> [UInt8]
  /// Who is at work, for the ledger: an account name, never a number of a person.
  package var actor: String
  /// The regulations (政策口径) that the centre works by.
  package var regulations = Regulations([])
  /// The rosters whose columns the centre has set (花名册列设置); of the others the common ones are used.
  package var layouts: [RosterLayout] = []

  package init(
    now: @escaping @Sendable () -> Instant, monotonic: @escaping @Sendable () -> Double,
    randomBytes: @escaping @Sendable (Int) -> [UInt8], actor: String
  ) {
    self.now = now
    self.monotonic = monotonic
    self.randomBytes = randomBytes
    self.actor = actor
  }

  /// The present day in the machine's own zone.
  package var today: CivilDate { CivilDate(of: now(), zone: TimeZone.current.identifier) }

  /// The machine's clock and randomness, and the account that runs the program.
  package static let live = CentreEnvironment(
    now: { Instant(secondsSinceEpoch: Int(Date.now.timeIntervalSince1970.rounded(.down))) },
    monotonic: { ProcessInfo.processInfo.systemUptime },
    randomBytes: { count in
      var bytes = [UInt8](repeating: 0, count: max(0, count))
      // getentropy gives 256 bytes at most at a time; it fails only where the system has no such call.
      for start in stride(from: 0, to: bytes.count, by: 256) {
        let length = min(256, bytes.count - start)
        let isFilled = bytes.withUnsafeMutableBytes { buffer in
          buffer.baseAddress.map { getentropy($0 + start, length) == 0 } ?? false
        }
        guard isFilled else {
          var generator = SystemRandomNumberGenerator()
          return bytes.map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
      }
      return bytes
    },
    actor: ProcessInfo.processInfo.userName)
}
