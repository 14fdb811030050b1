import Civil

extension LedgerTable {
  private static let local = "IN (SELECT class FROM classMember WHERE trainee IN (\(LedgerScope.people)))"

  static let classes = LedgerTable(
    "classes", Wording(zh: "班级", en: "Classes"), row: Wording(zh: "一个班", en: "a class"),
    from: "classRecord x", area: "x.code \(local)", order: "x.code",
    [
      .text("class", "x.code", "班级编号", "class"), .text("programme", "x.programme", "培训项目", "programme"),
      .text("course", "x.course", "课程编号", "course"),
      .text("course_name", "x.courseName", "课程", "name of the course"),
      .text("cohort", "x.cohort", "学员群体编号", "cohort"),
      .text("cohort_name", "x.cohortName", "学员群体", "name of the cohort"),
      .text("area", "x.area", "区划代码", "area"),
      .day("first_day", "x.firstDay", "第一天", "first day"), .day("last_day", "x.lastDay", "最后一天", "last day"),
      .whole("periods", "x.periods", "课时", "periods", note: Wording(zh: "每课时 45 分钟", en: "of 45 minutes")),
      .text(
        "lecturers",
        "(SELECT group_concat(person || ' ' || name, '; ') FROM (SELECT person, name FROM classTeacher WHERE class = x.code ORDER BY person))",
        "讲师", "lecturers"),
    ], Column.recorded)

  static let classStates = LedgerTable(
    "class_states", Wording(zh: "班级状态", en: "Steps of classes"),
    row: Wording(zh: "一个班进入一个状态", en: "that a class entered a state"), from: "classStep x",
    area: "x.class \(local)", order: "x.class, x.day, x.rowid",
    [
      .text("class", "x.class", "班级编号", "class"),
      .text(
        "state", "x.state", "状态", "state",
        note: Wording(
          zh:
            "preparing 筹备；submitted 报批；approved 批准；opened 开班；teaching 授课；completed 结业；claimed 申领；archived 归档",
          en: "preparing, submitted, approved, opened, teaching, completed, claimed, archived")),
      .day("on", "x.day", "日期", "on"), .text("paper", "x.paper", "批文", "paper"),
    ], Column.recorded)

  static let enrolments = LedgerTable(
    "enrolments", Wording(zh: "参训", en: "Enrolments"),
    row: Wording(
      zh: "一名学员参加一个班，及其考勤、计划书等级和证书", en: "a trainee in a class, with attendance, plan and certificate"),
    from: """
      classMember x JOIN classRecord c ON c.code = x.class
      LEFT JOIN certificate k ON k.rowid = (
        SELECT v.rowid FROM certificate v WHERE v.class = x.class AND v.trainee = x.trainee AND v.recordedOn <= :day
          AND NOT EXISTS (SELECT 1 FROM correction e WHERE e.entryID = v.id AND e.recordedOn <= :day)
        ORDER BY v.rowid DESC LIMIT 1)
      LEFT JOIN planReview p ON p.rowid = (
        SELECT rowid FROM planReview WHERE class = x.class AND trainee = x.trainee AND recordedOn <= :day
        ORDER BY day DESC, rowid DESC LIMIT 1)
      """, known: "c.recordedOn <= :day", area: "x.trainee IN (\(LedgerScope.people))",
    order: "x.class, x.trainee",
    [
      .text("class", "x.class", "班级编号", "class"), .text("trainee", "x.trainee", "学员编号", "trainee"),
      .day("joined_on", "x.joinedOn", "入班日期", "joined on"),
      .day(
        "left_on", "CASE WHEN x.leftOn <= :day THEN x.leftOn END", "退班日期", "left on",
        note: Wording(zh: "空：参加到结业", en: "blank: stayed to the end")),
      .whole(
        "periods_held", "(SELECT sum(periods) FROM classHalfDay WHERE class = x.class)", "应到课时",
        "periods held"),
      .whole(
        "periods_recorded", attended("count(*)", held: "h.periods"), "已登记考勤的课时", "periods with a record",
        note: Wording(zh: "空：没有登记考勤", en: "blank: no attendance is on record")),
      .whole(
        "periods_attended", attended("count(*)", held: "a.periods"), "实到课时", "periods attended",
        note: Wording(zh: "每半天取最后一次登记", en: "of each half day the last record holds")),
      .text(
        "plan_grade", "p.grade", "计划书等级", "grade of the plan",
        note: Wording(zh: "excellent 优秀；pass 合格；fail 不合格", en: "excellent, pass or fail")),
      .text(
        "certificate", "k.number", "合格证书编号", "certificate",
        note: Wording(zh: "取得证书即为结业合格", en: "who holds one has completed the class")),
      .day("certificate_issued_on", "k.issuedDay", "发证日期", "certificate issued on"),
      .day("certificate_recorded_on", "k.recordedOn", "证书登记日期", "certificate recorded on"),
      .text("recorded_by", "x.recordedBy", "登记人", "recorded by"),
    ])

