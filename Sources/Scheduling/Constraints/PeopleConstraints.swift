import Civil

extension Constraint {
  /// The right number of qualified people, open, free, one session at a time, within their limits.
  package static let lecturer = Constraint(
    "H5", .hard, name: .init(zh: "讲师", en: "Lecturer"),
    .init(
      zh: "由规定人数的不同讲师授课：有资格、在班级指定讲师之内、可上课、日历上有空、同一时间只上一个课次，且不超过每天和每周课时。",
      en:
        "As many different lecturers as the module asks, each qualified, among the class's own, open, not busy, "
        + "in one session at a time, and within the periods a day and a week.")
  ) { timetable in
    timetable.placed.flatMap { staffing(of: $0, in: timetable.problem) }
      + timetable.byPerson.flatMap { person, placed in
        placed.overlaps.map { overlap($0, of: timetable.name(person: person)) }
          + overload(of: timetable.problem.people[person], placed)
      }
  }

  private static func staffing(of one: Timetable.Placed, in problem: Problem) -> [Finding] {
    let people = one.placement.people
    var findings: [Finding] = []
    if Set(people).count != people.count {
      findings.append(Finding(zh: "\(one.label)：同一人列了两次", en: "\(one.label): a person twice"))
    }
    for index in people {
      let person = problem.people[index]
      guard person.isKnown else {
        findings.append(
          Finding(zh: "\(one.label)：没有 \(person.id) 此人", en: "\(one.label): unknown person \(person.id)"))
        continue
      }
      if !person.open.opens(problem.blocks[one.placement.block].id, on: one.date, in: problem.calendar) {
        findings.append(
          Finding(zh: "\(one.label)：\(person.id) 此时段不可安排", en: "\(one.label): \(person.id) is not open"))
      }
      if person.isBusy(one.minutes) {
        findings.append(
          Finding(
            zh: "\(one.label)：\(person.id) 日历上已有安排", en: "\(one.label): \(person.id) is busy by calendar"))
      }
    }
    return one.series.kind == .taught ? findings + teaching(one, in: problem) : findings
  }

  private static func teaching(_ one: Timetable.Placed, in problem: Problem) -> [Finding] {
    let people = one.placement.people
    var findings: [Finding] = []
    if people.count != one.session.team {
      findings.append(
        Finding(
          zh: "\(one.label)：有 \(people.count) 名讲师，应为 \(one.session.team)",
          en: "\(one.label): \(people.count) lecturers, not \(one.session.team)"))
    }
    for index in people where problem.people[index].isKnown {
      let person = problem.people[index]
      if !person.isLecturer || !(one.session.qualification.map(person.qualifications.contains) ?? true) {
        let needed = one.session.qualification ?? ""
        findings.append(
          Finding(
            zh: "\(one.label)：\(person.id) 没有授课资格 \(needed)",
            en: "\(one.label): \(person.id) is not qualified \(needed)"))
      }
      if !one.series.people.isEmpty, !one.series.people.contains(index) {
        findings.append(
          Finding(
            zh: "\(one.label)：\(person.id) 不在班级指定的讲师之内",
            en: "\(one.label): \(person.id) is not among the class's lecturers"))
      }
    }
    return findings
  }

  private static func overload(of person: Problem.Person, _ placed: [Timetable.Placed]) -> [Finding] {
    let days = placed.byDate.filter { $0.placed.periods > person.maxPeriodsDay }.map { date, sessions in
      Finding(
        zh: "\(person.id) \(date)：\(sessions.periods) 课时，最多 \(person.maxPeriodsDay)",
        en: "\(person.id) \(date): \(sessions.periods) periods, at most \(person.maxPeriodsDay)")
    }
    let weeks = Dictionary(grouping: placed, by: \.date.isoWeek).sorted { $0.key < $1.key }
      .filter { $0.value.periods > person.maxPeriodsWeek }.map { week, sessions in
        Finding(
          zh: "\(person.id) \(week)：\(sessions.periods) 课时，最多 \(person.maxPeriodsWeek)",
          en: "\(person.id) \(week): \(sessions.periods) periods, at most \(person.maxPeriodsWeek)")
      }
    return days + weeks
  }

  /// Between two sessions of a person on one day at different sites lies at least the travel time.
  package static let travel = Constraint(
    "H6", .hard, name: .init(zh: "路程", en: "Travel"),
    .init(
      zh: "同一人同一天在不同培训点的两个课次之间留足路程时间；上门前后按默认路程计算。",
      en: "Between two sessions of a person on one day at different sites lies at least the travel time; "
        + "the default before and after a visit.")
  ) { timetable in
    timetable.byPerson.flatMap { person, placed in
      placed.byDate.flatMap { tooFar(timetable.name(person: person), $0.placed, in: timetable.problem) }
    }
  }

  private static func tooFar(
    _ name: String, _ placed: [Timetable.Placed], in problem: Problem
  ) -> [Finding] {
    let stay = placed.inTime.filter { $0.series.kind != .online }
    return zip(stay, stay.dropFirst()).compactMap { earlier, later in
      let needed = problem.minutes(
        from: (earlier.series.kind, earlier.site), to: (later.series.kind, later.site))
      let there = later.minutes.lowerBound - earlier.minutes.upperBound
      guard there < needed else { return nil }
      return Finding(
        zh: "\(name)：\(earlier.label) 到 \(later.label) 只有 \(there) 分钟，需要 \(needed)",
        en: "\(name): \(there) minutes from \(earlier.label) to \(later.label), \(needed) needed")
    }
  }

  /// A class meets enough different lecturers.
  package static let variety = Constraint(
    "H8", .hard, name: .init(zh: "讲师人数", en: "Variety"),
    .init(zh: "每个班级至少由规定人数的不同讲师授课。", en: "A class meets at least its course's number of different lecturers.")
  ) { timetable in
    timetable.byClass.compactMap { series, placed in
      let needed = timetable.problem.series[series]
      let lecturers = Set(placed.flatMap(\.placement.people)).count
      guard placed.count == needed.sessions.count, lecturers < needed.minLecturers else { return nil }
      return Finding(
        zh: "\(needed.id)：只有 \(lecturers) 名讲师，至少 \(needed.minLecturers)",
        en: "\(needed.id): meets \(lecturers) lecturers, at least \(needed.minLecturers) needed")
    }
  }
}

extension Problem.Person {
  /// Whether the person's own calendar has something in these minutes since 1970-01-01 00:00.
  func isBusy(_ minutes: Range<Int>) -> Bool {
    busy.contains {
      $0.lowerBound.minutesSinceEpoch < minutes.upperBound
        && minutes.lowerBound < $0.upperBound.minutesSinceEpoch
    }
  }
}
