package import Civil

/// One reason why a pair fits: a share of full points, with the sentence that says so.
package struct MatchCriterion: Sendable {
  /// What a criterion finds of a pair.
  ///
  /// The sentence is put together only where it is told: millions of pairs are looked at.
  package enum Finding: Sendable {
    /// 0 to 100.
    case points(Int, @autoclosure @Sendable () -> Wording)
    /// The pair may not be.
    case excluded(@autoclosure @Sendable () -> Wording)
    /// One side says nothing of it: no points.
    case unknown

    package var points: Int { if case .points(let points, _) = self { points } else { 0 } }
  }

  /// Whose view it belongs to in a two-way choice.
  package enum Side: Hashable, Sendable { case both, seeker, helper }

  package let name: String
  package let title: Wording
  /// Points weigh so much unless the settings say otherwise.
  package let weight: Int
  package let side: Side
  /// Whether it only concerns pairs of which one names the other.
  package let isOfNames: Bool
  /// What of a profile it looks at: profiles with the same key are judged once.
  package let key: @Sendable (MatchProfile) -> AnyHashable
  /// Seeker first.
  package let judge: @Sendable (MatchProfile, MatchProfile, MatchSettings) -> Finding

  package init(
    _ name: String, _ title: Wording, weight: Int, side: Side = .both, isOfNames: Bool = false,
    key: @escaping @Sendable (MatchProfile) -> AnyHashable,
    judge: @escaping @Sendable (MatchProfile, MatchProfile, MatchSettings) -> Finding
  ) {
    self.name = name
    self.title = title
    self.weight = weight
    self.side = side
    self.isOfNames = isOfNames
    self.key = key
    self.judge = judge
  }

  /// What it finds under the settings: where it is required, no points are an exclusion.
  func finding(_ seeker: MatchProfile, _ helper: MatchProfile, _ settings: MatchSettings) -> Finding {
    let finding = judge(seeker, helper, settings)
    guard settings.required.contains(name), case .points(0, let sentence) = finding else { return finding }
    return .excluded(sentence())
  }
}

extension [MatchCriterion] {
  /// By what matches are judged, in the order in which reasons are told.
  package static let standard: [MatchCriterion] = [
    // What the help is about.
    .link, .industry, .skills, .funds, .category,
    // Where and when.
    .area, .time, .language,
    // What the two want.
    .wishOfSeeker, .wishOfHelper,
  ]
}

extension MatchCriterion {
  /// The helper is expert in the links of the chain that the seeker needs.
  package static let link = MatchCriterion(
    "link", Wording(zh: "服务环节", en: "link needed"), weight: 30, key: { $0.links }
  ) { seeker, helper, _ in
    guard !seeker.links.isEmpty, !helper.links.isEmpty else { return .unknown }
    let met = seeker.links.intersection(helper.links)
    guard !met.isEmpty else {
      return .points(
        0,
        Wording(
          zh: "不擅长所需环节“\(seeker.links.names.chinese)”", en: "not expert in \(seeker.links.names.english)"))
    }
    return .points(
      100 * met.count / seeker.links.count,
      Wording(zh: "擅长所需环节“\(met.names.chinese)”", en: "expert in \(met.names.english), which is needed"))
  }

  /// Both work in the same industry, the closer the better.
  package static let industry = MatchCriterion(
    "industry", Wording(zh: "行业", en: "industry"), weight: 25, key: { $0.industries }
  ) { seeker, helper, _ in
    let pairs = seeker.industries.flatMap { own in helper.industries.map { (own, $0) } }
    let closest = pairs.max { left, right in
      (left.0.agreement(with: left.1), right.0.code, right.1.code)
        < (right.0.agreement(with: right.1), left.0.code, left.1.code)
    }
    guard let closest else { return .unknown }
    let agreement = closest.0.agreement(with: closest.1)
    let points: [IndustryScope.Agreement: Int] = [.section: 50, .division: 80, .group: 90, .class: 100]
    return .points(
      points[agreement] ?? 0,
      Wording(
        zh: "行业\(agreement.name.chinese)（\(closest.0.code)、\(closest.1.code)）",
        en: "industry: \(agreement.name.english) (\(closest.0.code), \(closest.1.code))"))
  }

