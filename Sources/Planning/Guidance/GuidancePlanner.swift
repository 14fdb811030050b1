package import Civil
import Cohorts
package import Mentors
package import Scheduling

/// Puts open needs for guidance beside the sessions of a timetable, in one model with them.
///
/// A trainee gets one meeting in a plan: needs that one mentor can serve in it are served together. First each meeting
/// is sought on the days wished for; what finds no place there may be on any day that is still in time.
package struct GuidancePlanner: Sendable {
  private let bundle: PlanningBundle
  private let known: [TimetableRow]
  private let keepsKnown: Bool
  private let days: ClosedRange<CivilDate>
  private let slack: Int
  private let mentors: Set<String>
  private let experts: [ServiceLink: Set<String>]
  private let seated: Set<String>

  /// - Parameters:
  ///   - bundle: the centre's, with the meetings that were arranged before.
  ///   - known: the timetable of the bundle as it stands.
  ///   - keepsKnown: whether its sessions stay where they are, all of them; else each that moves costs `moved`.
  ///   - days: those on which the meetings are to be.
  ///   - slack: days by which a meeting may miss the day wished for.
  ///   - experts: who guides in a link; a link without anybody is open to all mentors.
  ///   - seated: who guides in the office and on line only, unless asked for by name.
  package init(
    _ bundle: PlanningBundle, known: [TimetableRow], keepsKnown: Bool = true, days: ClosedRange<CivilDate>,
    slack: Int = 7, experts: [ServiceLink: Set<String>] = [:], seated: Set<String> = []
  ) {
    self.bundle = bundle
    self.known = known
    self.keepsKnown = keepsKnown
    self.days = days
    self.slack = slack
    self.seated = seated
    let mentors = Set(bundle.people.filter { $0.roles.contains(.mentor) }.map(\.id))
    self.mentors = mentors
    self.experts = experts.mapValues(mentors.intersection).filter { !$0.value.isEmpty }
  }

  /// Plans the needs, of which those that one meeting serves are joined.
  ///
  /// `parts` numbers the meeting of a trainee, 1 where it says nothing. `clock`, `progress` and `stop` are as for
  /// ``Planner/solve``. Where the known sessions stay, the plan depends on nothing but needs and days.
  package func plan(
    _ needs: [GuidanceNeed], parts: [String: Int] = [:], limits: SearchLimits, weights: Weights = .standard,
    clock: @escaping @Sendable () -> Double, progress: (@Sendable (SearchProgress) -> Void)? = nil,
    stop: (@Sendable () -> Bool)? = nil
  ) -> GuidancePlan {
    var (tasks, waiting) = tasks(needs, parts)
    var trips = GuidanceTrips(bundle, beside: known)
    tasks = trips.gathered(tasks).sorted { GuidanceNeed.isMorePressing($0.need, $1.need) }
    let end = limits.seconds.map { clock() + $0 }
    let isOver = { @Sendable in stop?() == true || end.map { clock() >= $0 } == true }
    var base = PlanBase(rows: known)
    if !keepsKnown { base = searched(tasks, limits, weights, clock, progress, stop) }
    var whole = bundle
    whole.mentoring += tasks.map { $0.request(isWide: true) }
    let planner = Planner(whole)
    let placed = GuidanceInsertion(whole, beside: base.rows).place(
      tasks, begun: base.begun, stop: keepsKnown ? isOver : { false })
    waiting += tasks.compactMap { task in
      placed.reasons[task.key].map { GuidancePlan.Waiting(need: task.need, reason: $0) }
    }
    let byKey = Dictionary(tasks.map { ($0.key, $0.need) }) { first, _ in first }
    let rows = kept(base.rows + placed.rows).inOrder
    let meetings = rows.compactMap { row in
      byKey[SessionKey(row)].map { GuidancePlan.Meeting(need: $0, row: row) }
    }
    return GuidancePlan(
      rows: rows, meetings: meetings,
      waiting: waiting.sorted { GuidanceNeed.isMorePressing($0.need, $1.need) },
      trips: GuidanceTrip.all(of: meetings, in: bundle), bundle: whole, unplaced: base.unplaced,
      judgement: planner.judge(rows, weights: weights), steps: base.steps + placed.steps)
  }

  /// What the meetings are put beside, and those that have a place already.
  private struct PlanBase {
    var rows: [TimetableRow]
    var begun: [TimetableRow] = []
    var unplaced: [UnplacedSession] = []
    var steps = 0
  }

  /// Classes and meetings planned together, from the known timetable on.
  private func searched(
    _ tasks: [GuidanceTask], _ limits: SearchLimits, _ weights: Weights,
    _ clock: @escaping @Sendable () -> Double, _ progress: (@Sendable (SearchProgress) -> Void)?,
    _ stop: (@Sendable () -> Bool)?
  ) -> PlanBase {
    func solve(_ wide: Set<SessionKey>, previous: [TimetableRow]?) -> PlanResult {
      var whole = bundle
      whole.mentoring += tasks.map { $0.request(isWide: wide.contains($0.key)) }
      return Planner(whole).solve(
        limits.halved, weights: weights, previous: previous, clock: clock, progress: progress, stop: stop)
    }
    let own = Set(tasks.map(\.key))
    var result = solve([], previous: known.isEmpty ? nil : known)
    var steps = result.steps
    let left = Set(result.unplaced.map(\.session)).intersection(own)
    if !left.isEmpty {
      result = solve(left, previous: result.rows)
      steps += result.steps
    }
    return PlanBase(
      rows: result.rows.filter { !own.contains(SessionKey($0)) },
      begun: result.rows.filter { own.contains(SessionKey($0)) },
      unplaced: result.unplaced.filter { !own.contains($0.session) }, steps: steps)
  }

  /// The rows under the ids under which they are known.
  private func kept(_ rows: [TimetableRow]) -> [TimetableRow] {
    let ids = Dictionary(known.map { (SessionKey($0), $0.session) }) { first, _ in first }
    return rows.map { row in
      var row = row
      if let id = ids[SessionKey(row)], !id.isEmpty { row.session = id }
      return row
    }
  }

  /// One task a trainee, and what cannot be one.
  private func tasks(
    _ needs: [GuidanceNeed], _ parts: [String: Int]
  ) -> (tasks: [GuidanceTask], waiting: [GuidancePlan.Waiting]) {
    var joined: [String: (need: GuidanceNeed, mentors: Set<String>)] = [:]
    var waiting: [GuidancePlan.Waiting] = []
    for need in needs.sorted(by: GuidanceNeed.isMorePressing) {
      let able: Set<String>
      switch guides(for: need) {
      case .success(let found): able = found
      case .failure(let lack):
        waiting.append(GuidancePlan.Waiting(need: need, reason: lack.wording))
        continue
      }
      guard let first = joined[need.trainee] else {
        joined[need.trainee] = (need, able)
        continue
      }
      let both = first.mentors.intersection(able)
      if !both.isEmpty, let together = first.need.joined(with: need) {
        joined[need.trainee] = (together, both)
      } else {
        waiting.append(GuidancePlan.Waiting(need: need, reason: GuidanceLack.secondMeeting.wording))
      }
    }
    let minutes = bundle.blocks.map(\.periodMinutes).min() ?? 45
    let longest = bundle.blocks.map(\.periods).max() ?? 1
    let tasks = joined.sorted { $0.key < $1.key }.compactMap { trainee, one -> GuidanceTask? in
      let task = GuidanceTask(
        one.need, by: one.mentors, periods: min(longest, max(1, (one.need.minutes + minutes / 2) / minutes)),
        part: parts[trainee] ?? 1, in: days, slack: slack, calendar: bundle.calendar)
      if task == nil {
        waiting.append(
          GuidancePlan.Waiting(need: one.need, reason: GuidanceLack.later(one.need.earliest).wording))
      }
      return task
    }
    return (tasks, waiting)
  }

  private func guides(for need: GuidanceNeed) -> Result<Set<String>, GuidanceLack> {
    guard let mentor = need.mentor else {
      let guides = experts[need.link] ?? mentors
      let able = need.mode == .visit ? guides.subtracting(seated) : guides
      return able.isEmpty ? .failure(.noMentors) : .success(able)
    }
    return mentors.contains(mentor) ? .success([mentor]) : .failure(.notAMentor(mentor))
  }
}

/// Why a need is not even tried.
private enum GuidanceLack: Error {
  case notAMentor(String)
  case noMentors
  case secondMeeting
  case later(CivilDate)

  var wording: Wording {
    switch self {
    case .notAMentor(let id):
      Wording(
        zh: "师资表中没有导师“\(id)”；请在 people 表补上（角色含导师），或改约其他导师",
        en: "the people have no mentor '\(id)': add the row with that role, or agree on another mentor")
    case .noMentors:
      Wording(zh: "师资表中没有任何导师；请在 people 表补上", en: "the people have no mentor at all: add one")
    case .secondMeeting:
      Wording(
        zh: "同一学员本期已有另一位导师的指导；办完后再排",
        en: "the trainee has a meeting with another mentor in this plan: plan again after it")
    case .later(let day):
      Wording(zh: "最早 \(day)，在本期之后", en: "not before \(day), after the days planned")
    }
  }
}

extension SearchLimits {
  /// Half of them: for one of two searches.
  fileprivate var halved: SearchLimits {
    var half = self
    half.seconds = seconds.map { $0 / 2 }
    half.steps = steps.map { ($0 + 1) / 2 }
    return half
  }
}
