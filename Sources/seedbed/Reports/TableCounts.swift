import Civil
import Interchange
import Reports

/// How much of each table was read, as a table.
enum TableCounts {
  static func lines(_ tables: [TableCount], in language: Language) -> [String] {
    let heads: [Wording] = [
      Wording(zh: "表", en: "table"), Wording(zh: "文件", en: "file"), Wording(zh: "行数", en: "rows"),
      Wording(zh: "未读入", en: "left out"),
    ]
    let isAnySkipped = tables.contains { $0.rowsSkipped > 0 }
    var table = TextTable(
      heads.prefix(isAnySkipped ? 4 : 3).map { $0[language] }, [.left, .left, .right, .right])
    for count in tables {
      guard let file = count.file else { continue }
      var row = [name(of: count.table)[language], file, "\(count.rowsRead)"]
      if isAnySkipped { row.append("\(count.rowsSkipped)") }
      table.add(row)
    }
    return table.lines()
  }

  private static func name(of table: String) -> Wording {
    Wording(zh: chinese[table] ?? table, en: table)
  }

  private static let chinese = [
    "centre": "中心", "blocks": "时段", "sites": "培训点", "travel": "路程", "rooms": "教室", "courses": "课程",
    "modules": "课程模块", "people": "师资与导师", "cohorts": "学员群体", "classes": "班级", "trainees": "学员",
    "enrolments": "报名", "mentoring": "导师辅导", "pins": "固定安排",
  ]
}
