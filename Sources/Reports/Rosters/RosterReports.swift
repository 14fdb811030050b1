package import Civil
import Cohorts
import Courses

extension ClassPapers {
  /// The roster of those enrolled (开班花名册).
  package func openingRoster() -> Report {
    let entries = entries(file.members)
    return roster(
      layout(.opening), entries,
      notes: [Wording(zh: "合计 \(entries.count) 人。", en: "\(entries.count) trainees.")],
      signatures: [
        Wording(zh: "填表人", en: "Filled in by"), Wording(zh: "机构负责人", en: "Head of the institution"),
        Wording(zh: "机构（盖章）", en: "Seal of the institution"),
        Wording(zh: "填报日期", en: "Date"),
      ], isLandscape: true)
  }

  /// The roster of those who completed the class (结业花名册); without a rule of all, which a note says.
  package func completionRoster() -> Report {
    let isJudged = file.completionRule != nil
    let entries = entries(isJudged ? file.members(.completed) : file.members)
    var notes = [
      Wording(
        zh: "参训 \(file.members.count) 人，合格 \(entries.count) 人。",
        en: "\(file.members.count) attended, \(entries.count) completed the class.")
    ]
    if let rule = file.completionRule {
      notes.append(
        Wording(zh: "结业条件：\(rule.stamp.wording.chinese)", en: "By the rule: \(rule.stamp.wording.english)"))
    } else {
      notes = [Wording(zh: "没有生效的结业条件，列出全部学员。", en: "No rule of completion is in force: all are listed.")]
    }
    return roster(
      layout(.completion), entries, notes: notes,
      signatures: [
        Wording(zh: "班主任", en: "Class teacher"), Wording(zh: "机构负责人", en: "Head of the institution"),
        Wording(zh: "机构（盖章）", en: "Seal of the institution"),
      ], isLandscape: true)
  }

  /// The roster of those whose subsidy is claimed (补贴申领花名册), with the sum in capitals and the bank.
  package func claimRoster() -> Report {
    let entries = claimEntries
    return roster(
      layout(.claim), entries, total: true,
      notes: claimNotes(entries),
      signatures: [
        Wording(zh: "经办人", en: "Clerk"), Wording(zh: "机构负责人", en: "Head of the institution"),
        Wording(zh: "机构（盖章）", en: "Seal of the institution"),
        Wording(zh: "人社部门审核意见（盖章）", en: "Opinion and seal of the authority"),
      ], isLandscape: true, more: filingLines)
  }

  /// The names to be shown in public (公示名单): identity numbers are hidden, whoever reads it.
  ///
  /// It is shown from `day` on; of a claim that was filed, from the day of the filing on.
  package func noticeList(from day: CivilDate, _ calendar: WorkingCalendar) -> Report {
    let day = filing?.claimedOn ?? day
    let open = ClassPapers(
      file, institution: institution, disclosure: .masked, layouts: layouts, claimRule: claimRule,
      claims: claims, filing: filing)
    let entries = open.claimEntries
    var notes = [Wording(zh: "合计 \(entries.count) 人。", en: "\(entries.count) trainees.")]
    if let claimRule {
      let end = claimRule.noticeEnd(from: day, calendar)
      notes.append(
        Wording(
          zh: "公示期 \(claimRule.noticeWorkingDays) 个工作日：\(day) 至 \(end)。公示期内如有异议，请向培训机构或当地人社部门反映。",
          en:
            "Shown for \(claimRule.noticeWorkingDays) working days, from \(day) to \(end). Whoever objects may tell "
            + "the institution or the authority in that time."))
    }
    return open.roster(
      open.layout(.notice), entries, total: true, notes: notes, signatures: [], isLandscape: false)
  }

  /// What became of the trainees (后续服务、创业成功花名册), by trainee.
  package func followUpRoster(_ outcomes: [String: StartUpOutcome]) -> Report {
    let entries = entries(file.members, outcomes: outcomes)
    let started = entries.count { $0.outcome?.hasStarted ?? false }
    return roster(
      layout(.followUp), entries,
      notes: [
        Wording(
          zh: "参训 \(entries.count) 人，已创业 \(started) 人，未登记 \(entries.count { $0.outcome == nil }) 人。",
          en:
            "\(entries.count) attended, \(started) have started, of \(entries.count { $0.outcome == nil }) nothing is "
            + "recorded.")
      ],
      signatures: [Wording(zh: "跟踪服务人员", en: "Follow-up officer"), Wording(zh: "机构（盖章）", en: "Seal")],
      isLandscape: true)
  }

  /// The sum in capitals, and where it is paid to.
  func claimNotes(_ entries: [RosterEntry]) -> [Wording] {
    let capitals = ChineseCapitals.money(fen: sum(entries).fen) ?? "—"
    return [
      Wording(
        zh: "合计人数：\(entries.count) 人；合计金额（大写）：\(capitals)",
        en: "\(entries.count) trainees; in capitals: \(capitals)"),
      Wording(
        zh:
          "户名：\(institution.holder ?? institution.name)；开户行：\(institution.bank ?? Self.line)；账号：\(institution.account ?? Self.line)",
        en: "Account of \(institution.holder ?? institution.name); bank: \(institution.bank ?? Self.line); "
          + "number: \(institution.account ?? Self.line)"),
    ]
  }

  private static let line = "________________"

  func entries(
    _ members: [TraineeRecord], outcomes: [String: StartUpOutcome] = [:],
    claims: [String: [ClaimVerdict]] = [:]
  ) -> [RosterEntry] {
    members.enumerated().map { index, member in
      RosterEntry(
        number: index + 1, member: member, file: file, disclosure: disclosure,
        claims: claims[member.id] ?? [],
        rate: claimRule?.rates[file.record.programme], outcome: outcomes[member.id],
        areaNames: areaNames)
    }
  }

  func sum(_ entries: [RosterEntry]) -> Money { entries.reduce(.zero) { $0 + $1.amount } }

  private func roster(
    _ layout: RosterLayout, _ entries: [RosterEntry], total hasTotal: Bool = false, notes: [Wording],
    signatures: [Wording], isLandscape: Bool, more: [Report.Particular] = []
  ) -> Report {
    var parts: [Report.Part] = [.table(table(layout, entries, total: hasTotal, notes: notes))]
    if !signatures.isEmpty { parts.append(.signatures(signatures)) }
    return Report(
      layout.name, title: title(layout), particulars: particulars + more, parts: parts,
      isLandscape: isLandscape)
  }

  /// The rows of a roster; where there is a sum, under the column of the amounts.
  func table(_ layout: RosterLayout, _ entries: [RosterEntry], total hasTotal: Bool, notes: [Wording])
    -> ReportTable
  {
    var total: [Cell]?
    if hasTotal, let amounts = layout.columns.firstIndex(where: { $0.id == "amount_yuan" }) {
      var cells: [Cell] = Array(repeating: .blank, count: layout.columns.count)
      let word = layout.columns.firstIndex { $0.id == "name" } ?? 0
      cells[word] = .words(Wording(zh: "合计", en: "Total"))
      cells[amounts] = .money(fen: sum(entries).fen)
      total = cells
    }
    return ReportTable(
      layout.title, columns: layout.columns.map { ReportTable.Column($0.title, width: $0.width) },
      rows: entries.map { entry in layout.columns.map { $0.cell(entry) } }, total: total,
      notes: self.notes(notes))
  }
}
