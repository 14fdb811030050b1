import Civil
import ICalendar
import Planning
import Store

/// What each audience is told of a session: no more than it needs (the minimum of personal information).
///
/// Trainees: title, time, room, public names of lecturers. Lecturers and mentors: the class and its head count, no
/// trainee's name. Rooms, whose feeds hang on the wall: the title. The centre: all of it. Nobody: a telephone, an
/// identity number, an address of anybody.
enum FeedContent {
  /// nil stands for the centre itself.
  static func event(_ revision: SessionRevision, for audience: Audience.Kind?) -> FeedEvent {
    let session = revision.session
    let place = session.place
    let location = placeName(site: session.siteName, room: session.roomName)
    return FeedEvent(
      uid: revision.uid, sequence: revision.sequence, revised: revision.revised, date: place.date,
      hours: FeedEvent.Hours(place.start, place.end), summary: summary(session, for: audience),
      location: location.isEmpty ? nil : location, coordinates: coordinates(session),
      description: description(session, for: audience),
      categories: [session.programme.isEmpty ? "导师辅导" : session.programme], status: status(session))
  }

  /// As `SYB 第3班 · 评估市场 (2/3)`, or `导师辅导 (1/2)`.
  private static func summary(_ session: PublishedSession, for audience: Audience.Kind?) -> String {
    let (subject, part) =
      switch session.key {
      case .classSession(let classID, _, let part): (className(classID, course: session.courseName), part)
      case .meeting(let trainee, let part): (tellsTrainee(audience) ? "学员 \(trainee)" : "", part)
      }
    let title = [subject, session.title].filter { !$0.isEmpty }.joined(separator: " · ")
    return session.parts > 1 ? "\(title) (\(part)/\(session.parts))" : title
  }

  /// Only the mentor and the centre need to know whom a meeting is with, and they know the id.
  private static func tellsTrainee(_ audience: Audience.Kind?) -> Bool {
    audience == .person || audience == nil
  }

  private static func description(_ session: PublishedSession, for audience: Audience.Kind?) -> String? {
    var lines: [String] = []
    let tellsPeople = audience != .room && (audience != .person || session.people.count > 1)
    if tellsPeople, !session.people.isEmpty {
      let role = session.programme.isEmpty ? "导师" : "讲师"
      lines.append("\(role)：" + session.people.map(\.name).joined(separator: "、"))
    }
    if audience == .person || audience == nil, case .classSession(let classID, _, _) = session.key {
      lines.append("班级：\(className(classID, course: session.courseName))，\(session.headCount) 人")
    }
    if session.status == .tentative { lines.append("放假安排以国务院办公厅通知为准，日期可能调整。") }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func coordinates(_ session: PublishedSession) -> FeedEvent.Coordinates? {
    guard let latitude = session.latitude, let longitude = session.longitude else { return nil }
    return FeedEvent.Coordinates(latitude: latitude, longitude: longitude)
  }

  private static func status(_ session: PublishedSession) -> FeedEvent.Status {
    switch session.status {
    case .confirmed: .confirmed
    case .tentative: .tentative
    case .cancelled: .cancelled
    }
  }
}
