/// The sets of cells with fewer subjects than may be shown whose size follows from the sizes that are shown.
///
/// Looked for are single cells; what two groups have in common; what is left of a group when the groups of a table are
/// taken away, which is how a withheld group is worked out; and two of these together. Where the small cells are few,
/// so are all sets of up to four cells.
struct RevealedSets {
  /// With more small cells than this, not all pairs of them are made.
  private static let mostCells = 1500
  /// With more pairs of groups in cells than this, what groups have in common is not looked for.
  private static let mostPairs = 5_000_000

  /// In a fixed order, each with its cells rising.
  private(set) var sets: [[Int]] = []

  /// A set of cells, the sum of the solution over them, and how many subjects they have.
  private struct Candidate {
    let cells: [Int]
    let sum: Residue
    let size: Int
  }

  /// `tableOf` says of each group which table it belongs to; `solution` is one of the homogeneous system.
  init(_ cells: SubjectCells, tableOf: [Int], solution: [Residue], least: Int) {
    let small = cells.sizes.indices.filter { cells.sizes[$0] < least }
    var candidates = small.map { Candidate(cells: [$0], sum: solution[$0], size: cells.sizes[$0]) }
    if small.count <= Self.mostCells {
      for (place, first) in small.enumerated() {
        for second in small[(place + 1)...] where cells.sizes[first] + cells.sizes[second] < least {
          candidates.append(
            Candidate(
              cells: [first, second], sum: solution[first] + solution[second],
              size: cells.sizes[first] + cells.sizes[second]))
        }
      }
    }
    var known = Set(candidates.map(\.cells))
    for set in Self.remainders(cells, tableOf, least) + Self.overlaps(cells, least) {
      guard known.insert(set).inserted else { continue }
      candidates.append(
        Candidate(
          cells: set, sum: set.reduce(.zero) { $0 + solution[$1] },
          size: set.reduce(0) { $0 + cells.sizes[$1] }))
    }
    sets = Self.vanishing(candidates, least)
  }

  /// The candidates, and pairs of them, over which the solution adds up to nothing.
  private static func vanishing(_ candidates: [Candidate], _ least: Int) -> [[Int]] {
    var found: [[Int]] = []
    var halves: [Residue: [Int]] = [:]
    for (place, half) in candidates.enumerated() {
      if half.sum == .zero {
        found.append(half.cells)
        continue
      }
      let partner = halves[.zero - half.sum, default: []].first { other in
        candidates[other].size + half.size < least
          && Set(candidates[other].cells).isDisjoint(with: half.cells)
      }
      if let partner { found.append((candidates[partner].cells + half.cells).sorted()) }
      halves[half.sum, default: []].append(place)
    }
    return found
  }

  /// Of each group what stands in no group of another table, where that is little.
  private static func remainders(_ cells: SubjectCells, _ tableOf: [Int], _ least: Int) -> [[Int]] {
    let tables = (tableOf.max() ?? -1) + 1
    let rows = cells.rows
    var covers = Array(repeating: Array(repeating: false, count: tables), count: cells.sizes.count)
    for (cell, groups) in cells.groups.enumerated() {
      for group in groups { covers[cell][tableOf[group]] = true }
    }
    var found: [[Int]] = []
    for row in rows {
      for table in 0..<tables {
        var (left, size): ([Int], Int) = ([], 0)
        for cell in row where !covers[cell][table] {
          left.append(cell)
          size += cells.sizes[cell]
          if size >= least { break }
        }
        if size > 0, size < least { found.append(left) }
      }
    }
    return found
  }

  /// What two groups have in common, where that is little.
  private static func overlaps(_ cells: SubjectCells, _ least: Int) -> [[Int]] {
    let pairs = cells.groups.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    guard pairs <= mostPairs else { return [] }
    let count = (cells.groups.lazy.compactMap(\.last).max() ?? -1) + 1
    var sizes: [Int: Int] = [:]
    for (groups, size) in zip(cells.groups, cells.sizes) {
      for (place, one) in groups.enumerated() {
        for other in groups[..<place] { sizes[one * count + other, default: 0] += size }
      }
    }
    var sets: [Int: [Int]] = [:]
    for (cell, groups) in cells.groups.enumerated() where cells.sizes[cell] < least {
      for (place, one) in groups.enumerated() {
        for other in groups[..<place] where sizes[one * count + other, default: 0] < least {
          sets[one * count + other, default: []].append(cell)
        }
      }
    }
    return sets.sorted { $0.key < $1.key }.map(\.value)
  }
}
