import Civil
import Courses
import Testing

@Suite struct ClassWayTests {
  private typealias Example = CourseRecordExample

  private func step(_ state: ClassState, _ day: String, paper: String? = nil) throws -> ClassStep {
    ClassStep(
      classID: "C1", state: state, on: try Example.day(day), paper: paper, recordedOn: try Example.day(day),
      recordedBy: "录入员甲")
  }

  private func way(_ steps: [ClassStep]) throws -> ClassWay {
    ClassWay(classID: "C1", steps: steps, knownOn: try Example.day("2026-12-31"))
  }

  private func flaws(of step: ClassStep, after steps: [ClassStep], taught: Bool = true) throws
    -> [ClassStepFlaw]
  {
    let days = try Example.day("2026-03-02")...Example.day("2026-03-03")
    return try way(steps).flaws(of: step, taught: taught ? days : nil, today: try Example.day("2026-06-01"))
  }

  @Test func `a class goes its way step by step, and back where an authority sends it`() throws {
    let steps = [
      try step(.submitted, "2026-02-02"), try step(.preparing, "2026-02-04"),
      try step(.submitted, "2026-02-05"), try step(.approved, "2026-02-10", paper: "示例批〔2026〕1号"),
    ]
    for (index, one) in steps.enumerated() {
      #expect(try flaws(of: one, after: Array(steps.prefix(index))) == [])
    }
    let way = try way(steps)
    #expect(way.state(on: try Example.day("2026-02-04")) == .preparing)
    #expect(way.state(on: try Example.day("2026-03-01")) == .approved)
    #expect(way.step(into: .submitted)?.on == (try Example.day("2026-02-05")))
  }

  @Test func `a step out of order says which steps may follow`() throws {
    let flaws = try flaws(of: try step(.claimed, "2026-03-01"), after: [try step(.submitted, "2026-02-02")])
    #expect(flaws == [.outOfOrder(from: .submitted, to: .claimed)])
    #expect(flaws[0].text.chinese == "班级现为“报批”，不能转为“申领”；可转为：筹备、批准")
  }

  @Test func `dates follow one another and the timetable`() throws {
    let approved = [try step(.submitted, "2026-02-02"), try step(.approved, "2026-02-10", paper: "1号")]
    let opened = approved + [try step(.opened, "2026-03-02")]
    let teaching = opened + [try step(.teaching, "2026-03-02")]
    let (first, last) = (try Example.day("2026-03-02"), try Example.day("2026-03-03"))
    #expect(try flaws(of: step(.opened, "2026-03-03"), after: approved) == [.openedAfterTeaching(first)])
    #expect(try flaws(of: step(.opened, "2026-02-01"), after: approved) == [.beforeLast(approved[1])])
    #expect(try flaws(of: step(.teaching, "2026-03-02"), after: opened) == [])
    #expect(try flaws(of: step(.completed, "2026-03-02"), after: teaching) == [.completedBeforeEnd(last)])
    #expect(
      try flaws(of: step(.completed, "2026-07-01"), after: teaching)
        == [.inFuture(today: try Example.day("2026-06-01"))])
    #expect(
      try flaws(of: step(.opened, "2026-03-02"), after: approved, taught: false) == [.noTimetable(.opened)])
  }

  @Test func `an approval names its paper`() throws {
    #expect(
      try flaws(of: step(.approved, "2026-02-10"), after: [step(.submitted, "2026-02-02")])
        == [.approvalWithoutPaper])
  }
}