  /// The seeker has the skills that a project asks for.
  package static let skills = MatchCriterion(
    "skills", Wording(zh: "技能", en: "skills"), weight: 15, key: { $0.skills }
  ) { seeker, helper, _ in
    guard !helper.skills.isEmpty, !seeker.skills.isEmpty else { return .unknown }
    let met = helper.skills.intersection(seeker.skills).sorted().joined(separator: "、")
    return .points(
      100 * helper.skills.intersection(seeker.skills).count / helper.skills.count,
      met.isEmpty
        ? Wording(zh: "不具备所需技能", en: "none of the skills asked for")
        : Wording(zh: "具备所需技能：\(met)", en: "has the skills asked for: \(met)"))
  }

  /// What the seeker can put in is enough for the project.
  package static let funds = MatchCriterion(
    "funds", Wording(zh: "资金", en: "funds"), weight: 15, key: { $0.funds }
  ) { seeker, helper, _ in
    guard let own = seeker.funds, let asked = helper.funds else { return .unknown }
    let share = asked.fen <= own.fen ? 100 : Int(100 * Double(max(0, own.fen)) / Double(asked.fen))
    return .points(
      share,
      Wording(
        zh: "自有资金 \(own.fen / 100) 元，项目最低投资 \(asked.fen / 100) 元",
        en: "\(own.fen / 100) yuan of \(asked.fen / 100) yuan asked for at least"))
  }

  /// The helper is for people of the seeker's categories.
  package static let category = MatchCriterion(
    "category", Wording(zh: "人员类别", en: "category"), weight: 10, key: { $0.categories }
  ) { seeker, helper, _ in
    guard !helper.categories.isEmpty, !seeker.categories.isEmpty else { return .unknown }
    let isFor = !helper.categories.isDisjoint(with: seeker.categories)
    return isFor
      ? .points(100, Wording(zh: "面向该类人员", en: "is for people of this category"))
      : .points(0, Wording(zh: "不面向该类人员", en: "is for people of other categories"))
  }

  /// The two are near each other, by minutes on the way where they are known, else by the area that both lie in.
  package static let area = MatchCriterion(
    "area", Wording(zh: "区域与路程", en: "area and travel"), weight: 20,
    key: { [AnyHashable($0.areas), AnyHashable($0.isOnline)] }
  ) { seeker, helper, settings in
    if seeker.isOnline && helper.isOnline {
      return .points(100, Wording(zh: "可线上辅导", en: "may meet online"))
    }
    let pairs = seeker.areas.flatMap { own in helper.areas.map { (own, $0) } }
    guard !pairs.isEmpty else { return .unknown }
    if let minutes = pairs.compactMap({ settings.minutes($0.0, $0.1) }).min() {
      if let longest = settings.longestWay, minutes > longest { return .excluded(.away(minutes)) }
      return .points(max(0, 100 - 100 * minutes / 120), .away(minutes))
    }
    let level = pairs.map { $0.0.sharedLevel(with: $0.1) }.max() ?? .nation
    if let within = settings.within, level < within { return .excluded(level.sharedSentence) }
    let points: [AreaCode.Level: Int] = [
      .province: 10, .prefecture: 30, .county: 60, .street: 80, .community: 100,
    ]
    return .points(points[level] ?? 0, level.sharedSentence)
  }

