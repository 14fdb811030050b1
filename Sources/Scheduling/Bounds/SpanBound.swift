import Civil

extension Bound {
  /// Each class takes at least so many days, whatever else is planned.
  ///
  /// The fewest days that a class needs when it is alone in the centre: with its own pattern, dates, holidays,
  /// order, gaps and periods a day, at one site with the openings of the rooms there, and with the openings and
  /// busy times of the people who may teach it. Whatever else is planned takes openings away and adds none.
  static let span = Bound(
    "span", name: .init(zh: "班期跨度", en: "Span"),
    .init(
      zh: "即使整个中心只有这一个班，按它的时段、起止日期、节假日、先后顺序、教室和讲师的开放时间，也至少需要这么多天。",
      en:
        "Even alone in the centre, with its own pattern, dates, holidays, order, and the openings of rooms and "
        + "lecturers, a class needs so many days.")
  ) { setting in
    guard setting.weight(of: "span") > 0 else { return .series([]) }
    let openings = SessionOpenings(setting.space)
    return .series(
      setting.classes.compactMap { series in
        guard let days = FewestDays(setting.space, series, openings).days else { return nil }
        let units = days - setting.space.fewestDays[series]
        return units > 0 ? (series, units) : nil
      })
  }
}
