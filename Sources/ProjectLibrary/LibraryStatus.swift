package import Civil

/// The library against its gates on a date: what counts, what does not and why, and what is missing.
package struct LibraryStatus: Hashable, Sendable {
  /// Why a project does not count.
  package enum Exclusion: Hashable, Sendable {
    case notReviewed(ProjectState)
    case retired(reason: String?)
    case expired(CivilDate)
    case withoutTerm
    case idea

    package var text: Wording {
      switch self {
      case .notReviewed(let state):
        Wording(zh: "未通过评审（\(state.name.chinese)）", en: "not reviewed yet (\(state.name.english))")
      case .retired(let reason):
        Wording(
          zh: "已停用" + (reason.map { "：\($0)" } ?? ""), en: "retired" + (reason.map { ": \($0)" } ?? ""))
      case .expired(let date): Wording(zh: "有效期至 \(date)，已过期", en: "held until \(date)")
      case .withoutTerm: Wording(zh: "没有有效期", en: "without a term")
      case .idea: Wording(zh: "金点子，不计入项目数", en: "a golden idea, which is no project")
      }
    }
  }

  package struct Excluded: Hashable, Sendable {
    package let id: String
    package let why: Exclusion
  }

  /// One gate: what was counted and how many are needed.
  package struct Gate: Hashable, Sendable {
    package let name: Wording
    /// What is counted: ids of projects, or codes of industries.
    package let counted: [String]
    package let need: Int
    /// Whether the wording of the demand can be read in another way, which another gate shows.
    package let isOneReading: Bool

    package var missing: Int { max(0, need - counted.count) }
    package var isReached: Bool { missing == 0 }
  }

  /// One industry with its projects in each condition.
  package struct IndustryLine: Hashable, Sendable {
    package let industry: Industry
    /// Points of the local plan for what it holds at best; 0: none.
    package let points: Int
    package let counted: [String]
    package let promoted: [String]
    /// On the way: collected or under review.
    package let pending: [String]
    package let expired: [String]
  }

  package let date: CivilDate
  package let rule: LibraryRule
  /// Ids of the projects that count, sorted.
  package let counted: [String]
  /// Ids of those in the guide catalogue: promoted among the counted.
  package let catalogue: [String]
  package let excluded: [Excluded]
  package let gates: [Gate]
  /// By division: those with a project and those that the local plan names.
  package let lines: [IndustryLine]
  /// The industries that the local plan names and of which no project counts, most points first.
  package let missingPriorities: [IndustryLine]
  /// Counted projects whose industry is not told finely enough to be counted.
  package let unclassified: [String]

  /// Counts the library on a date, with what was known on a day.
  package init(_ records: [ProjectRecord], rule: LibraryRule, on date: CivilDate, knownOn day: CivilDate) {
    let sorted = records.sorted { $0.project.id < $1.project.id }
    var counted: [Project] = []
    var catalogue: [Project] = []
    var excluded: [Excluded] = []
    for record in sorted where record.project.collectedOn <= date {
      let state = record.state(on: date, knownOn: day)
      if let why = LibraryStatus.exclusion(of: record, state, rule, on: date, knownOn: day) {
        excluded.append(Excluded(id: record.project.id, why: why))
      } else {
        counted.append(record.project)
        if state == .promoted { catalogue.append(record.project) }
      }
    }
    self.date = date
    self.rule = rule
    self.counted = counted.map(\.id)
    self.catalogue = catalogue.map(\.id)
    self.excluded = excluded
    unclassified = counted.filter { $0.industry.flatMap(rule.key) == nil }.map(\.id)
    let covered = Set(catalogue.compactMap { $0.industry.flatMap(rule.key) })
    gates = [
      Gate(
        name: Wording(zh: "项目库：已评审且有效的项目", en: "library: reviewed and valid projects"),
        counted: self.counted, need: rule.leastProjects, isOneReading: false),
      Gate(
        name: Wording(
          zh: "指导目录·按行业读：覆盖的行业\(rule.counting.name.chinese)",
          en: "guide catalogue, read as industries: \(rule.counting.name.english) covered"),
        counted: covered.sorted(), need: rule.leastIndustries, isOneReading: true),
      Gate(
        name: Wording(zh: "指导目录·按项目读：推介项目", en: "guide catalogue, read as items: promoted projects"),
        counted: self.catalogue, need: rule.leastIndustries, isOneReading: true),
    ]
    missingPriorities = rule.priorities.map { priority in
      LibraryStatus.line(
        priority.industry, priority.points, sorted.map(\.project), counted, catalogue, excluded)
    }.filter(\.counted.isEmpty).sorted {
      ($1.points, $0.industry.code) < ($0.points, $1.industry.code)
    }
    lines = LibraryStatus.lines(sorted.map(\.project), counted, catalogue, excluded, rule)
  }

  private static func exclusion(
    of record: ProjectRecord, _ state: ProjectState, _ rule: LibraryRule, on date: CivilDate,
    knownOn day: CivilDate
  ) -> Exclusion? {
    if state == .retired { return .retired(reason: record.steps.fact(on: date, knownOn: day)?.reason) }
    guard state.isReviewed else { return .notReviewed(state) }
    guard let term = record.validUntil(on: date, knownOn: day) else { return .withoutTerm }
    if term < date { return .expired(term) }
    return record.project.kind == .idea && !rule.countsIdeas ? .idea : nil
  }

  private static func lines(
    _ all: [Project], _ counted: [Project], _ catalogue: [Project], _ excluded: [Excluded],
    _ rule: LibraryRule
  ) -> [IndustryLine] {
    let divisions = Set((all.compactMap(\.industry) + rule.priorities.map(\.industry)).map(\.divisionCode))
    return divisions.compactMap { Industry($0) }.map { division in
      let points = rule.priorities.filter { division.contains($0.industry) }.map(\.points)
      return line(division, points.max() ?? 0, all, counted, catalogue, excluded)
    }.sorted { ($1.points, $0.industry.division) < ($0.points, $1.industry.division) }
  }

  private static func line(
    _ industry: Industry, _ points: Int, _ all: [Project], _ counted: [Project], _ catalogue: [Project],
    _ excluded: [Excluded]
  ) -> IndustryLine {
    let here = { (projects: [Project]) in
      projects.filter { $0.industry.map(industry.contains) ?? false }.map(\.id)
    }
    let ids = Set(here(all))
    let others = excluded.filter { ids.contains($0.id) }
    return IndustryLine(
      industry: industry, points: points, counted: here(counted), promoted: here(catalogue),
      pending: others.filter { if case .notReviewed = $0.why { true } else { false } }.map(\.id),
      expired: others.filter { if case .expired = $0.why { true } else { false } }.map(\.id))
  }
}
