import Civil

@testable import Scheduling

/// Tries every placement of a tiny problem by the readable hard rules alone.
struct Enumeration {
  private let problem: Problem
  private let hard = [Constraint].standard.hard

  init(_ problem: Problem) {
    self.problem = problem
  }

  var canBePlanned: Bool { canPlace(problem.series.flatMap(\.sessions), []) }

  private func canPlace(_ sessions: [Int], _ placed: [Placement]) -> Bool {
    guard let session = sessions.first else { return true }
    let needed = problem.sessions[session]
    let rooms: [Int?] =
      problem.series[needed.series].kind.needsRoom ? problem.rooms.indices.map { $0 } : [nil]
    for date in problem.planFrom...problem.planTo {
      for block in problem.blocks.indices where needed.periods <= problem.blocks[block].periods {
        for first in 1...(problem.blocks[block].periods - needed.periods + 1) {
          for room in rooms {
            for people in teams(of: needed.team) {
              let more =
                placed + [
                  Placement(
                    session: session, date: date, block: block, first: first, periods: needed.periods,
                    room: room, people: people)
                ]
              let timetable = Timetable(problem, more)
              guard hard.allSatisfy({ $0.violations(in: timetable).isEmpty }) else { continue }
              if canPlace(Array(sessions.dropFirst()), more) { return true }
            }
          }
        }
      }
    }
    return false
  }

  private func teams(of size: Int) -> [[Int]] {
    size == 1
      ? problem.people.indices.map { [$0] }
      : problem.people.indices.flatMap { one in
        problem.people.indices.dropFirst(one + 1).map { [one, $0] }
      }
  }
}

extension Problem {
  /// The problem with one fact undone in its own values, as the article on explanations says.
  func dropping(_ fact: Fact, _ sources: FactSources) -> Problem {
    var problem = self
    switch fact {
    case .held(let series): problem.series[series].sessions = []
    case .earliest(let series): problem.series[series].earliest = nil
    case .latest(let series): problem.series[series].latest = nil
    case .site(let series): problem.series[series].site = nil
    case .seats(let series): problem.series[series].size = 0
    case .people(let series): problem.series[series].people = []
    case .meetingGap(let series): problem.series[series].minGapDays = 0
    case .mode(let series): problem.series[series].kind = .online
    case .attends(let trainee, let series): problem.series[series].trainees.removeAll { $0 == trainee }
    case .open(let owner): problem.series[owner].open = .always(blocks.map(\.id))
    case .dayLimit(let owner): problem.series[owner].maxPeriodsDay = 99
    case .variety(let owner): problem.series[owner].minLecturers = 1
    case .module, .qualification, .features, .team, .gapDays, .order, .pin:
      dropOfSessions(fact, sources, &problem)
    case .personOpen, .personDay, .personWeek, .busy, .holders, .lecturers, .mentors:
      dropOfPeople(fact, &problem)
    case .roomOpen(let room): problem.rooms[room].open = .always(blocks.map(\.id))
    case .capacity: for room in rooms.indices { problem.rooms[room].capacity = 999 }
    case .equipped(let feature): for room in rooms.indices { problem.rooms[room].features.insert(feature) }
    case .travel, .defaultTravel: dropOfWays(fact, sources, &problem)
    case .planStart: problem.planFrom = planFrom + -7
    case .planEnd: problem.planTo = planTo + 7
    case .holiday(let date):
      var calendar = WorkingCalendar()
      for (day, mark) in problem.calendar.marked where day != date { calendar.add(mark, on: day) }
      problem.calendar = calendar
    }
    return problem
  }

  private func dropOfSessions(_ fact: Fact, _ sources: FactSources, _ problem: inout Problem) {
    if case .pin(let session, let index, let part) = fact {
      let pin = problem.sessions[session].pins[index]
      problem.sessions[session].pins[index] = Pin(
        date: part == .date ? nil : pin.date, block: part == .block ? nil : pin.block,
        first: part == .first ? nil : pin.first, room: part == .room ? nil : pin.room,
        people: part == .people ? nil : pin.people)
      return
    }
    for index in sessions.indices {
      guard let module = sources.moduleOf[index] else { continue }
      let series = sessions[index].series
      switch fact {
      case .module(module): problem.series[series].sessions.removeAll { $0 == index }
      case .qualification(module): problem.sessions[index].qualification = nil
      case .features(module): problem.sessions[index].features = []
      case .team(module): problem.sessions[index].team = 1
      case .gapDays(module): problem.sessions[index].gapDays = 0
      case .order(module):
        // With two modules at most, neither comes before the other any more.
        for session in self.series[series].sessions { problem.sessions[session].order = 1 }
      default: break
      }
    }
  }

  private func dropOfPeople(_ fact: Fact, _ problem: inout Problem) {
    for index in people.indices {
      switch fact {
      case .personOpen(index): problem.people[index].open = .always(blocks.map(\.id))
      case .personDay(index): problem.people[index].maxPeriodsDay = 99
      case .personWeek(index): problem.people[index].maxPeriodsWeek = 99
      case .busy(index, let event):
        problem.people[index].busy[event] = CivilMoment(monday)..<CivilMoment(monday)
      case .holders(let qualification): problem.people[index].qualifications.insert(qualification)
      case .lecturers: problem.people[index].isLecturer = true
      case .mentors: problem.people[index].isMentor = true
      default: break
      }
    }
  }

  private func dropOfWays(_ fact: Fact, _ sources: FactSources, _ problem: inout Problem) {
    if fact == .defaultTravel { problem.defaultTravelMinutes = 0 }
    for from in sites.indices {
      for to in sites.indices where from != to {
        let pair = [min(from, to), max(from, to)]
        let isGiven = sources.givenTravel.contains(pair)
        if fact == .travel(pair[0], pair[1]) || fact == .defaultTravel && !isGiven {
          problem.travelMinutes[from * sites.count + to] = 0
        }
      }
    }
  }
}
