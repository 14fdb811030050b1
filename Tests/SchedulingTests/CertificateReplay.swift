import Civil

@testable import Scheduling

/// Replays a certificate against the problem alone: what it says must be so, and must be all that there is.
struct CertificateReplay {
  let certificate: ReadCertificate
  let problem: Problem
  /// What is wrong, each as `H4 …`.
  private(set) var faults: [String] = []

  init(_ certificate: ReadCertificate, _ problem: Problem) {
    self.certificate = certificate
    self.problem = problem
    sessions()
    // Chains go by number: without sound numbers there is nothing to follow.
    let numbers = certificate.sessions.map(\.number)
    let named =
      certificate.classes.map(\.chain) + certificate.rooms.map(\.chain)
      + certificate.people.map(\.chain) + certificate.trainees.map(\.chain)
      + certificate.meetings.map(\.chain)
    guard numbers == Array(numbers.indices),
      named.allSatisfy({ $0.sessions.allSatisfy(numbers.indices.contains) }),
      certificate.classes.allSatisfy({
        $0.levels.allSatisfy { $0.sessions.allSatisfy(numbers.indices.contains) }
      })
    else {
      faults.append("H0 numbers")
      return
    }
    classes()
    rooms()
    people()
    trainees()
    meetings()
    bounds()
  }

