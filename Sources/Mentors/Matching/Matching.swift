package import Civil

/// A match (匹配) of a seeker and a helper, with what speaks for it.
package struct Match: Hashable, Sendable {
  /// What one criterion says.
  package struct Reason: Hashable, Sendable {
    package let criterion: String
    package let title: Wording
    /// 0 to 100, and what one of them weighs.
    package let share: Int
    package let weight: Int
    package let sentence: Wording
  }

  /// What would come in its place.
  package struct Alternative: Hashable, Sendable {
    /// Nil: the seeker would go without.
    package let helper: String?
    /// What all matches together would lose, the others rearranged for the best; nil in a two-way choice.
    package let loss: AssignmentWorth?
  }

  package let seeker: String
  package let helper: String
  package let points: Int
  /// Those with points and those without, in the order of the criteria; what is not known is left out.
  package let reasons: [Reason]
  /// It stood before and was not judged.
  package let isFixed: Bool
  /// Nil for a fixed match, and where nothing else may be.
  package let alternative: Alternative?

  /// What speaks for it, the heaviest first.
  package var sentence: Wording {
    let told = reasons.filter { $0.share > 0 }.enumerated().sorted {
      ($1.element.share * $1.element.weight, $0.offset) < ($0.element.share * $0.element.weight, $1.offset)
    }.map(\.element.sentence)
    guard !told.isEmpty else {
      return isFixed
        ? Wording(zh: "原有安排，保持不变", en: "stood before and stays")
        : Wording(zh: "没有妨碍，也没有特别合适之处", en: "nothing against it, nothing in particular for it")
    }
    return Wording(
      zh: told.map(\.chinese).joined(separator: "；"), en: told.map(\.english).joined(separator: "; "))
  }
}

/// A seeker who has fewer matches than it is to have, and why.
package struct Unmatched: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Nobody may: by criterion, how many helpers it rules out and what it says of the first.
    case ruledOut([RuledOut])
    /// Too few places: with the rivals, who may be helped by no others, more are wanted than there are.
    case short(rivals: [String], helpers: [String], wanted: Int, places: Int)
    /// In a two-way choice: so many would do, and all their places went to others whom they would rather have.
    case othersPreferred(helpers: Int)
    /// A match would take more points than it brings.
    case notWorth
    case nobodyThere
  }

  package struct RuledOut: Hashable, Sendable {
    package let title: Wording
    package let helpers: Int
    package let example: Wording
  }

  package let seeker: String
  package let missing: Int
  package let reason: Reason

  package var sentence: Wording {
    switch reason {
    case .ruledOut(let rules):
      let each = rules.map { rule in
        Wording(
          zh: "\(rule.title.chinese) \(rule.helpers) 个（如：\(rule.example.chinese)）",
          en: "\(rule.helpers) by \(rule.title.english) (such as: \(rule.example.english))")
      }
      return Wording(
        zh: "没有可匹配的对象，排除原因：" + each.map(\.chinese).joined(separator: "；"),
        en: "nobody may: ruled out " + each.map(\.english).joined(separator: "; "))
    case .short(let rivals, let helpers, let wanted, let places):
      return Wording(
        zh: "名额不足：与另外 \(rivals.count) 名（\(listed(rivals))）只能由同样 \(helpers.count) 名（\(listed(helpers))）承接，"
          + "共需 \(wanted) 个名额，只有 \(places) 个",
        en: "too few places: with \(rivals.count) others (\(listed(rivals, by: ", "))) there are only "
          + "\(helpers.count) who may (\(listed(helpers, by: ", "))): \(wanted) places wanted, \(places) there"
      )
    case .othersPreferred(let helpers):
      return Wording(
        zh: "可选的 \(helpers) 名已满，且均更愿意选择现有对象",
        en: "the \(helpers) who may are full with others whom they prefer")
    case .notWorth:
      return Wording(zh: "匹配会使总分下降", en: "a match would take more points than it brings")
    case .nobodyThere:
      return Wording(zh: "没有任何可匹配的对象", en: "there is nobody to be matched with")
    }
  }

  private func listed(_ ids: [String], by separator: String = "、") -> String {
    ids.prefix(5).joined(separator: separator) + (ids.count > 5 ? "…" : "")
  }
}

