import Civil

extension Constraint {
  /// A session lies in the plan's and its class's dates, within its block, and on no holiday.
  package static let window = Constraint(
    "H2", .hard, name: .init(zh: "日期范围", en: "Window"),
    .init(
      zh: "课次在计划期和班级起止日期之内，不在节假日，且不超出所在时段。",
      en: "A session lies in the plan's and its class's dates, is on no holiday, and fits its block.")
  ) { timetable in
    let problem = timetable.problem
    return timetable.placed.flatMap { one in
      var findings: [Finding] = []
      let placement = one.placement
      if !problem.blocks[placement.block].holds(first: placement.first, count: placement.periods) {
        findings.append(Finding(zh: "\(one.label)：超出时段", en: "\(one.label): does not fit its block"))
      }
      if one.date < problem.planFrom || one.date > problem.planTo {
        findings.append(Finding(zh: "\(one.label)：在计划期之外", en: "\(one.label): outside the plan"))
      }
      if problem.calendar.isHoliday(one.date) {
        findings.append(Finding(zh: "\(one.label)：当天是节假日", en: "\(one.label): on a holiday"))
      }
      if one.series.kind == .taught, !one.series.allows(one.date) {
        findings.append(
          Finding(zh: "\(one.label)：在班级起止日期之外", en: "\(one.label): outside the class's dates"))
      }
      return findings
    }
  }

  /// A class meets when its pattern is open, one session at a time, and not too long a day.
  package static let classOpen = Constraint(
    "H3", .hard, name: .init(zh: "班级时间", en: "Class open"),
    .init(
      zh: "班级只在其可上课的时段上课，课次互不重叠，每天不超过规定课时。",
      en:
        "A class meets in blocks that its pattern opens, one session at a time, and at most its periods a day."
    )
  ) { timetable in
    let problem = timetable.problem
    let closed = timetable.placed.filter { one in
      one.series.kind == .taught
        && !one.series.open.opens(problem.blocks[one.placement.block].id, on: one.date, in: problem.calendar)
    }.map { Finding(zh: "\($0.label)：班级此时段不上课", en: "\($0.label): the class is not open") }
    return closed
      + timetable.byClass.flatMap { _, placed in
        let overlaps = placed.overlaps.map { overlap($0) }
        let long = placed.byDate.compactMap { date, sessions -> Finding? in
          guard let series = sessions.first?.series, sessions.periods > series.maxPeriodsDay else {
            return nil
          }
          return Finding(
            zh: "\(series.id) \(date)：\(sessions.periods) 课时，最多 \(series.maxPeriodsDay)",
            en: "\(series.id) \(date): \(sessions.periods) periods, at most \(series.maxPeriodsDay)")
        }
        return overlaps + long
      }
  }

  /// The sessions of classes that share a trainee do not overlap, nor does a trainee's mentoring with them.
  package static let trainee = Constraint(
    "H7", .hard, name: .init(zh: "学员冲突", en: "Trainee"),
    .init(
      zh: "同一学员参加的各班课次及其导师辅导互不重叠。",
      en:
        "The sessions of classes that share a trainee do not overlap, nor does a trainee's mentoring with them."
    )
  ) { timetable in
    timetable.byTrainee.flatMap { _, placed in
      placed.overlaps.filter {
        $0.earlier.session.series != $0.later.session.series || $0.earlier.series.kind.isMentoring
      }.map { overlap($0) }
    }
  }

  /// What a pin gives of a session holds.
  package static let pins = Constraint(
    "H10", .hard, name: .init(zh: "固定安排", en: "Pins"),
    .init(zh: "已固定的日期、时段、节次、教室和讲师保持不变。", en: "What a pin gives holds.")
  ) { timetable in
    timetable.placed.flatMap { one in
      one.session.pins.filter { !$0.holds(for: one.placement) }.map { _ in
        Finding(zh: "\(one.label)：与固定安排不符", en: "\(one.label): not where it is pinned")
      }
    }
  }

  static func overlap(
    _ pair: (earlier: Timetable.Placed, later: Timetable.Placed), of name: String = ""
  ) -> Finding {
    let place = name.isEmpty ? "" : name + ": "
    return Finding(
      zh: "\(place)\(pair.later.label) 与 \(pair.earlier.label) 重叠",
      en: "\(place)\(pair.later.label) overlaps \(pair.earlier.label)")
  }
}

extension Problem.Series {
  /// Whether its own dates, if it has any, hold the date.
  func allows(_ date: CivilDate) -> Bool {
    (earliest.map { $0 <= date } ?? true) && (latest.map { date <= $0 } ?? true)
  }
}

extension Problem.Pin {
  /// Whether all that it gives is so.
  func holds(for placement: Placement) -> Bool {
    (date ?? placement.date) == placement.date && (block ?? placement.block) == placement.block
      && (first ?? placement.first) == placement.first && (room == nil || room == placement.room)
      && (people.map { $0 == Set(placement.people) } ?? true)
  }
}
