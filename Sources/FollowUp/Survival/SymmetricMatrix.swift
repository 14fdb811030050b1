/// A symmetric matrix of the covariances of a few groups, positive semidefinite.
struct SymmetricMatrix {
  private let size: Int
  /// The lower triangle by rows.
  private var entries: [Double]

  init(size: Int) {
    self.size = size
    entries = Array(repeating: 0, count: size * (size + 1) / 2)
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[index(row, column)] }
    set { entries[index(row, column)] = newValue }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    let (low, high) = row < column ? (row, column) : (column, row)
    return high * (high + 1) / 2 + low
  }

  /// Adds `scale` times the covariance of one draw by these shares, diag(p) - p pᵀ.
  mutating func addMultinomial(_ shares: [Double], times scale: Double) {
    guard scale > 0 else { return }
    var start = 0
    for row in 0..<size {
      let scaled = scale * shares[row]
      if scaled > 0 {
        for column in 0...row { entries[start + column] -= scaled * shares[column] }
        entries[start + row] += scaled
      }
      start += row + 1
    }
  }

  /// xᵀ A⁻ x with a generalised inverse, and the rank of A, for an x in the range of A.
  ///
  /// By elimination with the largest diagonal entry as pivot: the rank is reached when what is left of the
  /// diagonal is rounding (below 1e-10 of the largest entry).
  func quadraticForm(ofInverseWith vector: [Double]) -> (value: Double, rank: Int) {
    var rest = self
    var vector = vector
    var left = Array(0..<size)
    let negligible = (left.map { self[$0, $0] }.max() ?? 0) * 1e-10
    var value = 0.0
    while let pivot = left.max(by: { rest[$0, $0] < rest[$1, $1] }), rest[pivot, pivot] > negligible {
      let diagonal = rest[pivot, pivot]
      value += vector[pivot] * vector[pivot] / diagonal
      left.removeAll { $0 == pivot }
      let pivots = left.map { rest[$0, pivot] }
      for (position, row) in left.enumerated() {
        let factor = pivots[position] / diagonal
        vector[row] -= factor * vector[pivot]
        // `left` rises, so the columns up to `row` lie in its own row of the triangle.
        let start = row * (row + 1) / 2
        for other in 0...position { rest.entries[start + left[other]] -= factor * pivots[other] }
      }
    }
    return (value, size - left.count)
  }
}
