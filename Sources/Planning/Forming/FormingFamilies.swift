import Civil
import Cohorts
import Courses
import Mentors

/// Rooms or lecturers that some sessions depend on, at some times.
struct FormingFamily {
  let name: Wording
  /// By offer, the periods that a class needs of it.
  let needs: [Int: Int]
  /// The same by class of the bundle; 0 for those that can be held elsewhere or at other times.
  let ownNeeds: [Int]
  /// By room or lecturer and day, the periods that it can give at most.
  let open: [[Int]]
  /// By lecturer, the most periods of a week; nil: no limit.
  let perWeek: [Int?]

  /// The periods that it can give on the days.
  func supply(_ slots: PlanSlots, _ days: Range<Int>) -> Int {
    zip(open, perWeek).reduce(0) { sum, one in
      guard let most = one.1 else { return sum + days.reduce(0) { $0 + one.0[$1] } }
      var total = 0
      var (week, held) = (-1, 0)
      for day in days {
        if slots.weekOf[day] != week {
          total += min(held, most)
          (week, held) = (slots.weekOf[day], 0)
        }
        held += one.0[day]
      }
      return sum + total + min(held, most)
    }
  }
}

/// The families of rooms and lecturers that can run short.
///
/// Who holds one qualification may hold another: of the lecturers that some qualifications need, all sessions count that
/// only these can hold. The same of rooms and features.
struct FormingFamilies {
  private let capacity: FormingCapacity
  private var bundle: PlanningBundle { capacity.bundle }
  private let modules: [String: [Module]]
  private let sizes: [Int]

  init(_ capacity: FormingCapacity) {
    self.capacity = capacity
    modules = Dictionary(grouping: capacity.bundle.modules, by: \.course)
    let enrolled = Dictionary(grouping: capacity.bundle.enrolments, by: \.classID).mapValues(\.count)
    sizes = capacity.bundle.classes.map { $0.size ?? enrolled[$0.id] ?? 0 }
  }

  var all: [FormingFamily] {
    capacity.times.flatMap { time in lecturers(time.name, time.mask) + rooms(time.name, time.mask) }
  }

  // MARK: Lecturers

  private func lecturers(_ times: Wording?, _ mask: SlotMask) -> [FormingFamily] {
    let people = bundle.people.indices.filter { bundle.people[$0].roles.contains(.lecturer) }
    let wanted = Set(bundle.modules.map(\.qualification))
    let holders = wanted.map { held in
      (held, Set(people.filter { held.map(bundle.people[$0].qualifications.contains) ?? true }))
    }
    var sets: [Set<Int>] = []
    for (_, one) in holders where !sets.contains(one) { sets.append(one) }
    if !sets.contains(Set(people)) { sets.append(Set(people)) }
    return sets.sorted { ($0.count, $0.sorted().description) < ($1.count, $1.sorted().description) }.map {
      set in
      let served = Set(holders.filter { $0.1.isSubset(of: set) }.map(\.0))
      let names = served.compactMap(\.self).sorted()
      let isAll = set.count == people.count
      let who =
        isAll
        ? Wording(zh: "全部讲师", en: "all lecturers")
        : Wording(
          zh: "持有\(names.joined(separator: "、"))资格的讲师",
          en: "lecturers holding \(names.joined(separator: ", "))")
      let demand = demand(mask, sites: nil) { served.contains($0.qualification) ? $0.periods * $0.team : 0 }
      let lengths = lengths(of: demand) { served.contains($0.qualification) }
      var sums = Sums()
      let open = set.sorted().map { place -> [Int] in
        let person = bundle.people[place]
        let free = capacity.slots.free(person.open, busy: bundle.busy[person.id] ?? [])
        return days(free, mask, lengths).map { min($0, sums.most(person.maxPeriodsDay, of: lengths)) }
      }
      return FormingFamily(
        name: named(who, times), needs: demand.needs, ownNeeds: demand.own, open: open,
        perWeek: set.sorted().map { sums.most(bundle.people[$0].maxPeriodsWeek, of: lengths) })
    }
  }

  // MARK: Rooms

