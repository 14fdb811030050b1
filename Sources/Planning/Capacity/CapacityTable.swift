import Civil
import Scheduling

/// A model with its flow, from which rows are read.
struct CapacityTable {
  let topics: [CapacityNeeds.Topic]
  let network: CapacityNetwork
  let gaps: [CapacityGap]
  private let slots: PlanSlots

  init(
    _ model: CapacityModel, _ topics: [CapacityNeeds.Topic], _ slots: PlanSlots, without left: Int? = nil
  ) {
    self.init(CapacityNetwork(model, slots, without: left), topics, slots)
  }

  private init(_ network: CapacityNetwork, _ topics: [CapacityNeeds.Topic], _ slots: PlanSlots) {
    self.topics = topics
    self.slots = slots
    self.network = network
    gaps = network.gaps()
  }

  var model: CapacityModel { network.model }

  /// The table with so many classes like the one that was left out.
  func adding(_ copies: Int, of series: Int) -> CapacityTable {
    CapacityTable(network.adding(copies, of: series), topics, slots)
  }

  /// The row of some groups; nil: they need nothing.
  func row(_ subject: CapacityRow.Subject, _ groups: [Int]) -> CapacityRow? {
    let needs = model.needs.filter { groups.contains($0.group) }
    guard !needs.isEmpty else { return nil }
    let supply = supply(groups)
    let inside = insideWeeks(needs)
    let need = needs.reduce(0) { $0 + $1.periods }
    let missing = gaps.filter { $0.needs.contains { groups.contains(model.needs[$0].group) } }
      .reduce(0) { $0 + $1.missing }
    let given = supply.reduce(0, +)
    return CapacityRow(
      subject: subject, need: need, supply: given,
      spare: missing > 0 ? -missing : min(network.spare(for: groups), max(0, given - need)),
      tightest: tightest(supply, inside),
      weeks: supply.indices.map { week in
        CapacityWeeks(
          from: slots.week(week), to: slots.week(week), need: inside[week][week], supply: supply[week])
      })
  }

  /// By week, the periods that the groups' resources could give in the slots that the groups' needs use.
  func supply(_ groups: [Int]) -> [Int] {
    var isUsed: [Int: [Bool]] = [:]
    for need in model.needs where groups.contains(need.group) {
      for (slot, _) in need.slots {
        isUsed[need.group, default: Array(repeating: false, count: slots.count)][slot] = true
      }
    }
    let lengths = Set(groups.flatMap { model.groups[$0].lengths }).sorted()
    var packed = Packing()
    var weeks = Array(repeating: 0, count: slots.weeks)
    for index in Set(groups.flatMap { model.groups[$0].resources }).sorted() {
      let resource = model.resources[index]
      let wanting = groups.filter { model.groups[$0].resources.contains(index) }.compactMap { isUsed[$0] }
      let open = (0..<slots.count).map { slot in wanting.contains { $0[slot] } }
      var own = Array(repeating: 0, count: slots.weeks)
      for day in 0..<slots.days {
        let total = slots.slots(of: day).reduce(0) { sum, slot in
          guard open[slot], let free = resource.free[slot] else { return sum }
          return sum + packed.most(of: free, lengths)
        }
        own[slots.weekOf[day]] += min(
          total, resource.perDay.map { packed.sums.most($0, of: lengths) } ?? total)
      }
      for week in own.indices {
        weeks[week] += min(own[week], resource.perWeek.map { packed.sums.most($0, of: lengths) } ?? own[week])
      }
    }
    return weeks
  }

  /// By first and last week: periods of the needs that lie wholly between them.
  private func insideWeeks(_ needs: [CapacityNeed]) -> [[Int]] {
    let count = slots.weeks
    var inside = Array(repeating: Array(repeating: 0, count: count), count: count)
    for need in needs {
      inside[slots.weekOf[need.days.lowerBound]][slots.weekOf[need.days.upperBound]] += need.periods
    }
    for length in stride(from: 1, to: count, by: 1) {
      for first in 0..<count - length {
        let last = first + length
        inside[first][last] += inside[first + 1][last] + inside[first][last - 1]
        if length > 1 { inside[first][last] -= inside[first + 1][last - 1] }
      }
    }
    return inside
  }

  /// The weeks in a row of which most is needed; of equals the fewest and earliest.
  private func tightest(_ supply: [Int], _ inside: [[Int]]) -> CapacityWeeks? {
    var best: CapacityWeeks?
    for length in supply.indices {
      for first in 0..<supply.count - length {
        let need = inside[first][first + length]
        let given = supply[first...first + length].reduce(0, +)
        // need / given > best.need / best.supply, without dividing by nothing.
        if need > 0, best.map({ need * $0.supply > $0.need * given }) ?? true {
          best = CapacityWeeks(
            from: slots.week(first), to: slots.week(first + length), need: need, supply: given)
        }
      }
    }
    return best
  }
}
