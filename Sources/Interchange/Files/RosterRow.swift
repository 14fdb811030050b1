package import Civil
package import Cohorts

/// A trainee as a roster file names one (花名册): not stored yet, and perhaps known already.
package struct RosterRow: Hashable, Sendable {
  /// The id that the centre gave; nil: the file has none.
  package let trainee: String?
  package let name: String
  package let sex: Sex?
  /// As the roster states it; checked against the birth date.
  package let age: Int?
  package let document: IdentityDocument.Kind?
  /// As written, then as it was mended and found sound.
  package var idNumber: String?
  package let education: Education?
  /// The code of the area, or its name as written.
  package let area: String?
  package let household: Household?
  /// The number of the household register (户号).
  package let householdNumber: String?
  /// Category codes, at least one.
  package let categories: [String]
  package let papers: [Evidence]
  package let phone: String?
  package let wish: String?
  package let industry: String?
  /// Languages and dialects spoken; empty: not told.
  package let languages: Set<String>
  package let hadSubsidy: Bool?
  /// Whether the trainee agreed to the use of the data.
  package let hasConsent: Bool?
  package let registeredOn: CivilDate?
  /// The class to be enrolled in; nil: none yet.
  package let classID: String?
  package let remarks: String?

  /// The number as one of GB 11643, where it is sound and its document has that form.
  package var residentID: ResidentID? {
    guard document ?? .residentID != .passport else { return nil }
    return idNumber.flatMap { try? ResidentID($0) }
  }
}

extension Tables {
  /// A roster file by itself: the columns of the opening roster (开班花名册), and those of ours.
  static let roster = TableDescription<RosterRow>(
    TableTitle("roster", "花名册", or: ["trainees", "学员花名册", "培训人员花名册", "开班花名册"]), key: [],
    columns: Column<String?>.optional("number", "序号", or: ["no", "no.", "编号序号"], .anything),
    Column<String?>.optional("trainee", "学员编号", or: ["学员", "学号", "编号"], .id),
    Column<String>("name", "姓名", or: ["学员姓名"], .text, isPrivate: true),
    Column<Sex?>.optional("sex", "性别", .word(Words.sexes)),
    Column<Int?>.optional("age", "年龄", or: ["周岁"], .whole(0...150)),
    Column<IdentityDocument.Kind?>.optional(
      "document", "证件类型", or: ["证件种类", "身份证件类型"], .word(Words.documents)),
    Column<String?>.optional(
      "id_number", "身份证号码", or: ["身份证号", "身份证", "公民身份号码", "证件号码", "ID card"], .text, isPrivate: true),
    Column<Education?>.optional("education", "文化程度", or: ["学历"], .word(Words.educations)),
    Column<String?>.optional("area", "户籍所在地", or: ["区域", "区划代码", "行政区划", "户籍地", "所在区域"], .text),
    Column<Household?>.optional("household", "户籍性质", or: ["户口性质", "户口类型"], .word(Words.households)),
    Column<String?>.optional(
      "household_number", "户号", or: ["户口簿户号", "家庭编号", "户口簿号"], .text, isPrivate: true),
    Column<[String]>("category", "人员类别", or: ["类别"], .categories),
    Column<[Evidence]>(
      "papers", "证件名称及编号", or: ["证明材料", "证件编号", "证明材料及编号", "evidence"], .papers, default: [],
      isPrivate: true),
    Column<String?>.optional(
      "phone", "联系电话", or: ["电话", "手机", "手机号", "手机号码", "tel"], .phone, isPrivate: true),
    Column<String?>.optional("wish", "创业意向", or: ["创业意向(项目/行业)", "意向项目", "创业项目"], .text),
    Column<String?>.optional("industry", "行业", or: ["意向行业", "创业行业"], .text),
    Column<Set<String>>("languages", "语言", or: ["语言方言", "方言"], .languages, default: []),
    Column<Bool?>.optional("had_subsidy", "是否享受过同类补贴", or: ["是否享受过补贴", "享受补贴情况"], .word(Words.answers)),
    Column<Bool?>.optional(
      "consent", "个人信息授权", or: ["是否同意使用个人信息", "授权", "知情同意"], .word(Words.answers)),
    Column<CivilDate?>.optional("registered_on", "报名日期", or: ["登记日期", "登记时间", "注册日期"], .date),
    Column<String?>.optional("class", "班级", or: ["班级编号", "班号", "班次"], .id),
    Column<String?>.optional("remarks", "备注", or: ["note", "notes"], .text)
  ) {
    _, trainee, name, sex, age, document, idNumber, education, area, household, householdNumber,
    categories, papers, phone,
    wish,
    industry, languages, hadSubsidy, hasConsent, registeredOn, classID, remarks in
    RosterRow(
      trainee: trainee, name: name, sex: sex, age: age, document: document, idNumber: idNumber,
      education: education, area: area, household: household,
      householdNumber: householdNumber, categories: categories, papers: papers,
      phone: phone, wish: wish, industry: industry, languages: languages, hadSubsidy: hadSubsidy,
      hasConsent: hasConsent,
      registeredOn: registeredOn, classID: classID, remarks: remarks)
  }
}
