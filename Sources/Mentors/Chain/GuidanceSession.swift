package import Civil

/// Guidance that a trainee had (创业指导记录): one trainee and one mentor, once.
package struct GuidanceSession: Hashable, Sendable {
  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// Held, and the link goes on.
    case held
    /// Held, and with it the link is through.
    case finished
    /// The trainee did not come, or could not be met.
    case missed

    package var name: Wording {
      switch self {
      case .held: Wording(zh: "已指导", en: "held")
      case .finished: Wording(zh: "本环节完成", en: "link finished")
      case .missed: Wording(zh: "未到", en: "missed")
      }
    }
  }

  package let id: String
  package let trainee: String
  package let mentor: String
  package let link: ServiceLink
  package let on: CivilDate
  package let minutes: Int
  package let mode: MentoringRequest.Mode
  package let outcome: Outcome
  package let notes: String?
  /// What is to be done next, and when they meet again.
  package let nextAction: String?
  package let next: CivilDate?
  /// The request for help that it served; nil: none.
  package let request: String?

  package init(
    id: String, trainee: String, mentor: String, link: ServiceLink, on: CivilDate, minutes: Int,
    mode: MentoringRequest.Mode = .office, outcome: Outcome = .held, notes: String? = nil,
    nextAction: String? = nil, next: CivilDate? = nil, request: String? = nil
  ) {
    self.id = id
    self.trainee = trainee
    self.mentor = mentor
    self.link = link
    self.on = on
    self.minutes = minutes
    self.mode = mode
    self.outcome = outcome
    self.notes = notes
    self.nextAction = nextAction
    self.next = next
    self.request = request
  }

  /// Whether it counts as guidance given.
  package var wasHeld: Bool { outcome != .missed }
}

/// Guidance counted both ways: papers state the same quota once in people and once in person-times.
package struct GuidanceCount: Hashable, Sendable {
  /// Distinct trainees (人).
  package let people: Int
  /// Sessions held (人次).
  package let personTimes: Int
  package let minutes: Int

  /// Counts the sessions held on the days given.
  package init(_ sessions: [GuidanceSession], in days: ClosedRange<CivilDate>) {
    let held = sessions.filter { $0.wasHeld && days.contains($0.on) }
    people = Set(held.map(\.trainee)).count
    personTimes = held.count
    minutes = held.reduce(0) { $0 + $1.minutes }
  }
}
