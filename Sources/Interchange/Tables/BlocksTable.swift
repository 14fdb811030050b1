import Civil

extension Tables {
  static let blocks = TableDescription<Block>(
    TableTitle("blocks", "时段", or: ["block", "时段表", "上课时段"]), key: ["block"],
    columns: Column<String>("block", "时段", or: ["时段编号", "时段名称"], .listedID),
    Column<ClockTime>("start", "开始时间", or: ["开始", "起始时间", "上课时间"], .time),
    Column<Int>("periods", "课时数", or: ["课时", "节数", "课时数量"], .whole(1...48)),
    Column<Int>("period_minutes", "课时分钟", or: ["每课时分钟", "每节分钟", "课时时长"], .whole(1...480), default: 45),
    Column<Int>("break_minutes", "课间分钟", or: ["课间", "休息分钟", "课间休息"], .whole(0...480), default: 10),
    make: Block.init(id:start:periods:periodMinutes:breakMinutes:))
}
