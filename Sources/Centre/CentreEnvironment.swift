package import Civil
import Foundation

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

  package init(
    now: @escaping @Sendable () -> Instant, monotonic: @escaping @Sendable () -> Double,
    randomBytes: @escaping @Sendable (Int) -> [UInt8], actor: String
  ) {
    self.now = now
    self.monotonic = monotonic
    self.randomBytes = randomBytes
    self.actor = actor
  }

  /// The machine's clock and randomness, and the account that runs the program.
  package static let live = CentreEnvironment(
    now: { Instant(secondsSinceEpoch: Int(Date.now.timeIntervalSince1970.rounded(.down))) },
    monotonic: { ProcessInfo.processInfo.systemUptime },
    randomBytes: { count in
      var generator = SystemRandomNumberGenerator()
      return (0..<max(0, count)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    },
    actor: ProcessInfo.processInfo.userName)
}
