import Civil

extension FeedEvent {
  /// The order of a feed: by day, what is of the whole day first, then by start and UID.
  static func inOrder(_ left: FeedEvent, _ right: FeedEvent) -> Bool {
    (left.date, left.hours?.start.minutes ?? -1, left.uid)
      < (right.date, right.hours?.start.minutes ?? -1, right.uid)
  }

  /// The UID as the feed shows it.
  ///
  /// Within a longer word, such as a hexadecimal hash, digits that look like a telephone number are parted by a
  /// hyphen, always in the same place; a number that stands alone is refused.
  func checkedUID(position: Int) throws(FeedError) -> String {
    let isVisible = uid.utf8.allSatisfy { (33...126).contains($0) }
    guard isVisible, !uid.isEmpty, uid.utf8.count <= 255 else { throw .badUID(position: position) }
    var shown = uid
    while let range = PersonalNumbers.ranges(in: shown).first {
      let before = range.lowerBound == shown.startIndex ? nil : shown[shown.index(before: range.lowerBound)]
      let after = range.upperBound == shown.endIndex ? nil : shown[range.upperBound]
      guard [before, after].contains(where: { $0?.isLetter == true }) else {
        throw .badUID(position: position)
      }
      shown.insert("-", at: shown.index(range.lowerBound, offsetBy: 5))
    }
    guard shown.utf8.count <= 255 else { throw .badUID(position: position) }
    return shown
  }

  /// The VEVENT (RFC 5545 3.6.1); a cancelled session says so in its title too, for Outlook shows it as if active.
  ///
  /// What is of the whole day has dates in place of times and takes nobody's time.
  func node(zone: String) throws(FeedError) -> CalendarNode {
    let uid = try checkedUID(position: 0)
    if let hours {
      guard hours.start.minutes >= 0, hours.start < hours.end, hours.end.minutes <= 1440 else {
        throw .endNotAfterStart(uid: uid)
      }
    }
    guard sequence >= (status == .cancelled ? 1 : 0), sequence <= Int32.max else {
      throw .badSequence(uid: uid, found: sequence)
    }
    let title = FeedText.line(summary)
    guard !title.isEmpty else { throw .emptySummary(uid: uid) }
    let stamp = Self.utc(revised)
    var properties: [CalendarNode.Property] = [
      .init(name: "UID", value: uid, form: .text), .init(name: "DTSTAMP", value: stamp),
      .init(name: "LAST-MODIFIED", value: stamp), .init(name: "SEQUENCE", value: String(sequence)),
    ]
    properties += times(zone: zone)
    let isMarked = status == .cancelled && !saysWhyCancelled
    properties.append(.init(name: "SUMMARY", value: isMarked ? "[已取消] " + title : title, form: .text))
    if let location = location.map(FeedText.line), !location.isEmpty {
      properties.append(.init(name: "LOCATION", value: location, form: .text))
    }
    if let coordinates { properties.append(.init(name: "GEO", value: try Self.geo(coordinates, uid: uid))) }
    if let description = description.map(FeedText.free), !description.isEmpty {
      properties.append(.init(name: "DESCRIPTION", value: description, form: .text))
    }
    // A comma parts categories; within one it is written full width.
    let names = categories.map { FeedText.line($0).replacing(",", with: "，") }.filter { !$0.isEmpty }
    if !names.isEmpty {
      properties.append(.init(name: "CATEGORIES", value: names.joined(separator: ","), form: .text))
    }
    if let url = url.flatMap(FeedText.address) { properties.append(.init(name: "URL", value: url)) }
    properties.append(.init(name: "STATUS", value: status.rawValue.uppercased()))
    properties.append(
      .init(name: "TRANSP", value: status == .cancelled || hours == nil ? "TRANSPARENT" : "OPAQUE"))
    return CalendarNode(name: "VEVENT", properties: properties)
  }

  /// Its beginning and its end; the end of whole days is the day after the last (RFC 5545 3.6.1).
  private func times(zone: String) -> [CalendarNode.Property] {
    if let hours {
      return [time("DTSTART", hours.start, zone: zone), time("DTEND", hours.end, zone: zone)]
    }
    return [("DTSTART", date), ("DTEND", max(date, through ?? date) + 1)].map { name, day in
      .init(
        name: name, parameters: [.init(name: "VALUE", value: "DATE")],
        value: day.description.replacing("-", with: ""))
    }
  }

  private func time(_ name: String, _ time: ClockTime, zone: String) -> CalendarNode.Property {
    let moment = CivilMoment(date, time)
    return .init(
      name: name, parameters: [.init(name: "TZID", value: zone)],
      value: Self.basic(moment.date, seconds: moment.time.minutes * 60))
  }

  private static func utc(_ instant: Instant) -> String {
    let day = instant.secondsSinceEpoch.dividedDown(by: 86_400)
    return basic(CivilDate(daysSinceEpoch: day), seconds: instant.secondsSinceEpoch - day * 86_400) + "Z"
  }

  /// As `20260302T083000`.
  private static func basic(_ date: CivilDate, seconds: Int) -> String {
    let digits = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
    return date.description.replacing("-", with: "") + "T" + digits.joined()
  }

  private static func geo(_ place: Coordinates, uid: String) throws(FeedError) -> String {
    guard abs(place.latitude) <= 90, abs(place.longitude) <= 180 else { throw .badCoordinates(uid: uid) }
    return "\(place.latitude);\(place.longitude)"
  }
}
