/// Points of all pairs of seekers and helpers, kept as one small table a criterion.
///
/// A criterion looks at a part of a profile only; it is asked once for every pair of different parts, so that millions
/// of pairs are sums of a few numbers looked up. The criteria are the definition; this only remembers their answers.
package struct ScoreTable: PairScores {
  /// The answers of one criterion.
  private struct Answers: Sendable {
    let weight: Int32
    /// By number of the profile, its part.
    let seekers: [Int32]
    let helpers: [Int32]
    let helperParts: Int
    /// 0 to 100; 255: excluded.
    let points: [UInt8]
  }

  /// Of a pair of which one names the other.
  private struct Named: Sendable {
    let helper: Int32
    var points: Int32
    var isExcluded: Bool
  }

  package let seekers: [MatchProfile]
  package let helpers: [MatchProfile]
  package let criteria: [MatchCriterion]
  package let settings: MatchSettings
  private let answers: [Answers]
  private var named: [[Named]]

  package init(
    seekers: [MatchProfile], helpers: [MatchProfile], criteria: [MatchCriterion] = .standard,
    settings: MatchSettings = MatchSettings()
  ) {
    self.seekers = seekers
    self.helpers = helpers
    self.criteria = criteria.filter { settings.weight(of: $0) > 0 || $0.isOfNames }
    self.settings = settings
    answers = self.criteria.filter { !$0.isOfNames }.map {
      Self.answers(of: $0, seekers, helpers, settings)
    }
    named = Self.named(by: self.criteria.filter(\.isOfNames), seekers, helpers, settings, .both)
  }

  /// The same as one side sees it: wishes of the other side then only rule out.
  package func view(of side: MatchCriterion.Side) -> ScoreTable {
    var view = self
    view.named = Self.named(by: criteria.filter(\.isOfNames), seekers, helpers, settings, side)
    return view
  }

  private static func answers(
    of criterion: MatchCriterion, _ seekers: [MatchProfile], _ helpers: [MatchProfile],
    _ settings: MatchSettings
  ) -> Answers {
    let (ofSeekers, first) = parts(of: seekers, criterion)
    let (ofHelpers, second) = parts(of: helpers, criterion)
    var points: [UInt8] = []
    points.reserveCapacity(first.count * second.count)
    for seeker in first {
      for helper in second {
        switch criterion.finding(seekers[seeker], helpers[helper], settings) {
        case .points(let share, _): points.append(UInt8(min(100, max(0, share))))
        case .excluded: points.append(255)
        case .unknown: points.append(0)
        }
      }
    }
    return Answers(
      weight: Int32(settings.weight(of: criterion)), seekers: ofSeekers, helpers: ofHelpers,
      helperParts: second.count, points: points)
  }

  /// By profile the number of its part, and a profile of each part.
  private static func parts(
    of profiles: [MatchProfile], _ criterion: MatchCriterion
  ) -> ([Int32], [Int]) {
    var numbers: [AnyHashable: Int32] = [:]
    var examples: [Int] = []
    let parts = profiles.enumerated().map { place, profile in
      let key = criterion.key(profile)
      if let number = numbers[key] { return number }
      let number = Int32(examples.count)
      numbers[key] = number
      examples.append(place)
      return number
    }
    return (parts, examples)
  }

  private static func named(
    by criteria: [MatchCriterion], _ seekers: [MatchProfile], _ helpers: [MatchProfile],
    _ settings: MatchSettings, _ side: MatchCriterion.Side
  ) -> [[Named]] {
    let seekerNumbers = Dictionary(
      zip(seekers.map(\.id), seekers.indices), uniquingKeysWith: { first, _ in first })
    let helperNumbers = Dictionary(
      zip(helpers.map(\.id), helpers.indices), uniquingKeysWith: { first, _ in first })
    var pairs: [Set<Int>] = seekers.map { seeker in
      Set(seeker.refusals.union(seeker.wishes.keys).compactMap { helperNumbers[$0] })
    }
    for (number, helper) in helpers.enumerated() {
      for id in helper.refusals.union(helper.wishes.keys) {
        if let seeker = seekerNumbers[id] { pairs[seeker].insert(number) }
      }
    }
    return pairs.enumerated().map { seeker, others in
      others.sorted().map { helper in
        var named = Named(helper: Int32(helper), points: 0, isExcluded: false)
        for criterion in criteria {
          switch criterion.finding(seekers[seeker], helpers[helper], settings) {
          case .excluded: named.isExcluded = true
          case .points(let share, _) where side == .both || criterion.side == .both || criterion.side == side:
            named.points += Int32(share * settings.weight(of: criterion))
          case .points, .unknown: continue
          }
        }
        return named
      }
    }
  }

  package var seekerCount: Int { seekers.count }
  package var helperCount: Int { helpers.count }

  package func fill(_ row: inout [Int32], seeker: Int) {
    for helper in row.indices { row[helper] = 0 }
    for answer in answers {
      let start = Int(answer.seekers[seeker]) * answer.helperParts
      answer.points.withUnsafeBufferPointer { points in
        answer.helpers.withUnsafeBufferPointer { parts in
          for helper in row.indices {
            let share = points[start + Int(parts[helper])]
            if share == 255 {
              row[helper] = Self.excluded
            } else if row[helper] != Self.excluded {
              row[helper] += Int32(share) * answer.weight
            }
          }
        }
      }
    }
    for pair in named[seeker] where row[Int(pair.helper)] != Self.excluded {
      row[Int(pair.helper)] = pair.isExcluded ? Self.excluded : row[Int(pair.helper)] + pair.points
    }
  }

  /// What each criterion finds of a pair, with what it weighs.
  package func findings(_ seeker: Int, _ helper: Int) -> [(
    criterion: MatchCriterion, finding: MatchCriterion.Finding
  )] {
    criteria.map { ($0, $0.finding(seekers[seeker], helpers[helper], settings)) }
  }

  /// The most points that a pair can have.
  package var fullPoints: Int { criteria.reduce(0) { $0 + 100 * settings.weight(of: $1) } }
}
