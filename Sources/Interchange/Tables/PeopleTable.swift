import Civil
import Mentors

extension Tables {
  static let people = TableDescription<Person>(
    TableTitle("people", "师资与导师", or: ["person", "师资", "讲师", "导师", "师资导师", "师资表", "人员"]), key: ["person"],
    references: [Reference("site", in: .sites) { $0.site.map { [$0] } ?? [] }],
    columns: Column<String>("person", "人员", or: ["人员编号", "讲师编号", "工号", "讲师"], .listedID),
    Column<String?>.optional("name", "姓名", or: ["名称"], .text),
    Column<Set<Person.Role>>("roles", "角色", or: ["身份", "类别"], .roles),
    Column<Set<String>>("qualifications", "资质", or: ["资格", "可授资质", "讲师资质"], .set, default: []),
    Column<Set<String>>("industries", "行业", or: ["擅长行业", "熟悉行业"], .industries, default: []),
    Column<String?>.optional("site", "常驻培训点", or: ["培训点", "所在培训点"], .id),
    Column<Int>("max_periods_day", "每日最多课时", or: ["日课时上限", "每天最多课时"], .whole(0...48), default: 8),
    Column<Int>("max_periods_week", "每周最多课时", or: ["周课时上限"], .whole(0...336), default: 40),
    Column<WeeklyPattern>.open,
    Column<String?>.optional("calendar", "日历", or: ["个人日历", "日历文件"], .text),
    Column<String?>.optional("email", "邮箱", or: ["电子邮箱", "电子邮件", "mail"], .email),
    Column<String?>.optional(
      "phone", "电话", or: ["联系电话", "手机", "手机号", "手机号码", "tel"], .phone, isPrivate: true)
  ) { id, name, roles, qualifications, industries, site, day, week, open, calendar, email, phone in
    Person(
      id: id, name: name ?? id, roles: roles, qualifications: qualifications, industries: industries,
      site: site,
      maxPeriodsDay: day, maxPeriodsWeek: week, open: open, calendar: calendar, email: email, phone: phone)
  }
}
