/// Which groups of several tables over the same subjects are not shown, so that no small group can be worked out.
///
/// Groups below the least size are withheld. Where sums and differences of the sizes that are shown would still give
/// the number of a smaller set of subjects (a street as its district less the other streets, a course as the total
/// less another table's groups), more groups are withheld, the smallest first (complementary suppression). Sets of up
/// to four cells are looked for, a cell being the subjects that stand in the same groups.
package struct Suppression: Hashable, Sendable {
  /// More work than this is not done: then each table is judged by itself.
  private static let mostWork = 50_000_000
  /// Nor are more subjects looked at together.
  private static let mostSubjects = 20_000
  /// With more small cells than this, only sets of up to two of them are looked for.
  private static let mostCells = 1500

  /// Of each table: why which of its groups, by place, are not shown.
  package private(set) var reasons: [[Int: Withholding.Reason]]
  package private(set) var withholdsTotal = false
  /// Whether all tables were judged together; otherwise each by itself, as there are too many groups.
  package let isJoint: Bool

  /// - Parameters:
  ///   - tables: of each table: the subjects of each of its groups. Groups of one table may overlap; empty ones are
  ///     shown.
  ///   - total: all subjects.
  ///   - least: the least number of subjects that is shown, a number of the regulation.
  package init(tables: [[[Int]]], total: [Int], least: Int) {
    let groups = tables.flatMap { $0 } + [total]
    isJoint =
      total.count <= Self.mostSubjects
      && groups.count * groups.count * Cells(groups, Array(groups.indices)).sizes.count <= Self.mostWork
    guard isJoint else {
      let alone = tables.map { Withholding(sizes: $0.map(\.count), least: least) }
      reasons = alone.map(\.reasons)
      withholdsTotal = alone.contains(where: \.withholdsTotal)
      return
    }
    var found: [Int: Withholding.Reason] = [:]
    for (place, group) in groups.enumerated() where !group.isEmpty && group.count < least {
      found[place] = .tooFew
    }
    while let place = Self.revealing(groups, withheld: Set(found.keys), least: least) {
      found[place] = .wouldReveal
    }
    var start = 0
    reasons = []
    for table in tables {
      let places = start..<start + table.count
      reasons.append(
        Dictionary(
          uniqueKeysWithValues: places.compactMap { place in found[place].map { (place - start, $0) } }))
      start += table.count
    }
    withholdsTotal = found[start] != nil
  }

  /// A shown group, the smallest, that takes part in giving away a set that is too small; nil: none is given away.
  private static func revealing(_ groups: [[Int]], withheld: Set<Int>, least: Int) -> Int? {
    let shown = groups.indices.filter { !groups[$0].isEmpty && !withheld.contains($0) }
    guard least > 1, !shown.isEmpty else { return nil }
    let cells = Cells(groups, shown)
    let system = PublishedCounts(rows: cells.rows, columns: cells.sizes.count)
    for set in system.smallSets(cells.sizes, below: least, mostCells: mostCells) {
      let taking = system.combination(giving: set).map { shown[$0] }
      if let smallest = taking.min(by: { (groups[$0].count, $1) < (groups[$1].count, $0) }) {
        return smallest
      }
    }
    return nil
  }
}

/// The subjects of the shown groups, those that stand in the same groups together.
private struct Cells {
  /// Of each cell, in the order of its first subject.
  var sizes: [Int] = []
  /// Of each shown group: its cells.
  var rows: [[Int]]

  init(_ groups: [[Int]], _ shown: [Int]) {
    var memberships: [Int: [Int]] = [:]
    for (row, place) in shown.enumerated() {
      for subject in groups[place] { memberships[subject, default: []].append(row) }
    }
    rows = shown.map { _ in [] }
    var cells: [[Int]: Int] = [:]
    for subject in memberships.keys.sorted() {
      let key = memberships[subject] ?? []
      if let cell = cells[key] {
        sizes[cell] += 1
      } else {
        cells[key] = sizes.count
        for row in key { rows[row].append(sizes.count) }
        sizes.append(1)
      }
    }
  }
}
