/// How explanations name things.
extension Timetable.Placed {
  /// Class or trainee, module, part, date, block and periods.
  var label: String {
    let last = placement.first + placement.periods - 1
    return "\(series.id) \(session.module)(\(session.part)) \(placement.date) #\(placement.first)-\(last)"
  }
}

extension Timetable {
  func name(person: Int) -> String { problem.people[person].id }
  func name(room: Int) -> String { problem.rooms[room].id }
}
