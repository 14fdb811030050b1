import Civil
import Planning
import Testing

@Suite struct TimetableRowTests {
  /// `session` is made of all that the order asks for, in its order.
  private func row(_ day: Int, start: Int, class name: String, trainee: String, _ id: Int) -> TimetableRow {
    let start = ClockTime(minutes: start)
    return TimetableRow(
      session: "s\(id)", kind: trainee.isEmpty ? .class : .mentoring, classID: name, module: "m", part: 1,
      trainee: trainee, date: CivilDate(daysSinceEpoch: 20_000 + day), block: "AM", firstPeriod: 1,
      periods: 4,
      start: start, end: start, site: "", room: "", people: [])
  }

  @Test func `rows come by date, start, class, trainee and session, whatever the start is`() {
    var ordered: [TimetableRow] = []
    for day in 0..<3 {
      // A time that could not be read, and one of the day after, stay with their row's date.
      for start in [-1, 0, 510, 840, 1500] {
        for (name, trainee) in [("", "T1"), ("", "T2"), ("C1", ""), ("C2", "")] {
          for id in 1...2 { ordered.append(row(day, start: start, class: name, trainee: trainee, id)) }
        }
      }
    }
    // 7 and the number of rows, 120, have no divisor in common: every row comes once, none near its place.
    let mixed = ordered.indices.map { ordered[$0 * 7 % ordered.count] }
    #expect(mixed != ordered && mixed.inOrder == ordered)
    #expect(mixed.sorted { $0.sortKey < $1.sortKey } == ordered)
  }
}
