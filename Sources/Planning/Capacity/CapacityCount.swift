import Civil
import Scheduling

/// Counts a problem's needs against what there is for them.
struct CapacityCount {
  let needs: CapacityNeeds
  let staff: CapacityTable
  let rooms: CapacityTable
  /// A series that stands for several classes, under a name for all of them.
  private var several: (series: Int, name: String)?

  private var slots: PlanSlots { needs.slots }
  private var problem: Problem { needs.problem }

  /// - Parameters:
  ///   - needs: of a problem.
  ///   - left: a series that is not counted at first.
  init(_ needs: CapacityNeeds, without left: Int? = nil) {
    self.needs = needs
    let staff = needs.staff()
    self.staff = CapacityTable(staff.model, staff.topics, needs.slots, without: left)
    let rooms = needs.rooms()
    self.rooms = CapacityTable(rooms.model, rooms.topics, needs.slots, without: left)
  }

  private init(_ needs: CapacityNeeds, _ staff: CapacityTable, _ rooms: CapacityTable) {
    self.needs = needs
    self.staff = staff
    self.rooms = rooms
  }

  /// The same with a class more for each name, all like the series that was left out.
  func adding(_ names: [String], of series: Int) -> CapacityCount {
    var more = CapacityCount(
      needs, staff.adding(names.count, of: series), rooms.adding(names.count, of: series))
    if let first = names.first, let last = names.last {
      more.several = (series, first == last ? first : "\(first)…\(last)")
    }
    return more
  }

  var report: CapacityReport {
    let ownTime = needs.ownTime()
    let own = CapacityTable(ownTime.model, ownTime.topics, slots)
    return CapacityReport(
      planFrom: problem.planFrom, planTo: problem.planTo, rows: staffRows + roomRows,
      classes: classTimes(own), shortages: ownShortages(own) + shortages)
  }

  /// What is missing of people and rooms.
  var shortages: [CapacityShortage] { teams + shortages(staff, .people) + shortages(rooms, .rooms) }

  // MARK: Rows

  private var staffRows: [CapacityRow] {
    let qualifications = Set(
      staff.topics.compactMap { topic -> String? in
        if case .lecturers(let held) = topic { held } else { nil }
      }
    ).sorted()
    let topics = qualifications.map { CapacityNeeds.Topic.lecturers($0) } + [.lecturers(nil), .mentors]
    return topics.compactMap { topic in
      guard let subject = topic.subject else { return nil }
      return staff.row(subject, staff.topics.indices.filter { staff.topics[$0] == topic })
    }
  }

  private var roomRows: [CapacityRow] {
    let kinds = Set(rooms.topics.compactMap(\.subject)).sorted { $0.order < $1.order }
    let byKind = kinds.compactMap { kind in
      rooms.row(kind, rooms.topics.indices.filter { rooms.topics[$0].subject == kind })
    }
    let bySite = problem.sites.indices.compactMap { site in
      let groups = Set(rooms.model.needs.filter { problem.series[$0.series].site == site }.map(\.group))
      return rooms.row(.site(problem.sites[site]), groups.sorted())
    }
    return byKind + bySite
  }

  private func classTimes(_ own: CapacityTable) -> [ClassTime] {
    var open: [Int: Int] = [:]
    for series in problem.series.indices where problem.series[series].kind == .taught {
      guard let group = own.model.groups.firstIndex(where: { $0.resources == [series] }) else { continue }
      open[series] = own.supply([group]).reduce(0, +)
    }
    return open.keys.sorted().map { series in
      ClassTime(
        classID: problem.series[series].id,
        need: problem.series[series].sessions.reduce(0) { $0 + problem.sessions[$1].periods },
        open: open[series] ?? 0)
    }.sorted { $0.open * max(1, $1.need) < $1.open * max(1, $0.need) }
  }

  // MARK: Shortages

  private func shortages(_ table: CapacityTable, _ kind: CapacityShortage.Kind) -> [CapacityShortage] {
    table.gaps.map { gap in
      let asked = gap.needs.map { table.model.needs[$0] }
      let subjects = Set(asked.compactMap { table.topics[$0.group].subject }).sorted { $0.order < $1.order }
      return CapacityShortage(
        kind: kind, subjects: subjects, classes: periods(asked) { $0.kind == .taught },
        trainees: periods(asked) { $0.kind.isMentoring },
        from: slots.date(gap.days?.lowerBound ?? asked.map(\.days.lowerBound).min() ?? 0),
        to: slots.date(gap.days?.upperBound ?? asked.map(\.days.upperBound).max() ?? 0), need: gap.needed,
        supply: gap.supply,
        shares: gap.given.sorted { $0.key < $1.key }.map { resource, limits in
          CapacityShortage.Share(
            id: kind == .rooms ? problem.rooms[resource].id : problem.people[resource].id,
            periods: limits.values.reduce(0, +),
            limits: CapacityLimit.allCases.filter { limits[$0, default: 0] > 0 })
        }, ownLimit: gap.ownLimit)
    }
  }

