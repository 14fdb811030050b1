package import Civil

/// Why a stage of a subsidy may not be claimed, or what must be known or done first.
package enum ClaimReason: Hashable, Sendable {
  case noRate(Course.Programme)
  case claimedBefore(TrainingClaim)
  case notApproved
  case approvedLate(approved: CivilDate, opened: CivilDate)
  case ineligible([EligibilityReason])
  case eligibilityOpen([EligibilityReason])
  case notCompleted
  case completionOpen
  case noCertificate
  case passRateLow(Double, least: Double)
  case successOpen
  case noSuccess
  case deadlinePassed(CivilDate)

  /// Whether it may still be mended.
  package var isOpen: Bool {
    switch self {
    case .notApproved, .eligibilityOpen, .completionOpen, .noCertificate, .successOpen: true
    case .noRate, .claimedBefore, .approvedLate, .ineligible, .notCompleted, .passRateLow, .noSuccess,
      .deadlinePassed:
      false
    }
  }

  /// One sentence, with what to do where something can be done.
  package var text: Wording {
    switch self {
    case .noRate(let programme):
      Wording(
        zh: "政策口径没有 \(programme.rawValue) 的补贴标准", en: "the regulation has no rate for \(programme.rawValue)")
    case .claimedBefore(let claim):
      Wording(zh: "已于 \(claim.claimedOn) 申领", en: "claimed on \(claim.claimedOn)")
    case .notApproved:
      Wording(zh: "没有开班批复记录，请先登记批复", en: "no approval of the class is recorded: record it first")
    case .approvedLate(let approved, let opened):
      Wording(
        zh: "批复日期 \(approved) 晚于开班日期 \(opened)（须先批复后开班）",
        en: "approved on \(approved), after it opened on \(opened): approval must come first")
    case .ineligible(let reasons): joined("不符合补贴条件", "not eligible", reasons)
    case .eligibilityOpen(let reasons): joined("补贴资格待核", "eligibility is open", reasons)
    case .notCompleted: Wording(zh: "考核不合格", en: "the class was not completed")
    case .completionOpen: Wording(zh: "考核结果待定", en: "whether the class was completed is open")
    case .noCertificate: Wording(zh: "尚未登记合格证书", en: "no certificate is recorded yet")
    case .passRateLow(let rate, let least):
      Wording(
        zh: "本班合格率 \(shortPercent(rate))，未达到 \(shortPercent(least))",
        en: "\(shortPercent(rate)) of the class completed it, at least \(shortPercent(least)) is needed")
    case .successOpen: Wording(zh: "尚未达到创业成功标准", en: "no successful start yet")
    case .noSuccess: Wording(zh: "未在规定期限内创业成功", en: "no successful start within the time allowed")
    case .deadlinePassed(let day):
      Wording(zh: "申领期限 \(day) 已过", en: "the deadline passed on \(day)")
    }
  }

  private func joined(_ chinese: String, _ english: String, _ reasons: [EligibilityReason]) -> Wording {
    Wording(
      zh: ([chinese] + [reasons.map(\.text.chinese).joined(separator: "；")]).filter { !$0.isEmpty }
        .joined(separator: "："),
      en: ([english] + [reasons.map(\.text.english).joined(separator: "; ")]).filter { !$0.isEmpty }
        .joined(separator: ": "))
  }
}
