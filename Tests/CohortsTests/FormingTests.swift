import Civil
import SeededNumbers
import Testing

@testable import Cohorts

@Suite struct FormingTests {
  private let start = CivilDate(daysSinceEpoch: 20_454)

  private let rooms = FormedClasses.Limit(name: Wording(zh: "教室", en: "rooms"), ground: .proved)

  /// Offers of 2 to 3 seats in months of 30 days.
  private func problem(
    _ wishes: [(offers: Set<Int>, ready: Int)], offers: Int = 1, months: Int = 2, least: Int = 2,
    seats: Int = 3, limits: [(offers: Set<Int>, most: [Int])] = [],
    held: [FormingProblem.Held] = []
  ) -> FormingProblem {
    FormingProblem(
      wishes: wishes.enumerated().map { number, wish in
        CourseWish(
          id: "W\(padded(number, 4))", offers: wish.offers, since: start + (-100 + number % 7),
          ready: wish.ready == 0 ? nil : start + 30 * wish.ready)
      },
      offers: (0..<offers).map {
        ClassOffer(course: "SYB", cohort: "\($0)", site: "S", catchment: .nation, most: seats)
      }, months: (0..<months).map { start + 30 * $0 }, horizon: start + 30 * months,
      limits: limits.flatMap { limit in
        limit.most.indices.prefix(months).map {
          FormingLimit(
            name: rooms.name, ground: .proved, offers: limit.offers, month: $0, most: limit.most[$0])
        }
      },
      least: least, held: held)
  }

  @Test func `everybody begins in the first month in which there is room`() {
    let formed = problem(
      Array(repeating: (offers: [0], ready: 0), count: 5), limits: [([0], [1, 1])]
    ).solution()
    #expect(formed.classes.map(\.month) == [0, 1] && formed.classes.map(\.wishes.count) == [3, 2])
    #expect(formed.leftOver.isEmpty && formed.isOptimal)
    // Who has waited longest goes first.
    #expect(formed.classes.first?.wishes == ["W0000", "W0001", "W0002"])
  }

