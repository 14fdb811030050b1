/// What names a session across timetables: a class's module and part, or a trainee's meeting.
package enum SessionKey: Hashable, Sendable, CustomStringConvertible {
  case classSession(classID: String, module: String, part: Int)
  case meeting(trainee: String, part: Int)

  package init(_ row: TimetableRow) {
    switch row.kind {
    case .class: self = .classSession(classID: row.classID, module: row.module, part: row.part)
    case .mentoring: self = .meeting(trainee: row.trainee, part: row.part)
    }
  }

  /// As `class/C001/法律形态/1` or `mentoring/T0001//1`.
  package var description: String {
    switch self {
    case .classSession(let classID, let module, let part): "class/\(classID)/\(module)/\(part)"
    case .meeting(let trainee, let part): "mentoring/\(trainee)//\(part)"
    }
  }

  /// The `session` column: the same for the same session in every plan, and for no other.
  package var sessionID: String {
    switch self {
    case .classSession(let classID, let module, let part):
      "\(Self.escaped(classID))/\(Self.escaped(module))/\(part)"
    case .meeting(let trainee, let part): "\(Self.escaped(trainee))/\(part)"
    }
  }

  private static func escaped(_ id: String) -> String {
    guard id.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") }) else { return id }
    return id.map { $0 == "%" ? "%25" : $0 == "/" ? "%2F" : String($0) }.joined()
  }
}
