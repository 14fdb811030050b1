import Civil

extension FormingProblem {
  /// The classes to form, with how near they are to the least waiting.
  ///
  /// `steps` is the number of combinations that are tried at most beyond the first; the same problem and steps give the
  /// same classes.
  package func solution(steps: Int = 1500) -> FormedClasses {
    let model = FormingModel(self)
    var search = FormingSearch(model, steps: steps)
    let bound: Int
    if search.isExhaustive {
      search.tryAll()
      bound = search.best?.saved ?? 0
    } else {
      search.build()
      let first = FormingBound(model, atLeast: search.best?.saved ?? 0, steps: 150)
      search.improve(by: first.worth)
      search.prune()
      // Nobody can save more than by a class of the first month.
      let most = model.kinds.reduce(0) { $0 + $1.wishes.count * model.saved[$1.firstMonth] }
      bound = min(
        most, first.saved, FormingBound(model, atLeast: search.best?.saved ?? 0, steps: 400).saved)
    }
    return FormedClasses(self, model, search.best, mostSaved: bound)
  }
}

extension FormedClasses {
  init(
    _ problem: FormingProblem, _ model: FormingModel, _ found: FormingAssignment?, mostSaved: Int
  ) {
    var assignment = found
    assignment?.balance()
    var classes: [Formed] = []
    var isPlaced = Array(repeating: false, count: problem.wishes.count)
    if let assignment {
      // Who waits longest of a kind goes first: slots stand by month.
      var next = Array(repeating: 0, count: model.kinds.count)
      for (index, slot) in assignment.active.enumerated() {
        var people: [Int] = []
        for kind in model.kindsOf[slot] {
          let count = assignment.people(of: kind, in: index)
          people += model.kinds[kind].wishes[next[kind]..<next[kind] + count]
          next[kind] += count
        }
        people.sort {
          (problem.wishes[$0].since, problem.wishes[$0].id) < (
            problem.wishes[$1].since, problem.wishes[$1].id
          )
        }
        for wish in people { isPlaced[wish] = true }
        let count = assignment.counts[slot]
        for number in 0..<count {
          // Equal parts, the larger ones first.
          let (low, high) = (people.count * number / count, people.count * (number + 1) / count)
          classes.append(
            Formed(
              offer: model.offer(slot), month: model.month(slot),
              wishes: people[low..<high].map { problem.wishes[$0].id }))
        }
      }
    }
    self.classes = classes
    var leftOver: [String: LeftOver] = [:]
    let reasons = FormingReasons(problem, model, assignment)
    for (place, wish) in problem.wishes.enumerated() where !isPlaced[place] {
      leftOver[wish.id] = reasons.reason(of: wish)
    }
    self.leftOver = leftOver
    let all = problem.wishes.reduce(0) { $0 + max(0, problem.horizon - $1.since) }
    waitingDays = all - (assignment?.saved ?? 0)
    leastWaitingDays = all - mostSaved
  }
}

/// Finds why a wish is not met.
private struct FormingReasons {
  let problem: FormingProblem
  /// By offer, how many of those left over wish it in the last month.
  private let wishing: [Int]
  private let usedUp: [[Int]]

  init(_ problem: FormingProblem, _ model: FormingModel, _ assignment: FormingAssignment?) {
    self.problem = problem
    var wishing = Array(repeating: 0, count: problem.offers.count)
    for (kind, left) in zip(model.kinds, assignment?.left ?? model.kinds.map(\.wishes.count)) {
      for offer in kind.offers { wishing[offer] += left }
    }
    self.wishing = wishing
    let counts = assignment?.counts ?? Array(repeating: 0, count: model.slots)
    usedUp = problem.offers.indices.map { offer in
      problem.limits.indices.filter { limit in
        problem.limits[limit].offers.contains(offer)
          && (0..<model.months).contains { month in
            let used = problem.limits[limit].offers.reduce(0) { $0 + counts[$1 * model.months + month] }
            return used >= model.most(limit, in: month)
          }
      }
    }
  }

  func reason(of wish: CourseWish) -> FormedClasses.LeftOver {
    let offers = wish.offers.filter(problem.offers.indices.contains).sorted()
    guard !offers.isEmpty else { return .noOffer }
    guard problem.firstMonth(of: wish) != nil else {
      return wish.ready.map { .readyTooLate($0) } ?? .noCapacity([])
    }
    let most = offers.map { wishing[$0] }.max() ?? 0
    guard most >= problem.least else { return .tooFew(wishing: most, least: problem.least) }
    let limits = Set(offers.filter { wishing[$0] >= problem.least }.flatMap { usedUp[$0] }).sorted()
    return .noCapacity(limits.map { problem.limits[$0].name })
  }
}
