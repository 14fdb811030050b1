import Civil
import Reports
import Scheduling

/// The one line that shows how far a search has come; on a terminal only.
enum ProgressLine {
  /// What to call with each progress; nil where nobody watches.
  static var watcher: (@Sendable (SearchProgress) -> Void)? {
    guard Console.isWatched else { return nil }
    return { Console.show("\r\u{1B}[K" + DisplayWidth.truncated(text($0)[Console.language], to: 99)) }
  }

  /// Takes the line away again.
  static func clear() {
    if Console.isWatched { Console.show("\r\u{1B}[K") }
  }

  static func text(_ progress: SearchProgress) -> Wording {
    let seconds = Int(progress.elapsed)
    let soft = Numbers.short(progress.soft)
    let best = Numbers.short(progress.best)
    let placed = "\(progress.placed)/\(progress.sessions)"
    return Wording(
      zh: "已用 \(seconds) 秒  已排 \(placed)  硬规则 \(progress.hard)  软规则 \(soft)  最好 \(best)  （Ctrl-C：取目前最好的）",
      en:
        "\(seconds) s  placed \(placed)  hard \(progress.hard)  soft \(soft)  best \(best)  (Ctrl-C: take the best)"
    )
  }
}
