import Civil

/// A VEVENT as the reader understands it.
struct CalendarEvent {
  /// A start that RDATE adds; with the length of its own where it is a period.
  struct AddedDate {
    let start: WallTime
    let length: Int?
  }

  /// The physical line on which it begins.
  let line: Int
  let uid: String?
  let sequence: Int
  let start: WallTime
  /// An end or a length stands in the file that cannot be read.
  let hasUnreadableEnd: Bool
  /// Exactly as written; may lie before the start.
  let end: WallTime?
  /// Seconds, where DURATION is given in place of DTEND.
  let duration: Int?
  let recurrenceID: WallTime?
  /// The override also moves what follows it (RANGE=THISANDFUTURE).
  let movesFuture: Bool
  let rules: [String]
  let exclusions: [String]
  let added: [AddedDate]
  let excluded: [WallTime]
  let isBusy: Bool
  let categories: Set<String>
  let summary: String
  let status: String
  /// A rule that libical refused stood in the file.
  let hasRefusedRule: Bool
  /// Problems that leave the event usable.
  let remarks: [Wording]

  /// Whether it has rules or dates of its own, as some writers leave in overrides.
  var repeats: Bool { !rules.isEmpty || hasRefusedRule || !added.isEmpty || !excluded.isEmpty }

  /// An event that cannot be placed at all.
  struct Unusable: Error { let reason: Wording }

  init(_ node: CalendarNode, line: Int) throws(Unusable) {
    func time(_ property: CalendarNode.Property) -> WallTime? {
      WallTime(property.value, zone: property.parameter("TZID"))
    }
    guard let written = node["DTSTART"], let start = time(written) else {
      throw Unusable(
        reason: Wording(
          zh: "事件没有可读的开始时间(DTSTART)，未读入；请更正后重新导出",
          en: "the event has no readable start (DTSTART) and was skipped; correct it and export again"))
    }
    let errors = node.all("X-LIC-ERROR").map(\.value)
    self.line = line
    self.start = start
    let replaced = node["RECURRENCE-ID"]
    recurrenceID = replaced.flatMap(time)
    let isLost = recurrenceID == nil && (replaced != nil || errors.contains { $0.contains("RECURRENCE-ID") })
    // Without knowing what it replaces it must not take the place of the series.
    uid = isLost ? nil : node["UID"].map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    sequence = node["SEQUENCE"].flatMap { Int($0.value) } ?? -1
    end = node["DTEND"].flatMap(time)
    duration = node["DURATION"].flatMap { WrittenDuration($0.value)?.seconds }
    hasUnreadableEnd =
      node["DTEND"] != nil && end == nil || node["DURATION"] != nil && duration == nil
      || errors.contains { $0.contains("DTEND") || $0.contains("DURATION") }
    movesFuture = replaced?.parameter("RANGE")?.uppercased() == "THISANDFUTURE"
    rules = node.all("RRULE").map(\.value)
    exclusions = node.all("EXRULE").map(\.value)
    added = node.all("RDATE").compactMap { AddedDate($0) }
    excluded = node.all("EXDATE").compactMap(time)
    summary = node["SUMMARY"]?.value ?? ""
    status = node["STATUS"]?.value.uppercased() ?? ""
    categories = Set(
      node.all("CATEGORIES").flatMap { $0.value.split(separator: ",") }.map { $0.uppercased() })
    let isFree = node["TRANSP"]?.value.uppercased() == "TRANSPARENT"
    let isFreeInOutlook = node["X-MICROSOFT-CDO-BUSYSTATUS"]?.value.uppercased() == "FREE"
    isBusy = !isFree && !isFreeInOutlook && status != "CANCELLED"
    hasRefusedRule = errors.contains { $0.contains("RRULE") }
    var remarks: [Wording] = []
    if hasUnreadableEnd {
      remarks.append(
        Wording(
          zh: "事件的结束时间无法识别，按占用到当天结束处理；请确认",
          en: "the event's end is not readable, it is taken to last for the rest of the day; please check"))
    }
    if isLost {
      remarks.append(
        Wording(
          zh: "事件的 RECURRENCE-ID 无法识别，按单独的事件处理；请确认",
          en: "the event's RECURRENCE-ID is not readable, it is taken as an event of its own; please check"))
    }
    let lists = ["EXDATE", "RDATE", "EXRULE"]
    let dates = node.all("RDATE").count + node.all("EXDATE").count
    if dates > added.count + excluded.count || errors.contains(where: { lists.contains(where: $0.contains) })
    {
      remarks.append(
        Wording(
          zh: "有 EXDATE、RDATE 或 EXRULE 无法识别，已忽略；请确认",
          en: "an EXDATE, RDATE or EXRULE is not readable and was ignored; please check"))
    }
    self.remarks = remarks
  }
}

extension CalendarEvent.AddedDate {
  fileprivate init?(_ property: CalendarNode.Property) {
    let sides = property.value.split(separator: "/", maxSplits: 1)
    let zone = property.parameter("TZID")
    guard let first = sides.first, let start = WallTime(first, zone: zone) else { return nil }
    self.start = start
    if sides.count < 2 {
      length = nil
    } else if let duration = WrittenDuration(sides[1]) {
      length = duration.seconds
    } else {
      length = WallTime(sides[1], zone: zone).map { $0.seconds - start.seconds }
    }
  }
}
