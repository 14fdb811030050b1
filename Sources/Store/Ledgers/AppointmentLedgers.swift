import Civil

extension LedgerTable {
  static let appointments = LedgerTable(
    "guidance_appointments", Wording(zh: "指导预约", en: "Arranged guidance"),
    row: Wording(zh: "一次指导预约", en: "a meeting that was arranged"),
    from: "guidanceAppointment x LEFT JOIN appointmentCancellation c ON c.appointment = x.number "
      + "AND c.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people))", order: "x.number",
    [
      .whole("number", "x.number", "预约编号", "number"),
      .text("trainee", "x.trainee", "学员编号", "trainee"),
      .whole("part", "x.part", "该学员第几次", "number among the trainee's"),
      .text("link", "x.link", "服务环节", "link"), .text("mode", "x.mode", "方式", "mode"),
      .day("wish", "x.wishDay", "约定日期", "day wished for"),
      .day("earliest", "x.earliestDay", "最早", "earliest"),
      .day("latest", "x.latestDay", "期限", "latest"),
      .text("reasons", "x.reasons", "事由", "asked for by"),
      .day("cancelled_on", "c.recordedOn", "取消日期", "cancelled on"),
      .text("cancelled_for", "c.reason", "取消原因", "cancelled for"),
    ], Column.recorded)

  static let standingMeetings = LedgerTable(
    "standing_meetings", Wording(zh: "例会", en: "Standing meetings"),
    row: Wording(
      zh: "一项例会的一个版本；同一编号取最后一条，rhythm 为空即停止",
      en: "a version of a standing meeting; the last of a code holds, and one without a rhythm ends it"),
    from: "standingMeeting x", area: nil, order: "x.number",
    [
      .text("meeting", "x.code", "例会编号", "meeting"), .text("name", "x.name", "名称", "name"),
      .text(
        "rhythm", "x.rhythm", "周期", "rhythm",
        note: Wording(zh: "weekly 周；monthly 月；quarterly 季", en: "weekly, monthly or quarterly")),
      .whole(
        "rhythm_day", "x.rhythmDay", "星期或日", "its day",
        note: Wording(zh: "周：0 星期一至 6 星期日", en: "of a week: 0 Monday to 6 Sunday")),
      .text("move", "x.move", "遇休息日", "on days off"),
      .whole(
        "start", "x.startMinute", "开始", "start", note: Wording(zh: "零点起的分钟", en: "minutes after midnight")),
      .whole("end", "x.endMinute", "结束", "end", note: Wording(zh: "零点起的分钟", en: "minutes after midnight")),
      .day("from", "x.fromDay", "首日", "from"), .day("to", "x.toDay", "末日", "to"),
      .text("place", "x.place", "地点", "place"), .text("attendees", "x.attendees", "参加人", "attendees"),
    ], Column.recorded)
}
