package import Civil

extension CapacityRow.Subject {
  /// As a row of the table names it.
  package var name: Wording {
    switch self {
    case .lecturers(let held?): Wording(zh: "讲师（\(held)）", en: "lecturers (\(held))")
    case .lecturers(nil): Wording(zh: "讲师（不限资格）", en: "lecturers (any)")
    case .mentors: Wording(zh: "导师", en: "mentors")
    case .rooms(let seats, let features):
      Wording(
        zh: "教室（" + (["\(seats) 座以上"] + features).joined(separator: "，") + "）",
        en: "rooms (" + (["\(seats)+ seats"] + features).joined(separator: ", ") + ")")
    case .site(let id): Wording(zh: "培训点 \(id) 的教室", en: "rooms of site \(id)")
    }
  }
}

extension CapacityLimit {
  package var name: Wording {
    switch self {
    case .open: Wording(zh: "开放时间和日历", en: "open times and calendar")
    case .day: Wording(zh: "每日课时上限", en: "periods a day")
    case .week: Wording(zh: "每周课时上限", en: "periods a week")
    }
  }
}

extension CapacityShortage {
  /// What is missing and why that is so, in a sentence or two.
  package var sentence: Wording {
    switch kind {
    case .classTime, .order: ownTimeSentence
    case .team: teamSentence
    case .people, .rooms: sharedSentence
    }
  }

  private var ownTimeSentence: Wording {
    let names = Self.list(classes.map(\.id) + trainees.map(\.id))
    let who = Wording(
      zh: (trainees.isEmpty ? "班级 " : "学员 ") + names.chinese,
      en: (trainees.isEmpty ? "class " : "the mentoring of trainee ") + names.english)
    if kind == .order, classes.isEmpty {
      return Wording(
        zh: "至少缺 \(missing) 课时：\(who.chinese) 的辅导按每次之间的间隔天数，\(from) 至 \(to) 排不下全部 \(need) 课时。",
        en:
          "At least \(missing) periods short: from \(from) to \(to) \(who.english) cannot hold all its \(need) "
          + "periods with the days between its meetings.")
    }
    if kind == .order {
      return Wording(
        zh: "至少缺 \(missing) 课时：\(who.chinese) 按模块先后顺序和间隔天数，\(from) 至 \(to) 排不下全部 \(need) 课时。",
        en:
          "At least \(missing) periods short: from \(from) to \(to) \(who.english) cannot hold all its \(need) "
          + "periods in the order of its modules and with their gaps.")
    }
    return Wording(
      zh: "缺 \(missing) 课时：\(who.chinese) 需要 \(need) 课时，\(from) 至 \(to) 其可上课的时段至多安排 \(supply) 课时。",
      en:
        "\(missing) periods short: \(who.english) needs \(need) periods; its open blocks from \(from) to \(to) "
        + "hold \(supply) at most.")
  }

  private var teamSentence: Wording {
    let names = Self.list(classes.map(\.id))
    let people = Self.list(shares.map(\.id))
    return Wording(
      zh: "人数不足：班级 \(names.chinese) 的课次要求多名\(subjectNames.chinese)同时授课，只有 \(people.chinese)，"
        + "缺 \(missing) 课时。",
      en: "Too few people: class \(names.english) wants more \(subjectNames.english) at once than there are "
        + "(\(people.english)): \(missing) periods short.")
  }

  private var sharedSentence: Wording {
    let limits = CapacityLimit.allCases.filter { limit in shares.contains { $0.limits.contains(limit) } }
    let given = shares.reduce(0) { $0 + $1.periods }
    let people = Self.list(shares.map { "\($0.id) \($0.periods)" })
    let nobody = Wording(
      zh: kind == .rooms ? "没有合适的教室" : "无人可以承担",
      en: kind == .rooms ? "there is no such room then" : "nobody can hold them then")
    let others =
      ownLimit == 0
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "其他时间至多安排 \(ownLimit) 课时；", en: "\(ownLimit) at most can be held at other times; ")
    let supplied =
      given == 0
      ? nobody
      : Wording(
        zh: "\(people.chinese)，合计至多 \(given) 课时（受限于" + limits.map(\.name.chinese).joined(separator: "、")
          + "）",
        en: "\(people.english) can give \(given) at most (limit: "
          + limits.map(\.name.english).joined(separator: "; ")
          + ")")
    return Wording(
      zh: "缺 \(missing) 课时：\(needers.chinese)需要\(subjectNames.chinese) \(need) 课时；\(others.chinese)"
        + "\(from) 至 \(to)，\(supplied.chinese)。",
      en:
        "\(missing) periods short: \(needers.english) \(isOne ? "needs" : "need") \(need) periods of \(subjectNames.english); "
        + "\(others.english)from \(from) to \(to) \(supplied.english).")
  }

  private var isOne: Bool {
    // A name of several new classes has an ellipsis.
    classes.count + trainees.count == 1 && !classes.contains { $0.id.contains("…") }
  }

  private var subjectNames: Wording {
    Wording(
      zh: subjects.map(\.name.chinese).joined(separator: "、"),
      en: subjects.map(\.name.english).joined(separator: ", "))
  }

  private var needers: Wording {
    let kinds = [
      (Self.list(classes.map(\.id)), "班级", classes.count == 1 ? "class" : "classes"),
      (Self.list(trainees.map(\.id)), "学员", trainees.count == 1 ? "trainee" : "trainees"),
    ].filter { !$0.0.english.isEmpty }
    return Wording(
      zh: kinds.map { "\($0.1) \($0.0.chinese)" + ($0.0.chinese.hasSuffix("个") ? "" : " ") }
        .joined(separator: "和"),
      en: kinds.map { "\($0.2) \($0.0.english)" }.joined(separator: " and "))
  }

  /// Names in a row, the first dozen of them where there are many.
  private static func list(_ names: [String]) -> Wording {
    let shown = names.count > 13 ? Array(names.prefix(12)) : names
    let rest = names.count - shown.count
    return Wording(
      zh: shown.joined(separator: "、") + (rest > 0 ? " 等 \(names.count) 个" : ""),
      en: shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""))
  }
}

extension CapacityReport {
  /// What the figures prove and what they do not.
  package var verdict: Wording {
    shortages.isEmpty
      ? Wording(
        zh: "没有查出短缺。这不等于一定排得成：跨课次的规则（同一培训点、路程等）此处不计，请用“seedbed timetable solve”试排。",
        en:
          "No shortage found. That is no promise: rules that bind sessions to each other (one site a class, travel "
          + "…) are not counted here; 'seedbed timetable solve' tells.")
      : Wording(
        zh: "查出 \(shortages.count) 处短缺：每一处都已证明，任何课表都排不下。",
        en:
          "\(shortages.count) \(shortages.count == 1 ? "shortage" : "shortages") found, each proved: no timetable "
          + "can hold all of this.")
  }
}
