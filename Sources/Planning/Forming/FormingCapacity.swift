package import Civil
package import Cohorts
import Courses
import Mentors
import Scheduling

/// What rooms and lecturers can bear of new classes, as limits that are proved.
///
/// A class is held between the first day of its month and its last day. So all classes that begin in some months need
/// their periods of what is open between the first of these days and the last of the last, and so do the centre's own
/// classes whose dates lie within. It is a count of periods, not of clashes: what is beyond a limit no timetable can
/// hold; what is within may still not fit.
struct FormingCapacity {
  let bundle: PlanningBundle
  let offers: [ClassOffer]
  let starts: [CivilDate]
  /// The least people of a class: rooms with fewer seats are of no use.
  let least: Int
  let slots: PlanSlots
  /// What is open to each cohort, and to each of the bundle's own classes.
  private let cohortMasks: [String: SlotMask]
  private let classMasks: [SlotMask]
  /// By offer and month, the last day on which a class is held, from the plan's first.
  private let lastDays: [[Int]]

  /// `months` are the first days of the months, rising.
  init(_ bundle: PlanningBundle, offers: [ClassOffer], months: [CivilDate], least: Int) {
    let dates = offers.map { offer in months.map { bundle.lastDay(of: offer.course, offer.cohort, from: $0) }
    }
    var wider = bundle
    wider.classes = []
    wider.mentoring = []
    wider.centre.planFrom = min(bundle.centre.planFrom, months.first ?? bundle.centre.planFrom)
    wider.centre.planTo = max(bundle.centre.planTo, dates.joined().max() ?? bundle.centre.planTo)
    let slots = PlanSlots(ClassProblem(wider).problem)
    (self.bundle, self.offers, self.slots, self.least) = (bundle, offers, slots, max(1, least))
    starts = months
    lastDays = dates.map { $0.map { $0 - wider.centre.planFrom } }
    let masks = bundle.cohorts.map { ($0.id, SlotMask(slots, $0.open)) }
    let cohortMasks = Dictionary(masks) { first, _ in first }
    self.cohortMasks = cohortMasks
    let whole = SlotMask(slots, .always(bundle.blocks.map(\.id)))
    classMasks = bundle.classes.map { one in
      one.open.map { SlotMask(slots, $0) } ?? cohortMasks[one.cohort] ?? whole
    }
  }

  /// Lecturers by what they hold, then rooms by site, each at the times of each cohort and at all times; without those
  /// that say no more than another.
  var limits: [FormingLimit] {
    let families = FormingFamilies(self).all
    var limits: [FormingLimit] = []
    for months in spans {
      let own = families.compactMap { limit(of: $0, months) }
      limits += own.enumerated().filter { index, one in
        !own.enumerated().contains { other, stronger in
          other != index && stronger.implies(one) && (other < index || !one.implies(stronger))
        }
      }.map(\.element)
    }
    return withoutSums(limits)
  }

  /// Runs of months: all of them where they are few, else short ones and the whole.
  private var spans: [Range<Int>] {
    let count = starts.count
    return (0..<count).flatMap { first in
      (first + 1..<count + 1).filter { $0 - first <= 3 || count <= 6 || (first == 0 && $0 == count) }
        .map { first..<$0 }
    }
  }

  private func limit(of family: FormingFamily, _ months: Range<Int>) -> FormingLimit? {
    guard !family.needs.isEmpty else { return nil }
    let first = starts[months.lowerBound] - slots.problem.planFrom
    let last = family.needs.keys.flatMap { lastDays[$0][months] }.max() ?? first
    let days = max(0, first)..<min(slots.days, last + 1)
    let own = ownClasses(of: family, within: days)
    return FormingLimit(
      name: family.name, ground: .proved, needs: family.needs, months: months,
      most: max(0, family.supply(slots, days) - own))
  }

