/// Who may hold the sessions of an excerpt and which rooms suit them, found once for all sessions that ask for the same.
struct Serving {
  private struct Seeking: Hashable {
    let isTaught: Bool
    /// The series whose own list of people binds; nil: none does.
    let listed: Int?
    let qualification: String?
  }

  private struct Needing: Hashable {
    let site: Int?
    let seats: Int
    let features: Set<String>
  }

  private var seeking: [Seeking: [Int]] = [:]
  private var needing: [Needing: [Int]] = [:]

  /// Whoever may hold sessions of the class, whatever they ask for.
  mutating func teachers(of series: Int, in excerpt: Excerpt) -> [Int] {
    people(Seeking(isTaught: true, listed: listed(series, excerpt), qualification: nil), excerpt)
  }

  mutating func people(of session: Int, in excerpt: Excerpt) -> [Int] {
    let problem = excerpt.terrain.problem
    let series = problem.sessions[session].series
    var qualification: String?
    if let wanted = problem.sessions[session].qualification,
      let module = excerpt.terrain.sources.moduleOf[session],
      excerpt.has(.qualification(module)), excerpt.has(.holders(wanted))
    {
      qualification = wanted
    }
    let isTaught = problem.series[series].kind == .taught
    return people(
      Seeking(
        isTaught: isTaught, listed: listed(series, excerpt), qualification: isTaught ? qualification : nil),
      excerpt)
  }

  private func listed(_ series: Int, _ excerpt: Excerpt) -> Int? {
    excerpt.terrain.problem.series[series].people.isEmpty || !excerpt.has(.people(series)) ? nil : series
  }

  private mutating func people(_ sought: Seeking, _ excerpt: Excerpt) -> [Int] {
    if let known = seeking[sought] { return known }
    let problem = excerpt.terrain.problem
    let listed = sought.listed.map { problem.series[$0].people }
    let needsRole = excerpt.has(sought.isTaught ? .lecturers : .mentors)
    let found = problem.people.indices.filter { index in
      let person = problem.people[index]
      guard person.isKnown, !needsRole || (sought.isTaught ? person.isLecturer : person.isMentor) else {
        return false
      }
      return listed?.contains(index) ?? true
        && sought.qualification.map(person.qualifications.contains) ?? true
    }
    seeking[sought] = found
    return found
  }

  mutating func rooms(of session: Int, in excerpt: Excerpt) -> [Int] {
    let problem = excerpt.terrain.problem
    let series = problem.sessions[session].series
    let module = excerpt.terrain.sources.moduleOf[session]
    let isAsked = module.map { excerpt.has(.features($0)) } ?? true
    let needed = Needing(
      site: excerpt.has(.site(series)) ? problem.series[series].site : nil,
      seats: excerpt.has(.seats(series)) && excerpt.has(.capacity) ? problem.series[series].size : 0,
      features: isAsked ? problem.sessions[session].features.filter { excerpt.has(.equipped($0)) } : [])
    if let known = needing[needed] { return known }
    let found = problem.rooms.indices.filter { index in
      let room = problem.rooms[index]
      return needed.site.map { $0 == room.site } ?? true && room.capacity >= needed.seats
        && needed.features.allSatisfy(room.features.contains)
    }
    needing[needed] = found
    return found
  }
}
