import Civil

/// One session: when, where and with whom, and the rows of the tables that allow it.
package struct SessionWitness: Encodable, Sendable {
  struct Room: Encodable {
    let id: String
    let site: String
    let seats: Int
    /// Seats that the class needs.
    let size: Int
    let needs: [String]
  }

  struct Person: Encodable {
    let id: String
    /// What the session asks a lecturer to hold, and the person holds; nil: nothing.
    let qualification: String?
    /// End of the calendar event before it and start of the one after it, in minutes; nil: none.
    let freeFrom: Int?
    let freeTo: Int?

    enum CodingKeys: String, CodingKey {
      case id, qualification
      case freeFrom = "free_from"
      case freeTo = "free_to"
    }
  }

  let number: Int
  let name: SessionName
  let order: Int
  let date: String
  /// Whether the day is a make-up working day, on which a pattern opens what it opens on all of Monday to Friday.
  let isMakeUpDay: Bool
  let block: String
  let blockPeriods: Int
  let first: Int
  let periods: Int
  let start: Int
  let end: Int
  let earliest: String?
  let latest: String?
  let room: Room?
  let people: [Person]

  enum CodingKeys: String, CodingKey {
    case number, name, order, date, block, first, periods, start, end, earliest, latest, room, people
    case isMakeUpDay = "make_up_day"
    case blockPeriods = "block_periods"
  }

  init(_ numbered: NumberedTimetable, _ number: Int) {
    let (one, problem) = (numbered.placed[number], numbered.problem)
    let minutes = numbered.minutes(of: one)
    self.number = number
    name = SessionName(problem, one.placement.session)
    order = one.session.order
    date = one.date.description
    isMakeUpDay = one.date.weekday.isWeekend && problem.calendar.isMakeUpDay(one.date)
    block = problem.blocks[one.placement.block].id
    blockPeriods = problem.blocks[one.placement.block].periods
    first = one.placement.first
    periods = one.placement.periods
    start = minutes.lowerBound
    end = minutes.upperBound
    earliest = one.series.earliest?.description
    latest = one.series.latest?.description
    room = one.placement.room.map {
      let room = problem.rooms[$0]
      return Room(
        id: room.id, site: problem.sites[room.site], seats: room.capacity, size: one.series.size,
        needs: one.session.features.sorted())
    }
    let midnight = CivilMoment(problem.planFrom).minutesSinceEpoch
    people = one.placement.people.map {
      let person = problem.people[$0]
      let before = person.busy.map { $0.upperBound.minutesSinceEpoch - midnight }.filter {
        $0 <= minutes.lowerBound
      }
      let after = person.busy.map { $0.lowerBound.minutesSinceEpoch - midnight }.filter {
        $0 >= minutes.upperBound
      }
      return Person(
        id: person.id, qualification: one.series.kind == .taught ? one.session.qualification : nil,
        freeFrom: before.max(), freeTo: after.min())
    }
  }
}
