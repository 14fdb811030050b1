package import Civil
package import Mentors

/// What a team's hours can bear of guidance in a period, against what is wanted: by month and by link.
///
/// A bound from above: each mentor gives all the time that is open, not busy and not taught in, within the limits of a
/// day and of an ISO week; desks, travel and the wishes of trainees are left out. What is short by it is short indeed.
package struct GuidanceHours: Sendable {
  package struct Month: Hashable, Sendable {
    /// Its days within the period.
    package let days: ClosedRange<CivilDate>
    package let workingDays: Int
    /// Meetings.
    package let wanted: Int
    package let bearable: Int
    /// Meetings short because of the links that are short of mentors, or of the whole.
    package let shortage: Shortage?
  }

  package struct Link: Hashable, Sendable {
    package let link: ServiceLink
    package let wanted: Int
    /// Meetings that its mentors can hold in the whole period if they do nothing else.
    package let bearable: Int
    package let mentors: Int
  }

  /// Links that together want more than all who guide in any of them can bear.
  package struct Shortage: Hashable, Sendable {
    package let links: [ServiceLink]
    package let mentors: Int
    package let wanted: Int
    package let bearable: Int
    package var short: Int { wanted - bearable }
  }

  package let period: ClosedRange<CivilDate>
  /// Periods of one meeting.
  package let periods: Int
  package let months: [Month]
  package let links: [Link]
  /// Over the whole period; nil: the hours suffice.
  package let shortage: Shortage?
  package let wanted: Int
  package let bearable: Int
  /// By mentor, in the order of the bundle.
  package let byMentor: [(mentor: String, meetings: Int)]

  /// Counts the hours of a bundle's mentors beside `rows`, sessions that are held anyway.
  ///
  /// `wanted` are person-times in the period, which fall on links by `shares`, in any unit, and on months by working
  /// days. `experts` guide in a link; a link without anybody is open to all mentors.
  package init(
    _ bundle: PlanningBundle, rows: [TimetableRow], period: ClosedRange<CivilDate>, wanted: Int,
    shares: [ServiceLink: Int], periods: Int, experts: [ServiceLink: Set<String>]
  ) {
    self.period = period
    self.periods = periods
    self.wanted = wanted
    let mentors = bundle.people.filter { $0.roles.contains(.mentor) }
    let all = Set(mentors.map(\.id))
    let links = shares.filter { $0.value > 0 }.keys.sorted()
    let guides = links.map { link in
      let own = experts[link].map(all.intersection) ?? []
      return own.isEmpty ? all : own
    }
    let monthDays = Self.months(of: period)
    let workingDays = monthDays.map { days in days.count(where: bundle.calendar.isWorkingDay) }
    let byLink = Self.split(wanted, by: links.map { shares[$0] ?? 0 })
    let byMonth = byLink.map { Self.split($0, by: workingDays) }
    let open = MentorTime(bundle, rows: rows, period: period, periods: periods)
    let time = mentors.map { mentor in open.meetings(of: mentor, by: monthDays) }
    func shortage(_ wanted: [Int], _ bearable: [Int]) -> Shortage? {
      Self.shortage(links, wanted, guides, mentors.map(\.id), bearable)
    }
    months = monthDays.indices.map { month in
      Month(
        days: monthDays[month], workingDays: workingDays[month],
        wanted: byMonth.reduce(0) { $0 + $1[month] }, bearable: time.reduce(0) { $0 + $1[month] },
        shortage: shortage(byMonth.map { $0[month] }, time.map { $0[month] }))
    }
    let whole = time.map { $0.reduce(0, +) }
    bearable = whole.reduce(0, +)
    byMentor = zip(mentors, whole).map { ($0.id, $1) }
    self.links = links.indices.map { index in
      Link(
        link: links[index], wanted: byLink[index],
        bearable: zip(mentors, whole).reduce(0) { $0 + (guides[index].contains($1.0.id) ? $1.1 : 0) },
        mentors: guides[index].count)
    }
    self.shortage = shortage(byLink, whole)
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

  /// The links whose mentors fall short of them most; by Hall's condition none are exactly where the hours suffice.
  static func shortage(
    _ links: [ServiceLink], _ wanted: [Int], _ guides: [Set<String>], _ mentors: [String], _ bearable: [Int]
  ) -> Shortage? {
    let masks = mentors.map { mentor in
      guides.indices.reduce(0) { $0 | (guides[$1].contains(mentor) ? 1 << $1 : 0) }
    }
    var best: (short: Int, set: Int)?
    for set in 1..<max(1 << links.count, 2) {
      let want = links.indices.reduce(0) { $0 + (set >> $1 & 1 == 1 ? wanted[$1] : 0) }
      let have = masks.indices.reduce(0) { $0 + (masks[$1] & set != 0 ? bearable[$1] : 0) }
      // Of sets that are short alike the smaller says more.
      if want > have,
        (want - have, -set.nonzeroBitCount) > (best?.short ?? 0, -(best?.set.nonzeroBitCount ?? 99))
      {
        best = (want - have, set)
      }
    }
    guard let best else { return nil }
    let chosen = links.indices.filter { best.set >> $0 & 1 == 1 }
    let able = masks.indices.filter { masks[$0] & best.set != 0 }
    return Shortage(
      links: chosen.map { links[$0] }, mentors: able.count, wanted: chosen.reduce(0) { $0 + wanted[$1] },
      bearable: able.reduce(0) { $0 + bearable[$1] })
  }
}
