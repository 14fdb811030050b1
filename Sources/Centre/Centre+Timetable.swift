package import Civil
import Cohorts
import Courses
import Mentors
import Planning

extension Centre {
  /// The sessions of a subject, with the names to show them by.
  ///
  /// `published` takes the timetable in force; false: the newest draft. A trainee's are those of the trainee's classes
  /// and meetings.
  package func timetable(
    of subject: Subject, week: ISOWeek? = nil, published: Bool = true
  ) throws(CentreError) -> SubjectTimetable {
    let draft = try shownDraft(published: published)
    let all = try rows(ofDraft: draft)
    let bundle = try facts(with: all)
    let names = BundleNames(bundle)
    let rows = all.filter { names.concerns($0, subject) }
    guard let title = names.title(of: subject, centre: bundle.centre.name) else {
      throw .unknownSubject(subject)
    }
    let shown = rows.filter { week == nil || $0.date.isoWeek == week }
    let days =
      week.map { $0.monday...($0.monday + 6) } ?? bundle.centre.planFrom...bundle.centre.planTo
    return SubjectTimetable(
      subject: subject, title: title, centre: bundle.centre.name,
      source: published ? .published(draft: draft) : .draft(draft), week: week,
      weeks: Set(rows.map(\.date.isoWeek)).sorted(), blocks: bundle.blocks.sorted { $0.start < $1.start },
      entries: shown.map(names.entry),
      marks: bundle.calendar.marked.filter { days.contains($0.date) }.map {
        MarkedDay(date: $0.date, mark: $0.mark)
      })
  }
}

extension BundleNames {
  /// Whether a row belongs in the subject's timetable.
  fileprivate func concerns(_ row: TimetableRow, _ subject: Subject) -> Bool {
    switch subject {
    case .centre: true
    case .classID(let id): row.kind == .class && row.classID == id
    case .person(let id): row.people.contains(id)
    case .room(let id): row.room == id
    case .trainee(let id):
      row.kind == .class ? roster[row.classID]?.contains(id) == true : row.trainee == id
    }
  }

  /// The subject's name; nil where the facts hold no such id.
  fileprivate func title(of subject: Subject, centre: String) -> String? {
    switch subject {
    case .centre: centre
    case .classID(let id): classes[id].map { className($0.id, course: courses[$0.course]?.name ?? "") }
    case .person(let id): people[id]?.name
    case .room(let id): rooms[id].map { placeName(site: sites[$0.site]?.name ?? "", room: $0.name) }
    case .trainee(let id): trainees[id]?.name
    }
  }

  fileprivate func entry(_ row: TimetableRow) -> TimetableEntry {
    TimetableEntry(
      row: row, courseName: course(of: row)?.name ?? "", moduleName: row.kind == .class ? title(of: row) : "",
      parts: parts(of: row), traineeName: trainees[row.trainee]?.name ?? row.trainee,
      siteName: sites[row.site]?.name ?? row.site, roomName: rooms[row.room]?.name ?? row.room,
      peopleNames: row.people.map { people[$0]?.name ?? $0 }, isProvisional: isProvisional(row.date))
  }
}

/// A class as people say it: its course before its id, unless the id says it already.
func className(_ id: String, course: String) -> String {
  course.isEmpty || id.contains(course) ? id : "\(course) \(id)"
}

/// Where a session is: the site before the room, unless the room's name says it already.
func placeName(site: String, room: String) -> String {
  site.isEmpty || room.contains(site) ? room : room.isEmpty ? site : "\(site) \(room)"
}
