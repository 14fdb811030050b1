package import Civil

extension WorkingCalendar {
  /// The marked days as iCalendar text that reads back as the same marks (FORMATS.md, Calendars).
  ///
  /// Days whose notice is not out yet are tentative. `revised` is the time that each entry bears.
  package func text(name: String, revised: Instant) throws(FeedError) -> [UInt8] {
    let day = revised.secondsSinceEpoch.dividedDown(by: 86_400)
    let stamp = CivilDate(daysSinceEpoch: day).description.replacing("-", with: "") + "T000000Z"
    var calendar = CalendarNode(
      name: "VCALENDAR",
      properties: [
        .init(name: "VERSION", value: "2.0"), .init(name: "PRODID", value: "-//Seedbed//Seedbed 1.0//ZH"),
        .init(name: "X-WR-CALNAME", value: FeedText.withoutSeparators(FeedText.line(name))),
      ])
    for (date, mark) in marked {
      let digits = date.description.replacing("-", with: "")
      let isHoliday = mark.kind == .holiday
      let dates: [CalendarNode.Property] = [("DTSTART", date), ("DTEND", date + 1)].map { name, day in
        .init(
          name: name, parameters: [.init(name: "VALUE", value: "DATE")],
          value: day.description.replacing("-", with: ""))
      }
      let title = FeedText.line(mark.name)
      calendar.children.append(
        CalendarNode(
          name: "VEVENT",
          properties: [
            .init(name: "UID", value: (isHoliday ? "holiday-" : "workday-") + digits, form: .text),
            .init(name: "DTSTAMP", value: stamp),
          ] + dates + [
            .init(name: "SUMMARY", value: title.isEmpty ? (isHoliday ? "节假日" : "调休上班") : title, form: .text),
            .init(name: "CATEGORIES", value: isHoliday ? "HOLIDAY" : "WORKDAY", form: .text),
            .init(name: "STATUS", value: mark.isProvisional ? "TENTATIVE" : "CONFIRMED"),
          ]))
    }
    guard let text = Component(calendar)?.text else { throw .notWritten }
    return text
  }
}
