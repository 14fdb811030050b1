import Civil
import Scheduling

/// The needs of a problem's sessions, and what there is for them: people, rooms and the classes' own time.
struct CapacityNeeds {
  /// What a row of the capacity table sums up.
  enum Topic: Hashable {
    /// Lecturers who hold the qualification; nil: any.
    case lecturers(String?)
    case mentors
    /// Rooms of at least so many seats, with the features.
    case rooms(seats: Int, features: [String])
    case ownTime
  }

  let slots: PlanSlots
  let windows: SessionWindows
  /// By series: what is open of the slots, its dates included.
  let seriesFree: [[FreeBlock?]]

  init(_ problem: Problem) {
    let slots = PlanSlots(problem)
    self.slots = slots
    var known: [WeeklyPattern: [FreeBlock?]] = [:]
    seriesFree = problem.series.map { series in
      let open = known[series.open] ?? slots.free(series.open)
      known[series.open] = open
      return open
    }
    windows = SessionWindows(slots, seriesFree)
  }

  var problem: Problem { slots.problem }

  // MARK: The three models

  /// Each series against its own days and blocks.
  func ownTime() -> (model: CapacityModel, topics: [Topic]) {
    let resources = problem.series.enumerated().map { index, series in
      CapacityResource(
        free: seriesFree[index], perDay: series.kind == .taught ? series.maxPeriodsDay : nil, perWeek: nil)
    }
    return model(resources, .ownTime) { session in
      (Topic.ownTime, [self.problem.sessions[session].series])
    }
  }

  /// People: teaching and mentoring together, as they share days and weeks.
  func staff() -> (model: CapacityModel, topics: [Topic]) {
    let people = problem.people.map { person in
      CapacityResource(
        free: slots.free(person.open, busy: person.busy), perDay: person.maxPeriodsDay,
        perWeek: person.maxPeriodsWeek)
    }
    var known: [Signature: [Int]] = [:]
    let longest = people.map(\.longest)
    return model(people, .people) { session in
      let one = self.problem.sessions[session]
      let series = self.problem.series[one.series]
      let signature = Signature(
        isTaught: series.kind == .taught, wanted: one.qualification.map { [$0] } ?? [], people: series.people,
        periods: one.periods)
      let eligible =
        known[signature]
        ?? self.problem.people.indices.filter {
          self.problem.isEligible($0, for: session) && longest[$0] >= one.periods
        }
      known[signature] = eligible
      return (series.kind == .taught ? .lecturers(one.qualification) : .mentors, eligible)
    }
  }

  /// Rooms of enough seats, with the features, at the class's site.
  func rooms() -> (model: CapacityModel, topics: [Topic]) {
    let rooms = problem.rooms.map {
      CapacityResource(free: slots.free($0.open), perDay: nil, perWeek: nil)
    }
    let longest = rooms.map(\.longest)
    return model(rooms, .rooms) { session in
      let one = self.problem.sessions[session]
      let series = self.problem.series[one.series]
      guard series.kind.needsRoom else { return nil }
      let suitable = self.problem.rooms.indices.filter {
        self.problem.isSuitable($0, for: session) && longest[$0] >= one.periods
      }
      let seats = self.problem.rooms.map(\.capacity).filter { $0 >= series.size }.min() ?? series.size
      return (.rooms(seats: seats, features: one.features.sorted()), suitable)
    }
  }

  private struct Signature: Hashable {
    let isTaught: Bool
    let wanted: Set<String>
    let people: Set<Int>
    let periods: Int
  }

  // MARK: How a model is put together

  private enum Kind { case ownTime, people, rooms }

  private struct GroupKey: Hashable {
    let topic: Topic
    let resources: [Int]
  }

  /// Sessions of one series, order and group: they share their windows.
  private struct NeedKey: Hashable {
    let series: Int
    let order: Int
    let group: Int
  }

