/// Which category is part of which.
///
/// The shipped tree only says what the definitions imply. Whether, say, landless farmers count among the returning
/// migrant workers is a region's own ruling, and is added to it as data.
package struct CategoryTree: Hashable, Sendable {
  private let parents: [String: [String]]

  /// The tree of `TraineeCategory.all`, and a region's own edges from a category to a group that it counts in.
  package init(adding edges: [(part: String, group: String)] = []) {
    var parents: [String: [String]] = [:]
    for category in TraineeCategory.all { parents[category.code] = category.parent.map { [$0] } }
    for edge in edges { parents[edge.part, default: []].append(edge.group) }
    self.parents = parents
  }

  /// The groups that hold a category, itself first, nearest first; a circle in a region's edges ends where it began.
  package func lineage(of code: String) -> [String] {
    var lineage = [code]
    var next = 0
    while next < lineage.count {
      for parent in parents[lineage[next]] ?? [] where !lineage.contains(parent) { lineage.append(parent) }
      next += 1
    }
    return lineage
  }

  /// Whether a category is the group or part of it.
  package func contains(_ code: String, in group: String) -> Bool { lineage(of: code).contains(group) }
}
