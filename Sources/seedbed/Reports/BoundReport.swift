import Civil
import Planning
import Scheduling

/// How far a timetable is from the least that any complete one must cost.
struct BoundReport {
  private let bounds: LowerBounds
  private let total: Double
  /// Whether the bounds hold for the timetable: every session placed and no hard rule broken.
  private let isComparable: Bool

  private let constraints: [String]

  init(_ bounds: LowerBounds, of judgement: Judgement) {
    self.init(
      bounds, of: judgement.cost, isComplete: judgement.broken.isEmpty && judgement.missing.isEmpty)
  }

  init(_ bounds: LowerBounds, of cost: [SoftCost], isComplete: Bool) {
    self.bounds = bounds
    total = cost.reduce(0) { $0 + Double($1.count) * $1.weight }
    isComparable = isComplete
    constraints = cost.map(\.constraint)
  }

  /// Units of each soft rule that is reported.
  var units: [String: Int] {
    Dictionary(constraints.map { ($0, bounds.units(of: $0)) }) { first, _ in first }
  }

  var totalBound: Double { bounds.total }

  /// Cost above the bound; nil where the bounds do not hold for the timetable.
  var gap: Double? { isComparable ? total - bounds.total : nil }

  /// What a rule costs at least, and how much more it costs.
  func cells(for cost: SoftCost) -> [String] {
    let least = Double(bounds.units(of: cost.constraint)) * cost.weight
    return [
      Numbers.short(least), isComparable ? Numbers.short(Double(cost.count) * cost.weight - least) : "–",
    ]
  }

  var totalCells: [String] { [Numbers.short(bounds.total), gap.map(Numbers.short) ?? "–"] }

  /// What the total bound adds up.
  func sum(in language: Language) -> String {
    let terms = bounds.summed.map { "\($0.name[language]) \(Numbers.short($0.cost))" }
    let sum = (terms.isEmpty ? ["0"] : terms).joined(separator: " + ")
    return Wording(
      zh: "完整课表的总扣分至少为 \(Numbers.short(bounds.total))（\(sum)）",
      en: "every complete timetable costs at least \(Numbers.short(bounds.total)) (\(sum))")[language]
  }

  /// What the gap says of the timetable; empty where the bounds do not hold for it.
  func verdict(in language: Language) -> String {
    guard let gap else { return "" }
    if gap <= 1e-6 { return Wording(zh: "；已证明最优", en: "; proved optimal")[language] }
    let share = Numbers.short((gap / total * 1000).rounded() / 10)
    return Wording(
      zh: "；与下限相差 \(Numbers.short(gap))（\(share)%）", en: "; gap \(Numbers.short(gap)) (\(share) %)")[language]
  }
}
