#if canImport(Glibc)
  import Glibc
#endif

/// Threads with a stack of their own size, joined before the call returns.
enum Threads {
  /// Runs the work on so many threads at once; one is the caller's own.
  static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    final class Job: Sendable {
      let work: @Sendable () -> Void
      init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
    var threads: [pthread_t] = []
    for _ in 1..<max(1, count) {
      var thread = pthread_t()
      let job = Unmanaged.passRetained(Job(work))
      let status = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Job>.fromOpaque(pointer).takeRetainedValue().work() }
          return nil
        }, job.toOpaque())
      if status == 0 { threads.append(thread) } else { job.release() }
    }
    work()
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// x to the power of y.
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
