package import Civil

/// A target (目标任务) of an area for one indicator or count, with its parts and months.
package struct Target: Hashable, Sendable {
  package let id: String
  package let name: Wording
  package let area: String
  /// Who answers for it (责任单位).
  package let owner: String
  /// The id of the count by which it is measured (`Measure`); blank: it is the sum of its parts, or has no number.
  package let measure: String
  package let quantity: Quantity
  package let period: ClosedRange<CivilDate>
  /// What it is to reach at the end of each month, adding up from the first, where the months are planned (逐月量化).
  package let monthly: [CivilDate: Int]
  /// The ids of the targets that it is the sum of: parts of its own (2,000 = 600 + 1,400) or those of lower areas.
  package let parts: [String]

  package init(
    id: String, name: Wording, area: String, owner: String, measure: String = "", _ quantity: Quantity,
    period: ClosedRange<CivilDate>, monthly: [CivilDate: Int] = [:], parts: [String] = []
  ) {
    self.id = id
    self.name = name
    self.area = area
    self.owner = owner
    self.measure = measure
    self.quantity = quantity
    self.period = period
    self.monthly = monthly
    self.parts = parts
  }

  /// How much is planned to be reached by a date: by the months where given, else in proportion to the days.
  package func planned(by date: CivilDate) -> Double {
    if date < period.lowerBound { return 0 }
    if date >= period.upperBound { return Double(quantity.amount) }
    guard monthly.isEmpty else {
      return Double(monthly.filter { $0.key <= date }.max { $0.key < $1.key }?.value ?? 0)
    }
    let days = period.upperBound - period.lowerBound + 1
    return Double(quantity.amount) * Double(date - period.lowerBound + 1) / Double(days)
  }
}

/// The targets of an area tree and whether they add up.
package struct TargetTree: Sendable {
  package let targets: [Target]
  private let byID: [String: Target]

  /// What does not add up.
  package enum Flaw: Hashable, Sendable {
    case repeatedID(String)
    case unknownPart(target: String, part: String)
    /// The parts are counted in another unit.
    case unit(target: String, part: String, UnitMismatch)
    /// The parts give another sum; positive: they fall short of the target.
    case sum(target: String, shortBy: Quantity)
    /// A part lies neither in the target's area nor below it.
    case area(target: String, part: String)
    /// A target is, by way of its parts, a part of itself.
    case circle(target: String)
    /// The months do not end at the target.
    case months(target: String, last: Int)
  }

  package init(_ targets: [Target]) {
    self.targets = targets
    byID = Dictionary(targets.map { ($0.id, $0) }) { first, _ in first }
  }

  /// All that does not add up, in the order of the targets.
  package var flaws: [Flaw] {
    var seen: Set<String> = []
    return targets.flatMap { target -> [Flaw] in
      var flaws: [Flaw] = seen.insert(target.id).inserted ? [] : [.repeatedID(target.id)]
      if let last = target.monthly.max(by: { $0.key < $1.key })?.value, last != target.quantity.amount {
        flaws.append(.months(target: target.id, last: last))
      }
      return flaws + partFlaws(of: target)
    }
  }

  private func partFlaws(of target: Target) -> [Flaw] {
    guard !target.parts.isEmpty else { return [] }
    if contains(target.id, under: target.parts, visited: []) { return [.circle(target: target.id)] }
    var flaws: [Flaw] = []
    var sum = Quantity(0, target.quantity.unit)
    var isWhole = true
    for id in target.parts {
      guard let part = byID[id] else {
        flaws.append(.unknownPart(target: target.id, part: id))
        isWhole = false
        continue
      }
      if !part.area.hasPrefix(AreaCode.prefix(target.area)) {
        flaws.append(.area(target: target.id, part: id))
      }
      do throws(UnitMismatch) {
        sum = try sum.adding(part.quantity)
      } catch {
        flaws.append(.unit(target: target.id, part: id, error))
        isWhole = false
      }
    }
    let short = target.quantity.amount - sum.amount
    if isWhole, short != 0 { flaws.append(.sum(target: target.id, shortBy: Quantity(short, sum.unit))) }
    return flaws
  }

  private func contains(_ id: String, under parts: [String], visited: Set<String>) -> Bool {
    parts.contains { part in
      part == id
        || !visited.contains(part)
          && contains(id, under: byID[part]?.parts ?? [], visited: visited.union([part]))
    }
  }
}
