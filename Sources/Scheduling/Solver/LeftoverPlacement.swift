import Civil

/// Looks for places for what a search has left out, by moving sessions about with no regard to cost.
///
/// Replanning whole series finds good places, but where hardly any is left it meets the last ones late; putting one
/// session after the other where the fewest must give way finds them soon (``IterativePlacement``).
final class LeftoverPlacement {
  private let space: SearchSpace
  private let excerpt: Excerpt
  private let effort = Effort(0)
  private var placement: IterativePlacement?

  /// Work of one step, in units of ``Effort``: about as long as a step of the search takes where little is free.
  private static let (work, sessionWork) = (30_000, 60)
  private let share: Int

  init(_ space: SearchSpace) {
    self.space = space
    let terrain = Terrain(space.problem, FactSources(space.problem))
    excerpt = Excerpt(
      terrain, Set(Universe(terrain: terrain).facts(of: Array(space.problem.series.indices))))
    share = min(Self.work, Self.sessionWork * space.problem.sessions.count)
  }

  /// How many sessions have a place, at most, of those moved about.
  var placedCount: Int { placement?.mostCount ?? 0 }

  /// Begins with these.
  func begin(with steps: [Replanner.Step]) {
    effort.allow(.max / 2)
    var placement = IterativePlacement(excerpt, effort: effort)
    placement.begin(
      from: Dictionary(
        uniqueKeysWithValues: steps.map { step in
          let start = Excerpt.Start(day: step.day, position: step.position)
          return (
            step.session,
            Excerpt.Spot(start: start, room: step.room < 0 ? nil : step.room, people: step.people)
          )
        }))
    self.placement = placement
    effort.spend(effort.left)
  }

  /// Moves sessions about for one step.
  func advance() {
    effort.allow(share)
    placement?.placeMore(steps: .max)
  }

  /// Where the most sessions are at once, in the order of the sessions.
  var found: [Replanner.Step] {
    (placement?.most ?? [:]).sorted { $0.key < $1.key }.map { session, spot in
      Replanner.Step(
        session: session, day: spot.start.day, position: spot.start.position, room: spot.room ?? -1,
        people: spot.people)
    }
  }
}

/// When a search looks for places for what it has left out: soon after it began, then ever less often.
struct LeftoverTurns {
  private let space: SearchSpace
  private var placement: LeftoverPlacement?
  /// The step at which it begins, and the one at which it gives up.
  private var (first, last) = (fewest, 2 * fewest)
  /// It goes on for so many steps, or so small a part of those before, as long as it finds nothing; then the search has
  /// so many times the steps before it begins again.
  private static let (fewest, share, pause) = (64, 8, 4)
  private var isAtWork = false
  /// Sessions that had a place when it was last told.
  private var known = 0

  init(_ space: SearchSpace) { self.space = space }

  func isDue(at step: Int) -> Bool { step >= first }

  /// Goes on for one step; what it has found, where that is more than was told before.
  mutating func advance(at step: Int, from placed: () -> [Replanner.Step]) -> [Replanner.Step]? {
    let placement = placement ?? LeftoverPlacement(space)
    self.placement = placement
    if !isAtWork {
      isAtWork = true
      last = step + max(Self.fewest, step / Self.share)
      let placed = placed()
      known = placed.count
      placement.begin(with: placed)
    }
    placement.advance()
    let isMore = placement.placedCount > known
    if isMore { last = step + max(Self.fewest, step / Self.share) }
    known = max(known, placement.placedCount)
    if step >= last || known == space.problem.sessions.count {
      isAtWork = false
      first = Self.pause * step
    }
    return isMore ? placement.found : nil
  }
}
