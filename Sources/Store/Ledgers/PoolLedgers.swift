import Civil

/// The pool of mentors: no name, no telephone and no number of a certificate is told.
extension LedgerTable {
  static let mentors = LedgerTable(
    "mentors", Wording(zh: "导师库", en: "The pool of mentors"),
    row: Wording(
      zh: "一名导师资料的一个版本；同一导师序号最大的是现行版本",
      en: "one version of a member's profile; that with the greatest number holds"),
    from: "poolMember x", area: nil, order: "x.code, x.number",
    [
      .text("member", "x.code", "人员编号", "member"), .whole("number", "x.number", "序号", "number"),
      .text("trainee", "x.trainee", "原学员编号", "was trainee"),
      list("kinds", "x.kinds", "类别", "kinds", note: Words.kinds),
      .text("department", "x.department", "部门", "department"),
      list("links", "x.links", "服务环节", "links of the chain"),
      list(
        "industries", "x.industries", "行业", "industries",
        note: Wording(zh: "GB/T 4754 代码", en: "codes of GB/T 4754")),
      list("fields", "x.fields", "专业领域", "fields"),
      list("areas", "x.areas", "服务区域", "areas", note: Wording(zh: "空：不限区域", en: "blank: everywhere")),
      list("languages", "x.languages", "语言", "languages"),
      .whole(
        "capacity", "x.capacity", "辅导名额", "places",
        note: Wording(zh: "人；空：未约定", en: "people; blank: none agreed")),
      .whole("free", "x.isFree", "公益", "free of charge", note: Words.yesNo),
      .whole("team", "x.isInTeam", "指导团成员", "in the expert team", note: Words.yesNo),
    ], Column.recorded)

  static let mentorSteps = LedgerTable(
    "mentor_steps", Wording(zh: "导师聘任", en: "Memberships of mentors"),
    row: Wording(zh: "一名导师聘任的一步", en: "a step of a membership"), from: "poolStep x", area: nil,
    order: "x.member, x.number",
    [
      .text("member", "x.member", "人员编号", "member"), .whole("number", "x.number", "序号", "number"),
      .text(
        "state", "x.state", "状态", "state",
        note: Wording(
          zh: "applied 申请；vetting 审核；refused 未通过；serving 在聘；suspended 暂停；ended 解聘",
          en: "applied, vetting, refused, serving, suspended or ended")),
      .day(
        "term_ends", "x.lastDay", "聘期止", "term ends", note: Wording(zh: "空：不定期", en: "blank: without end")),
    ], Column.entry(isBounded: false), [Column.evidence()])

  static let mentorCertificates = LedgerTable(
    "mentor_certificates", Wording(zh: "导师证书", en: "Certificates of mentors"),
    row: Wording(zh: "一名导师的一份证书", en: "a certificate of a member"), from: "poolCertificate x", area: nil,
    order: "x.member, x.number",
    [
      .text("member", "x.member", "人员编号", "member"), .whole("number", "x.number", "序号", "number"),
      .text("kind", "x.kind", "证书", "certificate"),
      .whole(
        "yearly_periods", "x.yearlyPeriods", "年度最低课时", "periods a year",
        note: Wording(zh: "课时", en: "periods")),
    ], Column.entry())

  private enum Words {
    static let yesNo = Wording(zh: "1 是；0 否", en: "1 or 0")
    static let kinds = Wording(
      zh: "lecturer 讲师；longTermMentor 长期导师；oneOffMentor 单次导师；departmentExpert 部门业务专家；scholar 专家学者；"
        + "entrepreneur 企业家；volunteer 创业志愿者；alumnus 创业成功学员；几项以分号分隔",
      en:
        "lecturer, longTermMentor, oneOffMentor, departmentExpert, scholar, entrepreneur, volunteer or alumnus; "
        + "several are parted by semicolons")
  }

  /// A list kept a line each, told with semicolons.
  private static func list(
    _ name: String, _ expression: String, _ chinese: String, _ english: String, note: Wording? = nil
  ) -> Column {
    .text(name, "replace(\(expression), char(10), ';')", chinese, english, note: note)
  }
}
