/// Which slots hold how many classes.
///
/// Where few combinations exist all of them are tried. Otherwise classes are added by what they save at once, and then
/// added, moved and exchanged as long as days are saved by it or the steps allowed are used up.
struct FormingSearch {
  private let model: FormingModel
  private let caps: [Int]
  private(set) var best: FormingAssignment?
  private var steps: Int

  /// The most combinations that are tried one by one.
  private static let fewEnough = 4000

  init(_ model: FormingModel, steps: Int) {
    self.model = model
    self.steps = steps
    caps = (0..<model.slots).map(model.cap)
    best = FormingAssignment(model, FormingCounts(model))
  }

  /// Whether all combinations can be tried, so that what is found is the best.
  var isExhaustive: Bool {
    var combinations = 1
    for cap in caps {
      combinations *= cap + 1
      if combinations > Self.fewEnough { return false }
    }
    return true
  }

  mutating func tryAll() {
    var counts = FormingCounts(model)
    tryAll(from: 0, &counts)
  }

  private mutating func tryAll(from slot: Int, _ counts: inout FormingCounts) {
    guard slot < model.slots else {
      consider(counts)
      return
    }
    tryAll(from: slot + 1, &counts)
    var added = 0
    while counts[slot] < caps[slot], counts.hasRoom(slot) {
      counts.add(slot)
      added += 1
      tryAll(from: slot + 1, &counts)
    }
    for _ in 0..<added { counts.remove(slot) }
  }

  /// Takes the counts over where they save more, or as much with fewer classes.
  @discardableResult
  private mutating func consider(_ counts: FormingCounts) -> Bool {
    guard let found = FormingAssignment(model, counts) else { return false }
    let held = best.map { ($0.saved, -$0.classes) } ?? (-1, 0)
    guard (found.saved, -found.classes) > held else { return false }
    best = found
    return true
  }

  /// Gives up classes that save nothing beside the others.
  mutating func prune() {
    guard var counts = best?.classCounts else { return }
    for slot in (0..<model.slots).reversed() {
      while counts[slot] > 0 {
        counts.remove(slot)
        if !consider(counts) {
          counts.add(slot)
          break
        }
      }
    }
  }

  /// Adds the class that saves most at once, until none saves anything.
  mutating func build() {
    while let current = best {
      var counts = current.classCounts
      let candidates = (0..<model.slots).compactMap { slot -> (slot: Int, gain: Int)? in
        guard counts[slot] < caps[slot], counts.hasRoom(slot) else { return nil }
        let free = model.kindsOf[slot].reduce(0) { $0 + current.left[$1] }
        guard free >= model.problem.least else { return nil }
        return (slot, min(free, model.most(slot)) * model.saved[model.month(slot)])
      }.sorted { ($1.gain, $0.slot) < ($0.gain, $1.slot) }
      var isAdded = false
      for candidate in candidates {
        counts.add(candidate.slot)
        if consider(counts) {
          isAdded = true
          break
        }
        counts.remove(candidate.slot)
      }
      guard isAdded else { return }
    }
  }

  /// Improves by adding a class, and by giving one up for one or two others; `worth` says which to try first.
  mutating func improve(by worth: [Double]) {
    let order = (0..<model.slots).filter { caps[$0] > 0 }
      .sorted { (worth[$1], $0) < (worth[$0], $1) }
    var isImproved = true
    while isImproved, steps > 0 {
      isImproved = add(order)
      guard let current = best, steps > 0 else { return }
      let held = order.reversed().filter { current.counts[$0] > 0 }
      for old in held {
        if replace(old, order) {
          isImproved = true
          break
        }
        guard steps > 0 else { return }
      }
    }
  }

  private mutating func add(_ order: [Int]) -> Bool {
    guard let current = best else { return false }
    var counts = current.classCounts
    for slot in order where counts[slot] < caps[slot] && counts.hasRoom(slot) {
      guard steps > 0 else { return false }
      steps -= 1
      counts.add(slot)
      if consider(counts) { return true }
      counts.remove(slot)
    }
    return false
  }

  /// Gives up a class of a slot for another that wants the same people or the same room, and one more where it can be.
  private mutating func replace(_ old: Int, _ order: [Int]) -> Bool {
    guard let current = best else { return false }
    var counts = current.classCounts
    counts.remove(old)
    let kinds = Set(model.kindsOf[old])
    for slot in order where slot != old && counts[slot] < caps[slot] && counts.hasRoom(slot) {
      let isNear =
        model.month(slot) == model.month(old) || model.kindsOf[slot].contains(where: kinds.contains)
      guard isNear else { continue }
      guard steps > 0 else { return false }
      steps -= 1
      counts.add(slot)
      if consider(counts) { return true }
      for second in order.prefix(24)
      where second != old && counts[second] < caps[second] && counts.hasRoom(second)
        && model.kindsOf[second].contains(where: kinds.contains)
      {
        guard steps > 0 else { return false }
        steps -= 1
        counts.add(second)
        if consider(counts) { return true }
        counts.remove(second)
      }
      counts.remove(slot)
    }
    return false
  }
}
