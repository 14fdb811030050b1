import Civil

extension Bound {
  /// The largest classes get the largest rooms.
  ///
  /// If every session could be in every room, and a room held one session at each position that it is open, then the
  /// largest sessions in the largest rooms would leave the fewest without a seat: exchanging two rooms never gains
  /// when the larger session has the larger room.
  static let seats = Bound(
    "seats", name: .init(zh: "座位", en: "Room capacity"),
    .init(
      zh: "即使人数最多的课次都排在最大的教室，每间教室按开放的节次各排一个，仍有这么多人没有座位。",
      en:
        "Even with the largest sessions in the largest rooms, one at each position that a room is open, so many "
        + "trainees have no seat.")
  ) { setting in
    let (space, problem) = (setting.space, setting.problem)
    guard setting.weight(of: "seats") > 0, space.grid.isExact else { return .series([]) }
    var rooms: [(capacity: Int, left: Int)] = problem.rooms.indices.map { room in
      let open = (0..<space.days).reduce(0) { $0 + space.roomOpen[room * space.days + $1].nonzeroBitCount }
      return (problem.rooms[room].capacity, open)
    }
    rooms.sort { $0.capacity < $1.capacity }
    let sessions = setting.classes.flatMap { problem.series[$0].sessions }
      .sorted { (attendance($1, problem), $0) < (attendance($0, problem), $1) }
    var units: [Int: Int] = [:]
    for session in sessions {
      while let largest = rooms.last, largest.left == 0 { rooms.removeLast() }
      guard let largest = rooms.last else { break }
      rooms[rooms.count - 1].left -= 1
      units[problem.sessions[session].series, default: 0] += max(
        0, attendance(session, problem) - largest.capacity)
    }
    return .series(units.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private static func attendance(_ session: Int, _ problem: Problem) -> Int {
    problem.series[problem.sessions[session].series].attendance
  }

  /// A class cannot meet on more days than it has sessions, nor on days when it cannot be held.
  static let days = Bound(
    "days", name: .init(zh: "上课天数", en: "Working days"),
    .init(
      zh: "班级的课次数，或能上课的天数，少于希望的天数。",
      en: "A class has fewer sessions, or fewer days on which one can be held, than the days that it wants.")
  ) { setting in
    guard setting.weight(of: "days") > 0, setting.space.grid.isExact else { return .series([]) }
    let openings = SessionOpenings(setting.space)
    return .series(
      setting.classes.compactMap { series in
        let own = setting.problem.series[series]
        guard own.wantedDays > 1 else { return nil }
        var open = Set<Int>()
        for site in openings.sites(of: series) {
          for session in own.sessions {
            for (day, bits) in openings.positions(of: session, at: site).enumerated() where bits != 0 {
              open.insert(day)
            }
          }
        }
        let units = own.wantedDays - min(own.sessions.count, open.count)
        return units > 0 && !open.isEmpty ? (series, units) : nil
      })
  }
}
