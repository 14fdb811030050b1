import Civil
import Cohorts
import Courses
import Mentors
import Planning

/// The words that stand for each value of a closed set, in both languages; the first is the one to write.
struct Vocabulary<Value: Hashable & Sendable>: Sendable {
  private let values: [String: Value]
  /// The words to write in each language, for the text that says what is expected.
  private let names: [Wording]

  init(_ words: [(Value, [String])]) {
    var values: [String: Value] = [:]
    for (value, names) in words {
      for name in names { values[name.headerKey] = value }
    }
    self.values = values
    names = words.compactMap { words in
      words.1.first.map { Wording(zh: words.1.count > 1 ? "\(words.1[1]) (\($0))" : $0, en: $0) }
    }
  }

  subscript(word: String) -> Value? { values[word.headerKey] }

  func fault() -> CellFault {
    CellFault(
      problem: Wording(zh: "没有这个词", en: "an unknown word"),
      expected: Wording(
        zh: "应为 " + names.map(\.chinese).joined(separator: "、") + " 之一",
        en: "expected one of " + names.map(\.english).joined(separator: ", ")))
  }
}

/// The closed sets that cells are read by.
enum Words {}

extension CellReader where Value: Hashable {
  /// A word of a closed set.
  static func word(_ vocabulary: Vocabulary<Value>) -> CellReader {
    CellReader { (text, _) throws(CellFault) in
      guard let value = vocabulary[text] else { throw vocabulary.fault() }
      return value
    }
  }
}

extension CellReader<Set<Person.Role>> {
  /// A list of roles.
  static var roles: Self {
    CellReader { (text, notes) throws(CellFault) in
      var roles: Set<Person.Role> = []
      for word in try CellReader<[String]>.list.read(text, &notes) {
        guard let role = Words.roles[word] else { throw Words.roles.fault() }
        roles.insert(role)
      }
      return roles
    }
  }
}

extension Words {
  static let roles = Vocabulary<Person.Role>([
    (.lecturer, ["lecturer", "讲师", "授课教师", "教师", "老师", "培训师", "teacher"]),
    (.mentor, ["mentor", "导师", "创业导师", "辅导员", "辅导老师"]),
    (.expert, ["expert", "专家", "指导专家", "专家指导团"]),
  ])
}

extension Words {
  static let programmes = Vocabulary<Course.Programme>([
    (.gyb, ["GYB", "产生你的企业想法", "创业意识培训"]),
    (.syb, ["SYB", "创办你的企业", "创业能力培训"]),
    (.iyb, ["IYB", "改善你的企业", "企业改善培训"]),
    (.eyb, ["EYB", "扩大你的企业", "企业扩展培训"]),
    (.online, ["ONLINE", "网络创业", "网创", "网络创业培训", "电商创业"]),
    (.other, ["OTHER", "其他", "其它"]),
  ])
}

extension Words {
  static let modes = Vocabulary<MentoringRequest.Mode>([
    (.office, ["office", "坐班", "面谈", "到访", "现场", "座谈"]),
    (.visit, ["visit", "上门", "走访", "上门走访", "实地"]),
    (.online, ["online", "线上", "网络", "在线", "远程", "视频"]),
  ])
}

extension Words {
  static let kinds = Vocabulary<TimetableRow.Kind>([
    (.class, ["class", "班级", "上课", "授课"]),
    (.mentoring, ["mentoring", "辅导", "导师辅导"]),
  ])
}

extension CellReader<Set<String>> {
  /// What a room has or a module needs; the words for a room of consulting become `consult`, which H9 asks for.
  static var features: Self {
    CellReader { (text, notes) throws(CellFault) in
      let consulting = ["consult", "咨询", "咨询室", "面谈", "面谈室", "洽谈室"]
      let items = try CellReader<[String]>.list.read(text, &notes)
      return Set(items.map { consulting.contains($0.headerKey) ? "consult" : $0 })
    }
  }

  /// Letters of GB/T 4754 sections (A to T), alone or with the digits of a class.
  static var industries: Self {
    CellReader { (text, notes) throws(CellFault) in
      var industries: Set<String> = []
      for item in try CellReader<[String]>.list.read(text, &notes) {
        let code = item.folded.uppercased()
        let isCode =
          code.first.map { ("A"..."T").contains($0) } == true && code.dropFirst().allSatisfy(\.isNumber)
        if !isCode { notes.warnings.append(industryFault) }
        industries.insert(isCode ? code : item)
      }
      return industries
    }
  }

  private static var industryFault: CellFault {
    CellFault(
      problem: Wording(zh: "不是行业门类", en: "not a section of industry"),
      expected: Wording(zh: "应为 GB/T 4754 的门类字母 A 到 T", en: "expected letters A to T of GB/T 4754"))
  }
}

extension CellReader<String> {
  /// The category of a trainee or a cohort; a word that is not known is kept and warned of once.
  static var category: Self {
    CellReader { (text, notes) throws(CellFault) in
      let word = try CellReader<String>.id.read(text, &notes)
      if let category = TraineeCategory(named: word.headerKey) { return category.code }
      if notes.seenWords.insert(word).inserted {
        notes.warnings.append(
          CellFault(
            problem: Wording(zh: "人员类别未知，按原文保留", en: "an unknown category, kept as it is"),
            expected: Wording(
              zh: "应为 高校毕业生 (graduate)、返乡农民工 (returning_migrant)、下岗失业人员 (laid_off) 等",
              en: "expected one such as graduate, returning_migrant or laid_off")))
      }
      return word
    }
  }
}

extension CellReader<WeeklyPattern> {
  /// Which blocks are open on which days (FORMATS.md, Patterns).
  static var pattern: Self {
    CellReader { (text, notes) throws(CellFault) in
      do throws(PatternError) {
        return try WeeklyPattern(text, blocks: notes.blocks ?? [])
      } catch {
        guard let blocks = notes.blocks else {
          if error.kind == .unknownBlock { return .always([]) }
          throw patternFault(error, blocks: [])
        }
        throw patternFault(error, blocks: blocks)
      }
    }
  }

  private static func patternFault(_ error: PatternError, blocks: [String]) -> CellFault {
    let piece = Masking.shown(error.found)
    switch error.kind {
    case .unknownDay:
      return CellFault(
        problem: Wording(zh: "不知道“\(piece)”是哪一天", en: "'\(piece)' names no day"),
        expected: Wording(
          zh: "应为“周一至周五 上午,下午; 周六 晚上”这样的写法", en: "expected a pattern such as 'Mon-Fri AM,PM; Sat EVE'"))
    case .unknownBlock:
      let known = blocks.prefix(12).joined(separator: ", ")
      return CellFault(
        problem: Wording(zh: "没有时段“\(piece)”", en: "no block '\(piece)'"),
        expected: Wording(zh: "应为 blocks 中的时段：\(known)", en: "expected blocks of the blocks table: \(known)")
      )
    }
  }
}
