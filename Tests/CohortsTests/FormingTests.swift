import Civil
import SeededNumbers
import Testing

@testable import Cohorts

@Suite struct FormingTests {
  private let start = CivilDate(daysSinceEpoch: 20_454)

  /// Offers of 2 to 3 seats in months of 30 days.
  private func problem(
    _ wishes: [(offers: Set<Int>, ready: Int)], offers: Int = 1, months: Int = 2, least: Int = 2,
    seats: Int = 3, limits: [(offers: Set<Int>, most: [Int])] = []
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
      limits: limits.map {
        FormingLimit(name: Wording(zh: "教室", en: "rooms"), offers: $0.offers, most: $0.most)
      },
      least: least)
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
        "W0003": .tooFew(wishing: 1, least: 2), "W0004": .noOffer, "W0005": .readyTooLate(start + 150),
        "W0006": .noCapacity([Wording(zh: "教室", en: "rooms")]),
        "W0007": .noCapacity([Wording(zh: "教室", en: "rooms")]),
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
        for month in problem.months.indices {
          let used = limit.offers.reduce(0) { $0 + counts[$1 * problem.months.count + month] }
          guard used <= limit.most[month] else { return }
        }
      }
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
    return problem(
      wishes, offers: offers, months: months, least: Int.random(in: 1...3, using: &random),
      seats: Int.random(in: 2...4, using: &random), limits: limits)
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
    check(formed, of: problem)
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
      for month in problem.months.indices {
        let used = formed.classes.count { limit.offers.contains($0.offer) && $0.month == month }
        #expect(used <= limit.most[month])
      }
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
    let bound = FormingBound(model, atLeast: search.best?.saved ?? 0, steps: 150)
    search.improve(by: bound.worth)
    #expect(bound.saved >= truth)
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
    var limits = (0..<6).map { site in
      FormingLimit(
        name: Wording(zh: "S\(site) 教室", en: "rooms of S\(site)"),
        offers: Set(offers.indices.filter { offers[$0].site == "S\(site)" }), most: [3, 3, 2, 3, 3, 3])
    }
    limits.append(
      FormingLimit(
        name: Wording(zh: "讲师", en: "lecturers"), offers: Set(offers.indices),
        most: [12, 12, 8, 12, 12, 12]))
    let months = (0..<6).map { start + 30 * $0 }
    return FormingProblem(
      wishes: wishes, offers: offers, months: months, horizon: start + 180, limits: limits, least: 20)
  }
}
