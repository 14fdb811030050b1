import Civil
import Courses

extension Tables {
  static let classes = TableDescription<TrainingClass>(
    TableTitle("classes", "班级", or: ["class", "班级表", "培训班"]), key: ["class"],
    references: [
      Reference("course", in: .courses) { [$0.course] },
      Reference("cohort", in: .cohorts) { [$0.cohort] },
      Reference("site", in: .sites) { $0.site.map { [$0] } ?? [] },
      Reference("lecturers", in: .people, isList: true) { $0.lecturers },
    ],
    columns: Column<String>("class", "班级", or: ["班级编号", "班号", "班次"], .id),
    Column<String>("course", "课程", or: ["课程编号"], .id),
    Column<String>("cohort", "学员群体", or: ["群体"], .id),
    Column<String?>.optional("site", "培训点", or: ["培训点编号", "教学点"], .id),
    Column<Int?>.optional("size", "人数", or: ["班额", "班级人数"], .whole(1...10_000)),
    Column<CivilDate?>.optional("earliest", "最早", or: ["最早日期", "最早开课", "开班日期"], .date),
    Column<CivilDate?>.optional("latest", "最迟", or: ["最迟日期", "最晚", "最晚日期", "结业日期"], .date),
    Column<WeeklyPattern?>.optional("open", "开放时间", or: ["上课时间", "可上课时间", "开放"], .pattern),
    Column<[String]>("lecturers", "讲师", or: ["指定讲师", "任课讲师"], .list, default: []),
    make: TrainingClass.init(id:course:cohort:site:size:earliest:latest:open:lecturers:))
}
