import Civil
import Courses

/// A row of attendance in its long form: one half day of one trainee.
struct AttendanceRow: Sendable {
  let trainee: String?
  let name: String?
  let date: CivilDate
  let block: String
  let periods: Int
}

extension Tables {
  /// Attendance, one row a half day (trainee, date, block, periods).
  static let attendance = TableDescription<AttendanceRow>(
    TableTitle("attendance", "考勤", or: ["考勤册", "考勤表", "签到表"]), key: [],
    columns: Column<String?>.optional("trainee", "学员编号", or: ["学员", "学号", "编号"], .id),
    Column<String?>.optional("name", "姓名", or: ["学员姓名"], .text, isPrivate: true),
    Column<CivilDate>("date", "日期", or: ["上课日期"], .date),
    Column<String>("block", "时段", or: ["半天", "上课时段"], .id),
    Column<Int>("periods", "课时", or: ["实到课时", "出勤课时"], .whole(0...48)),
    make: AttendanceRow.init(trainee:name:date:block:periods:))
}