  /// Periods that the bundle's own classes need of the family, of those whose dates lie in the days.
  private func ownClasses(of family: FormingFamily, within days: Range<Int>) -> Int {
    bundle.classes.enumerated().reduce(0) { sum, one in
      let from = (one.element.earliest ?? bundle.centre.planFrom) - slots.problem.planFrom
      let to = (one.element.latest ?? bundle.centre.planTo) - slots.problem.planFrom
      let need = family.ownNeeds[one.offset]
      guard need > 0, from >= days.lowerBound, to < days.upperBound else { return sum }
      return sum + need
    }
  }

  /// A limit of several months is said by those of its parts where it leaves as much as they do together.
  private func withoutSums(_ limits: [FormingLimit]) -> [FormingLimit] {
    let byKey = Dictionary(limits.map { (Key($0, $0.months), $0.most) }) { min($0, $1) }
    return limits.filter { limit in
      !limit.months.dropFirst().contains { middle in
        guard let low = byKey[Key(limit, limit.months.lowerBound..<middle)],
          let high = byKey[Key(limit, middle..<limit.months.upperBound)]
        else { return false }
        return limit.most >= low + high
      }
    }
  }

  private struct Key: Hashable {
    let name: Wording
    let needs: [Int: Int]
    let months: Range<Int>

    init(_ limit: FormingLimit, _ months: Range<Int>) {
      (name, needs, self.months) = (limit.name, limit.needs, months)
    }
  }

  // MARK: What families are made of

  /// The times of which families are made: those of each cohort, then all.
  var times: [(name: Wording?, mask: SlotMask)] {
    var all = SlotMask(slots)
    let offered = bundle.cohorts.filter { cohort in offers.contains { $0.cohort == cohort.id } }
    let masks = offered.compactMap { cohort in cohortMasks[cohort.id].map { (cohort.name, $0) } }
    for mask in masks.map(\.1) + classMasks { all.formUnion(mask) }
    var times: [(name: Wording?, mask: SlotMask)] = []
    for (name, mask) in masks where mask != all && !times.contains(where: { $0.mask == mask }) {
      times.append((Wording(zh: "在\(name)上课时间", en: " at the times of \(name)"), mask))
    }
    times.append((nil, all))
    return times
  }

  /// Whether classes of the offer are held in these times alone.
  func isHeld(_ offer: Int, in mask: SlotMask) -> Bool {
    cohortMasks[offers[offer].cohort].map(mask.isSuperset) ?? false
  }

  /// The same of one of the bundle's own classes.
  func isOwnHeld(_ place: Int, in mask: SlotMask) -> Bool { mask.isSuperset(of: classMasks[place]) }
}

extension FormingLimit {
  /// Whether what holds this limit holds the other too, which is of the same months.
  fileprivate func implies(_ other: FormingLimit) -> Bool {
    most == 0
      ? other.needs.keys.allSatisfy { needs[$0] != nil }
      : other.needs.allSatisfy { offer, need in (needs[offer] ?? 0) * other.most >= need * most }
  }
}

/// A set of slots.
struct SlotMask: Hashable {
  private(set) var isOpen: [Bool]

  /// No slot.
  init(_ slots: PlanSlots) { isOpen = Array(repeating: false, count: slots.count) }

  init(_ slots: PlanSlots, _ pattern: WeeklyPattern) {
    isOpen = (0..<slots.count).map { slots.isOpen(pattern, $0) }
  }

  subscript(slot: Int) -> Bool { isOpen[slot] }

  mutating func formUnion(_ other: SlotMask) {
    for slot in isOpen.indices where other.isOpen[slot] { isOpen[slot] = true }
  }

  func isSuperset(of other: SlotMask) -> Bool {
    isOpen.indices.allSatisfy { isOpen[$0] || !other.isOpen[$0] }
  }
}

extension PlanningBundle {
  /// What rooms and lecturers can bear of classes of the offers, each limit proved.
  ///
  /// `months` are the first days of months, rising; no class has fewer people than `least`.
  package func formingLimits(
    of offers: [ClassOffer], months: [CivilDate], least: Int
  ) -> [FormingLimit] {
    FormingCapacity(self, offers: offers, months: months, least: least).limits
  }
}
