import Civil
import Courses
import FollowUp
import Mentors
import ProjectLibrary

/// Made-up guidance: whom the expert team met, in which link of the chain, and which projects were chosen.
struct GuidanceYear {
  /// Which of the team guide in a link.
  let mentors: [ServiceLink: [String]]
  let calendar: WorkingCalendar
  let days: ClosedRange<CivilDate>
  let seed: UInt64

  /// The share of trainees who come for guidance after their class, and who stop coming at each link.
  private static let comes = 0.7
  private static let stops = 0.18
  /// The share of meetings that nobody came to and that are noted so.
  private static let notesMissed = 0.85

  /// Somebody whose guidance is told.
  private struct Guided {
    let id: String
    let from: CivilDate
    /// When the first venture began to operate.
    let started: CivilDate?
    let hasLoan: Bool
    let requests: [HelpRequest]
  }

  /// The meetings of the days, in their order: of those whose classes had ended.
  func sessions(
    _ courses: RecordedCourses, _ lives: RecordedLives, chain: ServiceChain
  ) -> [GuidanceSession] {
    let starts = Dictionary(
      lives.ventures.flatMap { record in
        let began = record.operatingSince(knownOn: days.upperBound)
        return record.venture.founders.compactMap { founder in began.map { (founder.person, $0) } }
      }, uniquingKeysWith: min)
    let borrowers = Set(lives.loans.map(\.borrower))
    let requests = Dictionary(grouping: lives.requests, by: \.subject)
    var sessions: [GuidanceSession] = []
    for held in courses.classes.sorted(by: { $0.id < $1.id }) {
      for (place, member) in held.members.enumerated() {
        var random = MadeUpRandom(
          seed: seed ^ 0x5EED, number: (Int(held.id.filter(\.isNumber)) ?? 0) * 100 + place)
        let trainee = Guided(
          id: member.trainee, from: held.days.upperBound, started: starts[member.trainee],
          hasLoan: borrowers.contains(member.trainee), requests: requests[member.trainee] ?? [])
        sessions += closed(way(of: trainee, chain: chain, &random), by: trainee, &random)
      }
    }
    return sessions.sorted { ($0.on, $0.trainee) < ($1.on, $1.trainee) }
  }

  /// The meetings of one trainee, link after link, until the way ends or the days do.
  private func way(
    of trainee: Guided, chain: ServiceChain, _ random: inout MadeUpRandom
  ) -> [GuidanceSession] {
    guard random.chance(Self.comes) else { return [] }
    var told: [GuidanceSession] = []
    var day = calendar.firstWorkingDay(from: trainee.from + random.between(4, 25))
    for link in chain.links {
      // Links that come too late, or that nobody of the kind needs, are left out.
      if let started = trainee.started {
        if Self.before.contains(link), day > started { continue }
        if link == .openingGuidance { day = max(day, calendar.firstWorkingDay(from: started + -10)) }
        if link == .financing, !trainee.hasLoan { continue }
        if link == .followUp {
          day = max(day, calendar.firstWorkingDay(from: started + random.between(40, 90)))
        }
      } else if !Self.before.contains(link), link != .openingGuidance || !random.chance(0.3) {
        break
      }
      let goesOn = !random.chance(Self.stops)
      let count = random.pick([(1, 0.72), (2, 0.23), (3, 0.05)]) ?? 1
      for number in 1...count {
        guard day <= days.upperBound else { return told }
        let isLast = number == count
        let next = calendar.workingDay(random.between(5, 18), after: day)
        let agrees = !isLast || !goesOn && random.chance(0.6) || random.chance(0.5)
        if day >= days.lowerBound {
          if random.chance(0.06) {
            told.append(session(trainee, link, on: day, .missed, next: agrees ? next : nil, &random))
          } else {
            let isThrough = isLast && goesOn && link != .followUp
            told.append(
              session(
                trainee, link, on: day, isThrough ? .finished : .held, next: agrees ? next : nil, &random))
          }
        }
        day = next
      }
      guard goesOn else { return told }
    }
    return told
  }

  /// The same with what became of the last day agreed: most who stop coming are noted as missed, and a few forgotten.
  private func closed(
    _ told: [GuidanceSession], by trainee: Guided, _ random: inout MadeUpRandom
  ) -> [GuidanceSession] {
    guard let last = told.last, let next = last.next, next <= days.upperBound,
      random.chance(Self.notesMissed)
    else { return told }
    return told + [session(trainee, last.link, on: next, .missed, next: nil, &random)]
  }

  private static let before: Set<ServiceLink> = [.projectDevelopment, .planDesign, .riskAssessment]

  private func session(
    _ trainee: Guided, _ link: ServiceLink, on day: CivilDate, _ outcome: GuidanceSession.Outcome,
    next: CivilDate?, _ random: inout MadeUpRandom
  ) -> GuidanceSession {
    let served = trainee.requests.first { request in
      request.openedOn <= day && request.closedOn.map { day <= $0 } ?? true
    }
    return GuidanceSession(
      id: "", trainee: trainee.id, mentor: random.pick(mentors[link] ?? []) ?? "P01", link: link, on: day,
      minutes: random.pick([(30, 2), (45, 3), (60, 4), (90, 2)]) ?? 60,
      mode: random.pick([(.office, 6), (.online, 2), (.visit, link == .followUp ? 8 : 1)]) ?? .office,
      outcome: outcome, next: next, request: outcome == .missed ? nil : served?.id)
  }

  /// The projects that trainees chose when their project development was through, with the ventures that some started.
  func choices(
    _ sessions: [GuidanceSession], _ library: [ProjectRecord], _ ventures: [VentureRecord]
  ) -> [ProjectChoice] {
    let own = Dictionary(
      ventures.flatMap { record in record.venture.founders.map { ($0.person, record) } },
      uniquingKeysWith: { first, _ in first })
    var chosen: [ProjectChoice] = []
    for (place, session) in sessions.enumerated()
    where session.link == .projectDevelopment && session.outcome == .finished {
      var random = MadeUpRandom(seed: seed ^ 0xC401CE, number: place)
      let venture = own[session.trainee]
      let open = library.filter { record in
        record.project.kind == .project && record.state(on: session.on, knownOn: session.on).isReviewed
      }
      let fitting = open.filter { record in
        record.project.industry.map { $0.section } == venture?.venture.industry.map { $0.section }
      }
      guard random.chance(0.7), let project = random.pick(fitting.isEmpty ? open : fitting) else { continue }
      let began = venture?.operatingSince(knownOn: days.upperBound)
      let isOfIt = !fitting.isEmpty && began.map { $0 > session.on && $0 <= days.upperBound } ?? false
      chosen.append(
        ProjectChoice(
          id: "", project: project.project.id, person: session.trainee, on: session.on,
          venture: isOfIt ? venture?.venture.id : nil, recordedOn: session.on, recordedBy: ""))
    }
    return chosen
  }
}
