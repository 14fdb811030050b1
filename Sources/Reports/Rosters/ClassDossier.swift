import Civil
import Cohorts
import Courses

extension ClassPapers {
  /// All that is on record of the class on a few pages (班级档案).
  package func dossier(sessions: [ClassSession] = [], followUp: ClassFollowUp? = nil) -> Report {
    var tables = [facts, steps, timetable(sessions), composition, results, subsidy]
    if let followUp { tables.append(table(followUp)) }
    if !file.struckOut.isEmpty { tables.append(corrections) }
    return Report(
      "class-dossier", title: title(Wording(zh: "班级档案", en: "Class dossier")),
      particulars: particulars + [Report.Particular(Wording(zh: "截至", en: "As of"), .date(file.asOf))],
      parts: tables.map { .table($0) })
  }

  // MARK: Parts

  private typealias Column = ReportTable.Column

  private static let item = Column(Wording(zh: "项目", en: "Item"), width: 20)

  private var facts: ReportTable {
    let record = file.record
    let teachers = record.teachers.map(\.name).joined(separator: "、")
    let state = file.way.state(on: file.asOf)
    let rows: [(Wording, Cell)] = [
      (Wording(zh: "班级编号", en: "Class"), .text(record.id)),
      (Wording(zh: "课程", en: "Course"), .text(record.courseName)),
      (Wording(zh: "培训类别", en: "Programme"), .text(record.programme.rawValue)),
      (Wording(zh: "学员群体", en: "Cohort"), .text(record.cohortName)),
      (Wording(zh: "培训地点", en: "Site"), .text(record.site)),
      (Wording(zh: "培训起止时间", en: "Taught"), .words([RosterColumn].days(record.days))),
      (Wording(zh: "课时", en: "Periods"), .text("\(record.periods)")),
      (Wording(zh: "授课讲师", en: "Lecturers"), .text(teachers)),
      (Wording(zh: "在册人数", en: "Trainees"), .text("\(file.members.count)")),
      (Wording(zh: "当前状态", en: "State"), .words(state.name)),
    ]
    return ReportTable(
      Wording(zh: "一、基本情况", en: "1. The class"),
      columns: [Self.item, Column(Wording(zh: "内容", en: "What is on record"), width: 40)],
      rows: rows.map { [.words($0.0), $0.1] })
  }

  private var steps: ReportTable {
    let taken = Dictionary(grouping: file.way.steps, by: \.state)
    let rows = ClassState.allCases.flatMap { state -> [[Cell]] in
      guard let steps = taken[state] else { return [[.words(state.name), .blank, .blank, .blank]] }
      return steps.map { step in
        [
          .words(state.name), .date(step.on), step.paper.map { .text($0) } ?? .blank, .text(step.recordedBy),
        ]
      }
    }
    return ReportTable(
      Wording(zh: "二、办班流程", en: "2. Its way"),
      columns: [
        Column(Wording(zh: "环节", en: "Step"), width: 16), Column(Wording(zh: "日期", en: "Date")),
        Column(Wording(zh: "文号或说明", en: "Paper"), width: 26), Column(Wording(zh: "登记人", en: "Recorded by")),
      ], rows: rows)
  }

  private func timetable(_ sessions: [ClassSession]) -> ReportTable {
    let title = Wording(zh: "三、课程进度表", en: "3. Timetable")
    guard !sessions.isEmpty else {
      return ReportTable(
        title,
        columns: [
          Column(Wording(zh: "日期", en: "Date")), Column(Wording(zh: "时段", en: "Half day")),
          Column(Wording(zh: "课时", en: "Periods")),
        ],
        rows: file.book.held.map { held in
          [.date(held.halfDay.date), .words(held.halfDay.blockName), .count(held.periods)]
        })
    }
    return ReportTable(
      title,
      columns: [
        Column(Wording(zh: "日期", en: "Date")), Column(Wording(zh: "时间", en: "Time")),
        Column(Wording(zh: "内容", en: "Module"), width: 24),
        Column(Wording(zh: "课时", en: "Periods"), width: 6),
        Column(Wording(zh: "讲师", en: "Lecturers"), width: 14),
        Column(Wording(zh: "教室", en: "Room"), width: 12),
      ],
      rows: sessions.map { session in
        [
          .date(session.date), .text("\(session.start)–\(session.end)"), .text(session.module),
          .count(session.periods), .text(session.people.joined(separator: "、")), .text(session.room),
        ]
      })
  }

