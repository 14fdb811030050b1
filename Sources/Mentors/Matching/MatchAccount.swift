import Civil

/// Tells in words what an assignment of numbers means.
struct MatchAccount {
  let task: AssignmentTask<ScoreTable>
  private let isFixed: Set<Pair>
  private var alternatives: [Pair: Match.Alternative] = [:]
  /// Of shortages that were told; many share one.
  private var names: [CapacityShortage: (rivals: [String], helpers: [String])] = [:]

  init(task: AssignmentTask<ScoreTable>) {
    self.task = task
    isFixed = Set(task.fixed)
  }

  private var table: ScoreTable { task.scores }

  mutating func tellAlternatives(to best: BestAssignment<ScoreTable>) {
    let losses = AssignmentLosses(best)
    for helper in table.helpers.indices {
      for (seeker, alternative) in losses.alternatives(toMatchesOf: helper) {
        alternatives[Pair(seeker, helper)] = Match.Alternative(
          helper: alternative.helper.map { table.helpers[$0].id }, loss: alternative.loss)
      }
    }
  }

  /// In a two-way choice the next best is the next on the seeker's own list.
  mutating func tellNextChoices(in choice: TwoWayTask<ScoreTable>, _ pairs: [Pair]) {
    var rows = (
      mine: Array(repeating: Int32(0), count: table.helpers.count),
      theirs: Array(repeating: Int32(0), count: table.helpers.count)
    )
    let isMatched = Set(pairs)
    for pair in pairs where !isFixed.contains(pair) {
      choice.bySeekers.fill(&rows.mine, seeker: pair.seeker)
      choice.byHelpers.fill(&rows.theirs, seeker: pair.seeker)
      let own = rows.mine[pair.helper]
      var next: Int?
      for helper in table.helpers.indices where helper != pair.helper {
        let points = rows.mine[helper]
        guard points != ScoreTable.excluded, rows.theirs[helper] != ScoreTable.excluded, points <= own,
          !isMatched.contains(Pair(pair.seeker, helper))
        else { continue }
        if next.map({ rows.mine[$0] < points }) ?? true { next = helper }
      }
      alternatives[pair] = next.map { Match.Alternative(helper: table.helpers[$0].id, loss: nil) }
    }
  }

  func match(_ pair: Pair) -> Match {
    var points = 0
    var reasons: [Match.Reason] = []
    for (criterion, finding) in table.findings(pair.seeker, pair.helper) {
      let weight = table.settings.weight(of: criterion)
      switch finding {
      case .points(let share, let sentence):
        points += share * weight
        reasons.append(
          Match.Reason(
            criterion: criterion.name, title: criterion.title, share: share, weight: weight,
            sentence: sentence()))
      case .excluded(let sentence):
        reasons.append(
          Match.Reason(
            criterion: criterion.name, title: criterion.title, share: 0, weight: weight,
            sentence: sentence()))
      case .unknown: continue
      }
    }
    return Match(
      seeker: table.seekers[pair.seeker].id, helper: table.helpers[pair.helper].id, points: points,
      reasons: reasons, isFixed: isFixed.contains(pair), alternative: alternatives[pair])
  }

  mutating func unmatched(_ pairs: [Pair], isTwoWay: Bool) -> [Unmatched] {
    var degrees = Array(repeating: 0, count: table.seekers.count)
    for pair in pairs { degrees[pair.seeker] += 1 }
    var finder = ShortageFinder(task, pairs: isTwoWay ? [] : pairs)
    let matched = Set(pairs)
    return table.seekers.indices.compactMap { seeker in
      let missing = task.seekers[seeker].minimum - degrees[seeker]
      guard missing > 0 else { return nil }
      let reason = reason(seeker, matched, isTwoWay, &finder)
      return Unmatched(seeker: table.seekers[seeker].id, missing: missing, reason: reason)
    }
  }

  private mutating func reason(
    _ seeker: Int, _ matched: Set<Pair>, _ isTwoWay: Bool, _ finder: inout ShortageFinder<ScoreTable>
  ) -> Unmatched.Reason {
    guard !table.helpers.isEmpty else { return .nobodyThere }
    var row = Array(repeating: Int32(0), count: table.helpers.count)
    table.fill(&row, seeker: seeker)
    let open = row.indices.filter {
      row[$0] != ScoreTable.excluded && !matched.contains(Pair(seeker, $0))
    }
    guard !open.isEmpty else { return .ruledOut(ruledOut(seeker, row)) }
    if isTwoWay { return .othersPreferred(helpers: open.count) }
    guard let (common, wanted) = finder.shortage(of: seeker) else { return .notWorth }
    let (rivals, helpers) = names[common] ?? ids(common)
    names[common] = (rivals, helpers)
    return .short(rivals: rivals, helpers: helpers, wanted: wanted, places: common.places)
  }

  private func ids(_ shortage: CapacityShortage) -> (rivals: [String], helpers: [String]) {
    (shortage.rivals.map { table.seekers[$0].id }, shortage.helpers.map { table.helpers[$0].id })
  }

  /// By criterion the helpers that it rules out; one that several rule out counts for the first.
  private func ruledOut(_ seeker: Int, _ row: [Int32]) -> [Unmatched.RuledOut] {
    var found: [(criterion: MatchCriterion, helpers: Int, example: Wording)] = []
    for helper in row.indices where row[helper] == ScoreTable.excluded {
      for case (let criterion, .excluded(let sentence)) in table.findings(seeker, helper) {
        if let place = found.firstIndex(where: { $0.criterion.name == criterion.name }) {
          found[place].helpers += 1
        } else {
          found.append((criterion, 1, sentence()))
        }
        break
      }
    }
    return found.sorted { $0.helpers > $1.helpers }
      .map { Unmatched.RuledOut(title: $0.criterion.title, helpers: $0.helpers, example: $0.example) }
  }
}
