package import Civil
package import Mentors

/// What a team's hours, its desks and the trainees' time can bear of guidance in a period, against what is wanted.
///
/// All that is bearable is a bound from above. Each mentor gives all the time that is open, not busy and not taught in,
/// within the limits of a day and of an ISO week; meetings in the office are held while a desk is free, visits with
/// `default_travel_minutes` between them, and nobody meets while in class. Wishes for days, and who wants whom, are left
/// out. What is short by it is short indeed; what suffices by it may still not fit.
package struct GuidanceHours: Sendable {
  /// Meetings in a link by one way; nil: any.
  package struct Want: Hashable, Sendable {
    package let link: ServiceLink
    package let mode: MentoringRequest.Mode?

    package init(_ link: ServiceLink, _ mode: MentoringRequest.Mode? = nil) {
      (self.link, self.mode) = (link, mode)
    }
  }

  package struct Month: Hashable, Sendable {
    /// Its days within the period.
    package let days: ClosedRange<CivilDate>
    package let workingDays: Int
    /// Meetings.
    package let wanted: Int
    /// By the mentors' hours, at the desks, and of visits.
    package let bearable: Int
    package let atDesks: Int
    package let visits: Int
    /// By the time of the trainees.
    package let byTrainees: Int
    /// Meetings that stand in the timetable already: a plan, no bound.
    package let arranged: Int
    package let shortages: [Shortage]
    package var short: Int { shortages.reduce(0) { $0 + $1.short } }
  }

  package struct Link: Hashable, Sendable {
    package let link: ServiceLink
    package let wanted: Int
    /// Meetings that its mentors can hold in the whole period if they do nothing else.
    package let bearable: Int
    package let mentors: Int
  }

  /// Meetings that together want more than all who could hold them can bear.
  package struct Shortage: Hashable, Sendable {
    /// What is short.
    package enum Kind: Hashable, Sendable { case mentors, desks, trainees }

    package let kind: Kind
    /// For mentors: the links that are short, and the ways of meeting; no way: any.
    package let links: [ServiceLink]
    package let modes: [MentoringRequest.Mode]
    /// Mentors, desks or trainees.
    package let count: Int
    package let wanted: Int
    package let bearable: Int
    package var short: Int { wanted - bearable }
  }

  /// A mentor's hours: meetings of any kind, in the office, and visits, each if there were nothing else.
  package struct Mentor: Hashable, Sendable {
    package let id: String
    package let meetings: Int
    package let office: Int
    package let visits: Int
  }

  package let period: ClosedRange<CivilDate>
  /// Periods of one meeting.
  package let periods: Int
  package let months: [Month]
  package let links: [Link]
  /// Over the whole period; empty: neither hours nor desks nor trainees are short.
  package let shortages: [Shortage]
  package let wanted: Int
  /// By the mentors' hours alone.
  package let bearable: Int
  package let desks: Int
  package let trainees: Int
  /// In the order of the bundle.
  package let byMentor: [Mentor]

  package var short: Int { shortages.reduce(0) { $0 + $1.short } }

  /// Counts the hours of a bundle's mentors beside the classes among `rows`, which are held anyway.
  ///
  /// `wanted` are person-times in the period, which fall on links and ways by `shares`, in any unit, and on months by
  /// working days. `trainees` is how many can be guided. `experts` guide in a link; a link without anybody is open to
  /// all mentors.
  package init(
    _ bundle: PlanningBundle, rows: [TimetableRow], period: ClosedRange<CivilDate>, wanted: Int,
    shares: [Want: Int], trainees: Int, periods: Int, experts: [ServiceLink: Set<String>]
  ) {
    self.period = period
    self.periods = periods
    self.wanted = wanted
    self.trainees = trainees
    let mentors = bundle.people.filter { $0.roles.contains(.mentor) }
    let all = Set(mentors.map(\.id))
    let wants = shares.filter { $0.value > 0 }.keys.sorted { ($0.link, $0.order) < ($1.link, $1.order) }
    let months = Self.months(of: period)
    let workingDays = months.map { days in days.count(where: bundle.calendar.isWorkingDay) }
    let byWant = Self.split(wanted, by: wants.map { shares[$0] ?? 0 })
    let byMonth = byWant.map { Self.split($0, by: workingDays) }
    let open = MentorTime(
      bundle, rows: rows.filter { $0.kind == .class }, period: period, periods: periods)
    let desks = bundle.rooms.count { $0.features.contains("consult") }
    self.desks = desks
    let balance = GuidanceBalance(
      wants: wants,
      guides: wants.map { want in
        let own = experts[want.link].map(all.intersection) ?? []
        return own.isEmpty ? all : own
      }, mentors: mentors.map(\.id), desks: desks, trainees: trainees)
    // The whole is not the sum of its months, as weeks lie in two of them.
    let time = mentors.map { open.meetings(of: $0, by: months + [period]) }
    let atDesks = open.atDesks(by: months)
    let byTrainees = open.withTrainees(trainees, by: months)
    self.months = months.indices.map { month in
      Month(
        days: months[month], workingDays: workingDays[month],
        wanted: byMonth.reduce(0) { $0 + $1[month] },
        bearable: time.reduce(0) { $0 + $1.any[month] }, atDesks: atDesks[month],
        visits: time.reduce(0) { $0 + $1.visits[month] }, byTrainees: byTrainees[month],
        arranged: rows.count { $0.kind == .mentoring && months[month].contains($0.date) },
        shortages: balance.shortages(
          wanted: byMonth.map { $0[month] },
          supply: GuidanceBalance.Supply(
            any: time.map { $0.any[month] }, office: time.map { $0.office[month] },
            visits: time.map { $0.visits[month] }, atDesks: atDesks[month], byTrainees: byTrainees[month])))
    }
    let whole = mentors.indices.map { index in
      Mentor(
        id: mentors[index].id, meetings: time[index].any[months.count],
        office: time[index].office[months.count], visits: time[index].visits[months.count])
    }
    byMentor = whole
    bearable = whole.reduce(0) { $0 + $1.meetings }
    links = Set(wants.map(\.link)).sorted().map { link in
      let own = wants.indices.filter { wants[$0].link == link }
      let guides = balance.guides[own[0]]
      return Link(
        link: link, wanted: own.reduce(0) { $0 + byWant[$1] },
        bearable: whole.reduce(0) { $0 + (guides.contains($1.id) ? $1.meetings : 0) }, mentors: guides.count)
    }
    shortages = balance.shortages(
      wanted: byWant,
      supply: GuidanceBalance.Supply(
        any: whole.map(\.meetings), office: whole.map(\.office), visits: whole.map(\.visits),
        atDesks: atDesks.reduce(0, +), byTrainees: byTrainees.reduce(0, +)))
  }

  /// The calendar months of a period, cut to it.
  static func months(of period: ClosedRange<CivilDate>) -> [ClosedRange<CivilDate>] {
    var months: [ClosedRange<CivilDate>] = []
    var day = period.lowerBound
    while day <= period.upperBound {
      let (year, month, number) = day.parts
      let last = min(day + (CivilDate.days(inMonth: month, of: year) - number), period.upperBound)
      months.append(day...last)
      day = last + 1
    }
    return months
  }

  /// A whole number in parts as the shares are, by the largest remainders; all of it, unless all shares are 0.
  static func split(_ whole: Int, by shares: [Int]) -> [Int] {
    let sum = shares.reduce(0, +)
    guard sum > 0 else { return shares.map { _ in 0 } }
    var parts = shares.map { whole * $0 / sum }
    let order = shares.indices.sorted { left, right in
      (-(whole * shares[left] % sum), left) < (-(whole * shares[right] % sum), right)
    }
    for index in order.prefix(whole - parts.reduce(0, +)) { parts[index] += 1 }
    return parts
  }
}

extension GuidanceHours.Want {
  /// The place of its way among all.
  fileprivate var order: Int { mode.flatMap(MentoringRequest.Mode.allCases.firstIndex) ?? -1 }
}
