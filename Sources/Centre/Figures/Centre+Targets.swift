package import Civil
package import Indicators
package import Interchange
import Logging
package import Reports
import Store

extension Centre {
  /// Enters targets; one of an id that is known takes the place of the earlier version, which is kept.
  ///
  /// Throws `refused` where the file has errors, and then nothing is entered.
  package func record(_ reading: FileReading<Target>) throws(CentreError) -> RecordedCounts {
    guard reading.isSound else { throw .unsound(reading.problems) }
    let stamp = try recordStamp()
    return try stored { store throws(StoreError) in try store.record(reading.rows.map(\.row), stamp: stamp) }
  }

  /// The targets that hold.
  package func targets() throws(CentreError) -> [Target] {
    try stored { store throws(StoreError) in try store.targets() }
  }

  /// Records how far a target is that no count measures (人工填报完成数), since it began.
  ///
  /// A later record for the same day corrects it. Throws where the target is unknown, is counted from the records, or
  /// the day or the amount cannot be.
  package func report(
    _ amount: Int, of id: String, on day: CivilDate? = nil, source: String
  ) throws(CentreError) -> (target: Target, on: CivilDate) {
    let stamp = try recordStamp()
    let on = day ?? stamp.on
    let target = try inOneStep { centre throws(CentreError) in
      guard let target = try centre.targets().first(where: { $0.id == id }) else {
        throw .refused(
          Wording(zh: "没有目标“\(id)”；见 target show", en: "there is no target '\(id)'; see 'target show'"))
      }
      guard target.measure.isEmpty, target.parts.isEmpty else {
        throw .refused(
          Wording(
            zh: "目标“\(id)”的完成数由\(target.parts.isEmpty ? "台账" : "分项")自动统计，不能人工填报",
            en:
              "target '\(id)' is counted from \(target.parts.isEmpty ? "the records" : "its parts"), not by hand"
          ))
      }
      guard (target.period.lowerBound...max(stamp.on, target.period.lowerBound)).contains(on), on <= stamp.on
      else {
        throw .refused(
          Wording(
            zh: "截止日期 \(on) 应在目标起始 \(target.period.lowerBound) 和今天 \(stamp.on) 之间",
            en:
              "the day, \(on), should lie between the target's first, \(target.period.lowerBound), and today, \(stamp.on)"
          ))
      }
      let amounts = try centre.stored { store throws(StoreError) in try store.reportedAmounts() }
      if let before = amounts.latest(of: id, on: on + -1, knownOn: stamp.on), before.amount > amount {
        throw .refused(
          Wording(
            zh: "累计完成数 \(amount) 少于 \(before.on) 填报的 \(before.amount)；请填自起始日的累计数，前一次有误的请先按该日重新填报",
            en:
              "\(amount) is less than the \(before.amount) of \(before.on): give what was reached since the beginning, or "
              + "report that day anew where it was wrong"))
      }
      let reported = ReportedAmount(target: id, amount: amount, on: on, source: source, recordedOn: stamp.on)
      try centre.stored { store throws(StoreError) in try store.record([reported], stamp: stamp) }
      return target
    }
    log.notice("target reported", metadata: ["target": "\(id)"])
    return (target, on)
  }

  /// The targets of an area and those below it, or all, and how far each is on a date, as known on a day.
  ///
  /// A target that names no count is the sum of its parts, where it has any, else what was reported of it.
  package func targetFacts(
    area: String?, on date: CivilDate, knownOn known: CivilDate
  ) throws(CentreError) -> TargetFacts {
    let all = try stored { store throws(StoreError) in try store.targets() }
    let code = AreaCode.prefix(area ?? "")
    let targets = all.filter { $0.area.hasPrefix(code) }
    var counts = TargetCounts(self, TargetTree(all), on: date, knownOn: known)
    var rows: [TargetFacts.Row] = []
    var stamp: RuleStamp?
    for target in targets {
      let rule = try rule(\.progress, .progress, in: target.area, on: date)
      stamp = stamp ?? rule.stamp
      switch try counts.done(of: target) {
      case .failure(let reason): rows.append(.init(target, .failure(reason)))
      case .success(let quantity):
        do throws(UnitMismatch) {
          rows.append(.init(target, .success(try Progress(target, done: quantity, on: date, rule: rule))))
        } catch {
          rows.append(.init(target, .failure(NotCounted(error.sentence))))
        }
      }
    }
    return TargetFacts(
      areaName: try areaName(area), areaNames: try areaNames(), date: date, rows: rows,
      // Whether the parts add up is asked of all targets, as parts of one may lie elsewhere.
      flaws: TargetTree(all).flaws.filter { flaw in targets.contains { $0.id == flaw.target } }, rule: stamp)
  }

