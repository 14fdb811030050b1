package import Civil
package import Mentors

/// A meeting that comes back (周例会、月点评、季考核、联络员交流、创业者联谊): those who attend are busy then.
package struct StandingMeeting: Hashable, Sendable {
  package let code: String
  package let name: String
  package let cadence: Cadence
  package let start: ClockTime
  package let end: ClockTime
  package let days: ClosedRange<CivilDate>
  package let place: String
  /// Ids of people, names of people of the department, or a role for all who have it.
  package let attendees: [String]

  package init(
    code: String, name: String, cadence: Cadence, start: ClockTime, end: ClockTime,
    days: ClosedRange<CivilDate>, place: String, attendees: [String]
  ) {
    self.code = code
    self.name = name
    self.cadence = cadence
    self.start = start
    self.end = end
    self.days = days
    self.place = place
    self.attendees = attendees
  }

  /// Its meetings whose nominal days lie in the range and in its own days, in order.
  package func occurrences(
    in range: ClosedRange<CivilDate>, calendar: WorkingCalendar, people: [Person]
  ) -> [StandingOccurrence] {
    guard range.overlaps(days) else { return [] }
    let attendees = attending(people)
    return cadence.meetings(in: range.clamped(to: days), calendar: calendar).map { meeting in
      StandingOccurrence(
        meeting: code, name: name, nominal: meeting.nominal, held: meeting.held, start: start, end: end,
        place: place, attendees: attendees)
    }
  }

  /// The ids of those who attend: roles stand for all who have them.
  private func attending(_ people: [Person]) -> [String] {
    Set(
      attendees.flatMap { one in
        Person.Role(rawValue: one).map { role in people.filter { $0.roles.contains(role) }.map(\.id) } ?? [
          one
        ]
      }
    ).sorted()
  }
}

/// One of the meetings of a standing meeting.
package struct StandingOccurrence: Hashable, Sendable {
  package let meeting: String
  package let name: String
  /// The day that the rhythm asks for, by which it is known.
  package let nominal: CivilDate
  /// Nil: it is left out.
  package let held: CivilDate?
  package let start: ClockTime
  package let end: ClockTime
  package let place: String
  /// Ids of people, and names of those who are none of the bundle's.
  package let attendees: [String]

  package init(
    meeting: String, name: String, nominal: CivilDate, held: CivilDate?, start: ClockTime, end: ClockTime,
    place: String, attendees: [String]
  ) {
    self.meeting = meeting
    self.name = name
    self.nominal = nominal
    self.held = held
    self.start = start
    self.end = end
    self.place = place
    self.attendees = attendees
  }

  /// The sessions of its attendees that overlap it.
  package func clashes(with rows: [TimetableRow]) -> [TimetableRow] {
    guard let held else { return [] }
    return rows.filter { row in
      row.date == held && row.start < end && start < row.end
        && row.people.contains(where: attendees.contains)
    }
  }
}

extension PlanningBundle {
  /// Makes people busy while they attend meetings; whoever has one of the sessions then stays away.
  package mutating func addBusy(_ meetings: [StandingOccurrence], beside rows: [TimetableRow]) {
    for meeting in meetings {
      guard let day = meeting.held else { continue }
      let away = Set(meeting.clashes(with: rows).flatMap(\.people))
      let time = CivilMoment(day, meeting.start)..<CivilMoment(day, meeting.end)
      for person in meeting.attendees where !away.contains(person) {
        busy[person, default: []].append(time)
        busy[person]?.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
      }
    }
  }
}
