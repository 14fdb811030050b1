import Civil

/// What university timetabling prices (ITC-2007, formulation UD2), of use to a training centre too.
extension Constraint {
  /// Every trainee has a seat.
  package static let seats = Constraint(
    "seats", .soft(weight: 0), name: .init(zh: "座位", en: "Room capacity"),
    .init(zh: "每个课次中教室座位不够的学员人数。", en: "Per session, each trainee for whom the room has no seat.")
  ) { timetable in
    timetable.placed.compactMap { one in
      guard one.series.kind == .taught, let index = one.placement.room else { return nil }
      let room = timetable.problem.rooms[index]
      guard one.series.attendance > room.capacity else { return nil }
      return Finding(
        one.series.attendance - room.capacity,
        zh: "\(one.label)：\(one.series.attendance) 人，教室 \(room.id) 只有 \(room.capacity) 座",
        en: "\(one.label): \(one.series.attendance) trainees, room \(room.id) has \(room.capacity) seats")
    }
  }

  /// A class is spread over as many days as it wants.
  package static let days = Constraint(
    "days", .soft(weight: 0), name: .init(zh: "上课天数", en: "Working days"),
    .init(zh: "每个班级的上课天数比希望的天数少几天。", en: "Per class, each day that it meets on fewer days than it wants.")
  ) { timetable in
    let dates = Dictionary(timetable.byClass.map { ($0.series, Set($0.placed.map(\.date)).count) }) { $1 }
    return timetable.problem.series.enumerated().compactMap { index, series in
      let held = dates[index] ?? 0
      guard series.kind == .taught, held < series.wantedDays else { return nil }
      return Finding(
        series.wantedDays - held, zh: "\(series.id)：上课 \(held) 天，希望 \(series.wantedDays) 天",
        en: "\(series.id): meets on \(held) days, wants \(series.wantedDays)")
    }
  }

  /// A trainee's sessions of a day follow one another.
  package static let compactness = Constraint(
    "compactness", .soft(weight: 0), name: .init(zh: "课程紧凑", en: "Compactness"),
    .init(
      zh: "每位学员当天前后都没有紧接着的课次的课次。",
      en: "Per trainee, each session with no other session of that day directly before or after it.")
  ) { timetable in
    timetable.byTrainee.flatMap { _, placed in
      placed.byDate.flatMap { _, sessions in
        sessions.filter { one in
          !sessions.contains { timetable.problem.isDirectly(one, beforeOrAfter: $0) }
        }.map { Finding(zh: "\($0.label)：前后都没有课", en: "\($0.label): nothing before or after it") }
      }
    }
  }
}

extension Problem {
  /// Whether two sessions of a day follow each other with no period of any block left free between them.
  fileprivate func isDirectly(_ one: Timetable.Placed, beforeOrAfter other: Timetable.Placed) -> Bool {
    let (earlier, later) = one.minutes.lowerBound < other.minutes.lowerBound ? (one, other) : (other, one)
    guard earlier.minutes.upperBound <= later.minutes.lowerBound else { return false }
    let midnight = CivilMoment(one.date).minutesSinceEpoch
    let between = earlier.minutes.upperBound - midnight...later.minutes.lowerBound - midnight
    return !blocks.contains { block in
      (1...max(1, block.periods)).contains { period in
        let minutes = block.minutes(first: period, count: 1)
        return between.contains(minutes.lowerBound) && between.contains(minutes.upperBound)
      }
    }
  }
}