  /// Both are free in the same hours of the week; twelve hours are full points.
  package static let time = MatchCriterion(
    "time", Wording(zh: "共同空闲时间", en: "free time in common"), weight: 15, key: { $0.free }
  ) { seeker, helper, settings in
    guard !seeker.free.isEmpty, !helper.free.isEmpty else { return .unknown }
    let common = seeker.free.intersection(helper.free).count
    guard common >= settings.commonHours else {
      return .excluded(
        Wording(
          zh: "每周共同空闲只有 \(common) 小时，至少需 \(settings.commonHours) 小时",
          en: "\(common) hours a week free in common, at least \(settings.commonHours) needed"))
    }
    return .points(
      min(100, 100 * common / 12),
      Wording(zh: "每周共同空闲 \(common) 小时", en: "\(common) hours a week free in common"))
  }

  /// Both speak a language or dialect: a must for a seeker who does not speak the common language (普通话).
  package static let language = MatchCriterion(
    "language", Wording(zh: "语言", en: "language"), weight: 10, key: { $0.languages }
  ) { seeker, helper, _ in
    guard !seeker.languages.isEmpty, !helper.languages.isEmpty else { return .unknown }
    let shared = seeker.languages.intersection(helper.languages).sorted().joined(separator: "、")
    if !shared.isEmpty { return .points(100, Wording(zh: "都讲\(shared)", en: "both speak \(shared)")) }
    if seeker.languages.contains(SpokenLanguage.putonghua) {
      return .points(0, Wording(zh: "没有共同语言或方言", en: "no language in common"))
    }
    let own = seeker.languages.sorted().joined(separator: "、")
    return .excluded(
      Wording(zh: "学员只讲\(own)，对方不会", en: "the seeker speaks \(own) only, which the other does not"))
  }

  /// The seeker wished for the helper, or will not have it.
  package static let wishOfSeeker = wish(
    "seeker-wish", Wording(zh: "本人意愿", en: "the seeker's wish"), of: .seeker)

  /// The helper wished for the seeker, or will not have it.
  package static let wishOfHelper = wish(
    "helper-wish", Wording(zh: "对方意愿", en: "the helper's wish"), of: .helper)

  private static func wish(_ name: String, _ title: Wording, of side: Side) -> MatchCriterion {
    MatchCriterion(name, title, weight: 25, side: side, isOfNames: true, key: { $0.id }) {
      seeker, helper, _ in
      let (one, other) = side == .seeker ? (seeker, helper) : (helper, seeker)
      if one.refusals.contains(other.id) {
        return .excluded(
          Wording(zh: "\(one.name)不选\(other.name)", en: "\(one.name) will not have \(other.name)"))
      }
      guard let rank = one.wishes[other.id] else { return .unknown }
      return .points(
        max(10, 120 - 20 * max(1, rank)),
        Wording(zh: "\(one.name)的第 \(rank) 志愿", en: "choice \(rank) of \(one.name)"))
    }
  }
}

extension Wording {
  fileprivate static func away(_ minutes: Int) -> Wording {
    Wording(zh: "路程 \(minutes) 分钟", en: "\(minutes) minutes away")
  }
}

extension Set<ServiceLink> {
  fileprivate var names: Wording {
    let links = sorted().map(\.name)
    return Wording(
      zh: links.map(\.chinese).joined(separator: "、"), en: links.map(\.english).joined(separator: ", "))
  }
}

extension AreaCode {
  /// The smallest level on which both lie in one area.
  fileprivate func sharedLevel(with other: AreaCode) -> Level {
    Level.allCases.last { level in
      level <= self.level && level <= other.level && ancestor(at: level) == other.ancestor(at: level)
    } ?? .nation
  }
}

extension AreaCode.Level {
  fileprivate var sharedSentence: Wording {
    switch self {
    case .nation: Wording(zh: "不在同一省", en: "in different provinces")
    case .province: Wording(zh: "在同一省", en: "in the same province")
    case .prefecture: Wording(zh: "在同一市", en: "in the same prefecture")
    case .county: Wording(zh: "在同一区县", en: "in the same county")
    case .street: Wording(zh: "在同一街道（乡镇）", en: "in the same street or town")
    case .community: Wording(zh: "在同一社区（村）", en: "in the same community")
    }
  }
}
