import Civil

extension Bound {
  /// Few hold a qualification that much is taught in.
  ///
  /// Hall's condition: for any set of sessions, what they ask in periods beyond the mean load of all who may hold
  /// one of them must be counted.
  static let load = Bound(
    "load", name: .init(zh: "课时均衡", en: "Load balance"),
    .init(
      zh: "这些课时只有这几位讲师能上，超出其人均课时之和的部分不可避免。",
      en: "These periods can be held by these lecturers only, and are more than the mean load of all of them."
    )
  ) { setting in
    .shortage(LoadShortage(StaffingNeeds(setting.space)))
  }
}

/// Periods that few may hold, beyond what these hold at the mean.
package struct LoadShortage: Sendable {
  /// All who may hold them.
  package let people: [Int]
  package let periods: Int
  package let fairLoad: Int
  /// Classes that the periods belong to.
  package let classes: [Int]

  package var units: Int { max(0, periods - fairLoad * people.count) }

  /// The set of sessions that shows the greatest shortage.
  ///
  /// It is the source's side of a minimum cut: from what classes need, through those who may hold it, to their mean
  /// load.
  init(_ staffing: StaffingNeeds) {
    var demands: [[Int]: Int] = [:]
    for (type, classes) in staffing.types {
      for need in type.needs { demands[need.groups, default: 0] += need.periods * need.team * classes.count }
    }
    let needs = demands.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let (source, sink) = (needs.count + staffing.groups.count, needs.count + staffing.groups.count + 1)
    var flow = MaxFlow(nodes: sink + 1)
    for (index, need) in needs.enumerated() {
      flow.addEdge(from: source, to: index, capacity: need.value)
      for group in need.key {
        flow.addEdge(from: index, to: needs.count + group, capacity: MaxFlow.unlimited)
      }
    }
    for (group, people) in staffing.groups.enumerated() {
      flow.addEdge(from: needs.count + group, to: sink, capacity: staffing.fairLoad * people.count)
    }
    _ = flow.solve(from: source, to: sink)
    let isShort = flow.cut(from: source)
    people = staffing.groups.indices.filter { isShort[needs.count + $0] }.flatMap { staffing.groups[$0] }
      .sorted()
    periods = needs.indices.filter { isShort[$0] }.reduce(0) { $0 + needs[$1].value }
    fairLoad = staffing.fairLoad
    let short = Set(needs.indices.filter { isShort[$0] }.map { needs[$0].key })
    classes = staffing.types.filter { type, _ in type.needs.contains { short.contains($0.groups) } }
      .flatMap(\.classes).sorted()
  }
}