  @Test func `who is left over is told why`() {
    let formed = problem(
      [([0], 0), ([0], 0), ([0], 0), ([1], 0), ([], 0), ([0], 5), ([2], 0), ([2], 0)], offers: 3,
      limits: [([2], [0, 0])]
    ).solution()
    #expect(formed.classes.map(\.wishes) == [["W0000", "W0001", "W0002"]])
    #expect(
      formed.leftOver == [
        "W0003": .tooFew(wishing: 1, least: 2, full: []), "W0004": .noOffer,
        "W0005": .readyTooLate(start + 150),
        "W0006": .noCapacity([rooms]),
        "W0007": .noCapacity([rooms]),
      ])
  }

  @Test func `classes of one month are balanced by those who could attend either`() {
    let wishes = Array(repeating: (offers: Set([0, 1]), ready: 0), count: 6) + [([1], 0), ([1], 0)]
    let formed = problem(wishes, offers: 2, months: 1, seats: 6).solution()
    #expect(formed.classes.map(\.wishes.count).sorted() == [4, 4])
  }

  @Test func `no more classes are formed than are needed`() {
    let formed = problem(
      Array(repeating: (offers: [0], ready: 0), count: 6), months: 1, seats: 6
    ).solution()
    #expect(formed.classes.map(\.wishes.count) == [6])
  }

  @Test func `of nobody nothing is formed`() {
    let formed = problem([]).solution()
    #expect(formed.classes.isEmpty && formed.waitingDays == 0 && formed.isOptimal)
    #expect(problem([([0], 0)], months: 0).solution().leftOver.count == 1)
  }

  /// Everything that can be done, by going through it: who attends which offer in which month.
  private struct Exhaustion {
    let problem: FormingProblem
    var best = (saved: -1, classes: 0)
    var mostPlaced = 0
    /// The least sum of squares of class sizes, by the number of classes of each slot, among those that save most.
    var squares: [[Int]: Int] = [:]

    init(_ problem: FormingProblem) {
      self.problem = problem
      var sizes = Array(repeating: 0, count: problem.offers.count * problem.months.count)
      visit(0, &sizes)
    }

    private mutating func visit(_ wish: Int, _ sizes: inout [Int]) {
      guard wish < problem.wishes.count else {
        judge(sizes)
        return
      }
      visit(wish + 1, &sizes)
      for offer in problem.wishes[wish].offers {
        for month in problem.months.indices
        where problem.wishes[wish].ready.map({ $0 <= problem.months[month] }) ?? true {
          sizes[offer * problem.months.count + month] += 1
          visit(wish + 1, &sizes)
          sizes[offer * problem.months.count + month] -= 1
        }
      }
    }

    private mutating func judge(_ sizes: [Int]) {
      var counts: [Int] = []
      for (slot, size) in sizes.enumerated() {
        let most = problem.offers[slot / problem.months.count].most
        // The fewest classes that hold so many.
        let count = (size + most - 1) / most
        guard count * problem.least <= size else { return }
        counts.append(count)
      }
      for limit in problem.limits {
        let used = limit.needs.reduce(0) { sum, one in
          limit.months.reduce(sum) { $0 + one.value * counts[one.key * problem.months.count + $1] }
        }
        guard used <= limit.most else { return }
      }
      mostPlaced = max(mostPlaced, sizes.reduce(0, +))
      let saved = sizes.enumerated().reduce(0) {
        $0 + $1.element * (problem.horizon - problem.months[$1.offset % problem.months.count])
      }
      let classes = counts.reduce(0, +)
      if (saved, -classes) > (best.saved, -best.classes) {
        best = (saved, classes)
        squares = [:]
      }
      guard (saved, classes) == best else { return }
      let sum = zip(sizes, counts).reduce(0) { total, slot in
        guard slot.1 > 0 else { return total }
        let (part, more) = (slot.0 / slot.1, slot.0 % slot.1)
        return total + more * (part + 1) * (part + 1) + (slot.1 - more) * part * part
      }
      squares[counts] = min(squares[counts] ?? .max, sum)
    }
  }

  private func random(_ random: inout SplitMix64, people: Int, offers: Int, months: Int) -> FormingProblem {
    let wishes = (0..<people).map { _ in
      let chosen = (0..<offers).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
      return (offers: Set(chosen), ready: Int.random(in: 0..<months + 1, using: &random))
    }
    let limits = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      (
        offers: Set((0..<offers).filter { _ in Bool.random(using: &random) }),
        most: (0..<months).map { _ in Int.random(in: 0...2, using: &random) }
      )
    }
    let plain = problem(
      wishes, offers: offers, months: months, least: Int.random(in: 1...3, using: &random),
      seats: Int.random(in: 2...4, using: &random), limits: limits)
    // Classes of different offers may need more or less of what months share.
    let shared = FormingLimit(
      name: Wording(zh: "讲师", en: "lecturers"), ground: .proved,
      needs: Dictionary(
        uniqueKeysWithValues: (0..<offers).map { ($0, Int.random(in: 0...3, using: &random)) }),
      months: 0..<months, most: Int.random(in: 1...7, using: &random))
    return FormingProblem(
      wishes: plain.wishes, offers: plain.offers, months: plain.months, horizon: plain.horizon,
      limits: plain.limits + [shared], least: plain.least)
  }

  @Test(arguments: 0..<120)
  func `on small cases nobody could wait less, with fewer classes or better balanced ones`(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let problem = random(
      &generator, people: Int.random(in: 1...6, using: &generator),
      offers: Int.random(in: 1...2, using: &generator),
      months: Int.random(in: 1...2, using: &generator))
    let formed = problem.solution()
    let truth = Exhaustion(problem)
    let all = problem.wishes.reduce(0) { $0 + (problem.horizon - $1.since) }
    #expect(all - formed.waitingDays == truth.best.saved && formed.isOptimal)
    #expect(formed.classes.count == truth.best.classes)
    var counts = Array(repeating: 0, count: problem.offers.count * problem.months.count)
    for one in formed.classes { counts[one.offer * problem.months.count + one.month] += 1 }
    let squares = formed.classes.reduce(0) { $0 + $1.wishes.count * $1.wishes.count }
    #expect(truth.squares[counts] == squares)
    #expect(formed.bounds.mostPlaced >= truth.mostPlaced)
    check(formed, of: problem)
  }

  @Test(arguments: 300..<420)
  func `without the reason that is told, who is left over could be placed`(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let problem = random(&generator, people: 9, offers: 3, months: 2)
    let formed = problem.solution()
    for wish in problem.wishes {
      switch formed.leftOver[wish.id] {
      case nil: continue
      case .noOffer: #expect(wish.offers.isEmpty)
      case .readyTooLate(let date): #expect(date > (problem.months.last ?? date) && wish.ready == date)
      case .tooFew(let wishing, let least, let full):
        #expect(wishing < least && least == problem.least)
        // With the least number that the reason tells, and room, those who are left make a class.
        let without = without(full, problem, formed, least: wishing)
        #expect(without.contains(wish.id), "\(wish.id)")
      case .noCapacity(let full):
        #expect(!full.isEmpty || problem.offers[0].most < problem.least)
        guard !full.isEmpty else { continue }
        #expect(without(full, problem, formed, least: problem.least).contains(wish.id), "\(wish.id)")
      }
    }
  }

  /// Those left over who could be in one more class beside the classes formed, if limits were not and a class needed
  /// so few.
  private func without(
    _ full: [FormedClasses.Limit], _ problem: FormingProblem, _ formed: FormedClasses, least: Int
  ) -> Set<String> {
    let left = problem.wishes.filter { formed.leftOver[$0.id] != nil }
    var placeable: Set<String> = []
    for offer in problem.offers.indices {
      for month in problem.months.indices {
        let people = left.filter {
          $0.offers.contains(offer) && $0.ready.map { $0 <= problem.months[month] } ?? true
        }
        let isBlocked = problem.limits.contains { limit in
          guard limit.months.contains(month), let need = limit.needs[offer],
            !full.contains(FormedClasses.Limit(name: limit.name, ground: limit.ground))
          else { return false }
          let used = formed.classes.filter { limit.months.contains($0.month) }
            .reduce(0) { $0 + (limit.needs[$1.offer] ?? 0) }
          return used + need > limit.most
        }
        if people.count >= least, !isBlocked { placeable.formUnion(people.map(\.id)) }
      }
    }
    return placeable
  }

  @Test func `classes that are decided on stay, use up what there is, and take others into free seats`() {
    let held = FormingProblem.Held(offer: 0, month: 0, wishes: ["W0003", "W0004"], seats: 3)
    let formed = problem(
      Array(repeating: (offers: [0], ready: 0), count: 5), limits: [([0], [1, 1])], held: [held]
    ).solution()
    #expect(formed.held.map(\.wishes) == [["W0003", "W0004", "W0000"]])
    #expect(formed.classes.map(\.wishes) == [["W0001", "W0002"]] && formed.classes.map(\.month) == [1])
    #expect(formed.leftOver.isEmpty)
    // Three begin at once and two a month later.
    #expect(formed.waitingDays == 100 * 5 - (0 + 1 + 2 + 3 + 4) + 2 * 30)
  }

  /// What every proposal must hold, counted anew from its classes.
  private func check(_ formed: FormedClasses, of problem: FormingProblem) {
    let wishes = Dictionary(uniqueKeysWithValues: problem.wishes.map { ($0.id, $0) })
    let placed = formed.classes.flatMap(\.wishes)
    #expect(Set(placed).count == placed.count && placed.count + formed.leftOver.count == wishes.count)
    #expect(Set(placed).isDisjoint(with: formed.leftOver.keys))
    var waiting = 0
    for one in formed.classes {
      #expect(one.wishes.count >= problem.least && one.wishes.count <= problem.offers[one.offer].most)
      for wish in one.wishes.compactMap({ wishes[$0] }) {
        #expect(wish.offers.contains(one.offer))
        #expect(wish.ready.map { $0 <= problem.months[one.month] } ?? true)
        waiting += problem.months[one.month] - wish.since
      }
    }
    for id in formed.leftOver.keys { waiting += wishes[id].map { problem.horizon - $0.since } ?? 0 }
    #expect(waiting == formed.waitingDays && formed.leastWaitingDays <= waiting)
    for limit in problem.limits {
      let used = formed.classes.filter { limit.months.contains($0.month) }
        .reduce(0) { $0 + (limit.needs[$1.offer] ?? 0) }
      #expect(used <= limit.most)
    }
  }

  @Test(arguments: 200..<260)
  func `the search without trying all is within the bound, and the bound is one`(_ seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let problem = random(&generator, people: 6, offers: 2, months: 2)
    let truth = Exhaustion(problem).best.saved
    let model = FormingModel(problem)
    var search = FormingSearch(model, steps: 500)
    search.build()
    let bound = FormingBound(model, saving: model.saved, atLeast: search.best?.saved ?? 0, steps: 150)
    search.improve(by: bound.worth)
    #expect(bound.most >= truth)
    #expect(search.best?.saved ?? 0 <= truth)
    #expect(Double(search.best?.saved ?? 0) >= 0.95 * Double(truth), "\(search.best?.saved ?? 0) of \(truth)")
  }

  @Test func `two thousand wishes are formed near the bound, and the same each time`() {
    let problem = FormingTests.large()
    let formed = problem.solution(steps: 40)
    check(formed, of: problem)
    #expect(problem.solution(steps: 40).classes == formed.classes)
  }

  /// Wishes of a district: 3 courses, 4 cohorts and 6 sites, 6 months, rooms and lecturers short.
  static func large(_ seed: UInt64 = 7) -> FormingProblem {
    var random = SplitMix64(seed: seed)
    let start = CivilDate(daysSinceEpoch: 20_454)
    let offers = (0..<3).flatMap { course in
      (0..<4).flatMap { cohort in
        (0..<6).map { site in
          ClassOffer(
            course: "C\(course)", cohort: "\(cohort)", site: "S\(site)", catchment: .nation, most: 30)
        }
      }
    }
    let wishes = (0..<2000).map { number in
      let course = [0, 1, 1, 1, 1, 2][Int.random(in: 0..<6, using: &random)]
      let cohort = Int.random(in: 0..<4, using: &random)
      let other = Int.random(in: 0..<4, using: &random) == 0 ? (cohort + 1) % 4 : cohort
      let home = Int.random(in: 0..<6, using: &random)
      let sites = Int.random(in: 0..<3, using: &random) == 0 ? [home] : [home, (home + 1) % 6]
      let chosen = offers.indices.filter { offer in
        offers[offer].course == "C\(course)" && ["\(cohort)", "\(other)"].contains(offers[offer].cohort)
          && sites.contains { offers[offer].site == "S\($0)" }
      }
      return CourseWish(
        id: "W\(number)", offers: Set(chosen), since: start + -Int.random(in: 1...300, using: &random),
        ready: Int.random(in: 0..<8, using: &random) == 0 ? start + 31 : nil)
    }
    let limits = (0..<6).flatMap { month in
      (0..<6).map { site in
        FormingLimit(
          name: Wording(zh: "S\(site) 教室", en: "rooms of S\(site)"), ground: .proved,
          offers: Set(offers.indices.filter { offers[$0].site == "S\(site)" }), month: month,
          most: month == 2 ? 2 : 3)
      } + [
        FormingLimit(
          name: Wording(zh: "讲师", en: "lecturers"), ground: .proved, offers: Set(offers.indices),
          month: month,
          most: month == 2 ? 8 : 12)
      ]
    }
    let months = (0..<6).map { start + 30 * $0 }
    return FormingProblem(
      wishes: wishes, offers: offers, months: months, horizon: start + 180, limits: limits, least: 20)
  }
}
