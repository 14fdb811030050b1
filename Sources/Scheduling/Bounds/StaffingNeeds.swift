/// Who can hold the sessions of classes: what single classes need of which lecturers, in periods.
///
/// Lecturers who may hold the same sessions are one group, as no bound can tell them apart.
struct StaffingNeeds {
  /// Sessions of a class that the same people may hold.
  struct Need: Hashable {
    /// Groups of which anyone may hold them.
    let groups: [Int]
    /// How many hold each session together.
    let team: Int
    let periods: Int
  }

  /// Classes that need the same.
  struct ClassType: Hashable {
    let needs: [Need]
    /// Lecturers that cost nothing.
    let free: Int
  }

  /// By group, its people, in the order of their indices.
  let groups: [[Int]]
  /// In the order of their first class.
  let types: [(type: ClassType, classes: [Int])]
  let fairLoad: Int

  /// - Parameters:
  ///   - space: of the problem.
  ///   - isApart: whether each lecturer is a group, and each class a type, of its own.
  init(_ space: SearchSpace, isApart: Bool = false) {
    let classes = space.problem.series.indices.filter { space.problem.series[$0].kind == .taught }
    let teams = classes.map { Self.teams(of: $0, space) }
    var membership = Array(repeating: [Int](), count: space.problem.people.count)
    for (number, eligible) in Self.distinct(teams.flatMap { $0.map(\.eligible) }).enumerated() {
      for person in eligible { membership[person].append(number) }
    }
    var groupOf: [[Int]: Int] = [:]
    var groups: [[Int]] = []
    var own = 0
    for person in membership.indices where isApart && !membership[person].isEmpty {
      // A mark of its own, which no set of needs has.
      own -= 1
      membership[person].append(own)
    }
    for (person, sets) in membership.enumerated() where !sets.isEmpty {
      if let group = groupOf[sets] {
        groups[group].append(person)
      } else {
        groupOf[sets] = groups.count
        groups.append([person])
      }
    }
    self.groups = groups
    var typeOf: [ClassType: Int] = [:]
    var types: [(type: ClassType, classes: [Int])] = []
    for (index, series) in classes.enumerated() {
      let needs = teams[index].map { team in
        let members = Set(team.eligible.compactMap { groupOf[membership[$0]] })
        return Need(groups: members.sorted(), team: team.size, periods: team.periods)
      }
      let type = ClassType(needs: needs, free: space.fewestLecturers[series])
      if !isApart, let known = typeOf[type] {
        types[known].classes.append(series)
      } else {
        typeOf[type] = types.count
        types.append((type, [series]))
      }
    }
    self.types = types
    fairLoad = space.fairLoad
  }

  private struct Team {
    let eligible: [Int]
    let size: Int
    var periods: Int
  }

  /// The sessions of a class by who may hold them; those that nobody can hold are left out.
  private static func teams(of series: Int, _ space: SearchSpace) -> [Team] {
    var teams: [Team] = []
    for session in space.problem.series[series].sessions {
      let kind = space.kinds[Int(space.kindOf[session])]
      var eligible = kind.eligible.map(Int.init)
      if let pinned = space.pins[session]?.people { eligible = eligible.filter(pinned.contains) }
      guard eligible.count >= kind.team, kind.team > 0 else { continue }
      if let known = teams.firstIndex(where: { $0.size == kind.team && $0.eligible == eligible }) {
        teams[known].periods += kind.length
      } else {
        teams.append(Team(eligible: eligible, size: kind.team, periods: kind.length))
      }
    }
    return teams
  }

  private static func distinct(_ sets: [[Int]]) -> [[Int]] {
    var seen: Set<[Int]> = []
    return sets.filter { seen.insert($0).inserted }
  }
}
