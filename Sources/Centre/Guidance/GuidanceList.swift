package import Civil
package import Mentors
package import Planning

/// Who should be guided: what is to be arranged, and what is not and why.
package struct GuidanceList: Sendable {
  /// A need that a meeting in the timetable serves already.
  package struct Covered: Hashable, Sendable {
    package let need: GuidanceNeed
    package let row: TimetableRow
  }

  package var needs: [GuidanceNeed] = []
  package var covered: [Covered] = []
  package var waiting: [GuidancePlan.Waiting] = []
  /// Agreed so long ago that the trainee is to be asked before anything is planned.
  package var lapsed: [GuidanceNeed] = []
  /// Members of the pool who guide without being named mentors in the plan, and those left out.
  package var appointed = AppointedGuides()
  /// Trainees who are stuck and were left out, as more are asked for than were to be planned.
  package var stuckLeftOut = 0
}

/// What guidance is to be planned.
package struct GuidanceOrder: Sendable {
  /// Nil: tomorrow, and four weeks from the first day.
  package var from: CivilDate?
  package var to: CivilDate?
  /// Days by which a meeting may miss the day wished for.
  package var slack: Int
  /// At most so many of those who are stuck are planned, the longest overdue first.
  package var mostStuck: Int
  /// Whether the classes are planned anew with it; else they stay where they are.
  package var withClasses: Bool
  /// The draft to go by; nil: the timetable in force.
  package var draft: Int?
  package var area: String
  /// Days after which a missed agreement has lapsed; nil: as the regulation says.
  package var lapse: Int?

  package init(
    from: CivilDate? = nil, to: CivilDate? = nil, slack: Int = 7, mostStuck: Int = 100,
    withClasses: Bool = false, draft: Int? = nil, area: String = "", lapse: Int? = nil
  ) {
    self.from = from
    self.to = to
    self.slack = slack
    self.mostStuck = mostStuck
    self.withClasses = withClasses
    self.draft = draft
    self.area = area
    self.lapse = lapse
  }
}