  /// The dry-run assessment of an area on a date by the points in force there.
  ///
  /// Without an area: of the highest area that has targets. Throws where no regulation sets points there.
  package func assessment(
    area: String?, on date: CivilDate
  ) throws(CentreError) -> (assessment: Assessment, area: String) {
    let facts = try targetFacts(area: area, on: date, knownOn: date)
    let highest = facts.rows.map(\.target.area).min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    let assessed = area ?? highest ?? "0"
    let rule = try rule(\.points, .points, in: assessed, on: date)
    let own = facts.rows.filter {
      AreaCode.prefix($0.target.area) == AreaCode.prefix(assessed) && $0.target.period.contains(date)
    }
    let done = Dictionary(
      own.map { row in (row.target.measure, row.progress.map(\.done)) },
      uniquingKeysWith: { first, _ in first })
    let assessment = Assessment(rule, targets: own.map(\.target)) { measure in
      done[measure] ?? .failure(NotCounted(Wording(zh: "没有完成数", en: "nothing is counted")))
    }
    return (assessment, assessed)
  }
}

/// What was done of targets by a date; the records of an area are read once for all its targets.
private struct TargetCounts {
  private let centre: Centre
  private let tree: TargetTree
  private let date: CivilDate
  private let knownOn: CivilDate
  private var sources: [String: FigureSource] = [:]
  private var reportedAmounts: [ReportedAmount]?

  init(_ centre: Centre, _ tree: TargetTree, on date: CivilDate, knownOn: CivilDate) {
    self.centre = centre
    self.tree = tree
    self.date = date
    self.knownOn = knownOn
  }

  /// By the count that it names, else as the sum of its parts; or why there is no number.
  mutating func done(of target: Target) throws(CentreError) -> Result<Quantity, NotCounted> {
    guard let measure = [Measure].standard[target.measure] else { return try sum(of: target) }
    guard date >= target.period.lowerBound else { return .success(Quantity(0, measure.unit)) }
    let source: FigureSource
    if let known = sources[target.area] {
      source = known
    } else {
      source = try FigureSource(centre, area: target.area, knownOn: knownOn)
      sources[target.area] = source
    }
    let period = target.period.lowerBound...min(target.period.upperBound, date)
    switch measure.count(try source.evidence(of: period)) {
    case .success(let part): return .success(part.quantity)
    case .failure(let missing): return .failure(NotCounted(missing.sentence))
    }
  }

  /// What was reported of a target that nothing counts.
  private mutating func reported(of target: Target) throws(CentreError) -> Result<Quantity, NotCounted> {
    let amounts: [ReportedAmount]
    if let known = reportedAmounts {
      amounts = known
    } else {
      amounts = try centre.stored { store throws(StoreError) in try store.reportedAmounts() }
      reportedAmounts = amounts
    }
    if date < target.period.lowerBound { return .success(Quantity(0, target.quantity.unit)) }
    guard let latest = amounts.latest(of: target.id, on: date, knownOn: knownOn) else {
      return .failure(
        NotCounted(
          Wording(zh: "未指定统计指标，也未填报完成数", en: "it names no measure, and nothing was reported of it")))
    }
    return .success(Quantity(latest.amount, target.quantity.unit))
  }

  private mutating func sum(of target: Target) throws(CentreError) -> Result<Quantity, NotCounted> {
    let isCircle = tree.flaws.contains(.circle(target: target.id))
    let parts = tree.targets.filter { target.parts.contains($0.id) }
    if target.parts.isEmpty { return try reported(of: target) }
    guard !isCircle, parts.count == target.parts.count else {
      return .failure(
        NotCounted(Wording(zh: "分项不完整，不能统计", en: "some of its parts are missing, so it has no number")))
    }
    var sum = Quantity(0, target.quantity.unit)
    for part in parts {
      switch try done(of: part) {
      case .failure(let reason): return .failure(reason)
      case .success(let quantity):
        do throws(UnitMismatch) {
          sum = try sum.adding(quantity)
        } catch {
          return .failure(NotCounted(error.sentence))
        }
      }
    }
    return .success(sum)
  }
}
