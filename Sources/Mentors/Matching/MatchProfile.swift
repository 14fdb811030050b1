package import Civil

/// What is known of a seeker or a helper that a match can rest on.
///
/// A seeker is a trainee, a venture or a firm; a helper a mentor, a project or a cadre. What is empty is not known.
package struct MatchProfile: Hashable, Sendable {
  package let id: String
  package let name: String
  /// Where the seeker is; the areas that a helper serves.
  package var areas: Set<AreaCode> = []
  package var industries: Set<IndustryScope> = []
  /// The links that a seeker needs, or a helper is expert in.
  package var links: Set<ServiceLink> = []
  package var free = WeekHours()
  /// Languages and dialects (方言) spoken.
  package var languages: Set<String> = []
  /// Codes of the seeker's categories; of those that a helper is for.
  package var categories: Set<String> = []
  package var skills: Set<String> = []
  /// What a seeker can put in, or a project asks for at least.
  package var funds: Money?
  /// Whether meetings may be online, so that the way does not matter.
  package var isOnline = false
  /// Ids of the other side by rank, 1 first; equal ranks are equally wished for.
  package var wishes: [String: Int] = [:]
  /// Ids of the other side that may not be.
  package var refusals: Set<String> = []

  package init(id: String, name: String? = nil) {
    self.id = id
    self.name = name ?? id
  }
}

/// How matches are judged: what the criteria weigh, and what rules a pair out.
package struct MatchSettings: Hashable, Sendable {
  /// By name of the criterion; those not named weigh as they do by default; 0 leaves one out with what it rules out.
  package var weights: [String: Int] = [:]
  /// Names of criteria of which a pair must meet some part.
  package var required: Set<String> = []
  /// The largest area that both must lie in; nil: there is no limit.
  package var within: AreaCode.Level?
  /// The longest way in minutes, where it is known; nil: there is no limit.
  package var longestWay: Int?
  /// Hours a week in which both must be free, where both said when they are.
  package var commonHours = 2
  package var travel: [TravelPair: Int] = [:]

  /// From one area to another.
  package struct TravelPair: Hashable, Sendable {
    let from: AreaCode
    let to: AreaCode

    package init(_ from: AreaCode, _ to: AreaCode) {
      self.from = from
      self.to = to
    }
  }

  package init() {}

  /// Minutes between two areas in either direction; nil: not known.
  func minutes(_ from: AreaCode, _ to: AreaCode) -> Int? {
    from == to && !travel.isEmpty ? 0 : travel[TravelPair(from, to)] ?? travel[TravelPair(to, from)]
  }

  /// The weight of a criterion.
  package func weight(of criterion: MatchCriterion) -> Int {
    max(0, weights[criterion.name] ?? criterion.weight)
  }

  /// Names in these settings that no criterion has, with those there are.
  package func unknownNames(among criteria: [MatchCriterion] = .standard) -> [Wording] {
    let known = criteria.map(\.name)
    return Set(weights.keys).union(required).subtracting(known).sorted().map { name in
      Wording(
        zh: "没有评分项“\(name)”；可用：\(known.joined(separator: "、"))",
        en: "no criterion '\(name)'; there are \(known.joined(separator: ", "))")
    }
  }
}

/// That one side would have somebody of the other as a choice of some rank, or will not.
package struct MatchWish: Hashable, Sendable {
  package let chooser: String
  package let chosen: String
  /// 1 is the first choice; nil: a refusal.
  package let rank: Int?

  package init(chooser: String, chosen: String, rank: Int?) {
    self.chooser = chooser
    self.chosen = chosen
    self.rank = rank
  }
}

extension MatchProfile {
  /// Takes over those wishes that are its own.
  package mutating func take(_ wishes: [MatchWish]) {
    for wish in wishes where wish.chooser == id {
      if let rank = wish.rank { self.wishes[wish.chosen] = rank } else { refusals.insert(wish.chosen) }
    }
  }
}