  private mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
    if !holds { faults.append(fault()) }
  }

  private func kind(_ word: String) -> Problem.Series.Kind? {
    ["taught": .taught, "office": .office, "visit": .visit, "online": .online][word]
  }

  private func series(_ name: ReadCertificate.Name) -> Int? {
    problem.series.indices.first {
      problem.series[$0].id == name.series && problem.series[$0].kind == kind(name.kind)
    }
  }

  private func session(_ name: ReadCertificate.Name) -> Problem.Session? {
    series(name).flatMap { series in
      problem.series[series].sessions.map { problem.sessions[$0] }.first {
        $0.module == name.module && $0.part == name.part
      }
    }
  }

  private func day(_ one: ReadCertificate.Session) -> CivilDate { problem.planFrom + one.start / 1440 }

  // MARK: - Each session by itself: H2, the openings of H3, H4 and H5, H9, H10

  private mutating func sessions() {
    let names = certificate.sessions.map(\.name) + (certificate.head?.missing ?? [])
    expect(Set(names).count == names.count && names.count == problem.sessions.count, "H0 sessions")
    for one in certificate.sessions {
      guard let wanted = session(one.name), let block = problem.blocks.first(where: { $0.id == one.block })
      else {
        faults.append("H0 \(one.name)")
        continue
      }
      let own = problem.series[wanted.series]
      let (date, from) = (day(one), (one.start / 1440) * 1440)
      let minutes = block.minutes(first: one.first, count: wanted.periods)
      expect(one.date == date.description && one.periods == wanted.periods, "H0 \(one.name)")
      expect(one.start == from + minutes.lowerBound && one.end == from + minutes.upperBound, "H0 \(one.name)")
      expect(one.first >= 1 && one.first + one.periods - 1 <= block.periods, "H2 \(one.name)")
      expect(date >= problem.planFrom && date <= problem.planTo, "H2 \(one.name)")
      expect(date >= own.earliest ?? date && date <= own.latest ?? date, "H2 \(one.name)")
      expect(!problem.calendar.isHoliday(date), "H2 \(one.name)")
      expect(
        own.open.opens(block.id, on: date, in: problem.calendar) || own.kind.isMentoring, "H3 \(one.name)")
      expect(own.kind.needsRoom == (one.room != nil), "H4 \(one.name)")
      if let room = one.room { self.room(room, of: one, wanted, own, on: date) }
      for person in one.people { self.person(person, of: one, wanted, own, on: date) }
      expect(
        Set(one.people.map(\.id)).count == wanted.team && one.people.count == wanted.team, "H5 \(one.name)")
      for pin in wanted.pins {
        expect(
          pin.date ?? date == date && pin.block.map { problem.blocks[$0].id } ?? one.block == one.block, "H10"
        )
        expect(pin.first ?? one.first == one.first, "H10")
        expect(pin.room.map { problem.rooms[$0].id } ?? one.room?.id == one.room?.id, "H10")
        expect(
          pin.people.map { Set($0.map { problem.people[$0].id }) == Set(one.people.map(\.id)) } ?? true, "H10"
        )
      }
    }
  }

  private mutating func room(
    _ room: ReadCertificate.Session.Room, of one: ReadCertificate.Session, _ wanted: Problem.Session,
    _ own: Problem.Series, on date: CivilDate
  ) {
    guard let known = problem.rooms.first(where: { $0.id == room.id }) else {
      return faults.append("H4 \(room.id)")
    }
    expect(
      room.seats == known.capacity && room.size == own.size && known.capacity >= own.size,
      "H4 seats \(room.id)")
    expect(
      Set(room.needs) == wanted.features && wanted.features.isSubset(of: known.features), "H4 \(room.id)")
    expect(known.open.opens(one.block, on: date, in: problem.calendar), "H4 \(room.id) closed")
    expect(
      problem.sites[known.site] == room.site && own.site ?? known.site == known.site, "H4 site \(room.id)")
  }

  private mutating func person(
    _ person: ReadCertificate.Session.Person, of one: ReadCertificate.Session, _ wanted: Problem.Session,
    _ own: Problem.Series, on date: CivilDate
  ) {
    guard let index = problem.people.firstIndex(where: { $0.id == person.id }) else {
      return faults.append("H5 \(person.id)")
    }
    let known = problem.people[index]
    expect(known.isKnown && (own.kind == .taught ? known.isLecturer : known.isMentor), "H5 role \(person.id)")
    expect(own.people.isEmpty || own.people.contains(index), "H5 list \(person.id)")
    if own.kind == .taught, let needed = wanted.qualification {
      expect(
        person.qualification == needed && known.qualifications.contains(needed), "H5 \(person.id) \(needed)")
    }
    expect(known.open.opens(one.block, on: date, in: problem.calendar), "H5 \(person.id) not open")
    // The neighbours are neighbours: every event ends by the one or begins from the other on.
    let midnight = CivilMoment(problem.planFrom).minutesSinceEpoch
    let (from, to) = (person.freeFrom ?? Int.min, person.freeTo ?? Int.max)
    expect(from <= one.start && one.end <= to, "H5 \(person.id) busy")
    for event in known.busy where event.lowerBound < event.upperBound {
      let (start, end) = (
        event.lowerBound.minutesSinceEpoch - midnight, event.upperBound.minutesSinceEpoch - midnight
      )
      expect(end <= from || start >= to, "H5 \(person.id) busy \(start)")
    }
  }

  // MARK: - Chains

  /// The chain holds exactly the sessions that it should, in time, none before the one ahead of it has ended.
  private mutating func chain(
    _ chain: ReadCertificate.Chain, _ rule: String, of belongs: (ReadCertificate.Session) -> Bool
  ) {
    expect(chain.sessions.sorted() == certificate.sessions.filter(belongs).map(\.number), "\(rule) members")
    expect(chain.pauses.count == max(0, chain.sessions.count - 1), "\(rule) pauses")
    for (index, pause) in chain.pauses.enumerated() where index + 1 < chain.sessions.count {
      let (one, next) = (
        certificate.sessions[chain.sessions[index]], certificate.sessions[chain.sessions[index + 1]]
      )
      expect(pause >= 0 && pause == next.start - one.end, "\(rule) overlap")
    }
  }

  private mutating func counts(
    _ counts: [ReadCertificate.Count], _ rule: String, most: Int, _ sessions: [ReadCertificate.Session],
    by key: (ReadCertificate.Session) -> String
  ) {
    var periods: [String: Int] = [:]
    for one in sessions { periods[key(one), default: 0] += one.periods }
    expect(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.when, $0.periods) }) == periods, "\(rule) counts")
    for count in counts {
      expect(count.most == most && count.periods <= most, "\(rule) too many on \(count.when)")
    }
  }

  private mutating func classes() {
    let taught = problem.series.filter { $0.kind == .taught }
    for own in taught {
      let sessions = certificate.sessions.filter { $0.name.series == own.id && $0.name.kind == "taught" }
      guard let line = certificate.classes.first(where: { $0.id == own.id }) else {
        expect(sessions.isEmpty, "H1 no line for \(own.id)")
        continue
      }
      chain(line.chain, "H3 \(own.id)") { $0.name.series == own.id && $0.name.kind == "taught" }
      counts(line.days, "H3 \(own.id)", most: own.maxPeriodsDay, sessions) { $0.date }
      expect(sessions.allSatisfy { $0.room?.site == line.site }, "H4 sites of \(own.id)")
      expect(Set(sessions.flatMap { $0.people.map(\.id) }) == Set(line.lecturers), "H8 \(own.id)")
      let isWhole = sessions.count == own.sessions.count
      expect(!isWhole || Set(line.lecturers).count >= own.minLecturers, "H8 \(own.id)")
      levels(of: line, sessions)
      for (module, parts) in Dictionary(grouping: sessions, by: \.name.module) {
        let inTime = parts.sorted { $0.start < $1.start }.map(\.name.part)
        expect(inTime == inTime.sorted(), "H1 parts of \(module)")
      }
    }
  }

  private mutating func levels(of line: ReadCertificate.Class, _ sessions: [ReadCertificate.Session]) {
    expect(line.levels.flatMap(\.sessions).sorted() == sessions.map(\.number), "H1 levels of \(line.id)")
    var (end, order) = (Int?.none, Int.min)
    for level in line.levels {
      expect(
        level.order > order && level.after == end && level.afterDay == end.map { ($0 - 1) / 1440 },
        "H1 \(line.id)")
      order = level.order
      for number in level.sessions {
        let one = certificate.sessions[number]
        let wanted = session(one.name)
        expect(wanted?.order == level.order && one.start >= level.after ?? one.start, "H1 \(line.id)")
        let passed = level.afterDay.map { one.start / 1440 - $0 } ?? Int.max
        expect(passed >= wanted?.gapDays ?? 0, "H1 gap of \(line.id)")
        end = max(end ?? 0, one.end)
      }
    }
  }

  private mutating func rooms() {
    for room in problem.rooms {
      let belongs = { (one: ReadCertificate.Session) in one.room?.id == room.id }
      if let line = certificate.rooms.first(where: { $0.id == room.id }) {
        chain(line.chain, "H4 \(room.id)", of: belongs)
      } else {
        expect(!certificate.sessions.contains(where: belongs), "H4 no line for \(room.id)")
      }
    }
  }

  private mutating func people() {
    for person in problem.people {
      let belongs = { (one: ReadCertificate.Session) in one.people.contains { $0.id == person.id } }
      let own = certificate.sessions.filter(belongs)
      guard let line = certificate.people.first(where: { $0.id == person.id }) else {
        expect(own.isEmpty, "H5 no line for \(person.id)")
        continue
      }
      chain(line.chain, "H5 \(person.id)", of: belongs)
      counts(line.days, "H5 \(person.id)", most: person.maxPeriodsDay, own) { $0.date }
      let first = problem.planFrom
      counts(line.weeks, "H5 \(person.id)", most: person.maxPeriodsWeek, own) {
        (first + $0.start / 1440).isoWeek.description
      }
      let stays = own.filter { $0.name.kind != "online" }.sorted { $0.start < $1.start }
      let pairs = zip(stays, stays.dropFirst()).filter { $0.date == $1.date }
      expect(
        line.ways.map(\.from) == pairs.map(\.0.number) && line.ways.map(\.to) == pairs.map(\.1.number), "H6")
      for (way, pair) in zip(line.ways, pairs) {
        var needed = 0
        if pair.0.name.kind == "visit" || pair.1.name.kind == "visit" {
          needed = problem.defaultTravelMinutes
        } else if let from = problem.sites.firstIndex(of: pair.0.room?.site ?? ""),
          let to = problem.sites.firstIndex(of: pair.1.room?.site ?? ""), from != to
        {
          needed = problem.travelMinutes[from * problem.sites.count + to]
        }
        expect(
          way.needed == needed && way.minutes == pair.1.start - pair.0.end && way.minutes >= needed, "H6 way")
      }
    }
  }

  private mutating func trainees() {
    var attended: [Int: Set<String>] = [:]
    for series in problem.series {
      for trainee in series.trainees {
        attended[trainee, default: []].insert(
          (series.kind == .taught ? "taught" : "\(series.kind)") + " " + series.id)
      }
    }
    for names in Set(attended.values.filter { $0.count > 1 }) {
      guard let line = certificate.trainees.first(where: { Set($0.series) == names }) else {
        faults.append("H7 no line for \(names.sorted())")
        continue
      }
      chain(line.chain, "H7") { names.contains($0.name.kind + " " + $0.name.series) }
    }
  }

  private mutating func meetings() {
    for own in problem.series where own.kind.isMentoring {
      let belongs = { (one: ReadCertificate.Session) in one.name.series == own.id && one.name.kind != "taught"
      }
      let sessions = certificate.sessions.filter(belongs)
      guard let line = certificate.meetings.first(where: { $0.trainee == own.id }) else {
        expect(sessions.isEmpty, "H9 no line for \(own.id)")
        continue
      }
      chain(line.chain, "H9 \(own.id)", of: belongs)
      expect(sessions.allSatisfy { $0.people.map(\.id) == [line.mentor] }, "H9 mentors of \(own.id)")
      let days = sessions.map { $0.start / 1440 }
      expect(line.daysBetween == zip(days, days.dropFirst()).map { $1 - $0 }, "H9 \(own.id)")
      expect(line.daysBetween.allSatisfy { $0 >= own.minGapDays }, "H9 gap of \(own.id)")
    }
  }

  // MARK: - Bounds

  private mutating func bounds() {
    let weights = Dictionary(uniqueKeysWithValues: certificate.costs.map { ($0.constraint, $0.weight) })
    for bound in certificate.bounds {
      var units = bound.shares?.reduce(0) { $0 + $1.units } ?? bound.sessions?.count ?? 0
      if let lack = bound.shortage { units = max(0, lack.periods - lack.people.count * lack.fairLoad) }
      if let prices = bound.prices {
        let load = weights["load"] ?? 0
        let sums = prices.cases.filter { !$0.prices.isEmpty }.map { one in
          let mean = zip(prices.groups, one.prices).reduce(0.0) {
            $0 + Double($1.0.count * prices.fairLoad * $1.1) * load / Double(prices.scale)
          }
          return one.classes.reduce(0) { $0 + $1.cost } - mean
        }
        let least = sums.min() ?? 0
        expect(prices.cases.allSatisfy { $0.prices.allSatisfy((0...prices.scale).contains) }, "bound prices")
        expect(
          bound.cost <= max(0, (least - 1e-6).rounded(.up)), "bound \(bound.id): \(bound.cost), not \(least)")
        expect(isEveryCase(prices.cases.map(\.choices)), "bound \(bound.id): a case is missing")
        let impossible = prices.cases.filter(\.prices.isEmpty)
        expect(impossible.allSatisfy { lacksSomebody($0.choices) }, "bound \(bound.id): a case is possible")
      } else {
        expect(units == bound.units, "bound \(bound.id)")
        expect(
          bound.cost == Double(units) * (weights[bound.constraints.first ?? ""] ?? 0), "bound \(bound.id)")
      }
    }
  }

  /// Whether every timetable is of one of the cases: one pair of class and person tells them in two, and so on.
  private func isEveryCase(_ cases: [[ReadCertificate.Bound.Prices.Choice]]) -> Bool {
    guard let first = cases.first else { return false }
    if cases.contains(where: \.isEmpty) { return true }
    func has(_ choices: [ReadCertificate.Bound.Prices.Choice], _ pair: ReadCertificate.Bound.Prices.Choice)
      -> Bool?
    {
      choices.first { $0.class == pair.class && $0.person == pair.person }?.has
    }
    guard let pair = first.first(where: { pair in cases.allSatisfy { has($0, pair) != nil } }) else {
      return false
    }
    return [true, false].allSatisfy { side in
      isEveryCase(
        cases.filter { has($0, pair) == side }.map {
          $0.filter { $0.class != pair.class || $0.person != pair.person }
        })
    }
  }

  /// Whether a class has a session that nobody may hold but people whom it has not.
  private func lacksSomebody(_ choices: [ReadCertificate.Bound.Prices.Choice]) -> Bool {
    problem.series.indices.contains { series in
      let without = Set(choices.filter { $0.class == problem.series[series].id && !$0.has }.map(\.person))
      return problem.series[series].sessions.contains { session in
        problem.people.indices.allSatisfy {
          !problem.isEligible($0, for: session) || without.contains(problem.people[$0].id)
        }
      }
    }
  }
}
