import Courses

extension Tables {
  static let modules = TableDescription<Module>(
    TableTitle("modules", "课程模块", or: ["module", "模块", "模块表"]), key: ["course", "module"],
    references: [Reference("course", in: .courses) { [$0.course] }],
    columns: Column<String>("course", "课程", or: ["课程编号"], .id),
    Column<Int>("order", "顺序", or: ["次序", "步骤", "排序"], .whole(-9999...9999)),
    Column<String>("module", "模块", or: ["模块编号", "课程模块"], .id),
    Column<String?>.optional("name", "名称", or: ["模块名称"], .text),
    Column<Int>("periods", "课时", or: ["课时数", "总课时"], .whole(1...1000)),
    Column<Int?>.optional("session_periods", "单次课时", or: ["每次课时", "单次最长课时", "最长课时"], .whole(1...1000)),
    Column<String?>.optional("qualification", "资质", or: ["所需资质", "讲师资质", "资格"], .id),
    Column<Set<String>>("features", "设施", or: ["所需设施", "设备", "教室要求"], .features, default: []),
    Column<Int>("team", "讲师数", or: ["同堂讲师", "同时讲师", "讲师人数"], .whole(1...20), default: 1),
    Column<Int>("gap_days", "间隔天数", or: ["间隔", "最少间隔天数"], .whole(0...366), default: 0)
  ) { course, order, id, name, periods, sessionPeriods, qualification, features, team, gapDays in
    Module(
      course: course, order: order, id: id, name: name ?? id, periods: periods,
      sessionPeriods: sessionPeriods,
      qualification: qualification, features: features, team: team, gapDays: gapDays)
  }
}
