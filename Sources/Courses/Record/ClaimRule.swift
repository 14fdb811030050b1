package import Civil

/// What is paid for a class, when it must be claimed, and what belongs to the claim (补贴申领).
package struct ClaimRule: RegulationRule {
  /// On what a part of the subsidy is paid.
  package enum Occasion: String, CaseIterable, Hashable, Sendable {
    /// The trainee has completed the class.
    case completion
    /// The trainee has started a business, by the success rule in force.
    case success

    package var name: Wording {
      self == .completion ? Wording(zh: "结业", en: "completion") : Wording(zh: "创业成功", en: "start-up")
    }
  }

  /// How much is paid at a stage.
  package enum Payment: Hashable, Sendable {
    /// A share of the programme's rate: 0 to 1.
    case share(Double)
    case amount(Money)
  }

  /// One payment of several.
  package struct Stage: Hashable, Sendable {
    package let occasion: Occasion
    package let payment: Payment
    /// The least share of the class that must have completed it; nil: any.
    package let leastPassRate: Double?

    package init(_ occasion: Occasion, _ payment: Payment, leastPassRate: Double? = nil) {
      self.occasion = occasion
      self.payment = payment
      self.leastPassRate = leastPassRate
    }
  }

  /// Until when somebody may be claimed, counted from the date of the certificate.
  package enum Period: Hashable, Sendable {
    case days(Int)
    case workingDays(Int)
    case months(Int)
  }

  /// A paper of the claim (申领材料).
  package enum Paper: String, CaseIterable, Hashable, Sendable {
    case claimForm = "claim_form"
    case approval
    case roster
    case signedClaimRoster = "signed_claim_roster"
    case identityCopies = "identity_copies"
    case categoryEvidence = "category_evidence"
    case attendanceBook = "attendance_book"
    case timetable
    case certificateCopies = "certificate_copies"
    case planCopies = "plan_copies"
    case feedbackForms = "feedback_forms"
    case licenceCopies = "licence_copies"
    case bankAccount = "bank_account"

    package var name: Wording {
      switch self {
      case .claimForm: Wording(zh: "创业培训补贴申请表", en: "application for the training subsidy")
      case .approval: Wording(zh: "同意开班批复", en: "approval of the class")
      case .roster: Wording(zh: "培训人员花名册", en: "roster of the class")
      case .signedClaimRoster: Wording(zh: "补贴申领花名册（学员签字）", en: "claim roster signed by the trainees")
      case .identityCopies: Wording(zh: "学员身份证复印件", en: "copies of the identity cards")
      case .categoryEvidence: Wording(zh: "人员类别证明材料复印件", en: "copies of what proves the categories")
      case .attendanceBook: Wording(zh: "学员考勤册", en: "signed attendance book")
      case .timetable: Wording(zh: "教学计划和课程进度表", en: "teaching plan and timetable")
      case .certificateCopies: Wording(zh: "创业培训合格证书复印件", en: "copies of the certificates")
      case .planCopies: Wording(zh: "创业计划书", en: "business plans")
      case .feedbackForms: Wording(zh: "学员信息反馈表", en: "feedback forms")
      case .licenceCopies: Wording(zh: "营业执照复印件（创业成功人员）", en: "copies of the licences of those who started")
      case .bankAccount: Wording(zh: "机构银行账户证明", en: "proof of the institution's bank account")
      }
    }
  }

  package let stamp: RuleStamp
  /// The whole subsidy for one trainee; a programme without a rate is not subsidised.
  package let rates: [Course.Programme: Money]
  package let stages: [Stage]
  package let claimWithin: Period
  /// The day of the month by which a claim must be handed in to be decided in that month; nil: any day.
  package let monthlyDay: Int?
  /// Working days for which the names are shown in public before payment (公示).
  package let noticeWorkingDays: Int
  /// Whether the class must have been approved before it opened.
  package let needsApproval: Bool
  package let papers: [Paper]

  package init(
    stamp: RuleStamp, rates: [Course.Programme: Money],
    stages: [Stage] = [Stage(.completion, .share(1))], claimWithin: Period, monthlyDay: Int? = nil,
    noticeWorkingDays: Int, needsApproval: Bool = true, papers: [Paper] = Paper.allCases
  ) {
    self.stamp = stamp
    self.rates = rates
    self.stages = stages
    self.claimWithin = claimWithin
    self.monthlyDay = monthlyDay
    self.noticeWorkingDays = noticeWorkingDays
    self.needsApproval = needsApproval
    self.papers = papers
  }
}
