import Civil
import Interchange
import Scheduling
import Testing

@Suite struct CourseInstanceTests {
  private static let small = """
    Name: Small
    Courses: 3
    Rooms: 2
    Days: 2
    Periods_per_day: 3
    Curricula: 1
    Constraints: 2

    COURSES:
    Maths Ada 2 2 30
    Law Bo 1 1 12
    Art Ada 1 1 5

    ROOMS:
    A 20
    B\t40

    CURRICULA:
    Q1 2 Maths Law

    UNAVAILABILITY_CONSTRAINTS:
    Law 0 0
    Law 1 2

    END.
    """

  private func read(_ text: String) -> (CourseInstance?, [ImportProblem]) {
    CourseInstanceReader.read(Array(text.utf8), file: "small.ctt")
  }

  @Test func `courses, rooms, curricula and closed periods are read`() throws {
    let (read, problems) = self.read(Self.small)
    let instance = try #require(read)
    #expect(problems.isEmpty)
    #expect(instance.name == "Small")
    #expect(instance.courses.map(\.id) == ["Maths", "Law", "Art"])
    #expect(instance.courses[0].teacher == "Ada")
    #expect(instance.courses[0].students == 30)
    #expect(instance.rooms.map(\.seats) == [20, 40])
    #expect(instance.curricula[0].courses == [0, 1])
    #expect(instance.closed.map(\.period) == [0, 2])
  }

  @Test(arguments: ["\r\n", "\r", " \t \n", "\n\n"])
  func `line ends and separators do not matter`(end: String) {
    #expect(read(Self.small.replacing("\n", with: end)).0 == read(Self.small).0)
    #expect(read(Self.small.replacing(" ", with: "\t \t")).0 == read(Self.small).0)
  }

  @Test func `what ectt adds is read over`() {
    let extended = Self.small.replacing(
      "Constraints: 2", with: "Min_Max_Daily_Lectures: 2 5\nRoomConstraints: 1"
    )
    .replacing("2 2 30", with: "2 2 30 1").replacing("A 20", with: "A 20 1")
    .replacing("END.", with: "ROOM_CONSTRAINTS:\nArt A\n\nEND.")
    #expect(read(extended).0 == read(Self.small).0)
    #expect(read(extended).1.isEmpty)
  }

  @Test(arguments: [
    ("Maths Ada 2 2 30", "Maths Ada two 2 30", 10), ("Law Bo 1 1 12", "Law Bo 1 1", 11),
    ("Maths Ada 2", "Maths Ada 7", 10), ("Art Ada", "Law Ada", 12), ("A 20", "A -1", 15),
    ("Q1 2 Maths Law", "Q1 3 Maths Law", 19), ("Q1 2 Maths Law", "Q1 2 Maths Lore", 19),
    ("Law 1 2", "Law 1 3", 23), ("Law 1 2", "Lore 1 2", 23), ("Days: 2", "Days: 0", 4),
    ("Periods_per_day: 3", "Periods_per_day: 99999999999999999999", 5), ("Courses: 3", "Courses: 4", 2),
    ("Curricula: 1", "Curricular: 1", 6),
  ])
  func `a problem is told with its line`(from: String, to: String, line: Int) {
    let (instance, problems) = read(Self.small.replacing(from, with: to))
    #expect(instance == nil)
    #expect(problems.first?.line == line)
  }

  @Test func `a file cut short or empty is refused`() {
    #expect(read("").0 == nil)
    #expect(read(Self.small.replacing("END.", with: "")).0 == nil)
    #expect(read("\u{0}\u{1}").0 == nil)
    #expect(read("COURSES:\na b 1 1 1\nEND.").0 == nil)
  }

  /// Pieces taken out, doubled and mixed: never a crash, and what is read can be planned.
  @Test(arguments: 0..<200) func `damaged files never stop the program`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    var bytes = Array(Self.small.utf8)
    for _ in 0..<3 {
      let from = draw(bytes.count)
      let to = min(bytes.count, from + draw(20))
      let piece = Array(bytes[from..<to])
      if draw(2) == 0 { bytes.removeSubrange(from..<to) }
      bytes.insert(contentsOf: piece, at: draw(bytes.count))
    }
    guard let instance = CourseInstanceReader.read(bytes, file: "damaged.ctt").0 else { return }
    let solution = Solver(instance.problem, weights: .courseTimetabling).solve(
      SearchLimits(steps: 200), clock: { 0 })
    #expect(solution.placements.count + solution.unplaced.count == instance.problem.sessions.count)
  }

  @Test func `the problem has the instance's rules, and its solution goes back into lines`() throws {
    let instance = try #require(read(Self.small).0)
    let problem = instance.problem
    let solution = Solver(problem, weights: .courseTimetabling).solve(
      SearchLimits(steps: 4_000), clock: { 0 })
    #expect(solution.unplaced.isEmpty)
    let timetable = Timetable(problem, solution.placements)
    #expect([Constraint].standard.hard.allSatisfy { $0.total(in: timetable) == 0 })
    // Law stands beside Maths on one day; the other lecture of Maths is alone on the other.
    #expect(solution.cost == 2)
    let lines = instance.solution(solution.placements).split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.map(\.first) == ["Maths", "Maths", "Law", "Art"])
    #expect(lines.allSatisfy { $0.count == 4 && $0[1] == "B" || $0[0] != "Maths" })
    #expect(Set(lines.prefix(2).map { $0[2] }) == ["0", "1"])
  }
}
