import Civil

extension Bound {
  /// Each class needs so many lecturers to have all its qualifications.
  ///
  /// Exact cover: the fewest people of whom each session finds its team, less those that cost nothing.
  static let lecturers = Bound(
    "lecturers", name: .init(zh: "讲师固定", en: "Lecturer stability"),
    .init(
      zh: "要具备班级各模块的授课资格，至少需要这么多名不同的讲师。",
      en: "So many different lecturers are needed for a class to have every qualification of its modules.")
  ) { setting in
    let needs = StaffingNeeds(setting.space)
    var shares: [(series: Int, units: Int)] = []
    for (type, classes) in needs.types {
      let cover = Cover(type.needs.map { Cover.Need(holders: $0.groups, seats: $0.team, weight: 0) })
      guard let fewest = cover?.fewest, fewest > type.free else { continue }
      shares += classes.map { ($0, fewest - type.free) }
    }
    return .series(shares.sorted { $0.series < $1.series })
  }

  /// Lecturers and load together.
  ///
  /// Few lecturers for each class and a like load for all stand against each other: who holds a scarce
  /// qualification cannot also spare the class another lecturer. See ``StaffPrices`` for the argument.
  static let staffing = Bound(
    "staffing", counts: ["lecturers", "load"], name: .init(zh: "讲师与课时", en: "Lecturers and load"),
    .init(
      zh: "给每位讲师的课时定一个不超过均衡权重的价格：每个班级按最便宜的讲师组合计价，再减去人均课时的价格，任何课表都不会更低。",
      en:
        "With any price between 0 and the weight of load on each lecturer's periods, no timetable costs less than "
        + "the cheapest lecturers of every class less the mean load at these prices.")
  ) { setting in
    .prices(
      StaffCases.best(
        setting.space, lecturers: setting.weight(of: "lecturers"), load: setting.weight(of: "load"),
        effort: setting.effort))
  }
}
