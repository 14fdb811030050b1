import Civil
import Cohorts
import Courses
import Mentors
import Scheduling

/// Facts of a problem as cells of the bundle that it was made of.
struct FactNames {
  let bundle: PlanningBundle
  let problem: Problem

  private var blocks: [String] { bundle.blocks.map(\.id) }
  private var classCount: Int { bundle.classes.count }

  func isClass(_ series: Int) -> Bool { series < classCount }

  func cell(of fact: Fact) -> FactCell {
    switch fact {
    case .held, .earliest, .latest, .site, .seats, .people, .meetingGap, .mode, .attends: seriesCell(fact)
    case .open, .dayLimit, .variety: sharedCell(fact)
    case .module, .qualification, .features, .team, .gapDays, .order: moduleCell(fact)
    case .personOpen, .personDay, .personWeek, .busy: personCell(fact)
    case .holders, .lecturers, .mentors, .roomOpen, .capacity, .equipped: supplyCell(fact)
    case .travel, .defaultTravel, .planStart, .planEnd, .holiday: placeCell(fact)
    case .pin(let session, let pin, let part): pinCell(session, pin, part)
    }
  }

  // MARK: Series

  private func seriesCell(_ fact: Fact) -> FactCell {
    func cell(_ series: Int, _ column: String, _ value: String) -> FactCell {
      FactCell(
        table: isClass(series) ? "classes" : "mentoring", id: problem.series[series].id, column: column,
        value: value)
    }
    switch fact {
    case .held(let series):
      return isClass(series)
        ? cell(series, "class", problem.series[series].id)
        : cell(series, "meetings", "\(problem.series[series].sessions.count)")
    case .earliest(let series):
      return cell(series, "earliest", problem.series[series].earliest.map { "\($0)" } ?? "")
    case .latest(let series):
      return cell(series, "latest", problem.series[series].latest.map { "\($0)" } ?? "")
    case .site(let series):
      return cell(series, "site", problem.series[series].site.map { problem.sites[$0] } ?? "")
    case .seats(let series): return cell(series, "size", "\(problem.series[series].size)")
    case .people(let series):
      return cell(series, isClass(series) ? "lecturers" : "mentor", ids(problem.series[series].people))
    case .meetingGap(let series): return cell(series, "min_gap_days", "\(problem.series[series].minGapDays)")
    case .mode(let series):
      return cell(series, "mode", problem.series[series].kind == .visit ? "visit" : "office")
    case .attends(let trainee, let series):
      let id = bundle.trainees[trainee].id
      return FactCell(
        table: "enrolments", id: id + "@" + problem.series[series].id, column: "trainee", value: id)
    default: return FactCell(table: "", id: "", column: "", value: "")
    }
  }

  private func sharedCell(_ fact: Fact) -> FactCell {
    switch fact {
    case .open(let owner) where owner < classCount:
      let own = bundle.classes[owner]
      return FactCell(
        table: "classes", id: own.id, column: "open", value: own.open?.text(blocks: blocks) ?? "")
    case .open(let owner):
      let cohort = bundle.cohorts[owner - classCount]
      return FactCell(
        table: "cohorts", id: cohort.id, column: "open", value: cohort.open.text(blocks: blocks))
    case .dayLimit(let owner):
      let cohort = bundle.cohorts[owner]
      return FactCell(
        table: "cohorts", id: cohort.id, column: "max_periods_day", value: "\(cohort.maxPeriodsDay)")
    case .variety(let owner):
      let course = bundle.courses[owner]
      return FactCell(
        table: "courses", id: course.id, column: "min_lecturers", value: "\(course.minLecturers)")
    default: return FactCell(table: "", id: "", column: "", value: "")
    }
  }

  private func moduleCell(_ fact: Fact) -> FactCell {
    func cell(_ module: Int, _ column: String, _ value: (Int) -> String) -> FactCell {
      let row = bundle.modules[module]
      return FactCell(table: "modules", id: row.course + "/" + row.id, column: column, value: value(module))
    }
    let rows = bundle.modules
    switch fact {
    case .module(let module): return cell(module, "periods") { "\(rows[$0].periods)" }
    case .qualification(let module): return cell(module, "qualification") { rows[$0].qualification ?? "" }
    case .features(let module): return cell(module, "features") { list(rows[$0].features) }
    case .team(let module): return cell(module, "team") { "\(rows[$0].team)" }
    case .gapDays(let module): return cell(module, "gap_days") { "\(rows[$0].gapDays)" }
    case .order(let module): return cell(module, "order") { "\(rows[$0].order)" }
    default: return FactCell(table: "", id: "", column: "", value: "")
    }
  }

