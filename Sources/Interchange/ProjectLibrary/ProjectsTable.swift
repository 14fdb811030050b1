package import Civil
package import ProjectLibrary

extension Tables {
  /// The project library (创业项目征集表), one row a project or golden idea.
  static let projects = TableDescription<Project>(
    TableTitle("projects", "创业项目", or: ["项目库", "创业项目库", "项目征集表", "创业项目征集表", "金点子"]), key: ["project"],
    columns: Column<String>("project", "项目编号", or: ["编号", "id"], .listedID),
    Column<Project.Kind>("kind", "类型", or: ["项目类型", "类别"], .word(Words.projectKinds), default: .project),
    Column<String>("name", "项目名称", or: ["名称", "项目"], .text),
    Column<String>("summary", "项目简介", or: ["简介", "项目内容", "内容", "项目概况"], .text),
    Column<String>("source", "项目来源", or: ["来源", "申报单位", "申报人", "提供单位"], .text),
    Column<String>("owner", "责任部门", or: ["牵头部门", "主管部门", "推荐部门"], .text),
    Column<Industry?>("industry", "行业代码", or: ["行业", "所属行业"], .industry, default: nil),
    Column<ClosedRange<Money>?>.optional(
      "investment", "投资额(元)", or: ["投资额", "投资规模", "总投资", "启动资金"], .moneyRange),
    Column<ClosedRange<Int>?>.optional("staff", "用工人数", or: ["用工", "人员需求", "从业人数"], .peopleRange),
    Column<Int?>.optional("space", "场地面积(平方米)", or: ["场地面积", "面积", "场地"], .whole(0...100_000_000)),
    Column<[String]>("skills", "技能要求", or: ["技能", "所需技能"], .list, default: []),
    Column<Int?>.optional("payback", "回收期(月)", or: ["回收期", "投资回收期", "回本周期"], .whole(1...600)),
    Column<[ProjectRisk]>("risks", "风险清单", or: ["风险", "风险评估", "风险提示"], .risks, default: []),
    Column<[String]>("fit", "适合人群", or: ["适宜人群", "适合对象", "适用对象"], .categories, default: []),
    Column<AreaCode?>.optional("area", "适用区域", or: ["区域", "区划代码"], .areaCode),
    Column<Bool>("high_tech", "高新技术", or: ["高科技", "是否高新技术", "科技项目"], .word(Words.yesOrNo), default: false),
    Column<CivilDate>("collected_on", "征集日期", or: ["申报日期", "登记日期", "日期"], .date),
    Column<CivilDate?>.optional("valid_until", "有效期至", or: ["有效期", "截止日期"], .date)
  ) {
    id, kind, name, summary, source, owner, industry, investment, staff, space, skills, payback, risks, fit,
    area, isHighTech, collectedOn, validUntil in
    Project(
      id: id, kind: kind, name: name, summary: summary, source: source, owner: owner, industry: industry,
      investment: investment, staff: staff, space: space, skills: skills, paybackMonths: payback,
      risks: risks, fit: fit, area: area, isHighTech: isHighTech, collectedOn: collectedOn,
      validUntil: validUntil)
  }

  /// Steps of projects through the library (项目评审表), one row a step.
  static let projectSteps = TableDescription<ProjectStepRow>(
    TableTitle("project_steps", "项目评审", or: ["评审表", "项目评审表", "评审记录", "reviews"]), key: [],
    columns: Column<String>("project", "项目编号", or: ["编号", "项目"], .listedID),
    Column<ProjectState>("state", "状态", or: ["转为", "结果", "评审结果"], .word(Words.projectStates)),
    Column<CivilDate>("on", "日期", or: ["评审日期", "时间"], .date),
    Column<[ProjectOpinion]>("opinions", "评审意见", or: ["专家意见", "意见", "评审人"], .opinions, default: []),
    Column<String?>.optional("reason", "理由", or: ["原因", "说明"], .text),
    Column<CivilDate?>.optional("valid_until", "有效期至", or: ["有效期"], .date)
  ) { project, state, on, opinions, reason, validUntil in
    ProjectStepRow(
      project: project, on: on,
      step: ProjectStep(state, opinions: opinions, reason: reason, validUntil: validUntil))
  }
}

/// A step of a project as a file gives it.
package struct ProjectStepRow: Hashable, Sendable {
  package let project: String
  package let on: CivilDate
  package let step: ProjectStep

  package init(project: String, on: CivilDate, step: ProjectStep) {
    self.project = project
    self.on = on
    self.step = step
  }
}
