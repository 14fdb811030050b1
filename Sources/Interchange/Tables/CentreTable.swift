import Civil
import Planning

extension Tables {
  /// Keys and values: each key is a column here.
  static let centre = TableDescription<CentreSettings>(
    TableTitle("centre", "中心", or: ["center", "中心信息", "培训中心"]), key: [],
    columns: Column<String>("name", "名称", or: ["中心名称", "机构名称", "培训机构"], .text),
    Column<String>("time_zone", "时区", .timeZone, default: "Asia/Shanghai"),
    Column<CivilDate>("plan_from", "计划开始", or: ["开始日期", "计划起", "排课开始", "起始日期"], .date),
    Column<CivilDate>("plan_to", "计划结束", or: ["结束日期", "计划止", "排课结束", "截止日期"], .date),
    Column<[String]>("calendars", "日历", or: ["节假日历", "节假日", "日历文件"], .list, default: []),
    Column<Int>(
      "default_travel_minutes", "默认路程分钟", or: ["默认路程", "默认路程时间"], .whole(0...1440), default: 30),
    Column<String?>.optional("account_name", "户名", or: ["账户名称"], .text),
    Column<String?>.optional("bank", "开户行", or: ["开户银行"], .text),
    Column<String?>.optional("account", "账号", or: ["银行账号", "对公账号"], .accountNumber)
  ) { name, zone, from, to, calendars, travel, holder, bank, number in
    CentreSettings(
      name: name, timeZone: zone, planFrom: from, planTo: to, calendars: calendars,
      defaultTravelMinutes: travel, account: BankAccount(name: holder, bank: bank, number: number))
  }
}
