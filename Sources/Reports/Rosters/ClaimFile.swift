package import Civil
import Cohorts
import Courses

extension ClassPapers {
  /// The claim as it is handed in (申领材料): cover sheet, the papers with what is on record of each, the roster with
  /// its sum, and who is not claimed and why.
  ///
  /// `day` is the day of the claim; the calendar counts the working days to the deadline. Of a claim that was filed the
  /// papers are those of the filing, with its day and who recorded it.
  package func claimFile(on day: CivilDate, _ calendar: WorkingCalendar) -> Report {
    let entries = claimEntries
    let capitals = ChineseCapitals.money(fen: sum(entries).fen) ?? "—"
    let deadline = filing == nil ? entries.flatMap(\.claims).compactMap(\.deadline).min() : nil
    var lines = particulars + filingLines
    lines += [
      Report.Particular(Wording(zh: "申领人数", en: "Trainees claimed"), .count(entries.count)),
      Report.Particular(Wording(zh: "申领金额（元）", en: "Amount (yuan)"), .money(fen: sum(entries).fen)),
      Report.Particular(Wording(zh: "大写", en: "In capitals"), .text(capitals)),
    ]
    if let deadline {
      let left = calendar.countWorkingDays(after: day, to: deadline)
      lines.append(
        Report.Particular(
          Wording(zh: "最早到期的申领期限", en: "First deadline"),
          .words(
            Wording(
              zh: "\(deadline)（自 \(day) 起还有 \(left) 个工作日）",
              en: "\(deadline) (\(left) working days from \(day))"))))
    }
    if filing == nil, let last = claimRule?.filingDay(from: day) {
      lines.append(Report.Particular(Wording(zh: "本期报送截止日", en: "To be handed in by"), .date(last)))
    }
    let roster = table(
      layout(.claim).titled(Wording(zh: "二、补贴申领花名册", en: "2. Claim roster")), entries, total: true,
      notes: claimNotes(entries))
    var parts: [Report.Part] = [.table(papers(day)), .table(roster)]
    let others = others()
    if !others.rows.isEmpty { parts.append(.table(others)) }
    parts.append(
      .signatures([
        Wording(zh: "经办人", en: "Clerk"), Wording(zh: "机构负责人", en: "Head of the institution"),
        Wording(zh: "机构（盖章）", en: "Seal of the institution"), Wording(zh: "申领日期", en: "Date"),
      ]))
    return Report(
      "claim-file", title: title(Wording(zh: "补贴申领材料", en: "Subsidy claim")), particulars: lines,
      parts: parts,
      isLandscape: true)
  }

  private func papers(_ day: CivilDate) -> ReportTable {
    let papers = claimRule?.papers ?? ClaimRule.Paper.allCases
    let claimed = claimEntries.map(\.member)
    return ReportTable(
      Wording(zh: "一、申领材料清单", en: "1. Papers of the claim"),
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 5),
        ReportTable.Column(Wording(zh: "材料名称", en: "Paper"), width: 30),
        ReportTable.Column(Wording(zh: "系统记录", en: "On record"), width: 36),
        ReportTable.Column(Wording(zh: "核对", en: "Checked"), width: 8),
        ReportTable.Column(Wording(zh: "份数", en: "Copies"), width: 8),
      ],
      rows: papers.enumerated().map { index, paper in
        [.count(index + 1), .words(paper.name), .words(state(of: paper, claimed)), .text("□"), .blank]
      },
      notes: [
        Wording(
          zh: "“系统记录”只说明数据库中有无记录；原件由经办人核对后在“核对”栏打勾。",
          en: "What is on record says what the database holds; the clerk ticks what is in the folder.")
      ])
  }

  /// What the record says of a paper.
  private func state(of paper: ClaimRule.Paper, _ claimed: [TraineeRecord]) -> Wording {
    func of(_ count: Int, _ chinese: String, _ english: String) -> Wording {
      if claimed.isEmpty { return Wording(zh: "本次无申领人员", en: "nobody is claimed") }
      let missing = claimed.count - count
      return Wording(
        zh: "\(chinese) \(count)/\(claimed.count)" + (missing > 0 ? "，缺 \(missing)" : "，齐"),
        en: "\(english) \(count) of \(claimed.count)" + (missing > 0 ? ", \(missing) missing" : ", complete"))
    }
    switch paper {
    case .approval:
      guard let step = file.way.step(into: .approved) else { return Wording(zh: "未登记批复", en: "no approval") }
      return Wording(
        zh: "\(step.paper ?? "无文号") \(step.on)", en: "\(step.paper ?? "without number") \(step.on)")
    case .roster: return Wording(zh: "在册 \(file.members.count) 人", en: "\(file.members.count) trainees")
    case .signedClaimRoster, .claimForm:
      return Wording(zh: "由本系统打印，学员签字、机构盖章", en: "printed here, to be signed and sealed")
    case .identityCopies:
      return of(claimed.count { $0.trainee.idNumber != nil }, "有证件号码", "numbers on record")
    case .categoryEvidence:
      return of(
        claimed.count { member in file.memberships(of: member.id).contains { !$0.evidence.isEmpty } },
        "有证明材料", "with evidence")
    case .attendanceBook:
      return of(claimed.count { file.attendance(of: $0.id).unrecorded == 0 }, "考勤完整", "attendance complete")
    case .timetable:
      return Wording(
        zh: "已授 \(file.book.held.count) 个半天", en: "\(file.book.held.count) half days were held")
    case .certificateCopies:
      return of(claimed.count { file.certificates[$0.id] != nil }, "有证书编号", "certificates")
    case .planCopies: return of(claimed.count { file.reviews[$0.id] != nil }, "有评审结果", "plans graded")
    case .licenceCopies:
      let started = claims.count { $0.occasion == .success && [.payable, .claimed].contains($0.ruling) }
      return Wording(zh: "创业成功 \(started) 人", en: "\(started) started")
    case .bankAccount:
      return institution.account == nil
        ? Wording(zh: "未登记账号", en: "no account on record") : Wording(zh: "已登记账号", en: "account on record")
    case .feedbackForms: return Wording(zh: "人工核对", en: "to be looked at")
    }
  }

  private func others() -> ReportTable {
    let claimed = Set(claimedStages.map(\.trainee))
    let rows = file.members.filter { !claimed.contains($0.id) }.map { member -> [Cell] in
      let own = claims.filter { $0.trainee == member.id }
      let reasons = own.flatMap(\.reasons).map(\.text)
      return [
        .text(member.trainee.name), own.first.map { .words($0.ruling.name) } ?? .blank,
        .words(reasons.joined),
      ]
    }
    return ReportTable(
      Wording(zh: "三、未列入本次申领的人员", en: "3. Who is not claimed"),
      columns: [
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
        ReportTable.Column(Wording(zh: "情况", en: "How it stands"), width: 14),
        ReportTable.Column(Wording(zh: "原因", en: "Reasons"), width: 50),
      ], rows: rows)
  }
}