  // MARK: People and rooms

  private func personCell(_ fact: Fact) -> FactCell {
    func cell(_ person: Int, _ column: String, _ value: String) -> FactCell {
      FactCell(table: "people", id: problem.people[person].id, column: column, value: value)
    }
    switch fact {
    case .personOpen(let person):
      return cell(person, "open", problem.people[person].open.text(blocks: blocks))
    case .personDay(let person):
      return cell(person, "max_periods_day", "\(problem.people[person].maxPeriodsDay)")
    case .personWeek(let person):
      return cell(person, "max_periods_week", "\(problem.people[person].maxPeriodsWeek)")
    case .busy(let person, let event):
      let time = problem.people[person].busy[event]
      return cell(person, "calendar", "\(time.lowerBound)/\(time.upperBound)")
    default: return FactCell(table: "", id: "", column: "", value: "")
    }
  }

  private func supplyCell(_ fact: Fact) -> FactCell {
    func all(_ table: String, _ column: String, _ value: String) -> FactCell {
      FactCell(table: table, id: "*", column: column, value: value)
    }
    switch fact {
    case .holders(let qualification):
      return all("people", "qualifications", qualification + ": " + list(holders(of: qualification)))
    case .lecturers:
      return all("people", "roles", "lecturer: " + list(problem.people.filter(\.isLecturer).map(\.id)))
    case .mentors:
      return all("people", "roles", "mentor: " + list(problem.people.filter(\.isMentor).map(\.id)))
    case .roomOpen(let room):
      return FactCell(
        table: "rooms", id: problem.rooms[room].id, column: "open",
        value: problem.rooms[room].open.text(blocks: blocks))
    case .capacity: return all("rooms", "capacity", list(problem.rooms.map { "\($0.id): \($0.capacity)" }))
    case .equipped(let feature):
      return all(
        "rooms", "features",
        feature + ": " + list(problem.rooms.filter { $0.features.contains(feature) }.map(\.id)))
    default: return FactCell(table: "", id: "", column: "", value: "")
    }
  }

  /// Lecturers who hold the qualification.
  func holders(of qualification: String) -> [String] {
    problem.people.filter { $0.isLecturer && $0.qualifications.contains(qualification) }.map(\.id)
  }

  // MARK: Places, time, pins

  private func placeCell(_ fact: Fact) -> FactCell {
    func setting(_ key: String, _ value: String) -> FactCell {
      FactCell(table: "centre", id: key, column: "value", value: value)
    }
    switch fact {
    case .travel(let from, let to):
      let ends = [problem.sites[from], problem.sites[to]]
      let row = bundle.travel.first { Set([$0.from, $0.to]) == Set(ends) }
      return FactCell(
        table: "travel", id: row.map { $0.from + "/" + $0.to } ?? ends.joined(separator: "/"),
        column: "minutes",
        value: "\(problem.travelMinutes[from * problem.sites.count + to])")
    case .defaultTravel: return setting("default_travel_minutes", "\(problem.defaultTravelMinutes)")
    case .planStart: return setting("plan_from", "\(problem.planFrom)")
    case .planEnd: return setting("plan_to", "\(problem.planTo)")
    case .holiday(let date):
      return FactCell(table: "calendars", id: "\(date)", column: "categories", value: "HOLIDAY")
    default: return FactCell(table: "", id: "", column: "", value: "")
    }
  }

  private func pinCell(_ session: Int, _ index: Int, _ part: Fact.PinnedPart) -> FactCell {
    let needed = problem.sessions[session]
    let pin = needed.pins[index]
    let (column, value) =
      switch part {
      case .date: ("date", pin.date.map { "\($0)" })
      case .block: ("block", pin.block.map { problem.blocks[$0].id })
      case .first: ("first_period", pin.first.map { "\($0)" })
      case .room: ("room", pin.room.map { problem.rooms[$0].id })
      case .people: ("lecturers", pin.people.map(ids))
      }
    return FactCell(
      table: "pins",
      id: [problem.series[needed.series].id, needed.module, "\(needed.part)"].joined(separator: "/"),
      column: column, value: value ?? "")
  }

  private func ids(_ people: Set<Int>) -> String { list(people.sorted().map { problem.people[$0].id }) }

  private func list(_ names: some Sequence<String>) -> String { names.joined(separator: ";") }
  private func list(_ names: Set<String>) -> String { names.sorted().joined(separator: ";") }
}
