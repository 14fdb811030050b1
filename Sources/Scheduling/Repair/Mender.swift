/// Makes a repair better a few sessions at a time, where searching all of them together would take too long.
struct Mender {
  private let board: RepairBoard
  private let search: MoveSearch
  /// Sessions that may move in all.
  private let most: Int

  /// Moves tried for one session beyond those that it must make.
  private static let mostExtra = 4
  /// Sessions that are searched together.
  private static let widths = [1, 2, 4, 7]
  /// The part of the effort left that one search may take: one in so many.
  private static let share = 12

  init(_ board: RepairBoard, _ search: MoveSearch, most: Int) {
    self.board = board
    self.search = search
    self.most = most
  }

  private var effort: Effort { search.effort }

  /// Places sessions that were left out, each with as few others making way as can be.
  ///
  /// Where that does not help, those put down before that are near it make way too.
  func place(_ sessions: [Int]) {
    var moves = board.moves
    for width in [0] + Self.widths.dropFirst() {
      for session in sessions where board.standing[session] == .out && !effort.isSpent {
        let others = Array(nearest(to: session).prefix(width))
        let own = board.isPublished[session] && !board.mayStay[session] ? 1 : 0
        for extra in 0...Self.mostExtra where moves + own + extra <= most {
          board.mark(session, .open)
          guard let more = replace(others, with: [session], extra: own + extra) else {
            board.mark(session, .out)
            continue
          }
          moves += more
          break
        }
      }
    }
  }

  /// Moves fewer sessions: those that moved for others' sake go back, and what took their place goes elsewhere.
  func lessen() {
    var isBetter = true
    while isBetter {
      isBetter = false
      for width in Self.widths {
        for session in board.standing.indices where isSpared(session) && !effort.isSpent {
          let near = nearest(to: session).prefix(width)
          if replace([session] + near, with: [], extra: -1) != nil { isBetter = true }
        }
        if isBetter { break }
      }
    }
  }

  /// Whether a session moved that need not have.
  private func isSpared(_ session: Int) -> Bool {
    board.standing[session] == .placed && board.mayStay[session]
      && board.isMove(board.placement(of: session))
  }

  /// Searches new places for sessions that were put down and some that were not, within so many moves more.
  ///
  /// - Returns: how many moves more it takes; nil where nothing was found, and the board is as before.
  private func replace(_ placed: [Int], with new: [Int], extra: Int) -> Int? {
    let steps = placed.map(board.placement)
    let moves = steps.count { board.isMove($0) }
    guard moves + extra >= 0 else { return nil }
    for session in placed { board.takeUp(session) }
    let before = board.moves
    let ending = effort.within(max(400, effort.left / Self.share)) {
      search.find(new + placed, moves: moves + extra, isHasty: true)
    }
    if ending == .found { return board.moves - before - moves }
    for step in steps { board.put(step, as: .placed) }
    return nil
  }

  /// Sessions that were put down and share time, room, people or trainees with the published place of one.
  private func nearest(to session: Int) -> [Int] {
    guard let old = board.old[session] else { return [] }
    let series = board.space.seriesOf[session]
    func distance(_ other: Int) -> Int? {
      let step = board.placement(of: other)
      let days = abs(step.day - old.day)
      let isShared = step.room >= 0 && step.room == old.room || !Set(step.people).isDisjoint(with: old.people)
      if board.space.seriesOf[other] == series { return isShared && days == 0 ? 0 : days + 1 }
      guard isShared, days < 7 else { return nil }
      return days == 0 ? 0 : days * 2
    }
    return board.standing.indices.filter { board.standing[$0] == .placed && $0 != session }
      .compactMap { other in distance(other).map { (other, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }
}
