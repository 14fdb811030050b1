extension [Int] {
  /// The median of sorted numbers, of an even count the mean of the middle two; nil: there are none.
  package var median: Double? {
    guard !isEmpty else { return nil }
    let middle = count / 2
    return count % 2 == 1 ? Double(self[middle]) : Double(self[middle - 1] + self[middle]) / 2
  }
}
