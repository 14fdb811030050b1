/// The sizes that a report publishes as linear equations over cells, and what can be worked out of them.
///
/// The size of a set of cells follows from them exactly when every solution of the homogeneous system A x = 0 adds up
/// to nothing over the set. One solution that looks random stands for all: it does so by chance with a probability of
/// one in 2⁶¹. It is had by projection: of random values v the part that the rows span is taken away,
/// x = v - D Aᵀ G⁻¹ A v with G = A D Aᵀ and random weights D, under which G has the rank of A (Kaltofen and Saunders,
/// 1991). Rows of disjoint cells give a diagonal block of G, so that the groups of one table cost next to nothing, and
/// only the others a square of their number.
struct PublishedCounts {
  /// Rows that share cells with others, at most: they are eliminated as a dense matrix.
  static let mostDense = 1200

  private let columns: Int
  /// Of each row: its cells; rows of pairwise disjoint cells first.
  private let rows: [[Int]]
  /// The place of each row as it was given.
  private let given: [Int]
  private let disjoint: Int
  private let weights: [Residue]
  /// Of each of the first, disjoint rows: its own entry of G, and those with dense rows, by their place from `disjoint`.
  private var diagonal: [Residue] = []
  private var sides: [[(row: Int, value: Residue)]] = []
  /// The rest as L D Lᵀ: rows of the lower triangle, and the inverses of D; zero where a row follows from others.
  private var triangle: [[Residue]] = []
  private var inverses: [Residue] = []

  /// Nil: too many rows share cells with others.
  ///
  /// - Parameters:
  ///   - rows: of each published size: the cells that it adds up.
  ///   - columns: how many cells there are.
  init?(rows: [[Int]], columns: Int) {
    self.columns = columns
    let order = Self.disjointFirst(rows, columns)
    disjoint = order.disjoint
    given = order.places
    self.rows = order.places.map { rows[$0] }
    weights = (0..<columns).map { Residue.scattered(2 * $0 + 1) }
    guard rows.count - disjoint <= Self.mostDense else { return nil }
    gather()
    decompose()
  }

  /// The rows in the order of their length as long as they share no cell, then the others.
  private static func disjointFirst(_ rows: [[Int]], _ columns: Int) -> (places: [Int], disjoint: Int) {
    var isTaken = Array(repeating: false, count: columns)
    var (first, others): ([Int], [Int]) = ([], [])
    for place in rows.indices.sorted(by: { (rows[$0].count, $0) < (rows[$1].count, $1) }) {
      if rows[place].contains(where: { isTaken[$0] }) {
        others.append(place)
      } else {
        for cell in rows[place] { isTaken[cell] = true }
        first.append(place)
      }
    }
    return (first + others, first.count)
  }

  /// G: the diagonal of the disjoint rows, their entries with the others, and the block of the others.
  private mutating func gather() {
    let dense = rows.count - disjoint
    var denseOf: [[Int]] = Array(repeating: [], count: columns)
    for row in 0..<dense {
      for cell in rows[disjoint + row] { denseOf[cell].append(row) }
    }
    triangle = (0..<dense).map { Array(repeating: .zero, count: $0 + 1) }
    for cell in 0..<columns {
      for (place, row) in denseOf[cell].enumerated() {
        // Their places rise, so these lie in the lower triangle.
        for other in denseOf[cell][...place] {
          triangle[row][other] = triangle[row][other] + weights[cell]
        }
      }
    }
    var sums = Array(repeating: Residue.zero, count: dense)
    for row in 0..<disjoint {
      var own = Residue.zero
      var touched: [Int] = []
      for cell in rows[row] {
        own = own + weights[cell]
        for other in denseOf[cell] {
          if sums[other] == .zero { touched.append(other) }
          sums[other] = sums[other] + weights[cell]
        }
      }
      diagonal.append(own)
      var side: [(row: Int, value: Residue)] = []
      for other in Set(touched).sorted() {
        side.append((other, sums[other]))
        sums[other] = .zero
      }
      sides.append(side)
    }
  }

  /// Takes the disjoint rows out of the block of the others, then L D Lᵀ of what is left.
  private mutating func decompose() {
    for (own, side) in zip(diagonal, sides) where own != .zero {
      let inverse = own.inverse
      for (place, one) in side.enumerated() {
        let factor = one.value * inverse
        for other in side[...place] {
          triangle[one.row][other.row] = triangle[one.row][other.row] - factor * other.value
        }
      }
    }
    inverses = Array(repeating: .zero, count: triangle.count)
    for row in triangle.indices {
      // Row by row: first L D, then what of it is L.
      var line = triangle[row]
      for column in 0..<row {
        let above = triangle[column]
        var sum = line[column]
        for place in 0..<column { sum = sum - line[place] * above[place] }
        line[column] = sum
      }
      var own = line[row]
      for column in 0..<row {
        let factor = line[column] * inverses[column]
        own = own - factor * line[column]
        line[column] = factor
      }
      line[row] = own
      triangle[row] = line
      inverses[row] = own == .zero ? .zero : own.inverse
    }
  }

  /// y with G y = b, for a b that the columns of G span.
  private func solve(_ b: [Residue]) -> [Residue] {
    var y = b
    for (row, side) in sides.enumerated() where b[row] != .zero && diagonal[row] != .zero {
      let factor = b[row] * diagonal[row].inverse
      for one in side { y[disjoint + one.row] = y[disjoint + one.row] - factor * one.value }
    }
    for row in triangle.indices {
      var sum = y[disjoint + row]
      for column in 0..<row where triangle[row][column] != .zero {
        sum = sum - triangle[row][column] * y[disjoint + column]
      }
      y[disjoint + row] = sum
    }
    for row in triangle.indices { y[disjoint + row] = y[disjoint + row] * inverses[row] }
    for row in triangle.indices.reversed() where y[disjoint + row] != .zero {
      for column in 0..<row {
        y[disjoint + column] = y[disjoint + column] - triangle[row][column] * y[disjoint + row]
      }
    }
    for (row, side) in sides.enumerated() where diagonal[row] != .zero {
      var sum = b[row]
      for one in side { sum = sum - one.value * y[disjoint + one.row] }
      y[row] = sum == .zero ? .zero : sum * diagonal[row].inverse
    }
    return y
  }

  /// A solution of the homogeneous system that looks random, the same at each run.
  var solution: [Residue] {
    var values = (0..<columns).map { Residue.scattered(2 * $0) }
    let y = solve(rows.map { cells in cells.reduce(.zero) { $0 + values[$1] } })
    for (row, cells) in rows.enumerated() where y[row] != .zero {
      for cell in cells { values[cell] = values[cell] - weights[cell] * y[row] }
    }
    return values
  }

  /// The rows, as they were given, that together give the size of a set that follows from them.
  func combination(giving set: [Int]) -> [Int] {
    var isOf = Array(repeating: false, count: columns)
    for cell in set { isOf[cell] = true }
    let y = solve(
      rows.map { cells in cells.reduce(.zero) { isOf[$1] ? $0 + weights[$1] : $0 } })
    return rows.indices.filter { y[$0] != .zero }.map { given[$0] }.sorted()
  }
}
