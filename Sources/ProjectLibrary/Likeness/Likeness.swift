package import Civil

/// How like two projects are, 0 to 1, with what speaks for it.
///
/// A weighted sum of four likenesses: of the names 0.40, of the summaries 0.40 (Dice's coefficient of pairs of
/// characters, L. R. Dice 1945), of the industries 0.12 (the same class 1, group 0.8, division 0.5; where one is not
/// told 0.4), of the investment ranges 0.08 (what they share of what they cover).
package struct Likeness: Hashable, Sendable {
  package let name: Double
  package let summary: Double
  package let industry: Double
  package let investment: Double

  package init(name: Double, summary: Double, industry: Double, investment: Double) {
    self.name = name
    self.summary = summary
    self.industry = industry
    self.investment = investment
  }

  package var total: Double { 0.40 * name + 0.40 * summary + 0.12 * industry + 0.08 * investment }

  /// What speaks for it, as a warning says it.
  package var reasons: [Wording] {
    var reasons: [Wording] = []
    if name >= 0.3 {
      reasons.append(
        Wording(zh: "名称相近（\(percent(name, decimals: 0))）", en: "names alike (\(percent(name, decimals: 0)))"))
    }
    if summary >= 0.2 {
      reasons.append(
        Wording(
          zh: "简介相近（\(percent(summary, decimals: 0))）",
          en: "summaries alike (\(percent(summary, decimals: 0)))"))
    }
    if industry >= 0.5 {
      reasons.append(
        industry == 1
          ? Wording(zh: "行业代码相同", en: "the same industry code")
          : Wording(zh: "行业相近", en: "industries near each other"))
    }
    if investment >= 0.5 { reasons.append(Wording(zh: "投资额重合", en: "the same investment")) }
    return reasons
  }

  static func of(_ left: Industry?, _ right: Industry?) -> Double {
    guard let left, let right else { return 0.4 }
    guard left.division == right.division else { return 0 }
    if left.code == right.code, left.code.count == 4 { return 1 }
    return left.groupCode != nil && left.groupCode == right.groupCode ? 0.8 : 0.5
  }

  static func of(_ left: ClosedRange<Money>?, _ right: ClosedRange<Money>?) -> Double {
    guard let left, let right else { return 0.4 }
    if left == right { return 1 }
    let shared = min(left.upperBound, right.upperBound).fen - max(left.lowerBound, right.lowerBound).fen
    let whole = max(left.upperBound, right.upperBound).fen - min(left.lowerBound, right.lowerBound).fen
    return shared > 0 && whole > 0 ? Double(shared) / Double(whole) : 0
  }
}

/// That a project may stand in the library already.
package struct NearDuplicate: Hashable, Sendable {
  /// The project that came later.
  package let project: String
  package let earlier: String
  package let earlierName: String
  package let likeness: Likeness

  package var text: Wording {
    let share = percent(likeness.total, decimals: 0)
    let reasons = likeness.reasons
    return Wording(
      zh: "与“\(earlier) \(earlierName)”可能重复（相似度 \(share)：\(reasons.map(\.chinese).joined(separator: "、"))）",
      en: "may be the same as \(earlier) \(earlierName) (\(share) alike: "
        + "\(reasons.map(\.english).joined(separator: ", ")))")
  }
}

/// The projects that others are compared with.
package struct LikenessIndex: Sendable {
  private struct Entry: Sendable {
    let project: Project
    let name: TextShingles
    let summary: TextShingles

    init(_ project: Project) {
      self.project = project
      name = TextShingles(project.name)
      summary = TextShingles(project.summary)
    }
  }

  private var entries: [Entry] = []
  private var byPair: [UInt64: [Int]] = [:]
  private let names: ShingleWeights
  private let summaries: ShingleWeights

  /// An index of a library; `others` are projects to come, which say too what is common.
  package init(_ library: [Project], others: [Project] = []) {
    let entries = (library + others).map(Entry.init)
    names = ShingleWeights(entries.map(\.name))
    summaries = ShingleWeights(entries.map(\.summary))
    for entry in entries.prefix(library.count) { add(entry) }
  }

  private mutating func add(_ entry: Entry) {
    for pair in Set(entry.name.pairs).union(entry.summary.pairs) {
      byPair[pair, default: []].append(entries.count)
    }
    entries.append(entry)
  }

  private func likeness(_ left: Entry, _ right: Entry) -> Likeness {
    Likeness(
      name: names.dice(left.name, right.name), summary: summaries.dice(left.summary, right.summary),
      industry: Likeness.of(left.project.industry, right.project.industry),
      investment: Likeness.of(left.project.investment, right.project.investment))
  }

  /// How like two projects are, by the weights of this library.
  package func likeness(of left: Project, _ right: Project) -> Likeness {
    likeness(Entry(left), Entry(right))
  }

  /// The projects of the index that are at least so like one, the likest first; one of the same id is itself.
  package func near(_ project: Project, least: Double) -> [NearDuplicate] {
    let entry = Entry(project)
    var candidates: Set<Int> = []
    for pair in Set(entry.name.pairs).union(entry.summary.pairs) { candidates.formUnion(byPair[pair] ?? []) }
    return candidates.sorted().compactMap { place -> NearDuplicate? in
      let other = entries[place]
      guard other.project.id != project.id else { return nil }
      let likeness = likeness(entry, other)
      guard likeness.total >= least else { return nil }
      return NearDuplicate(
        project: project.id, earlier: other.project.id, earlierName: other.project.name, likeness: likeness)
    }.sorted { ($1.likeness.total, $0.earlier) < ($0.likeness.total, $1.earlier) }
  }

  /// What of an import may stand in the library or earlier in the import, for each project the likest only.
  package static func warnings(
    for projects: [Project], against library: [Project], least: Double
  ) -> [NearDuplicate] {
    var index = LikenessIndex(library, others: projects)
    return projects.compactMap { project in
      defer { index.add(Entry(project)) }
      return index.near(project, least: least).first
    }
  }
}
