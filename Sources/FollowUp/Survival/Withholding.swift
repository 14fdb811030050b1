/// Which groups of a table are not shown because a person could be recognised in them.
///
/// Groups below the least size are withheld. If the published total and the groups shown would still give the
/// withheld ones together as a number below that size, or if only one is withheld, then more are withheld with
/// them, the smallest first (complementary suppression); and the total too where nothing else hides them.
package struct Withholding: Hashable, Sendable {
  /// Why a group is not shown.
  package enum Reason: Hashable, Sendable {
    /// It has fewer than the least number of subjects.
    case tooFew
    /// It could be subtracted from the total to find one that has too few.
    case wouldReveal
  }

  /// By the group's place in the table.
  package let reasons: [Int: Reason]
  package let withholdsTotal: Bool

  /// - Parameters:
  ///   - sizes: subjects of each group, in the table's order; the total is their sum. Empty groups are shown.
  ///   - least: the least number of subjects that is shown, a number of the regulation.
  package init(sizes: [Int], least: Int) {
    var reasons: [Int: Reason] = [:]
    for (group, size) in sizes.enumerated() where size > 0 && size < least { reasons[group] = .tooFew }
    guard !reasons.isEmpty else {
      self.reasons = [:]
      withholdsTotal = false
      return
    }
    var others = sizes.indices.filter { sizes[$0] >= max(least, 1) }
      .sorted { (sizes[$0], $0) < (sizes[$1], $1) }[...]
    var hidden = reasons.keys.reduce(0) { $0 + sizes[$1] }
    while reasons.count < 2 || hidden < least, let next = others.popFirst() {
      reasons[next] = .wouldReveal
      hidden += sizes[next]
    }
    self.reasons = reasons
    withholdsTotal = reasons.count < 2 || hidden < least
  }

  package func shows(_ group: Int) -> Bool { reasons[group] == nil }
}
