/// The fewest days, first to last inclusive, in which a class can be held when nothing else is planned.
///
/// A dynamic program backwards in time: for what is still to be held, the day, the position of it and the periods
/// left to the class on that day, the earliest day on which all can be over. Exact for the openings given, but that
/// an order with several modules is held to the smallest of their gaps, which can only make it less.
struct FewestDays {
  /// Nil where the class cannot be held at all, or is too large to be worked out.
  let days: Int?

  private static let never = Int32.max
  private static let mostStates = 20_000_000

  init(_ space: SearchSpace, _ series: Int, _ openings: SessionOpenings) {
    guard let window = space.window[series], space.grid.isExact,
      !space.problem.series[series].sessions.isEmpty
    else {
      days = nil
      return
    }
    let progress = ClassProgress(space.problem, series)
    days = openings.sites(of: series).compactMap { site in
      Self.days(space, series, progress, window, openings, site)
    }.min()
  }

  private static func days(
    _ space: SearchSpace, _ series: Int, _ progress: ClassProgress, _ window: ClosedRange<Int>,
    _ openings: SessionOpenings, _ site: Int?
  ) -> Int? {
    let grid = space.grid
    let most = min(space.problem.series[series].maxPeriodsDay, grid.count)
    let (rows, row) = (window.count * (grid.count + 1), most + 1)
    guard most > 0, progress.count * rows * row <= mostStates else { return nil }
    var open: [Int: [UInt64]] = [:]
    for session in progress.sessions { open[session] = openings.positions(of: session, at: site) }
    // By what is left to be held, day of the window, position, periods left.
    var over = Array(repeating: never, count: progress.count * rows * row)
    func cell(_ node: Int, _ day: Int, _ position: Int) -> Int {
      ((node * window.count + day - window.lowerBound) * (grid.count + 1) + position) * row
    }
    /// When all can be over from a later day on.
    func fromNextDay(_ node: Int, _ day: Int) -> Int32 {
      day > window.upperBound ? never : over[cell(node, day, 0) + most]
    }
    for node in stride(from: progress.count - 1, through: 0, by: -1) {
      let steps = progress.steps(from: node)
      for day in window.reversed() {
        for left in 0...most { over[cell(node, day, grid.count) + left] = fromNextDay(node, day + 1) }
        for position in (0..<grid.count).reversed() {
          let (here, later) = (cell(node, day, position), cell(node, day, position + 1))
          for left in 0...most { over[here + left] = over[later + left] }
          for step in steps where (open[step.session]?[day] ?? 0) & (1 << UInt64(position)) != 0 {
            for left in step.length...max(step.length, most) where left <= most {
              let end: Int32
              if let next = step.next {
                let after = grid.positionsAfter(length: step.length, position: position)
                if step.gap > 0 {
                  end = fromNextDay(next, day + step.gap)
                } else if after == 0 {
                  end = fromNextDay(next, day + 1)
                } else {
                  end = over[cell(next, day, after.trailingZeroBitCount) + left - step.length]
                }
              } else {
                end = Int32(day)
              }
              over[here + left] = min(over[here + left], end)
            }
          }
        }
      }
    }
    return window.compactMap { day in
      let end = over[cell(0, day, 0) + most]
      return end == never ? nil : Int(end) - day + 1
    }.min()
  }
}
