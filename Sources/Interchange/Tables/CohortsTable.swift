import Civil
import Cohorts

extension Tables {
  static let cohorts = TableDescription<Cohort>(
    TableTitle("cohorts", "学员群体", or: ["cohort", "群体", "学员群体表"]), key: ["cohort"],
    columns: Column<String>("cohort", "学员群体", or: ["群体", "群体编号"], .id),
    Column<String?>.optional("name", "名称", or: ["群体名称"], .text),
    Column<String>("category", "人员类别", or: ["类别"], .category),
    Column<WeeklyPattern>.open,
    Column<Int>("max_periods_day", "每日最多课时", or: ["日课时上限", "每天最多课时"], .whole(1...48), default: 8)
  ) { id, name, category, open, maxPeriodsDay in
    Cohort(id: id, name: name ?? id, category: category, open: open, maxPeriodsDay: maxPeriodsDay)
  }
}
