package import Civil
import Cohorts
package import FollowUp

extension Report {
  /// What came of comparing an extract of the business register with the trainees: each proposal with its reasons.
  ///
  /// Doubtful ones come first, as somebody must decide them, each with the likeliest above.
  package static func registerMatches(
    _ linking: RegisterLinking, firms: [RegisteredFirm], on date: CivilDate, names: FollowedNames
  ) -> Report {
    let byID = Dictionary(firms.map { ($0.id, $0) }) { first, _ in first }
    let (exact, doubtful) = (
      linking.proposals.filter { $0.verdict == .exact }, linking.proposals.filter { $0.verdict == .doubtful }
    )
    func table(_ title: Wording, _ proposals: [LinkProposal]) -> Part {
      .table(
        ReportTable(
          title,
          columns: [
            ReportTable.Column(Wording(zh: "统一社会信用代码", en: "Firm"), width: 20),
            ReportTable.Column(Wording(zh: "企业名称", en: "Name"), width: 24),
            ReportTable.Column(Wording(zh: "登记日期", en: "Registered on"), width: 12),
            ReportTable.Column(Wording(zh: "登记人员", en: "Person"), width: 12),
            ReportTable.Column(Wording(zh: "身份", en: "Role"), width: 18),
            ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 12),
            ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
            ReportTable.Column(Wording(zh: "可能性", en: "Probability"), width: 10),
            ReportTable.Column(Wording(zh: "理由", en: "Reasons"), width: 60),
          ],
          rows: proposals.map { proposal in
            let firm = byID[proposal.firm]
            let person = firm.flatMap {
              $0.people.indices.contains(proposal.place) ? $0.people[proposal.place] : nil
            }
            return [
              .text(proposal.firm), .text(firm?.name), .date(firm?.registeredOn), .text(person?.name),
              .words(person?.role.name), .text(proposal.trainee), .text(names.person(proposal.trainee)),
              .share(proposal.probability, places: 1),
              .words(
                Wording(zh: proposal.explanation(in: .chinese), en: proposal.explanation(in: .english))),
            ]
          },
          notes: proposals.isEmpty ? [Wording(zh: "无。", en: "None.")] : []))
    }
    let before = linking.proposals.filter(\.isBeforeCourse).count
    return Report(
      "register-matches", title: Wording(zh: "市场主体登记比对结果", en: "Matches with the business register"),
      particulars: [
        Particular(Wording(zh: "比对日期", en: "Compared on"), .date(date)),
        Particular(Wording(zh: "登记户数", en: "Firms in the extract"), .count(firms.count)),
        Particular(Wording(zh: "确定", en: "Exact"), .count(exact.count)),
        Particular(Wording(zh: "待核实", en: "Doubtful"), .count(doubtful.count)),
        Particular(
          Wording(zh: "其中开班前已登记（不计为培训成果）", en: "Of them registered before the course"), .count(before)),
      ],
      parts: [
        table(Wording(zh: "待核实：请逐条确认或否定", en: "Doubtful: decide each"), doubtful),
        table(Wording(zh: "确定：可一并采纳", en: "Exact: may be accepted together"), exact),
      ], isLandscape: true)
  }
}
