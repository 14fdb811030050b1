import Civil
import Interchange
import Planning
import Testing

@Suite struct TimetableCSVTests {
  private let header =
    "session,kind,class,module,part,trainee,date,block,first_period,periods,start,end,site,room,people"

  private func row(
    _ session: String, module: String = "know", people: [String] = ["P1"], room: String = "R1"
  ) -> TimetableRow {
    TimetableRow(
      session: session, kind: .class, classID: "C1", module: module, part: 1, trainee: "",
      date: CivilDate(daysSinceEpoch: 20_521), block: "AM", firstPeriod: 1, periods: 4,
      start: ClockTime(minutes: 510), end: ClockTime(minutes: 720), site: "S1", room: room, people: people)
  }

  private func read(_ text: String) -> (rows: [TimetableRow], problems: [ImportProblem]) {
    TimetableCSV.read(Array(text.utf8), file: "timetable.csv")
  }

  @Test func `rows are written in order, with LF and without a byte order mark`() {
    let written = String(
      decoding: TimetableCSV.write([row("s2", people: ["P1", "P2"]), row("s1")]), as: UTF8.self)
    #expect(
      written == """
        \(header)
        s2,class,C1,know,1,,2026-03-09,AM,1,4,08:30,12:00,S1,R1,P1;P2
        s1,class,C1,know,1,,2026-03-09,AM,1,4,08:30,12:00,S1,R1,P1

        """)
  }

  @Test func `what was written is read the same`() {
    let rows = [
      row("s1", module: "法律, \"形态\"\n二", people: []), row("s2", room: ""), row("s3", people: ["甲", "乙"]),
    ]
    let (read, problems) = TimetableCSV.read(TimetableCSV.write(rows), file: "timetable.csv")
    #expect(read == rows)
    #expect(problems.isEmpty)
  }

  @Test func `a file that Excel has saved is read the same`() throws {
    let text = """
      \(header)\r
      s1,class,C1,know,1,,2026/3/9,AM,1,4,8:30,12:00:00,S1,R1,P1\r

      """
    #expect(read("\u{FEFF}" + text).rows == [row("s1")])
    #expect(read(text.split(separator: ",").joined(separator: "\t")).problems.isEmpty == false)
    let tabs = String(text.map { $0 == "," ? "\t" : $0 })
    #expect(read(tabs).rows == [row("s1")])
  }

  @Test func `times may stand after a date`() {
    let rows = read(
      header + "\ns1,class,C1,know,1,,2026-03-09,AM,1,4,2026-03-09 08:30,2026-03-09T12:00,S1,R1,P1\n"
    ).rows
    #expect(rows == [row("s1")])
  }

  @Test func `wrong rows are kept as far as the types hold them`() {
    let (rows, problems) = read(
      """
      \(header)
      ,class,C9,,0,,1999-01-01,NIGHT,-3,99,,25:00,nowhere,,P1;P1;P9
      s2,class,C1,know,1,,2026-02-30,AM,1,4,08:30,12:00,S1,R1,P1
      s3,class,C1,know,one,,2026-03-02,AM,1,4,08:30,12:00,S1,R1,P1
      """)
    #expect(rows.map(\.session) == [""])
    #expect(rows[0].people == ["P1", "P1", "P9"])
    #expect(rows[0].firstPeriod == -3 && rows[0].part == 0)
    #expect(rows[0].start != ClockTime(minutes: 510))
    #expect(problems.filter { $0.severity == .error }.map(\.line) == [3, 4])
  }

  @Test func `a missing column is told once`() {
    let (rows, problems) = read("session,kind,class\ns1,class,C1\n")
    #expect(rows.isEmpty)
    #expect(problems.map(\.line) == Array(repeating: 1, count: 12))
  }
}