  /// How many of the trainees are of which kind; a trainee of several categories counts in each.
  private var composition: ReportTable {
    var rows: [[Cell]] = []
    func add(_ kind: Wording, _ values: [Wording?]) {
      var counts: [(name: Wording, count: Int)] = []
      for value in values {
        let name = value ?? Wording(zh: "未登记", en: "not recorded")
        if let place = counts.firstIndex(where: { $0.name == name }) {
          counts[place].count += 1
        } else {
          counts.append((name, 1))
        }
      }
      for one in counts.sorted(by: { ($1.count, $0.name.chinese) < ($0.count, $1.name.chinese) }) {
        rows.append([.words(kind), .words(one.name), .count(one.count)])
      }
    }
    add(Wording(zh: "性别", en: "Sex"), file.members.map { $0.sex?.name })
    add(Wording(zh: "文化程度", en: "Education"), file.members.map { $0.profile.education?.name })
    add(Wording(zh: "户籍性质", en: "Household"), file.members.map { $0.profile.household?.name })
    add(
      Wording(zh: "人员类别", en: "Category"),
      file.members.flatMap { member -> [Wording?] in
        let held = Set(file.memberships(of: member.id).map(\.category))
        return (held.isEmpty ? [member.trainee.category] : held.sorted()).map { code in
          TraineeCategory.all.first { $0.code == code }?.name ?? Wording(zh: code, en: code)
        }
      })
    return ReportTable(
      Wording(zh: "四、学员构成", en: "4. The trainees"),
      columns: [
        Self.item, Column(Wording(zh: "类别", en: "Kind"), width: 20),
        Column(Wording(zh: "人数", en: "Trainees")),
      ], rows: rows,
      notes: [Wording(zh: "同时属于几类的学员在各类中均计入。", en: "Who is of several categories counts in each.")])
  }

  private var results: ReportTable {
    let ids = ["number", "name", "held", "attended", "rate", "grade", "verdict", "reasons", "certificate"]
    let columns = ids.compactMap { id in [RosterColumn].all.first { $0.id == id } }
    var notes: [Wording] = []
    if let rule = file.completionRule {
      notes.append(
        Wording(zh: "结业条件：\(rule.stamp.wording.chinese)", en: "By the rule: \(rule.stamp.wording.english)"))
    } else {
      notes.append(Wording(zh: "没有生效的结业条件，未作考核。", en: "No rule of completion is in force: nobody is judged."))
    }
    if !file.book.strays.isEmpty {
      notes.append(
        Wording(
          zh: "有 \(file.book.strays.count) 条考勤不在课表的半天内，未计入。",
          en:
            "\(file.book.strays.count) records of attendance are of half days that were not held: not counted."
        ))
    }
    return ReportTable(
      Wording(zh: "五、考勤与结业", en: "5. Attendance and completion"),
      columns: columns.map { Column($0.title, width: $0.width) },
      rows: entries(file.members).map { entry in columns.map { $0.cell(entry) } }, notes: notes)
  }

  private var subsidy: ReportTable {
    let rulings: [ClaimVerdict.Ruling] = [.claimed, .payable, .notYet, .refused]
    let rows = rulings.compactMap { ruling -> [Cell]? in
      let chosen = claims.filter { $0.ruling == ruling }
      guard !chosen.isEmpty else { return nil }
      let sum = chosen.reduce(Money.zero) { $0 + $1.amount }
      return [
        .words(ruling.name), .count(Set(chosen.map(\.trainee)).count), .count(chosen.count),
        .money(fen: sum.fen),
      ]
    }
    let note =
      claimRule.map {
        Wording(zh: "补贴口径：\($0.stamp.wording.chinese)", en: "By the rule: \($0.stamp.wording.english)")
      } ?? Wording(zh: "没有生效的补贴申领口径。", en: "No rule of subsidies is in force.")
    return ReportTable(
      Wording(zh: "六、补贴申领", en: "6. Subsidy"),
      columns: [
        Column(Wording(zh: "情况", en: "How it stands"), width: 14), Column(Wording(zh: "人数", en: "Trainees")),
        Column(Wording(zh: "笔数", en: "Payments")),
        Column(Wording(zh: "金额（元）", en: "Amount (yuan)"), width: 14),
      ], rows: rows, notes: [note])
  }

  private var corrections: ReportTable {
    ReportTable(
      Wording(zh: "更正记录", en: "Corrections"),
      columns: [
        Column(Wording(zh: "学员", en: "Trainee"), width: 12),
        Column(Wording(zh: "原登记", en: "Struck out"), width: 36),
        Column(Wording(zh: "原因", en: "Reason"), width: 28),
        Column(Wording(zh: "更正日期", en: "Corrected on")), Column(Wording(zh: "登记人", en: "Recorded by")),
      ],
      rows: file.struckOut.map { struck in
        [
          .text(struck.trainee), .words(struck.text), .text(struck.correction.reason),
          .date(struck.correction.entry.on), .text(struck.correction.entry.by),
        ]
      })
  }

  private func table(_ followUp: ClassFollowUp) -> ReportTable {
    let rows: [(Wording, Int)] = [
      (Wording(zh: "已完成回访（人次）", en: "Contacts made"), followUp.done),
      (Wording(zh: "待回访（人次）", en: "Contacts due"), followUp.due),
      (Wording(zh: "逾期未访（人次）", en: "Contacts overdue"), followUp.overdue),
      (Wording(zh: "失联（人）", en: "Trainees lost"), followUp.lost),
      (Wording(zh: "已创业（人）", en: "Trainees who started"), followUp.started),
      (Wording(zh: "正常经营（户）", en: "Ventures operating"), followUp.alive),
    ]
    return ReportTable(
      Wording(zh: "七、后续服务", en: "7. Follow-up"),
      columns: [Self.item, Column(Wording(zh: "数量", en: "Number"))],
      rows: rows.map { [.words($0.0), .count($0.1)] })
  }
}
