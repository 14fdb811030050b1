/// When a search ends, and what makes it repeatable.
package struct SearchLimits: Sendable {
  /// Wall time in seconds; nil: no limit.
  package var seconds: Double?
  /// Steps of the search over all threads; nil: no limit.
  ///
  /// Same problem, seed and steps give the same timetable,
  /// whatever the number of threads.
  package var steps: Int?
  package var seed: UInt64
  /// At least 1.
  package var threads: Int
  /// Whether a track ends with its first timetable that leaves nothing out but `spared` sessions.
  package var untilComplete: Bool
  /// Sessions that a timetable may leave out and still end a track that is to end with its first complete one.
  package var spared: Int = 0
  /// Whether a series is placed whole or not at all: part of one only stands in the way of others.
  package var isWhole: Bool = false
  /// Whether every step is counted anew by the readable constraints: slow, and it ends at the first difference.
  package var verify: Bool

  package init(
    seconds: Double? = nil, steps: Int? = nil, seed: UInt64 = 1, threads: Int = 1,
    untilComplete: Bool = false, verify: Bool = false
  ) {
    self.untilComplete = untilComplete
    self.seconds = seconds
    self.steps = steps
    self.seed = seed
    self.threads = threads
    self.verify = verify
  }
}

/// How far a search has come.
package struct SearchProgress: Sendable {
  /// Seconds since it began.
  package let elapsed: Double
  package let steps: Int
  /// Sessions placed, of `sessions`, in the current timetable.
  package let placed: Int
  package let sessions: Int
  /// Hard rules broken by what is placed; the search keeps it at 0.
  package let hard: Int
  /// Soft cost of the current timetable.
  package let soft: Double
  /// Soft cost of the best timetable so far.
  package let best: Double

  package init(
    elapsed: Double, steps: Int, placed: Int, sessions: Int, hard: Int, soft: Double, best: Double
  ) {
    self.elapsed = elapsed
    self.steps = steps
    self.placed = placed
    self.sessions = sessions
    self.hard = hard
    self.soft = soft
    self.best = best
  }
}
