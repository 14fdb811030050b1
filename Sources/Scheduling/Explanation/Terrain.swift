import Civil

/// A problem's patterns, busy times and holidays as bits, whatever facts are kept: computed once for all excerpts.
///
/// Days count from the plan's first and reach far beyond the plan on both sides.
final class Terrain: Sendable {
  /// Days before and after the plan in which sessions can lie where nothing holds them in it.
  static let margin = 400

  let problem: Problem
  let sources: FactSources
  let grid: DayGrid
  let days: Int
  // By owner, person, room: the positions open on each weekday, Monday first, and on a make-up working day.
  private let seriesMasks: [[UInt64]]
  private let personMasks: [[UInt64]]
  private let roomMasks: [[UInt64]]
  /// The people's again, one after the other: they are asked for most.
  private let personBits: ContiguousArray<UInt64>
  private let weekend: Int
  private static let columnCount = 8
  /// By day from the margin before the plan on: its weekday, from Monday as 0, and 7 for a make-up working day.
  private let columns: [UInt8]
  let holidays: [Int: CivilDate]
  /// By person and event: the days it touches with their stretches.
  let busy: [[[(day: Int, mask: UInt64)]]]
  /// By person and event, as bits: the numbers of periods to whose multiples sessions cannot move beside it.
  let misaligned: [[UInt64]]
  let blocksAreApart: Bool
  let all: UInt64
  /// By series, the others that a trainee of it attends.
  let companions: [[Int]]

  /// What `like` holds of the same problem, but for one cell that no busy time comes from, is not computed again.
  init(_ problem: Problem, _ sources: FactSources, like known: Terrain? = nil) {
    self.problem = problem
    self.sources = sources
    let grid = known?.grid ?? DayGrid(problem.blocks)
    self.grid = grid
    days = max(0, problem.planTo - problem.planFrom + 1)
    func masks(_ pattern: WeeklyPattern) -> [UInt64] {
      let week = Weekday.allCases.map { day in
        problem.blocks.indices.reduce(UInt64(0)) {
          pattern.opens(problem.blocks[$1].id, on: day) ? $0 | grid.blockBits[$1] : $0
        }
      }
      return week + [week[0..<5].reduce(~0, &)]
    }
    // What has not changed is not computed again.
    func masks(_ patterns: [WeeklyPattern], _ old: [WeeklyPattern], _ oldMasks: [[UInt64]]) -> [[UInt64]] {
      patterns.indices.map { patterns[$0] == old[$0] ? oldMasks[$0] : masks(patterns[$0]) }
    }
    if let known {
      let old = known.problem
      seriesMasks = masks(problem.series.map(\.open), old.series.map(\.open), known.seriesMasks)
      personMasks = masks(problem.people.map(\.open), old.people.map(\.open), known.personMasks)
      roomMasks = masks(problem.rooms.map(\.open), old.rooms.map(\.open), known.roomMasks)
    } else {
      seriesMasks = problem.series.map { masks($0.open) }
      personMasks = problem.people.map { masks($0.open) }
      roomMasks = problem.rooms.map { masks($0.open) }
    }
    personBits = ContiguousArray(personMasks.joined())
    weekend = problem.planFrom.weekday.rawValue
    let from = problem.planFrom
    let marked = known == nil ? problem.calendar.marked : []
    let monday = weekend
    columns =
      known?.columns
      ?? {
        let makeUp = Set(
          marked.filter { $0.mark.kind == .makeUpDay && $0.date.weekday.isWeekend }.map { $0.date - from })
        return (-Self.margin...problem.planTo - from + 1 + Self.margin).map { day in
          makeUp.contains(day) ? 7 : UInt8(((monday + day) % 7 + 7) % 7)
        }
      }()
    holidays =
      known?.holidays
      ?? Dictionary(
        marked.filter { $0.mark.kind == .holiday }.map { ($0.date - from, $0.date) },
        uniquingKeysWith: { $1 })
    busy = known?.busy ?? problem.people.map { $0.busy.map { Self.stretches(of: $0, from: from, grid) } }
    misaligned = known?.misaligned ?? busy.map { $0.map { Self.misalignments(of: $0, grid) } }
    blocksAreApart = known?.blocksAreApart ?? Self.areApart(grid, problem)
    all = grid.blockBits.reduce(0, |)
    companions = known?.companions ?? Self.companions(problem)
  }

  private static func companions(_ problem: Problem) -> [[Int]] {
    var attended: [Int: [Int]] = [:]
    for (index, series) in problem.series.enumerated() {
      for trainee in series.trainees { attended[trainee, default: []].append(index) }
    }
    return problem.series.enumerated().map { index, series in
      Set(series.trainees.flatMap { attended[$0] ?? [] }).subtracting([index]).sorted()
    }
  }

  /// By day, the stretches that a busy time touches.
  private static func stretches(
    of time: BusyTime, from: CivilDate, _ grid: DayGrid
  ) -> [(day: Int, mask: UInt64)] {
    let start = CivilMoment(from).minutesSinceEpoch
    let (first, last) = (
      time.lowerBound.minutesSinceEpoch - start, time.upperBound.minutesSinceEpoch - start
    )
    guard first < last else { return [] }
    return (floorDay(first)...floorDay(last - 1)).compactMap { day in
      let mask = grid.mask(of: max(0, first - day * 1440)..<min(1440, last - day * 1440))
      return mask == 0 ? nil : (day, mask)
    }
  }

  private static func floorDay(_ minutes: Int) -> Int {
    minutes >= 0 ? minutes / 1440 : -((-minutes + 1439) / 1440)
  }

  private func column(_ day: Int) -> Int {
    let index = day + Self.margin
    return columns.indices.contains(index) ? Int(columns[index]) : 0
  }

  func seriesOpen(_ series: Int, _ day: Int) -> UInt64 { seriesMasks[series][column(day)] }
  func personOpen(_ person: Int, _ day: Int) -> UInt64 { personBits[person * Self.columnCount + column(day)] }
  func roomOpen(_ room: Int, _ day: Int) -> UInt64 { roomMasks[room][column(day)] }

  /// The ISO week of a day, counted from the plan's first day's.
  func week(_ day: Int) -> Int {
    let offset = weekend + day
    return offset >= 0 ? offset / 7 : -((-offset + 6) / 7)
  }

  /// The first day of a week so counted.
  func monday(ofWeek week: Int) -> Int { 7 * week - weekend }

  /// Positions at which a session of that length fits its block.
  func fitting(_ length: Int) -> UInt64 {
    guard length <= grid.longest else { return 0 }
    return (0..<grid.count).reduce(0) {
      grid.mask(length: length, position: $1) != 0 ? $0 | 1 << UInt64($1) : $0
    }
  }
}
