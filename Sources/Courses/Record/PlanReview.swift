package import Civil

/// The grade of a business plan (创业计划书等级).
package enum PlanGrade: String, CaseIterable, Hashable, Sendable {
  case excellent, pass, fail

  package var name: Wording {
    switch self {
    case .excellent: Wording(zh: "优秀", en: "excellent")
    case .pass: Wording(zh: "合格", en: "pass")
    case .fail: Wording(zh: "不合格", en: "fail")
    }
  }
}

/// What the experts made of a trainee's business plan; of several reviews the one recorded last holds.
package struct PlanReview: Hashable, Sendable {
  package let classID: String
  package let trainee: String
  package let grade: PlanGrade
  /// 0 to 100, where the experts gave one.
  package let score: Int?
  package let remarks: String?
  package let on: CivilDate
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    classID: String, trainee: String, grade: PlanGrade, score: Int? = nil, remarks: String? = nil,
    on: CivilDate, recordedOn: CivilDate, recordedBy: String
  ) {
    self.classID = classID
    self.trainee = trainee
    self.grade = grade
    self.score = score
    self.remarks = remarks
    self.on = on
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
