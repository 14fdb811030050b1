import Civil
import Cohorts
import Foundation

extension LedgerTable {
  static let areas = LedgerTable(
    "areas", Wording(zh: "区划名称", en: "Names of areas"),
    row: Wording(zh: "一个区划的一个名称", en: "a name of an area"),
    from: "area x", area: nil, order: "x.code, x.recordedOn",
    [
      .text("area", "x.code", "区划代码", "area"), .text("name", "x.nameChinese", "名称", "name in Chinese"),
      .text("english", "x.nameEnglish", "英文名称", "name in English"),
    ], Column.recorded, [Column.replaced])

  /// The states of the record of each trainee, the present one among them.
  static let trainees = LedgerTable(
    "trainees", Wording(zh: "学员", en: "Trainees"),
    row: Wording(
      zh: "一名学员的一个档案版本；replaced_on 为空的是现行版本",
      en: "one version of a trainee's record; that with a blank replaced_on holds"),
    from: """
      (SELECT *, NULL AS replacedOn FROM (SELECT \(traineeColumns) FROM traineeRecord)
       UNION ALL SELECT \(traineeColumns), replacedOn FROM traineeHistory) x
      """,
    area: "x.code IN (\(LedgerScope.people))",
    order: "x.code, x.recordedOn, x.replacedOn IS NULL, x.replacedOn",
    [
      .text("trainee", "x.code", "学员编号", "trainee"),
      .column("sex", "性别", "sex", Wording(zh: "male 男；female 女", en: "male or female"), from: personal) {
        values in
        try values.person().sex.map { .text($0.rawValue) } ?? .blank
      },
      .column("birth_year", "出生年份", "year of birth", nil, from: personal) { values in
        try values.person().bornOn.map { .whole($0.year) } ?? .blank
      },
      .text("area", "x.area", "区划代码", "area"),
      .text(
        "household_registration", "x.household", "户籍性质", "registered as",
        note: Wording(zh: "urban 城镇；rural 农村", en: "urban or rural")),
      .column(
        "household", "户", "household",
        Wording(
          zh: "同一户的代号相同；不是户号，不能由此查出户号", en: "the same for all of one household; the number itself is not told"
        ),
        from: ["x.householdHash"]
      ) { values in values.bytes().map { .text("H" + $0.prefix(6).hexadecimal) } ?? .blank },
      .text("category", "x.category", "花名册人员类别", "category on the roster"),
      .text("education", "x.education", "文化程度", "education"),
      .text("industry", "x.industry", "意向行业", "industry wished for"),
      .column(
        "languages", "语言", "languages",
        Wording(zh: "会讲的语言和方言，以分号分隔", en: "languages and dialects spoken, parted by semicolons"),
        from: ["x.languages"]
      ) { values in
        let words = Lines.words(values.text()).sorted()
        return words.isEmpty ? .blank : .text(words.joined(separator: "; "))
      },
      .day("registered_on", "x.registeredDay", "报名日期", "registered on"),
      .day("consent_on", "x.consentDay", "个人信息授权日期", "consent given on"),
      .day(
        "followed_to", "x.followedTo", "同意跟踪的最后一天", "last day with consent to be followed",
        note: Wording(zh: "空：没有撤回", en: "blank: not withdrawn")),
    ], Column.recorded, [Column.replaced])

  private static let traineeColumns = """
    code, idNumberSealed, birthDay, sex, area, household, householdHash, category, education, industry,
    languages, registeredDay, consentDay, followedTo, recordedOn, recordedBy
    """

  private static let personal = ["x.idNumberSealed", "x.birthDay", "x.sex"]

  static let categories = LedgerTable(
    "categories", Wording(zh: "人员类别", en: "Categories of trainees"),
    row: Wording(zh: "一名学员属于一个类别的一段时间", en: "that a trainee belongs to a category, from a day on"),
    from: "categoryEntry x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people))", order: "x.trainee, x.fromDay, x.category, x.rowid",
    [
      .text("trainee", "x.trainee", "学员编号", "trainee"), .text("category", "x.category", "类别", "category"),
      .day("from", "x.fromDay", "自", "from"), .day("to", "x.throughDay", "至", "through"),
    ], Column.recorded,
    [
      Column.evidence(),
      .struckOut, .struckOutBy,
    ])
}

extension LedgerTable.Column {
  /// That the entry was wrong, by `correction k`.
  static let struckOut = day(
    "struck_out_on", "k.recordedOn", "作废日期", "struck out on",
    note: Wording(zh: "有日期的不再计", en: "an entry with a day here counts no more"))
  static let struckOutBy = text("struck_out_by", "k.recordedBy", "作废人", "struck out by")

  /// When another version took its place; one that was not known yet on `:day` is left out.
  static let replaced = day(
    "replaced_on", "CASE WHEN x.replacedOn <= :day THEN x.replacedOn END", "被替换日期", "replaced on")
}

extension LedgerValues {
  /// Sex and birth as the identity number tells them, else as the roster does.
  fileprivate func person() throws -> (sex: Sex?, bornOn: CivilDate?) {
    let number = bytes(0).flatMap { seal.opened(Array($0)) }
    let id = number.flatMap { try? ResidentID($0) }
    let stated = whole(1).map { CivilDate(daysSinceEpoch: $0) }
    return (id?.sex ?? text(2).flatMap(Sex.init), id?.birthDate ?? stated)
  }
}

extension Data {
  fileprivate var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
