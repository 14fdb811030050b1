import Civil
import Cohorts
import Courses
import Mentors
import Scheduling

extension FactNames {
  /// A change as the cell that it changes.
  func change(_ relaxation: Relaxation) -> CellChange {
    let amendment = relaxation.amendment
    let cell = cell(of: amendment.fact)
    func to(_ value: String, from: String? = nil, id: String? = nil, column: String? = nil) -> CellChange {
      CellChange(
        table: cell.table, id: id ?? cell.id, column: column ?? cell.column, from: from ?? cell.value,
        to: value,
        cost: relaxation.cost)
    }
    switch amendment {
    case .date(_, let date): return to("\(date)")
    case .number(_, let number): return to("\(number)")
    case .clear(.mode): return to("online")
    case .clear: return to("")
    case .open(let fact, let weekday, let block):
      let id = problem.blocks[block].id
      return to(pattern(of: fact).opening(id, on: weekday).text(blocks: problem.blocks.map(\.id)))
    case .seats(let room, let seats):
      return to("\(seats)", from: "\(problem.rooms[room].capacity)", id: problem.rooms[room].id)
    case .equip(let room, let feature):
      let features = problem.rooms[room].features
      return to(joined(features.union([feature])), from: joined(features), id: problem.rooms[room].id)
    case .grant(let person, let qualification):
      let held = problem.people[person].qualifications
      return to(joined(held.union([qualification])), from: joined(held), id: problem.people[person].id)
    case .lecturer(let person), .mentor(let person):
      let roles = bundle.people[person].roles.map(\.rawValue)
      let role = if case .lecturer = amendment { "lecturer" } else { "mentor" }
      return to(joined(Set(roles + [role])), from: joined(Set(roles)), id: problem.people[person].id)
    case .join(let person, let series):
      let people = problem.series[series].people
      return to(people.union([person]).sorted().map { problem.people[$0].id }.joined(separator: ";"))
    }
  }

  private func pattern(of fact: Fact) -> WeeklyPattern {
    switch fact {
    case .open(let owner) where isClass(owner): problem.series[owner].open
    case .open(let owner): bundle.cohorts[owner - bundle.classes.count].open
    case .personOpen(let person): problem.people[person].open
    case .roomOpen(let room): problem.rooms[room].open
    default: .always(problem.blocks.map(\.id))
    }
  }

  private func joined(_ names: Set<String>) -> String { names.sorted().joined(separator: ";") }
}
