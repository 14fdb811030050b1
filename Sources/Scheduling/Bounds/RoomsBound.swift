import Civil

extension Bound {
  /// Each class needs so many rooms to have all that its sessions need.
  ///
  /// Exact cover, at the site where it takes the fewest: rooms of which each session finds one that suits it.
  static let rooms = Bound(
    "rooms", name: .init(zh: "教室固定", en: "Room stability"),
    .init(
      zh: "没有哪个培训点的更少教室能满足班级各课次的座位和设备要求。",
      en: "No site has fewer rooms with the seats and features that the sessions of a class need.")
  ) { setting in
    .series(
      setting.classes.compactMap { series in
        guard let fewest = fewestRooms(of: series, setting.space), fewest > 1 else { return nil }
        return (series, fewest - 1)
      })
  }

  private static func fewestRooms(of series: Int, _ space: SearchSpace) -> Int? {
    let own = space.problem.series[series]
    let suitable = Set(
      own.sessions.map { session in
        let rooms = space.kinds[Int(space.kindOf[session])].suitable.map(Int.init)
        return space.pins[session]?.room.map { pinned in rooms.filter { $0 == pinned } } ?? rooms
      }
    ).sorted { $0.lexicographicallyPrecedes($1) }
    let sites = own.site.map { [$0] } ?? Array(space.problem.sites.indices)
    var fewest: [Int] = []
    for site in sites {
      let needs = suitable.map { rooms in
        Cover.Need(holders: rooms.filter { Int(space.siteOf[$0]) == site }, seats: 1, weight: 0)
      }
      if needs.contains(where: \.holders.isEmpty) { continue }
      guard let cover = Cover(needs) else { return nil }
      if let count = cover.fewest { fewest.append(count) }
    }
    return fewest.min()
  }
}
