package import Civil

/// Meetings that a trainee is to have with one mentor (导师辅导).
package struct MentoringRequest: Hashable, Sendable {
  package enum Mode: String, CaseIterable, Sendable {
    case office, visit, online

    package var name: Wording {
      switch self {
      case .office: Wording(zh: "坐班", en: "office")
      case .visit: Wording(zh: "上门", en: "visit")
      case .online: Wording(zh: "线上", en: "online")
      }
    }
  }

  package let trainee: String
  /// The mentor asked for; nil: to be matched.
  package let mentor: String?
  package let meetings: Int
  /// Periods of one meeting.
  package let periods: Int
  package let earliest: CivilDate?
  package let latest: CivilDate?
  /// Days from one meeting to the next, at least.
  package let minGapDays: Int
  package let mode: Mode
  /// Who may be chosen where no mentor is asked for; empty: any mentor.
  package var candidates: Set<String> = []
  /// When the trainee can; nil: always.
  package var open: WeeklyPattern?
  /// The number of the first meeting: meetings of a trainee are counted through all that were ever arranged.
  package var firstPart = 1

  /// The numbers of its meetings.
  package var parts: Range<Int> { firstPart..<firstPart + meetings }

  package init(
    trainee: String, mentor: String? = nil, meetings: Int, periods: Int = 2, earliest: CivilDate? = nil,
    latest: CivilDate? = nil, minGapDays: Int = 7, mode: Mode = .office
  ) {
    self.trainee = trainee
    self.mentor = mentor
    self.meetings = meetings
    self.periods = periods
    self.earliest = earliest
    self.latest = latest
    self.minGapDays = minGapDays
    self.mode = mode
  }
}
