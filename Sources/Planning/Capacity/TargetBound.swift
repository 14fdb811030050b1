import Scheduling

/// How many classes more no one can rule out, and what stands against one class more.
struct TargetBound {
  /// The most classes that no shortage excludes.
  let classes: Int
  /// What is short with one class more, or with none; empty: nothing was found up to `Self.most`.
  let shortages: [CapacityShortage]

  /// More classes than this are not looked for.
  static let most = 4096

  /// - Parameters:
  ///   - problem: of the bundle with one new class, its last one before the mentoring.
  ///   - series: the new class.
  ///   - names: of so many new classes.
  init(_ problem: Problem, series: Int, names: (Int) -> [String]) {
    let needs = CapacityNeeds(problem)
    let ownTime = needs.ownTime()
    let own = CapacityTable(ownTime.model, ownTime.topics, needs.slots)
    let count = CapacityCount(needs, without: series)
    let alone = count.ownShortages(own)
    let base = alone + count.shortages
    guard base.isEmpty else {
      (classes, shortages) = (0, base)
      return
    }
    func isShort(_ copies: Int) -> Bool {
      count.staff.network.adding(copies, of: series).isShort
        || count.rooms.network.adding(copies, of: series).isShort
    }
    var (held, short) = (0, 1)
    while short <= Self.most, !isShort(short) { (held, short) = (short, short * 2) }
    if short <= Self.most {
      while short - held > 1 {
        let middle = (held + short) / 2
        if isShort(middle) { short = middle } else { held = middle }
      }
    }
    classes = held
    shortages = held < short && short <= Self.most ? count.adding(names(held + 1), of: series).shortages : []
  }
}
