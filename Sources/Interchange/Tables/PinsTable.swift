import Civil
import Planning

extension Tables {
  static let pins = TableDescription<Pin>(
    TableTitle("pins", "固定安排", or: ["pin", "固定", "固定课次"], absence: .isFine), key: [],
    references: [
      Reference("class", in: .classes) { [$0.classID] },
      Reference("block", in: .blocks) { $0.block.map { [$0] } ?? [] },
      Reference("room", in: .rooms) { $0.room.map { [$0] } ?? [] },
      Reference("lecturers", in: .people, isList: true) { $0.lecturers },
    ],
    columns: Column<String>("class", "班级", or: ["班级编号"], .id),
    Column<String>("module", "模块", or: ["课程模块", "模块编号"], .id),
    Column<Int>("part", "第几次", or: ["次序", "部分", "分次"], .whole(1...1000), default: 1),
    Column<CivilDate?>.optional("date", "日期", .date),
    Column<String?>.optional("block", "时段", .id),
    Column<Int?>.optional("first_period", "起始课时", or: ["第几节", "开始节次"], .whole(1...48)),
    Column<String?>.optional("room", "教室", or: ["教室编号"], .id),
    Column<[String]>("lecturers", "讲师", or: ["讲师编号"], .list, default: []),
    make: Pin.init(classID:module:part:date:block:firstPeriod:room:lecturers:))
}
