package import Civil

/// The survival of several groups side by side, without those in which a person could be recognised.
package struct SurvivalComparison: Sendable {
  package struct Group: Sendable {
    package let name: Wording
    package let outcome: Outcome
  }

  package enum Outcome: Sendable {
    case shown(SurvivalCurve)
    case withheld(Withholding.Reason)
  }

  /// Why the groups are not tested against each other.
  package enum Obstacle: Error, Hashable, Sendable {
    case logRank(LogRank.Obstacle)
    /// Some subjects stand in several groups (two lecturers taught one class): their ids, sorted.
    case groupsOverlap([String])
  }

  /// In the order given.
  package let groups: [Group]
  /// The curve of all subjects, each once; nil where it would reveal a group that is withheld.
  package let total: SurvivalCurve?
  /// The log-rank test between the groups shown, so that the reader can do it again.
  package let test: Result<LogRank, Obstacle>

  /// Compares groups of lifetimes; a subject has the same lifetime wherever it stands.
  ///
  /// `least` is the least number of subjects that is shown, a number of the regulation.
  package init(
    _ groups: [(name: Wording, lifetimes: [Lifetime])], least: Int, confidence: Confidence = .ninetyFive
  ) {
    let withholding = Withholding(sizes: groups.map(\.lifetimes.count), least: least)
    self.init(
      groups, withheld: withholding.reasons, withholdsTotal: withholding.withholdsTotal,
      confidence: confidence)
  }

  /// Compares groups of which some are withheld for reasons that lie outside of them.
  init(
    _ groups: [(name: Wording, lifetimes: [Lifetime])], withheld: [Int: Withholding.Reason],
    withholdsTotal: Bool, confidence: Confidence
  ) {
    self.groups = groups.enumerated().map { place, group in
      let outcome = withheld[place].map(Outcome.withheld)
      return Group(
        name: group.name, outcome: outcome ?? .shown(SurvivalCurve(group.lifetimes, confidence: confidence)))
    }
    var seen: Set<String> = []
    var repeated: Set<String> = []
    var all: [Lifetime] = []
    for lifetime in groups.flatMap(\.lifetimes) {
      if seen.insert(lifetime.subject).inserted {
        all.append(lifetime)
      } else {
        repeated.insert(lifetime.subject)
      }
    }
    total = withholdsTotal ? nil : SurvivalCurve(all, confidence: confidence)
    guard repeated.isEmpty else {
      test = .failure(.groupsOverlap(repeated.sorted()))
      return
    }
    let shown = groups.indices.filter { withheld[$0] == nil }.map { groups[$0].lifetimes }
    do throws(LogRank.Obstacle) {
      test = .success(try LogRank(shown))
    } catch {
      test = .failure(.logRank(error))
    }
  }
}
