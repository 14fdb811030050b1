import Civil
import Courses
import FollowUp
import ProjectLibrary

extension Tables {
  /// Internship hosts (创业见习基地), one row each.
  static let internshipHosts = TableDescription<InternshipHost>(
    TableTitle("internship_hosts", "创业见习基地", or: ["见习基地", "就业见习基地"]), key: ["host"],
    columns: Column<String>("host", "基地编号", or: ["编号"], .listedID),
    Column<String>("name", "基地名称", or: ["名称", "单位名称"], .text),
    Column<AreaCode?>.optional("area", "区域", or: ["区划代码", "所在区域"], .areaCode),
    Column<Industry?>("industry", "行业代码", or: ["行业"], .industry, default: nil),
    Column<Int>("places", "见习名额", or: ["名额", "岗位数", "可接收人数"], .whole(1...10_000)),
    Column<CivilDate>("recognised_on", "认定日期", or: ["授牌日期"], .date),
    Column<CivilDate?>.optional("recognised_until", "认定至", or: ["有效期至", "有效期"], .date),
    Column<String?>.optional("contact", "联系人", or: ["负责人"], .text, isPrivate: true),
    make: InternshipHost.init(
      id:name:area:industry:places:recognisedOn:recognisedUntil:contact:))

  /// Placements at internship hosts (见习人员), one row each.
  static let placements = TableDescription<InternshipPlacement>(
    TableTitle("placements", "见习人员", or: ["见习名单", "见习花名册"]), key: ["placement"],
    columns: Column<String>("placement", "见习编号", or: ["编号"], .listedID),
    Column<String>("host", "基地编号", or: ["基地"], .listedID),
    Column<String>("trainee", "学员编号", or: ["学员", "学号"], .id),
    Column<CivilDate>("from", "起", or: ["开始日期", "见习开始"], .date),
    Column<CivilDate?>.optional("to", "止", or: ["结束日期", "见习结束"], .date),
    Column<String?>.optional("mentor", "带教导师", or: ["带教师傅", "导师"], .text),
    make: InternshipPlacement.init(id:host:trainee:from:to:mentor:))

  /// Incubators (创业孵化基地), one row each.
  static let incubators = TableDescription<Incubator>(
    TableTitle("incubators", "创业孵化基地", or: ["孵化基地"]), key: ["incubator"],
    columns: Column<String>("incubator", "基地编号", or: ["编号"], .listedID),
    Column<String>("name", "基地名称", or: ["名称"], .text),
    Column<AreaCode?>.optional("area", "区域", or: ["区划代码", "所在区域"], .areaCode),
    Column<Int>("square_metres", "面积(平方米)", or: ["面积", "建筑面积"], .whole(1...100_000_000)),
    Column<Int>("units", "孵化单元", or: ["单元数", "工位数", "间数"], .whole(1...100_000)),
    Column<CivilDate>("opened_on", "启用日期", or: ["运营开始", "认定日期"], .date),
    Column<CivilDate?>.optional("closed_on", "停用日期", or: ["运营结束"], .date),
    make: Incubator.init(id:name:area:squareMetres:units:openedOn:closedOn:))

  /// Tenancies of incubators (入驻实体), one row each.
  static let tenancies = TableDescription<Tenancy>(
    TableTitle("tenancies", "入驻实体", or: ["入驻名单", "在孵企业"]), key: ["tenancy"],
    columns: Column<String>("tenancy", "入驻编号", or: ["编号"], .listedID),
    Column<String>("incubator", "基地编号", or: ["基地"], .listedID),
    Column<String>("venture", "实体编号", or: ["创业实体", "企业编号"], .id),
    Column<Int>("units", "单元数", or: ["占用单元"], .whole(1...100_000), default: 1),
    Column<CivilDate>("from", "入驻日期", or: ["起", "开始日期"], .date),
    Column<CivilDate?>.optional("to", "退出日期", or: ["止", "结束日期"], .date),
    make: Tenancy.init(id:incubator:venture:units:from:to:))

