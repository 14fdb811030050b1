import Dispatch
import Synchronization

/// Works two things out at once, on two threads; what comes of them does not depend on which ends first.
///
/// Throws what the first one throws, else what the second one does.
func together<First: Sendable, Second: Sendable>(
  _ first: @Sendable () throws(CentreError) -> First, _ second: @Sendable () throws(CentreError) -> Second
) throws(CentreError) -> (First, Second) {
  let results = Mutex<(Result<First, CentreError>?, Result<Second, CentreError>?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let result = Result { () throws(CentreError) -> First in try first() }
      results.withLock { $0.0 = result }
    } else {
      let result = Result { () throws(CentreError) -> Second in try second() }
      results.withLock { $0.1 = result }
    }
  }
  let (one, other) = results.withLock { $0 }
  guard let one, let other else { preconditionFailure("both were worked out") }
  return (try one.get(), try other.get())
}