  /// Series whose own days and blocks are too few, or leave no room for the order of their sessions.
  func ownShortages(_ own: CapacityTable) -> [CapacityShortage] {
    var missing: [Int: Int] = [:]
    for gap in own.gaps {
      guard let first = gap.needs.first else { continue }
      missing[own.model.needs[first].series, default: 0] += gap.missing
    }
    return problem.series.enumerated().compactMap { index, series in
      let out = series.sessions.filter { needs.windows.days[$0] == nil }
        .map { problem.sessions[$0].periods }
      guard let short = missing[index] ?? out.min() else { return nil }
      let need = series.sessions.reduce(0) { $0 + problem.sessions[$1].periods }
      let asked = [(series.id, need)]
      return CapacityShortage(
        kind: missing[index] == nil ? .order : .classTime, subjects: [],
        classes: series.kind == .taught ? asked : [], trainees: series.kind == .taught ? [] : asked,
        from: series.earliest ?? problem.planFrom, to: series.latest ?? problem.planTo, need: need,
        supply: need - short, shares: [], ownLimit: 0)
    }
  }

  private func periods(
    _ needs: [CapacityNeed], where belongs: (Problem.Series) -> Bool
  ) -> [(id: String, periods: Int)] {
    var sums: [Int: Int] = [:]
    for need in needs where belongs(problem.series[need.series]) {
      sums[need.series, default: 0] += need.periods
    }
    // The new classes come first: the list may be cut.
    let order = sums.keys.sorted { ($0 != several?.series ? 1 : 0, $0) < ($1 != several?.series ? 1 : 0, $1) }
    return order.map { series in
      (series == several?.series ? several?.name ?? "" : problem.series[series].id, sums[series] ?? 0)
    }
  }

  /// Sessions that need more people at once than there are.
  private var teams: [CapacityShortage] {
    var found: [Int: (sessions: [Int], eligible: [Int])] = [:]
    for session in problem.sessions.indices where problem.sessions[session].team > 1 {
      let eligible = problem.people.indices.filter { problem.isEligible($0, for: session) }
      guard !eligible.isEmpty, eligible.count < problem.sessions[session].team else { continue }
      found[problem.sessions[session].series, default: ([], [])].sessions.append(session)
      found[problem.sessions[session].series]?.eligible = eligible
    }
    return found.sorted { $0.key < $1.key }.map { series, found in
      let all = found.sessions.map { problem.sessions[$0] }
      let need = all.reduce(0) { $0 + $1.periods * $1.team }
      let each = all.reduce(0) { $0 + $1.periods }
      let own = problem.series[series]
      return CapacityShortage(
        kind: .team, subjects: Set(all.map { .lecturers($0.qualification) }).sorted { $0.order < $1.order },
        classes: [(own.id, need)], trainees: [], from: own.earliest ?? problem.planFrom,
        to: own.latest ?? problem.planTo, need: need, supply: each * found.eligible.count,
        shares: found.eligible.map { .init(id: problem.people[$0].id, periods: each, limits: []) },
        ownLimit: 0)
    }
  }
}

extension CapacityNeeds.Topic {
  /// The subject of a row; nil for a class's own time.
  var subject: CapacityRow.Subject? {
    switch self {
    case .lecturers(let held): .lecturers(held)
    case .mentors: .mentors
    case .rooms(let seats, let features): .rooms(seats: seats, features: features)
    case .ownTime: nil
    }
  }
}

extension CapacityRow.Subject {
  /// Lecturers by qualification, mentors, rooms by seats, sites.
  fileprivate var order: Order {
    switch self {
    case .lecturers(let held): Order(kind: held == nil ? 1 : 0, number: 0, name: held ?? "")
    case .mentors: Order(kind: 2, number: 0, name: "")
    case .rooms(let seats, let features):
      Order(kind: 3, number: seats, name: features.joined(separator: ";"))
    case .site(let name): Order(kind: 4, number: 0, name: name)
    }
  }

  fileprivate struct Order: Comparable {
    let kind: Int
    let number: Int
    let name: String

    static func < (left: Order, right: Order) -> Bool {
      (left.kind, left.number, left.name) < (right.kind, right.number, right.name)
    }
  }
}
