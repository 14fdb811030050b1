/// Series that have changed, each once, in the order in which they did first.
struct ChangedSeries {
  private(set) var list: [Int] = []
  private var isListed: [Bool]

  init(_ space: SearchSpace) {
    isListed = space.problem.series.map { _ in false }
  }

  mutating func insert(_ series: Int) {
    guard !isListed[series] else { return }
    isListed[series] = true
    list.append(series)
  }

  mutating func removeAll() {
    for series in list { isListed[series] = false }
    list.removeAll(keepingCapacity: true)
  }
}
