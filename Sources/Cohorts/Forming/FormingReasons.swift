import Civil

/// Finds why a wish is not met: what, if it were otherwise, would let the person in.
struct FormingReasons {
  let problem: FormingProblem
  private let model: FormingModel
  /// By slot, how many of those left over could be in its class.
  private let wishing: [Int]
  private let used: [Int]

  init(_ model: FormingModel, left: [Int], used: [Int]) {
    problem = model.problem
    self.model = model
    self.used = used
    wishing = (0..<model.slots).map { slot in model.kindsOf[slot].reduce(0) { $0 + left[$1] } }
  }

  func reason(of wish: CourseWish) -> FormedClasses.LeftOver {
    let offers = wish.offers.filter(problem.offers.indices.contains).sorted()
    guard !offers.isEmpty else { return .noOffer }
    guard let first = problem.firstMonth(of: wish) else {
      return wish.ready.map { .readyTooLate($0) } ?? .noCapacity([])
    }
    let slots = offers.flatMap { offer in (first..<model.months).map { offer * model.months + $0 } }
    // Where a class has fewer seats than it needs people none is ever formed.
    let most = slots.map { wishing[$0] }.max() ?? 0
    let full = full(slots.filter { wishing[$0] >= min(most, problem.least) })
    guard most >= problem.least else {
      return .tooFew(wishing: most, least: problem.least, full: full.filter { $0.ground == .proved })
    }
    return .noCapacity(full)
  }

  /// The limits that stand against a class of each of the slots, proved ones where there are such; none where one of
  /// the slots has room.
  private func full(_ slots: [Int]) -> [FormedClasses.Limit] {
    var named: [FormedClasses.Limit] = []
    for slot in slots {
      let full = model.full(slot, beside: used).map { problem.limits[$0] }
      guard !full.isEmpty else { return [] }
      let proved = full.filter { $0.ground == .proved }
      for limit in proved.isEmpty ? full : proved {
        let one = FormedClasses.Limit(name: limit.name, ground: limit.ground)
        if !named.contains(one) { named.append(one) }
      }
    }
    return named
  }
}
