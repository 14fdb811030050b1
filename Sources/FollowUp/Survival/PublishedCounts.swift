/// The sizes that a report publishes as linear equations over cells, and what can be worked out of them.
///
/// The size of a set of cells follows from them exactly when every solution of the homogeneous system adds up to
/// nothing over the set. One solution with random free values stands for all: it does so by chance with a
/// probability of one in 2⁶¹, and each set found is then proved by the combination that gives it.
struct PublishedCounts {
  private let columns: Int
  /// The reduced rows, and by which original rows each is made.
  private var reduced: [[Residue]]
  private var made: [[Residue]]
  /// Of each reduced row: its leading column.
  private var pivots: [Int] = []
  private let originals: Int

  /// - Parameters:
  ///   - rows: of each published size: the cells that it adds up.
  ///   - columns: how many cells there are.
  init(rows: [[Int]], columns: Int) {
    self.columns = columns
    originals = rows.count
    reduced = rows.map { cells in
      var row = Array(repeating: Residue.zero, count: columns)
      for cell in cells { row[cell] = .one }
      return row
    }
    made = rows.indices.map { place in
      var row = Array(repeating: Residue.zero, count: rows.count)
      row[place] = .one
      return row
    }
    reduce()
  }

  /// Gauss and Jordan.
  private mutating func reduce() {
    var row = 0
    for column in 0..<columns where row < reduced.count {
      guard let pivot = (row..<reduced.count).first(where: { reduced[$0][column] != .zero }) else { continue }
      reduced.swapAt(row, pivot)
      made.swapAt(row, pivot)
      let scale = reduced[row][column].inverse
      for place in column..<columns { reduced[row][place] = reduced[row][place] * scale }
      for place in 0..<originals { made[row][place] = made[row][place] * scale }
      for other in reduced.indices where other != row {
        let factor = reduced[other][column]
        if factor == .zero { continue }
        for place in column..<columns {
          reduced[other][place] = reduced[other][place] - factor * reduced[row][place]
        }
        for place in 0..<originals { made[other][place] = made[other][place] - factor * made[row][place] }
      }
      pivots.append(column)
      row += 1
    }
  }

  /// A solution of the homogeneous system with free values that look random, the same at each run.
  private var solution: [Residue] {
    var values = (0..<columns).map { Residue.scattered($0) }
    for pivot in pivots { values[pivot] = .zero }
    for (row, pivot) in pivots.enumerated() {
      var sum = Residue.zero
      for column in 0..<columns where column != pivot && reduced[row][column] != .zero {
        sum = sum + reduced[row][column] * values[column]
      }
      values[pivot] = .zero - sum
    }
    return values
  }

  /// Sets of up to four cells with fewer than `least` subjects together whose size follows: the first by each first half.
  func smallSets(_ sizes: [Int], below least: Int, mostCells: Int) -> [[Int]] {
    let solution = solution
    let small = sizes.indices.filter { sizes[$0] < least }
    if let cell = small.first(where: { solution[$0] == .zero }) { return [[cell]] }
    var halves: [Residue: [[Int]]] = [:]
    var ordered: [(set: [Int], sum: Residue, size: Int)] = small.map { ([$0], solution[$0], sizes[$0]) }
    if small.count <= mostCells {
      for (place, first) in small.enumerated() {
        for second in small[(place + 1)...] where sizes[first] + sizes[second] < least {
          ordered.append(([first, second], solution[first] + solution[second], sizes[first] + sizes[second]))
        }
      }
    }
    for half in ordered {
      if half.sum == .zero { return [half.set] }
      let partners = halves[.zero - half.sum] ?? []
      for partner in partners
      where Set(partner).isDisjoint(with: half.set)
        && half.size + partner.reduce(0, { $0 + sizes[$1] }) < least
      {
        return [(partner + half.set).sorted()]
      }
      halves[half.sum, default: []].append(half.set)
    }
    return []
  }

  /// The original rows that together give the size of a set; empty where they do not.
  func combination(giving set: [Int]) -> [Int] {
    let cells = Set(set)
    var rest = (0..<columns).map { cells.contains($0) ? Residue.one : .zero }
    var factors = Array(repeating: Residue.zero, count: originals)
    for (row, pivot) in pivots.enumerated() where rest[pivot] != .zero {
      let factor = rest[pivot]
      for column in 0..<columns { rest[column] = rest[column] - factor * reduced[row][column] }
      for place in 0..<originals { factors[place] = factors[place] + factor * made[row][place] }
    }
    guard rest.allSatisfy({ $0 == .zero }) else { return [] }
    return factors.indices.filter { factors[$0] != .zero }
  }
}

/// A number modulo the prime 2⁶¹ - 1.
struct Residue: Hashable {
  private static let prime: UInt64 = (1 << 61) - 1

  private let value: UInt64

  private init(_ value: UInt64) { self.value = value }

  static let zero = Residue(0)
  static let one = Residue(1)

  /// The scatter of a number by the generator SplitMix64.
  static func scattered(_ number: Int) -> Residue {
    var bits = UInt64(truncatingIfNeeded: number) &+ 1
    bits = bits &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Residue((bits ^ (bits >> 31)) % prime)
  }

  static func + (left: Residue, right: Residue) -> Residue {
    let sum = left.value + right.value
    return Residue(sum >= prime ? sum - prime : sum)
  }

  static func - (left: Residue, right: Residue) -> Residue {
    Residue(left.value >= right.value ? left.value - right.value : left.value + prime - right.value)
  }

  static func * (left: Residue, right: Residue) -> Residue {
    let (high, low) = left.value.multipliedFullWidth(by: right.value)
    let sum = (low & prime) + ((low >> 61) | (high << 3))
    return Residue(sum >= prime ? sum - prime : sum)
  }

  /// By Fermat's theorem: the power p - 2.
  var inverse: Residue {
    var (result, square, exponent) = (Residue.one, self, Residue.prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * square }
      square = square * square
      exponent >>= 1
    }
    return result
  }
}
