import Planning

extension Tables {
  static let travel = TableDescription<TravelTime>(
    TableTitle("travel", "路程", or: ["路程表", "路程时间", "交通"], absence: .isFine), key: [],
    references: [
      Reference("from", in: .sites) { [$0.from] },
      Reference("to", in: .sites) { [$0.to] },
    ],
    columns: Column<String>("from", "从", or: ["出发", "出发点", "起点"], .id),
    Column<String>("to", "到", or: ["到达", "到达点", "终点"], .id),
    Column<Int>("minutes", "分钟", or: ["路程分钟", "时间", "用时"], .whole(0...1440)),
    make: TravelTime.init(from:to:minutes:))
}
