package import Civil

/// What is known of a trainee whose subsidy may be claimed.
package struct ClaimCandidate: Hashable, Sendable {
  /// Whether the trainee has started a business by the success rule in force.
  package enum Success: Hashable, Sendable {
    case yes(on: CivilDate)
    case notYet
    case no
  }

  package let trainee: String
  package let completion: Completion.Verdict
  package let certificate: Certificate?
  /// Whether the trainee might attend at public cost when the class began, the once-only rules included.
  package let eligibility: Eligibility
  package let success: Success
  /// All claims that were made for the trainee, those of other classes too.
  package let claims: [TrainingClaim]

  package init(
    trainee: String, completion: Completion.Verdict, certificate: Certificate?, eligibility: Eligibility,
    success: Success = .notYet, claims: [TrainingClaim] = []
  ) {
    self.trainee = trainee
    self.completion = completion
    self.certificate = certificate
    self.eligibility = eligibility
    self.success = success
    self.claims = claims
  }
}

/// What is known of the class that a claim is for.
package struct ClaimedClass: Hashable, Sendable {
  package let classID: String
  package let programme: Course.Programme
  package let enrolled: Int
  package let completed: Int
  package let approvedOn: CivilDate?
  package let openedOn: CivilDate?

  package init(
    classID: String, programme: Course.Programme, enrolled: Int, completed: Int, approvedOn: CivilDate?,
    openedOn: CivilDate?
  ) {
    self.classID = classID
    self.programme = programme
    self.enrolled = enrolled
    self.completed = completed
    self.approvedOn = approvedOn
    self.openedOn = openedOn
  }

  /// The share of those enrolled who completed it; nil where nobody is enrolled.
  package var passRate: Double? { enrolled > 0 ? Double(completed) / Double(enrolled) : nil }
}

/// What comes of a stage of a trainee's subsidy.
package struct ClaimVerdict: Hashable, Sendable {
  package enum Ruling: String, Hashable, Sendable {
    case payable
    /// Something is open that may still come.
    case notYet
    case refused
    /// It was claimed before for this class.
    case claimed

    package var name: Wording {
      switch self {
      case .payable: Wording(zh: "可申领", en: "to be claimed")
      case .notYet: Wording(zh: "暂不可申领", en: "not yet")
      case .refused: Wording(zh: "不予申领", en: "refused")
      case .claimed: Wording(zh: "已申领", en: "claimed")
      }
    }
  }

  package let trainee: String
  package let occasion: ClaimRule.Occasion
  package let ruling: Ruling
  /// What is paid; of the claimed what was paid, of the others what it would be.
  package let amount: Money
  /// The last day on which it may be claimed; nil: not known yet.
  package let deadline: CivilDate?
  package let reasons: [ClaimReason]

  /// The claim that was made before, where one was.
  package var claim: TrainingClaim? {
    reasons.lazy.compactMap { if case .claimedBefore(let claim) = $0 { claim } else { nil } }.first
  }

  package init(
    trainee: String, occasion: ClaimRule.Occasion, ruling: Ruling, amount: Money, deadline: CivilDate?,
    reasons: [ClaimReason]
  ) {
    self.trainee = trainee
    self.occasion = occasion
    self.ruling = ruling
    self.amount = amount
    self.deadline = deadline
    self.reasons = reasons
  }
}

extension ClaimRule {
  /// The last day on which somebody may be claimed, counted from a day that is not counted itself.
  package func deadline(from day: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
    switch claimWithin {
    case .days(let days): day + days
    case .workingDays(let days): calendar.workingDay(days, after: day)
    case .months(let months): day.adding(months: months)
    }
  }

  /// The last day to hand a claim in so that it is decided in the month, from a date on; nil: any day will do.
  package func filingDay(from date: CivilDate) -> CivilDate? {
    guard let monthlyDay else { return nil }
    let (year, month, day) = date.parts
    let first = CivilDate(year: year, month: month, day: 1) ?? date
    let start = day <= monthlyDay ? first : first.adding(months: 1)
    return start + (min(monthlyDay, CivilDate.days(inMonth: start.parts.month, of: start.year)) - 1)
  }

  /// The last of the working days on which the names are shown in public, the first day not counted.
  package func noticeEnd(from day: CivilDate, _ calendar: WorkingCalendar) -> CivilDate {
    noticeWorkingDays > 0 ? calendar.workingDay(noticeWorkingDays, after: day) : day
  }

  /// What a stage pays; nil where the programme has no rate.
  package func amount(of stage: Stage, _ programme: Course.Programme) -> Money? {
    guard let rate = rates[programme] else { return nil }
    switch stage.payment {
    case .amount(let money): return money
    case .share(let share): return Money(fen: Int((share * Double(rate.fen)).rounded()))
    }
  }

  /// Whether each stage of a trainee's subsidy may be claimed on a date, and if not, why not.
  package func judge(
    _ candidate: ClaimCandidate, in course: ClaimedClass, on date: CivilDate, _ calendar: WorkingCalendar
  ) -> [ClaimVerdict] {
    stages.map { stage in
      let claimed = candidate.claims.first {
        $0.classID == course.classID && $0.trainee == candidate.trainee && $0.occasion == stage.occasion
      }
      let start: CivilDate?
      switch (stage.occasion, candidate.success) {
      case (.completion, _): start = candidate.certificate?.issuedOn
      case (.success, .yes(let day)): start = day
      case (.success, _): start = nil
      }
      let deadline = start.map { self.deadline(from: $0, calendar) }
      func verdict(_ ruling: ClaimVerdict.Ruling, _ amount: Money, _ reasons: [ClaimReason]) -> ClaimVerdict {
        ClaimVerdict(
          trainee: candidate.trainee, occasion: stage.occasion, ruling: ruling, amount: amount,
          deadline: deadline, reasons: reasons)
      }
      if let claimed { return verdict(.claimed, claimed.amount, [.claimedBefore(claimed)]) }
      let amount = amount(of: stage, course.programme)
      var reasons = reasons(against: stage, candidate, course)
      if amount == nil { reasons.append(.noRate(course.programme)) }
      if let deadline, date > deadline { reasons.append(.deadlinePassed(deadline)) }
      return verdict(
        reasons.isEmpty ? .payable : reasons.allSatisfy(\.isOpen) ? .notYet : .refused, amount ?? .zero,
        reasons)
    }
  }

  private func reasons(
    against stage: Stage, _ candidate: ClaimCandidate, _ course: ClaimedClass
  ) -> [ClaimReason] {
    var reasons: [ClaimReason] = []
    if needsApproval {
      if let approved = course.approvedOn {
        if let opened = course.openedOn, approved > opened {
          reasons.append(.approvedLate(approved: approved, opened: opened))
        }
      } else {
        reasons.append(.notApproved)
      }
    }
    switch candidate.eligibility.ruling {
    case .eligible: break
    case .ineligible: reasons.append(.ineligible(candidate.eligibility.reasons))
    case .undecided: reasons.append(.eligibilityOpen(candidate.eligibility.reasons))
    }
    switch candidate.completion {
    case .completed: if candidate.certificate == nil { reasons.append(.noCertificate) }
    case .open: reasons.append(.completionOpen)
    case .failed: reasons.append(.notCompleted)
    }
    if let least = stage.leastPassRate, let rate = course.passRate, rate < least - 1e-9 {
      reasons.append(.passRateLow(rate, least: least))
    }
    guard stage.occasion == .success else { return reasons }
    switch candidate.success {
    case .yes: return reasons
    case .notYet: return reasons + [.successOpen]
    case .no: return reasons + [.noSuccess]
    }
  }
}
