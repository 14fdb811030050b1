import Civil

extension Constraint {
  /// A class is over in few days.
  package static let span = Constraint(
    "span", .soft(weight: 1), name: .init(zh: "班期跨度", en: "Span"),
    .init(
      zh: "每个班级从第一课到最后一课的天数（含首尾），减去按每天最多课时所需的天数。",
      en:
        "Per class, days from the first to the last session, inclusive, less the days that its periods need at "
        + "its most a day.")
  ) { timetable in
    timetable.byClass.compactMap { series, placed in
      let dates = placed.map(\.date)
      guard let first = dates.min(), let last = dates.max() else { return nil }
      let taught = timetable.problem.series[series]
      let needed = timetable.problem.fewestDays(of: series)
      guard last - first + 1 > needed else { return nil }
      return Finding(
        last - first + 1 - needed, zh: "\(taught.id)：\(first) 至 \(last)，最少需 \(needed) 天",
        en: "\(taught.id): \(first) to \(last), \(needed) days at least")
    }
  }

  /// A class has no free period between its sessions of a block.
  package static let gap = Constraint(
    "gap", .soft(weight: 2), name: .init(zh: "空课", en: "Gap"),
    .init(zh: "每个班级同一天同一时段内课次之间的空课时。", en: "Per class, day and block, free periods between its sessions.")
  ) { timetable in
    timetable.byClass.flatMap { _, placed in
      Dictionary(grouping: placed) { [$0.date.daysSinceEpoch, $0.placement.block] }.values.compactMap {
        together in
        let used = Set(
          together.flatMap { $0.placement.first..<$0.placement.first + max(0, $0.placement.periods) })
        guard let first = used.min(), let last = used.max(), last - first + 1 > used.count else { return nil }
        let free = last - first + 1 - used.count
        return Finding(
          free, zh: "\(together[0].label)：空 \(free) 课时", en: "\(together[0].label): \(free) free periods")
      }.sorted { $0.explanation.english < $1.explanation.english }
    }
  }

  /// A class has few lecturers.
  package static let lecturers = Constraint(
    "lecturers", .soft(weight: 5), name: .init(zh: "讲师固定", en: "Lecturer stability"),
    .init(
      zh: "每个班级的不同讲师人数，减去规定人数与最大同堂人数中的较大者。",
      en: "Per class, different lecturers beyond the number it must meet or its largest team.")
  ) { timetable in
    timetable.byClass.compactMap { series, placed in
      let needed = timetable.problem.fewestLecturers(of: series)
      let people = Set(placed.flatMap(\.placement.people))
      guard people.count > needed, let id = placed.first?.series.id else { return nil }
      let names = people.map(timetable.name(person:)).sorted().joined(separator: ";")
      return Finding(people.count - needed, zh: "\(id)：讲师 \(names)", en: "\(id): lecturers \(names)")
    }
  }

  /// Lecturers teach alike.
  package static let load = Constraint(
    "load", .soft(weight: 1), name: .init(zh: "课时均衡", en: "Load balance"),
    .init(
      zh: "每位讲师超出人均课时（总课时除以讲师人数，进一取整）的课时。",
      en: "Per lecturer, periods taught beyond the mean over all lecturers, rounded up.")
  ) { timetable in
    let fair = timetable.problem.fairLoad
    return timetable.byPerson.compactMap { person, placed in
      let taught = placed.filter { $0.series.kind == .taught }.periods
      guard timetable.problem.people[person].isLecturer, taught > fair else { return nil }
      let name = timetable.name(person: person)
      return Finding(
        taught - fair, zh: "\(name)：\(taught) 课时，人均 \(fair)", en: "\(name): \(taught) periods, mean \(fair)")
    }
  }

  /// Nobody works a late block and the early one after it.
  package static let rest = Constraint(
    "rest", .soft(weight: 3), name: .init(zh: "休息", en: "Rest"),
    .init(
      zh: "同一人当天最后一个时段有课而次日第一个时段又有课，计一次。",
      en: "Per person, a session in the day's last block followed by one in the first block of the next day.")
  ) { timetable in
    guard let outer = timetable.problem.outerBlocks else { return [] }
    return timetable.byPerson.flatMap { person, placed in
      let early = Set(placed.filter { $0.placement.block == outer.first }.map(\.date))
      let late = Set(placed.filter { $0.placement.block == outer.last }.map(\.date))
      let name = timetable.name(person: person)
      return late.filter { early.contains($0 + 1) }.sorted().map {
        Finding(zh: "\(name)：\($0) 晚课后次日早课", en: "\(name): late on \($0), early on the next day")
      }
    }
  }

  /// Nobody changes site in a day.
  package static let sites = Constraint(
    "sites", .soft(weight: 4), name: .init(zh: "培训点往返", en: "Sites a day"),
    .init(zh: "同一人同一天在第一个培训点之外每多到一个计一次。", en: "Per person and day, different sites beyond one.")
  ) { timetable in
    timetable.byPerson.flatMap { person, placed in
      placed.byDate.compactMap { date, sessions in
        let sites = Set(sessions.compactMap(\.site))
        guard sites.count > 1 else { return nil }
        let names = sites.map { timetable.problem.sites[$0] }.sorted().joined(separator: ";")
        let name = timetable.name(person: person)
        return Finding(
          sites.count - 1, zh: "\(name) \(date)：培训点 \(names)", en: "\(name) \(date): sites \(names)")
      }
    }
  }

  /// What was published stays.
  package static let moved = Constraint(
    "moved", .soft(weight: 10), name: .init(zh: "变动", en: "Perturbation"),
    .init(
      zh: "与已发布课表相比，日期、时段、节次、教室或讲师有变的课次。",
      en: "Each session whose date, block, first period, room or people differ from the published timetable.")
  ) { timetable in
    timetable.placed.compactMap { one in
      guard let old = timetable.previous[one.placement.session], one.placement.isMoved(from: old) else {
        return nil
      }
      return Finding(
        zh: "\(one.label)：原为 \(old.date) 第 \(old.first) 节",
        en: "\(one.label): was on \(old.date), period \(old.first)")
    }
  }
}

extension Problem {
  /// Days that the periods of a class need at its most a day.
  package func fewestDays(of series: Int) -> Int {
    let periods = self.series[series].sessions.reduce(0) { $0 + sessions[$1].periods }
    let most = max(1, self.series[series].maxPeriodsDay)
    return (periods + most - 1) / most
  }

  /// The number of lecturers that cost a class nothing.
  package func fewestLecturers(of series: Int) -> Int {
    max(self.series[series].minLecturers, self.series[series].sessions.map { sessions[$0].team }.max() ?? 0)
  }
}
