import Civil
import Cohorts

extension Words {
  static let sexes = Vocabulary<Sex>([
    (.male, ["male", "男", "男性", "m"]), (.female, ["female", "女", "女性", "f"]),
  ])

  static let documents = Vocabulary<IdentityDocument.Kind>([
    (.residentID, ["resident_id", "居民身份证", "身份证", "身份证号", "公民身份证"]),
    (.residencePermit, ["residence_permit", "港澳台居民居住证", "居住证"]),
    (.foreignPermanentResident, ["foreign_permanent_resident", "外国人永久居留身份证", "外国人永久居留证", "永居证"]),
    (.travelPermit, ["travel_permit", "来往内地通行证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "回乡证", "台胞证", "通行证"]),
    (.passport, ["passport", "护照"]),
    (.other, ["other", "其他证件", "其他", "其它"]),
  ])

  static let educations = Vocabulary<Education>([
    (.none, ["none", "文盲或半文盲", "文盲", "半文盲", "未上学"]),
    (.primary, ["primary", "小学", "小学毕业"]),
    (.middle, ["middle", "初中", "初中毕业", "初级中学"]),
    (
      .high,
      ["high", "高中/中专/中职/技校", "高中", "中专", "中职", "技校", "职高", "高级中学", "中等专业学校", "高中毕业", "高中(中专)"]
    ),
    (.college, ["college", "大专/高职", "大专", "高职", "专科", "大学专科", "高专", "技师学院高级工班"]),
    (.bachelor, ["bachelor", "本科", "大学", "大学本科", "学士", "大本"]),
    (.master, ["master", "研究生", "硕士", "博士", "硕士研究生", "博士研究生", "研究生及以上"]),
  ])

  static let households = Vocabulary<Household>([
    (.urban, ["urban", "城镇", "城市", "非农", "非农业", "城镇户籍", "城镇户口", "非农业户口", "居民户口"]),
    (.rural, ["rural", "农村", "农业", "农村户籍", "农村户口", "农业户口"]),
  ])

  static let answers = Vocabulary<Bool>([
    (true, ["yes", "是", "有", "享受过", "已享受", "√", "✓", "y", "true", "1", "同意", "已授权", "已签署"]),
    (
      false,
      ["no", "否", "无", "没有", "未享受", "未享受过", "从未享受", "×", "✗", "n", "false", "0", "不同意", "未授权"]
    ),
  ])
}

extension CellReader<[String]> {
  /// The categories of a trainee, separated by `;`, `、`, `/` or `+`; a word that is not known is kept and warned of.
  static var categories: Self {
    CellReader { (text, notes) throws(CellFault) in
      var codes: [String] = []
      let items =
        TraineeCategory(named: text.headerKey) == nil ? text.split { ";；、/／+，,".contains($0) } : [text[...]]
      for item in items {
        let word = String(item).folded
        guard !word.isEmpty else { continue }
        let code = try CellReader<String>.category.read(word, &notes)
        if !codes.contains(code) { codes.append(code) }
      }
      return codes
    }
  }
}

extension CellReader<[Evidence]> {
  /// Papers with their numbers: `毕业证书：示例0001；就业创业证 9999990000000001`.
  static var papers: Self {
    CellReader { (text, _) throws(CellFault) in
      text.listItems.map { item in
        let item = item.folded
        let mark = item.firstIndex { ":(".contains($0) }
        let end = mark ?? item.firstIndex { $0.isASCII && ($0.isNumber || $0.isLetter) || $0 == " " }
        guard let end, end > item.startIndex else { return Evidence(kind: item) }
        let reference = item[end...].filter { !":() ".contains($0) }
        return Evidence(kind: String(item[..<end]), reference: reference)
      }
    }
  }
}
