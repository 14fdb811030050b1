import Civil
import Mentors

extension Tables {
  static let mentoring = TableDescription<MentoringRequest>(
    TableTitle("mentoring", "导师辅导", or: ["辅导", "导师辅导表", "一对一辅导"], absence: .isFine), key: ["trainee"],
    references: [
      Reference("trainee", in: .trainees) { [$0.trainee] },
      Reference("mentor", in: .people) { $0.mentor.map { [$0] } ?? [] },
    ],
    columns: Column<String>("trainee", "学员", or: ["学员编号", "学号"], .id),
    Column<String?>.optional("mentor", "导师", or: ["导师编号", "指定导师"], .id),
    Column<Int>("meetings", "次数", or: ["辅导次数", "面谈次数"], .whole(1...366)),
    Column<Int>("periods", "课时", or: ["每次课时", "课时数"], .whole(1...48), default: 2),
    Column<CivilDate?>.optional("earliest", "最早", or: ["最早日期"], .date),
    Column<CivilDate?>.optional("latest", "最迟", or: ["最迟日期", "最晚", "最晚日期"], .date),
    Column<Int>("min_gap_days", "最少间隔天数", or: ["间隔天数", "间隔"], .whole(0...366), default: 7),
    Column<MentoringRequest.Mode>("mode", "方式", or: ["辅导方式", "形式"], .word(Words.modes), default: .office),
    make: MentoringRequest.init(trainee:mentor:meetings:periods:earliest:latest:minGapDays:mode:))
}