/// Seekers and helpers matched: the best total, or a two-way choice.
package struct Matching: Sendable {
  package enum Mode: Hashable, Sendable {
    /// As many as can be are served, and of these assignments the one with most points.
    case everyoneFirst
    case bestTotal
    /// Both sides choose, and no two would rather have each other.
    case twoWay
  }

  /// What shows that the matching is what it is called.
  package enum Proof: Hashable, Sendable {
    /// Prices under which nothing can be worth more than `bound`; equal to what the matching is worth.
    case bound(Int, value: Int)
    case blockingPairs(Int)

    package var holds: Bool {
      switch self {
      case .bound(let bound, let value): bound == value
      case .blockingPairs(let count): count == 0
      }
    }
  }

  package struct Member: Hashable, Sendable {
    package let profile: MatchProfile
    package let seats: Seats

    package init(_ profile: MatchProfile, _ seats: Seats = Seats()) {
      self.profile = profile
      self.seats = seats
    }
  }

  package let mode: Mode
  /// By seeker and helper.
  package let matches: [Match]
  package let unmatched: [Unmatched]
  package let worth: AssignmentWorth
  package let proof: Proof
  /// Fixed pairs that name somebody who is not there, `seeker/helper`.
  package let unknownFixed: [String]
  /// The most points that a match can have.
  package let fullPoints: Int
  /// By helper's id: matches and capacity.
  package let loads: [String: (matches: Int, capacity: Int)]
}

extension Matching {
  /// Matches seekers and helpers; the order in which they are given does not matter.
  ///
  /// Equals are told apart by id. Of members with the same id the first counts.
  package init(
    _ seekers: [Member], with helpers: [Member], fixed: [(seeker: String, helper: String)] = [],
    mode: Mode = .everyoneFirst, settings: MatchSettings = MatchSettings(),
    criteria: [MatchCriterion] = .standard
  ) {
    let (seekers, helpers) = (Self.sorted(seekers), Self.sorted(helpers))
    let numbers = (Self.numbers(seekers), Self.numbers(helpers))
    let profiles = (seekers.map(\.profile), helpers.map(\.profile))
    let pairs = fixed.compactMap { pair -> Pair? in
      guard let seeker = numbers.0[pair.seeker], let helper = numbers.1[pair.helper] else { return nil }
      return Pair(seeker, helper)
    }
    let table = ScoreTable(
      seekers: profiles.0, helpers: profiles.1, criteria: criteria, settings: settings)
    let task = AssignmentTask(
      table, seekers: seekers.map(\.seats), helpers: helpers.map(\.seats), fixed: pairs,
      aim: mode == .bestTotal ? .bestTotal : .everyoneFirst)
    var account = MatchAccount(task: task)
    let found: [Pair]
    if mode == .twoWay {
      let choice = TwoWayTask(
        bySeekers: table.view(of: .seeker), byHelpers: table.view(of: .helper), seekers: task.seekers,
        helpers: task.helpers,
        fixed: pairs)
      found = StableMatching(choice).pairs
      proof = .blockingPairs(choice.blockingPairs(of: found).count)
      account.tellNextChoices(in: choice, found)
    } else {
      let best = BestAssignment(task)
      found = best.pairs
      proof = .bound(task.bound(by: best.prices), value: best.prices.value(of: best.worth))
      account.tellAlternatives(to: best)
    }
    self.mode = mode
    matches = found.map { account.match($0) }.sorted { ($0.seeker, $0.helper) < ($1.seeker, $1.helper) }
    unmatched = account.unmatched(found, isTwoWay: mode == .twoWay)
    worth = task.worth(of: found) ?? AssignmentWorth()
    fullPoints = task.scores.fullPoints
    unknownFixed = fixed.filter { numbers.0[$0.seeker] == nil || numbers.1[$0.helper] == nil }
      .map { "\($0.seeker)/\($0.helper)" }.sorted()
    var counts: [Int: Int] = [:]
    for pair in found { counts[pair.helper, default: 0] += 1 }
    loads = Dictionary(
      uniqueKeysWithValues: helpers.enumerated().map { number, helper in
        (helper.profile.id, (counts[number] ?? 0, helper.seats.capacity))
      })
  }

  private static func sorted(_ members: [Member]) -> [Member] {
    var seen: Set<String> = []
    return members.filter { seen.insert($0.profile.id).inserted }.sorted { $0.profile.id < $1.profile.id }
  }

  private static func numbers(_ members: [Member]) -> [String: Int] {
    Dictionary(zip(members.map(\.profile.id), members.indices), uniquingKeysWith: { first, _ in first })
  }
}
