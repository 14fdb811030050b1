import Testing

@Suite struct BenchCoursesTests {
  private let instance = """
    Name: Small
    Courses: 2
    Rooms: 1
    Days: 2
    Periods_per_day: 2
    Curricula: 1
    Constraints: 1

    COURSES:
    Maths Ada 2 2 30
    Law Bo 1 1 12

    ROOMS:
    A 20

    CURRICULA:
    Q1 2 Maths Law

    UNAVAILABILITY_CONSTRAINTS:
    Law 0 0

    END.

    """

  @Test func `an instance is planned and its solution written`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(instance, to: "small.ctt")
    let run = try program.run(["bench", "ctt", "small.ctt", "--steps", "4000", "--out", "small.sol"])
    #expect(run.status == 0)
    #expect(run.output.contains("Small: 2 courses, 3 lectures, 3 placed; hard rules broken 0; cost 22;"))
    #expect(run.output.contains("every complete timetable costs at least 20 (Room capacity 20)"))
    #expect(run.output.contains("; gap 2 (9.10 %)"))
    let lines = try program.read("small.sol").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.filter { $0.hasPrefix("Maths A ") }.count == 2)
    let again = try program.run(
      ["bench", "ctt", "small.ctt", "--steps", "4000", "--threads", "2", "--out", "again.sol"])
    #expect(again.status == 0)
    #expect(try program.read("again.sol") == program.read("small.sol"))
  }

  @Test func `lectures without a place end with 2 and are named`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(instance.replacing("Law Bo 1 1 12", with: "Law Bo 3 1 12"), to: "full.ctt")
    let run = try program.run(["bench", "ctt", "full.ctt", "--steps", "4000", "--out", "full.sol"])
    #expect(run.status == 2)
    #expect(run.output.contains("5 lectures, 4 placed"))
    #expect(run.output.contains("lectures not placed"))
  }

  @Test func `an unreadable instance is named with its line`() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write(instance.replacing("Law Bo 1", with: "Law Bo one"), to: "bad.ctt")
    let run = try program.run(["bench", "ctt", "bad.ctt", "--out", "bad.sol"])
    #expect(run.status == 2)
    #expect(run.errors.contains("bad.ctt:11: lectures: not a number in range, found one"))
  }
}
