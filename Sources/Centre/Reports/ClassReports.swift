import Civil
import Cohorts
import Courses
import Reports

extension ReportKind {
  /// The papers of a class, in the order of its way.
  static let classPapers = [
    openingRoster, attendanceSheet, attendanceBook, completionRoster, claimFile, claimRoster, noticeList,
    followUpRoster, classDossier,
  ]

  /// Those who wish to start and wait for a course.
  static let intentRegister = ReportKind(
    "intent-register", Wording(zh: "创业意愿登记台账", en: "Register of wishes to start"),
    purpose: Wording(zh: "排班和招生用：谁想创业、想学什么，尚未入学", en: "for planning classes: who wishes to start and waits"),
    takes: [.area]
  ) { centre, request in
    let register = try centre.intents()
    let area = request.area.flatMap { AreaCode($0) } ?? .nation
    let open = register.open(asKnownOn: request.asOf).filter { intent in
      request.area == nil || intent.area?.isWithin(area) ?? false
    }
    return Report.intents(
      open, asOf: request.asOf, areaNames: try centre.areaNames(), disclosure: request.disclosure)
  }

  private static let openingRoster = ofClass(
    "opening-roster", Wording(zh: "开班花名册", en: "Opening roster"),
    Wording(zh: "开班申请所附的培训人员花名册", en: "those enrolled, for the application to open")
  ) { papers, _ in papers.openingRoster() }

  private static let attendanceSheet = ofClass(
    "attendance-sheet", Wording(zh: "考勤册（空白）", en: "Attendance sheet"),
    Wording(zh: "上课时学员签字用，可存为 CSV 填写后读回", en: "to be signed in class; as CSV to be filled in and read back")
  ) { papers, _ in papers.attendanceSheet(isFilled: false) }

  private static let attendanceBook = ofClass(
    "attendance-book", Wording(zh: "考勤册（已登记）", en: "Attendance book"),
    Wording(zh: "已登记的考勤和出勤率", en: "what is recorded of the attendance")
  ) { papers, _ in papers.attendanceSheet(isFilled: true) }

  private static let completionRoster = ofClass(
    "completion-roster", Wording(zh: "结业花名册", en: "Completion roster"),
    Wording(zh: "考核合格、取得证书的学员", en: "who completed the class, with certificates")
  ) { papers, _ in papers.completionRoster() }

  private static let claimFile = ofClaim(
    "claim-file", Wording(zh: "补贴申领材料", en: "Claim file"),
    Wording(
      zh: "申领封面、材料清单、花名册、未申领人员及原因；已报送的按原样重印",
      en: "cover, papers, roster, who is left out and why; as filed where it was")
  ) { papers, request in papers.claimFile(on: request.asOf, request.calendar) }

  private static let claimRoster = ofClaim(
    "claim-roster", Wording(zh: "补贴申领花名册", en: "Claim roster"),
    Wording(zh: "学员签字的申领花名册，含大写合计", en: "to be signed, with the sum in capitals")
  ) { papers, _ in papers.claimRoster() }

  private static let noticeList = ofClaim(
    "notice-list", Wording(zh: "公示名单", en: "Public notice"),
    Wording(zh: "张贴公示用，证件号码一律隐去", en: "to be put up in public; numbers always hidden")
  ) { papers, request in papers.noticeList(from: request.asOf, request.calendar) }

  private static let followUpRoster = ReportKind(
    "follow-up-roster", Wording(zh: "后续服务（创业成功）花名册", en: "Follow-up roster"),
    purpose: Wording(zh: "一个班学员的创业与跟踪情况", en: "what became of a class's trainees"), needs: [.classID]
  ) { centre, request in
    let papers = try centre.papers(request)
    return papers.followUpRoster(try centre.outcomes(of: papers.file))
  }

  private static let classDossier = ReportKind(
    "class-dossier", Wording(zh: "班级档案", en: "Class dossier"),
    purpose: Wording(zh: "一个班从筹备到归档的全部记录", en: "all that is on record of a class"), needs: [.classID]
  ) { centre, request in
    let papers = try centre.papers(request)
    return papers.dossier(
      sessions: try centre.sessions(ofClass: papers.file.record.id),
      followUp: try centre.followUp(of: papers.file, request.calendar))
  }

  private static func ofClass(
    _ name: String, _ title: Wording, _ purpose: Wording,
    _ make: @escaping @Sendable (ClassPapers, ReportRequest) -> Report
  ) -> ReportKind {
    ReportKind(name, title, purpose: purpose, needs: [.classID]) { centre, request in
      make(try centre.papers(request), request)
    }
  }

  /// Papers of a claim: of one that may be filed, or of one as it was filed.
  private static func ofClaim(
    _ name: String, _ title: Wording, _ purpose: Wording,
    _ make: @escaping @Sendable (ClassPapers, ReportRequest) -> Report
  ) -> ReportKind {
    ReportKind(name, title, purpose: purpose, needs: [.classID], takes: [.filed]) { centre, request in
      make(try centre.claimPapers(request), request)
    }
  }
}
