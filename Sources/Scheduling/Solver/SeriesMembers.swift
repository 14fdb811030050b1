/// The sessions of every series in flat tables, with what their order depends on.
struct SeriesMembers: Sendable {
  private let arena = Arena()
  /// Sessions, series by series.
  private let sessions: Table<Int32>
  /// By series, and one more: where its sessions begin.
  private let starts: Table<Int32>
  // By session.
  private let orders: Table<Int32>
  private let modules: Table<Int32>
  private let parts: Table<Int32>

  init(_ problem: Problem) {
    var starts: [Int32] = [0]
    for series in problem.series { starts.append(starts[starts.count - 1] + Int32(series.sessions.count)) }
    self.starts = Table(arena, starts)
    sessions = Table(arena, problem.series.flatMap { $0.sessions.map(Int32.init) })
    var numbers: [String: Int32] = [:]
    var modules: [Int32] = []
    for session in problem.sessions {
      let number = numbers[session.module] ?? Int32(numbers.count)
      numbers[session.module] = number
      modules.append(number)
    }
    self.modules = Table(arena, modules)
    orders = Table(arena, problem.sessions.map { Int32(clamping: $0.order) })
    parts = Table(arena, problem.sessions.map { Int32(clamping: $0.part) })
  }

  /// Where the sessions of a series stand.
  func range(_ series: Int) -> Range<Int> { Int(starts[series])..<Int(starts[series + 1]) }

  /// The session that stands there.
  subscript(place: Int) -> Int { Int(sessions[place]) }

  /// Whether the first session's module comes before the second's.
  func isLower(_ first: Int, than second: Int) -> Bool { orders[first] < orders[second] }

  /// Whether the first session must have ended before the second starts.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    orders[first] < orders[second] || modules[first] == modules[second] && parts[first] < parts[second]
  }
}