  private func model(
    _ resources: [CapacityResource], _ kind: Kind, _ serving: (Int) -> (topic: Topic, resources: [Int])?
  ) -> (model: CapacityModel, topics: [Topic]) {
    var model = CapacityModel(resources: resources)
    var topics: [Topic] = []
    var groups: [GroupKey: Int] = [:]
    var members: [NeedKey: [Int]] = [:]
    var order: [NeedKey] = []
    for session in problem.sessions.indices {
      guard let (topic, resources) = serving(session) else { continue }
      let key = GroupKey(topic: topic, resources: resources)
      let group = groups[key] ?? model.groups.count
      if groups[key] == nil {
        groups[key] = group
        model.groups.append(CapacityGroup(resources: resources))
        topics.append(topic)
      }
      let one = problem.sessions[session]
      if !model.groups[group].lengths.contains(one.periods) {
        model.groups[group].lengths.append(one.periods)
      }
      let need = NeedKey(series: one.series, order: one.order, group: group)
      if members[need] == nil { order.append(need) }
      members[need, default: []].append(session)
    }
    for index in model.groups.indices { model.groups[index].lengths.sort() }
    var packed = Packing()
    for key in order {
      let available = model.groups[key.group].resources.count
      if let need = need(key, members[key] ?? [], available, kind, &packed) { model.needs.append(need) }
    }
    return (model, topics)
  }

  /// What the sessions need; where their own time is not enough for it, only `ownTime` asks for more than fits.
  private func need(
    _ key: NeedKey, _ sessions: [Int], _ available: Int, _ kind: Kind, _ packed: inout Packing
  ) -> CapacityNeed? {
    let series = problem.series[key.series]
    let all = sessions.map { problem.sessions[$0] }
    // A team of more people than there are is said elsewhere.
    let people = all.map { kind == .people ? min($0.team, max(1, available)) : 1 }
    let total = zip(all, people).reduce(0) { $0 + $1.0.periods * $1.1 }
    let lengths = Set(all.map(\.periods)).sorted()
    // One of them at a time, so a block holds them one after the other.
    let many = people.max() ?? 1
    let windows = sessions.compactMap { self.windows.days[$0] }
    // A series that cannot be held in order is counted without it in its own time, and not at all elsewhere.
    let isHeld = series.sessions.allSatisfy { self.windows.days[$0] != nil }
    guard isHeld || kind == .ownTime, slots.days > 0 else { return nil }
    let whole = slots.days(from: series.earliest, to: series.latest)
    let first = isHeld ? windows.map(\.lowerBound).min() ?? 0 : whole?.lowerBound ?? 0
    let last = isHeld ? windows.map(\.upperBound).max() ?? 0 : whole?.upperBound ?? -1
    guard first <= last else {
      return CapacityNeed(
        series: key.series, group: key.group, periods: total, days: 0...slots.days - 1, slots: [], perDay: 0)
    }
    let pinned = pinnedBlocks(all)
    var open: [(slot: Int, most: Int)] = []
    for slot in slots.slots(of: first).lowerBound..<slots.slots(of: last).upperBound {
      guard let free = seriesFree[key.series][slot], pinned?.contains(slot % slots.blocks) ?? true else {
        continue
      }
      let most = packed.most(of: free, lengths) * many
      if most > 0 { open.append((slot, most)) }
    }
    let perDay =
      series.kind == .taught ? packed.sums.most(series.maxPeriodsDay, of: lengths) * many : MaxFlow.unlimited
    let fitting = open.reduce(0) { $0 + $1.most }
    return CapacityNeed(
      series: key.series, group: key.group, periods: kind == .ownTime ? total : min(total, fitting),
      days: first...last, slots: open, perDay: perDay)
  }

  /// The blocks in which pins hold the sessions; nil: at least one is free.
  private func pinnedBlocks(_ sessions: [Problem.Session]) -> Set<Int>? {
    var blocks: Set<Int> = []
    for session in sessions {
      let pinned = session.pins.compactMap(\.block)
      guard !pinned.isEmpty else { return nil }
      blocks.formUnion(pinned)
    }
    return blocks
  }
}