  /// The periods of the half days with a record, by the last record of each; null where there is none.
  private static func attended(_ count: String, held periods: String) -> String {
    """
    (SELECT CASE WHEN \(count) > 0 THEN sum(\(periods)) END FROM attendance a
     LEFT JOIN classHalfDay h ON h.class = a.class AND h.day = a.day AND h.block = a.block
     WHERE a.class = x.class AND a.trainee = x.trainee AND a.recordedOn <= :day AND a.number = (
       SELECT max(number) FROM attendance b WHERE b.class = a.class AND b.trainee = a.trainee AND b.day = a.day
         AND b.block = a.block AND b.recordedOn <= :day))
    """
  }

  static let certificates = LedgerTable(
    "certificates", Wording(zh: "合格证书", en: "Certificates"),
    row: Wording(zh: "一份证书；作废的留存", en: "a certificate; one that was struck out stays"),
    from: "certificate x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people))", order: "x.class, x.trainee, x.rowid",
    [
      .text("class", "x.class", "班级编号", "class"), .text("trainee", "x.trainee", "学员编号", "trainee"),
      .text("certificate", "x.number", "合格证书编号", "certificate"),
      .day("issued_on", "x.issuedDay", "发证日期", "issued on"),
    ], Column.recorded, [.struckOut, .struckOutBy])

  static let subsidisedTrainings = LedgerTable(
    "subsidised_trainings", Wording(zh: "补贴性培训", en: "Training at public cost"),
    row: Wording(zh: "一名学员享受一次补贴性培训", en: "that a trainee was trained at public cost"),
    from: "subsidisedTraining x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people))",
    order: "x.trainee, x.day, x.rowid",
    [
      .text("trainee", "x.trainee", "学员编号", "trainee"),
      .text("programme", "x.programme", "培训项目", "programme"),
      .text("class", "x.class", "班级编号", "class"), .day("on", "x.day", "日期", "on"),
      .text("area", "x.area", "区划代码", "area"),
    ], Column.recorded, [.struckOut, .struckOutBy])

  static let trainingClaims = LedgerTable(
    "training_claims", Wording(zh: "培训补贴申领", en: "Claims for training"),
    row: Wording(zh: "为一名学员申领的一期补贴", en: "a stage of the subsidy claimed for a trainee"),
    from: "trainingClaim x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people))",
    order: "x.class, x.trainee, x.occasion",
    [
      .text("class", "x.class", "班级编号", "class"), .text("trainee", "x.trainee", "学员编号", "trainee"),
      .text(
        "occasion", "x.occasion", "阶段", "stage",
        note: Wording(zh: "completion 结业；success 创业成功", en: "completion or success")),
      .yuan("amount", "x.amountFen", "金额", "amount"),
      .day("claimed_on", "x.claimedDay", "申领日期", "claimed on"),
    ], Column.recorded, [.struckOut, .struckOutBy])
}
