import Civil
import Planning
import Reports
import Scheduling

/// What a timetable breaks, lacks and costs, for people and for programs.
struct JudgementReport: Encodable {
  let sessions: Int
  let broken: [String]
  let missing: [String]
  let cost: [String: Int]
  let total: Double
  // Only where bounds are asked for.
  let bound: [String: Int]?
  let totalBound: Double?
  let gap: Double?

  enum CodingKeys: String, CodingKey {
    case sessions, broken, missing, cost, total, bound, gap
    case totalBound = "total_bound"
  }

  init(_ judgement: Judgement, bounds: LowerBounds? = nil, in language: Language) {
    sessions = judgement.sessions
    broken = judgement.broken.map { "\($0.constraint) \($0.explanation[language])" }
    missing = judgement.missing.map(\.description)
    cost = Dictionary(judgement.cost.map { ($0.constraint, $0.count) }) { first, _ in first }
    total = judgement.total
    let report = bounds.map { BoundReport($0, of: judgement) }
    bound = report?.units
    totalBound = report?.totalBound
    gap = report?.gap
  }

  /// Every broken rule, everything missing, the cost by rule, and a verdict.
  ///
  /// - Parameters:
  ///   - judgement: of any timetable.
  ///   - bounds: what every complete timetable costs at least, if that is asked for.
  ///   - language: the user's.
  ///   - isMissingListed: false where what is missing is told elsewhere, with reasons.
  /// - Returns: the lines of the report.
  static func lines(
    _ judgement: Judgement, bounds: LowerBounds? = nil, in language: Language, isMissingListed: Bool = true
  ) -> [String] {
    var lines = judgement.broken.map { "\($0.constraint) \($0.explanation[language])" }
    if isMissingListed {
      lines += judgement.missing.map {
        Wording(
          zh: "缺课次 \(SessionName.of($0).chinese)", en: "missing \(SessionName.of($0).english)")[language]
      }
    }
    if !lines.isEmpty { lines.append("") }
    let report = bounds.map { BoundReport($0, of: judgement) }
    lines += CostTable.lines(judgement.cost, bounds: report, in: language)
    if let report { lines += ["", report.sum(in: language)] }
    let verdict = Wording(
      zh: "\(judgement.sessions) 个课次；违反硬规则 \(judgement.broken.count) 处；缺 \(judgement.missing.count) 个课次；"
        + "总扣分 \(Numbers.short(judgement.total))",
      en: "\(judgement.sessions) sessions; hard rules broken \(judgement.broken.count); "
        + "missing \(judgement.missing.count); soft cost \(Numbers.short(judgement.total))")
    return lines + ["", verdict[language] + (report?.verdict(in: language) ?? "")]
  }
}

/// What a timetable costs, rule by rule.
enum CostTable {
  static func lines(_ costs: [SoftCost], bounds: BoundReport? = nil, in language: Language) -> [String] {
    var heads = [
      Wording(zh: "软规则", en: "soft rule"), Wording(zh: "名称", en: "name"), Wording(zh: "数量", en: "count"),
      Wording(zh: "权重", en: "weight"), Wording(zh: "扣分", en: "cost"),
    ]
    if bounds != nil { heads += [Wording(zh: "下限", en: "bound"), Wording(zh: "相差", en: "gap")] }
    var table = TextTable(
      heads.map { $0[language] }, [.left, .left] + Array(repeating: .right, count: heads.count - 2))
    let names = Dictionary([Constraint].standard.map { ($0.id, $0.name) }) { first, _ in first }
    for cost in costs {
      let cells = [
        cost.constraint, names[cost.constraint]?[language] ?? "", "\(cost.count)", Numbers.short(cost.weight),
        Numbers.short(Double(cost.count) * cost.weight),
      ]
      table.add(cells + (bounds?.cells(for: cost) ?? []))
    }
    let total = costs.reduce(0) { $0 + Double($1.count) * $1.weight }
    table.add(
      [Wording(zh: "合计", en: "total")[language], "", "", "", Numbers.short(total)]
        + (bounds?.totalCells ?? []))
    return table.lines()
  }
}
