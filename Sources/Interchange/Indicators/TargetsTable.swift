import Civil
import FollowUp
import Indicators

/// The cells of one row of a file of targets.
struct TargetCells: Sendable {
  let id: String
  let name: String
  let english: String?
  let area: AreaCode
  let owner: String
  let measure: String?
  let amount: Int
  let unit: String?
  let from: CivilDate
  let to: CivilDate
  let parts: [String]
  /// What is to be reached by the end of January to December, adding up.
  let months: [Int?]
}

extension Tables {
  /// Targets (目标任务分解表), one row each; the months add up from the first.
  static let targets = TableDescription<TargetCells>(
    TableTitle("targets", "目标任务", or: ["目标任务分解表", "目标分解表", "目标责任分解表"]), key: ["target"],
    columns: Column<String>("target", "目标编号", or: ["编号", "目标"], .listedID),
    Column<String>("name", "目标任务", or: ["目标名称", "任务", "指标"], .text),
    Column<String?>.optional("english", "英文名称", or: ["english name"], .text),
    Column<AreaCode>("area", "区域", or: ["区划代码", "行政区划"], .areaCode),
    Column<String>("owner", "责任单位", or: ["责任部门", "牵头单位"], .text),
    Column<String?>.optional("measure", "统计指标", or: ["计量", "对应指标"], .text),
    Column<Int>("amount", "目标数", or: ["年度目标", "任务数"], .whole(0...1_000_000_000)),
    Column<String?>.optional("unit", "单位", or: ["计量单位"], .text),
    Column<CivilDate>("from", "起", or: ["开始日期", "起始日期"], .date),
    Column<CivilDate>("to", "止", or: ["完成时限", "截止日期", "结束日期"], .date),
    Column<[String]>("parts", "分项", or: ["分解为", "组成"], .list, default: []),
    Column<Int?>.optional("m1", "1月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m2", "2月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m3", "3月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m4", "4月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m5", "5月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m6", "6月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m7", "7月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m8", "8月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m9", "9月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m10", "10月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m11", "11月", .whole(0...1_000_000_000)),
    Column<Int?>.optional("m12", "12月", .whole(0...1_000_000_000))
  ) {
    id, name, english, area, owner, measure, amount, unit, from, to, parts, m1, m2, m3, m4, m5, m6, m7, m8,
    m9, m10, m11, m12 in
    TargetCells(
      id: id, name: name, english: english, area: area, owner: owner, measure: measure, amount: amount,
      unit: unit, from: from, to: to, parts: parts,
      months: [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12])
  }

  /// Numbers from outside that indicators are divided by.
  static let denominators = TableDescription<Denominator>(
    TableTitle("denominators", "外部数据", or: ["统计局数据", "分母"]), key: [],
    columns: Column<Denominator.Kind>("kind", "项目", or: ["数据项", "指标"], .word(Words.denominators)),
    Column<AreaCode>("area", "区域", or: ["区划代码", "行政区划"], .areaCode),
    Column<CivilDate>("from", "起", or: ["开始日期", "期初"], .date),
    Column<CivilDate>("to", "止", or: ["结束日期", "期末"], .date),
    Column<Int>("amount", "人数", or: ["数值", "数量", "户数"], .whole(0...1_000_000_000)),
    Column<String>("source", "来源", or: ["数据来源", "发布单位"], .text),
    Column<CivilDate>("published_on", "发布日期", or: ["公布日期", "published"], .date)
  ) { kind, area, from, to, amount, source, published in
    Denominator(
      kind, area: area.description, period: min(from, to)...max(from, to), Quantity(amount, kind.unit),
      source: source, publishedOn: published)
  }

  /// Surveys and checks of papers, in numbers of those asked.
  static let surveys = TableDescription<SurveyCount>(
    TableTitle("surveys", "满意度调查", or: ["调查", "调查结果"]), key: [],
    columns: Column<SurveyResult.Question>("question", "调查项目", or: ["问题", "项目"], .word(Words.questions)),
    Column<AreaCode>("area", "区域", or: ["区划代码", "行政区划"], .areaCode),
    Column<CivilDate>("from", "起", or: ["开始日期", "期初"], .date),
    Column<CivilDate>("to", "止", or: ["结束日期", "期末"], .date),
    Column<Int>("yes", "肯定", or: ["满意", "符合"], .whole(0...100_000_000)),
    Column<Int>("no", "否定", or: ["不满意", "不符合"], .whole(0...100_000_000)),
    Column<Int>("silent", "未答复", or: ["未回收"], .whole(0...100_000_000), default: 0),
    Column<Int>("withdrawn", "退出", or: ["撤回"], .whole(0...100_000_000), default: 0),
    Column<String>("source", "来源", or: ["数据来源", "调查单位"], .text),
    Column<CivilDate>("on", "调查日期", or: ["日期"], .date)
  ) { question, area, from, to, yes, no, silent, withdrawn, source, on in
    SurveyCount(
      question: question, area: area.description, period: min(from, to)...max(from, to), yes: yes, no: no,
      silent: silent, withdrawn: withdrawn, source: source, on: on)
  }
}

extension Words {
  static let denominators = Vocabulary<Denominator.Kind>([
    (.urbanWorkers, ["urbanWorkers", "城镇劳动者人数", "城镇劳动者", "urban workers"]),
    (.newEmployment, ["newEmployment", "全部新增就业人数", "城镇新增就业人数", "新增就业人数", "all new employment"]),
    (.newRegistrations, ["newRegistrations", "全部新登记经营主体数", "新登记经营主体", "新登记市场主体", "all new registrations"]),
  ])

  static let questions = Vocabulary<SurveyResult.Question>([
    (.serviceSatisfaction, ["serviceSatisfaction", "创业服务满意率", "服务满意率"]),
    (.activityEmployment, ["activityEmployment", "创业活动就业率"]),
    (.policyCompleteness, ["policyCompleteness", "创业政策、制度完善和落实程度", "政策落实程度"]),
  ])
}
