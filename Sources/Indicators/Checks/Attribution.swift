package import Civil
package import FollowUp

/// Which ventures the centre may claim (归因): founded by someone it trained, mentored, or by neither.
package struct Attribution: Hashable, Sendable {
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case trainedAndMentored, trained, mentored, neither

    package var name: Wording {
      switch self {
      case .trainedAndMentored: Wording(zh: "培训并指导", en: "trained and mentored")
      case .trained: Wording(zh: "仅培训", en: "trained only")
      case .mentored: Wording(zh: "仅指导", en: "mentored only")
      case .neither: Wording(zh: "均无", en: "neither")
      }
    }
  }

  /// The ids of the ventures of each group, sorted; every venture stands in exactly one.
  package let ventures: [Group: [String]]
  /// The ids of ventures that several founders could each have claimed: they count once here, and once for each
  /// founder in a report that adds up people's lists.
  package let claimedSeveralTimes: [String]

  /// What the centre did counts only if it was done before the venture's life began.
  package init(
    _ ventures: [(venture: Venture, start: CivilDate)], trained: [String: CivilDate],
    mentored: [String: CivilDate]
  ) {
    var groups: [Group: [String]] = [:]
    var several: [String] = []
    for (venture, start) in ventures.sorted(by: { $0.venture.id < $1.venture.id }) {
      func count(_ days: [String: CivilDate]) -> Set<String> {
        Set(venture.founders.map(\.person).filter { person in days[person].map { $0 <= start } ?? false })
      }
      let (taught, guided) = (count(trained), count(mentored))
      let group: Group =
        switch (taught.isEmpty, guided.isEmpty) {
        case (false, false): .trainedAndMentored
        case (false, true): .trained
        case (true, false): .mentored
        case (true, true): .neither
        }
      groups[group, default: []].append(venture.id)
      if taught.union(guided).count > 1 { several.append(venture.id) }
    }
    self.ventures = groups
    claimedSeveralTimes = several
  }

  /// What is wrong with a report that claims so many supported starts of so many registrations; nil: nothing is seen.
  ///
  /// A claim of every registration of the area counts as support what only registered.
  package static func doubt(claimed: Quantity, registrations: Quantity) -> Wording? {
    guard claimed.amount > 0, claimed.amount >= registrations.amount else { return nil }
    return Wording(
      zh: "扶持创业成功 \(claimed.amount) \(claimed.unit.name.chinese)，不少于同期新登记 \(registrations.amount) "
        + "\(registrations.unit.name.chinese)：把全部登记都算作扶持成果；请按培训、指导名单逐户认定。",
      en: "\(claimed.amount) \(claimed.unit.name.english) supported of \(registrations.amount) "
        + "\(registrations.unit.name.english) registered: every registration is claimed as a success; attribute by the "
        + "lists of the trained and mentored.")
  }
}
