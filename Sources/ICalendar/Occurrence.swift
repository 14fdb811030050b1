/// One happening of an event, on the centre's wall clock.
struct Occurrence {
  /// Seconds since 1970 on the centre's wall clock; the end is not before the start.
  let start: Int
  let end: Int
  let isBusy: Bool

  /// Whether any of it lies in a window of such seconds; one without length does where its moment lies in it.
  func overlaps(_ window: Range<Int>) -> Bool {
    start == end ? window.contains(start) : start < window.upperBound && end > window.lowerBound
  }
}
