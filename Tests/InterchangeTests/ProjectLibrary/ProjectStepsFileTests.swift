import Civil
import ProjectLibrary
import Testing

@testable import Interchange

@Suite struct ProjectStepsFileTests {
  private let today = CivilDate(daysSinceEpoch: 20_778)

  private func library() throws -> [ProjectRecord] {
    try ProjectFile.read(
      Fixture.bytes("projects/projects.csv"), file: "projects.csv", rule: nil, today: today
    ).rows.map { ProjectRecord($0.row) }
  }

  private func read(_ text: String) throws -> FileReading<ProjectStepRow> {
    try ProjectStepsFile.read(
      Array(text.utf8), file: "reviews.csv", library: library(), rule: ProjectFileTests.rule, today: today)
  }

  @Test func `the demo's reviews can all be taken and the library reaches its gates`() throws {
    let reading = try ProjectStepsFile.read(
      Fixture.bytes("projects/reviews.csv"), file: "reviews.csv", library: library(),
      rule: ProjectFileTests.rule, today: today)
    #expect(reading.problems.isEmpty, "\(reading.problems.prefix(5).map { $0.text(in: .english) })")
    var records = Dictionary(uniqueKeysWithValues: try library().map { ($0.project.id, $0) })
    for (line, row) in reading.rows {
      records[row.project]?.steps.append(
        Ledger.Entry(id: "\(line)", row.step, from: row.on, recordedOn: row.on, recordedBy: "评审办"))
    }
    let status = LibraryStatus(
      Array(records.values), rule: ProjectFileTests.rule, on: today, knownOn: today)
    #expect(status.counted.count == 54 && status.gates.allSatisfy(\.isReached))
    #expect(status.excluded.count == 10)
  }

  @Test func `opinions are read with reviewer, unit, verdict and remark`() throws {
    let reading = try read(
      """
      项目编号,状态,日期,评审意见,理由
      P001,评审,2026-02-01,,
      P001,入库,2026-02-10,示例甲（区财政局）：同意入库；示例乙(示例学院): 同意，市场可期；示例丙（区商务局）：修改后再审,
      """)
    #expect(reading.problems.isEmpty)
    let opinions = try #require(reading.rows.last?.row.step.opinions)
    #expect(opinions.map(\.reviewer) == ["示例甲", "示例乙", "示例丙"])
    #expect(opinions.map(\.unit) == ["区财政局", "示例学院", "区商务局"])
    #expect(opinions.map(\.verdict) == [.pass, .pass, .revise] && opinions[1].remark == "市场可期")
  }

  @Test func `a step that cannot be taken is told with its reason, and those after it are judged without it`()
    throws
  {
    let reading = try read(
      """
      project,state,on,opinions,reason
      P001,review,2026-02-01,,
      P001,listed,2026-02-10,示例甲（区财政局）：pass,
      P001,promoted,2026-02-20,,
      P999,review,2026-02-01,,
      P002,评审,2026-03-01,他说很好,
      """)
    #expect(reading.rows.map(\.line) == [2])
    #expect(reading.problems.map(\.line) == [3, 4, 5, 6])
    #expect(reading.problems.map(\.column) == ["state", "state", "project", "opinions"])
  }
}
