import Civil
import Planning

extension Tables {
  static let rooms = TableDescription<Room>(
    TableTitle("rooms", "教室", or: ["room", "教室表", "场室"]), key: ["room"],
    references: [Reference("site", in: .sites) { [$0.site] }],
    columns: Column<String>("room", "教室", or: ["教室编号", "房间"], .id),
    Column<String>("site", "培训点", or: ["培训点编号", "所在培训点", "教学点"], .id),
    Column<String?>.optional("name", "名称", or: ["教室名称"], .text),
    Column<Int>("capacity", "容量", or: ["座位数", "座位", "可容人数", "容纳人数", "seats"], .whole(1...10_000)),
    Column<Set<String>>("features", "设施", or: ["设备", "特征", "功能"], .features, default: []),
    Column<WeeklyPattern>.open
  ) { id, site, name, capacity, features, open in
    Room(id: id, site: site, name: name ?? id, capacity: capacity, features: features, open: open)
  }
}
