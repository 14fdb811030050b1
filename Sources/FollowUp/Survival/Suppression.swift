/// Which groups of several tables over the same subjects are not shown, so that no small group can be worked out.
///
/// Groups below the least size are withheld. Where sums and differences of the sizes that are shown would still give
/// the number of a smaller set of subjects (a street as its district less the other streets, a course as the total
/// less another table's groups), more groups are withheld, the smallest first (complementary suppression). A cell is
/// the subjects that stand in the same groups; ``RevealedSets`` says which sets of cells are looked for.
package struct Suppression: Hashable, Sendable {
  /// With more places of cells in groups than this, each table is judged by itself.
  private static let mostEntries = 10_000_000
  /// Sets that are looked at before all is worked out anew.
  private static let setsAtOnce = 500

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
    guard let found = Self.withheld(groups, tables: tables.map(\.count), least: least) else {
      let alone = tables.map { Withholding(sizes: $0.map(\.count), least: least) }
      isJoint = false
      reasons = alone.map(\.reasons)
      withholdsTotal = alone.contains(where: \.withholdsTotal)
      return
    }
    isJoint = true
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

  /// Why which groups are not shown; nil where they are too many to be judged together.
  ///
  /// The last group is the total; `tables` are the numbers of groups before it.
  private static func withheld(
    _ groups: [[Int]], tables: [Int], least: Int
  ) -> [Int: Withholding.Reason]? {
    guard groups.reduce(0, { $0 + $1.count }) <= mostEntries else { return nil }
    var found: [Int: Withholding.Reason] = [:]
    for (place, group) in groups.enumerated() where !group.isEmpty && group.count < least {
      found[place] = .tooFew
    }
    let tableOf = tables.enumerated().flatMap { Array(repeating: $0, count: $1) } + [tables.count]
    let all = SubjectCells(groups)
    while least > 1 {
      let shown = groups.indices.filter { !groups[$0].isEmpty && found[$0] == nil }
      guard !shown.isEmpty else { return found }
      let cells = all.standing(in: shown)
      guard let system = PublishedCounts(rows: cells.rows, columns: cells.sizes.count) else { return nil }
      let sets = RevealedSets(
        cells, tableOf: shown.map { tableOf[$0] }, solution: system.solution, least: least
      ).sets
      var more: Set<Int> = []
      for set in sets.prefix(setsAtOnce) {
        let taking = system.combination(giving: set).map { shown[$0] }
        // What is withheld just now may have hidden this set too.
        guard more.isDisjoint(with: taking) else { continue }
        if let smallest = taking.min(by: { (groups[$0].count, $1) < (groups[$1].count, $0) }) {
          more.insert(smallest)
          found[smallest] = .wouldReveal
        }
      }
      if more.isEmpty { return found }
    }
    return found
  }
}

/// The subjects of some groups, those that stand in the same groups together.
struct SubjectCells {
  /// Of each cell, in the order of its first subject: how many subjects.
  private(set) var sizes: [Int] = []
  /// Of each cell: the groups in which it stands, rising.
  private(set) var groups: [[Int]] = []
  private let count: Int

  /// Groups of subjects.
  init(_ subjects: [[Int]]) {
    count = subjects.count
    let end = subjects.reduce(0) { max($0, ($1.max() ?? -1) + 1) }
    var memberships: [[Int]] = Array(repeating: [], count: end)
    for (group, members) in subjects.enumerated() {
      for subject in members { memberships[subject].append(group) }
    }
    merge(memberships.lazy.map { ($0, 1) })
  }

  private init(_ cells: some Sequence<([Int], Int)>, groups count: Int) {
    self.count = count
    merge(cells)
  }

  private mutating func merge(_ cells: some Sequence<([Int], Int)>) {
    var known: [[Int]: Int] = [:]
    for (key, size) in cells where !key.isEmpty {
      if let cell = known[key] {
        sizes[cell] += size
      } else {
        known[key] = sizes.count
        sizes.append(size)
        groups.append(key)
      }
    }
  }

  /// The cells when only some groups, rising, are told apart; these are numbered by their places.
  func standing(in shown: [Int]) -> SubjectCells {
    var places = Array(repeating: -1, count: count)
    for (place, group) in shown.enumerated() { places[group] = place }
    return SubjectCells(
      zip(groups, sizes).lazy.map { key, size in (key.compactMap { places[$0] < 0 ? nil : places[$0] }, size)
      },
      groups: shown.count)
  }

  /// Of each group: its cells.
  var rows: [[Int]] {
    var rows: [[Int]] = Array(repeating: [], count: count)
    for (cell, key) in groups.enumerated() {
      for group in key { rows[group].append(cell) }
    }
    return rows
  }
}
