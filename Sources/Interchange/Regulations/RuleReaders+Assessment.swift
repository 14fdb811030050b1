import Civil
import Indicators

/// The rules of indicators, progress and assessment.
extension RuleReaders {
  static func indicators(_ keys: KeyReader, _ head: RegulationHead) -> IndicatorRule? {
    let base: IndicatorRule.StartBase? = keys.required("startBase", .word)
    let lag = keys.required("startLag", .integer(1...3650))
    let initial = keys.required("initialDays", .integer(1...3650))
    guard let base, let lag, let initial else { return nil }
    return IndicatorRule(
      stamp: head.stamp(.indicators), startBase: base, startLag: lag, initialDays: initial)
  }

  static func openIndicators(_ head: RegulationHead) -> NodeReader<OpenIndicatorRule> {
    NodeReader { node, path, problems in
      let definitions = NodeReader<[OpenIndicatorRule.Definition]>.list(.object(openIndicator))
        .read(node, path, problems)
      guard let definitions else { return nil }
      do throws(UnitMismatch) {
        return try OpenIndicatorRule(stamp: head.stamp(.openIndicators), definitions: definitions)
      } catch {
        problems.add(
          path, node.line, found: "\(error.left.rawValue), \(error.right.rawValue)", error.sentence,
          Wording(zh: "分子、分母须为同一单位", en: "both counts need one unit"))
        return nil
      }
    }
  }

  private static var measure: NodeReader<String> { .word([Measure].standard.map { ($0.id, $0.id) }) }

  private static func openIndicator(_ keys: KeyReader) -> OpenIndicatorRule.Definition? {
    let id = keys.required("id", .identifier)
    let name = keys.required("name", .wording)
    let numerator = keys.required("numerator", measure)
    let denominator = keys.required("denominator", measure)
    guard let id, let name, let numerator, let denominator else { return nil }
    return OpenIndicatorRule.Definition(id: id, name: name, numerator: numerator, denominator: denominator)
  }

  static func progress(_ keys: KeyReader, _ head: RegulationHead) -> ProgressRule? {
    let green = keys.required("green", .decimal(0...10))
    let amber = keys.required("amber", .decimal(0...10))
    guard let green, let amber else { return nil }
    guard amber <= green else {
      keys.problems.add(
        keys.inner("amber"), keys.line, found: "\(amber)",
        Wording(zh: "高于 green 的 \(green)", en: "above green, \(green)"),
        Wording(zh: "应不高于 green", en: "expected at most green"))
      return nil
    }
    return ProgressRule(stamp: head.stamp(.progress), green: green, amber: amber)
  }

  static func points(_ keys: KeyReader, _ head: RegulationHead) -> PointsRule? {
    let items = keys.required("items", .list(least: 1, .object(item)))
    let pass = keys.required("pass", .decimal(0...1000))
    guard let items, let pass else { return nil }
    return PointsRule(stamp: head.stamp(.points), items: items, pass: pass)
  }

  private static func item(_ keys: KeyReader) -> PointsRule.Item? {
    let measure = keys.required(
      "measure", measure)
    let name = keys.required("name", .wording)
    let points = keys.required("points", .decimal(0...1000))
    let method = keys.required("method", .object(method))
    let effort = keys.optional("effort", .integer(1...1_000_000)) ?? 1
    guard let measure, let name, let points, let method else { return nil }
    if case .steps(let steps) = method, let over = steps.first(where: { $0.points > points }) {
      keys.problems.add(
        keys.inner("method.steps"), keys.line, found: "\(over.points)",
        Wording(zh: "高于该项满分 \(points)", en: "more than the item's \(points) points"),
        Wording(zh: "应不高于满分", en: "expected at most those"))
      return nil
    }
    return PointsRule.Item(measure: measure, name: name, points: points, method: method, effort: effort)
  }

  /// `{ "kind": "proportional", "from": 0.6 }`, `{ "kind": "allOrNothing" }` or `{ "kind": "steps", "steps": […] }`.
  private static func method(_ keys: KeyReader) -> PointsRule.Method? {
    let kind = keys.required("kind", .word([("proportional", 0), ("allOrNothing", 1), ("steps", 2)]))
    switch kind {
    case 0: return keys.required("from", .decimal(0...1)).map { .proportional(from: $0) }
    case 1: return .allOrNothing
    case 2:
      return keys.required("steps", .list(least: 1, .object(step))).map { steps in
        .steps(steps.sorted { $0.share < $1.share })
      }
    default: return nil
    }
  }

  private static func step(_ keys: KeyReader) -> PointsRule.Step? {
    let (share, points) = (
      keys.required("share", .decimal(0.01...10)), keys.required("points", .decimal(0...1000))
    )
    guard let share, let points else { return nil }
    return PointsRule.Step(share: share, points: points)
  }
}
