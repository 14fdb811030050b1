/// The log-rank test of whether several groups end at the same pace.
///
/// By N. Mantel (1966) and D. R. Cox (1972). On each day with ends, a group is expected to have as many of them as its share of those at risk. Statistic:
/// (O - E)ᵀ V⁻ (O - E) with the hypergeometric covariance V, chi-square with rank V degrees of freedom.
package struct LogRank: Hashable, Sendable {
  /// What ended in one group and what was expected to.
  package struct Group: Hashable, Sendable {
    package let subjects: Int
    package let observed: Int
    package let expected: Double
  }

  /// Why there is no test.
  package enum Obstacle: Error, Hashable, Sendable {
    /// Fewer than two groups hold a subject.
    case fewerThanTwoGroups
    /// Nothing ended, or always all of those at risk, or in only one group was anyone at risk: nothing to compare.
    case nothingToCompare
  }

  /// In the order of the groups given; an empty group stays, with zeros.
  package let groups: [Group]
  package let statistic: Double
  /// One less than the groups that had someone at risk when something ended.
  package let degrees: Int
  /// The probability of such a difference or a greater one, were the groups alike.
  package var pValue: Double { ChiSquare.upperTail(statistic, degrees: degrees) }

  /// - Throws: why the groups cannot be compared.
  package init(_ groups: [[Lifetime]]) throws(Obstacle) {
    guard groups.count(where: { !$0.isEmpty }) >= 2 else { throw .fewerThanTwoGroups }
    let observations = groups.enumerated().flatMap { group, lifetimes in
      lifetimes.map { (days: $0.days, ended: $0.ended, group: group) }
    }.sorted { $0.days < $1.days }

    var atRisk = groups.map(\.count)
    var observed = groups.map { _ in 0 }
    var expected = groups.map { _ in 0.0 }
    var covariance = SymmetricMatrix(size: groups.count)
    var first = 0
    while first < observations.count {
      let total = observations.count - first
      let next =
        observations[first...].firstIndex { $0.days != observations[first].days } ?? observations.count
      let today = observations[first..<next]
      let ended = today.count(where: \.ended)
      if ended > 0 {
        let shares = atRisk.map { Double($0) / Double(total) }
        let spread = total > 1 ? Double(ended) * Double(total - ended) / Double(total - 1) : 0
        for (group, share) in shares.enumerated() { expected[group] += share * Double(ended) }
        covariance.addMultinomial(shares, times: spread)
      }
      for observation in today {
        atRisk[observation.group] -= 1
        if observation.ended { observed[observation.group] += 1 }
      }
      first = next
    }
    let differences = zip(observed, expected).map { Double($0) - $1 }
    let (statistic, rank) = covariance.quadraticForm(ofInverseWith: differences)
    guard rank > 0 else { throw .nothingToCompare }
    self.statistic = max(statistic, 0)
    degrees = rank
    self.groups = groups.indices.map {
      Group(subjects: groups[$0].count, observed: observed[$0], expected: expected[$0])
    }
  }
}
