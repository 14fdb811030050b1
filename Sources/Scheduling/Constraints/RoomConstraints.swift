import Civil

extension Constraint {
  /// The room is big enough, equipped, open, at the class's one site, and holds one session at a time.
  package static let room = Constraint(
    "H4", .hard, name: .init(zh: "教室", en: "Room"),
    .init(
      zh: "教室够大、设备齐全、开放、在班级的培训点，同一时间只安排一个课次；一个班级只在一个培训点。",
      en:
        "The room is big enough, has the features, is open, is at the class's one site, and holds one session "
        + "at a time.")
  ) { timetable in
    timetable.placed.flatMap { unsuitable($0, in: timetable.problem) }
      + timetable.byRoom.flatMap { room, placed in
        placed.overlaps.map { overlap($0, of: timetable.name(room: room)) }
      }
      + timetable.byClass.filter { Set($0.placed.map(\.site)).count > 1 }.map { series, _ in
        let id = timetable.problem.series[series].id
        return Finding(zh: "\(id)：分在几个培训点", en: "\(id): is at several sites")
      }
  }

  private static func unsuitable(_ one: Timetable.Placed, in problem: Problem) -> [Finding] {
    guard let index = one.placement.room else { return [] }
    let room = problem.rooms[index]
    var findings: [Finding] = []
    if room.closed.contains(one.date)
      || !room.open.opens(problem.blocks[one.placement.block].id, on: one.date, in: problem.calendar)
    {
      findings.append(
        Finding(zh: "\(one.label)：教室 \(room.id) 不开放", en: "\(one.label): room \(room.id) is closed"))
    }
    guard one.series.kind == .taught else { return findings }
    if room.capacity < one.series.size {
      findings.append(
        Finding(
          zh: "\(one.label)：教室 \(room.id) 只有 \(room.capacity) 座，需要 \(one.series.size)",
          en: "\(one.label): room \(room.id) has \(room.capacity) seats, \(one.series.size) needed"))
    }
    let lacking = one.session.features.subtracting(room.features).sorted().joined(separator: ";")
    if !lacking.isEmpty {
      findings.append(
        Finding(
          zh: "\(one.label)：教室 \(room.id) 缺少 \(lacking)", en: "\(one.label): room \(room.id) lacks \(lacking)"
        ))
    }
    if let site = one.series.site, site != room.site {
      findings.append(
        Finding(
          zh: "\(one.label)：不在班级的培训点 \(problem.sites[site])",
          en: "\(one.label): not at the class's site \(problem.sites[site])"))
    }
    return findings
  }

  /// A class keeps to one room.
  package static let rooms = Constraint(
    "rooms", .soft(weight: 5), name: .init(zh: "教室固定", en: "Room stability"),
    .init(zh: "每个班级在第一间教室之外每多用一间计一次。", en: "Each room that a class uses beyond its first.")
  ) { timetable in
    timetable.byClass.compactMap { _, placed in
      let rooms = Set(placed.compactMap(\.placement.room))
      guard rooms.count > 1, let id = placed.first?.series.id else { return nil }
      let names = rooms.map(timetable.name(room:)).sorted().joined(separator: ";")
      return Finding(rooms.count - 1, zh: "\(id)：用了教室 \(names)", en: "\(id): uses rooms \(names)")
    }
  }
}
