package import Scheduling

/// A repaired timetable, and what became of the old one.
package struct RepairPlan: Sendable {
  /// A session that is elsewhere now.
  package struct Move: Sendable {
    package let session: SessionKey
    package let old: TimetableRow
    package let new: TimetableRow
    /// Trainees that attend it.
    package let trainees: Int
  }

  /// Sorted by date, start, class, trainee.
  package let rows: [TimetableRow]
  package let moves: [Move]
  /// Sessions that the old timetable did not have.
  package let added: [TimetableRow]
  /// Rows of the old timetable whose session is no longer to be held.
  package let dropped: [TimetableRow]
  /// Rows before the start that break a rule now and stay as they were.
  package let held: [TimetableRow]
  package let unplaced: [UnplacedSession]
  /// Proved: to leave out no more than `fewestUnplaced`, at least so many must move.
  package let fewestMoves: Int
  /// Proved: not all sessions can be placed, however many move.
  package let isImpossible: Bool
  /// Proved: however many move, at least so many find no place.
  package let fewestUnplaced: Int
  package let maxMoves: Int?
  /// Broken hard rules of the new timetable, by what holds now; none unless rows are held.
  package let broken: [Violation]
  /// What the two timetables cost by what holds now, rule by rule, moves apart.
  package let before: [SoftCost]
  package let after: [SoftCost]

  /// Whether all is placed and no repair moves fewer sessions.
  package var isFewest: Bool { unplaced.isEmpty && moves.count == fewestMoves }
  /// Whether it is proved that the declared number of moves is too small to place all.
  package var isBudgetTooSmall: Bool { maxMoves.map { $0 < fewestMoves } ?? false }
}
