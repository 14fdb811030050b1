import Civil

extension [MatchCriterion] {
  /// By what a trainee and a mentor are judged.
  package static let ofMentors: [MatchCriterion] = [
    .link, .industry, .area, .time, .language, .wishOfSeeker, .wishOfHelper,
  ]

  /// By what a trainee and a project are judged.
  package static let ofProjects: [MatchCriterion] = [
    .industry, .skills, .funds, .category, .place, .wishOfSeeker, .wishOfHelper,
  ]

  /// By what a cadre and a firm, or others of whom little is told, are judged.
  package static let ofPairings: [MatchCriterion] = [
    .industry, .skills, .area, .wishOfSeeker, .wishOfHelper,
  ]

  /// All that settings may name.
  package static let all: [MatchCriterion] = standard + [.place]
}

extension MatchCriterion {
  /// The project may be started where the seeker is.
  package static let place = MatchCriterion(
    "place", Wording(zh: "实施区域", en: "where it can be started"), weight: 15, key: { $0.areas }
  ) { seeker, helper, _ in
    guard !helper.areas.isEmpty else {
      return .points(100, Wording(zh: "不限实施区域", en: "can be started anywhere"))
    }
    guard !seeker.areas.isEmpty else { return .unknown }
    let isThere = seeker.areas.contains { own in
      helper.areas.contains { own.isWithin($0) || $0.isWithin(own) }
    }
    let codes = helper.areas.sorted().map(\.description).joined(separator: "、")
    return isThere
      ? .points(100, Wording(zh: "可在本地实施（\(codes)）", en: "can be started there (\(codes))"))
      : .excluded(Wording(zh: "只能在 \(codes) 实施", en: "can be started in \(codes) only"))
  }
}
