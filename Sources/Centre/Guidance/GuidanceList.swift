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

  package init(
    from: CivilDate? = nil, to: CivilDate? = nil, slack: Int = 7, mostStuck: Int = 100,
    withClasses: Bool = false, draft: Int? = nil, area: String = ""
  ) {
    self.from = from
    self.to = to
    self.slack = slack
    self.mostStuck = mostStuck
    self.withClasses = withClasses
    self.draft = draft
    self.area = area
  }
}
