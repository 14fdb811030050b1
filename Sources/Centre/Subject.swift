/// Whose timetable is asked for.
package enum Subject: Hashable, Sendable {
  case centre
  case classID(String)
  case person(String)
  case room(String)
  case trainee(String)
}