  private func rooms(_ times: Wording?, _ mask: SlotMask) -> [FormingFamily] {
    let wanted = Set(bundle.modules.map(\.features))
    let places = bundle.sites.map { (name: Optional($0.name), sites: Set([$0.id])) }
    let everywhere = [(name: String?.none, sites: Set(bundle.sites.map(\.id)))]
    return (places.count > 1 ? places + everywhere : places).flatMap { place -> [FormingFamily] in
      let rooms = bundle.rooms.indices.filter {
        place.sites.contains(bundle.rooms[$0].site) && bundle.rooms[$0].capacity >= capacity.least
      }
      let suitable = wanted.map { features in
        (features, Set(rooms.filter { features.isSubset(of: bundle.rooms[$0].features) }))
      }
      var sets: [Set<Int>] = []
      for (_, one) in suitable where !sets.contains(one) { sets.append(one) }
      return sets.sorted { ($0.count, $0.sorted().description) < ($1.count, $1.sorted().description) }
        .map { set in
          let served = Set(suitable.filter { $0.1.isSubset(of: set) }.map(\.0))
          let shared = set.count == rooms.count ? [] : common(served)
          let demand = demand(mask, sites: place.sites) { served.contains($0.features) ? $0.periods : 0 }
          let lengths = lengths(of: demand) { served.contains($0.features) }
          let open = set.sorted().map {
            days(capacity.slots.free(bundle.rooms[$0].open), mask, lengths)
          }
          return FormingFamily(
            name: named(roomName(place.name, shared), times), needs: demand.needs, ownNeeds: demand.own,
            open: open, perWeek: open.map { _ in nil })
        }
    }
  }

  private func common(_ served: Set<Set<String>>) -> [String] {
    guard let first = served.first else { return [] }
    return served.reduce(first) { $0.intersection($1) }.sorted()
  }

  private func roomName(_ site: String?, _ features: [String]) -> Wording {
    let kind = features.joined(separator: "、")
    return Wording(
      zh: (site ?? "各培训点") + (features.isEmpty ? "的教室" : "有 \(kind) 的教室"),
      en: "rooms of \(site ?? "all sites")" + (features.isEmpty ? "" : " with \(kind)"))
  }

  // MARK: What is asked for, and what there is

  private struct Demand {
    let needs: [Int: Int]
    let own: [Int]
  }

  /// The periods that classes of the offers, and the bundle's own, need of sessions that are held in the times alone and,
  /// where sites are given, at these.
  private func demand(_ mask: SlotMask, sites: Set<String>?, _ count: (Module) -> Int) -> Demand {
    var needs: [Int: Int] = [:]
    for (place, offer) in capacity.offers.enumerated()
    where sites?.contains(offer.site) ?? true && capacity.isHeld(place, in: mask) {
      let periods = (modules[offer.course] ?? []).reduce(0) { $0 + count($1) }
      if periods > 0 { needs[place] = periods }
    }
    let isEverywhere = sites?.count == bundle.sites.count
    let own = bundle.classes.enumerated().map { place, one -> Int in
      let isHere = sites.map { sites in one.site.map(sites.contains) ?? isEverywhere } ?? true
      // A smaller class may be in a room that is not counted.
      guard isHere, sites == nil || sizes[place] >= capacity.least, capacity.isOwnHeld(place, in: mask) else {
        return 0
      }
      return (modules[one.course] ?? []).reduce(0) { $0 + count($1) }
    }
    return Demand(needs: needs, own: own)
  }

  /// The lengths of the sessions that are asked for.
  private func lengths(of demand: Demand, _ isCounted: (Module) -> Bool) -> [Int] {
    let courses = Set(demand.needs.keys.map { capacity.offers[$0].course })
      .union(demand.own.indices.filter { demand.own[$0] > 0 }.map { bundle.classes[$0].course })
    return Set(courses.flatMap { modules[$0] ?? [] }.filter(isCounted).flatMap(\.sessionLengths)).sorted()
  }

  /// By day, the periods that sessions of the lengths can fill in the times.
  private func days(_ free: [FreeBlock?], _ mask: SlotMask, _ lengths: [Int]) -> [Int] {
    var known: [FreeBlock: Int] = [:]
    return (0..<capacity.slots.days).map { day in
      capacity.slots.slots(of: day).reduce(0) { sum, slot in
        guard mask[slot], let block = free[slot] else { return sum }
        let most = known[block] ?? block.filled(by: lengths)
        known[block] = most
        return sum + most
      }
    }
  }

  private func named(_ what: Wording, _ times: Wording?) -> Wording {
    guard let times else { return what }
    return Wording(zh: what.chinese + times.chinese, en: what.english + times.english)
  }
}
