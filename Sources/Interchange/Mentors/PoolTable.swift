import Civil
package import Mentors

/// The cells of one row of the pool: a member and one of its certificates.
struct PoolCells: Hashable, Sendable {
  let member: String
  let name: String?
  let phone: String?
  let trainee: String?
  let kinds: Set<PoolMember.Kind>
  let department: String?
  let links: Set<ServiceLink>
  let industries: Set<IndustryScope>
  let fields: Set<String>
  let areas: Set<AreaCode>
  let languages: Set<String>
  let capacity: Int?
  let isFree: Bool
  let isInTeam: Bool
  let from: CivilDate?
  let to: CivilDate?
  let certificate: String?
  let number: String?
  let validFrom: CivilDate?
  let validTo: CivilDate?
  let yearlyPeriods: Int?

  /// Whether a further row of the same member says the same, but for the certificate.
  func agrees(with first: PoolCells) -> Bool {
    let repeats = [
      department == nil || department == first.department, links.isEmpty || links == first.links,
      industries.isEmpty || industries == first.industries, fields.isEmpty || fields == first.fields,
      areas.isEmpty || areas == first.areas, languages.isEmpty || languages == first.languages,
      capacity == nil || capacity == first.capacity, from == nil || from == first.from,
      to == nil || to == first.to, kinds == first.kinds, name == nil || name == first.name,
      phone == nil || phone == first.phone, trainee == nil || trainee == first.trainee,
    ]
    return repeats.allSatisfy { $0 }
  }
}

extension Tables {
  /// The pool of lecturers, mentors and experts (师资库、导师库).
  static let pool = TableDescription<PoolCells>(
    TableTitle("pool", "导师库", or: ["师资库", "专家库", "专家指导团", "创业导师名册", "mentor pool"]), key: [],
    columns: Column<String>("member", "人员", or: ["人员编号", "导师编号", "编号", "工号", "person"], .listedID),
    Column<String?>.optional("name", "姓名", or: ["名称"], .text),
    Column<String?>.optional(
      "phone", "电话", or: ["联系电话", "手机", "手机号", "手机号码", "tel"], .phone, isPrivate: true),
    Column<String?>.optional("trainee", "学员编号", or: ["学员", "原学员编号"], .id),
    Column<Set<PoolMember.Kind>>("kinds", "类别", or: ["导师类别", "人员类别"], .words(Words.poolKinds)),
    Column<String?>.optional("department", "部门", or: ["所在部门", "单位", "所在单位"], .text),
    Column<Set<ServiceLink>>(
      "links", "服务环节", or: ["擅长环节", "环节"], .words(Words.links), default: []),
    Column<Set<IndustryScope>>("industries", "行业", or: ["擅长行业", "熟悉行业"], .industryScopes, default: []),
    Column<Set<String>>("fields", "专业领域", or: ["领域", "专长", "特长"], .set, default: []),
    Column<Set<AreaCode>>("areas", "服务区域", or: ["区域", "区划代码"], .areaCodes, default: []),
    Column<Set<String>>("languages", "语言", or: ["语言方言", "方言"], .languages, default: []),
    Column<Int?>.optional("capacity", "辅导名额", or: ["名额", "可辅导人数"], .whole(0...10_000)),
    Column<Bool>("free", "公益", or: ["是否公益", "是否免费", "免费"], .word(Words.yesOrNo), default: true),
    Column<Bool>("team", "指导团成员", or: ["是否指导团成员", "指导团"], .word(Words.yesOrNo), default: false),
    Column<CivilDate?>.optional("from", "聘期起", or: ["聘任日期", "聘用日期"], .date),
    Column<CivilDate?>.optional("to", "聘期止", or: ["聘期至", "到期日期"], .date),
    Column<String?>.optional("certificate", "证书", or: ["证书名称", "讲师证书"], .text),
    Column<String?>.optional("certificate_number", "证书编号", .text, isPrivate: true),
    Column<CivilDate?>.optional("valid_from", "证书有效期起", or: ["发证日期"], .date),
    Column<CivilDate?>.optional("valid_to", "证书有效期止", or: ["证书有效期至", "有效期至"], .date),
    Column<Int?>.optional("yearly_periods", "年度最低课时", or: ["年度课时", "每年最低课时"], .whole(0...5_000)),
    make: PoolCells.init(
      member:name:phone:trainee:kinds:department:links:industries:fields:areas:languages:capacity:isFree:
      isInTeam:from:to:
      certificate:number:validFrom:validTo:yearlyPeriods:))
}

extension Words {
  static let poolKinds = Vocabulary<PoolMember.Kind>([
    (.lecturer, ["lecturer", "讲师", "SYB讲师", "授课教师"]),
    (.longTermMentor, ["long_term_mentor", "长期导师", "导师", "创业导师", "mentor"]),
    (.oneOffMentor, ["one_off_mentor", "单次导师", "临时导师"]),
    (.departmentExpert, ["department_expert", "部门业务专家", "部门专家", "业务专家", "expert"]),
    (.scholar, ["scholar", "专家学者", "学者", "教授"]),
    (.entrepreneur, ["entrepreneur", "企业家"]),
    (.volunteer, ["volunteer", "创业志愿者", "志愿者"]),
    (.alumnus, ["alumnus", "创业成功学员", "往届学员", "学员导师"]),
  ])
}

extension CellReader {
  /// A list of words of a closed set; each is told once.
  static func words<Word: Hashable & Sendable>(_ vocabulary: Vocabulary<Word>) -> Self
  where Value == Set<Word> {
    CellReader { (text, notes) throws(CellFault) in
      var words: Set<Word> = []
      for item in try CellReader<[String]>.list.read(text, &notes) {
        guard let word = vocabulary[item] else { throw vocabulary.fault() }
        words.insert(word)
      }
      return words
    }
  }
}

extension CellReader<Set<IndustryScope>> {
  /// Parts of GB/T 4754: `H；F52；O8010`.
  static var industryScopes: Self {
    CellReader { (text, notes) throws(CellFault) in
      var scopes: Set<IndustryScope> = []
      for item in try CellReader<[String]>.list.read(text, &notes) {
        guard let scope = IndustryScope(item.folded.withoutTextMark.uppercased()) else {
          throw CellFault(
            problem: Wording(
              zh: "“\(Masking.shown(item))”不是行业代码", en: "'\(Masking.shown(item))' is no code of an industry"),
            expected: Wording(
              zh: "应为 GB/T 4754-2017 的门类字母或大类及以下代码，如 H、H62、H6210",
              en: "expected a section of GB/T 4754-2017 or finer, such as H, H62 or H6210"))
        }
        scopes.insert(scope)
      }
      return scopes
    }
  }
}

extension CellReader<Set<AreaCode>> {
  /// Codes of areas: `610113；610116`.
  static var areaCodes: Self {
    CellReader { (text, notes) throws(CellFault) in
      var areas: Set<AreaCode> = []
      for item in try CellReader<[String]>.list.read(text, &notes) {
        areas.insert(try CellReader<AreaCode>.areaCode.read(item, &notes))
      }
      return areas
    }
  }
}

/// Words of the pool as somebody types them, in either language; nil where there is no such word.
package enum PoolWords {
  package static func kind(_ text: String) -> PoolMember.Kind? { Words.poolKinds[text] }
  package static func standing(_ text: String) -> PoolStanding? { Words.poolStandings[text] }
}

extension Words {
  static let poolStandings = Vocabulary<PoolStanding>(
    PoolStanding.allCases.map { ($0, [$0.rawValue, $0.name.chinese, $0.name.english]) })
}
