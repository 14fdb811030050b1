import Civil
import Cohorts
import Courses

extension [RosterColumn] {
  /// How the class went: the completion roster (结业花名册) adds them.
  static let course = [
    RosterColumn("class", "培训班次", "Class", width: 10) { .text($0.file.record.id) },
    RosterColumn("programme", "培训项目", "Programme", width: 10) { .text($0.file.record.courseName) },
    RosterColumn("days", "培训起止时间", "From – to", width: 12) { .words(days($0.file.record.days)) },
    RosterColumn("completed_on", "结业日期", "Completed on", width: 11) { .date($0.file.record.days.upperBound) },
    RosterColumn("held", "课时", "Periods", width: 6) { .count($0.file.attendance(of: $0.member.id).held) },
    RosterColumn("attended", "实到课时", "Attended", width: 8) {
      .count($0.file.attendance(of: $0.member.id).attended)
    },
    RosterColumn("rate", "出勤率", "Attendance", width: 8) {
      $0.file.attendance(of: $0.member.id).rate.map { .share($0, places: 1) } ?? .blank
    },
    RosterColumn("grade", "计划书等级", "Plan grade", width: 10) {
      $0.file.reviews[$0.member.id].map { .words($0.grade.name) } ?? .blank
    },
    RosterColumn("score", "计划书分数", "Plan score", width: 8) {
      $0.file.reviews[$0.member.id]?.score.map { .count($0) } ?? .blank
    },
    RosterColumn("verdict", "考核结果", "Verdict", width: 8) {
      $0.file.completion(of: $0.member.id).map { .words($0.verdict.name) } ?? .blank
    },
    RosterColumn("reasons", "原因", "Reasons", width: 30) { entry in
      let reasons = entry.file.completion(of: entry.member.id)?.reasons.map(\.text) ?? []
      return .words(reasons.joined)
    },
    RosterColumn("certificate", "合格证书编号", "Certificate", width: 18) {
      text($0.file.certificates[$0.member.id]?.number)
    },
    RosterColumn("issued_on", "发证日期", "Issued on", width: 11) {
      $0.file.certificates[$0.member.id].map { .date($0.issuedOn) } ?? .blank
    },
  ]

  /// What is claimed: the claim roster (补贴申领花名册) adds them.
  static let claim = [
    RosterColumn("rate_yuan", "补贴标准（元）", "Rate (yuan)", width: 12) {
      $0.rate.map { .money(fen: $0.fen) } ?? .blank
    },
    RosterColumn("amount_yuan", "补贴金额（元）", "Amount (yuan)", width: 12) { entry in
      entry.claims.isEmpty ? .blank : .money(fen: entry.amount.fen)
    },
    RosterColumn("deadline", "申领期限", "To be claimed by", width: 11) { entry in
      entry.claims.compactMap(\.deadline).min().map { .date($0) } ?? .blank
    },
    RosterColumn("why_not", "未申领原因", "Why not", width: 30) { entry in
      .words(entry.claims.flatMap(\.reasons).map(\.text).joined)
    },
  ]

  /// As forms write a span of days: `2026.3.2–2026.3.13`.
  static func days(_ days: ClosedRange<CivilDate>) -> Wording {
    let text = { (date: CivilDate) in "\(date.parts.year).\(date.parts.month).\(date.parts.day)" }
    let span = text(days.lowerBound) + "–" + text(days.upperBound)
    return Wording(zh: span, en: span)
  }
}
