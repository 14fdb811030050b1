import Civil
import Planning

extension Tables {
  /// The columns of timetable.csv; all of them have to be there, though many cells may be blank.
  static let timetable = TableDescription<TimetableRow>(
    TableTitle("timetable", "课表"), key: [],
    columns: Column<String>("session", "课次", or: ["课次编号"], .anything, blank: ""),
    Column<TimetableRow.Kind>("kind", "类型", or: ["种类"], .word(Words.kinds)),
    Column<String>("class", "班级", .anything, blank: ""),
    Column<String>("module", "模块", or: ["课程模块"], .anything, blank: ""),
    Column<Int>("part", "第几次", .anyWhole),
    Column<String>("trainee", "学员", .anything, blank: ""),
    Column<CivilDate>("date", "日期", .date),
    Column<String>("block", "时段", .anything, blank: ""),
    Column<Int>("first_period", "起始课时", .anyWhole),
    Column<Int>("periods", "课时", or: ["课时数"], .anyWhole),
    Column<ClockTime>("start", "开始", or: ["开始时间"], .anyTime, blank: .unreadable),
    Column<ClockTime>("end", "结束", or: ["结束时间"], .anyTime, blank: .unreadable),
    Column<String>("site", "培训点", .anything, blank: ""),
    Column<String>("room", "教室", .anything, blank: ""),
    Column<[String]>("people", "人员", or: ["讲师", "师资"], .anyList, blank: []),
    make: TimetableRow.init(
      session:kind:classID:module:part:trainee:date:block:firstPeriod:periods:start:end:site:room:people:))
}
