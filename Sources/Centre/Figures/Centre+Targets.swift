package import Civil
package import Indicators
package import Interchange
package import Reports
package import Store

extension Centre {
  /// Enters targets; one of an id that is known takes the place of the earlier version, which is kept.
  ///
  /// Throws `refused` where the file has errors, and then nothing is entered.
  package func record(_ reading: FileReading<Target>) throws(CentreError) -> RecordedCounts {
    guard reading.isSound else { throw .unsound(reading.problems) }
    let stamp = try recordStamp()
    return try stored { store throws(StoreError) in try store.record(reading.rows.map(\.row), stamp: stamp) }
  }

  /// The targets of an area and those below it, or all, and how far each is on a date.
  package func targetFacts(area: String?, on date: CivilDate) throws(CentreError) -> TargetFacts {
    let all = try stored { store throws(StoreError) in try store.targets() }
    let code = AreaCode.prefix(area ?? "")
    let targets = all.filter { $0.area.hasPrefix(code) }
    var sources: [String: FigureSource] = [:]
    var rows: [TargetFacts.Row] = []
    var stamp: RuleStamp?
    for target in targets {
      let rule = try rule(\.progress, .progress, in: target.area, on: date)
      stamp = stamp ?? rule.stamp
      switch try done(of: target, on: date, &sources) {
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
      areaName: try areaName(area), date: date, rows: rows,
      // Whether the parts add up is asked of all targets, as parts of one may lie elsewhere.
      flaws: TargetTree(all).flaws.filter { flaw in targets.contains { $0.id == flaw.target } }, rule: stamp)
  }

  /// What was done of a target by a date; the area's records are read once for all its targets.
  private func done(
    of target: Target, on date: CivilDate, _ sources: inout [String: FigureSource]
  ) throws(CentreError) -> Result<Quantity, NotCounted> {
    guard let measure = [Measure].standard[target.measure] else {
      return .failure(
        NotCounted(Wording(zh: "未指定统计指标，须手工填报", en: "it names no count: what is done is entered by hand")))
    }
    guard date >= target.period.lowerBound else { return .success(Quantity(0, measure.unit)) }
    let source: FigureSource
    if let known = sources[target.area] {
      source = known
    } else {
      source = try FigureSource(self, area: target.area, knownOn: date)
      sources[target.area] = source
    }
    let period = target.period.lowerBound...min(target.period.upperBound, date)
    switch measure.count(try source.evidence(of: period)) {
    case .success(let part): return .success(part.quantity)
    case .failure(let missing): return .failure(NotCounted(missing.sentence))
    }
  }

  /// The dry-run assessment of an area on a date by the points in force there.
  ///
  /// Without an area: of the highest area that has targets. Throws where no regulation sets points there.
  package func assessment(
    area: String?, on date: CivilDate
  ) throws(CentreError) -> (assessment: Assessment, area: String) {
    let facts = try targetFacts(area: area, on: date)
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