  /// Outreach events (宣传活动), one row each.
  static let outreachEvents = TableDescription<OutreachEvent>(
    TableTitle("events", "宣传活动", or: ["活动", "活动台账", "宣传活动台账"]), key: ["event"],
    columns: Column<String>("event", "活动编号", or: ["编号"], .listedID),
    Column<OutreachEvent.Kind>("kind", "活动类型", or: ["类型", "形式"], .word(Words.outreachKinds)),
    Column<String>("name", "活动名称", or: ["名称", "主题"], .text),
    Column<CivilDate>("from", "开始日期", or: ["日期", "起"], .date),
    Column<CivilDate?>.optional("to", "结束日期", or: ["止"], .date),
    Column<String>("place", "地点", or: ["活动地点"], .text),
    Column<AreaCode?>.optional("area", "区域", or: ["区划代码"], .areaCode),
    Column<[String]>("hosts", "主办单位", or: ["主办", "承办单位", "共办单位"], .list),
    Column<Int?>.optional("capacity", "容量", or: ["可容纳人数"], .whole(0...10_000_000)),
    Column<Int?>.optional("reached", "参与人数", or: ["受众人数", "参加人数"], .whole(0...10_000_000)),
    Column<Int?>.optional("consultations", "咨询人次", or: ["现场咨询人次"], .whole(0...10_000_000)),
    Column<Int?>.optional("materials", "资料份数", or: ["发放资料", "宣传资料"], .whole(0...100_000_000)),
    Column<[String]>("projects", "展示项目", or: ["项目"], .list, default: []),
    Column<[OutreachEvent.Award]>("awards", "奖项", or: ["获奖项目"], .awards, default: []),
    Column<Bool>("public", "公开", or: ["是否公开"], .word(Words.yesOrNo), default: true),
    Column<OutreachEvent.Hours?>.optional("hours", "时间", or: ["活动时间", "开放时间"], .openHours),
    Column<String?>.optional("cancelled", "取消原因", .text)
  ) {
    id, kind, name, from, to, place, area, hosts, capacity, reached, consultations, materials, projects,
    awards, isPublic, hours, cancelled in
    OutreachEvent(
      id: id, kind: kind, name: name, days: min(from, to ?? from)...max(from, to ?? from), place: place,
      area: area, hosts: hosts, capacity: capacity, reached: reached, consultations: consultations,
      materials: materials, projects: projects, awards: awards, isPublic: isPublic,
      hours: hours, cancelled: cancelled)
  }
}

extension Words {
  static let outreachKinds = Vocabulary<OutreachEvent.Kind>([
    (.media, ["media", "媒体专题宣传", "媒体宣传", "媒体"]),
    (.consultation, ["consultation", "创业主题咨询", "主题咨询", "现场咨询", "咨询活动", "咨询"]),
    (.contest, ["contest", "创业先锋评选或创业大赛", "创业大赛", "大赛", "创业先锋评选", "评选"]),
    (.exhibition, ["exhibition", "创业项目展示推介会", "项目展示会", "项目推介会", "博览会", "展示推介"]),
    (.lecture, ["lecture", "政策宣讲", "讲座", "政策讲座"]),
    (.jobFair, ["job_fair", "招聘和岗位对接", "招聘会", "岗位对接"]),
    (.square, ["square", "广场文化活动", "广场活动"]), (.other, ["other", "其他活动", "其他"]),
  ])
}

extension CellReader<OutreachEvent.Hours> {
  /// From when to when, as `09:00-16:30`.
  static var openHours: Self {
    CellReader { (text, _) throws(CellFault) in
      let halves = text.folded.split { "-–—~至到".contains($0) }.map {
        ClockTime($0.filter { $0 != " " })
      }
      guard halves.count == 2, let opens = halves[0], let closes = halves[1],
        let hours = OutreachEvent.Hours(opens, closes)
      else {
        throw CellFault(
          problem: Wording(zh: "不是起止时间", en: "not from one time to a later one"),
          expected: Wording(zh: "应为 09:00-16:30 这样的写法", en: "expected hours such as 09:00-16:30"))
      }
      return hours
    }
  }
}

extension CellReader<[OutreachEvent.Award]> {
  /// Prizes with their projects: `一等奖:P001；二等奖:P007`.
  static var awards: Self {
    CellReader { (text, _) throws(CellFault) in
      var awards: [OutreachEvent.Award] = []
      for item in text.listItems {
        let halves = item.folded.split(maxSplits: 1) { ":：".contains($0) }.map(String.init)
        guard halves.count == 2 else {
          throw CellFault(
            problem: Wording(zh: "“\(Masking.shown(item))”不是奖项", en: "'\(Masking.shown(item))' is no award"),
            expected: Wording(zh: "应为 一等奖:P001 这样的写法", en: "expected one such as First prize:P001"))
        }
        awards.append(OutreachEvent.Award(project: halves[1].folded, prize: halves[0].folded))
      }
      return awards
    }
  }
}
