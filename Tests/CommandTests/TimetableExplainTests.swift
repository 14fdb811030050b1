import Foundation
import Testing

@Suite struct TimetableExplainTests {
  @Test func `a bundle that can be planned is said to be so`() throws {
    let program = try Program()
    defer { program.remove() }
    let run = try program.run(["timetable", "explain", Project.path("Fixtures/two-classes")])
    #expect(run.status == 0)
    #expect(run.output == "a complete timetable was found: nothing stands against it\n")
  }

  @Test func `cells that cannot hold together are listed with ways out and end with 1`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "rooms.csv" ? text.replacing("RC,S1,咨询室,4,consult\n", with: "") : text
    }
    let run = try program.run(["timetable", "explain", "b"])
    #expect(run.status == 1)
    #expect(unwrapped(run.output).contains("no room has consult"))
    #expect(run.output.contains("mentoring T01 mode: office → online (6)"))
    #expect(run.output.contains("     mentoring T01 meetings = 2\n     mentoring T01 mode = office\n"))
    let chinese = try program.run(["timetable", "explain", "b"], language: "zh_CN.UTF-8")
    #expect(chinese.output.contains("没有教室有 consult"))
    let json = try program.run(["timetable", "explain", "b", "--json"])
    #expect(json.status == 1)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(report["complete"] as? Bool == false)
    let conflict = try #require((report["conflicts"] as? [[String: Any]])?.first)
    #expect(conflict["rules"] as? [String] == ["H4", "H9"])
    #expect(conflict["minimal"] as? Bool == true)
    let facts = try #require(conflict["facts"] as? [[String: String]])
    #expect(
      Set(facts) == [
        ["table": "mentoring", "id": "T01", "column": "meetings", "value": "2"],
        ["table": "mentoring", "id": "T01", "column": "mode", "value": "office"],
        ["table": "rooms", "id": "*", "column": "features", "value": "consult: "],
      ])
    let changes = try #require(conflict["relaxations"] as? [[String: Any]])
    #expect(changes.allSatisfy { Set($0.keys) == ["table", "id", "column", "from", "to", "cost"] })
  }

  @Test func `cells of many rows that say the same stand in one entry`() throws {
    let program = try Program()
    defer { program.remove() }
    // Nobody may hold more than one period a week.
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "people.csv"
        ? text.replacing("site\n", with: "site,max_periods_week\n").replacing(/,S(\d)\n/) { ",S\($0.1),1\n" }
        : text
    }
    let run = try program.run(["timetable", "explain", "b"])
    #expect(run.status == 1)
    #expect(run.output.contains("     people max_periods_week = 1 (2): P1, P2\n"))
    #expect(run.output.contains("     classes G01 class = G01\n"))
  }

  @Test func `a cell that is told with other rows keeps its other values`() throws {
    let program = try Program()
    defer { program.remove() }
    // All are away on every weekday: two of them alike in the first week, then each by events of its own.
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "people.csv"
        ? text.replacing("site\n", with: "site,calendar\n").replacing(/P(\d)(.*),S(\d)\n/) {
          "P\($0.1)\($0.2),S\($0.3),P\($0.1).ics\n"
        } : text
    }
    let away = [
      "P1": [("20260302", "20260308"), ("20260309", "20260330")],
      "P2": [("20260302", "20260308"), ("20260309", "20260321"), ("20260323", "20260330")],
      "P3": [("20260302", "20260330")],
    ]
    for (person, times) in away {
      let events = times.map { first, end in
        "BEGIN:VEVENT\r\nUID:\(person)-\(first)\r\nDTSTAMP:20260101T000000Z\r\n"
          + "DTSTART;VALUE=DATE:\(first)\r\nDTEND;VALUE=DATE:\(end)\r\nEND:VEVENT\r\n"
      }
      try program.write(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example//EN\r\n\(events.joined())END:VCALENDAR\r\n",
        to: "b/\(person).ics")
    }
    let run = try program.run(["timetable", "explain", "b"])
    #expect(run.status == 1)
    let text = unwrapped(run.output)
    #expect(text.contains("people calendar = 2026-03-02 00:00/2026-03-08 00:00 (2): P1, P2"))
    #expect(text.contains("people P1 calendar = 2026-03-09 00:00/2026-03-30 00:00"))
    #expect(
      text.contains(
        "people P2 calendar (2) = 2026-03-09 00:00/2026-03-21 00:00, 2026-03-23 00:00/2026-03-30 00:00"))
  }

  @Test func `a solve that leaves something out ends with the reasons`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.copyBundle("two-classes", to: "b") { text, file in
      file == "rooms.csv" ? text.replacing("RC,S1,咨询室,4,consult\n", with: "") : text
    }
    let run = try program.run(["timetable", "solve", "b", "--out", "t.csv", "--steps", "20"])
    #expect(run.status == 2)
    #expect(run.output.contains("what cannot hold together"))
    #expect(unwrapped(run.output).contains("no room has consult"))
  }

  /// The text as it was before long sentences were broken into lines.
  private func unwrapped(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
