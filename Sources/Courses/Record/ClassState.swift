package import Civil

/// How far a class is with its authorities and its teaching (办班流程).
package enum ClassState: String, CaseIterable, Hashable, Sendable {
  case preparing, submitted, approved, opened, teaching, completed, claimed, archived

  package var name: Wording {
    switch self {
    case .preparing: Wording(zh: "筹备", en: "preparing")
    case .submitted: Wording(zh: "报批", en: "submitted for approval")
    case .approved: Wording(zh: "批准", en: "approved")
    case .opened: Wording(zh: "开班", en: "opened")
    case .teaching: Wording(zh: "授课", en: "teaching")
    case .completed: Wording(zh: "结业", en: "completed")
    case .claimed: Wording(zh: "申领", en: "subsidy claimed")
    case .archived: Wording(zh: "归档", en: "archived")
    }
  }

  /// The states that may follow: the next one, or the one before where an authority sent the class back.
  package var next: Set<ClassState> {
    switch self {
    case .preparing: [.submitted]
    case .submitted: [.approved, .preparing]
    case .approved: [.opened]
    case .opened: [.teaching]
    case .teaching: [.completed]
    // A class without subsidy is archived without a claim.
    case .completed: [.claimed, .archived]
    case .claimed: [.archived, .completed]
    case .archived: []
    }
  }
}

/// A step of a class's way: into which state, on which day, by whom, with which paper.
package struct ClassStep: Hashable, Sendable {
  package let classID: String
  package let state: ClassState
  package let on: CivilDate
  /// The number of the paper (同意开班批复), or what else should be known.
  package let paper: String?
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    classID: String, state: ClassState, on: CivilDate, paper: String? = nil, recordedOn: CivilDate,
    recordedBy: String
  ) {
    self.classID = classID
    self.state = state
    self.on = on
    self.paper = paper
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
