import Civil
package import Mentors

/// Somebody of a side of a pairing that is to be matched.
package struct MatchMember: Hashable, Sendable {
  package let profile: MatchProfile
  package let isHelper: Bool
  /// How many partners at a time; nil: as the command says.
  package let places: Int?
}

extension Words {
  static let pairingSides = Vocabulary<Bool>([
    (true, ["helper", "结对方", "干部", "部门", "挂钩干部", "机关干部", "cadre", "department"]),
    (false, ["helped", "结对对象", "企业", "社区", "创业户", "firm", "community", "household"]),
  ])
}

extension CellReader<[IndustryScope]> {
  /// Codes of GB/T 4754, separated by `;`.
  fileprivate static var scopes: Self {
    CellReader { (text, notes) throws(CellFault) in
      var scopes: [IndustryScope] = []
      for code in try CellReader<[String]>.list.read(text, &notes) {
        guard let scope = IndustryScope(code) else {
          throw CellFault(
            problem: Wording(zh: "不是行业代码：\(code)", en: "no industry: \(code)"),
            expected: Wording(zh: "应为 GB/T 4754 的代码，如 H62", en: "expected codes of GB/T 4754 such as H62"))
        }
        scopes.append(scope)
      }
      return scopes
    }
  }
}

extension Tables {
  /// Both sides of a pairing (挂钩名单), one row for each.
  static let matchMembers = TableDescription<MatchMember>(
    TableTitle("members", "挂钩名单", or: ["双向选择名单", "结对名单"]), key: [],
    columns: Column<String>("id", "编号", or: ["名单编号", "代码"], .id),
    Column<Bool>("side", "一方", or: ["身份", "类别", "结对方"], .word(Words.pairingSides)),
    Column<String?>.optional("name", "名称", or: ["姓名", "单位"], .text),
    Column<AreaCode?>.optional("area", "区域", or: ["区划代码"], .areaCode),
    Column<[IndustryScope]>("industry", "行业", or: ["行业代码", "熟悉行业"], .scopes, default: []),
    Column<[String]>("skills", "专长", or: ["需要的专长", "技能"], .list, default: []),
    Column<Int?>.optional("places", "名额", or: ["可结对数"], .whole(0...1_000))
  ) { id, isHelper, name, area, industries, skills, places in
    var profile = MatchProfile(id: id, name: name)
    profile.areas = Set([area].compactMap(\.self))
    profile.industries = Set(industries)
    profile.skills = Set(skills)
    return MatchMember(profile: profile, isHelper: isHelper, places: places)
  }
}

/// Reads who is to be matched for a pairing.
package enum MatchMemberFile {
  /// The members of a file, and all that is wrong with it.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(WorkbookError) -> FileReading<MatchMember> {
    var table = try TableFile.rows(Tables.matchMembers, of: bytes, file: file)
    var lines: [String: Int] = [:]
    for (number, row) in zip(table.rows.indices, table.rows) {
      if let first = lines.updateValue(table.lines[number], forKey: row.profile.id) {
        table.report(
          .error, row: number, "id", found: row.profile.id,
          problem: Wording(zh: "与第 \(first) 行编号相同", en: "the same id as on line \(first)"),
          expected: Wording(zh: "每方每个对象一行，编号各不相同", en: "expected one row for each, with ids that differ"))
      }
    }
    return FileReading(table)
  }
}
