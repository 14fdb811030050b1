package import Civil

/// How far a project is on its way through the library (征集、评审、入库、推介、停用).
package enum ProjectState: String, CaseIterable, Hashable, Sendable {
  case collected, review, listed, promoted, retired

  package var name: Wording {
    switch self {
    case .collected: Wording(zh: "征集", en: "collected")
    case .review: Wording(zh: "评审", en: "under review")
    case .listed: Wording(zh: "入库", en: "in the library")
    case .promoted: Wording(zh: "推介", en: "promoted")
    case .retired: Wording(zh: "停用", en: "retired")
    }
  }

  /// The states that may follow.
  ///
  /// A review may send a project back to be completed. What is in the library may be reviewed anew, which renews its
  /// term, and what was retired comes back only through a review.
  package var next: Set<ProjectState> {
    switch self {
    case .collected: [.review, .retired]
    case .review: [.listed, .collected, .retired]
    case .listed: [.promoted, .review, .retired]
    case .promoted: [.listed, .review, .retired]
    case .retired: [.review]
    }
  }

  /// Whether it is in the library: reviewed and not retired.
  package var isReviewed: Bool { self == .listed || self == .promoted }
}

/// What one reviewer said of a project.
package struct ProjectOpinion: Hashable, Sendable {
  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case pass, revise, reject

    package var name: Wording {
      switch self {
      case .pass: Wording(zh: "同意入库", en: "pass")
      case .revise: Wording(zh: "修改后再审", en: "revise")
      case .reject: Wording(zh: "不同意", en: "reject")
      }
    }
  }

  package let reviewer: String
  /// The reviewer's department or firm.
  package let unit: String
  package let verdict: Verdict
  package let remark: String?

  package init(reviewer: String, unit: String, verdict: Verdict, remark: String? = nil) {
    self.reviewer = reviewer
    self.unit = unit
    self.verdict = verdict
    self.remark = remark
  }
}

/// A step of a project's way: into which state, by whose opinion and why.
package struct ProjectStep: Hashable, Sendable {
  package let state: ProjectState
  package let opinions: [ProjectOpinion]
  package let reason: String?
  /// The last day for which the project holds, where a review sets it.
  package let validUntil: CivilDate?

  package init(
    _ state: ProjectState, opinions: [ProjectOpinion] = [], reason: String? = nil,
    validUntil: CivilDate? = nil
  ) {
    self.state = state
    self.opinions = opinions
    self.reason = reason
    self.validUntil = validUntil
  }
}

/// A project with its way through the library.
package struct ProjectRecord: Hashable, Sendable {
  package let project: Project
  package var steps: Ledger<ProjectStep>

  package init(_ project: Project, steps: Ledger<ProjectStep> = Ledger()) {
    self.project = project
    self.steps = steps
  }

  /// Where it stands on a date, as far as was known on a day; without any step it was collected.
  package func state(on date: CivilDate, knownOn day: CivilDate) -> ProjectState {
    steps.fact(on: date, knownOn: day)?.state ?? .collected
  }

  /// The last day for which it holds: what the latest review says, else what was handed in; nil: nobody said.
  package func validUntil(on date: CivilDate, knownOn day: CivilDate) -> CivilDate? {
    steps.standing(knownOn: day).last { $0.from <= date && $0.fact?.validUntil != nil }?.fact?.validUntil
      ?? project.validUntil
  }
}
