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
      en: "These periods can be held by these lecturers only, and are more than the mean load of all of them.")
  ) { setting in
    .shortage(Shortage(StaffingNeeds(setting.space)))
  }
}

/// Periods that few may hold, beyond what these hold at the mean.
package struct Shortage: Sendable {
  /// All who may hold them.
  package let people: [Int]
  package let periods: Int
  package let fairLoad: Int
  /// Classes that the periods belong to.
  package let classes: [Int]

  package var units: Int { max(0, periods - fairLoad * people.count) }

  /// The set of sessions that shows the greatest shortage, as far as it is found.
  ///
  /// Grows from the sessions of one need and all that the same people must hold, by the need that adds most. Any set proves what it shows.
  init(_ staffing: StaffingNeeds) {
    var demands: [[Int]: Int] = [:]
    for (type, classes) in staffing.types {
      for need in type.needs { demands[need.groups, default: 0] += need.periods * need.team * classes.count }
    }
    let needs = demands.map { (groups: Set($0.key), periods: $0.value) }
    let starts = demands.keys.sorted { $0.lexicographicallyPrecedes($1) }.map(Set.init)
    func units(_ groups: Set<Int>) -> Int {
      let periods = needs.reduce(0) { $1.groups.isSubset(of: groups) ? $0 + $1.periods : $0 }
      return periods - staffing.fairLoad * groups.reduce(0) { $0 + staffing.groups[$1].count }
    }
    var best = Set<Int>()
    for start in starts {
      var grown = start
      var (top, value) = (start, units(start))
      while let next = starts.filter({ !$0.isSubset(of: grown) }).map({ grown.union($0) }).max(by: {
        units($0) < units($1)
      }) {
        grown = next
        if units(next) > value { (top, value) = (next, units(next)) }
      }
      if value > (best.isEmpty ? 0 : units(best)) { best = top }
    }
    people = best.flatMap { staffing.groups[$0] }.sorted()
    periods = needs.reduce(0) { !best.isEmpty && $1.groups.isSubset(of: best) ? $0 + $1.periods : $0 }
    fairLoad = staffing.fairLoad
    classes = staffing.types.flatMap { type, members in
      type.needs.contains { !best.isEmpty && best.isSuperset(of: $0.groups) } ? members : []
    }.sorted()
  }
}
