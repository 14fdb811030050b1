import Glibc
import Synchronization

/// Ctrl-C while a search runs: the first asks for the best so far, the second ends the program.
enum Interruption {
  private static let asked = Atomic(false)

  /// Whether somebody has pressed Ctrl-C since `watch()`.
  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  static func watch() {
    // Made before a signal can come: the handler itself may only store.
    asked.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if Interruption.asked.exchange(true, ordering: .relaxed) { _exit(130) }
      }
    }
  }

  static func ignoreAgain() {
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
